import { type CivilDate, spanOf, type VagueDate } from '../dates.js'
import type { Claim } from '../read/index.js'

/** What is known of an article that claims come from; an `Article` of the articles room will do. */
export interface SourceArticle {
  readonly id: string
  readonly published?: VagueDate
  /** When the record learned it, where that is later than the publication. */
  readonly known?: CivilDate
  /** The state that it is chiefly about. */
  readonly target?: string
}

/** The day that is asked about, and what was known by then. */
export interface Vantage {
  /** The day in the world. */
  readonly on: CivilDate
  /** Only articles that were out by this day count; everything given where it is left out. */
  readonly known?: CivilDate
  /** Publication dates, for claims that say no date of their own. */
  readonly articles?: readonly SourceArticle[]
}

/** A claim with the days that it can be of. */
export interface DatedClaim<C extends Claim = Claim> {
  readonly claim: C
  /** Absent where neither the claim nor its article has a date. */
  readonly span?: { readonly from: CivilDate; readonly to: CivilDate }
  /** The words gave the date; otherwise it is the article's. */
  readonly isOwnDate: boolean
  readonly published?: CivilDate
}

/** The claims that could be known from where one stands, each with its days. Undated ones are kept. */
export function claimsSeenFrom(claims: readonly Claim[], vantage: Vantage): DatedClaim[] {
  const sources = new Map(vantage.articles?.map((article) => [article.id, article]))
  return claims.flatMap((claim) => {
    const source = sources.get(claim.article)
    const published = source?.published === undefined ? undefined : spanOf(source.published)
    const known = source?.known ?? published?.from
    if (vantage.known !== undefined && known !== undefined && known > vantage.known) return []
    const dated = dateOf(claim, published)
    return dated.span !== undefined && dated.span.from > vantage.on ? [] : [dated]
  })
}

function dateOf(claim: Claim, published: { from: CivilDate; to: CivilDate } | undefined): DatedClaim {
  const own = claim.date === undefined ? undefined : spanOf(claim.date)
  const day = published === undefined ? {} : { published: published.to }
  if (own === undefined) return { claim, isOwnDate: false, ...(published && { span: published }), ...day }
  // What is planned or expected is known from the day of the report on; a month that is running ends there too.
  if (published !== undefined && own.from > published.to) return { claim, isOwnDate: true, span: published, ...day }
  const to = published !== undefined && own.to > published.to ? published.to : own.to
  return { claim, isOwnDate: true, span: { from: own.from, to }, ...day }
}
