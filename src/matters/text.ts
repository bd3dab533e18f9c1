import { symbolFor } from '../cite/index.js'
import { type CouncilText, isDecided, listed, outcome, textAtIssue, type Vantage } from '../council/index.js'
import { type CivilDate, spanOf } from '../dates.js'
import type { StoredDraft } from '../record/index.js'
import type { MatterClaim } from './claim.js'
import { endOf, gatheredVotes, recordedVoteOf } from './vote.js'

/** A kept draft as the council's text on a day: what people keep of it, and what its claims tell beyond that. */
export function textOfDraft(
  draft: StoredDraft,
  drafts: readonly StoredDraft[],
  claims: readonly MatterClaim[],
  vantage: Vantage,
): CouncilText {
  const { on } = vantage
  const own = claims.filter((one) => one.draft === draft.id).map(({ claim }) => claim)
  const named = draft.symbol === undefined ? undefined : symbolFor(draft.symbol)
  const told = textAtIssue(own, vantage, named === undefined ? {} : { symbol: named })
  const rivals = drafts
    .filter(({ id, rivals }) => draft.rivals.includes(id) || rivals.includes(draft.id))
    .flatMap(({ sponsors }) => sponsors)
  const recorded = recordedVoteOf(draft)
  const vote = recorded !== undefined && recorded.date <= on ? recorded : undefined
  const decided = vote?.date ?? (isBy(draft.vote?.date, on) ? draft.vote?.date : undefined)
  const status = vote?.outcome ?? (decided === undefined ? undefined : keptOutcome(draft))
  const days = [draft.tabled, ...draft.versions.map(({ date }) => date)].filter((date) => date !== undefined)
  // A draft without any day lies on the table: nobody keeps what is not there.
  const isTabled = days.length === 0 || days.some((date) => isBy(date, on))
  const sponsors = draft.sponsors.length > 0 ? draft.sponsors : told.sponsors
  const tabled = isBy(draft.tabled, on) ? draft.tabled : told.tabled
  const symbol = vote?.text ?? draft.symbol ?? told.symbol
  const shared = {
    label: labelOf(draft, sponsors),
    ...(symbol === undefined ? {} : { symbol }),
    sponsors,
    ...(tabled === undefined ? {} : { tabled }),
    voteExpected: told.voteExpected,
    rivals: [...new Set(rivals)].sort(),
    settledIn: [],
    claims: told.claims,
  }
  if (status !== undefined) {
    const found = vote === undefined ? {} : { vote, voteFoundBy: 'symbol' as const }
    return {
      ...shared,
      status,
      ...(decided === undefined ? {} : { decided }),
      ...found,
      voteExpected: [],
      candidates: [],
    }
  }
  // Where people keep how it ends, no report of another end counts.
  if (isDecided(told) && endOf(draft) === undefined) {
    const { since: _, ...end } = told
    return { ...end, ...shared }
  }
  return { ...shared, status: isTabled || told.status === 'tabled' ? 'tabled' : 'expected', candidates: [] }
}

/** "Japan's draft, S/2006/488 (sponsors: Japan)". */
export function labelOf({ label, symbol }: StoredDraft, sponsors: readonly string[] = []): string {
  const name = [label, symbol].filter((part) => part !== undefined).join(', ')
  return sponsors.length === 0 ? name : `${name} (sponsors: ${listed(sponsors)})`
}

/** How a draft ended whose vote the Council's record does not have: by the votes given, or by what it became. */
function keptOutcome(draft: StoredDraft): CouncilText['status'] {
  const votes = gatheredVotes(draft.vote)
  if (draft.vote !== undefined && votes !== undefined) {
    const { outcome: end } = outcome(votes, { on: spanOf(draft.vote.date).to, matter: 'substantive' })
    if (end !== 'open') return end
  }
  return draft.adopted === undefined ? 'voted' : 'adopted'
}

function isBy(date: string | undefined, on: CivilDate): boolean {
  return date !== undefined && spanOf(date).from <= on
}
