import { askedBy } from './asked.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { Clauses } from './clauses.js'
import { isAskedAbout } from './duties.js'
import { type Entry, verbOf } from './lexicon.js'
import { isText, type Scene } from './scene.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** "called for a resolution, but Russia says", "warned that efforts to settle it": a clause of its own. */
export function isBeyond({ chunks }: Clauses, verb: VerbChunk, clause: VerbChunk): boolean {
  for (let at = verb.index + 1; at < clause.index; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'conjunction' && chunk.word === 'but') return true
    if (chunk?.kind === 'subordinator' && clause.form === 'to') return true
  }
  return false
}

/** "Norway tabled a draft. It calls for talks": the text does, and nobody's word is told. */
export function isOfTabled({ from, memory, tokens }: Scene, { subject }: VerbChunk): boolean {
  if (subject === undefined || subject.from !== from || tokens[from]?.lower !== 'it') return false
  memory.asked = true
  return memory.lastHeld?.stance === 'sponsors'
}

/** "sought to have the sanctions lifted": what is done to them says how it is meant. */
export function isToHaveDone({ chunks }: Clauses, { index }: VerbChunk): boolean {
  const have = chunks[index + 1]
  const done = chunks[index + 3]
  if (have?.kind !== 'verb' || have.form !== 'to' || !HAVING.hasVerb(have)) return false
  return chunks[index + 2]?.kind === 'noun' && done?.kind === 'verb' && done.past
}
const HAVING = new WordSet(['have', 'get'])

/** "denied that it had asked for arms": nothing is asked. */
export const DENYING = new WordSet(['deny', 'dismiss', 'refute'])

const INQUIRIES = new WordSet(
  'details detail clarification clarifications information briefing briefings advice'.split(' '),
)

/** "asked for details of the plan", "urged those opposing a text": what is asked is no more than to be told, or lies behind what others hold. */
export function isOfOthers({ tokens, clauses }: Scene, verb: VerbChunk): boolean {
  const { chunks } = clauses
  const next = chunks[verb.index + 1]
  const object = next?.kind === 'preposition' ? chunks[verb.index + 2] : next
  if (object?.kind !== 'noun') return false
  if (INQUIRIES.has(tokens[object.head])) return true
  const link = chunks[object === next ? verb.index + 2 : verb.index + 3]
  return (
    tokens[object.head]?.lower === 'those' &&
    (link?.kind === 'relative' || (link?.kind === 'verb' && (link.form === 'ing' || link.form === 'participle')))
  )
}

const SIDES = new Set(['sides', 'parties', 'everyone', 'countries', 'states', 'nations', 'players'])

/** "called on all sides", "urged both parties" */
export function toEveryone(scene: Scene, verb: VerbChunk): boolean {
  const { tokens } = scene
  for (let at = verb.to; at < Math.min(scene.to, verb.to + 6); at++) {
    const word = tokens[at]?.lower ?? ''
    if (word === 'everyone') return true
    if (SIDES.has(word)) return ALL.has(tokens[at - 1]) || ALL.has(tokens[at - 2])
  }
  return false
}

const ALL = new WordSet(['all', 'both'])

/** Who does it needs no wrong of the other: "helped them rebuild the army". */
export const CAUSING = new Set(['help', 'make', 'get', 'bring'])
/** Brings about what nobody asks: "the killings prompted Chile to impose sanctions", "forced NATO to intervene". */
export const UNASKED = new Set(['prompt', 'force', 'compel', 'oblige'])
/** What one does for another, and changes no ways. */
export const KINDLY = new WordSet(['stay', 'remain', 'help', 'assist', 'wait', 'come', 'join'])
const NO_ONE = new WordSet(['nobody', 'none', 'no-one'])

/** What the thing asked would do to a thing at issue. */
function effectOf({ clauses, tokens }: Scene, action: VerbChunk): string | undefined {
  return askedBy(clauses.chunks, action, tokens)?.effect
}

/** "no one", "no country" */
export function isNoOne({ tokens }: Scene, subject: NounChunk | undefined): boolean {
  if (subject === undefined) return false
  return NO_ONE.has(tokens[subject.from]) || (tokens[subject.from]?.lower === 'no' && subject.to === subject.from + 2)
}

/** The verb's words ask for nothing here, whatever the action behind it is about. */
export function asksNothing(scene: Scene, verb: VerbChunk, action: VerbChunk, entry: Entry): boolean {
  // "suggests that it may be hard": a guess.
  if (action.form === 'finite' && entry.words === 'suggest' && !isSubjunctive(scene.tokens, action)) return true
  if (action.form === 'finite' && isAskedAbout(scene, action)) return true
  // "expected the government to fall under pressure"
  if (entry.words === 'expect' && verb.past && effectOf(scene, action) === undefined) return true
  // "The resolution requires all five to vote yes": a text asks nobody for a vote.
  if (isText(scene, verb) && action.lemma === 'vote') return true
  if (isText(scene, verb) && !/^(?:demand|urge|call|ask|request|require|press|warn|appeal|order)/.test(entry.words))
    return true
  // "insisted that it would not lead to occupation"
  if (entry.words === 'insist' && (action.modal === 'will' || action.modal === 'would' || action.copula)) return true
  return action.form === 'finite' && action.modal === undefined && /^(?:agree|say|hopes|expect|want)/.test(entry.words)
}

/** "demanded the Council act", "urged that Iran should stop": what is wished for, not what is. */
export function isSubjunctive(tokens: readonly Token[], verb: VerbChunk): boolean {
  const forms = verbOf(tokens[verb.at])?.forms
  return (
    verb.modal === 'should' ||
    (verb.passive && verb.modal === undefined && tokens[verb.from]?.lower === 'be') ||
    (verb.modal === undefined && forms?.includes('base') === true && !forms.includes('past') && verb.from === verb.at)
  )
}
