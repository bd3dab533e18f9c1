import { standsAt } from './before.js'
import { type NounChunk, type VerbChunk, verbBefore } from './chunk.js'
import type { MeasureStatus } from './claim.js'
import { isCouncil } from './council-nouns.js'
import { isDone } from './done.js'
import type { NamedMeasure } from './measure-found.js'
import type { Mood } from './measure-mood.js'
import { isBill, isNational } from './measure-national.js'
import { isText } from './measure-owners.js'
import { isProspect, isWanted, tellsDraft } from './measure-prospects.js'
import { hasLapsed, isComing, isLifted, isStanding } from './measure-standing.js'
import { isPlain, textOfTokens } from './measure-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** So near a noun a verb before it says what becomes of the measure. */
const NEAR = 6

/** What becomes of a measure that a noun phrase names; undefined where the phrase only names a text. */
export function statusNamed(
  scene: Scene,
  { noun, index, types, text }: NamedMeasure,
  mood: Mood,
  by: readonly string[],
): MeasureStatus | undefined {
  const before = verbBefore(scene.clauses.verbs, index)
  const verb = before !== undefined && index - before.index < NEAR ? before : undefined
  const prospect = mood === 'open' || isWished(scene, noun) || (verb !== undefined && isWanted(scene, verb))
  if (text && !prospect && !tellsDraft(scene)) return undefined
  if (isComing(scene, noun, index)) return 'announced'
  if (hasLapsed(scene, noun, index)) return 'lifted'
  if (isBroken(scene, noun) || isStanding(scene, noun, index)) return 'in-force'
  if (verb !== undefined && (isLifted(scene, noun, index) || isLawful(scene, noun, verb) || isSigned(verb)))
    return 'in-force'
  const council = by.includes('UNSC')
  if (council && (isBrought(scene, verb) || votedFor(scene, noun, index))) return 'in-force'
  if (prospect || isBilled(scene, noun, index, verb)) return 'proposed'
  const draft = scene.memory.text === 'draft' || (tellsDraft(scene) && scene.memory.text !== 'adopted')
  return council && draft && !(isPlain(types) && verb?.past === true) ? 'proposed' : 'in-force'
}

/** "new sanctions", "calls for sanctions" */
function isWished(scene: Scene, noun: NounChunk): boolean {
  return (isProspect(scene, noun.from, noun.to) && !isImposed(scene, noun)) || WISHES.has(scene.tokens[noun.to - 1])
}

/** "violated the embargo", "under the sanctions" */
function isBroken(scene: Scene, noun: NounChunk): boolean {
  return /violat|breach|defiance|defied|circumvent|evad|under/.test(
    textOfTokens(scene, Math.max(scene.from, noun.from - 4), noun.from),
  )
}

/** "Resolution 1929 tightens the arms embargo", of a text that was adopted */
function isLawful(scene: Scene, noun: NounChunk, verb: VerbChunk): boolean {
  return (
    scene.memory.text === 'adopted' &&
    verb.subject !== undefined &&
    verb.modal === undefined &&
    verb.form === 'finite' &&
    isResolution(scene, verb.subject) &&
    !tellsDraft(scene) &&
    !isProspect(scene, noun.from, noun.to)
  )
}

/** "Ten colonels will be subject to an asset freeze", of a text that was adopted */
function isBrought({ memory }: Scene, verb: VerbChunk | undefined): boolean {
  return (
    verb?.modal === 'will' &&
    verb.conditional !== true &&
    memory.text === 'adopted' &&
    /^(?:be|face|undergo)$/.test(verb.lemma)
  )
}

function isSigned(verb: VerbChunk): boolean {
  return ENACTING.hasVerb(verb) && isDone(verb) && !verb.negated
}

/** By a bill, or by lawmakers who agreed on it. */
function isBilled(scene: Scene, noun: NounChunk, index: number, verb: VerbChunk | undefined): boolean {
  if (isBill(scene, noun) || isOfBill(scene, noun, index)) return true
  if (verb === undefined) return false
  const sayer = verb.lemma === 'agree' ? verb.reported?.subject : undefined
  if (sayer !== undefined && isNational(scene, sayer)) return true
  return verb.subject !== undefined && isBill(scene, verb.subject)
}

/** "the Senate bill on sanctions" */
function isOfBill(scene: Scene, noun: NounChunk, index: number): boolean {
  const over = standsAt(scene.clauses.chunks, index - 2)
  return noun.preposition !== undefined && over?.kind === 'noun' && isBill(scene, over)
}

/** "signed into law the toughest sanctions yet" */
const ENACTING = new WordSet(['sign', 'enact'])

const WISHES = new WordSet(
  'endorsement proposal proposals request plan plans idea bid push call calls demand'.split(' '),
)

/** "the resolution", "resolution 1929": no statement */
function isResolution(scene: Scene, noun: NounChunk): boolean {
  return isText(scene, noun) && /\bresolution\b/.test(textOfTokens(scene, noun.from, noun.to))
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
