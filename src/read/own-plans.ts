import type { VerbChunk } from './chunk.js'
import type { Entity } from './entity.js'
import { quotes } from './reporting.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** "Norway said it would freeze the accounts": what the holder says of itself. */
export function isOwnPlan(verb: VerbChunk, holder: Entity): boolean {
  const { reported, relative } = verb
  if (reported === undefined || relative === true || !quotes(reported)) return false
  return reported.subject?.entity?.codes.some((code) => holder.codes.includes(code)) === true
}

const WHILE = new WordSet(['as', 'after', 'before', 'while', 'when', 'on', 'upon'])

/** "told reporters as he left the talks": he went home. */
export function inPassing(scene: Scene, verb: VerbChunk): boolean {
  const opens = verb.form === 'ing' ? verb.from : (verb.subject?.from ?? verb.from)
  return WHILE.has(scene.tokens[opens - 1])
}
