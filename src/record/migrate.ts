import { readdirSync, readFileSync } from 'node:fs'
import { PenholderError } from '../errors.js'
import type { Connection } from './connection.js'

const FOLDER = new URL('../../sql/', import.meta.url)

/** The version of the newest migration that this program knows. */
export function schemaVersion(): number {
  return Math.max(...filesIn('').map(numberOf))
}

/** The version of the record's tables; 0 where there are none. */
export async function recordVersion(connection: Connection): Promise<number> {
  const tables =
    connection.dialect === 'sqlite'
      ? await connection.all(`select name from sqlite_master where type = 'table' and name = 'meta'`)
      : await connection.all(
          `select 1 as found from information_schema.tables where table_schema = current_schema() and table_name = 'meta'`,
        )
  if (tables.length === 0) return 0
  const [row] = await connection.all<{ value: string }>(`select value from meta where name = 'schema'`)
  return Number(row?.value ?? 0)
}

/** Brings the tables to the newest version, forward only, under a lock, each step whole or not at all. */
export async function migrate(connection: Connection): Promise<void> {
  const newest = schemaVersion()
  await connection.transaction(async () => {
    const version = await recordVersion(connection)
    refuseNewer(version, newest, connection.where)
    for (let step = version + 1; step <= newest; step++) {
      for (const file of [...filesIn(''), ...filesIn(`${connection.dialect}/`)]) {
        if (numberOf(file) === step) await connection.execute(readFileSync(new URL(file, FOLDER), 'utf8'))
      }
      if (step === 1) await connection.run(`insert into meta (name, value) values ('schema', '1')`)
      else await connection.run(`update meta set value = ? where name = 'schema'`, [String(step)])
    }
  })
}

export function refuseNewer(version: number, newest = schemaVersion(), where?: string): void {
  if (version <= newest) return
  throw new PenholderError({
    code: 'unsupported',
    what: `the record has tables of version ${version}; this program knows up to ${newest}`,
    ...(where === undefined ? {} : { place: { file: where } }),
    todo: 'use a newer penholder; nothing was changed',
  })
}

function filesIn(folder: string): string[] {
  return readdirSync(new URL(folder || '.', FOLDER))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => `${folder}${name}`)
}

function numberOf(file: string): number {
  return Number(/(\d{4})-[^/]*$/.exec(file)?.[1])
}
