import { standsAt } from './before.js'
import type { Chunk, NounChunk } from './chunk.js'
import { DAYS, LONG_MONTHS } from './date-names.js'
import type { Tag } from './tag.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** What others do something to, or say something of: "a move Russia opposes", "the draft France circulated". */
const THINGS = new WordSet(
  'move step charge accusation allegation claim demand condition draft text resolution embargo measure proposal plan deal idea position stance decision compromise pact offer package amendment provision action ban freeze penalty restriction programme program weapon talk test launch'
    .split(' ')
    .flatMap((word) => [word, `${word}s`])
    .concat('sanctions penalties wording language changes curbs arms missiles'.split(' ')),
)
const CALENDAR = new WordSet([...DAYS, ...LONG_MONTHS])
/** "under the draft Iran would have 60 days": what follows is no part of the phrase. */
const GOVERNING = new Set<string | undefined>('of for to on against with over from by about at into despite'.split(' '))

/** Whether a name behind such a noun is not of its phrase: a verb follows, and what is told is what the named one does. */
export function opensAside(
  tokens: readonly Token[],
  tags: readonly Tag[],
  at: number,
  from: number,
  to: number,
): boolean {
  const noun = tokens[at - 1]
  if (!THINGS.has(noun) || noun?.capital === true || CALENDAR.has(tokens[at])) return false
  let end = at
  while (end < to && (tags[end - from] === 'K' || (tags[end - from] === 'C' && tags[end + 1 - from] === 'K'))) end++
  if (tags[end - from] === 'A') end++
  const tag = tags[end - from]
  return tag === 'V' || tag === 'H' || tag === 'B' || tag === 'M' || tag === 'O'
}

/** "a move Russia opposes": the noun at a place and the one before it stand side by side, and its verb follows. */
export function isBareRelative(
  chunks: readonly Chunk[],
  tokens: readonly Token[],
  noun: NounChunk,
  index: number,
): boolean {
  const thing = standsAt(chunks, index - 1)
  if (thing?.kind !== 'noun' || thing.to !== noun.from || !THINGS.has(tokens[thing.head])) return false
  const next = chunks[chunks[index + 1]?.kind === 'adverb' ? index + 2 : index + 1]
  if (next?.kind !== 'verb' || next.form !== 'finite') return false
  if (thing.preposition === undefined) return true
  return GOVERNING.has(thing.preposition) && chunks.some((each, place) => place < index && each.kind === 'verb')
}
