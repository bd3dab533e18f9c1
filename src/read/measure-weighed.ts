import { actorOf } from './actor-of.js'
import { isOfUN, isOtherBody } from './bodies.js'
import type { VerbChunk } from './chunks.js'
import { isCouncil } from './council-nouns.js'
import { asBody, isText } from './measure-owners.js'
import { isCarriedBefore } from './measure-texts.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** The verb of "take up the issue of sanctions", "considers a new round of sanctions". */
export function governorOf(scene: Scene, index: number): VerbChunk | undefined {
  const { chunks } = scene.clauses
  let at = index
  for (let steps = 0; steps < 3; steps++) {
    const chunk = chunks[at]
    if (chunk?.kind !== 'noun' || chunk.preposition !== 'of') break
    at -= 2
  }
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    const chunk = chunks[before]
    if (chunk?.kind === 'verb') return chunk
    if (chunk?.kind !== 'preposition' && chunk?.kind !== 'adverb') return undefined
  }
  return undefined
}

/** "The Council warned of further action, including sanctions" */
export function isWarnedOf(scene: Scene, index: number): boolean {
  const { chunks, verbs } = scene.clauses
  const link = chunks[index - 1]
  if (link?.kind !== 'preposition' || link.word !== 'including') return false
  const verb = verbs.findLast((each) => each.index < index)
  return verb?.subject !== undefined && !verb.negated && (isCouncil(scene, verb.subject) || isTexts(scene, verb))
}

export function isTexts(scene: Scene, verb: VerbChunk): boolean {
  return (verb.subject !== undefined && isText(scene, verb.subject)) || isCarriedBefore(scene, verb)
}
/** "EU ministers discussed the possible imposition of sanctions": a body other than the Council weighs its own. */
export function bodyWeighing(scene: Scene, index: number): readonly string[] | undefined {
  const verb = governorOf(scene, index)
  if (verb?.subject === undefined || verb.passive || verb.negated || !DELIBERATING.hasVerb(verb)) return undefined
  const codes = (actorOf(scene, verb.subject) ?? verb.subject.owner)?.codes ?? []
  return codes.length > 0 && codes.every(isOtherBody) ? codes : undefined
}
/** What weighs a measure of one's own. */
export const DELIBERATING = new WordSet(
  'discuss debate consider weigh mull study examine prepare contemplate plan'.split(' '),
)

/** "is pursuing a range of options, including targeted sanctions": whoever would take the steps */
export function pursuedBy(scene: Scene, index: number): readonly string[] | undefined {
  const { chunks, verbs } = scene.clauses
  const link = chunks[index - 1]
  if (link?.kind !== 'preposition' || link.word !== 'including') return undefined
  const verb = verbs.findLast((each) => each.index < index)
  if (verb?.subject === undefined || verb.negated || verb.passive || !PURSUING.hasVerb(verb)) return undefined
  const codes = actorOf(scene, verb.subject)?.codes ?? []
  return codes.length === 1 && codes[0] !== scene.memory.target ? asBody(codes) : undefined
}
const PURSUING = new WordSet(
  'pursue consider weigh mull explore examine study prepare plan contemplate take'.split(' '),
)

/** "convince Beijing to squeeze it with steps such as a cap on oil": whoever is to take the steps */
export function pressedInto(scene: Scene, index: number): readonly string[] | undefined {
  const { chunks, verbs } = scene.clauses
  const verb = verbs.findLast((each) => each.index < index)
  if (verb?.form !== 'to' || verb.subject === undefined || verb.subject === verb.parent?.subject) return undefined
  const codes = actorOf(scene, verb.subject)?.codes ?? []
  if (codes.length !== 1 || codes[0] === scene.memory.target || codes.some(isOfUN)) return undefined
  for (let at = verb.index + 1; at < index; at++) {
    const link = chunks[at]
    if (link?.kind === 'preposition' && /^(?:with|by|through|including)$/.test(link.word)) return codes
  }
  return undefined
}

/** What a text does that only speaks of a measure. */
export const HINTING = new WordSet(
  'hint refer allude mention warn threaten contain provide include speak point hold'.split(' '),
)

const BLOCS: ReadonlySet<string> = new Set(['EU', 'LAS', 'AU', 'GCC'])

/** The bloc that does what the sentence tells before the measure: "The EU added two banks to a list of those hit by an asset freeze". */
export function blocActing(scene: Scene, index: number): readonly string[] | undefined {
  for (const verb of scene.clauses.verbs) {
    if (verb.index > index) return undefined
    const codes = verb.form === 'finite' && !verb.passive ? (verb.subject?.entity?.codes ?? []) : []
    if (codes.length === 1 && BLOCS.has(codes[0] as string)) return codes
  }
  return undefined
}
