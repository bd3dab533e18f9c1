import Database from 'libsql'
import { PenholderError } from '../errors.js'
import type { Connection, Value } from './connection.js'

/** How long a writer waits for another process, in milliseconds. */
const WAIT = 30_000

/** Opens (or, with `create`, makes) the SQLite file: WAL, synced to disk at each commit, foreign keys on. */
export function openSqlite(file: string, options: { create?: boolean } = {}): Connection {
  const database = opened(file, options.create === true)
  const statements = new Map<string, Database.Statement>()
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return {
    dialect: 'sqlite',
    all: async <Row>(sql: string, values: readonly Value[] = []) =>
      told(
        file,
        () =>
          prepared(sql)
            .all(...values)
            .map(plain) as Row[],
      ),
    run: async (sql, values = []) => told(file, () => prepared(sql).run(...values).changes),
    execute: async (sql) => told(file, () => void database.exec(sql)),
    transaction: async (work) => {
      told(file, () => database.exec('begin immediate'))
      try {
        const result = await work()
        told(file, () => database.exec('commit'))
        return result
      } catch (error) {
        if (database.inTransaction) database.exec('rollback')
        throw error
      }
    },
    close: async () => void database.close(),
  }
}

function opened(file: string, create: boolean): Database.Database {
  return told(file, () => {
    // `fileMustExist` is not honoured by every build of the driver, so the caller has looked before.
    const database = new Database(file, { timeout: WAIT, fileMustExist: !create } as Database.Options)
    database.exec(`pragma busy_timeout = ${WAIT}`)
    database.exec('pragma foreign_keys = on')
    if (create) database.pragma('journal_mode = wal')
    database.exec('pragma synchronous = full')
    return database
  })
}

/** The driver puts a `_metadata` key into rows; ours are plain. */
function plain(row: unknown): unknown {
  const { _metadata, ...rest } = row as Record<string, unknown>
  return rest
}

const TELLS: readonly (readonly [RegExp, 'unavailable' | 'bad-data' | 'refused', string, string])[] = [
  [
    /SQLITE_BUSY|database is locked/,
    'unavailable',
    'the record is locked by another process',
    'try again when that one has ended',
  ],
  [/SQLITE_READONLY|readonly/, 'refused', 'the record cannot be written', 'see who may write the file and its folder'],
  [
    /SQLITE_FULL|disk is full/,
    'unavailable',
    'the disk is full; nothing of this step was kept',
    'make room and run it again',
  ],
  [
    /SQLITE_NOTADB|not a database|malformed|SQLITE_CORRUPT/,
    'bad-data',
    'the file is no record, or is damaged',
    'restore it from an export or a copy',
  ],
  [
    /SQLITE_CANTOPEN|unable to open/,
    'unavailable',
    'the record cannot be opened',
    'make one with `penholder init`, or see who may read the folder',
  ],
]

function told<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const said = `${(error as { code?: string }).code ?? ''} ${(error as Error).message ?? error}`
    const found = TELLS.find(([pattern]) => pattern.test(said))
    if (found === undefined) throw error
    throw new PenholderError({ code: found[1], what: found[2], place: { file }, todo: found[3] }, { cause: error })
  }
}
