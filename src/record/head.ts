import type { Connection } from './connection.js'

/** The log's last entry: whoever saw the same hash saw the same record. `seq` 0 and an empty hash in an empty record. */
export interface RecordHead {
  readonly seq: number
  readonly hash: string
  readonly at?: string
}

export async function recordHead(connection: Connection): Promise<RecordHead> {
  const [last] = await connection.all<{ seq: number; hash: string; at: string }>(
    'select seq, hash, at from log order by seq desc limit 1',
  )
  return last === undefined ? { seq: 0, hash: '' } : { seq: last.seq, hash: last.hash, at: last.at }
}

/** What an entry of the log brought, for those who follow the record. */
export interface LogNews {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly act: string
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>
  /** New articles, the first hundred. */
  readonly articles: readonly string[]
}

const MOST_ARTICLES = 100

/** Entries after `seq`, oldest first, at most `limit`. */
export async function entriesAfter(connection: Connection, seq: number, limit: number): Promise<LogNews[]> {
  const entries = await connection.all<{ seq: number; at: string; who: string; act: string; body: string }>(
    'select seq, at, who, act, body from log where seq > ? order by seq limit ?',
    [seq, limit],
  )
  const news: LogNews[] = []
  for (const { body, ...entry } of entries) {
    const { rows = {} } = JSON.parse(body) as { rows?: Record<string, number> }
    const articles =
      (rows.article ?? 0) === 0
        ? []
        : await connection.all<{ id: string }>('select id from article where seq = ? order by id limit ?', [
            entry.seq,
            MOST_ARTICLES,
          ])
    news.push({ ...entry, rows, articles: articles.map(({ id }) => id) })
  }
  return news
}
