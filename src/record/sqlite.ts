import Database from 'libsql'
import { type ErrorCode, PenholderError } from '../errors.js'
import { type Connection, queued, type Value } from './connection.js'

/** How long a writer waits for another process, in milliseconds. */
const WAIT = 30_000

/** Opens (or, with `create`, makes) the SQLite file: WAL, synced to disk at each commit, foreign keys on. */
export function openSqlite(file: string, options: { create?: boolean; wait?: number } = {}): Connection {
  const database = opened(file, options)
  const statements = new Map<string, Database.Statement>()
  function prepared(sql: string): Database.Statement {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare(sql)
    if (statements.size > 200) statements.clear()
    statements.set(sql, statement)
    return statement
  }
  const all = <Found>(sql: string, values: readonly Value[] = []) =>
    told(file, () =>
      prepared(sql)
        .all(...values)
        .map(plain),
    ) as Found[]
  return queued({
    dialect: 'sqlite',
    where: file,
    all: async (sql, values) => all(sql, values),
    run: async (sql, values = []) => told(file, () => prepared(sql).run(...values).changes),
    insert: async (table, columns, rows) => {
      const marks = columns.map(() => '?').join(', ')
      told(file, () => {
        const statement = prepared(`insert into ${table} (${columns.join(', ')}) values (${marks})`)
        for (const row of rows) statement.run(...columns.map((column) => row[column] ?? null))
      })
    },
    execute: async (sql) => told(file, () => void database.exec(sql)),
    begin: async () => told(file, () => void database.exec('begin immediate')),
    commit: async () => told(file, () => void database.exec('commit')),
    rollback: async () => {
      if (database.inTransaction) database.exec('rollback')
    },
    close: async () => void database.close(),
  })
}

function opened(file: string, options: { create?: boolean; wait?: number }): Database.Database {
  return told(file, () => {
    const database = new Database(file)
    database.exec(`pragma busy_timeout = ${options.wait ?? WAIT}`)
    database.exec('pragma foreign_keys = on')
    if (options.create === true) database.pragma('journal_mode = wal')
    database.exec('pragma synchronous = full')
    return database
  })
}

/** The driver puts a `_metadata` key into rows; ours are plain. */
function plain(row: unknown): unknown {
  const { _metadata, ...rest } = row as Record<string, unknown>
  return rest
}

const TELLS: readonly (readonly [RegExp, ErrorCode, string, string])[] = [
  [
    /SQLITE_BUSY|database is locked/,
    'unavailable',
    'the record is locked by another process',
    'try again when that one has ended',
  ],
  [
    /SQLITE_READONLY|readonly|attempt to write/,
    'refused',
    'the record can’t be written',
    'see who may write the file and its folder',
  ],
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
    /SQLITE_CANTOPEN|unable to open/i,
    'unavailable',
    'the record can’t be opened',
    'see that the folder is there, and who may read and write it',
  ],
  [
    /SQLITE_IOERR|disk I\/O/,
    'unavailable',
    'the disk failed to read or write; nothing of this step was kept',
    'see to the disk and run it again',
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
