import { existsSync } from 'node:fs'
import { PenholderError } from '../errors.js'
import type { Connection } from './connection.js'
import { migrate, recordVersion, refuseNewer, schemaVersion } from './migrate.js'

/** Opens the record at a file's path or a `postgres://` URL, and brings its tables up to date. */
export async function openRecord(where: string, options: { create?: boolean } = {}): Promise<Connection> {
  const connection = await connect(where, options.create === true)
  try {
    const version = await recordVersion(connection)
    refuseNewer(version)
    if (version === 0 && options.create !== true) {
      throw new PenholderError({
        code: 'not-found',
        what: 'there is no record here',
        place: { file: where },
        todo: 'make one with `penholder init`',
      })
    }
    if (version < schemaVersion()) await migrate(connection)
    return connection
  } catch (error) {
    await connection.close()
    throw error
  }
}

async function connect(where: string, create: boolean): Promise<Connection> {
  if (/^postgres(ql)?:\/\//.test(where)) return (await import('./postgres.js')).openPostgres(where)
  if (!create && !existsSync(where)) {
    throw new PenholderError({
      code: 'not-found',
      what: 'there is no record here',
      place: { file: where },
      todo: 'make one with `penholder init`',
    })
  }
  return (await import('./sqlite.js')).openSqlite(where, { create })
}
