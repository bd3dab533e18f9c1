import type { Connection } from './connection.js'

/** How much a record holds, as the log knew it at `seq`. */
export async function recordSize(
  connection: Connection,
  seq: number,
): Promise<{ readonly seq: number; readonly at?: string; readonly articles: number; readonly claims: number }> {
  const [articles] = await connection.all<{ n: number }>('select count(*) as n from article where seq <= ?', [seq])
  const [claims] = await connection.all<{ n: number }>('select count(*) as n from claim where seq <= ?', [seq])
  const [entry] = await connection.all<{ at: string }>('select at from log where seq = ?', [seq])
  return { seq, ...(entry === undefined ? {} : { at: entry.at }), articles: articles?.n ?? 0, claims: claims?.n ?? 0 }
}
