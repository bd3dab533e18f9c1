import type { Connection } from './connection.js'
import { type ArticleFilter, type ArticlePlace, type HeadRow, headsOf, headsWithWords } from './latest-readings.js'
import type { ArticleBody, ReadingBody } from './rows.js'
import { inChunks } from './select.js'

/** An article as a list shows it: no text, no claims. */
export interface ArticleLine {
  readonly id: string
  readonly seq: number
  readonly name: string
  readonly title?: string
  readonly published?: string
  readonly source?: string
  readonly url?: string
  readonly target?: string
  readonly reader: string
  /** How many claims its latest reading has. */
  readonly claims: number
}

/**
 * Articles in the order of their publication, the latest first and the undated last; at most `limit`, as the log knew
 * them at `seq`.
 */
export async function browseArticles(
  connection: Connection,
  filter: ArticleFilter & { readonly after?: ArticlePlace; readonly limit: number; readonly seq: number },
): Promise<ArticleLine[]> {
  const heads = await headsWithWords(connection, filter)
  return linesOf(connection, heads)
}

/** The lines of articles that are known by their ids, in the order of the ids; unknown ids are left out. */
export async function articleLines(
  connection: Connection,
  ids: readonly string[],
  seq: number,
): Promise<ArticleLine[]> {
  const rows = await headsOf(connection, ids, seq)
  const byId = new Map((await linesOf(connection, rows)).map((line) => [line.id, line]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function linesOf(connection: Connection, heads: readonly HeadRow[]): Promise<ArticleLine[]> {
  const rows = await inChunks<{ id: string; seq: number; body: string }>(
    connection,
    'select id, seq, body from article where id in',
    heads.map(({ article }) => article),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return heads.flatMap((head): ArticleLine[] => {
    const row = byId.get(head.article)
    if (row === undefined) return []
    const { name, title, source, url } = JSON.parse(row.body) as ArticleBody
    return [
      {
        id: row.id,
        seq: row.seq,
        name,
        ...(title === undefined ? {} : { title }),
        ...(head.published === null ? {} : { published: head.published }),
        ...(source === undefined ? {} : { source }),
        ...(url === undefined ? {} : { url }),
        ...(head.target === null ? {} : { target: head.target }),
        reader: head.reader,
        claims: (JSON.parse(head.body) as ReadingBody).claims.length,
      },
    ]
  })
}
