import { symbolFor } from '../cite/index.js'
import {
  type CouncilText,
  NEGOTIATION_DAYS,
  type RecordedVote,
  type SourceArticle,
  type TextQuery,
  textAtIssue,
  votesOnText,
} from '../council/index.js'
import { addDays, type CivilDate, spanOf } from '../dates.js'
import { TEXT_EVENTS } from '../matters/index.js'
import type { Claim, EventType } from '../read/index.js'

/** A text with the last day on which the articles spoke of it while it was open, or the day on which it was closed. */
export interface SeenText {
  readonly text: CouncilText
  /** First day on which it was spoken of. */
  readonly first: CivilDate
  readonly seen: CivilDate
  readonly isClosed: boolean
}

const ENDS: readonly EventType[] = ['adopted', 'vetoed', 'not-adopted', 'vote-held']
const OPEN: readonly CouncilText['status'][] = ['expected', 'tabled']

/**
 * The texts that the articles speak of up to a day, oldest first. A draft that is decided later is one text with its
 * resolution; talk that is more than `NEGOTIATION_DAYS` apart, or of drafts of other states, is of two.
 */
export function textsUntil(claims: readonly Claim[], articles: readonly SourceArticle[], on: CivilDate): SeenText[] {
  const published = new Map(articles.map((one) => [one.id, one.published]))
  const dayOf = (claim: Claim) => {
    const day = published.get(claim.article)
    return day === undefined ? undefined : spanOf(day).to
  }
  const dated = claims
    .flatMap((claim) => {
      const day = tells(claim) ? dayOf(claim) : undefined
      return day === undefined || day > on ? [] : [{ claim, day }]
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const byId = new Map(articles.map((article) => [article.id, article]))
  const found: SeenText[] = []
  for (const { day, isTold, near } of daysOf(dated)) {
    const last = found.at(-1)
    if (!isTold && last !== undefined && addDays(last.seen, NEGOTIATION_DAYS) >= day) {
      // Stances without a vote neither bring a text nor end one: the talk of it goes on.
      if (!last.isClosed && last.seen < day) found[found.length - 1] = { ...last, seen: day }
      continue
    }
    const sources = [...new Set(near.map(({ article }) => article))].flatMap((id) => byId.get(id) ?? [])
    const text = textAtIssue(near, { on: day, articles: sources })
    if (text.status === 'none') continue
    const isClosed = !OPEN.includes(text.status)
    place(found, { text, first: day, seen: isClosed ? closedOn(text, day) : day, isClosed })
  }
  for (const { claim, day } of dated) {
    const vote = claim.kind === 'event' && ENDS.includes(claim.type) ? voteNamed(claim.instrument) : undefined
    if (vote === undefined || vote.date > on) continue
    const text = textAtIssue([claim], { on: day, articles }, symbolQuery(vote.text))
    place(found, { text, first: vote.date, seen: vote.date, isClosed: true })
  }
  return found.sort((a, b) => (a.seen < b.seen ? -1 : a.seen > b.seen ? 1 : a.first < b.first ? -1 : 1))
}

interface Dated {
  readonly claim: Claim
  readonly day: CivilDate
}

/** Each day of reports with the claims that may bear on its text, and whether any of that day tells of one. */
function* daysOf(dated: readonly Dated[]): Generator<{ day: CivilDate; isTold: boolean; near: Claim[] }> {
  let oldest = 0
  for (let at = 0; at < dated.length; ) {
    const day = dated[at]?.day ?? ''
    let next = at
    let isTold = false
    for (; dated[next]?.day === day; next++) {
      const claim = dated[next]?.claim
      isTold ||= claim?.kind !== 'stance' || claim.cast === true || claim.stance === 'sponsors'
    }
    const from = addDays(day, -2 * NEGOTIATION_DAYS)
    while ((dated[oldest]?.day ?? day) < from) oldest++
    yield { day, isTold, near: dated.slice(oldest, next).map(({ claim }) => claim) }
    at = next
  }
}

/** The only vote on record on a text that an article names by its symbol. */
function voteNamed(instrument: string | undefined): RecordedVote | undefined {
  const symbol = instrument === undefined ? undefined : symbolFor(instrument)
  const votes = symbol === undefined ? [] : votesOnText(symbol)
  return votes.length === 1 ? votes[0] : undefined
}

function symbolQuery(text: string): TextQuery {
  const symbol = symbolFor(text)
  return symbol === undefined ? {} : { symbol }
}

function tells(claim: Claim): boolean {
  return claim.kind === 'event'
    ? TEXT_EVENTS.includes(claim.type)
    : claim.kind === 'stance' && claim.about === 'resolution'
}

function closedOn(text: CouncilText, day: CivilDate): CivilDate {
  return text.decided === undefined ? day : spanOf(text.decided).to
}

/** Puts a text in, in the place of what it was before. */
function place(found: SeenText[], next: SeenText): void {
  const known = found.findIndex((one) => one.isClosed && next.isClosed && sameClosed(one.text, next.text))
  if (known >= 0) {
    // A later report may know more, such as the symbol.
    const before = found[known] as SeenText
    if (next.text.vote !== undefined || before.text.vote === undefined)
      found[known] = withDraft({ ...next, first: before.first }, before.text)
    return
  }
  const last = found.findLastIndex((one) => !one.isClosed)
  const open = found[last]
  const follows =
    open !== undefined &&
    open.seen <= next.seen &&
    addDays(open.seen, NEGOTIATION_DAYS) >= next.seen &&
    (next.isClosed || sameDraft(open.text, next.text))
  if (follows) found[last] = { ...(next.isClosed ? withDraft(next, open.text) : next), first: open.first }
  else found.push(next)
}

/** A decided text keeps what was told of it as a draft. */
function withDraft(next: SeenText, draft: CouncilText): SeenText {
  const { text } = next
  return {
    ...next,
    text: {
      ...text,
      sponsors: text.sponsors.length > 0 ? text.sponsors : draft.sponsors,
      rivals: text.rivals.length > 0 ? text.rivals : draft.rivals,
      voteExpected: text.voteExpected.length > 0 ? text.voteExpected : draft.voteExpected,
      ...((text.tabled ?? draft.tabled) !== undefined && { tabled: text.tabled ?? draft.tabled ?? '' }),
    },
  }
}

function sameClosed(one: CouncilText, other: CouncilText): boolean {
  if (one.vote !== undefined && other.vote !== undefined) return one.vote.id === other.vote.id
  if (one.symbol !== undefined && other.symbol !== undefined) return one.symbol === other.symbol
  return one.decided === other.decided && one.status === other.status
}

function sameDraft(one: CouncilText, other: CouncilText): boolean {
  if (one.symbol !== undefined && other.symbol !== undefined && one.symbol !== other.symbol) return false
  return (
    one.sponsors.length === 0 ||
    other.sponsors.length === 0 ||
    one.sponsors.some((sponsor) => other.sponsors.includes(sponsor))
  )
}
