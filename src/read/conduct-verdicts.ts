import { placeIn } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const UNDERGOING = new WordSet('face receive suffer await draw undergo fear expect end stop cease halt curb'.split(' '))
const IMPERSONAL = new WordSet(['it', 'there'])

/** Whether a sentence that speaks ill of what someone does passes no judgement on it: what others do to it, what may come, what is added in an aside. */
export function passesNone(scene: Scene, verb: VerbChunk, subject: NounChunk): boolean {
  // "Syria is facing condemnation": from others; "until it ends its aggression"
  if (UNDERGOING.hasVerb(verb)) return true
  // "the army could carry out a massacre": feared; "would be reprehensible" judges
  if (verb.modal !== undefined && (!verb.copula || subject.entity !== undefined)) return true
  if (isAside(scene, verb, subject)) return true
  return IMPERSONAL.has(scene.tokens[subject.head]) && isWayOfActing(scene, verb)
}

/** "a mission in Chad, which collapsed amid shocking violence": told of the country in passing. */
function isAside({ clauses, tokens }: Scene, verb: VerbChunk, subject: NounChunk): boolean {
  if (verb.relative !== true || subject.preposition === undefined) return false
  const at = placeIn(clauses.chunks, subject)
  return clauses.chunks[at + 1]?.kind === 'comma' && tokens[clauses.chunks[at + 2]?.from ?? -1]?.lower === 'which'
}

/** "it is too late", "it was impossible to tell", "it is dangerous to go there" */
function isWayOfActing({ clauses, tokens }: Scene, verb: VerbChunk): boolean {
  if (!verb.copula) return false
  const { chunks } = clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 6); at++) {
    const chunk = chunks[at]
    if (chunk === undefined || tokens[chunk.from]?.lower === 'too') return true
    if (chunk.kind === 'verb') return chunk.form === 'to'
    if (chunk.kind === 'subordinator' || chunk.kind === 'comma' || chunk.kind === 'close') return false
  }
  return false
}
