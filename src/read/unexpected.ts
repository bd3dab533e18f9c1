import type { NounChunk, VerbChunk } from './chunk.js'
import { isNoOne } from './request-guards.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

export const EXPECTING = new WordSet('expect believe think imagine predict foresee'.split(' '), true)
const FEW = new WordSet(['few', 'hardly', 'scarcely', 'almost'])

/** "Few expect China to back it", "no one believes that Russia will veto it": what nobody holds to be likely is told of no one. */
export function isUnexpected(scene: Scene, verb: VerbChunk): boolean {
  for (let at: VerbChunk | undefined = verb, depth = 0; at !== undefined && depth < 3; at = at.parent, depth++) {
    if (at.reported !== undefined) return EXPECTING.hasVerb(at.reported) && isNobody(scene, at.reported.subject)
    if (at.form !== 'to') return false
    const { parent } = at
    if (parent !== undefined && EXPECTING.hasVerb(parent) && isNobody(scene, parent.subject)) return true
  }
  return false
}

/** "few diplomats", "hardly anyone", "no one", "nobody in the Council" */
function isNobody(scene: Scene, noun: NounChunk | undefined): boolean {
  return noun !== undefined && (FEW.has(scene.tokens[noun.from]) || isNoOne(scene, noun))
}

/** "Far from opposing it, …": the opposite. */
export function isFarFrom({ tokens }: Scene, { from, parent }: VerbChunk): boolean {
  return parent === undefined && tokens[from - 1]?.lower === 'from' && tokens[from - 2]?.lower === 'far'
}

/** "warned Peru against vetoing it": what one is warned of. */
export function isWarnedOf({ clauses, tokens }: Scene, { from, index, parent }: VerbChunk): boolean {
  if (tokens[from - 1]?.lower !== 'against' || parent === undefined || !WARNING.hasVerb(parent)) return false
  return parent.passive || (clauses.chunks[parent.index + 1]?.kind === 'noun' && index > parent.index + 2)
}

export const WARNING = new WordSet(['warn', 'caution', 'counsel', 'advise'])
