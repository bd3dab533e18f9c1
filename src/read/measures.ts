import { placeIn } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { MeasureType } from './claim.js'
import { type Entry, entryTrie, measureTrie, ROLES, rolesAt } from './lexicon.js'
import { effectOf } from './measure-effects.js'
import { type FoundMeasure, pushMeasure } from './measure-found.js'
import { isBare, isBodys, isKnown, leadOf, UPHOLDING } from './measure-guards.js'
import { issuerOf, MEASURES, ofBill } from './measure-issuers.js'
import { LISTING, listed } from './measure-lists.js'
import { impliedBy, isStruck, isTakenBy, madeBy, NAMING, ofSanctions } from './measure-made.js'
import { isOwnStep, moodOf } from './measure-mood.js'
import { namedMeasures } from './measure-names.js'
import { isBill, nationalDoer } from './measure-national.js'
import { gateOf, isOther, MENTIONS, reach, takesMeasure } from './measure-objects.js'
import { bodyOwning, councilIn, isText } from './measure-owners.js'
import { byLaw, statusOf, tellsDraft } from './measure-status.js'
import { stepsTaken } from './measure-steps.js'
import { councilsOwn, tables } from './measure-texts.js'
import { STRIKING, struckWith } from './measure-with.js'
import { isBan, isBanOn, REFERRALS, typesBetween } from './measure-words.js'
import { mayFind, type Stage } from './passing.js'
import type { Scene } from './scene.js'
import { entriesOf } from './stock.js'
import { WordSet } from './wordset.js'

const NONE: ReadonlySet<number> = new Set()
/** What a verb imposes. */
export const IMPOSED: Stage<FoundMeasure> = { run: byVerbs, needs: [entriesOf(ROLES.measure), LISTING, STRIKING] }
/** What a noun phrase names. */
export const NAMED: Stage<FoundMeasure> = {
  run: (scene, found) => namedMeasures(scene, found, NONE),
  needs: [measureTrie, REFERRALS],
}

/** The restrictions that each sentence tells or proposes: those that a verb imposes, then those that a noun phrase names. */
export function measuresIn(scenes: readonly Scene[]): FoundMeasure[][] {
  const found = scenes.map((): FoundMeasure[] => [])
  scenes.forEach((scene, at) => {
    const each = found[at] as FoundMeasure[]
    const denied = mayFind(IMPOSED, scene) ? byVerbs(scene, each) : NONE
    if (mayFind(NAMED, scene)) namedMeasures(scene, each, denied)
    const { imposers } = scene.memory
    // Where the Council is spoken of, what follows is no longer of a state or a bloc that imposed something before.
    if (imposers.last?.includes('UNSC') === false && councilIn(scene) && !each.some(({ sure }) => sure))
      imposers.last = undefined
  })
  return found
}

/** Adds what verbs impose, and gives the chunks of measures that are denied. */
function byVerbs(scene: Scene, found: FoundMeasure[]): Set<number> {
  const denied = new Set<number>()
  for (const verb of scene.clauses.verbs) {
    const before = found.length
    listed(scene, verb, found)
    if (found.length === before) struckWith(scene, verb, found)
    if (found.length === before) imposed(scene, verb, found, denied)
  }
  return denied
}

/** The longest measure entry at the verb whose negation is the verb's ("not send" needs one). */
function entryAt(scene: Scene, verb: VerbChunk): Entry | undefined {
  if ((rolesAt(scene.tokens, verb.at) & ROLES.measure) === 0) return undefined
  let best: { entry: Entry; length: number } | undefined
  entryTrie.each(scene.tokens, verb.at, scene.to, (entry, length) => {
    if (entry.role !== 'measure' || entry.part !== 'verb' || (entry.negated === true && !isDenied(scene, verb))) return
    if (best === undefined || length > best.length) best = { entry, length }
  })
  return best?.entry
}

/** "will not sell", "no nation will sell". */
function isDenied(scene: Scene, verb: VerbChunk): boolean {
  return verb.negated || (verb.subject !== undefined && scene.tokens[verb.subject.from]?.lower === 'no')
}

const CONTAINING = /^(?:provide for|foresee|envisage|carry|feature|contain|cover|involve|include|comprise|stipulate)$/

/** A text, or measures: "the draft provides for", "the sanctions include". */
function tells(scene: Scene, noun: NounChunk): boolean {
  return (
    isText(scene, noun) ||
    MEASURES.has(scene.tokens[noun.to - 1]?.lower ?? '') ||
    (noun.entity?.pronoun === true && noun.entity.person !== true)
  )
}

const DEEDS =
  /^(?:launch|launches|tests?|testing|activity|activities|enrichment|attacks?|violence|fighting|hostilities|operations?|offensive|offensives|programmes?|programs?|work|settlements?|reprocessing)$/
const FREEING = new WordSet(['unfreeze', 'unblock', 'release'])

/** The chunks in which the measure of a verb stands: behind it, and from its subject on where that undergoes it. */
function stretchOf(scene: Scene, verb: VerbChunk): { from: number; to: number } {
  const to = reach(scene, verb)
  if (!verb.passive || verb.subject === undefined) return { from: verb.index + 1, to }
  const at = placeIn(scene.clauses.chunks, verb.subject)
  const from = at < 0 ? verb.index : at
  return { from, to: Math.max(from, to) }
}

/** "no sanctions", "no country", "none of the banks" */
function isNone({ tokens }: Scene, subject: NounChunk | undefined): boolean {
  return subject !== undefined && /^(?:no|none|nobody)$/.test(tokens[subject.from]?.lower ?? '')
}

const MANY = new WordSet(['many', 'much', 'enough', 'all', 'every', 'only'])

function imposed(scene: Scene, verb: VerbChunk, into: FoundMeasure[], denied: Set<number>): void {
  const entry = entryAt(scene, verb)
  if (entry === undefined) return
  let kind = entry.effect ?? 'impose'
  const { chunks } = scene.clauses
  const { from, to } = stretchOf(scene, verb)
  const bans =
    kind === 'ban' ||
    ((kind === 'impose' || kind === 'lift') &&
      chunks.some((chunk, at) => at >= from && at <= to && chunk.kind === 'noun' && isBanOn(scene, at))) ||
    (kind === 'impose' && verb.passive && verb.subject !== undefined && isBan(scene, verb.subject))
  const objects = bans || kind === 'designate' || verb.lemma === 'refer' || FREEING.hasVerb(verb)
  const found = stepsTaken(scene, verb, from, to) ?? typesBetween(scene, from, to, objects)
  // "banning any launch that uses missile technology": a deed is forbidden, no goods
  const thing = chunks[verb.index + 1]
  const quoted = thing?.kind === 'open' ? chunks[verb.index + 2] : thing
  if (
    kind === 'ban' &&
    verb.lemma !== 'refer' &&
    !verb.passive &&
    quoted?.kind === 'noun' &&
    DEEDS.test(scene.tokens[quoted.to - 1]?.lower ?? '')
  )
    return
  // "stopped short of banning"
  if (scene.tokens[verb.to]?.lower === 'short') return
  // "does not sell it many weapons": it sells some
  if (entry.negated === true && chunks.some((each, at) => at >= from && at <= to && MANY.has(scene.tokens[each.from])))
    return
  // "imposes no sanctions", "no sanctions were imposed", "no country has imposed an embargo", "almost imposed one"
  const none = thing?.kind === 'noun' && !verb.passive && scene.tokens[thing.from]?.lower === 'no'
  const almost = /^(?:almost|nearly)$/.test(scene.tokens[verb.from - 1]?.lower ?? '')
  if (none || almost || (entry.negated !== true && isNone(scene, verb.subject))) {
    for (let at = from; at <= to; at++) denied.add(at)
    return
  }
  // "sanctions have cut exports by half": what they brought about
  if (
    kind === 'ban' &&
    verb.perfect &&
    verb.subject !== undefined &&
    scene.tokens[verb.subject.to - 1]?.lower === 'sanctions'
  )
    return
  const gate = gateOf(scene, verb)
  let types: readonly MeasureType[] = found.types.filter((type) => isTakenBy(verb, type, gate))
  kind = effectOf(scene, verb, kind, found.named, from, to)
  // "stopping the spread of arms", "dropped the threat of sanctions": what is stopped or dropped is something else
  if (!verb.passive && isOther(scene, thing, kind, verb)) return
  if (verb.passive && kind === 'lift' && verb.subject !== undefined && MENTIONS.has(scene.tokens[verb.subject.to - 1]))
    return
  if (isStruck(scene, verb)) return
  const names = NAMING.test(verb.lemma)
  if (types.length === 0) types = impliedBy(scene, verb)
  const fallback = found.types.length === 0 && types.length > 0
  if (types.length === 0) return
  // "provides for strong restraints": what a text or the measures do, and no person
  if (CONTAINING.test(entry.words) && (verb.passive || verb.subject === undefined || !tells(scene, verb.subject)))
    return
  // "The resolution proposed blacklisting three men"
  const proposes = verb.form === 'ing' && verb.parent?.subject !== undefined && isText(scene, verb.parent.subject)
  if (fallback && verb.form !== 'finite' && !proposes) return
  if (
    verb.passive &&
    /^(?:stop|intercept|board|search|seize|impound)$/.test(verb.lemma) &&
    types.every((type) => type === 'vessels')
  )
    return
  const plain = types.length === 1 && types[0] === 'sanctions'
  if (kind === 'impose' && !(found.named || bans)) return
  if ((kind === 'impose' || kind === 'lift') && !takesMeasure(scene, verb, to)) return
  if (kind === 'ban' && plain) return
  if (verb.passive && verb.lemma === 'deny') return
  const before = chunks[verb.index - 1]
  if (before?.kind === 'preposition' && /^(?:about|against|than|without)$/.test(before.word)) return
  if (kind === 'lift' && !found.named && !bans && !types.some((type) => type === 'asset-freeze' || type === 'trade'))
    return
  if (kind === 'designate' && !found.named && !names && verb.lemma !== 'designate') return
  types = madeBy(verb, ofSanctions(scene, verb, types))
  const lead = leadOf(scene, verb)
  const mood = entry.negated === true ? 'told' : moodOf(scene, lead)
  // "lacked the authority to board the ship"
  if (mood === 'open' && verb.lemma === 'board') return
  if (mood === 'denied' && kind !== 'lift') {
    for (let at = from; at <= to; at++) denied.add(at)
    return
  }
  const wished =
    mood === 'open' && kind !== 'lift' && verb.form !== 'finite' && !(verb.form === 'ing' && byLaw(scene, verb))
  // "no need to impose", "warned that imposing it": whoever says so is not who would do it
  let by =
    (gate !== undefined && gate.length > 0 && verb.passive && verb.agent === undefined ? gate : undefined) ??
    councilsOwn(scene, verb, types, chunks[found.last]) ??
    bodyOwning(scene, from, to, kind) ??
    (wished && !isOwnStep(verb) && !plain && scene.memory.council === true && !isBodys(scene, verb)
      ? ['UNSC']
      : issuerOf(scene, verb))
  if (types.length === 0 || by === undefined || by.length === 0) return
  // "Iran may not export arms": whoever forbids it
  if (entry.negated === true && /^(?:may|must|can|could)$/.test(verb.modal ?? '') && by[0] === scene.memory.target)
    by = scene.memory.council === true ? ['UNSC'] : []
  const settled = statusOf(scene, lead, kind, by, entry.negated === true)
  // "the sanctions, which were imposed after", "progress in imposing the sanctions": spoken of, not told
  if (plain && kind !== 'lift' && by[0] === 'UNSC' && verb.agent === undefined && isBare(scene, verb, thing)) return
  // "police the U.N. embargo", "enforce the no-fly zone": it stands
  const upheld =
    UPHOLDING.hasVerb(verb) &&
    !verb.passive &&
    thing?.kind === 'noun' &&
    (isKnown(scene, thing) || (mood === 'told' && scene.memory.text === 'adopted')) &&
    !tellsDraft(scene)
  const law = nationalDoer(scene, verb)
  const bill =
    (law !== undefined && isBill(scene, law)) || ofBill(scene, verb.subject) || tables(scene, verb, chunks[found.last])
  const status =
    upheld && settled !== undefined ? 'in-force' : (wished || bill) && settled !== undefined ? 'proposed' : settled
  if (status === undefined || (fallback && status === 'proposed' && !proposes)) return
  if (verb.passive && verb.subject !== undefined) for (let at = from; at < verb.index; at++) denied.add(at)
  else if (verb.subject !== undefined && MEASURES.has(scene.tokens[verb.subject.to - 1]?.lower ?? ''))
    denied.add(placeIn(chunks, verb.subject))
  const told: readonly MeasureType[] =
    kind !== 'designate' ? types : [...new Set<MeasureType>([...types, 'designation'])]
  pushMeasure(
    scene,
    into,
    by,
    told,
    status,
    verb.index,
    Math.max(found.last, verb.index),
    `measure:${kind}`,
    [verb.from, verb.to],
    from,
    to,
  )
}
