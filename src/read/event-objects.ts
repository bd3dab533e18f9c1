import { standsAt } from './before.js'
import { placeIn } from './chunk.js'
import type { Chunk, NounChunk, VerbChunk } from './chunks.js'
import { counted } from './date-names.js'
import { isDone } from './done.js'
import { type EventFamily, families } from './event-found.js'
import { objectTrie } from './lexicon.js'
import { stateOf } from './mention-codes.js'
import { NEAR } from './near-spans.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Whether a noun phrase ends in one of the objects of a family; "resolution 2371" ends in "resolution". */
export function namesObject(scene: Scene, noun: NounChunk, family: number): boolean {
  let end = noun.to
  // "forces loyal to the president"
  if (scene.tokens[end - 1]?.lower === 'loyal') end--
  while (end - 1 > noun.from && scene.tokens[end - 1]?.kind === 'number') end--
  // "a resolution next week"
  if (
    end - 2 > noun.from &&
    NEAR.has(scene.tokens[end - 2]) &&
    /^(?:week|month|year|weekend|summer|spring|autumn|fall|winter|\w+day)$/.test(scene.tokens[end - 1]?.lower ?? '')
  )
    end -= 2
  for (let at = noun.from; at < end; at++)
    for (const { value, length } of objectTrie.at(scene.tokens, at))
      if (value === family && at + length <= end && (at + length === end || length > 1)) return true
  return false
}

/** What a verb does it to. */
export interface EventObject {
  readonly noun: NounChunk
  readonly at: number
  /** The object stands as subject: a passive, or a participle that looks like a finite verb ("a statement adopted on Monday"). */
  readonly undergone: boolean
}

/** What the verb does it to; `end` is the token after the words that tell the event ("refuse to take part in"). */
export function objectOf(scene: Scene, verb: VerbChunk, family: number, end: number): EventObject | undefined {
  const { chunks } = scene.clauses
  const led = antecedentOf(scene, verb, family)
  if (led !== undefined) return led
  let before = standsAt(chunks, verb.index - 1)
  // "The statement, read to reporters, …"
  if (before?.kind === 'comma' && verb.form === 'participle') before = chunks[verb.index - 2]
  // "backed it in a resolution passed late on Friday"
  const lead = before?.kind === 'noun' ? before : undefined
  const reduced =
    lead !== undefined &&
    lead !== verb.subject &&
    lead.preposition !== undefined &&
    namesObject(scene, lead, family) &&
    takesNone(scene, verb, end)
  // "thirteen backed a draft, proposed by the Arab League"
  const apart =
    verb.form === 'participle' &&
    lead !== undefined &&
    verb.subject !== undefined &&
    !namesObject(scene, verb.subject, family) &&
    namesObject(scene, lead, family)
  const own = reduced || apart ? lead : (verb.subject ?? lead)
  const subject = own === undefined || namesObject(scene, own, family) ? own : leadOf(scene, own)
  if (
    subject !== undefined &&
    namesObject(scene, subject, family) &&
    (verb.passive ||
      verb.form === 'participle' ||
      (subject.entity?.office === undefined && takesNone(scene, verb, end)))
  )
    return { noun: subject, at: verb.index, undergone: true }
  if (verb.passive) return undefined
  const said = calledObject(scene, verb, family)
  if (said !== undefined) return said
  let onlyOf = false
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 7); at++) {
    const chunk = chunks[at]
    if (chunk !== undefined && chunk.to <= end) continue
    if (chunk?.kind === 'noun') {
      if (onlyOf && chunk.preposition !== 'of' && !goesOn(chunks[at - 1], chunk) && !sent(families[family], chunk))
        continue
      if (namesObject(scene, chunk, family)) return { noun: chunk, at, undergone: false }
      // "left the door open for talks": past an object of its own, only what hangs on it by "of".
      if (
        families[family]?.type === 'attack' &&
        at === verb.index + 1 &&
        !/^(?:launch|carry)$/.test(verb.lemma) &&
        isPlace(scene, chunk)
      )
        return { noun: chunk, at, undergone: false }
      if (chunk.preposition === undefined && chunk.entity === undefined && !isNumber(scene, chunk)) onlyOf = true
    } else if (chunk?.kind === 'verb') {
      if (chunk.form !== 'to' && chunk.form !== 'ing') return undefined
      // "presented a draft condemning the crackdown on protests"
      if (families[family]?.type === 'protest') return undefined
    } else if (chunk?.kind === 'subordinator') {
      if (chunk.word !== 'that' || at > verb.index + 1) return undefined
    } else if (chunk?.kind === 'relative' || chunk?.kind === 'mark') return undefined
  }
  return undefined
}

const CALLING = new WordSet('call say describe appear seem be believe think suspect claim'.split(' '))
/** "fired what appeared to be a missile", "tested what it called a hydrogen bomb" */
function calledObject(scene: Scene, verb: VerbChunk, family: number): EventObject | undefined {
  const { chunks } = scene.clauses
  const what = chunks[verb.index + 1]
  if (what === undefined || scene.tokens[what.from]?.lower !== 'what') return undefined
  for (let at = verb.index + 2; at < Math.min(chunks.length, verb.index + 8); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'noun' && namesObject(scene, chunk, family)) return { noun: chunk, at, undergone: false }
    if (chunk?.kind === 'verb' ? !CALLING.hasVerb(chunk) || chunk.negated : chunk?.kind === 'comma') return undefined
  }
  return undefined
}

/** "the draft that Britain has put before it": the object stands before the relative. */
function antecedentOf(scene: Scene, verb: VerbChunk, family: number): EventObject | undefined {
  if (verb.passive || verb.form !== 'finite' || verb.subject === undefined) return undefined
  const { chunks } = scene.clauses
  const at = placeIn(chunks, verb.subject)
  const link = standsAt(chunks, at - 1)
  // "the text it has drafted": with no word between
  const bare =
    link?.kind === 'noun' &&
    !MANY.stands(scene.tokens, link.from, link.to) &&
    verb.subject.preposition === undefined &&
    at + 1 === verb.index
  if (!bare && link?.kind !== 'relative' && !(link?.kind === 'subordinator' && link.word === 'that')) return undefined
  const noun = bare ? link : chunks[at - 2]?.kind === 'comma' ? chunks[at - 3] : chunks[at - 2]
  const next = chunks[verb.index + 1]
  const own = next?.kind === 'noun' && namesObject(scene, next, family)
  return noun?.kind === 'noun' && !own && namesObject(scene, noun, family)
    ? { noun, at: verb.index, undergone: false }
    : undefined
}

/** "how many people they murder" */
const MANY = new WordSet(['many', 'much', 'how'])

/** "Talks between Iran and six powers": the noun that a phrase begins with. */
function leadOf(scene: Scene, noun: NounChunk): NounChunk {
  const { chunks } = scene.clauses
  let at = placeIn(chunks, noun)
  let lead = noun
  while (at > 1 && (chunks[at - 1]?.kind === 'conjunction' || chunks[at - 1]?.kind === 'preposition')) {
    const before = chunks[at - 2]
    if (before?.kind !== 'noun') break
    lead = before
    at -= 2
  }
  return lead
}

/** A state, city or capital as what is attacked. */
function isPlace(scene: Scene, noun: NounChunk): boolean {
  return (
    noun.entity?.person !== true &&
    scene.mentions.some(
      (mention) =>
        mention.from >= noun.from &&
        mention.to <= noun.to &&
        noun.to - mention.to < 2 &&
        (stateOf(mention) !== undefined || mention.named.some((named) => named.kind === 'city')),
    )
  )
}

/** A further object of the same verb: "two earlier resolutions", "long- and medium-range missiles". */
function goesOn(before: Chunk | undefined, noun: NounChunk): boolean {
  return (
    noun.preposition === undefined &&
    (before?.kind === 'conjunction' || before?.kind === 'dash' || before?.kind === 'adverb')
  )
}

/** "referred the situation in Darfur to the Council" */
function sent(family: EventFamily | undefined, noun: NounChunk): boolean {
  return family?.type === 'referral' && noun.preposition === 'to'
}

function isNumber(scene: Scene, noun: NounChunk): boolean {
  const token = scene.tokens[noun.from]
  return noun.to - noun.from === 1 && (token?.kind === 'number' || counted(token?.lower ?? '') !== undefined)
}

/** "passed the previous November" */
const PASSED = new WordSet(['previous', 'following', 'same'])

/** A past verb without an object of its own: "the resolution passed by 13 votes", "a text submitted to the council". */
function takesNone(scene: Scene, verb: VerbChunk, end: number): boolean {
  if (!isDone(verb)) return false
  const { chunks } = scene.clauses
  // "hit a dead end": past the words that tell it
  let at = verb.index + 1
  while (at < chunks.length && (chunks[at]?.to ?? end + 1) <= end) at++
  const next = chunks[at]
  return (
    next === undefined ||
    (next.kind === 'noun' && PASSED.stands(scene.tokens, next.from, Math.min(next.from + 2, next.to))) ||
    // "passed 12-2"
    (next.kind === 'noun' && scene.tokens[next.from]?.kind === 'number' && scene.tokens[next.from + 1]?.gap === 0) ||
    next.kind === 'preposition' ||
    next.kind === 'subordinator' ||
    (next.kind === 'adverb' && !/^(?:only|just|merely|even)$/.test(scene.tokens[next.from]?.lower ?? '')) ||
    next.kind === 'comma' ||
    next.kind === 'dash' ||
    next.kind === 'mark'
  )
}

/** A verb that tells the event alone ("walked out"). */
export function bare(verb: VerbChunk): EventObject | undefined {
  return verb.subject === undefined ? undefined : { noun: verb.subject, at: verb.index, undergone: false }
}
