import { existsSync, statSync } from 'node:fs'
import { PenholderError } from '../errors.js'
import type { Connection } from './connection.js'
import { migrate, recordVersion, refuseNewer, schemaVersion } from './migrate.js'

/**
 * Opens the record at a file's path or a `postgres://` URL and brings its tables up to date; with `create`, makes it
 * where there is none. Throws `not-found` where there is no record, `unsupported` for one of a newer program,
 * `bad-data` for a file that is something else, `unavailable` and `refused` as the disk or the server says. Open a file
 * once in a process: SQLite waits for another writer without giving way to the rest of its own process.
 */
export async function openRecord(where: string, options: { create?: boolean } = {}): Promise<Connection> {
  const create = options.create === true
  const connection = await connect(where, create)
  try {
    const version = await recordVersion(connection)
    refuseNewer(version, schemaVersion(), connection.where)
    if (version === 0) {
      if (!create) throw noRecord(connection.where)
      await refuseStrange(connection)
    }
    if (version < schemaVersion()) await migrate(connection)
    return connection
  } catch (error) {
    await connection.close().catch(() => undefined)
    throw error
  }
}

/** Whether a place names a server and not a file. */
export function isServer(where: string): boolean {
  return /^postgres(ql)?:\/\//.test(where)
}

async function connect(where: string, create: boolean): Promise<Connection> {
  if (isServer(where)) return (await import('./postgres.js')).openPostgres(where)
  if (!existsSync(where)) {
    if (!create) throw noRecord(where)
  } else if (statSync(where).isDirectory()) {
    const todo = 'name a file in it, such as penholder.db'
    throw new PenholderError({ code: 'bad-input', what: 'a folder', place: { file: where }, expected: 'a file', todo })
  }
  return (await import('./sqlite.js')).openSqlite(where, { create })
}

function noRecord(where: string): PenholderError {
  const what = 'there is no record here'
  return new PenholderError({ code: 'not-found', what, place: { file: where }, todo: 'make one with `penholder init`' })
}

/** Tables of another program are not to be mixed with ours. */
async function refuseStrange(connection: Connection): Promise<void> {
  if (connection.dialect !== 'sqlite') return
  const tables = await connection.all(`select name from sqlite_master where type = 'table'`)
  if (tables.length === 0) return
  throw new PenholderError({
    code: 'conflict',
    what: 'the file holds the tables of another program',
    place: { file: connection.where },
    todo: 'give the record a file of its own',
  })
}
