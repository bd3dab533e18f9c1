import { standsAt } from './before.js'
import { verbBefore } from './chunk.js'
import type { NounChunk } from './chunks.js'
import { isDone } from './done.js'
import { HEEDING } from './measure-law.js'
import { MAKING } from './measure-making.js'
import { ownersOf } from './measure-owners.js'
import { isProspect } from './measure-prospects.js'
import { imposedBy } from './measure-relative.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const EXISTING = new WordSet(
  'existing current present remaining longstanding long-standing standing decades-old year-old years-old ongoing recent recently already previous earlier latest last in-place approved adopted imposed us-imposed un-imposed'.split(
    ' ',
  ),
)
const AFTER = new Set(['place', 'force', 'effect'])

/** "existing sanctions", "the sanctions imposed in 2006", "an embargo already in place", "sanctions remain in force": they stand, whatever is said of them. */
export function isStanding(scene: Scene, noun: NounChunk, index: number): boolean {
  if (EXISTING.stands(scene.tokens, noun.from, noun.to) || imposedBy(scene, index) !== undefined) return true
  const { chunks, verbs } = scene.clauses
  if (isUpheld(scene, noun, index) || isGiven(scene, noun) || isOfRounds(scene, noun, index)) return true
  let at = index + 1
  // "sanctions on Iran imposed in 2006", "sanctions against Khartoum that are already in force"
  while (chunks[at]?.kind === 'preposition' && chunks[at + 1]?.kind === 'noun' && at < index + 5) {
    if (inForce(scene, at)) return true
    at += 2
  }
  if (chunks[at]?.kind === 'adverb') at++
  if (inForce(scene, at)) return true
  const next = chunks[at]
  if (next?.kind === 'verb' && next.form === 'participle' && MAKING.hasVerb(next)) return true
  const told = verbs.find((verb) => verb.subject === noun && verb.index > index)
  // "demanded that the sanctions be lifted"
  if (told?.passive === true && CHANGING.hasVerb(told)) {
    if (scene.tokens[noun.from]?.lower === 'the' || ownersOf(scene, noun).length > 0) return true
  }
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
  if (over?.kind !== 'noun' || !UPKEEP.has(scene.tokens[over.to - 1])) return false
  if (noun.preposition !== 'of' && noun.preposition !== 'from') return false
  if (scene.tokens[noun.to - 1]?.lower === 'zone') return false
  return scene.tokens[noun.from]?.lower === 'the' || ownersOf(scene, noun).length > 0
}
/** "has backed three rounds of U.N. sanctions": they were imposed one after the other. */
function isOfRounds(scene: Scene, noun: NounChunk, index: number): boolean {
  const over = standsAt(scene.clauses.chunks, index - 2)
  if (over?.kind !== 'noun' || noun.preposition !== 'of' || scene.tokens[over.to - 1]?.lower !== 'rounds') return false
  const verb = verbBefore(scene.clauses.verbs, index)
  return verb !== undefined && BACKING.hasVerb(verb) && isDone(verb) && !verb.negated
}
const BACKING = new WordSet('back support endorse vote approve impose face weather suffer join adopt pass'.split(' '))

/** "because of the UN embargo", "despite the EU's sanctions": what explains or hinders stands. */
function isGiven(scene: Scene, noun: NounChunk): boolean {
  const before = scene.tokens[noun.from - 1]?.lower
  const cause = before === 'despite' || (before === 'of' && GIVING.has(scene.tokens[noun.from - 2]))
  if (!cause && !(before === 'to' && scene.tokens[noun.from - 2]?.lower === 'due')) return false
  return !isProspect(scene, noun.from, noun.to)
}
const GIVING = new WordSet(['because', 'spite'])

const UPKEEP = new WordSet([
  'enforcement',
  'implementation',
  'extension',
  'renewal',
  'expiry',
  'exemption',
  'exemptions',
  'violations',
  'violation',
])

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

/** "The embargo expired", "the ban, which lapsed last year": it stands no longer. */
export function hasLapsed(scene: Scene, noun: NounChunk, index: number): boolean {
  if (!LAPSING.mayStandIn(scene.stock)) return false
  return scene.clauses.verbs.some(
    (verb) =>
      verb.index > index &&
      LAPSING.hasVerb(verb) &&
      isDone(verb) &&
      !verb.negated &&
      (verb.subject === noun || (verb.relative === true && verb.index < index + 7)),
  )
}
const LAPSING = new WordSet(['expire', 'expired', 'lapse', 'lapsed'], true)

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
  const owned = ownersOf(scene, noun).length > 0
  // "would not apply the League's sanctions", "citing UN sanctions", "exempted from the EU's embargo"
  const known = owned ? first !== 'a' && first !== 'an' : verb.index === index - 1 && /^(?:its|their)$/.test(first)
  if (known && PRESUPPOSING.hasVerb(verb)) return !isProspect(scene, noun.from, noun.to)
  return (
    verb.index === index - 1 &&
    CHANGING.hasVerb(verb) &&
    (/^(?:the|its|their|all|most|some)$/.test(first) || LIFTING.hasVerb(verb) || owned)
  )
}
export const LIFTING = new WordSet(['lift', 'ease', 'relax', 'loosen', 'waive'])
const PRESUPPOSING = new WordSet(
  'apply implement enforce renew extend prolong maintain keep ignore observe respect honour honor uphold cite invoke exempt join match mirror defy scrap waive repeal rescind loosen'.split(
    ' ',
  ),
)
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
  'scrap',
  'waive',
  'repeal',
  'rescind',
  'loosen',
])
