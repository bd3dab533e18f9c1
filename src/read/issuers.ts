import { type Entity, entityOf } from './entity.js'
import { bodyOf, stateOf } from './mention-codes.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Words behind which a headline tells what is stated and no longer who states it. */
const TOPICAL = new WordSet(
  'on regarding about ahead following after before marking concerning against in for at'.split(' '),
)

/** "Joint Statement by the President of France … and President of the United States": those who issue it. */
export function issuersOf(scene: Scene): Entity | undefined {
  const codes: string[] = []
  for (const chunk of scene.clauses.chunks) {
    if (TOPICAL.has(scene.tokens[chunk.from])) break
    if (chunk.kind === 'noun' && chunk.entity !== undefined)
      for (const code of chunk.entity.codes) if (!codes.includes(code)) codes.push(code)
  }
  if (codes.length === 0) {
    for (const mention of scene.mentions) {
      const code = stateOf(mention) ?? bodyOf(mention)
      if (code !== undefined && code !== scene.memory.target && !codes.includes(code)) codes.push(code)
    }
  }
  return codes.length === 0 ? undefined : entityOf(codes)
}

/** A statement whose headline names no one is of those who speak in its first sentence together. */
export function leadingGroup(scene: Scene): Entity | undefined {
  const subject = scene.clauses.verbs[0]?.subject?.entity
  return subject !== undefined && subject.codes.length > 1 ? entityOf(subject.codes) : undefined
}
