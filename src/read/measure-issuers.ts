import { actorOf } from './actor-of.js'
import { isBody } from './bodies.js'
import { doerOf } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { isCouncil } from './council-nouns.js'
import { heldBy } from './event-doers.js'
import { bodyTold, EVERYONE, isCrowd, isEveryone, issuerByKind, issuerByName } from './issuer-nouns.js'
import { headOf } from './measure-mood.js'
import { isNational, nationalDoer, nationalIssuer } from './measure-national.js'
import { asBody, councilIn, isText, ownersOf } from './measure-owners.js'
import { CALLS, ORDERING, tellsDraft } from './measure-prospects.js'
import { bodySaying } from './measure-saying.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Nouns for measures taken together. */
export const MEASURES = new Set('measures sanctions restrictions package embargo'.split(' '))
/** Who imposes it: the subject, a text for the Council, the Council for what it asks of all states. */
export function issuerOf(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  const noun = planner(scene, verb) ?? doerOf(verb)
  const { parent } = verb
  const national = nationalDoer(scene, verb)
  if (national !== undefined) return nationalIssuer(scene, national)
  if (ofBill(scene, noun)) return [scene.memory.bill as string]
  if (noun === undefined) return issuerUntold(scene, verb)
  // "our governments have announced"
  if (scene.tokens[noun.from]?.lower === 'our' && scene.memory.issuers !== undefined)
    return asBody(scene.memory.issuers.codes)
  // "blocked three attempts to impose sanctions": others wanted them, of the Council
  if (verb.form === 'to' && parent !== undefined && noun === parent.subject && THWARTING.hasVerb(parent))
    return councilIn(scene) || scene.memory.council === true ? ['UNSC'] : undefined
  if (isTabledText(scene, verb, noun)) return ['UNSC']
  const told = issuerOver(scene, verb, noun) ?? issuerByText(scene, verb, noun) ?? issuerByKind(scene, noun)
  if (told !== undefined) return told
  if (MEASURES.has(headOf(scene, noun))) return issuerOfMeasures(scene, verb, noun)
  const meant = issuerMeant(scene, verb, noun) ?? councilByDraft(scene, verb, noun)
  if (meant !== undefined) return meant
  // "joined calls to impose": whom they call upon is not told, save where it is the Council.
  const call = scene.clauses.chunks[verb.index - 1]
  if (verb.form === 'to' && call?.kind === 'noun' && CALLS.has(scene.tokens[call.to - 1]))
    return councilIn(scene) ? ['UNSC'] : undefined
  return issuerByName(scene, noun)
}

/** "The United States circulated a draft. It would ban": the text, and not whoever tabled it. */
function isTabledText({ from, memory, tokens }: Scene, { modal }: VerbChunk, noun: NounChunk): boolean {
  if (memory.text !== 'draft' || modal !== 'would' || noun.to !== noun.from + 1) return false
  return tokens[noun.from]?.lower === 'it' && noun.from <= from + 1
}

/** Nobody is told to do it: whoever orders it, owns it or was told before; else the Council, where it is spoken of. */
function issuerUntold(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  const { memory } = scene
  const undergone = verb.passive ? verb.subject : undefined
  if (undergone !== undefined && undergone.entity === undefined && EVERYONE.has(headOf(scene, undergone)))
    return ['UNSC']
  const { reported } = verb
  if (reported?.subject !== undefined && /^(?:order|decree|announce|decide|direct|instruct)$/.test(reported.lemma)) {
    const codes = actorOf(scene, reported.subject)?.codes ?? []
    if (codes.length > 0) return asBody(codes)
  }
  const owned = undergone === undefined ? [] : ownersOf(scene, undergone)
  if (owned.length > 0) return asBody(owned)
  const council = councilIn(scene)
  // "Assets were frozen and visits barred": by whom the sentences before told of
  const told = verb.form === 'finite' || verb.form === 'ing'
  const before = told && !(verb.passive && LESSENING.hasVerb(verb)) ? memory.imposers.last : undefined
  const near = council ? undefined : (bodySaying(scene) ?? before)
  if (near !== undefined) return near
  return council || memory.text !== undefined || memory.council === true ? ['UNSC'] : undefined
}

/** Those whom a verb over this one tells of, and states that only say yes to what the Council does. */
function issuerOver(scene: Scene, verb: VerbChunk, noun: NounChunk): readonly string[] | undefined {
  // "Moscow and Beijing agreed to tougher sanctions": the Council's, to which they say yes
  if (verb.lemma === 'agree' && !verb.passive && (scene.memory.council === true || councilIn(scene))) {
    const codes = actorOf(scene, noun)?.codes ?? []
    if (codes.length > 0 && !codes.some(isBody)) return ['UNSC']
  }
  const held = heldBy(scene, verb)?.codes ?? []
  if (held.length > 0) return asBody(held)
  const { parent } = verb
  if (verb.form !== 'to' || parent?.subject === undefined || !ORDERING.has(parent.lemma)) return undefined
  const ordering = actorOf(scene, parent.subject)?.codes ?? []
  return ordering.length > 0 ? asBody(ordering) : undefined
}

/** The Council, with others beside it or by its text. */
function issuerByText(scene: Scene, verb: VerbChunk, noun: NounChunk): readonly string[] | undefined {
  // "The Council and the EU have slapped sanctions on"
  const several = noun.entity?.codes ?? []
  if (several.length > 1 && several.includes('UNSC')) return asBody(several)
  if (isText(scene, noun) || isCouncil(scene, noun)) return ['UNSC']
  if (verb.form !== 'to') return undefined
  // "voted against a resolution to impose sanctions"
  const last = scene.clauses.chunks[verb.index - 1]
  // "US tables draft to inspect cargo"
  if (last?.kind === 'adjective' && last.word === 'draft') return ['UNSC']
  const ahead = last?.kind === 'adverb' ? scene.clauses.chunks[verb.index - 2] : last
  return ahead?.kind === 'noun' && isText(scene, ahead) ? ['UNSC'] : undefined
}

/** "The new measures target banks": whose they are, else the Council's. */
function issuerOfMeasures(scene: Scene, { parent }: VerbChunk, noun: NounChunk): readonly string[] {
  const owners = ownersOf(scene, noun)
  if (owners.length > 0) return asBody(owners)
  // "The Senate backed new sanctions targeting banks"
  if (parent?.subject !== undefined && isNational(scene, parent.subject)) return nationalIssuer(scene, parent.subject)
  return scene.memory.imposers.last ?? bodySaying(scene) ?? ['UNSC']
}

/** Whom a pronoun or "all states" stands for. */
function issuerMeant(scene: Scene, { reported }: VerbChunk, noun: NounChunk): readonly string[] | undefined {
  const isThey = headOf(scene, noun) === 'they'
  // "European leaders said they would": the pronoun is theirs, and no one else's
  if ((noun.entity?.pronoun === true || isThey) && reported?.subject !== undefined && isCrowd(scene, reported.subject))
    return asBody(ownersOf(scene, reported.subject))
  // "They include a ban on arms": the measures told before
  if (isThey && noun.entity === undefined && scene.memory.imposers.last !== undefined) return scene.memory.imposers.last
  return isEveryone(scene, noun) ? (bodyTold(scene) ?? ['UNSC']) : undefined
}

/** "presented the council a draft on imposing sanctions": the draft's sanctions are the Council's. */
function councilByDraft(scene: Scene, verb: VerbChunk, noun: NounChunk): readonly string[] | undefined {
  const { parent } = verb
  const council = tellsDraft(scene) && councilIn(scene)
  if (council && verb.modal === 'would' && noun.entity?.person !== true) return ['UNSC']
  // "threatened to cut aid to those who support the draft": its own
  const under = (verb.form === 'ing' || verb.form === 'to') && parent !== undefined && parent.lemma !== 'threaten'
  if (council && under) return ['UNSC']
  return verb.form === 'to' && parent?.subject !== undefined && isText(scene, parent.subject) ? ['UNSC'] : undefined
}

/** "announced plans to freeze funds": whoever announced them; the plans do nothing. */
function planner(scene: Scene, verb: VerbChunk): NounChunk | undefined {
  const { parent, subject } = verb
  if (verb.form !== 'to' || verb.passive || subject === undefined || subject.entity !== undefined) return undefined
  if (parent === undefined || parent.passive || parent.subject === subject || parent.index > verb.index)
    return undefined
  return PLANS.has(scene.tokens[subject.to - 1]) && subject.owner === undefined ? parent.subject : undefined
}
const PLANS = new WordSet(
  'plan plans decision decisions intention intentions agreement order orders decree moves move steps measures'.split(
    ' ',
  ),
)

/** What befalls goods and funds without anyone's ban. */
const LESSENING = new WordSet(['cut', 'reduce', 'slash', 'limit', 'restrict', 'close'])

const THWARTING = new WordSet('block veto oppose reject resist thwart stymie foil frustrate stall scuttle'.split(' '))

/** "It would also impose", where the sentence before told of a bill. */
export function ofBill(scene: Scene, noun: NounChunk | undefined): boolean {
  return (
    scene.memory.bill !== undefined &&
    noun !== undefined &&
    noun.to === noun.from + 1 &&
    scene.tokens[noun.from]?.lower === 'it'
  )
}
