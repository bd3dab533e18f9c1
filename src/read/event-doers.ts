import { actorOf } from './actor-of.js'
import { placeIn } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { Entity } from './entity.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** What an event is done to, and whether it stands as subject. */
interface Undergoer {
  readonly noun: NounChunk
  readonly undergone: boolean
}

/** Whose decision or plan an infinitive completes: "the decision by X to launch", "X's plan to test". */
export function heldBy(scene: Scene, verb: VerbChunk): Entity | undefined {
  if (verb.form !== 'to') return undefined
  const { chunks } = scene.clauses
  let noun = chunks[verb.index - 1]
  let owner: Entity | undefined
  if (noun?.kind === 'noun' && (noun.preposition === 'by' || noun.preposition === 'of')) {
    owner = noun.entity
    noun = chunks[verb.index - 3]
  }
  if (noun?.kind !== 'noun') return undefined
  const head = scene.tokens[noun.to - 1]?.lower ?? ''
  if (!/^(?:decision|plans?|intention|preparations?|announcement|vow|pledge|move|threats?)$/.test(head))
    return undefined
  return owner ?? noun.owner
}

/** Who does it: subject, agent, the one that an infinitive or "for …-ing" hangs on, or those whom the subject comes from. */
export function doerOf(scene: Scene, verb: VerbChunk, object: Undergoer): Entity | undefined {
  const { chunks } = scene.clauses
  const held = heldBy(scene, verb)
  if (held !== undefined) return held
  if (object.undergone) {
    const agent = verb.agent ?? agentAfter(scene, verb)
    return agent === undefined ? object.noun.owner : actorOf(scene, agent)
  }
  const before = chunks[verb.index - 1]
  if (verb.form === 'ing' && before?.kind === 'preposition' && /^(?:for|over|after|of)$/.test(before.word)) {
    const blamed = chunks[verb.index - 2]
    if (blamed?.kind === 'noun' && blamed.entity !== undefined && blamed.entity.codes.length > 0) return blamed.entity
  }
  // "for conducting a test and launching a missile"
  if (verb.form === 'ing' && before?.kind === 'conjunction') {
    const { verbs } = scene.clauses
    const first = verbs[verbs.indexOf(verb) - 1]
    if (first?.form === 'ing' && chunks[first.index - 1]?.kind === 'preposition') return doerOf(scene, first, object)
  }
  if (verb.subject === undefined && verb.form === 'ing') {
    const next = scene.clauses.verbs.find((each) => each.index > verb.index && each.form === 'finite')
    return next?.subject === undefined ? undefined : actorOf(scene, next.subject)
  }
  if (verb.subject === undefined) return undefined
  const entity = actorOf(scene, verb.subject)
  if (entity !== undefined && entity.codes.length > 0) return entity
  const at = placeIn(chunks, verb.subject)
  const from = chunks[at + 2]
  const linked = chunks[at + 1]?.kind === 'preposition' && from?.kind === 'noun' && from.from < verb.from
  if (linked && (from.preposition === 'from' || from.preposition === 'of')) return from.entity ?? from.owner
  return entity
}

/** "circulated late Wednesday by the United States". */
export function agentAfter(scene: Scene, verb: VerbChunk): NounChunk | undefined {
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 9); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator' || chunk?.kind === 'relative') return undefined
    if (chunk?.kind === 'noun' && chunk.preposition === 'by') return chunk
  }
  return undefined
}

const FORCES = new WordSet(
  'troops forces soldiers army police warplanes jets helicopters gunboats artillery tanks military gunships bombers fighters drones aircraft planes commandos marines'.split(
    ' ',
  ),
)

/** Troops and what they use. */
export function isForce(scene: Scene, noun: NounChunk): boolean {
  return FORCES.has(scene.tokens[noun.to - 1])
}

/** "government troops", "forces loyal to Gaddafi": whose. */
export function forcesOf(scene: Scene, noun: NounChunk | undefined): readonly string[] {
  const { tokens, clauses, memory } = scene
  if (noun === undefined) return []
  if (tokens[noun.to - 1]?.lower === 'loyal') {
    const to = clauses.chunks[placeIn(clauses.chunks, noun) + 2]
    return to?.kind === 'noun' && to.preposition === 'to' ? (to.entity?.codes ?? []) : []
  }
  if (!isForce(scene, noun)) return []
  // "French and Malian helicopters"
  if (noun.owner !== undefined && noun.owner.codes.length > 0) return noun.owner.codes
  const own = tokens
    .slice(noun.from, noun.to)
    .some((token) => /^(?:government|security|regime|state|army|loyalist|riot|presidential)$/.test(token.lower))
  return own && memory.target !== undefined ? [memory.target] : []
}
