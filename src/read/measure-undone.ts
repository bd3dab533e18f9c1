import type { VerbChunk } from './chunks.js'
import { isCouncil } from './council-nouns.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** "Five ships will be barred", "States will have to inspect cargo", of a text that was adopted: what it brings. */
export function isSetOut(scene: Scene, verb: VerbChunk): boolean {
  if (verb.modal !== 'will' || verb.conditional === true) return false
  return verb.passive || (verb.subject !== undefined && !isCouncil(scene, verb.subject))
}

/** "wants the sanctions lifted": they are not */
export function isWished(scene: Scene, verb: VerbChunk): boolean {
  const { chunks } = scene.clauses
  const noun = chunks[verb.index - 1]
  // "wants the sanctions on Syria lifted"
  const behind = noun?.kind === 'noun' && noun.preposition !== undefined && verb.subject === chunks[verb.index - 3]
  const causing = chunks[verb.index - (behind ? 4 : 2)]
  if (causing?.kind !== 'verb') return false
  // "tried to have the sanctions lifted"
  if (causing.form === 'to' && HAVING.hasVerb(causing) && !verb.perfect) return true
  return verb.form === 'participle' && WANTING_DONE.hasVerb(causing)
}
const HAVING = new WordSet(['have', 'get'])
const WANTING_DONE = new WordSet(['want', 'like', 'need', 'wish', 'see', 'demand', 'prefer'])

/** "provided the bloc lifted them", "once the embargo is lifted": not yet */
export function isAwaited(scene: Scene, verb: VerbChunk, from: number): boolean {
  const link = scene.tokens[from - 1]?.lower ?? ''
  if (link === 'provided' || link === 'until' || link === 'unless') return true
  if (verb.past || !verb.passive) return false
  return /^(?:once|before|when)$/.test(link) || (link === 'as' && scene.tokens[from - 2]?.lower === 'soon')
}

/** "would have condemned the strikes and placed sanctions on": the second is no more done than the first. */
export function isUnderWould(scene: Scene, verb: VerbChunk): boolean {
  const { chunks, verbs } = scene.clauses
  const link = chunks[verb.index - 1]
  if (!verb.past || (link?.kind !== 'conjunction' && link?.kind !== 'comma')) return false
  const lead = verbs.findLast((each) => each.index < verb.index && each.form === 'finite')
  return lead?.modal === 'would' && lead.perfect && lead.subject === verb.subject
}
