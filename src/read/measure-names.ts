import { aboutOf } from './about.js'
import { standsAt } from './before.js'
import { type NounChunk, placeIn, verbBefore } from './chunk.js'
import { type FoundMeasure, type NamedMeasure, pushMeasure } from './measure-found.js'
import { statusNamed } from './measure-name-status.js'
import { issuerNear } from './measure-near.js'
import { isAverted, moodOfNoun } from './measure-noun-mood.js'
import { ownersOf } from './measure-owners.js'
import { isBanOn, isPlain, isReferral, textOfTokens, typesBetween } from './measure-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const SEARCHES = new WordSet(['inspection', 'inspections', 'search', 'searches', 'searching'])

/** Measures that a noun phrase names with who imposes them: "U.S. sanctions", "a UN arms embargo", "sanctions by the EU". */
export function namedMeasures(scene: Scene, into: FoundMeasure[], denied: ReadonlySet<number>): void {
  const { chunks } = scene.clauses
  for (let index = 0; index < chunks.length; index++) {
    const noun = chunks[index]
    if (noun?.kind !== 'noun' || denied.has(index) || isTold(into, index)) continue
    const named = namedAt(scene, noun, index)
    if (named !== undefined && !isJoined(scene, named, into)) addNamed(scene, named, into)
  }
}

/** The measure that a noun phrase names: by its name, with what it bans, or what is to be searched or referred. */
function namedAt(scene: Scene, noun: NounChunk, index: number): NamedMeasure | undefined {
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
  if (types.length === 0 || !(found.named || ban || referral || undergone)) return undefined
  if (isUnmade(scene, noun, index) || isOwn(scene, noun)) return undefined
  const text = aboutOf(noun, scene.tokens)?.about === 'resolution'
  return { noun, index, types, end, last: Math.max(found.last, index), text }
}

/** "an oil embargo and a ban on textiles": told with the measure before, whose it is too. */
function isJoined(scene: Scene, { noun, index, types, last }: NamedMeasure, into: FoundMeasure[]): boolean {
  const chained = joinedTo(scene, into, index)
  if (chained < 0 || ownersOf(scene, noun).length > 0) return false
  const first = into[chained] as FoundMeasure
  const all = [...new Set([...first.types, ...types])]
  into[chained] = { ...first, types: all.length > 1 ? all.filter((type) => type !== 'sanctions') : all, to: last }
  return true
}

function addNamed(scene: Scene, named: NamedMeasure, into: FoundMeasure[]): void {
  const { noun, index, types, end, last, text } = named
  const mood = text ? 'told' : moodOfNoun(scene, noun, index)
  if (mood === 'denied') return
  const owned = ownersOf(scene, noun).length > 0
  if (isPlain(types) && mood === 'open' && !owned && isAverted(scene, index)) return
  const by = issuerNear(scene, named, mood, into)
  if (by === undefined || by.length === 0) return
  const status = statusNamed(scene, named, mood, by)
  if (status === undefined) return
  pushMeasure(scene, into, {
    by,
    types,
    status,
    from: index,
    to: last,
    rule: 'measure:named',
    sure: owned || by[0] !== 'UNSC',
    words: [noun.from, noun.to],
    stretch: [index, Math.min(end + 2, scene.clauses.chunks.length - 1)],
  })
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

function isTold(found: readonly FoundMeasure[], index: number): boolean {
  for (const each of found) if (each.from <= index && index <= each.to) return true
  return false
}

const UNSPOKEN =
  /\bnothing (?:of|about|on)$|\b(?:no|without|little) (?:talk|mention|question|sign|prospect|reference|hint) (?:\S+ ){0,18}of\b/

/** "made no mention of sanctions", "says nothing of an embargo", "called for the lifting of sanctions": none is told. */
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
