import { standsAt } from './before.js'
import { placeIn, sameVerb, type VerbChunk } from './chunk.js'
import { canHold, type Entity } from './entity.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** "had earlier been expected to oppose it", "was initially inclined to vote against": it came otherwise. */
export function isForetold({ form, parent }: VerbChunk): boolean {
  return form === 'to' && parent !== undefined && parent.had && parent.passive && FORETELLING.hasVerb(parent)
}

const FORETELLING = new WordSet([
  'expect',
  'think',
  'believe',
  'tip',
  'predict',
  'assume',
  'rumour',
  'rumor',
  'forecast',
])

/** "are planning to introduce a text": the one who means to is its sponsor. */
export function isPlanned(scene: Scene, { form, parent, negated }: VerbChunk): boolean {
  return (
    form === 'to' &&
    !negated &&
    parent !== undefined &&
    !parent.negated &&
    !scene.headline &&
    (PLANNING.hasVerb(parent) || (parent.copula && READY.has(scene.tokens[parent.to])))
  )
}

/** "denied that it opposed the text", "rejected accusations that it was blocking sanctions", "denied blocking them": nothing that is so. */
export function isDenied({ clauses, stock, tokens }: Scene, verb: VerbChunk): boolean {
  if (!DENYING.mayStandIn(stock)) return false
  if (verb.form === 'ing') return isDeniedDoing(verb)
  if (verb.form !== 'finite') return false
  const { reported, subject } = verb
  if (subject === undefined) return false
  const at = placeIn(clauses.chunks, subject)
  if (reported !== undefined)
    return !reported.negated && DENYING.hasVerb(reported) && at > reported.index && at < reported.index + 4
  let before = standsAt(clauses.chunks, at - 1)?.kind === 'subordinator' ? at - 2 : at - 1
  const said = standsAt(clauses.chunks, before)
  if (said?.kind === 'noun' && before === at - 2 && CHARGES.has(tokens[said.head])) before--
  const by = standsAt(clauses.chunks, before)
  return by?.kind === 'verb' && !by.negated && DENYING.hasVerb(by)
}

/** "denied blocking the text" */
export function isDeniedDoing({ parent, from }: VerbChunk): boolean {
  return parent !== undefined && !parent.negated && parent.to === from && DENYING.hasVerb(parent)
}

/** What is denied: "denied that it opposed the text". */
export function contrary(verb: VerbChunk): VerbChunk {
  const made = sameVerb(verb)
  made.negated = !verb.negated
  return made
}

const DENYING = new WordSet('deny reject dismiss refute rebut dispute rebuff'.split(' '), true)
const CHARGES = new WordSet(
  'accusation accusations allegation allegations charge charges claim claims suggestion suggestions report reports notion idea criticism insinuation insinuations'.split(
    ' ',
  ),
)

export const PRAISE = new Set(
  'praise thank commend applaud welcome hail congratulate salute laud back support endorse compliment'.split(' '),
)

/** "is ready to", "is set to": what one is about to do oneself. */
export const READY = new WordSet(['ready', 'prepared', 'willing', 'set', 'poised', 'due', 'determined', 'about'])

const PLANNING = new WordSet(['plan', 'intend', 'prepare', 'vow', 'pledge', 'promise', 'decide', 'agree'])

export const DEFYING = new WordSet(['ignore', 'defy', 'flout', 'disregard'])

/** "every time Iran ignores a resolution", said by another: blame, and no stance of the one who is blamed. */
export function toldByOthers(scene: Scene, verb: VerbChunk): boolean {
  const speaker = scene.clauses.speakerAt(verb.index)
  const holder = verb.subject?.entity
  return speaker !== undefined && holder !== undefined && !holder.codes.some((code) => speaker.codes.includes(code))
}

/** "with Russia and China opposed", "France, opposed to the war, …": who is opposed, not what. */
export function standing(verb: VerbChunk): Entity | undefined {
  if (verb.form !== 'participle' || verb.lemma !== 'oppose' || verb.agent !== undefined) return undefined
  const { entity } = verb.subject ?? {}
  return canHold(entity) ? entity : undefined
}

/** "With Russia and China opposed, …": nothing follows that could be opposed. */
export function alone(scene: Scene, verb: VerbChunk): boolean {
  const next = scene.clauses.chunks[verb.index + 1]
  return (
    verb.lemma === 'oppose' && verb.subject?.preposition === 'with' && (next === undefined || next.kind === 'comma')
  )
}

/** "wants Chile to back it", "urged Peru to drop it": an infinitive whose doer stands behind the verb above. */
export function hasOwnDoer(verb: VerbChunk): verb is VerbChunk & { readonly parent: VerbChunk } {
  const { form, parent, subject } = verb
  return form === 'to' && parent !== undefined && subject !== undefined && subject.from >= parent.to
}

/** "could be persuaded to abstain": it may, and does not yet. */
export function isPersuadable({ form, parent }: VerbChunk): boolean {
  return (
    form === 'to' &&
    parent?.passive === true &&
    parent.modal !== undefined &&
    /^(?:persuade|convince|tempt|induce)$/.test(parent.lemma)
  )
}
