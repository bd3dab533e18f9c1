import { isArmed, isRenegade, placeOf } from './attack-doers.js'
import { isBody } from './bodies.js'
import type { VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import { isCouncil, isDraft } from './council-nouns.js'
import type { Entity } from './entity.js'
import { doerOf, forcesOf, isForce } from './event-doers.js'
import type { EventFamily } from './event-found.js'
import { HALLS, isInCouncils, isOfCouncil, isOtherHall, isOthersStatement } from './event-halls.js'
import type { EventObject } from './event-objects.js'
import { isCase, isGiven } from './event-texts.js'
import type { Entry } from './lexicon.js'
import { inSpeech, type Scene } from './scene.js'
import { authorsIn } from './sponsor-compounds.js'
import { WordSet } from './wordset.js'

const DRAFT = new WordSet(['draft', 'proposed'])

/** Events of a state's arms programmes. */
export const TESTS: ReadonlySet<EventType> = new Set<EventType>(['nuclear-test', 'missile-launch'])

/** Who did it, and what type of event it is by that; undefined where it is no event after all. */
export function actorsFor(
  scene: Scene,
  verb: VerbChunk,
  entry: Entry,
  family: EventFamily,
  object: EventObject,
  ahead: boolean,
): { type: EventType; actors: readonly string[] } | undefined {
  const { target } = scene.memory
  const entity = doerOf(scene, verb, object)
  let actors = entity?.codes ?? []
  if (family.type === 'attack') {
    // An ambassador who attacks a text, a minister who launches an attack: words.
    if (!object.undergone && (saysIt(scene, verb, entity) || isRenegade(scene, verb.subject))) return undefined
    if (actors.length === 0 && !object.undergone) actors = forcesOf(scene, verb.subject)
    if (verb.subject !== undefined && !object.undergone) actors = placeOf(scene, verb.subject) ?? actors
    actors = actors.filter(isArmed)
  }
  if (family.subjects !== undefined) {
    // "the 15-member council", "Council members"
    if (actors.length === 0 && isCouncil(scene, verb.subject)) actors = ['UNSC']
    // "read out by its president": the Council's own
    if (
      family.type === 'statement-adopted' &&
      object.undergone &&
      (isOfCouncil(scene, object.noun) || isInCouncils(scene, object))
    )
      actors = ['UNSC']
    const fits = actors.some((code) => family.subjects?.includes(code))
    if (!fits && !(object.undergone && actors.length === 0)) return undefined
    if (ahead) return undefined
    if (isOtherHall(scene, verb, object.undergone)) return undefined
    // "are blocking the text"
    if (family.type === 'vetoed' && verb.lemma === 'block' && isProgressive(scene, verb)) return undefined
    // "have blocked sanctions": kept off, with no vote
    if (
      family.type === 'vetoed' &&
      verb.lemma === 'block' &&
      !/^(?:passage|adoption)$/.test(scene.tokens[object.noun.to - 1]?.lower ?? '') &&
      !isDraft(scene, object.noun) &&
      !isCouncil(scene, object.noun)
    )
      return undefined
    if (family.type === 'adopted' && isLoose(scene, verb, object, actors)) return undefined
    // "The resolution endorses the deployment": what a text does
    if (family.type === 'adopted' && !object.undergone && isDraft(scene, verb.subject)) return undefined
    if (family.type === 'statement-adopted' && isOthersStatement(scene, object)) return undefined
    if (object.undergone && HALLS.stands(scene.tokens, object.noun.from, object.noun.to)) return undefined
    // "a draft statement backed by Britain"
    if (
      object.undergone &&
      /^(?:back|endorse|agree|accept)$/.test(verb.lemma) &&
      DRAFT.stands(scene.tokens, object.noun.from, object.noun.to)
    )
      return undefined
  }
  if (family.future === true && !ahead && !/expect|be |^(?:begin|start)/.test(entry.words) && !isInHand(scene, verb))
    return undefined
  if (family.actor === 'UNSC')
    return family.subjects === undefined && ahead ? undefined : { type: family.type, actors: ['UNSC'] }
  // "days after its leader visited the site": no inspection
  const looks = family.type === 'inspection' && /^(?:visit|tour|examine|check|enter|reach)$/.test(verb.lemma)
  if (looks && target !== undefined && actors.includes(target)) return undefined
  // "The agency's board voted to report it"
  if (actors.length === 0 && (family.type === 'inspection' || family.type === 'referral') && !object.undergone)
    actors = verb.subject?.owner?.codes ?? []
  if (TESTS.has(family.type)) {
    // Rebels and other groups are no state, and not the one at issue either.
    if (!object.undergone && verb.subject?.entity?.silent === true) return undefined
    // A pronoun, or a voice without a state, leaves the one whose tests the article is about.
    const loose = entity?.pronoun === true || (verb.form === 'ing' && verb.subject === undefined)
    actors = loose && target !== undefined ? [target] : actors.filter((code) => !isBody(code))
  }
  // "sent a satellite into orbit", no missiles to a friend
  if (family.type === 'missile-launch' && verb.lemma === 'send' && !ORBIT.stands(scene.tokens, verb.to, scene.to))
    return undefined
  // "would shoot down any missile", "shoot missiles out of the sky"
  if (family.type === 'missile-launch' && verb.lemma === 'shoot' && DOWN.stands(scene.tokens, verb.to, verb.to + 5))
    return undefined
  if (family.type === 'missile-launch' && isOfWar(scene))
    return actors.length === 0 ? undefined : { type: 'attack', actors }
  // "a drone fired rockets at a convoy": no one's test
  if (family.type === 'missile-launch' && aimed(scene, object)) return undefined
  if (TESTS.has(family.type) && actors.length === 0 && !object.undergone && nobody(scene, verb)) return undefined
  const isOfDraft = isDraft(scene, object.noun)
  if (family.type === 'agreement' && verb.lemma === 'negotiate' && isProgressive(scene, verb) && !isOfDraft)
    return { type: 'talks-held', actors: actors.length > 0 ? actors : target === undefined ? [] : [target] }
  if (family.type === 'agreement' && ahead && verb.lemma === 'negotiate') return undefined
  // "mediating a peaceful resolution to the crisis"
  if (family.type === 'agreement' && /^(?:mediate|broker|negotiate|reach)$/.test(verb.lemma) && isOfDraft)
    return undefined
  // "the resolution will be finalised this week"
  if (family.type === 'agreement' && /^finali[sz]e$/.test(verb.lemma) && isOfDraft)
    return ahead ? { type: 'draft-expected', actors: ['UNSC'] } : undefined
  if (actors.length === 0 && family.fallback === 'target' && target !== undefined)
    actors = [object.noun.owner?.codes[0] ?? target]
  // "Syria draft presented": whom it concerns
  if (family.type === 'draft-tabled' && object.undergone && actors.length === 1 && actors[0] === target) {
    if (verb.agent === undefined && object.noun.owned === undefined) return undefined
  }
  // all the great powers together: drawn up among them, tabled by no one of them
  if (
    family.type === 'draft-tabled' &&
    actors.length > 4 &&
    /^(?:draw|draft|give|hand|prepare|author)$/.test(verb.lemma)
  )
    return undefined
  // "gave me information on the resolution", "sent a letter to the Council"
  if (family.type === 'draft-tabled' && isGiven(verb, object)) return undefined
  if (family.type === 'referral' && !isCase(scene, verb, object)) return undefined
  if (family.type === 'draft-expected' && actors.length === 0 && !object.undergone) actors = ['UNSC']
  if (family.type === 'draft-tabled' && object.undergone && actors.length === 0) actors = authorsIn(scene, object.noun)
  if (family.type === 'draft-tabled' && (ahead || isUnderWay(scene, verb)))
    return verb.form === 'to' || verb.modal === 'will' || !ahead || (verb.modal === 'would' && inSpeech(scene, verb))
      ? { type: 'draft-expected', actors: actors.length === 0 ? ['UNSC'] : actors.slice(0, 1) }
      : undefined
  const caused = verb.form === 'to' && /^(?:lead|prompt|cause|force|push|drive)$/.test(verb.parent?.lemma ?? '')
  if (family.weak === true && verb.form !== 'finite' && verb.form !== 'participle' && !caused) return undefined
  return { type: family.type, actors }
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

const ORBIT = new WordSet(['orbit', 'space', 'aloft', 'stratosphere'])

/** "fired 110 Tomahawk missiles": no test. */
function isOfWar({ tokens, from, to }: Scene): boolean {
  return OF_WAR.stands(tokens, from, to)
}
const DOWN = new WordSet(['down', 'out'])
const OF_WAR = new WordSet('tomahawk tomahawks stormshadow coalition airstrikes'.split(' '))

/** Fired at someone, not into the sea. */
function aimed(scene: Scene, object: EventObject): boolean {
  const { chunks } = scene.clauses
  const at = chunks[object.at + 1]
  const whom = chunks[object.at + 2]
  if (
    object.undergone ||
    at?.kind !== 'preposition' ||
    whom?.kind !== 'noun' ||
    !/^(?:at|into|on|against)$/.test(at.word)
  )
    return false
  for (let i = whom.from; i < whom.to; i++)
    if (
      /^(?:seas?|ocean|waters?|space|orbit|pacific|site|base|range|coast|direction|desert|location|facility|airport)$/.test(
        scene.tokens[i]?.lower ?? '',
      )
    )
      return false
  return !/day$/.test(scene.tokens[whom.from]?.lower ?? '') && scene.tokens[whom.from]?.kind !== 'number'
}

/** A subject that is told and is of no state: "a drone", "gunmen". */
function nobody(scene: Scene, verb: VerbChunk): boolean {
  const { subject } = verb
  return (
    subject !== undefined &&
    subject.entity === undefined &&
    subject.owner === undefined &&
    /^(?:drones?|gunmen|militants?|rebels?|fighters?|insurgents?|men|boats?|plane)$/.test(
      scene.tokens[subject.to - 1]?.lower ?? '',
    )
  )
}

function isProgressive(scene: Scene, verb: VerbChunk): boolean {
  return verb.form === 'finite' && scene.tokens[verb.at]?.lower.endsWith('ing') === true
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
export function againstOf(
  scene: Scene,
  family: EventFamily,
  object: EventObject,
  verb: VerbChunk,
  actors: readonly string[],
): string | undefined {
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
