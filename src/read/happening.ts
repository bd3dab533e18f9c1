import type { Chunk, VerbChunk } from './chunk.js'
import { WordSet } from './wordset.js'

const HAPPENING = new WordSet([
  'end',
  'stop',
  'cease',
  'halt',
  'expire',
  'lapse',
  'continue',
  'resume',
  'restart',
  'begin',
  'start',
  'proceed',
])

/** "to end", "to resume" without an object: it happens to its subject. */
export function isHappening(chunks: readonly Chunk[], verb: VerbChunk): boolean {
  if (verb.form === 'ing' || verb.passive || !HAPPENING.hasVerb(verb)) return false
  const after = chunks[verb.index + 1]
  return after?.kind !== 'verb' && !(after?.kind === 'noun' && after.preposition === undefined)
}
