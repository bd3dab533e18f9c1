import { findSymbols, printSymbol, symbolFor } from '../cite/index.js'
import { addDays, type CivilDate } from '../dates.js'
import type { Claim, EventClaim, EventType, StanceClaim } from '../read/index.js'
import { stateFor } from '../states.js'
import type { DatedClaim } from './dated.js'
import { letterOf, type RecordedVote, recordedVotes, votesOnText } from './record.js'
import type { Letter } from './rule.js'

/** Something that an article tells of a text, with the days that it can be of. */
export type Event = DatedClaim<EventClaim>

/** How the Council is done with a text; `voted` where a vote is told and its end is not. */
export const ENDS: Partial<Record<EventType, 'adopted' | 'vetoed' | 'not adopted' | 'voted'>> = {
  adopted: 'adopted',
  vetoed: 'vetoed',
  'not-adopted': 'not adopted',
  'vote-held': 'voted',
}
/** What tells that a text is on the table or coming. */
export const OPENERS: readonly EventType[] = ['draft-tabled', 'draft-expected', 'vote-expected']
/** A report tells of an act of the week before it. */
const SAME_NEWS = 7
/** A text that was tabled so shortly before a report is not settled by an act to which the report gives no day. */
const HOPE_DAYS = 2

/**
 * Votes on the named symbol, or those of the reported day with the reported end. A day early or late is taken too, and the
 * week before a report that gives no day.
 */
export function votesFor(symbol: string | undefined, act: Event, status: string, told: Told): RecordedVote[] {
  const named = symbol === undefined ? undefined : symbolFor(symbol)
  if (named !== undefined) return votesOnText(named)
  const { span } = act
  if (span === undefined || span.from !== span.to) return []
  const between = (from: CivilDate, to: CivilDate) =>
    recordedVotes().filter(
      (vote) =>
        vote.date >= from &&
        vote.date <= to &&
        vote.scope === 'whole' &&
        (status === 'voted' || vote.outcome === status),
    )
  const sameDay = act.isOwnDate ? between(span.from, span.to) : between(addDays(span.from, -SAME_NEWS), span.to)
  const found = sameDay.length > 0 ? sameDay : between(addDays(span.from, -1), addDays(span.to, 1))
  return narrowed(found, told, act)
}

/** What else the reports tell that a vote must fit. */
export interface Told {
  readonly claims: readonly Claim[]
  /** States that the articles are chiefly about. */
  readonly targets: readonly string[]
}

/**
 * Votes as the members of the report are said to have cast them, then those whose title names the state concerned. A report
 * that gives no day needs one of the two; the only vote of a week is else any vote.
 */
function narrowed(found: readonly RecordedVote[], { claims, targets }: Told, act: Event): RecordedVote[] {
  const cast = claims.filter(
    (claim): claim is StanceClaim =>
      claim.kind === 'stance' &&
      claim.cast === true &&
      claim.about === 'resolution' &&
      claim.article === act.claim.article,
  )
  const asCast = found.filter((vote) =>
    cast.every(({ actor, stance }) => {
      const letter = letterOf(vote, actor)
      return letter === undefined || LETTER_OF[stance] === undefined || LETTER_OF[stance] === letter
    }),
  )
  const names = targets.flatMap((code) => stateFor(code)?.name ?? [])
  const fitting = asCast.filter((vote) => names.some((name) => vote.title.includes(name)))
  if (fitting.length === 1) return fitting
  return act.isOwnDate || cast.length > 0 || asCast.length > 1 ? asCast : []
}

const LETTER_OF: Partial<Record<StanceClaim['stance'], Letter>> = {
  sponsors: 'Y',
  supports: 'Y',
  abstains: 'A',
  opposes: 'N',
  vetoes: 'N',
}

/** A mention without a date beside one with a date in the same report tells of the same act; so does a vote beside its end. */
export function isRepeat(act: Event, acts: readonly Event[]): boolean {
  const { article, type } = act.claim
  if (symbolOf(act.claim) !== undefined) return false
  const inReport = acts.filter((one) => one !== act && one.claim.article === article)
  if (type === 'vote-held')
    return inReport.some((one) => one.claim.type !== 'vote-held' || (one.isOwnDate && !act.isOwnDate))
  return !act.isOwnDate && inReport.some((one) => one.isOwnDate && one.claim.type === type)
}

/** "Japan had tabled the draft" in a report of its adoption opens nothing: its date is only the report's. */
export function isOutrun(opener: Event, acts: readonly Event[]): boolean {
  return (
    !opener.isOwnDate &&
    acts.some(
      (act) =>
        act.claim.article === opener.claim.article &&
        opener.span !== undefined &&
        end(act) >= addDays(opener.span.from, -SAME_NEWS),
    )
  )
}

/** The document that an event is said to be of; for an act also the resolution that its words say was adopted. */
export function symbolOf({ instrument, quote, type }: EventClaim): string | undefined {
  const symbol = instrument === undefined ? undefined : symbolFor(instrument)
  if (symbol !== undefined) return printSymbol(symbol)
  if (ENDS[type] === undefined) return undefined
  const acted = findSymbols(quote.text).find(
    ({ start, end: after }) => ACTED_ON.test(quote.text.slice(0, start)) || WAS_ACTED_ON.test(quote.text.slice(after)),
  )
  return acted === undefined ? undefined : printSymbol(acted.symbol)
}

/** "Passed Resolution 2375", "Resolution 2375 was passed": not "passed new measures under resolution 1718". */
const ACTED_ON = /\b(?:adopt|pass|approv|veto)\w*\s+(?:(?:its|the|a|new|draft|U\.?N\.?|unanimously)\s+)*$/i
const WAS_ACTED_ON = /^,?\s*(?:(?:was|were|is|been|has|had|unanimously)\s+)+(?:adopt|pass|approv|veto)/i

/** An adoption is the Council's where no other actor is named; a veto is also told of the state that cast it. */
export function isOfCouncil({ actor, type }: EventClaim): boolean {
  return actor === undefined || actor === 'UNSC' || (type === 'vetoed' && stateFor(actor)?.code === actor)
}

/** The recorded day where the event names a text with one vote on record; else the last day that it can be of. */
export function dayOf(event: Event): CivilDate {
  const symbol = ENDS[event.claim.type] === undefined ? undefined : symbolOf(event.claim)
  const named = symbol === undefined ? undefined : symbolFor(symbol)
  const votes = named === undefined ? [] : votesOnText(named)
  return votes.length === 1 ? (votes[0]?.date ?? '') : end(event)
}

export function end(one: DatedClaim): CivilDate {
  return one.span?.to ?? ''
}

export function byTime(a: Event, b: Event): number {
  const [first, second] = [dayOf(a), dayOf(b)]
  return first < second ? -1 : first > second ? 1 : a.claim.quote.start - b.claim.quote.start
}

/** States that are said to have tabled the texts, once each, by code; a body that "tabled" one is left out. */
export function tablersOf(events: readonly Event[]): string[] {
  const actors = events.flatMap(({ claim }) => (claim.type === 'draft-tabled' ? (claim.actor ?? []) : []))
  return [...new Set(actors.filter((actor) => stateFor(actor)?.code === actor))].sort()
}

/**
 * What a claim tells of a text: an event; that its holder sponsors one, so that it was tabled; or that its holder cast a
 * vote on one, so that a vote was held.
 */
export function eventsIn(dated: DatedClaim): Event[] {
  const { claim } = dated
  if (claim.kind === 'event') return [{ ...dated, claim }]
  if (claim.kind !== 'stance' || claim.about !== 'resolution' || claim.past === true) return []
  const isVote = claim.cast === true && claim.conditional !== true
  if (!isVote && claim.stance !== 'sponsors') return []
  const { article, quote, basis, date, speaker, actor } = claim
  const told: EventClaim = {
    kind: 'event',
    type: isVote ? 'vote-held' : 'draft-tabled',
    actor: isVote ? 'UNSC' : actor,
    article,
    quote,
    basis,
    ...(date !== undefined && { date }),
    ...(speaker !== undefined && { speaker }),
  }
  return [{ ...dated, claim: told }]
}

/** "Supports the adoption of a new resolution": an act without a day, in a report of a text just tabled or still to be voted on. */
export function isHopedFor(act: Event, openers: readonly Event[]): boolean {
  if (act.isOwnDate || act.span === undefined || dayOf(act) !== end(act)) return false
  const recent = addDays(act.span.from, -HOPE_DAYS)
  return openers.some((one) => one.isOwnDate && one.claim.article === act.claim.article && end(one) >= recent)
}
