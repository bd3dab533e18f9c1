import { isOfUN } from './bodies.js'
import { doerOf, type Writable } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { About, Stance } from './claim.js'
import { isContingent } from './contingent.js'
import { PERMANENT } from './council-nouns.js'
import type { Entity } from './entity.js'
import type { FoundStance, Scene } from './scene.js'

/** What a verb tells that someone holds. */
export interface Holding {
  readonly holder: Entity
  readonly stance: Stance
  readonly about: About
  /** What it is held of, where a noun says it: whose it is may be whom it is held against. */
  readonly noun?: NounChunk | undefined
  readonly verb: VerbChunk
  readonly rule: string
  /** The last chunk of what tells it. */
  readonly to: number
}

/** Adds a stance of those who can hold it: of the Council only what it says, and nobody's against itself. */
export function add(
  scene: Scene,
  into: FoundStance[],
  { holder, stance, about, noun, verb, rule, to }: Holding,
  more: Partial<FoundStance> = NOTHING,
): void {
  const { memory } = scene
  const against = noun?.owner?.codes[0] ?? noun?.entity?.codes[0]
  const votes = stance === 'vetoes' || stance === 'abstains' || stance === 'sponsors'
  const unsaid = holder.codes.includes('UNSC') && !rule.startsWith('must') && !councilSays(verb, stance)
  const actors = holder.codes.filter((code) => {
    // The Council itself casts no vote.
    if (votes && isOfUN(code)) return false
    if (unsaid && code === 'UNSC') return false
    // Only five have a veto: the words are another's.
    if (rule === 'veto' && stance === 'vetoes' && about === 'resolution' && !PERMANENT.has(code)) return false
    if (about !== 'conduct' || stance !== 'opposes') return true
    // No one condemns itself: the words are about something else.
    return !(
      code === memory.target &&
      (against === undefined || against === code) &&
      code !== undefined &&
      more.target === undefined
    )
  })
  if (actors.length === 0) return
  const target =
    more.target ?? (about === 'conduct' && against !== undefined && !actors.includes(against) ? against : memory.target)
  const speaker = scene.clauses.speakerAt(verb.index)
  // One shape in memory, whatever is told.
  const made: Writable<FoundStance> = {
    actors,
    stance,
    about,
    from: verb.index,
    to,
    target: target === undefined || actors.includes(target) ? undefined : target,
    speaker: speaker ?? (holder.person === true ? holder : undefined),
    past: isOwnPast(verb, speaker, actors) || more.past ? true : undefined,
    cast: undefined,
    conditional: isConditional(scene, verb) ? true : undefined,
    collective: undefined,
    rule,
    words: [verb.from, verb.to],
  }
  if (more !== NOTHING) Object.assign(made, more)
  into.push(made)
}

/** "would back it if", "could live with it"; "said it would back it" tells of a will in the past tense. */
function isConditional(scene: Scene, verb: VerbChunk): boolean {
  if (verb.conditional === true || verb.modal === 'could') return true
  // "would like a text": wants one
  if (verb.modal !== 'would' || verb.lemma === 'like') return false
  return verb.reported?.past !== true || isContingent(scene, verb)
}

/**
 * "Chile had opposed it": held formerly. Not so "Chile said it had lost confidence", told in a past before the past since it was said, nor
 * "it said Peru had ignored the call", where another did what it blames.
 */
function isOwnPast(verb: VerbChunk, speaker: Entity | undefined, actors: readonly string[]): boolean {
  // "had threatened to veto it"
  const told = verb.form === 'to' && verb.parent !== undefined ? verb.parent : verb
  if (!told.had) return false
  const own = (code: string) => actors.includes(code)
  if (told.reported !== undefined && speaker?.codes.some(own) === true) return false
  const doer = doerOf(told)?.entity
  return doer === undefined || doer.codes.length === 0 || doer.codes.some(own)
}

const NOTHING: Partial<FoundStance> = {}

/** Whether the Council itself speaks: not where it is asked to, may yet, or is named in what another does. */
function councilSays(verb: VerbChunk, stance: Stance): boolean {
  if (stance === 'undeclared' || stance === 'accepts' || verb.modal !== undefined || verb.conditional === true)
    return false
  if (verb.negated || verb.lemma === 'need' || /affirm$/.test(verb.lemma)) return false
  if (verb.form !== 'to') return true
  // "is expected to seek a text", "must be ready to agree"
  if (verb.parent !== undefined && (verb.parent.passive || verb.parent.copula || verb.parent.modal !== undefined))
    return false
  const asker = verb.parent?.subject?.entity
  return asker === undefined || asker.codes.includes('UNSC')
}
