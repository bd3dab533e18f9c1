import type { NounChunk, VerbChunk } from './chunk.js'
import { tense, type Walk } from './walk.js'
import { WordSet } from './wordset.js'

const WISHING = new WordSet(['want', 'see', 'prefer', 'need', 'like', 'get', 'have'])
/** These wish only as infinitives: "to see it lifted", "to get it adopted". */
const ONLY_TO = new WordSet(['see', 'get', 'have'])

/**
 * "wants Iran referred to the Council", "would like to see it lifted", "wants the sanctions on Syria lifted": the noun
 * between, to which that is to be done; undefined where nothing is wished so.
 */
export function wishedNoun(walk: Walk, verb: VerbChunk, index: number): NounChunk | undefined {
  const { lastVerb, chunks } = walk
  if (lastVerb === undefined || !WISHING.hasVerb(lastVerb)) return undefined
  if (ONLY_TO.hasVerb(lastVerb) && lastVerb.form !== 'to') return undefined
  if (verb.modal !== undefined || verb.copula || verb.from !== verb.at) return undefined
  if (verb.form !== 'participle' && tense(walk, verb) !== 'past') return undefined
  const last = chunks[index - 1]
  const over = last?.kind === 'noun' && last.preposition !== undefined ? chunks[index - 3] : undefined
  const noun = over?.kind === 'noun' ? over : last
  return noun?.kind === 'noun' && chunks[noun === last ? index - 2 : index - 4] === lastVerb ? noun : undefined
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
