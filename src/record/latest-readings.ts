import type { Connection, Value } from './connection.js'
import { inChunks } from './select.js'

/** Which articles a list is of; everything that is given must hold. */
export interface ArticleFilter {
  /** Days of publication, both included; a vague date is taken where it may lie inside. */
  readonly from?: string
  readonly to?: string
  readonly target?: string
  /** Words that all stand in the title or the text, in any case of ASCII. */
  readonly words?: readonly string[]
}

/** Where a list goes on: after this article. */
export interface ArticlePlace {
  readonly published: string | null
  readonly article: string
}

/** The latest reading of an article, as a row. */
export interface HeadRow {
  readonly article: string
  readonly published: string | null
  readonly target: string | null
  readonly reader: string
  readonly body: string
}

/** The latest reading of its article at a moment of the log; takes two values, both that moment. */
const LATEST = `r.seq <= ? and not exists (select 1 from reading n where n.article = r.article and n.seq > r.seq and n.seq <= ?)`

/** The latest readings of some articles, in no order. */
export function headsOf(connection: Connection, ids: readonly string[], seq: number): Promise<HeadRow[]> {
  const select = 'select article, published, target, reader, body from reading r where article in'
  return inChunks<HeadRow>(connection, select, ids, `and ${LATEST}`, [seq, seq])
}

/** So many articles are looked through for words before others get their turn. */
const WINDOW = 300

/** The next articles in order that hold all the words; looked for a window at a time, since texts have no index. */
export async function headsWithWords(
  connection: Connection,
  { words = [], limit, ...filter }: ArticleFilter & { after?: ArticlePlace; limit: number; seq: number },
): Promise<HeadRow[]> {
  if (words.length === 0) return headsInOrder(connection, { ...filter, limit })
  const patterns = words.map((word) => `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`)
  const holds = patterns.map(() => `(lower(text) like ? escape '\\' or lower(body) like ? escape '\\')`).join(' and ')
  const values = patterns.flatMap((pattern) => [pattern, pattern])
  const found: HeadRow[] = []
  let after = filter.after
  while (found.length < limit) {
    const heads = await headsInOrder(connection, {
      ...filter,
      ...(after === undefined ? {} : { after }),
      limit: WINDOW,
    })
    const ids = heads.map(({ article }) => article)
    const rows = await inChunks<{ id: string }>(
      connection,
      'select id from article where id in',
      ids,
      `and ${holds}`,
      values,
    )
    const holding = new Set(rows.map(({ id }) => id))
    found.push(...heads.filter(({ article }) => holding.has(article)))
    if (heads.length < WINDOW) break
    after = heads.at(-1)
    await new Promise(setImmediate)
  }
  return found.slice(0, limit)
}

async function headsInOrder(
  connection: Connection,
  { from, to, target, after, limit, seq }: ArticleFilter & { after?: ArticlePlace; limit: number; seq: number },
): Promise<HeadRow[]> {
  const where: string[] = [LATEST]
  const values: Value[] = [seq, seq]
  const add = (condition: string, ...own: Value[]) => {
    where.push(condition)
    values.push(...own)
  }
  if (target !== undefined) add('r.target = ?', target)
  const select = (more: string, order: string) =>
    `select article, published, target, reader, body from reading r where ${where.join(' and ')} and ${more} order by ${order} limit ?`
  const found: HeadRow[] = []
  if (after === undefined || after.published !== null) {
    const dated: [string, Value[]][] = [
      ...(to === undefined ? [] : [['r.published <= ?', [to]] as [string, Value[]]]),
      // "2006-07" may lie after 2006-07-05; the year alone lets the index do the work.
      ...(from === undefined
        ? []
        : [[`r.published >= ? and r.published || '~' >= ?`, [from.slice(0, 4), from]] as [string, Value[]]]),
      ...(after === undefined
        ? []
        : [['(r.published, r.article) < (?, ?)', [after.published, after.article]] as [string, Value[]]]),
    ]
    const more = ['r.published is not null', ...dated.map(([condition]) => condition)].join(' and ')
    const own = [...values, ...dated.flatMap(([, each]) => each), limit]
    found.push(...(await connection.all<HeadRow>(select(more, 'r.published desc, r.article desc'), own)))
  }
  if (found.length < limit && from === undefined && to === undefined) {
    const isInside = after !== undefined && after.published === null
    const more = isInside ? 'r.published is null and r.article < ?' : 'r.published is null'
    const own = [...values, ...(isInside ? [after.article] : []), limit - found.length]
    found.push(...(await connection.all<HeadRow>(select(more, 'r.article desc'), own)))
  }
  return found
}
