import { aboutOf } from './about.js'
import type { NounChunk } from './chunks.js'
import { ownersOf } from './measure-owners.js'
import { imposedBy } from './measure-relative.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const EXISTING = new WordSet(
  'existing current present remaining longstanding long-standing standing decades-old year-old years-old ongoing recent recently already previous earlier latest last in-place approved adopted imposed us-imposed un-imposed mandatory'.split(
    ' ',
  ),
)
const MADE = new WordSet(
  'impose adopt pass approve slap level place clamp introduce enact put apply announce'.split(' '),
)
const AFTER = new Set(['place', 'force', 'effect'])

/** "existing sanctions", "the sanctions imposed in 2006", "an embargo already in place", "sanctions remain in force": they stand, whatever is said of them. */
export function isStanding(scene: Scene, noun: NounChunk, index: number): boolean {
  if (EXISTING.stands(scene.tokens, noun.from, noun.to) || imposedBy(scene, index) !== undefined) return true
  const { chunks, verbs } = scene.clauses
  if (isUpheld(scene, noun, index)) return true
  let at = index + 1
  // "sanctions on Iran imposed in 2006", "sanctions against Khartoum that are already in force"
  while (chunks[at]?.kind === 'preposition' && chunks[at + 1]?.kind === 'noun' && at < index + 5) {
    if (inForce(scene, at)) return true
    at += 2
  }
  if (chunks[at]?.kind === 'adverb') at++
  if (inForce(scene, at)) return true
  const next = chunks[at]
  if (next?.kind === 'verb' && next.form === 'participle' && MADE.hasVerb(next)) return true
  const told = verbs.find((verb) => verb.subject === noun && verb.index > index)
  // "demanded that the sanctions be lifted"
  if (told?.passive === true && CHANGING.hasVerb(told) && scene.tokens[noun.from]?.lower === 'the') return true
  return (
    told !== undefined &&
    told.form === 'finite' &&
    told.modal === undefined &&
    !told.negated &&
    /^(?:be|remain|stay|come|go|enter|take|continue)$/.test(told.lemma) &&
    [1, 2, 3].some((step) => inForce(scene, told.index + step) || isBare(scene, told.index + step))
  )
}

/** "enforcement of the U.N. embargo", "renewal of the travel bans" */
function isUpheld(scene: Scene, noun: NounChunk, index: number): boolean {
  const over = scene.clauses.chunks[index - 2]
  if (noun.preposition !== 'of' || over?.kind !== 'noun' || !UPHOLDING.has(scene.tokens[over.to - 1])) return false
  if (scene.tokens[noun.to - 1]?.lower === 'zone') return false
  return scene.tokens[noun.from]?.lower === 'the' || ownersOf(scene, noun).length > 0
}
const UPHOLDING = new WordSet([
  'enforcement',
  'implementation',
  'extension',
  'renewal',
  'expiry',
  'violations',
  'violation',
])

/** A text that is law already: "Resolution 1970", "a 2006 resolution", "a resolution adopted in December", "earlier resolutions". */
export function isLaw(scene: Scene, noun: NounChunk, index: number): boolean {
  for (let at = noun.from; at < noun.to; at++) {
    const token = scene.tokens[at]
    if (DRAFTED.has(token)) return false
    if (ADOPTED.has(token)) return true
    // "150 countries" are no text
    if (token?.kind !== 'number' || aboutOf(noun, scene.tokens)?.about !== 'resolution') continue
    if (/^[12]\d{3}$|^\d{3}$/.test(token.lower)) return true
  }
  const { chunks } = scene.clauses
  // "will comply with the resolution"
  const heeding = chunks[chunks[index - 1]?.kind === 'preposition' ? index - 2 : index - 1]
  if (heeding?.kind === 'verb' && HEEDING.hasVerb(heeding) && aboutOf(noun, scene.tokens)?.about === 'resolution')
    return true
  const next = chunks[index + 1]
  if (next?.kind !== 'verb' || !PASSING.hasVerb(next)) return false
  // "a follow-up to a resolution adopted in December": what a preposition governs does nothing itself
  return next.form === 'participle' || (noun.preposition !== undefined && next.past && next.modal === undefined)
}
const DRAFTED = new WordSet(['draft', 'drafted', 'proposed', 'new'])
const ADOPTED = new WordSet(['adopted', 'passed', 'approved', 'existing', 'previous', 'earlier', 'past', 'current'])
export const PASSING = new WordSet(['adopt', 'pass', 'approve'])

/** "other sanctions are to follow", "the embargo will take effect in July", "flights will stop": decided and still to come. */
export function isComing(scene: Scene, noun: NounChunk, index: number): boolean {
  const { chunks, verbs } = scene.clauses
  const head = headOf(scene, index)
  const told = verbs.find((verb) => (verb.subject === noun || verb.subject === head) && verb.index > index)
  if (told === undefined || told.negated || told.conditional === true) return false
  // "will go away"
  if (scene.tokens[told.to]?.lower === 'away') return false
  if (told.modal === 'will') return STARTING.hasVerb(told)
  const next = chunks[told.index + 1]
  return (
    told.copula && told.modal === undefined && next?.kind === 'verb' && next.form === 'to' && STARTING.hasVerb(next)
  )
}
const STARTING = new WordSet(['follow', 'take', 'come', 'go', 'enter', 'begin', 'start', 'apply', 'kick', 'become'])

/** "other sanctions, including a travel ban": what the ban is one of. */
function headOf(scene: Scene, index: number): NounChunk | undefined {
  const { chunks } = scene.clauses
  for (let at = index; at > Math.max(0, index - 8); at--) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'relative') return undefined
    if (chunk?.kind !== 'preposition' || chunk.word !== 'including') continue
    const over = chunks[chunks[at - 1]?.kind === 'comma' ? at - 2 : at - 1]
    return over?.kind === 'noun' ? over : undefined
  }
  return undefined
}

/** "in place", "into force" */
function inForce(scene: Scene, at: number): boolean {
  const link = scene.clauses.chunks[at]
  const noun = scene.clauses.chunks[at + 1]
  return (
    link?.kind === 'preposition' &&
    /^(?:in|into)$/.test(link.word) &&
    noun?.kind === 'noun' &&
    AFTER.has(scene.tokens[noun.from]?.lower ?? '')
  )
}

/** "took effect", "remain effective" */
function isBare(scene: Scene, at: number): boolean {
  const noun = scene.clauses.chunks[at]
  return noun?.kind === 'noun' && scene.tokens[noun.from]?.lower === 'effect'
}

/** "opposes lifting the EU arms embargo", "extend the U.N. embargo": what is to be ended or prolonged stands. */
export function isLifted(scene: Scene, noun: NounChunk, index: number): boolean {
  const { chunks } = scene.clauses
  // "to comply with EU sanctions"
  const verb = chunks[chunks[index - 1]?.kind === 'preposition' ? index - 2 : index - 1]
  if (verb?.kind !== 'verb') return false
  if (HEEDING.hasVerb(verb)) return true
  const first = scene.tokens[noun.from]?.lower ?? ''
  return (
    verb.index === index - 1 &&
    CHANGING.hasVerb(verb) &&
    (/^(?:the|its|their|all|most|some)$/.test(first) ||
      /^(?:lift|ease)$/.test(verb.lemma) ||
      ownersOf(scene, noun).length > 0)
  )
}
const HEEDING = new WordSet(['comply', 'abide'])
const CHANGING = new WordSet([
  'lift',
  'ease',
  'end',
  'remove',
  'relax',
  'suspend',
  'violate',
  'breach',
  'flout',
  'evade',
  'circumvent',
  'bypass',
  'terminate',
])
