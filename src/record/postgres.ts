import pg from 'pg'
import { type ErrorCode, PenholderError } from '../errors.js'
import { type Connection, queued, type Row, type Value } from './connection.js'

const INT8 = 20
const NUMERIC = 1700
/** How many values one statement may hold. */
const MOST_VALUES = 20_000
/** Any number of our own: the advisory lock that writers of one database take in turn. */
const WRITERS = 7_265_636
const OLDEST = 150_000

/** Opens a PostgreSQL database (15 or later) by its URL. Whole numbers come back as numbers, as from SQLite. */
export async function openPostgres(url: string): Promise<Connection> {
  const where = url.replace(/:[^:@/]*@/, ':…@')
  const types = {
    getTypeParser: (id: number, format?: 'text' | 'binary') =>
      id === INT8 || id === NUMERIC ? Number : pg.types.getTypeParser(id, format as 'text'),
  }
  const client = new pg.Client({ connectionString: url, types: types as pg.CustomTypesConfig })
  // A connection that breaks while it is idle is told by the next query.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await refuseOlder(client, where)
  } catch (error) {
    if (error instanceof PenholderError) throw error
    throw new PenholderError(
      {
        code: 'unavailable',
        what: `the server can’t be reached (${(error as Error).message})`,
        place: { file: where },
        todo: 'see that it runs and that the URL is right',
      },
      { cause: error },
    )
  }
  const query = async (sql: string, values: readonly Value[] = []) => {
    try {
      return await client.query(numbered(sql), [...values])
    } catch (error) {
      throw told(error, where)
    }
  }
  return queued({
    dialect: 'postgres',
    where,
    all: async <Found>(sql: string, values?: readonly Value[]) => (await query(sql, values)).rows as Found[],
    run: async (sql, values) => (await query(sql, values)).rowCount ?? 0,
    insert: async (table, columns, rows) => {
      const most = Math.floor(MOST_VALUES / columns.length)
      for (let from = 0; from < rows.length; from += most) {
        const some = rows.slice(from, from + most)
        const marks = some.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ')
        await query(`insert into ${table} (${columns.join(', ')}) values ${marks}`, valuesOf(some, columns))
      }
    },
    execute: async (sql) => {
      try {
        await client.query(sql)
      } catch (error) {
        throw told(error, where)
      }
    },
    begin: async () => {
      await query('begin')
      // Writers wait for each other, as they do on SQLite: the log is one chain.
      await query('select pg_advisory_xact_lock(?)', [WRITERS])
    },
    commit: async () => void (await query('commit')),
    rollback: async () => {
      // On a broken connection there is nothing to roll back; the first error is the one to tell.
      await client.query('rollback').catch(() => undefined)
    },
    close: () => client.end(),
  })
}

async function refuseOlder(client: pg.Client, where: string): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
  )
  if (Number(rows[0]?.server_version_num) >= OLDEST) return
  await client.end()
  throw new PenholderError({
    code: 'unsupported',
    what: `the server is PostgreSQL ${rows[0]?.server_version}`,
    place: { file: where },
    expected: 'PostgreSQL 15 or later',
  })
}

/** SQLSTATE classes in the project's words. */
const TELLS: readonly (readonly [RegExp, ErrorCode, string, string])[] = [
  [/^53100/, 'unavailable', 'the server’s disk is full; nothing of this step was kept', 'make room and run it again'],
  [
    /^(25006|42501)/,
    'refused',
    'the record can’t be written',
    'see which rights the user has, and that the server is no standby',
  ],
  [
    /^(57|08|53)/,
    'unavailable',
    'the server is gone or too busy; nothing of this step was kept',
    'run it again when the server is there',
  ],
]

function told(error: unknown, where: string): unknown {
  const { code = '', message } = error as { code?: string; message: string }
  const gone = /Connection terminated|ECONNRESET|EPIPE|not queryable/.test(`${message} ${code}`)
  const found = TELLS.find(([pattern]) => pattern.test(gone ? '08006' : code))
  if (found === undefined) return error
  const what = `${found[2]} (${message})`
  return new PenholderError({ code: found[1], what, place: { file: where }, todo: found[3] }, { cause: error })
}

function valuesOf(rows: readonly Row[], columns: readonly string[]): Value[] {
  return rows.flatMap((row) => columns.map((column) => row[column] ?? null))
}

/** `?` → `$1`, `$2` …; the record's SQL holds no question mark otherwise. */
function numbered(sql: string): string {
  let count = 0
  return sql.replace(/\?/g, () => `$${++count}`)
}
