import { symbolFor } from '../cite/index.js'
import { PenholderError } from '../errors.js'
import { type RecordedVote, recordedVotes, votesOnText, voteWithId } from './record.js'

/** The votes on record that a text names: by the id of one, by the symbol of a draft or resolution, or by label. */
export function votesNamed(text: string): readonly RecordedVote[] {
  const byId = voteWithId(text)
  if (byId !== undefined) return [byId]
  const symbol = symbolFor(text)
  return symbol === undefined ? recordedVotes().filter((vote) => vote.text === text) : votesOnText(symbol)
}

/**
 * The one vote on record that a text names: its id, the symbol of a draft or resolution, or its label. Throws `not-found`,
 * or `conflict` with the ids where several fit.
 */
export function voteNamed(text: string): RecordedVote {
  const found = votesNamed(text)
  const [first] = found
  if (first !== undefined && found.length === 1) return first
  if (first === undefined) throw new PenholderError({ code: 'not-found', what: `no vote on "${text}" is on record` })
  throw new PenholderError({
    code: 'conflict',
    what: `${found.length} votes are on record for "${text}"`,
    expected: found.map(({ id }) => id).join(', '),
  })
}
