import type { NounChunk, VerbChunk } from './chunk.js'
import { tense, type Walk } from './walk.js'
import { WordSet } from './wordset.js'

const WISHING = new WordSet(['want', 'see', 'prefer', 'need', 'like', 'get', 'have'])
/** These wish only as infinitives: "to see it lifted", "to get it adopted". */
const ONLY_TO = new WordSet(['see', 'get', 'have'])

/** "wants Iran referred to the Council", "would like to see it lifted": what is to be done to the noun between. */
export function isWishedDone(walk: Walk, verb: VerbChunk, index: number): boolean {
  const { lastVerb, chunks } = walk
  const before = isBehindOther(walk, index) ? index - 4 : index - 2
  return (
    lastVerb !== undefined &&
    WISHING.hasVerb(lastVerb) &&
    (!ONLY_TO.hasVerb(lastVerb) || lastVerb.form === 'to') &&
    chunks[before] === lastVerb &&
    verb.modal === undefined &&
    !verb.copula &&
    verb.from === verb.at &&
    (verb.form === 'participle' || tense(walk, verb) === 'past')
  )
}

/** "sanctions on Syria" stands before. */
function isBehindOther({ chunks }: Walk, index: number): boolean {
  const noun = chunks[index - 1]
  return noun?.kind === 'noun' && noun.preposition !== undefined && chunks[index - 3]?.kind === 'noun'
}

/** "wants the sanctions on Syria lifted": the noun that is to be done something to, behind which another stands. */
export function wishedNoun(walk: Walk, verb: VerbChunk, index: number): NounChunk | undefined {
  if (!isBehindOther(walk, index) || !isWishedDone(walk, verb, index)) return undefined
  return walk.chunks[index - 3] as NounChunk
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
