import { actorOf, codesOf } from './actor-of.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import { isContingent } from './contingent.js'
import { isDone } from './done.js'
import { eventAt, type FoundEvent } from './event-found.js'
import type { Scene } from './scene.js'
import type { Need } from './stock.js'
import { WordSet } from './wordset.js'

const TALKS = new WordSet(
  'talks talk negotiations dialogue discussions diplomacy efforts effort attempts attempt bid mediation'.split(' '),
)
/** What talks are for. */
const SETTLING = new WordSet(
  'reach bring persuade mediate broker resume revive find end convince negotiate engage narrow bridge coax talk settle resolve restart defuse'.split(
    ' ',
  ),
)
const TABLES = new WordSet('talks table negotiations dialogue discussions'.split(' '))
/** What becomes of talks that lead nowhere. */
const FAILING = new WordSet('fail collapse stall founder falter'.split(' '), true)
const RETURNING = new WordSet('return rejoin go come resume'.split(' '), true)

/** Without one of these nothing is found. */
export const TALKING: readonly Need[] = [FAILING, RETURNING, new WordSet(['get', 'meet'], true)]

/** Talks told by more than one word: "talks to persuade it failed", "efforts to reach a deal have got nowhere", "agreed to meet again", "would return to the table". */
export function talksTold(scene: Scene, into: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) {
    if (verb.negated || verb.conditional === true || verb.passive || isContingent(scene, verb)) continue
    const type = stalled(scene, verb) ?? agreed(scene, verb)
    if (type === undefined || into.some((each) => each.type === type)) continue
    const actor = codesOf(scene, verb.subject)[0] ?? scene.memory.target
    if (actor === undefined) continue
    into.push(eventAt(scene, verb, type, [actor], verb.index + 2, `talks:${type}`))
  }
}

/** "talks to persuade it to give up its ambitions failed": the noun stands before its infinitives. */
function stalled(scene: Scene, verb: VerbChunk): EventType | undefined {
  const nowhere = verb.lemma === 'get' && scene.tokens[verb.to]?.lower === 'nowhere'
  if (!FAILING.hasVerb(verb) && !nowhere) return undefined
  if (verb.modal !== undefined || verb.form === 'ing') return undefined
  const { chunks } = scene.clauses
  const next = chunks[verb.index + 1]
  if (verb.lemma === 'fail' && next?.kind === 'verb' && next.form === 'to') return undefined
  const parent = verb.form === 'to' ? verb.parent : undefined
  if (verb.form === 'to' && !(parent !== undefined && /^(?:appear|seem)$/.test(parent.lemma))) return undefined
  let infinitive: VerbChunk | undefined
  for (let at = (parent ?? verb).index - 1; at >= Math.max(0, verb.index - 10); at--) {
    const chunk = chunks[at]
    if (chunk?.kind === 'comma' || chunk?.kind === 'subordinator' || chunk?.kind === 'mark') return undefined
    if (chunk?.kind === 'verb') {
      if (chunk.form !== 'to') return undefined
      infinitive = chunk
    } else if (
      chunk?.kind === 'noun' &&
      infinitive !== undefined &&
      chunks[at + 1] === infinitive &&
      isTalks(scene, chunk)
    )
      // "an effort to condemn it failed" is a text's failure
      return TABLES.has(scene.tokens[chunk.to - 1]) || SETTLING.hasVerb(infinitive) ? 'talks-stalled' : undefined
  }
  return undefined
}

function isTalks(scene: Scene, noun: NounChunk): boolean {
  return TALKS.has(scene.tokens[noun.to - 1])
}

/** "agreed to meet again", "said it would return to the negotiating table" */
function agreed(scene: Scene, verb: VerbChunk): EventType | undefined {
  if (verb.form === 'to')
    return verb.lemma === 'meet' &&
      verb.parent?.lemma === 'agree' &&
      isDone(verb.parent) &&
      scene.tokens[verb.to]?.lower === 'again'
      ? 'talks-agreed'
      : undefined
  if (!RETURNING.hasVerb(verb) || verb.form !== 'finite' || !(verb.modal === 'will' || verb.modal === 'would'))
    return undefined
  const { target } = scene.memory
  if (target === undefined || verb.subject === undefined || !actorOf(scene, verb.subject)?.codes.includes(target))
    return undefined
  for (let at = verb.to; at < scene.to; at++)
    if (/^(?:if|unless|only|once|until|when|no|never)$/.test(scene.tokens[at]?.lower ?? '')) return undefined
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 4); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'noun') return TABLES.has(scene.tokens[chunk.to - 1]) ? 'talks-agreed' : undefined
  }
  return undefined
}
