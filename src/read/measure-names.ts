import { aboutOf } from './about.js'
import { standsAt } from './before.js'
import { type NounChunk, placeIn, verbBefore } from './chunk.js'
import type { MeasureStatus } from './claim.js'
import { isCouncil } from './council-nouns.js'
import { isDone } from './done.js'
import { type FoundMeasure, pushMeasure } from './measure-found.js'
import { isBill, isNational } from './measure-national.js'
import { issuerNear } from './measure-near.js'
import { isAverted, moodOfNoun } from './measure-noun-mood.js'
import { isText, ownersOf } from './measure-owners.js'
import { isProspect, isWanted, tellsDraft } from './measure-prospects.js'
import { hasLapsed, isComing, isLifted, isStanding } from './measure-standing.js'
import { isBanOn, isPlain, isReferral, textOfTokens, typesBetween } from './measure-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const SEARCHES = new WordSet(['inspection', 'inspections', 'search', 'searches', 'searching'])

/** Measures that a noun phrase names with who imposes them: "U.S. sanctions", "a UN arms embargo", "sanctions by the EU". */
export function namedMeasures(scene: Scene, into: FoundMeasure[], denied: ReadonlySet<number>): void {
  const { chunks, verbs } = scene.clauses
  for (let index = 0; index < chunks.length; index++) {
    const noun = chunks[index]
    if (noun?.kind !== 'noun' || denied.has(index)) continue
    if (isTold(into, index)) continue
    const ban = isBanOn(scene, index)
    const end = ban ? phraseEnd(scene, index) : index
    const found = typesBetween(scene, index, end, ban)
    const looked = SEARCHES.has(scene.tokens[noun.to - 1])
    const undergone = looked && isUndergone(scene, index)
    const referral = isReferral(scene, index)
    const goods = referral
      ? (['icc-referral'] as const)
      : ban
        ? found.types.filter((type) => type !== 'sanctions')
        : found.types
    // "inspection of vessels"
    const types = undergone || (ban && looked && goods.length > 0) ? (['inspection'] as const) : goods
    if (types.length === 0 || !(found.named || ban || referral || undergone)) continue
    if (isUnmade(scene, noun, index) || isOwn(scene, noun)) continue
    const text = aboutOf(noun, scene.tokens)?.about === 'resolution'
    const verb = verbBefore(verbs, index)
    const chained = joinedTo(scene, into, index)
    if (chained >= 0 && ownersOf(scene, noun).length === 0) {
      const first = into[chained] as FoundMeasure
      const all = [...new Set([...first.types, ...types])]
      into[chained] = {
        ...first,
        types: all.length > 1 ? all.filter((type) => type !== 'sanctions') : all,
        to: Math.max(found.last, index),
      }
      continue
    }
    const mood = text ? 'told' : moodOfNoun(scene, noun, index)
    if (mood === 'denied') continue
    const bare = isPlain(types)
    if (bare && mood === 'open' && isAverted(scene, index) && ownersOf(scene, noun).length === 0) continue
    const by = issuerNear(scene, noun, index, types, text, mood, into)
    if (by === undefined || by.length === 0) continue
    const near = verb !== undefined && index - verb.index < 6
    const standing = isStanding(scene, noun, index) || (near && isLifted(scene, noun, index))
    const bill =
      isBill(scene, noun) ||
      isOfBill(scene, noun, index) ||
      (near &&
        verb?.lemma === 'agree' &&
        verb.reported?.subject !== undefined &&
        isNational(scene, verb.reported.subject)) ||
      (verb?.subject !== undefined && near && isBill(scene, verb.subject))
    const asked =
      scene.memory.text === 'adopted' && verb?.subject !== undefined && near && isResolution(scene, verb.subject)
    const lawful =
      asked &&
      verb.modal === undefined &&
      verb.form === 'finite' &&
      !tellsDraft(scene) &&
      !isProspect(scene, noun.from, noun.to)
    const prospect =
      (isProspect(scene, noun.from, noun.to) && !isImposed(scene, noun)) ||
      mood === 'open' ||
      WISHES.has(scene.tokens[noun.to - 1]) ||
      (near && isWanted(scene, verb))
    const plain = isPlain(types)
    if (text && !prospect && !tellsDraft(scene)) continue
    const council = by.includes('UNSC')
    // "Ten colonels will be subject to an asset freeze", of a text that was adopted
    const brought =
      near &&
      verb?.modal === 'will' &&
      verb.conditional !== true &&
      scene.memory.text === 'adopted' &&
      /^(?:be|face|undergo)$/.test(verb.lemma)
    const signed = near && verb !== undefined && ENACTING.hasVerb(verb) && isDone(verb) && !verb.negated
    const broken = /violat|breach|defiance|defied|circumvent|evad|under/.test(
      textOfTokens(scene, Math.max(scene.from, noun.from - 4), noun.from),
    )
    const open = council && (scene.memory.text === 'draft' || (tellsDraft(scene) && scene.memory.text !== 'adopted'))
    const status: MeasureStatus = isComing(scene, noun, index)
      ? 'announced'
      : hasLapsed(scene, noun, index)
        ? 'lifted'
        : broken || standing || lawful || signed || (council && brought) || (council && votedFor(scene, noun, index))
          ? 'in-force'
          : prospect || bill || (open && !(plain && near && verb?.past === true))
            ? 'proposed'
            : 'in-force'
    pushMeasure(
      scene,
      into,
      by,
      types,
      status,
      index,
      Math.max(found.last, index),
      'measure:named',
      [noun.from, noun.to],
      index,
      Math.min(end + 2, chunks.length - 1),
      ownersOf(scene, noun).length > 0 || by[0] !== 'UNSC',
    )
  }
}

/** "the Senate bill on sanctions" */
function isOfBill(scene: Scene, noun: NounChunk, index: number): boolean {
  const over = standsAt(scene.clauses.chunks, index - 2)
  return noun.preposition !== undefined && over?.kind === 'noun' && isBill(scene, over)
}

/** "asked the government to end its ban on imports": what the one at issue forbids itself */
function isOwn(scene: Scene, noun: NounChunk): boolean {
  const { target } = scene.memory
  if (target === undefined || noun.owner?.pronoun !== true || !noun.owner.codes.includes(target)) return false
  // "that the EU lift its ban": the EU's
  const { chunks } = scene.clauses
  const verb = chunks[placeIn(chunks, noun) - 1]
  if (verb?.kind === 'verb' && verb.subject?.entity?.codes.includes(target) === false) return false
  return /^bans?$/.test(scene.tokens[noun.to - 1]?.lower ?? '') && ownersOf(scene, noun).length === 0
}

/** "those ships should undergo inspection", "cargoes are subject to searches" */
function isUndergone(scene: Scene, index: number): boolean {
  const { chunks, verbs } = scene.clauses
  const verb = verbBefore(verbs, index)
  if (verb === undefined || index - verb.index > 3 || verb.negated) return false
  const subjected = verb.copula && scene.tokens[verb.to]?.lower === 'subject'
  if (!subjected && verb.lemma !== 'undergo') return false
  const at = verb.subject === undefined ? 0 : chunks.indexOf(verb.subject)
  return typesBetween(scene, at, verb.index - 1, true).types.some((type) => CARRYING.has(type))
}
const CARRYING: ReadonlySet<string> = new Set(['vessels', 'flights', 'inspection'])

/** "signed into law the toughest sanctions yet" */
const ENACTING = new WordSet(['sign', 'enact'])

const WISHES = new WordSet(
  'endorsement proposal proposals request plan plans idea bid push call calls demand'.split(' '),
)

/** "the resolution", "resolution 1929": no statement */
function isResolution(scene: Scene, noun: NounChunk): boolean {
  return isText(scene, noun) && /\bresolution\b/.test(textOfTokens(scene, noun.from, noun.to))
}

function isTold(found: readonly FoundMeasure[], index: number): boolean {
  for (const each of found) if (each.from <= index && index <= each.to) return true
  return false
}

/** "voted in favour of fresh sanctions": the Council imposed them. */
function votedFor(scene: Scene, noun: NounChunk, index: number): boolean {
  if (noun.preposition !== 'for' && noun.preposition !== 'of') return false
  const verb = scene.clauses.verbs.findLast((each) => each.index < index && each.index > index - 9)
  return verb?.lemma === 'vote' && isDone(verb) && !verb.negated && isCouncil(scene, verb.subject)
}

/** "the new US-imposed sanctions" */
function isImposed(scene: Scene, noun: NounChunk): boolean {
  for (let at = noun.from; at < noun.to; at++) if (scene.tokens[at]?.lower.endsWith('-imposed') === true) return true
  return false
}

const UNSPOKEN = /\b(?:no|without|little) (?:talk|mention|question|sign|prospect|reference|hint) (?:\S+ ){0,18}of\b/

/** "made no mention of sanctions", "called for the lifting of sanctions": none is told. */
function isUnmade(scene: Scene, noun: NounChunk, index: number): boolean {
  if (UNSPOKEN.test(textOfTokens(scene, Math.max(scene.from, noun.from - 24), noun.from))) return true
  // "stops short of a full embargo"
  if (noun.preposition === 'of' && scene.tokens[noun.from - 2]?.lower === 'short') return true
  // "calls for an embargo, but not for a no-fly zone"
  if (noun.preposition !== undefined && scene.tokens[noun.from - 2]?.lower === 'not') return true
  if (noun.preposition !== 'of' && noun.preposition !== 'to') return false
  const over = standsAt(scene.clauses.chunks, index - 2)
  if (over?.kind !== 'noun') return false
  const head = scene.tokens[over.to - 1]?.lower ?? ''
  return (
    scene.tokens[over.from]?.lower === 'no' ||
    /^(?:lifting|easing|removal|suspension|relaxation|end|waiver|relief|opponents?|opposition|alternatives?|risk|cost|impact|effects?|violations?|breach|breaches|contravention)$/.test(
      head,
    )
  )
}

/** The measure just before in a list: "an oil embargo and a ban on textiles"; -1 where there is none. */
function joinedTo(scene: Scene, into: readonly FoundMeasure[], index: number): number {
  const { chunks } = scene.clauses
  let at = index - 1
  if (standsAt(chunks, at)?.kind === 'conjunction' && chunks[at - 1]?.kind === 'comma') at--
  const link = standsAt(chunks, at)
  if (link?.kind !== 'conjunction' && link?.kind !== 'comma') return -1
  const last = into.length - 1
  return last >= 0 && into[last]?.to === at - 1 && (into[last]?.from ?? index) < index ? last : -1
}

/** The end of a phrase that goes on by prepositions, commas and conjunctions. */
function phraseEnd(scene: Scene, index: number): number {
  const { chunks } = scene.clauses
  let at = index + 1
  for (; at < Math.min(chunks.length, index + 10); at++) {
    const chunk = chunks[at]
    const kind = chunk?.kind
    // "an embargo on arms, diplomats said": whoever says it is not banned
    const next = chunks[at + 1]
    if (kind === 'noun' && next?.kind === 'verb' && next.form === 'finite' && next.subject === chunk) break
    if (kind !== 'noun' && kind !== 'preposition' && kind !== 'comma' && kind !== 'conjunction' && kind !== 'adjective')
      break
  }
  return at - 1
}
