import { type RecordedVote, recordedVotes } from '../council/index.js'
import { spanOf } from '../dates.js'
import { stateFor } from '../states.js'
import type { Brief, Change, Decision } from './brief.js'
import type { Gathered } from './gather.js'

/**
 * The Council’s votes on record whose title names the state concerned, from the first article’s day to the brief’s:
 * what was decided whether an article tells it or not. A title that names the state otherwise is not found.
 */
export function decisionsOn(matter: Brief['matter'], { articles, on }: Gathered): Decision[] {
  const [first] = articles
  const state = matter.target === undefined ? undefined : stateFor(matter.target)
  if (first?.published === undefined || state === undefined) return []
  const { from } = spanOf(first.published)
  const names = new RegExp(`\\b(?:${[state.name, state.short ?? state.name].map(escaped).join('|')})\\b`)
  return recordedVotes()
    .filter(({ date, title, scope }) => date >= from && date <= on && scope === 'whole' && names.test(title))
    .map(decisionOf)
}

function decisionOf(vote: RecordedVote): Decision {
  const { id, date, text, title, outcome, tally, modality, vetoedBy, members, letters, source, confidence } = vote
  const whoVoted = (letter: string) => members.filter((_, at) => letters[at] === letter)
  return {
    id,
    date,
    text,
    title,
    outcome,
    tally: tally === undefined ? modality : [tally.yes, tally.no, tally.abstaining].join('–'),
    vetoedBy,
    against: whoVoted('N'),
    abstaining: whoVoted('A'),
    source,
    confidence,
  }
}

export function decisionChanges(before: readonly Decision[], after: readonly Decision[]): Change[] {
  const old = new Set(before.map(({ id }) => id))
  return after
    .filter(({ id }) => !old.has(id))
    .map(({ date, text, title, outcome, tally }) => ({
      day: date,
      what: `vote on record: ${text}, ${outcome} ${tally}: ${title}`,
      words: [],
    }))
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
