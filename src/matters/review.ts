import { spanOf } from '../dates.js'
import { PenholderError } from '../errors.js'
import type { Claim } from '../read/index.js'
import {
  articlesWithName,
  type ClaimRuling,
  type Connection,
  type Kept,
  type Known,
  latestReadings,
  latestRulings,
  type Proposal,
  proposals,
  type ReadingHead,
  repeats,
  type StoredArticle,
  type StoredReading,
  seqKnown,
  storedReadings,
} from '../record/index.js'
import type { MatterView } from './claim.js'
import { openMatter } from './open.js'
import { finderOf, isToldInFirst } from './settled.js'

export const REVIEW_STATES = ['proposed', 'accepted', 'edited', 'rejected'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** A claim with what people said of it so far. */
export interface ReviewItem {
  readonly id: string
  readonly gist: string
  /** As edited, where it was. */
  readonly claim: Claim
  /** As it was read, where it was edited. */
  readonly read?: Claim
  readonly state: ReviewState
  readonly ruled?: Kept & { readonly note?: string }
  readonly article: { readonly id: string; readonly name: string; readonly title?: string; readonly published?: string }
  /** Only where a matter was asked for. */
  readonly draft?: string
  /** Who proposed it, where no reading did; it counts nowhere until a person accepts it. */
  readonly proposedBy?: string
}

export interface ReviewQuery extends Known {
  /** Only claims that belong to this matter. */
  readonly matter?: string
  /** Only claims of this article: its id, the beginning of one, or its name. */
  readonly article?: string
  readonly kinds?: readonly Claim['kind'][]
  /** Only claims in these states; proposals where it is left out. */
  readonly states?: readonly ReviewState[]
}

/** Repeats are worked out over the whole record; in a larger one than this they are shown each. */
const MOST_COMPARED = 20_000
const AT_ONCE = 200

/**
 * Claims of the latest readings to be ruled on, by day of publication and in the order of the text; of a report that is
 * repeated, those of the first article, and of the others what only they tell. Throws `not-found` for a matter or article that is not there.
 */
export async function* claimsToReview(record: Connection, query: ReviewQuery = {}): AsyncGenerator<ReviewItem> {
  const seq = await seqKnown(record, query)
  const isWanted = (item: ReviewItem) =>
    (query.states ?? ['proposed']).includes(item.state) && (query.kinds?.includes(item.claim.kind) ?? true)
  const heads = [...(await latestReadings(record, undefined, seq)).values()]
  const all = heads.sort((a, b) => (dayAndId(a) < dayAndId(b) ? -1 : 1)).map(({ article }) => article)
  const wanted = query.article === undefined ? undefined : await articlesNamed(record, query.article, all, seq)
  if (query.matter !== undefined) {
    for (const item of await itemsOfMatter(record, query.matter, seq)) {
      if (isWanted(item) && (wanted?.includes(item.article.id) ?? true)) yield item
    }
    return
  }
  const rulings = [...(await latestRulings(record, { seq })).values()]
  const reports: ReadonlyMap<string, string> =
    wanted !== undefined || all.length > MOST_COMPARED ? new Map() : await repeats(record, { seq })
  const finder = finderOf(rulings, reports)
  const ids = wanted ?? all
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const articles = ids.slice(from, from + AT_ONCE)
    const proposed = await proposals(record, { articles, seq })
    const firsts = articles.flatMap((id) => reports.get(id) ?? [])
    const readings = await storedReadings(record, { articles: [...articles, ...firsts], seq })
    const byId = new Map(readings.map((reading) => [reading.article.id, reading]))
    for (const id of articles) {
      const reading = byId.get(id)
      if (reading === undefined) continue
      const first = byId.get(reports.get(id) ?? '')
      const own = [...reading.claims, ...proposed.filter(({ claim }) => claim.article === id)]
      for (const one of own) {
        if (first !== undefined && isToldInFirst(one.claim, first)) continue
        const item = itemOf(one, reading.article, finder.said(one.claim, one.gist))
        if (isWanted(item)) yield item
      }
    }
  }
}

/** By the first day that it can have come out on; the undated last. */
function dayAndId({ published, article }: ReadingHead): string {
  return `${published === undefined ? '~' : spanOf(published).from} ${article}`
}

/** The text that a claim stands in, and where its reading began to be taken from; undefined where the record is without it. */
export async function articleOf(record: Connection, id: string): Promise<StoredReading | undefined> {
  const [found] = await storedReadings(record, { articles: [id] })
  return found
}

async function itemsOfMatter(record: Connection, matter: string, seq: number): Promise<ReviewItem[]> {
  const view = await openMatter(record, matter, { seq })
  const articles = new Map(view.articles.map((article) => [article.id, article]))
  const items = view.claims.map(({ id, gist, claim, read, ruling, ruled, draft }): ReviewItem => {
    const { name = '', title, published } = articles.get(claim.article) ?? {}
    return {
      id,
      gist,
      claim,
      ...(read === undefined ? {} : { read }),
      state: ruling,
      ...(ruled === undefined ? {} : { ruled }),
      article: {
        id: claim.article,
        name,
        ...(title === undefined ? {} : { title }),
        ...(published === undefined ? {} : { published }),
      },
      ...(draft === undefined ? {} : { draft }),
    }
  })
  // What was rejected belongs to no matter any more; it is shown with the articles that do.
  const rejected = [...(await latestRulings(record, { seq })).values()].flatMap((ruling): ReviewItem[] => {
    const article = articles.get(ruling.claim.claim.article)
    return ruling.verdict === 'rejected' && article !== undefined ? [itemOf(ruling.claim, article, ruling)] : []
  })
  return [...items, ...rejected, ...(await openProposals(record, view.articles, seq))]
}

/** What was proposed on articles of a matter and nobody ruled on; where it belongs is told when it is accepted. */
async function openProposals(record: Connection, articles: MatterView['articles'], seq: number): Promise<ReviewItem[]> {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const ruled = await latestRulings(record, { seq })
  return (await proposals(record, { articles: [...byId.keys()], seq })).flatMap((proposal) => {
    const article = byId.get(proposal.claim.article)
    return article === undefined || ruled.has(proposal.gist) ? [] : [itemOf(proposal, article, undefined)]
  })
}

function itemOf(
  proposed: Pick<Proposal, 'id' | 'gist' | 'claim'> & Partial<Pick<Proposal, 'kept'>>,
  article: Pick<StoredArticle, 'id' | 'name' | 'title' | 'published'>,
  ruling: ClaimRuling | undefined,
): ReviewItem {
  const { id, gist, claim, kept } = proposed
  const edited = ruling?.edited
  return {
    id,
    gist,
    claim: edited ?? claim,
    ...(edited === undefined ? {} : { read: claim }),
    state: ruling === undefined || ruling.verdict === 'withdrawn' ? 'proposed' : ruling.verdict,
    ...(ruling === undefined
      ? {}
      : { ruled: { ...ruling.kept, ...(ruling.note === undefined ? {} : { note: ruling.note }) } }),
    article: {
      id: article.id,
      name: article.name,
      ...(article.title === undefined ? {} : { title: article.title }),
      ...(article.published === undefined ? {} : { published: article.published }),
    },
    ...(kept === undefined ? {} : { proposedBy: kept.by }),
  }
}

async function articlesNamed(
  record: Connection,
  wanted: string,
  all: readonly string[],
  seq: number,
): Promise<string[]> {
  if (/^[0-9a-f]{4,24}$/.test(wanted)) {
    const found = all.filter((id) => id.startsWith(wanted))
    if (found.length > 0) return found
  }
  const named = await articlesWithName(record, wanted, seq)
  if (named.length > 0) return named
  throw new PenholderError({
    code: 'not-found',
    what: `no article has the id or the name "${wanted}"`,
    todo: 'give the file’s name, or the beginning of its id',
  })
}
