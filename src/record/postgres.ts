import pg from 'pg'
import { PenholderError } from '../errors.js'
import type { Connection, Value } from './connection.js'

const INT8 = 20
const NUMERIC = 1700

/** Opens a PostgreSQL database (15 or later) by its URL. Whole numbers come back as numbers, as from SQLite. */
export async function openPostgres(url: string): Promise<Connection> {
  const types = {
    getTypeParser: (id: number, format?: 'text' | 'binary') =>
      id === INT8 || id === NUMERIC ? Number : pg.types.getTypeParser(id, format as 'text'),
  }
  const client = new pg.Client({ connectionString: url, types: types as pg.CustomTypesConfig })
  try {
    await client.connect()
  } catch (error) {
    const place = { path: url.replace(/:[^:@/]*@/, ':…@') }
    const what = `the server cannot be reached: ${(error as Error).message}`
    throw new PenholderError(
      { code: 'unavailable', what, place, todo: 'see that it runs and that the URL is right' },
      { cause: error },
    )
  }
  const query = async (sql: string, values: readonly Value[] = []) => client.query(numbered(sql), [...values])
  return {
    dialect: 'postgres',
    all: async <Row>(sql: string, values?: readonly Value[]) => (await query(sql, values)).rows as Row[],
    run: async (sql, values) => (await query(sql, values)).rowCount ?? 0,
    execute: async (sql) => void (await client.query(sql)),
    transaction: async (work) => {
      await client.query('begin')
      try {
        // Writers wait for each other, as they do on SQLite: the log is one chain.
        await client.query('select pg_advisory_xact_lock(7265636)')
        const result = await work()
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback')
        throw error
      }
    },
    close: () => client.end(),
  }
}

/** `?` → `$1`, `$2` …; the record's SQL holds no question mark otherwise. */
function numbered(sql: string): string {
  let count = 0
  return sql.replace(/\?/g, () => `$${++count}`)
}
