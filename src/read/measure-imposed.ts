import { placeIn } from './chunk.js'
import type { Chunk, VerbChunk } from './chunks.js'
import type { MeasureStatus, MeasureType } from './claim.js'
import {
  type Act,
  actOf,
  bansDeed,
  entryAt,
  isListing,
  isNever,
  isNoMeasure,
  isShortOf,
  isTextsProposal,
  stretchOf,
} from './measure-acts.js'
import { type FoundMeasure, pushMeasure } from './measure-found.js'
import { isBare, isBodys, isKnown, leadOf, UPHOLDING } from './measure-guards.js'
import { issuerOf, MEASURES, ofBill } from './measure-issuers.js'
import { isOfCouncil, madeBy, ofSanctions } from './measure-made.js'
import { isOwnStep, type Mood, moodOf } from './measure-mood.js'
import { isBill, nationalDoer } from './measure-national.js'
import { bodyOwning } from './measure-owners.js'
import { byLaw, tellsDraft } from './measure-prospects.js'
import { statusOf } from './measure-status.js'
import { councilsOwn, tables } from './measure-texts.js'
import { isPlain } from './measure-words.js'
import type { Scene } from './scene.js'

/** Adds the measures that a verb imposes, bans or lifts; `denied` takes the chunks of those that it denies. */
export function imposed(scene: Scene, verb: VerbChunk, into: FoundMeasure[], denied: Set<number>): void {
  const entry = entryAt(scene, verb)
  if (entry === undefined) return
  const { from, to } = stretchOf(scene, verb)
  if (bansDeed(scene, verb, entry) || isShortOf(scene, verb, entry, from, to)) return
  if (isNever(scene, verb, entry)) {
    addAll(denied, from, to)
    return
  }
  const act = actOf(scene, verb, entry, from, to)
  if (act === undefined || isNoMeasure(scene, act)) return
  const lead = leadOf(scene, verb)
  const mood = entry.negated === true ? 'told' : moodOf(scene, lead)
  // "lacked the authority to board the ship"
  if (mood === 'open' && verb.lemma === 'board') return
  // "would not impose an embargo", not "would not apply the embargo"
  const known = act.thing?.kind === 'noun' && isKnown(scene, act.thing)
  const refused = lead.negated && lead.form === 'finite' && entry.negated !== true && !known
  if ((mood === 'denied' || refused) && act.kind !== 'lift') {
    addAll(denied, from, to)
    return
  }
  const types = madeBy(verb, ofSanctions(scene, verb, act.types))
  const wished = isOnlyWished(scene, act, mood)
  const by = imposersOf(scene, act, types, wished)
  if (types.length === 0 || by === undefined || by.length === 0) return
  const status = statusNow(scene, act, { lead, mood, wished, by })
  if (status === undefined) return
  denyTold(scene, verb, from, denied)
  const told: readonly MeasureType[] =
    act.kind !== 'designate' ? types : [...new Set<MeasureType>([...types, 'designation'])]
  pushMeasure(scene, into, {
    by,
    types: told,
    status,
    from: verb.index,
    to: Math.max(act.last, verb.index),
    rule: `measure:${act.kind}`,
    sure: true,
    words: [verb.from, verb.to],
    stretch: [from, to],
  })
}

function addAll(denied: Set<number>, from: number, to: number): void {
  for (let at = from; at <= to; at++) denied.add(at)
}

/** What stands before a verb that tells of it was told by the verb, and is not told again by its name. */
function denyTold(scene: Scene, verb: VerbChunk, from: number, denied: Set<number>): void {
  if (verb.subject === undefined) return
  if (verb.passive) addAll(denied, from, verb.index - 1)
  else if (MEASURES.has(scene.tokens[verb.subject.to - 1]?.lower ?? ''))
    denied.add(placeIn(scene.clauses.chunks, verb.subject))
}

/** "no need to impose", "warned that imposing it": nobody is told to do it. */
function isOnlyWished(scene: Scene, { verb, kind }: Act, mood: Mood): boolean {
  if (mood !== 'open' || kind === 'lift' || verb.form === 'finite') return false
  return !(verb.form === 'ing' && byLaw(scene, verb))
}

/** Whose measure it is; undefined where nothing tells. */
function imposersOf(
  scene: Scene,
  act: Act,
  types: readonly MeasureType[],
  wished: boolean,
): readonly string[] | undefined {
  const { verb, gate, from, to, kind } = act
  const { council, target } = scene.memory
  const shut = gate !== undefined && gate.length > 0 && verb.passive && verb.agent === undefined ? gate : undefined
  const own =
    shut ?? councilsOwn(scene, verb, types, scene.clauses.chunks[act.last]) ?? bodyOwning(scene, from, to, kind)
  // whoever wishes it is not who would do it
  const councils = wished && council === true && !isOwnStep(scene, verb) && !isPlain(act.types) && !isBodys(scene, verb)
  // "its opposition to blacklisting them": nobody's that is told
  if (own === undefined && !councils && act.implied && wished && !isOwnStep(scene, verb)) return undefined
  const by = own ?? (councils ? ['UNSC'] : issuerOf(scene, verb))
  // "the embassy would be closed": it has none
  if (by?.[0] === 'UNSC' && types.length === 1 && types[0] === 'diplomatic' && !isBidden(scene, verb)) return undefined
  // "Iran may not export arms": whoever forbids it
  const forbidden = act.entry.negated === true && /^(?:may|must|can|could)$/.test(verb.modal ?? '')
  if (by === undefined || !forbidden || by.length === 0 || by[0] !== target) return by
  return council === true ? ['UNSC'] : []
}

/** How a measure is told by its verb: by whom, and how the verb stands to what is. */
interface Told {
  /** The verb whose tense and mood count. */
  readonly lead: VerbChunk
  readonly mood: Mood
  readonly wished: boolean
  readonly by: readonly string[]
}

/** What becomes of the measure; undefined where none is told. */
function statusNow(scene: Scene, act: Act, { lead, mood, wished, by }: Told): MeasureStatus | undefined {
  const { verb, kind, thing } = act
  const settled = statusOf(scene, lead, kind, by, act.entry.negated === true)
  if (settled === undefined) return undefined
  // "the sanctions, which were imposed after", "progress in imposing the sanctions": spoken of, not told
  const spoken = isPlain(act.types) && kind !== 'lift' && by[0] === 'UNSC' && verb.agent === undefined
  if (spoken && isBare(scene, verb, thing)) return undefined
  const status = isUpheld(scene, verb, thing, mood) ? 'in-force' : wished || isOfBill(scene, act) ? 'proposed' : settled
  const meant = !act.implied || isListing(verb) || isTextsProposal(scene, verb)
  return status === 'proposed' && !meant ? undefined : status
}

/** "police the U.N. embargo", "enforce the no-fly zone": it stands. */
function isUpheld(scene: Scene, verb: VerbChunk, thing: Chunk | undefined, mood: Mood): boolean {
  if (!UPHOLDING.hasVerb(verb) || verb.passive || thing?.kind !== 'noun') return false
  const known = isKnown(scene, thing) || (mood === 'told' && scene.memory.text === 'adopted')
  return known && !tellsDraft(scene)
}

/** By a bill, or by a text that is only put forward. */
function isOfBill(scene: Scene, { verb, last }: Act): boolean {
  const law = nationalDoer(scene, verb)
  if (law !== undefined && (isBill(scene, law) || verb.lemma === 'agree')) return true
  // "the Senate passed a sanctions bill"
  const passed = scene.clauses.chunks[last]
  if (passed?.kind === 'noun' && isBill(scene, passed)) return true
  // "lawmakers voted to bar the banks"
  if (law !== undefined && verb.form === 'to' && /^(?:vote|agree|move)$/.test(verb.parent?.lemma ?? '')) return true
  return ofBill(scene, verb.subject) || tables(scene, verb, scene.clauses.chunks[last])
}

/** Done or asked by the Council or its text. */
function isBidden(scene: Scene, verb: VerbChunk): boolean {
  return isOfCouncil(scene, verb) || (verb.parent !== undefined && isOfCouncil(scene, verb.parent))
}
