import type { CivilDate } from '../dates.js'
import { letterOf, type RecordedVote, recordedVotes } from './record.js'
import { hasTally, type Letter, type Matter, type Result } from './rule.js'

/** What to look for in the record; everything that is given must hold. */
export interface VoteQuery {
  /** A member that day; with `cast`, one that voted so. */
  readonly member?: string
  readonly cast?: Letter
  readonly from?: CivilDate
  readonly to?: CivilDate
  readonly outcome?: Result
  readonly vetoedBy?: string
  readonly matter?: Matter
  /** Words that all stand in the symbol or title, in any case. */
  readonly words?: string
}

/** Decisions on record that fit, in order of time. */
export function searchVotes(query: VoteQuery): RecordedVote[] {
  const words = query.words?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
  return recordedVotes().filter((vote) => {
    if (query.from !== undefined && vote.date < query.from) return false
    if (query.to !== undefined && vote.date > query.to) return false
    if (query.outcome !== undefined && vote.outcome !== query.outcome) return false
    if (query.matter !== undefined && vote.matter !== query.matter) return false
    if (query.vetoedBy !== undefined && !vote.vetoedBy.includes(query.vetoedBy)) return false
    if (query.member !== undefined && !vote.members.includes(query.member)) return false
    if (query.cast !== undefined && (query.member === undefined || letterOf(vote, query.member) !== query.cast))
      return false
    const text = `${vote.text} ${vote.title}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

export interface VetoRow {
  readonly member: string
  /** `1946`, `1950`, … by decade; the first one begins in 1946. */
  readonly byDecade: Readonly<Record<string, number>>
  readonly total: number
}

/**
 * Vetoes cast, by member and decade: every vote on record that a permanent member’s No defeated, one for each such member.
 * Votes on paragraphs, amendments and preliminary questions are votes of their own, so totals lie above lists of vetoed
 * drafts.
 */
export function vetoesByMember(votes: readonly RecordedVote[] = recordedVotes()): VetoRow[] {
  const rows = new Map<string, Record<string, number>>()
  for (const vote of votes) {
    const decade = vote.date < '1950' ? '1946' : `${vote.date.slice(0, 3)}0`
    for (const member of vote.vetoedBy) {
      const row = rows.get(member) ?? {}
      row[decade] = (row[decade] ?? 0) + 1
      rows.set(member, row)
    }
  }
  const total = (row: Record<string, number>) => Object.values(row).reduce((sum, count) => sum + count, 0)
  return [...rows]
    .map(([member, byDecade]) => ({ member, byDecade, total: total(byDecade) }))
    .sort((a, b) => b.total - a.total)
}

export interface Agreement {
  readonly members: readonly [string, string]
  /** Counted votes in which both sat and are on record. */
  readonly together: number
  readonly alike: number
  /** How often each pair of letters was cast: `YY`, `YN` (first member yes, second no), … */
  readonly pairs: Readonly<Record<string, number>>
}

/** How often two members voted alike. Adoptions without a vote count for nothing. */
export function agreementOf(
  first: string,
  second: string,
  votes: readonly RecordedVote[] = recordedVotes(),
): Agreement {
  const pairs: Record<string, number> = {}
  for (const vote of votes) {
    if (!hasTally(vote.modality)) continue
    const [one, other] = [letterOf(vote, first), letterOf(vote, second)]
    if (one !== undefined && other !== undefined) pairs[one + other] = (pairs[one + other] ?? 0) + 1
  }
  const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + (pairs[key] ?? 0), 0)
  return {
    members: [first, second],
    together: sum(Object.keys(pairs)),
    alike: sum(Object.keys(pairs).filter((key) => key[0] === key[1])),
    pairs,
  }
}
