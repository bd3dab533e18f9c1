import type { VerbChunk } from './chunks.js'
import { stopsOther } from './measure-objects.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** What a verb does with a measure that stands as its object, where that is not what it does with goods. */
export function effectOf(
  scene: Scene,
  verb: VerbChunk,
  effect: string,
  named: boolean,
  from: number,
  to: number,
): string {
  if (effect !== 'ban' || !named) return effect
  // "suspended most of its sanctions": what ends a measure lifts it.
  if (ENDING.hasVerb(verb) && !stopsOther(scene, from, to)) return 'lift'
  // "tightened sanctions", "kept the no-fly zone": what stands is made harder, or stays
  return verb.lemma === 'tighten' || (verb.lemma === 'keep' && !stopsOther(scene, from, to)) ? 'impose' : effect
}
/** What ends a measure that stands as its object. */
const ENDING = new WordSet('suspend halt stop cancel revoke withdraw cut'.split(' '))
