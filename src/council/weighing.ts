import { addDays } from '../dates.js'
import type { Basis, Claim, StanceClaim } from '../read/index.js'
import type { DatedClaim } from './dated.js'
import { LADDER, sideOf } from './ladder.js'

/** What people settled of claims before they are weighed. */
export interface Settled {
  /** Claims that a person, or a rule that knows more, put with this text: their own words of a draft are not asked. */
  readonly attached?: ReadonlySet<Claim>
  /** Claims that a person accepted: one that nobody has does not win against them, unless it is of a later day. */
  readonly accepted?: ReadonlySet<Claim>
}

/** A stance with the days that it can be of. */
export type Dated = DatedClaim<StanceClaim>

/** Weight of a claim by who vouches for it: on record and in the reporter’s own words, then unnamed sources, then headlines. */
const WEIGHT: Readonly<Record<Basis, number>> = {
  'on-record': 3,
  spokesperson: 3,
  document: 3,
  media: 3,
  unnamed: 2,
  headline: 1,
}
const SAME_REPORT_DAYS = 3

/** A vote cast, else what is held without a condition: the heaviest claims of the latest day, with what the same report says of the days just before. */
export function decidingClaims(attached: readonly Dated[]): Dated[] {
  const cast = attached.filter(({ claim }) => claim.cast === true)
  const firm = attached.filter(({ claim }) => claim.conditional !== true)
  const pool = [cast, firm, attached].find((claims) => claims.length > 0) ?? attached
  const heaviest = Math.max(...pool.map(weight))
  const heavy = pool.filter((one) => weight(one) === heaviest).sort(latestFirst)
  const last = lastDay(heavy[0] as Dated)
  const reports = new Set(heavy.filter((one) => lastDay(one) === last).map(({ claim }) => claim.article))
  const earliest = last === '' ? '' : addDays(last, -SAME_REPORT_DAYS)
  return heavy.filter((one) => lastDay(one) === last || (reports.has(one.claim.article) && lastDay(one) >= earliest))
}

/** The claims without those that contradict an accepted one of the same day or a later one, and that nobody accepted. */
export function uncontradicted(claims: readonly Dated[], { accepted = new Set() }: Settled): readonly Dated[] {
  const sure = claims.filter(({ claim }) => accepted.has(claim))
  if (sure.length === 0) return claims
  return claims.filter(
    (one) =>
      accepted.has(one.claim) ||
      !sure.some((other) => lastDay(other) >= lastDay(one) && stanceSide(other) !== stanceSide(one)),
  )
}

function stanceSide({ claim }: Dated): ReturnType<typeof sideOf> {
  return sideOf(LADDER.find(([stance]) => stance === claim.stance)?.[1] ?? 'unknown')
}

export function weight(one: Dated): number {
  return WEIGHT[one.claim.basis]
}

/** The last day that a claim can be of; empty where none is known, which sorts before all. */
export function lastDay(one: Dated): string {
  return one.span?.to ?? ''
}

export function latestFirst(a: Dated, b: Dated): number {
  return lastDay(a) > lastDay(b) ? -1 : lastDay(a) < lastDay(b) ? 1 : a.claim.quote.start - b.claim.quote.start
}
