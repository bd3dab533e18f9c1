import type { Claim } from '../read/index.js'
import type { Connection } from './connection.js'
import { type ArticleFilter, type ArticlePlace, type HeadRow, headsOf, headsWithWords } from './latest-readings.js'
import { inChunks } from './select.js'
import { type ClaimRow, type StoredClaim, storedClaim } from './stored.js'

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
