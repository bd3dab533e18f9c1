import type { Connection, Row } from './connection.js'
import { canonicalJson, sha256 } from './hash.js'
import { TABLES, type Table, tableNamed } from './tables.js'

/** One entry of the append-only log. `at` is when the record learned it (ISO 8601, UTC). */
export interface LogEntry {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly act: string
  /** JSON: `rows` (how many of each table), `digest` of them, and what else is to be told. */
  readonly body: string
  /** Hash of the entry before; empty for the first. */
  readonly previous: string
  readonly hash: string
}

/** Who did a thing and when, as the face that called says; the record reads no clock of its own. */
export interface Stamp {
  readonly who: string
  /** ISO 8601 in UTC, as `Date.prototype.toISOString` writes it. */
  readonly at: string
}

/** New rows by table; they are given without `seq`. */
export type NewRows = Readonly<Record<string, readonly Row[]>>

/**
 * The one way into the record: appends an entry to the log and the rows that it brings, all or nothing (joins the
 * caller's transaction where there is one). Answers with the entry's `seq`, which each row carries. Moments never run
 * backwards in the log: an earlier stamp takes the moment of the entry before.
 */
export async function keep(
  connection: Connection,
  stamp: Stamp,
  act: string,
  rows: NewRows,
  about: Readonly<Record<string, unknown>> = {},
): Promise<number> {
  return connection.transaction(async () => {
    const [last] = await connection.all<LogEntry>('select * from log order by seq desc limit 1')
    const counts = Object.fromEntries(Object.entries(rows).map(([table, each]) => [table, each.length]))
    const unsigned = {
      seq: (last?.seq ?? 0) + 1,
      at: last !== undefined && last.at > stamp.at ? last.at : stamp.at,
      who: stamp.who,
      act,
      body: canonicalJson({ ...about, rows: counts, digest: digestOf(rows) }),
      previous: last?.hash ?? '',
    }
    const entry = { ...unsigned, hash: entryHash(unsigned) }
    await connection.insert('log', LOG_COLUMNS, [entry])
    for (const table of TABLES) {
      const own = rows[table.name]
      if (own === undefined || own.length === 0) continue
      const withSeq = own.map((row) => ({ ...row, seq: entry.seq }))
      await connection.insert(table.name, [...table.columns, 'seq'], withSeq)
    }
    return entry.seq
  })
}

export const LOG_COLUMNS = ['seq', 'at', 'who', 'act', 'body', 'previous', 'hash'] as const

export function entryHash(entry: Omit<LogEntry, 'hash'>): string {
  return sha256(canonicalJson([entry.previous, entry.seq, entry.at, entry.who, entry.act, entry.body]))
}

/** SHA-256 over the rows of one entry, in an order of its own; texts take part by their hashes. */
export function digestOf(rows: NewRows): string {
  const lines = Object.entries(rows).flatMap(([name, own]) => {
    const table = tableNamed(name)
    return own.map((row) => rowLine(table, row))
  })
  return sha256(lines.sort().join('\n'))
}

function rowLine(table: Table, row: Row): string {
  const columns = table.columns.filter((column) => !table.hashed?.includes(column))
  return JSON.stringify([table.name, ...columns.map((column) => row[column] ?? null)])
}
