import type { NounChunk, OtherChunk } from './chunk.js'
import { CONDITIONS } from './conditions.js'
import { asks, reports } from './reporting.js'
import { type Frame, frameOf, isBrief, type Walk } from './walk.js'
import { WordSet } from './wordset.js'

/** The clause that "if", "that" or "after" opens. */
export function subordinate(walk: Walk, chunk: OtherChunk, index: number): Frame {
  const { lastNoun, lastVerb } = walk
  if (chunk.word !== 'that')
    return frameOf('sub', undefined, undefined, CONDITIONS.has(walk.tokens[chunk.from]), isBrief(chunk))
  // "provided that Russia does not veto it"
  if (CONDITIONS.has(walk.tokens[chunk.from - 1])) return frameOf('sub', undefined, undefined, true)
  const behindNoun = lastNoun !== undefined && walk.chunks[index - 1] === lastNoun && !takesThat(walk, lastNoun)
  // "the option that Tokyo had demanded"
  if (
    behindNoun &&
    (TEXTS.has(walk.tokens[lastNoun.head]) || (lastVerb !== undefined && !reports(lastVerb) && !asks(lastVerb)))
  )
    return frameOf('relative', lastNoun, index)
  return frameOf('reported')
}

/** Nouns that tell nothing by a "that": it is they which Tokyo demanded. */
const TEXTS = new WordSet(
  'resolution resolutions draft drafts text texts sanctions embargo embargoes veto vetoes amendment amendments'.split(
    ' ',
  ),
)

const THAT = new WordSet(
  'hopes hope fears fear concerns concern belief view fact claims claim demands demand conviction statement announcement warnings warning threats threat reports report signs sign evidence idea possibility reality suspicions suspicion condition insistence allegations allegation accusations accusation assertion understanding doubts doubt hint signal message news argument opinion position decision assurances assurance proposal suggestion calls call'.split(
    ' ',
  ),
)

/** Nouns behind which "that" opens what is said, hoped or feared. */
function takesThat(walk: Walk, noun: NounChunk): boolean {
  return THAT.has(walk.tokens[noun.head])
}
