import { isArmed, isRenegade, placeOf } from './attack-doers.js'
import { isBody } from './bodies.js'
import { placeIn } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { isCouncil, isDraft } from './council-nouns.js'
import type { Entity } from './entity.js'
import { type Deed, type DoneBy, isProgressive } from './event-deed.js'
import { doerOf, forcesOf, isForce } from './event-doers.js'
import { HALLS, isInCouncils, isOfCouncil, isOtherHall, isOthersStatement } from './event-halls.js'
import type { EventObject } from './event-objects.js'
import { TESTS, testedBy } from './event-tests.js'
import { isCase, isGiven } from './event-texts.js'
import { inSpeech, type Scene } from './scene.js'
import { authorsIn } from './sponsor-compounds.js'
import { WordSet } from './wordset.js'

const DRAFT = new WordSet(['draft', 'proposed'])

/** Who did it, and what type of event it is by that; undefined where it is no event after all. */
export function actorsFor(deed: Deed): DoneBy | undefined {
  const { scene, verb, entry, family, object, ahead } = deed
  const { type } = family
  const doer = doerOf(scene, verb, object)
  let actors: readonly string[] | undefined = doer?.codes ?? []
  if (type === 'attack') actors = attackersOf(deed, doer)
  else if (family.subjects !== undefined) actors = fitDoers(deed, actors)
  if (actors === undefined) return undefined
  if (family.future === true && !ahead && !/expect|be |^(?:begin|start)/.test(entry.words) && !isInHand(scene, verb))
    return undefined
  if (family.actor === 'UNSC') return family.subjects === undefined && ahead ? undefined : { type, actors: ['UNSC'] }
  if (type === 'inspection' && isOwnVisit(scene, verb, actors)) return undefined
  if (type === 'draft-tabled' && isWelcomed(deed)) return undefined
  if (type === 'talks-stalled' && isOtherAim(scene, object.noun)) return undefined
  // "The agency's board voted to report it"
  if (actors.length === 0 && (type === 'inspection' || type === 'referral') && !object.undergone)
    actors = verb.subject?.owner?.codes ?? []
  if (TESTS.has(type)) {
    const tested = testedBy(deed, doer)
    if (tested === undefined || tested.type !== type) return tested
    actors = tested.actors
  }
  if (type === 'agreement') {
    const instead = insteadOfAgreement(deed, actors)
    if (instead !== undefined || isNoAgreement(deed)) return instead
  }
  const { target } = scene.memory
  if (actors.length === 0 && family.fallback === 'target' && target !== undefined)
    actors = [object.noun.owner?.codes[0] ?? target]
  if (type === 'referral' && (isByDraft(scene, verb) || !isCase(scene, verb, object))) return undefined
  if (type === 'draft-expected' && actors.length === 0 && !object.undergone) actors = ['UNSC']
  const made = type === 'draft-tabled' ? tabledBy(deed, actors) : { type, actors }
  return made?.type === type && family.weak === true && isBeside(verb) ? undefined : made
}

/** An ambassador who attacks a text, a minister who launches an attack: words; else whose arms. */
function attackersOf({ scene, verb, object }: Deed, doer: Entity | undefined): readonly string[] | undefined {
  const codes = doer?.codes ?? []
  if (object.undergone) return codes.filter(isArmed)
  if (saysIt(scene, verb, doer) || isRenegade(scene, verb.subject)) return undefined
  const there = verb.subject === undefined ? undefined : placeOf(scene, verb.subject)
  return (there ?? (codes.length > 0 ? codes : forcesOf(scene, verb.subject))).filter(isArmed)
}

/** Who does what only some can do: the Council, its members, inspectors; undefined where it is not they. */
function fitDoers(deed: Deed, codes: readonly string[]): readonly string[] | undefined {
  const { scene, verb, family, object, ahead } = deed
  // "read out by its president": the Council's own
  const own =
    family.type === 'statement-adopted' &&
    object.undergone &&
    (isOfCouncil(scene, object.noun) || isInCouncils(scene, object))
  // "the 15-member council", "Council members"
  const actors = own || (codes.length === 0 && isCouncil(scene, verb.subject)) ? ['UNSC'] : codes
  const fits = actors.some((code) => family.subjects?.includes(code))
  if (!fits && !(object.undergone && actors.length === 0)) return undefined
  if (ahead || isOtherHall(scene, verb, object.undergone)) return undefined
  return isNoVeto(deed) || isNoText(deed, actors) ? undefined : actors
}

/** "are blocking the text", "have blocked sanctions": kept off, with no vote. */
function isNoVeto({ scene, verb, family, object }: Deed): boolean {
  if (family.type !== 'vetoed' || verb.lemma !== 'block') return false
  return (
    isProgressive(scene, verb) ||
    (!/^(?:passage|adoption)$/.test(scene.tokens[object.noun.to - 1]?.lower ?? '') &&
      !isDraft(scene, object.noun) &&
      !isCouncil(scene, object.noun))
  )
}

/** What is adopted is no text of the Council's, or the text itself does it. */
function isNoText({ scene, verb, family, object }: Deed, actors: readonly string[]): boolean {
  const { noun, undergone } = object
  if (family.type === 'adopted' && isLoose(scene, verb, object, actors)) return true
  // "The resolution endorses the deployment": what a text does
  if (family.type === 'adopted' && !undergone && isDraft(scene, verb.subject)) return true
  if (family.type === 'statement-adopted' && isOthersStatement(scene, object)) return true
  if (undergone && HALLS.stands(scene.tokens, noun.from, noun.to)) return true
  // "a draft statement backed by Britain"
  return (
    undergone && /^(?:back|endorse|agree|accept)$/.test(verb.lemma) && DRAFT.stands(scene.tokens, noun.from, noun.to)
  )
}

/** "its own draft, which would refer the crimes to the court": what a text would do */
function isByDraft(scene: Scene, { modal, subject }: VerbChunk): boolean {
  return modal === 'would' && isDraft(scene, subject)
}

/** "gave the text a guarded welcome": nobody tabled it. */
function isWelcomed({ scene, verb, object }: Deed): boolean {
  const next = scene.clauses.chunks[placeIn(scene.clauses.chunks, object.noun) + 1]
  return verb.lemma === 'give' && next?.kind === 'noun' && next.preposition === undefined
}

/** "failed in its efforts to win a condemnation": no talks. */
function isOtherAim({ clauses: { chunks } }: Scene, noun: NounChunk): boolean {
  const aim = chunks[placeIn(chunks, noun) + 1]
  return aim?.kind === 'verb' && aim.form === 'to' && WINNING.hasVerb(aim)
}
const WINNING = new WordSet(
  'secure win get obtain gain impose pass adopt persuade convince force block stop prevent rally muster have'.split(
    ' ',
  ),
)

/** "days after its leader visited the site", "the premier toured the plant": no inspection. */
function isOwnVisit({ memory }: Scene, { lemma }: VerbChunk, actors: readonly string[]): boolean {
  if (!/^(?:visit|tour|examine|check|enter|reach)$/.test(lemma)) return false
  if (memory.target !== undefined && actors.includes(memory.target)) return true
  return /^(?:visit|tour)$/.test(lemma) && actors.some((code) => !isBody(code))
}

/** What it is to negotiate, and to finish a text that is negotiated. */
function insteadOfAgreement({ scene, verb, object, ahead }: Deed, actors: readonly string[]): DoneBy | undefined {
  const { target } = scene.memory
  const isOfDraft = isDraft(scene, object.noun)
  if (verb.lemma === 'negotiate' && isProgressive(scene, verb) && !isOfDraft)
    return { type: 'talks-held', actors: actors.length > 0 ? actors : target === undefined ? [] : [target] }
  // "the resolution will be finalised this week"
  return isOfDraft && ahead && FINALISING.test(verb.lemma) ? { type: 'draft-expected', actors: ['UNSC'] } : undefined
}

/** "will negotiate a deal"; "mediating a peaceful resolution to the crisis" */
function isNoAgreement({ scene, verb, object, ahead }: Deed): boolean {
  if (ahead && verb.lemma === 'negotiate') return true
  return (
    (/^(?:mediate|broker|negotiate|reach)$/.test(verb.lemma) || FINALISING.test(verb.lemma)) &&
    isDraft(scene, object.noun)
  )
}
const FINALISING = /^finali[sz]e$/

/** Whose draft it is; one that is still to come where it is only drawn up or promised. */
function tabledBy({ scene, verb, object, ahead }: Deed, codes: readonly string[]): DoneBy | undefined {
  const { noun, undergone } = object
  // "Syria draft presented": whom it concerns
  const concerned = undergone && codes.length === 1 && codes[0] === scene.memory.target
  if (concerned && verb.agent === undefined && noun.owned === undefined) return undefined
  // all the great powers together: drawn up among them, tabled by no one of them
  if (codes.length > 4 && /^(?:draw|draft|give|hand|prepare|author)$/.test(verb.lemma)) return undefined
  // "gave me information on the resolution", "sent a letter to the Council"
  if (isGiven(verb, object)) return undefined
  const actors = undergone && codes.length === 0 ? authorsIn(scene, noun) : codes
  if (!ahead && !isUnderWay(scene, verb)) return { type: 'draft-tabled', actors }
  const promised =
    verb.form === 'to' || verb.modal === 'will' || !ahead || (verb.modal === 'would' && inSpeech(scene, verb))
  return promised ? { type: 'draft-expected', actors: actors.length === 0 ? ['UNSC'] : actors.slice(0, 1) } : undefined
}

/** Told neither by a verb of its own nor as caused by another: "prompted it to withdraw". */
function isBeside({ form, parent }: VerbChunk): boolean {
  const caused = form === 'to' && /^(?:lead|prompt|cause|force|push|drive)$/.test(parent?.lemma ?? '')
  return form !== 'finite' && form !== 'participle' && !caused
}

/** "results were issued", "the operation was authorised": by whom is left open, and no text is named. */
function isLoose(scene: Scene, verb: VerbChunk, object: EventObject, actors: readonly string[]): boolean {
  if (verb.lemma === 'issue') return object.undergone || !isDraft(scene, object.noun)
  return (
    object.undergone &&
    actors.length === 0 &&
    /^(?:actions?|operations?|interventions?|plans?|proposals?|packages?)$/.test(
      scene.tokens[object.noun.to - 1]?.lower ?? '',
    )
  )
}

/** Words, not arms: "the ambassador attacked the draft". */
function saysIt(scene: Scene, verb: VerbChunk, entity: Entity | undefined): boolean {
  if (verb.subject !== undefined && isForce(scene, verb.subject)) return false
  return entity?.person === true || entity?.unnamed === true
}

/** "is preparing a resolution", "are negotiating a text" */
function isInHand(scene: Scene, verb: VerbChunk): boolean {
  return (
    isProgressive(scene, verb) &&
    scene.clauses.chunks[verb.index + 1]?.kind !== 'verb' &&
    /^(?:prepare|draft|draw|negotiate|work|craft|write|consult|finali[sz]e|hammer|thrash)$/.test(verb.lemma)
  )
}

/** "are drafting a resolution", "have begun drafting": not tabled yet. */
function isUnderWay(scene: Scene, verb: VerbChunk): boolean {
  if (!/^(?:draft|draw)$/.test(verb.lemma) || !scene.tokens[verb.at]?.lower.endsWith('ing')) return false
  return verb.form === 'finite' || /^(?:begin|start|finish|be)$/.test(verb.parent?.lemma ?? '')
}

/** Against whom: the state in or after the object ("attacked Lebanon", "a protest with Seoul"), never the actor. */
export function againstOf({ scene, family, object, verb }: Deed, actors: readonly string[]): string | undefined {
  if (!/^(?:attack|protest|threat)$/.test(family.type)) return undefined
  const { chunks } = scene.clauses
  for (let at = object.undergone ? verb.index : object.at; at < Math.min(chunks.length, object.at + 4); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' && at > object.at) return undefined
    if (chunk?.kind !== 'noun') continue
    const code = chunk.owner?.codes[0] ?? chunk.entity?.codes[0]
    if (code !== undefined && !isBody(code) && !actors.includes(code)) return code
  }
  return undefined
}
