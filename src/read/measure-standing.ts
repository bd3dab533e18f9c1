import type { NounChunk } from './chunks.js'
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
  for (let at = noun.from; at < noun.to; at++) if (EXISTING.has(scene.tokens[at])) return true
  const { chunks, verbs } = scene.clauses
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
  return (
    told !== undefined &&
    told.form === 'finite' &&
    told.modal === undefined &&
    !told.negated &&
    /^(?:be|remain|stay|come|go|enter|take|continue)$/.test(told.lemma) &&
    [1, 2, 3].some((step) => inForce(scene, told.index + step) || isBare(scene, told.index + step))
  )
}

/** "other sanctions are to follow", "the embargo will take effect in July", "flights will stop": decided and still to come. */
export function isComing(scene: Scene, noun: NounChunk, index: number): boolean {
  const { chunks, verbs } = scene.clauses
  const told = verbs.find((verb) => verb.subject === noun && verb.index > index)
  if (told === undefined || told.negated || told.conditional === true) return false
  if (told.modal === 'will') return STARTING.hasVerb(told)
  const next = chunks[told.index + 1]
  return (
    told.copula && told.modal === undefined && next?.kind === 'verb' && next.form === 'to' && STARTING.hasVerb(next)
  )
}
const STARTING = new WordSet(['follow', 'take', 'come', 'go', 'enter', 'begin', 'start', 'apply', 'kick', 'become'])

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
