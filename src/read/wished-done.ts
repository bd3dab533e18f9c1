import type { VerbChunk } from './chunk.js'
import { tense, type Walk } from './walk.js'
import { WordSet } from './wordset.js'

const WISHING = new WordSet(['want', 'see', 'prefer', 'need', 'like', 'get', 'have'])
/** These wish only as infinitives: "to see it lifted", "to get it adopted". */
const ONLY_TO = new WordSet(['see', 'get', 'have'])

/** "wants Iran referred to the Council", "would like to see it lifted": what is to be done to the noun between. */
export function isWishedDone(walk: Walk, verb: VerbChunk, index: number): boolean {
  const { lastVerb } = walk
  return (
    lastVerb !== undefined &&
    WISHING.hasVerb(lastVerb) &&
    (!ONLY_TO.hasVerb(lastVerb) || lastVerb.form === 'to') &&
    walk.chunks[index - 2] === lastVerb &&
    verb.modal === undefined &&
    !verb.copula &&
    verb.from === verb.at &&
    tense(walk, verb) === 'past'
  )
}

/** Looks finite without an object, behind a noun that acts not: what was done to it, as with the participle that is joined to it. */
export function isReducedToo(walk: Walk, earlier: VerbChunk): boolean {
  const { chunks, lastNoun } = walk
  const after = chunks[earlier.index + 1]
  return (
    earlier.form === 'finite' &&
    !earlier.copula &&
    earlier.modal === undefined &&
    earlier.from === earlier.at &&
    earlier.subject !== undefined &&
    earlier.subject.entity === undefined &&
    chunks[earlier.index - 1] === earlier.subject &&
    after?.kind === 'preposition' &&
    lastNoun?.preposition !== undefined &&
    tense(walk, earlier) === 'past'
  )
}
