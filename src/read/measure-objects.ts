import type { Chunk, VerbChunk } from './chunks.js'
import { LONG_MONTHS } from './date-names.js'
import { isText, ownersOf } from './measure-owners.js'
import { stepsTaken } from './measure-steps.js'
import { isBanOn, typesBetween } from './measure-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** How far a verb's objects reach: to the next clause. */
export function reach(scene: Scene, verb: VerbChunk): number {
  const { chunks } = scene.clauses
  let at = verb.index + 1
  for (; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'subordinator' || chunk?.kind === 'relative' || (chunk?.kind === 'mark' && chunk.word === ';'))
      break
    // "deliver oil despite sanctions"
    if (chunk?.kind === 'preposition' && BESIDE.has(chunk.word)) break
    if (
      chunk?.kind === 'verb' &&
      (chunk.form === 'finite' || (chunk.form === 'participle' && chunk.agent !== undefined))
    )
      break
  }
  // the subject of the clause that follows is no object: "…, diplomats said"
  const next = chunks[at]
  const subject = next?.kind === 'verb' && next.form === 'finite' ? next.subject : undefined
  const own = subject === undefined ? -1 : chunks.indexOf(subject)
  if (own > verb.index + 1 && own < at) at = own
  return Math.min(at - 1, verb.index + 24)
}

const BESIDE = new Set(['despite', 'notwithstanding', 'amid'])

/** What may stand between the verb and the measure: "a package of", "a new round of", "a resolution with". */
const CARRIERS = new Set(
  'variety host spectrum round rounds set sets package packages tranche tranches waves rafts batches spate blend mix combination bundle string succession layer layers barrage series number kinds kind forms form types type range categories category resolutions resolution draft text threat possibility wave raft list array steps step measures measure ties them it countries states nations governments members member regime batch slew levels level most some all many part purchase purchases supply supplies sale sales export exports import imports delivery deliveries shipment shipments transfer transfers provision flow volume amount trade issuance issue access use dealings contracts cooperation business links flights dollars euros pounds billion million place force effect'.split(
    ' ',
  ),
)

const TIMES = new WordSet([...LONG_MONTHS, ...'year years month months week weeks day days'.split(' ')])

/** What is done to goods and money that were held. */
export const FREEING = new WordSet(['unfreeze', 'unblock', 'release'])

/** A verb that imposes takes the measure as its object, straight or through a word that carries it. */
export function takesMeasure(scene: Scene, verb: VerbChunk, to: number): boolean {
  if (verb.passive) return true
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at <= to; at++) {
    const chunk = chunks[at]
    // "measures ranging from sanctions to"
    // and "punishing sanctions"
    if (chunk?.kind === 'verb' && /^(?:range|include|punish)$/.test(chunk.lemma) && chunk.form !== 'finite') continue
    if (chunk?.kind === 'verb') return false
    if (chunk?.kind !== 'noun') continue
    const freed = FREEING.hasVerb(verb)
    if (typesBetween(scene, at, at, freed).types.length > 0 || isBanOn(scene, at)) return true
    const head = scene.tokens[chunk.to - 1]?.lower ?? ''
    if (stepsTaken(scene, verb, at, at) !== undefined) return true
    // "an air and sea blockade"
    const second = chunks[at + 2]
    if (
      chunks[at + 1]?.kind === 'conjunction' &&
      second?.kind === 'noun' &&
      chunk.to - chunk.from < 3 &&
      chunk.entity === undefined
    )
      if (typesBetween(scene, at + 2, at + 2, false).types.length > 0) continue
    // "extended for one year the sanctions", "renewed until 12 September 2025 the measures"
    if (chunk.preposition !== undefined && TIMES.has(scene.tokens[chunk.to - 1])) continue
    const aside = chunk.entity !== undefined || CARRIERS.has(head) || /day$/.test(head)
    if (!aside) return false
  }
  return false
}

/** "halted exports under a ban": the object itself is what is banned. */
export function stopsOther(scene: Scene, from: number, to: number): boolean {
  const noun = scene.clauses.chunks.find((chunk, at) => at >= from && at <= to && chunk.kind === 'noun')
  return (
    noun?.kind !== 'noun' ||
    !/(?:sanctions?|embargo|embargoes|bans?|restrictions|measures|freezes?|most|some|all|part)$/.test(
      scene.tokens[noun.to - 1]?.lower ?? '',
    )
  )
}

/** What is dropped with a word, and no measure: "the threat of sanctions". */
export const MENTIONS = new WordSet(
  'threat threats mention mentions reference references language call calls talk demand demands wording proposal proposals plan plans idea motion bid'.split(
    ' ',
  ),
)
const CHECKING = new Set('stop prevent halt curb limit block suspend keep target reduce cut deny restrict'.split(' '))

const KEEPING = new WordSet(['stop', 'prevent', 'keep', 'halt', 'block', 'deter'])
const DEALING = new WordSet(
  'enter travel visit sell buy export import transfer deal trade supply procure acquire obtain invest ship receive access land dock open operate provide purchase do fly insure finance'.split(
    ' ',
  ),
)

/** "stop the jets from bombing": a deed is kept off, nothing is banned; "stop firms from exporting" bans. */
function keepsFromDeed(scene: Scene, verb: VerbChunk): boolean {
  const { chunks } = scene.clauses
  for (let at = verb.index + 2; at < Math.min(chunks.length - 1, verb.index + 7); at++) {
    const chunk = chunks[at]
    const deed = chunks[at + 1]
    if (chunk?.kind === 'verb') return false
    if (chunk?.kind === 'preposition' && chunk.word === 'from' && deed?.kind === 'verb') return !DEALING.hasVerb(deed)
  }
  return false
}

/** "barred from EU airspace": whose it is. */
function doorOf(scene: Scene, verb: VerbChunk): readonly string[] {
  const { chunks } = scene.clauses
  for (let at = verb.index + 2; at < Math.min(chunks.length, verb.index + 6); at++) {
    const place = chunks[at]
    if (place?.kind === 'verb') break
    if (
      place?.kind === 'noun' &&
      /^(?:from|into)$/.test(place.preposition ?? '') &&
      DOORS.has(scene.tokens[place.to - 1])
    )
      return ownersOf(scene, place)
  }
  return []
}

/** What a state or a bloc shuts: "barred from EU airspace", "cut off from the U.S. financial system". */
const DOORS = new WordSet('airspace skies airports ports waters territory soil system market markets banks'.split(' '))

/** "banned from entering the EU": whose door it is; no one's for a town or a camp; undefined where nothing is said of entering. */
export function gateOf(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  const { chunks } = scene.clauses
  const door = doorOf(scene, verb)
  if (door.length > 0) return door
  for (let at = verb.index + 1; at < Math.min(chunks.length - 1, verb.index + 6); at++) {
    const deed = chunks[at]
    if (deed?.kind !== 'verb' || deed.form !== 'ing') continue
    const far = deed.lemma === 'travel' && scene.tokens[deed.to]?.lower === 'to'
    if (!far && !/^(?:enter|visit)$/.test(deed.lemma)) return undefined
    const place = chunks[far ? at + 2 : at + 1]
    if (place?.kind !== 'noun') return undefined
    if (
      /^(?:country|territory|ports?|union|bloc|nations?|states|countries|waters|airports?)$/.test(
        scene.tokens[place.to - 1]?.lower ?? '',
      ) &&
      (place.entity?.codes ?? []).length === 0
    )
      return undefined
    const codes = (place.entity ?? place.owner)?.codes ?? []
    if (codes.length > 0 && codes.every((code) => code === scene.memory.target || code === 'UNSC'))
      return verb.passive && verb.agent === undefined && !codes.includes('UNSC') ? [] : undefined
    return codes.filter((code) => code !== scene.memory.target)
  }
  return undefined
}

/** The object is no measure and carries none. */
export function isOther(scene: Scene, thing: Chunk | undefined, kind: string, verb: VerbChunk): boolean {
  if (thing?.kind !== 'noun') return false
  if (kind === 'ban' && KEEPING.hasVerb(verb) && keepsFromDeed(scene, verb)) return true
  const last = scene.tokens[thing.to - 1]
  if (kind === 'lift' && MENTIONS.has(last)) return true
  if (kind === 'ban' && isText(scene, thing)) return true
  if (kind !== 'ban' || !CHECKING.has(verb.lemma)) return false
  const next = scene.clauses.chunks[verb.index + 2]
  if (thing.entity !== undefined && !(next?.kind === 'preposition' && next.word === 'of')) return false
  if (CARRIERS.has(last?.lower ?? '')) return false
  return !isFollowed(scene, verb) && typesBetween(scene, verb.index + 1, verb.index + 1, true).types.length === 0
}

/** "stop firms from buying", "stop banks dealing": who is kept from what. */
function isFollowed(scene: Scene, verb: VerbChunk): boolean {
  const { chunks } = scene.clauses
  const next = chunks[verb.index + 2]
  const deed = next?.kind === 'preposition' && next.word === 'from' ? chunks[verb.index + 3] : next
  return deed?.kind === 'verb' && deed.form === 'ing'
}
