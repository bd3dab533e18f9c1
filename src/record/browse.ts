import type { Claim } from '../read/index.js'
import type { Connection, Value } from './connection.js'
import type { ArticleBody, ReadingBody } from './rows.js'
import { inChunks } from './select.js'
import { type ClaimRow, type StoredClaim, storedClaim } from './stored.js'

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

interface HeadRow {
  readonly article: string
  readonly published: string | null
  readonly target: string | null
  readonly reader: string
  readonly body: string
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
  const rows = await inChunks<HeadRow>(
    connection,
    'select article, published, target, reader, body from reading r where article in',
    ids,
    `and ${LATEST}`,
    [seq, seq],
  )
  const byId = new Map((await linesOf(connection, rows)).map((line) => [line.id, line]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The latest reading of its article at a moment of the log; takes two values, both that moment. */
const LATEST = `r.seq <= ? and not exists (select 1 from reading n where n.article = r.article and n.seq > r.seq and n.seq <= ?)`

/** So many articles are looked through for words before others get their turn. */
const WINDOW = 300

/** The next articles in order that hold all the words; looked for a window at a time, since texts have no index. */
async function headsWithWords(
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

/** Which claims a list is of; everything that is given must hold. */
export interface ClaimFilter extends ArticleFilter {
  readonly kind?: Claim['kind']
  /** The state or body that holds the stance, does the thing, imposes the measure, or is a party of the contact. */
  readonly actor?: string
  readonly stance?: string
  readonly about?: string
  /** An event's type, or one of a measure's. */
  readonly type?: string
  /** Only claims of these articles. */
  readonly articles?: readonly string[]
}

/** Where a list of claims goes on: in this article, after so many characters; then with the articles after it. */
export interface ClaimPlace extends ArticlePlace {
  readonly start: number
  readonly id: string
}

export interface ClaimLine extends StoredClaim {
  readonly published?: string
}

const ARTICLES_AT_ONCE = 100
/** So many articles are looked through for one page; a page may be short, or empty, and still go on. */
const MOST_ARTICLES = 5_000

interface ClaimQuery extends ClaimFilter {
  readonly after?: ClaimPlace
  readonly limit: number
  readonly seq: number
  /** What else must hold of a claim. */
  readonly isWanted?: (claim: StoredClaim) => boolean
}

/**
 * Claims of the latest readings, in the order of their articles (latest publication first) and of the text; at most
 * `limit`. `next` is where to go on; absent at the end.
 */
export async function browseClaims(
  connection: Connection,
  query: ClaimQuery,
): Promise<{ readonly items: ClaimLine[]; readonly next?: ClaimPlace }> {
  const { limit, seq, after, isWanted = () => true } = query
  const items: ClaimLine[] = []
  let looked = 0
  for await (const heads of headBatches(connection, query)) {
    const byArticle = await claimsOf(connection, heads, query, seq)
    for (const head of heads) {
      for (const claim of byArticle.get(head.article) ?? []) {
        if (head.article === after?.article && !comesAfter(claim, after)) continue
        if (!isWanted(claim)) continue
        if (items.length === limit) return { items, next: placeOf(items.at(-1) as ClaimLine) }
        items.push({ ...claim, ...(head.published === null ? {} : { published: head.published }) })
      }
    }
    looked += heads.length
    const end = heads.at(-1)
    if (looked >= MOST_ARTICLES && end !== undefined && query.articles === undefined)
      return { items, next: { published: end.published, article: end.article, start: Number.MAX_SAFE_INTEGER, id: '' } }
    // Others get their turn.
    await new Promise(setImmediate)
  }
  return { items }
}

/** The articles of a list of claims, in order, from where it goes on (that article included). */
async function* headBatches(connection: Connection, query: ClaimQuery): AsyncGenerator<HeadRow[]> {
  const { articles, after, seq } = query
  if (articles !== undefined) {
    const heads = inOrder(await headsOf(connection, [...new Set(articles)], seq))
    yield after === undefined ? heads : heads.filter((head) => orderKey(head) <= orderKey(after))
    return
  }
  let place: ArticlePlace | undefined = after
  if (after !== undefined) yield await headsOf(connection, [after.article], seq)
  while (true) {
    const { after: _, ...filter } = query
    const heads = await headsWithWords(connection, {
      ...filter,
      ...(place === undefined ? {} : { after: place }),
      limit: ARTICLES_AT_ONCE,
    })
    if (heads.length > 0) yield heads
    if (heads.length < ARTICLES_AT_ONCE) return
    place = heads.at(-1)
  }
}

function placeOf({ id, claim, published }: ClaimLine): ClaimPlace {
  return { published: published ?? null, article: claim.article, start: claim.quote.start, id }
}

function comesAfter({ id, claim }: StoredClaim, place: ClaimPlace): boolean {
  return claim.quote.start > place.start || (claim.quote.start === place.start && id > place.id)
}

function orderKey({ published, article }: ArticlePlace): string {
  return `${published ?? ''} ${article}`
}

function inOrder(heads: readonly HeadRow[]): HeadRow[] {
  return [...heads].sort((a, b) => (orderKey(a) > orderKey(b) ? -1 : 1))
}

function headsOf(connection: Connection, ids: readonly string[], seq: number): Promise<HeadRow[]> {
  const select = 'select article, published, target, reader, body from reading r where article in'
  return inChunks<HeadRow>(connection, select, ids, `and ${LATEST}`, [seq, seq])
}

async function claimsOf(
  connection: Connection,
  heads: readonly HeadRow[],
  filter: ClaimFilter,
  seq: number,
): Promise<Map<string, StoredClaim[]>> {
  const { kind, actor, stance, about, type } = filter
  // Coarse in SQL, exact below: a body is canonical JSON, and none of these values holds a sign that LIKE knows.
  const named = [actor, stance, about, type].filter((each) => each !== undefined)
  const where = [...(kind === undefined ? [] : ['kind = ?']), ...named.map(() => 'body like ?'), 'seq <= ?']
  const values = [...(kind === undefined ? [] : [kind]), ...named.map((each) => `%"${each}"%`), seq]
  const rows = await inChunks<ClaimRow>(
    connection,
    'select id, seq, article, gist, body from claim where article in',
    heads.map(({ article }) => article),
    `and ${where.join(' and ')}`,
    values,
  )
  const current = new Map(heads.map((head) => [head.article, head.body]))
  const found = new Map<string, StoredClaim[]>()
  for (const row of new Map(rows.map((each) => [each.id, each])).values()) {
    if (current.get(row.article)?.includes(`"${row.id}"`) !== true) continue
    const claim = storedClaim(row)
    if (!isMeant(claim.claim, filter)) continue
    const own = found.get(row.article)
    if (own === undefined) found.set(row.article, [claim])
    else own.push(claim)
  }
  for (const own of found.values())
    own.sort((a, b) => a.claim.quote.start - b.claim.quote.start || (a.id < b.id ? -1 : 1))
  return found
}

function isMeant(claim: Claim, { actor, stance, about, type }: ClaimFilter): boolean {
  if (stance !== undefined && !(claim.kind === 'stance' && claim.stance === stance)) return false
  if (about !== undefined && !(claim.kind === 'stance' && claim.about === about)) return false
  if (type !== undefined && !typesOf(claim).includes(type)) return false
  return actor === undefined || actorsOf(claim).includes(actor)
}

function typesOf(claim: Claim): readonly string[] {
  if (claim.kind === 'event') return [claim.type]
  if (claim.kind === 'measure') return claim.types
  return claim.kind === 'contact' ? [claim.mode] : []
}

function actorsOf(claim: Claim): readonly (string | undefined)[] {
  if (claim.kind === 'contact') return claim.parties
  return [claim.kind === 'measure' ? claim.by : claim.actor]
}

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
