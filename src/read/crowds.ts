import type { NounChunk } from './chunk.js'
import { withCodes } from './entity.js'
import { acts, type Walk } from './walk.js'
import { WordSet } from './wordset.js'

const CROWDS = new WordSet(
  'number handful group host bunch dozen dozens majority couple string range coalition bloc score scores'.split(' '),
)

/** "Peru and a handful of others tabled it": those named before do it. */
export function joinsCrowd({ chunks, tokens, candidate }: Walk, noun: NounChunk, index: number): boolean {
  if (
    !CROWDS.has(tokens[noun.head]) ||
    (noun.entity?.codes.length ?? 0) > 0 ||
    candidate === undefined ||
    !acts(candidate)
  )
    return false
  if (chunks[index - 1]?.kind !== 'conjunction' || candidate.preposition !== undefined) return false
  const last = chunks[index - 2]?.kind === 'comma' ? index - 3 : index - 2
  if (chunks[last] !== candidate || candidate.entity === undefined) return false
  let codes = candidate.entity.codes
  for (let at = last - 2; at >= 0 && chunks[at + 1]?.kind === 'comma'; at -= 2) {
    const other = chunks[at]
    if (other?.kind !== 'noun' || !acts(other) || other.preposition !== undefined || other.entity === undefined) break
    codes = [...other.entity.codes, ...codes]
  }
  candidate.entity = withCodes(candidate.entity, [...new Set(codes)])
  return true
}
