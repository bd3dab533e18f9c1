import { aboutOf } from './about.js'
import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import { standsAt } from './before.js'
import type { NounChunk, VerbChunk } from './chunk.js'
import { BIDS } from './defiance.js'
import { holderOf } from './holders.js'
import type { FoundStance, Scene } from './scene.js'
import { turned } from './turned.js'
import { toldByOthers } from './verb-moods.js'
import { WordSet } from './wordset.js'

const FLOUTING = new WordSet(['ignore', 'defy', 'flout', 'disregard'])
const GIVING_UP = new WordSet(['hand', 'extradite', 'surrender', 'deliver'])
const WANTED = new WordSet(
  'suspect suspects citizen citizens national nationals fugitive fugitives official officials officer officers minister ministers accused anyone anybody'.split(
    ' ',
  ),
)

/**
 * "will ignore the sanctions", "is not bound by the resolution", "refused to hand over the suspects": does not carry
 * out what was decided. Whether that is told.
 */
export function flouted(scene: Scene, verb: VerbChunk, into: FoundStance[]): boolean {
  if (verb.conditional === true || !(isFlouting(scene, verb) || isUnbound(scene, verb) || keepsWanted(scene, verb)))
    return false
  // what is "not bound by a text" is the subject
  const holder = verb.passive && verb.subject !== undefined ? actorOf(scene, verb.subject) : holderOf(scene, verb)
  if (holder === undefined || holder.codes.length === 0 || holder.codes.includes('UNSC')) return false
  // "said Iran had ignored the resolution": blame, and another's
  if (toldByOthers(scene, verb)) return false
  const to = Math.min(verb.index + 2, scene.clauses.chunks.length - 1)
  add(scene, into, { holder, stance: 'opposes', about: 'implementation', verb, rule: 'flout', to })
  return true
}

function isFlouting(scene: Scene, verb: VerbChunk): boolean {
  if (!FLOUTING.hasVerb(verb) || verb.passive || turned(scene, 'supports', verb) !== 'supports') return false
  if (verb.modal !== undefined && verb.modal !== 'will' && verb.modal !== 'would') return false
  const object = standsAt(scene.clauses.chunks, verb.index + 1)
  return object?.kind === 'noun' && binds(scene, object)
}

/** "is not bound by the resolution", "does not consider itself bound by it" */
function isUnbound(scene: Scene, verb: VerbChunk): boolean {
  if (!verb.negated) return false
  const { chunks } = scene.clauses
  for (let at = verb.from; at < Math.min(scene.to - 2, verb.to + 3); at++) {
    if (scene.tokens[at]?.lower !== 'bound' || scene.tokens[at + 1]?.lower !== 'by') continue
    const by = chunks.find((chunk) => chunk.kind === 'noun' && chunk.from >= at + 2)
    return by?.kind === 'noun' && binds(scene, by)
  }
  return false
}

/** Sanctions, a text, or what the Council decided. */
function binds(scene: Scene, noun: NounChunk): boolean {
  if (BIDS.has(scene.tokens[noun.head])) return false
  const about = aboutOf(noun, scene.tokens)?.about
  if (about === 'sanctions' || about === 'resolution') return true
  return DECISIONS.has(scene.tokens[noun.head]) && noun.owner?.codes.includes('UNSC') === true
}
const DECISIONS = new WordSet(['decision', 'decisions', 'ruling', 'rulings', 'verdict'])

/** "will never hand over its citizens", "ruled out extraditing the two" */
function keepsWanted(scene: Scene, verb: VerbChunk): boolean {
  if (!GIVING_UP.hasVerb(verb) || verb.passive || turned(scene, 'supports', verb) !== 'opposes') return false
  const { chunks } = scene.clauses
  const next = standsAt(chunks, verb.index + 1)
  const whom = next?.kind === 'preposition' && next.word === 'over' ? standsAt(chunks, verb.index + 2) : next
  if (verb.lemma === 'hand' && scene.tokens[verb.to]?.lower !== 'over' && !isOver(scene, verb)) return false
  return whom?.kind === 'noun' && (whom.entity?.person === true || WANTED.has(scene.tokens[whom.head]))
}

/** "hand any suspect over" */
function isOver({ clauses: { chunks } }: Scene, verb: VerbChunk): boolean {
  const over = standsAt(chunks, verb.index + 2)
  return over?.kind === 'preposition' && over.word === 'over'
}
