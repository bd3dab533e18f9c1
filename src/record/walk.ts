import type { Connection, Row } from './connection.js'
import type { LogEntry } from './log.js'
import { TABLES } from './tables.js'

/** One entry of the log with the rows that it brought, by table. */
export interface Entry {
  readonly log: LogEntry
  readonly rows: Readonly<Record<string, readonly Row[]>>
}

/** How many entries are held at once; an entry is a batch of articles at most. */
const WINDOW = 10

/** The whole record, entry by entry in the order of the log, in flat memory. */
export async function* entriesOf(connection: Connection, from = 1): AsyncGenerator<Entry> {
  for (let seq = from; ; ) {
    const log = await connection.all<LogEntry>(`select * from log where seq >= ? order by seq limit ${WINDOW}`, [seq])
    const last = log.at(-1)
    if (last === undefined) return
    const rows = new Map(log.map((entry) => [entry.seq, {} as Record<string, Row[]>]))
    for (const { name } of TABLES) {
      const found = await connection.all<Row>(`select * from ${name} where seq >= ? and seq <= ?`, [seq, last.seq])
      for (const row of found) {
        const own = rows.get(Number(row.seq))
        if (own === undefined) continue
        if (own[name] === undefined) own[name] = [row]
        else own[name].push(row)
      }
    }
    for (const entry of log) yield { log: entry, rows: rows.get(entry.seq) ?? {} }
    seq = last.seq + 1
  }
}
