import { placeIn } from './chunk.js'
import type { Chunk, NounChunk, VerbChunk } from './chunks.js'
import type { MeasureType } from './claim.js'
import { type Entry, entryTrie, ROLES, rolesAt } from './lexicon.js'
import { effectOf } from './measure-effects.js'
import { MEASURES } from './measure-issuers.js'
import { impliedBy, isAllowed, isStruck, isTakenBy, NAMING } from './measure-made.js'
import { FREEING, gateOf, isOther, MENTIONS, reach, takesMeasure } from './measure-objects.js'
import { isText } from './measure-owners.js'
import { stepsTaken } from './measure-steps.js'
import { isBan, isBanOn, isNone, isPlain, typesBetween } from './measure-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** The longest measure entry at the verb whose negation is the verb's ("not send" needs one). */
export function entryAt(scene: Scene, verb: VerbChunk): Entry | undefined {
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

/** The chunks in which the measure of a verb stands: behind it, and from its subject on where that undergoes it. */
export function stretchOf(scene: Scene, verb: VerbChunk): { from: number; to: number } {
  const to = reach(scene, verb)
  if (!verb.passive || verb.subject === undefined) return { from: verb.index + 1, to }
  const at = placeIn(scene.clauses.chunks, verb.subject)
  const from = at < 0 ? verb.index : at
  return { from, to: Math.max(from, to) }
}

const STOPPING = new WordSet(['stop', 'intercept', 'board', 'search', 'seize', 'impound'])
const MANY = new WordSet(['many', 'much', 'enough', 'all', 'every', 'only'])

/** What a verb does with the measures that stand as its objects. */
export interface Act {
  readonly entry: Entry
  readonly verb: VerbChunk
  /** What the lexicon says that the verb does ("ban", "lift"), as its object turns it. */
  readonly kind: string
  /** The chunks in which the measure stands. */
  readonly from: number
  readonly to: number
  /** The last chunk that names one. */
  readonly last: number
  readonly types: readonly MeasureType[]
  /** A measure's own name stands there, not only goods and such. */
  readonly named: boolean
  /** What is named is banned, as by "a ban on". */
  readonly bans: boolean
  /** No type stands there; the verb alone implies one. */
  readonly implied: boolean
  /** Whose door it shuts: "barred from entering the EU". */
  readonly gate: readonly string[] | undefined
  /** The chunk behind the verb. */
  readonly thing: Chunk | undefined
}

/** What a verb does with measures; undefined where nothing that it is done to is one. */
export function actOf(scene: Scene, verb: VerbChunk, entry: Entry, from: number, to: number): Act | undefined {
  const first = entry.effect ?? 'impose'
  const bans = isBanning(scene, verb, first, from, to)
  const objects = bans || first === 'designate' || verb.lemma === 'refer' || FREEING.hasVerb(verb)
  const { types, named, last } = stepsTaken(scene, verb, from, to) ?? typesBetween(scene, from, to, objects)
  const gate = gateOf(scene, verb)
  const kind = effectOf(scene, verb, first, named, from, to)
  const taken = types.filter((type) => isTakenBy(verb, type, gate) && !(kind === 'ban' && type === 'no-fly-zone'))
  // "sanctioned the oil company": the firm, and no oil
  const naming = !named && NAMING.test(verb.lemma) ? impliedBy(scene, verb) : []
  const told = naming.length > 0 ? naming : taken.length > 0 ? taken : impliedBy(scene, verb)
  if (told.length === 0) return undefined
  const implied = types.length === 0
  const thing = scene.clauses.chunks[verb.index + 1]
  return { entry, verb, kind, from, to, last, types: told, named, bans, implied, gate, thing }
}

/** "bans", "imposes a ban on", "an export ban was imposed": goods that are named are what is banned. */
function isBanning(scene: Scene, verb: VerbChunk, kind: string, from: number, to: number): boolean {
  if (kind === 'ban') return true
  if (kind !== 'impose' && kind !== 'lift') return false
  const { chunks } = scene.clauses
  for (let at = from; at <= to; at++) if (chunks[at]?.kind === 'noun' && isBanOn(scene, at)) return true
  return kind === 'impose' && verb.passive && verb.subject !== undefined && isBan(scene, verb.subject)
}

/** "banning any launch that uses missile technology": a deed is forbidden, no goods. */
export function bansDeed(scene: Scene, verb: VerbChunk, entry: Entry): boolean {
  if (entry.effect !== 'ban' || verb.lemma === 'refer' || verb.passive) return false
  const { chunks } = scene.clauses
  const next = chunks[verb.index + 1]
  const thing = next?.kind === 'open' ? chunks[verb.index + 2] : next
  return thing?.kind === 'noun' && DEEDS.test(scene.tokens[thing.to - 1]?.lower ?? '')
}

/** "stopped short of banning"; "does not sell it many weapons": it sells some. */
export function isShortOf(scene: Scene, verb: VerbChunk, entry: Entry, from: number, to: number): boolean {
  if (scene.tokens[verb.to]?.lower === 'short') return true
  return (
    entry.negated === true &&
    scene.clauses.chunks.some((each, at) => at >= from && at <= to && MANY.has(scene.tokens[each.from]))
  )
}

/** "imposes no sanctions", "no sanctions were imposed", "no country has imposed an embargo", "almost imposed one" */
export function isNever(scene: Scene, verb: VerbChunk, entry: Entry): boolean {
  const thing = scene.clauses.chunks[verb.index + 1]
  if (thing?.kind === 'noun' && !verb.passive && scene.tokens[thing.from]?.lower === 'no') return true
  if (/^(?:almost|nearly)$/.test(scene.tokens[verb.from - 1]?.lower ?? '')) return true
  return entry.negated !== true && isNone(scene, verb.subject)
}

/** What only looks like a measure: by the verb, by its object, or by both. */
export function isNoMeasure(scene: Scene, act: Act): boolean {
  return isOtherDoing(scene, act) || isOtherThing(scene, act) || isUnnamed(scene, act)
}

/** The verb does something else, or nothing. */
function isOtherDoing(scene: Scene, act: Act): boolean {
  const { verb, entry } = act
  const { subject } = verb
  // "sanctions have cut exports by half": what they brought about
  if (entry.effect === 'ban' && verb.perfect && subject !== undefined && endsIn(scene, subject, 'sanctions'))
    return true
  if (isAllowed(scene, verb) || isStruck(scene, verb, act.types) || isDenying(scene, verb)) return true
  // "provides for strong restraints": what a text or the measures do, and no person
  if (CONTAINING.test(entry.words) && (verb.passive || subject === undefined || !tells(scene, subject))) return true
  if (act.kind === 'ban' && isMerely(scene, act)) return true
  const before = scene.clauses.chunks[verb.index - 1]
  return before?.kind === 'preposition' && /^(?:about|against|than|without)$/.test(before.word)
}

/** "was denied weapons", "denied sending arms", "denied reports of an arms deal": nothing is withheld by a rule */
function isDenying(scene: Scene, verb: VerbChunk): boolean {
  if (verb.lemma !== 'deny') return false
  const next = scene.clauses.chunks[verb.index + 1]
  return verb.passive || next?.kind !== 'noun' || REPORTS.has(scene.tokens[next.head])
}
const REPORTS = new WordSet(
  'report reports allegation allegations accusation accusations charge charges claim claims rumour rumours rumor rumors involvement responsibility suggestion suggestions'.split(
    ' ',
  ),
)

/** "has done little to stop the flow of guns": what it fails at */
function isAim({ form, parent }: VerbChunk): boolean {
  return form === 'to' && parent !== undefined && /^(?:do|fail|succeed|manage|suffice|struggle)$/.test(parent.lemma)
}

/** "keep its pipeline running", not "keep arms out of the country"; "aid has been blocked" on its way. */
function isMerely(scene: Scene, { verb, types, from, to }: Act): boolean {
  if (isAim(verb) || isKeptFrom(scene, verb)) return true
  if (verb.lemma === 'keep') return !AWAY.stands(scene.tokens, verb.to, scene.clauses.chunks[to]?.to ?? scene.to)
  const blocked =
    verb.passive && verb.agent === undefined && /^(?:block|stop|prevent|halt|cut|restrict|deny)$/.test(verb.lemma)
  return blocked && types.every((type) => type === 'aid' || type === 'workers') && from < verb.index
}
/** "must be prevented from acquiring nuclear weapons": what all steps are for, and no step */
function isKeptFrom({ clauses, tokens }: Scene, verb: VerbChunk): boolean {
  if (!/^(?:prevent|stop|keep|block)$/.test(verb.lemma)) return false
  const next = clauses.verbs.find((each) => each.index > verb.index && each.index < verb.index + 5)
  if (next?.form !== 'ing' || !GAINING.hasVerb(next)) return false
  const bomb = clauses.chunks[next.index + 1]
  return bomb?.kind === 'noun' && BOMBS.has(tokens[bomb.head])
}
const GAINING = new WordSet('acquire obtain get gain develop build produce make possess have secure'.split(' '))
const BOMBS = new WordSet(['weapon', 'weapons', 'bomb', 'bombs', 'arsenal', 'capability'])
const AWAY = new WordSet(['out', 'from', 'away', 'off'])

/** What it is done to is no measure. */
function isOtherThing(scene: Scene, { verb, kind, thing, types, to }: Act): boolean {
  // "stopping the spread of arms", "dropped the threat of sanctions": what is stopped or dropped is something else
  if (!verb.passive && isOther(scene, thing, kind, verb)) return true
  if (verb.passive && kind === 'lift' && verb.subject !== undefined && MENTIONS.has(scene.tokens[verb.subject.to - 1]))
    return true
  if (verb.passive && STOPPING.hasVerb(verb) && types.every((type) => type === 'vessels')) return true
  return (kind === 'impose' || kind === 'lift') && !takesMeasure(scene, verb, to)
}

/** No word names a measure where the verb needs one. */
function isUnnamed(scene: Scene, act: Act): boolean {
  const { verb, kind, types, named, bans } = act
  if (
    act.implied &&
    verb.form !== 'finite' &&
    !isTextsProposal(scene, verb) &&
    !isListing(verb) &&
    verb.lemma !== 'freeze'
  )
    return true
  if (kind === 'impose') return !(named || bans)
  if (kind === 'ban') return isPlain(types)
  if (kind === 'lift') return !named && !bans && !types.some((type) => type === 'asset-freeze' || type === 'trade')
  return kind === 'designate' && !named && !NAMING.test(verb.lemma) && verb.lemma !== 'designate'
}

/** "blacklisted by the EU", "time to sanction the junta"; "sanctioned by the UN" may be allowed by it */
export function isListing({ lemma, passive, form }: VerbChunk): boolean {
  if (lemma === 'sanction') return !passive && form !== 'participle'
  return /^black-?list$/.test(lemma)
}

/** "The resolution proposed blacklisting three men" */
export function isTextsProposal(scene: Scene, { form, parent }: VerbChunk): boolean {
  return form === 'ing' && parent?.subject !== undefined && isText(scene, parent.subject)
}

function endsIn({ tokens }: Scene, noun: NounChunk, word: string): boolean {
  return tokens[noun.to - 1]?.lower === word
}
