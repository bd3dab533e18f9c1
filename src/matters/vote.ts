import { symbolFor } from '../cite/index.js'
import {
  gatherVotes,
  NEGOTIATION_DAYS,
  type RecordedVote,
  type Votes,
  votesOnText,
  voteWithId,
} from '../council/index.js'
import { addDays, type CivilDate, isVagueDate, spanOf } from '../dates.js'
import type { DraftFacts, DraftInput } from '../record/index.js'

/** The vote on a draft, where the Council's record has it and it can be told which: by its text or id, its resolution, its symbol. */
export function recordedVoteOf({ vote, adopted, symbol }: DraftFacts): RecordedVote | undefined {
  for (const text of [vote?.text, adopted, symbol]) {
    if (text === undefined) continue
    const byId = voteWithId(text)
    if (byId !== undefined) return byId
    const parsed = symbolFor(text)
    const found = parsed === undefined ? [] : votesOnText(parsed)
    const ofDay = vote === undefined || found.length < 2 ? found : found.filter(({ date }) => date === vote.date)
    if (ofDay.length === 1) return ofDay[0]
  }
  return undefined
}

/** The last day that the Council can have been done with a draft; undefined where it is not. */
export function endOf(draft: DraftFacts): CivilDate | undefined {
  if (draft.vote !== undefined) return spanOf(draft.vote.date).to
  return recordedVoteOf(draft)?.date
}

/** Who voted how, where people keep it; undefined where they do not. Throws `bad-input` for one that was no member that day. */
export function gatheredVotes(vote: DraftInput['vote']): Votes | undefined {
  const { Y = [], N = [], A = [], X = [] } = vote?.cast ?? {}
  if (vote === undefined || !isVagueDate(vote.date) || [Y, N, A, X].every((states) => states.length === 0))
    return undefined
  return gatherVotes({ Y, N, A, X }, spanOf(vote.date).to)
}

/** The same, or else the day on which a rival of it was adopted after it had come: the Council was done with both then. */
export function endAmong(draft: DraftFacts, drafts: readonly DraftFacts[]): CivilDate | undefined {
  const own = endOf(draft)
  if (own !== undefined) return own
  const ends = drafts.flatMap((rival) => {
    const isRival = draft.rivals.includes(rival.id) || rival.rivals.includes(draft.id)
    const isAdopted = rival.adopted !== undefined || recordedVoteOf(rival)?.outcome === 'adopted'
    const end = endOf(rival)
    return isRival && isAdopted && end !== undefined && end >= talkedOfFrom(draft) ? [end] : []
  })
  return ends.sort()[0]
}

/** The first day on which a draft was there, as far as it is kept. */
export function openedOn({ tabled, versions }: DraftFacts): CivilDate | undefined {
  const days = [tabled, ...versions.map(({ date }) => date)]
  return days.flatMap((day) => (day === undefined ? [] : [spanOf(day).from])).sort()[0]
}

/** From when on a draft can have been at issue: of one that is kept with its end alone, the talks before it; '' where no day is kept. */
export function talkedOfFrom(draft: DraftFacts): CivilDate | '' {
  const opened = openedOn(draft)
  if (opened !== undefined) return opened
  const end = endOf(draft)
  return end === undefined ? '' : addDays(end, -NEGOTIATION_DAYS)
}
