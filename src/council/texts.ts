import { type DocumentSymbol, printSymbol } from '../cite/index.js'
import { addDays, type CivilDate, type VagueDate } from '../dates.js'
import type { Claim, EventClaim } from '../read/index.js'
import { printState } from '../states.js'
import { claimsSeenFrom, type Vantage } from './dated.js'
import { type RecordedVote, votesOnText } from './record.js'
import {
  byTime,
  dayOf,
  ENDS,
  type Event,
  end,
  eventsIn,
  isHopedFor,
  isOfCouncil,
  isOutrun,
  isRepeat,
  OPENERS,
  symbolOf,
  type Told,
  tablersOf,
  votesFor,
} from './text-events.js'

/** The text that a count is about, as far as the claims and the record tell. */
export interface CouncilText {
  /** `none`: no text is spoken of; `expected`: there is no draft yet; `tabled`; how it ended, or `voted` where only the vote is told. */
  readonly status: 'none' | 'expected' | 'tabled' | 'adopted' | 'vetoed' | 'not adopted' | 'voted'
  /** A line for people. */
  readonly label: string
  readonly symbol?: string
  /** States that tabled it, by report. */
  readonly sponsors: readonly string[]
  readonly tabled?: VagueDate
  /** Days on which a vote was said to be coming. */
  readonly voteExpected: readonly VagueDate[]
  readonly decided?: VagueDate
  /** First day of stances on this text: after the Council's act before it, at most `NEGOTIATION_DAYS` before it is first spoken of. */
  readonly since?: CivilDate
  /** Articles that tell how an earlier text ended and nothing of this one: their stances are on that one. */
  readonly settledIn: readonly string[]
  /** Other states whose own drafts are spoken of at the time. */
  readonly rivals: readonly string[]
  /** The claims that tell of it. */
  readonly claims: readonly EventClaim[]
  /** Its vote, where the record has it: named by symbol, or the only one of its day that fits. */
  readonly vote?: RecordedVote
  /** What led to `vote`: its symbol, the day that a report gives, or only the week before a report. */
  readonly voteFoundBy?: 'symbol' | 'day' | 'week'
  /** Votes of that day among which the claims don't tell. */
  readonly candidates: readonly RecordedVote[]
}

/** Whether the Council is done with the text. */
export function isDecided({ status }: CouncilText): boolean {
  return status !== 'none' && status !== 'expected' && status !== 'tabled'
}

/** How a reader may name the text: by symbol, or by the state that tabled it. Nothing: the latest one spoken of. */
export interface TextQuery {
  readonly symbol?: DocumentSymbol
  readonly sponsor?: string
}

/** Talk of a text that lies further apart is not taken as of one text, nor an older stance as one on it. */
export const NEGOTIATION_DAYS = 92

/** Finds the text at issue on a day among the events that articles tell. */
export function textAtIssue(claims: readonly Claim[], vantage: Vantage, query: TextQuery = {}): CouncilText {
  const events = claimsSeenFrom(claims, vantage).flatMap(eventsIn)
  const wanted = query.symbol === undefined ? undefined : printSymbol(query.symbol)
  const recorded = query.symbol === undefined ? [] : votesOnText(query.symbol)
  const settled = recorded.length === 1 ? recorded[0] : undefined
  const openers = events.filter(({ claim }) => OPENERS.includes(claim.type)).sort(byTime)
  const acts = events
    .filter(({ claim }) => ENDS[claim.type] !== undefined && claim.planned === undefined && isOfCouncil(claim))
    .filter((one, _, all) => dayOf(one) <= vantage.on && !isRepeat(one, all) && !isHopedFor(one, openers))
    .sort(byTime)
  if (settled !== undefined && settled.date <= vantage.on) return recordedText(settled, acts, openers)
  const act = acts.findLast(({ claim }) => wanted === undefined || symbolOf(claim) === wanted)
  const opener = openers.findLast((one) => !isOutrun(one, acts))
  const isClosed = act !== undefined && (opener === undefined || wanted !== undefined || dayOf(act) >= end(opener))
  if (isClosed) return closedText(act, acts, openers, { claims, targets: targetsOf(claims, vantage) }, wanted)
  if (opener !== undefined) return openText(openers, acts, query, wanted)
  const settledIn = acts.map(({ claim }) => claim.article)
  if (wanted === undefined && isSpokenOf(claims, vantage, settledIn)) {
    return { ...NO_TEXT, status: 'expected', label: 'no draft yet: a resolution is spoken of', settledIn }
  }
  return { ...NO_TEXT, settledIn, ...(wanted !== undefined && { symbol: wanted, label: wanted }) }
}

const NO_TEXT: CouncilText = {
  status: 'none',
  label: 'no text is spoken of',
  sponsors: [],
  voteExpected: [],
  rivals: [],
  settledIn: [],
  claims: [],
  candidates: [],
}

/** Whether a state or body has a stance on a resolution, in reports that tell of no act. */
function isSpokenOf(claims: readonly Claim[], vantage: Vantage, settledIn: readonly string[]): boolean {
  return claimsSeenFrom(claims, vantage).some(
    ({ claim }) =>
      claim.kind === 'stance' &&
      claim.about === 'resolution' &&
      claim.past !== true &&
      claim.basis !== 'headline' &&
      !settledIn.includes(claim.article),
  )
}

function targetsOf(claims: readonly Claim[], { articles = [] }: Vantage): string[] {
  const named = claims.flatMap((claim) => ('target' in claim && claim.target !== undefined ? [claim.target] : []))
  const told = new Set(claims.map((claim) => claim.article))
  const chief = articles.flatMap(({ id, target }) => (target !== undefined && told.has(id) ? [target] : []))
  return [...new Set([...named, ...chief])]
}

function openText(
  openers: readonly Event[],
  acts: readonly Event[],
  query: TextQuery,
  wanted: string | undefined,
): CouncilText {
  const act = acts.at(-1)
  const after = act?.span === undefined ? '' : addDays(dayOf(act), 1)
  const latest = openers.at(-1)?.span
  const oldest = latest === undefined ? '' : addDays(latest.from, -NEGOTIATION_DAYS)
  const live = openers.filter((one) => end(one) >= after && end(one) >= oldest)
  const [first] = live
  const earliest = first?.span === undefined ? '' : addDays(first.span.from, -NEGOTIATION_DAYS)
  const since = [after, earliest].sort().at(-1) ?? ''
  const spoken = new Set(live.map(({ claim }) => claim.article))
  const settledIn = acts.map(({ claim }) => claim.article).filter((article) => !spoken.has(article))
  const tablings = live.filter(({ claim }) => claim.type === 'draft-tabled')
  const isMine = (actor: string | undefined) => query.sponsor === undefined || actor === query.sponsor
  const last = tablings.findLast(({ claim }) => isMine(claim.actor))
  const own = tablings.filter(
    (one) => last !== undefined && (end(one) === end(last) || one.claim.actor === last.claim.actor),
  )
  const sponsors = tablersOf(own.filter(({ claim }) => isMine(claim.actor)))
  const rivals = tablersOf(tablings).filter((actor) => !sponsors.includes(actor))
  const tabled = last?.claim.date ?? last?.span?.to
  const voteExpected = [
    ...new Set(live.flatMap(({ claim }) => (claim.type === 'vote-expected' && claim.date ? [claim.date] : []))),
  ].sort()
  const symbol = wanted ?? live.map(({ claim }) => symbolOf(claim)).findLast((one) => one !== undefined)
  const by = sponsors.length === 0 ? '' : ` (sponsors: ${sponsors.map(printState).join(', ')})`
  const named = symbol === undefined ? '' : ` ${symbol}`
  return {
    status: last === undefined ? 'expected' : 'tabled',
    label:
      last === undefined
        ? `no draft yet: a text is expected${named}`
        : `the draft${named}${tabled === undefined ? '' : ` of ${tabled}`}${by}`,
    ...(symbol !== undefined && { symbol }),
    sponsors,
    ...(tabled !== undefined && { tabled }),
    voteExpected,
    ...(since !== '' && { since }),
    rivals,
    settledIn,
    claims: live.map(({ claim }) => claim),
    candidates: [],
  }
}

function closedText(
  act: Event,
  acts: readonly Event[],
  openers: readonly Event[],
  told: Told,
  wanted: string | undefined,
): CouncilText {
  const same = acts.filter((one) => dayOf(one) === dayOf(act) && ENDS[one.claim.type] === ENDS[act.claim.type])
  const symbol = wanted ?? same.map(({ claim }) => symbolOf(claim)).findLast((one) => one !== undefined)
  const status = ENDS[act.claim.type] ?? 'adopted'
  const found = votesFor(symbol, act, status, told)
  const vote = found.length === 1 ? found[0] : undefined
  const before = acts.filter((one) => dayOf(one) < dayOf(act))
  const previous = before.at(-1)
  const since = previous?.span === undefined ? undefined : addDays(dayOf(previous), 1)
  const spoken = new Set(same.map(({ claim }) => claim.article))
  const decided = vote?.date ?? (act.isOwnDate ? (act.claim.date ?? act.span?.to) : undefined)
  const day = decided === undefined ? ', on a day that is not told' : ` on ${decided}`
  const tablings = openers
    .filter(({ claim }) => claim.type === 'draft-tabled')
    .filter((one) => since === undefined || end(one) >= since)
  const name = vote?.text ?? symbol
  return {
    status: vote?.outcome ?? status,
    label: `${name ?? 'the text'}, ${vote?.outcome ?? status}${day}`,
    ...(name !== undefined && { symbol: name }),
    sponsors: tablersOf(tablings),
    voteExpected: [],
    ...(decided !== undefined && { decided }),
    ...(since !== undefined && { since }),
    rivals: [],
    settledIn: before.map(({ claim }) => claim.article).filter((article) => !spoken.has(article)),
    claims: [...tablings, ...same].map(({ claim }) => claim),
    ...(vote && { vote, voteFoundBy: symbol !== undefined ? 'symbol' : act.isOwnDate ? 'day' : 'week' }),
    candidates: vote === undefined ? found : [],
  }
}

/** A text whose vote the record has, whatever the claims tell of its end. */
function recordedText(vote: RecordedVote, acts: readonly Event[], openers: readonly Event[]): CouncilText {
  const previous = acts.findLast((one) => dayOf(one) < vote.date)
  const earliest = addDays(vote.date, -NEGOTIATION_DAYS)
  const since = [earliest, previous === undefined ? '' : addDays(dayOf(previous), 1)].sort().at(-1) ?? earliest
  const tablings = openers.filter(
    (one) => one.claim.type === 'draft-tabled' && end(one) >= since && end(one) <= vote.date,
  )
  return {
    ...NO_TEXT,
    status: vote.outcome,
    label: `${vote.text}, ${vote.outcome} on ${vote.date}`,
    symbol: vote.text,
    sponsors: tablersOf(tablings),
    decided: vote.date,
    since,
    claims: tablings.map(({ claim }) => claim),
    vote,
    voteFoundBy: 'symbol',
  }
}
