import type { VerbChunk } from './chunks.js'
import { type NamedTypes, typesBetween } from './measure-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const IMPOSING = new WordSet(['impose', 'reimpose', 'slap'])
const STEPS = new WordSet(['measures', 'measure', 'steps', 'conditions', 'controls'])

/** "will impose further measures against Havana": what is imposed is a sanction, though no word says so. */
export function stepsTaken(scene: Scene, verb: VerbChunk, from: number, to: number): NamedTypes | undefined {
  if (!IMPOSING.hasVerb(verb)) return undefined
  const { chunks } = scene.clauses
  const at =
    verb.passive && verb.subject !== undefined ? from : chunks.findIndex((c, i) => i > verb.index && c.kind === 'noun')
  const noun = chunks[at]
  if (at < 0 || at > to || noun?.kind !== 'noun' || !STEPS.has(scene.tokens[noun.to - 1])) return undefined
  if (typesBetween(scene, from, to, true).named) return undefined
  return { types: ['sanctions'], named: true, last: at }
}
