import { actorOf } from './actor-of.js'
import { isOtherBody } from './bodies.js'
import type { Chunk, NounChunk, VerbChunk } from './chunks.js'
import { councilIn, ownersOf } from './measure-owners.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** What presupposes the measure. */
export const UPHOLDING = new WordSet(['enforce', 'maintain', 'police', 'patrol', 'uphold'])

/** Just "the sanctions", as subject of a passive, behind "-ing" or what upholds them. */
export function isBare(scene: Scene, verb: VerbChunk, thing: Chunk | undefined): boolean {
  const noun = verb.passive ? verb.subject : verb.form === 'ing' || UPHOLDING.hasVerb(verb) ? thing : undefined
  return (
    noun?.kind === 'noun' &&
    noun.to - noun.from === 2 &&
    /^(?:the|these|those|such)$/.test(scene.tokens[noun.from]?.lower ?? '') &&
    scene.tokens[noun.to - 1]?.lower === 'sanctions'
  )
}

/** "the no-fly zone", "a U.N.-mandated embargo": one that is known, whoever upholds it. */
export function isKnown(scene: Scene, noun: NounChunk): boolean {
  return (
    /^(?:the|its|this|that|these|those)$/.test(scene.tokens[noun.from]?.lower ?? '') || ownersOf(scene, noun).length > 0
  )
}

/** "EU governments reached an agreement to ban": the body's own plan. */
export function isBodys(scene: Scene, verb: VerbChunk): boolean {
  const codes = verb.subject === undefined ? undefined : actorOf(scene, verb.subject)?.codes
  return codes?.some(isOtherBody) === true && !councilIn(scene)
}

/** "voted to bar officials from visiting and to halt flights", "to freeze assets and to ban sales": the second stands as the first does. */
export function leadOf(scene: Scene, verb: VerbChunk): VerbChunk {
  const { parent } = verb
  if (verb.form !== 'to' || parent === undefined || parent.form === 'finite') return verb
  const link = scene.clauses.chunks[verb.index - 1]
  if (link?.kind !== 'conjunction' && link?.kind !== 'comma') return verb
  if (parent.form === 'to') return parent
  return (
    scene.clauses.verbs.findLast(
      (each) => each.index < verb.index && each.form === 'to' && each.subject === verb.subject,
    ) ?? verb
  )
}
