import { actorOf, codesOf } from './actor-of.js'
import { isBody } from './bodies.js'
import type { VerbChunk } from './chunks.js'
import { isDone } from './done.js'
import { eventAt, type FoundEvent } from './event-found.js'
import { nationalDoer } from './measure-national.js'
import type { Scene } from './scene.js'
import type { Need } from './stock.js'
import { WordSet } from './wordset.js'

/** What one agrees to that is said of talks or of a text elsewhere, or is no bargain. */
const ELSEWHERE = new WordSet(
  'talk meet negotiate disagree resume return rejoin reconvene hold attend come sit discuss continue support back vote abstain adopt pass approve consider study cooperate differ'.split(
    ' ',
  ),
)
/** What is agreed between parties. */
const BARGAINS = new WordSet(
  'plan plans proposal proposals truce ceasefire cease-fire terms package deal accord settlement roadmap formula arrangement swap compromise framework timetable demands list details cessation'.split(
    ' ',
  ),
)

const PARTIES = new WordSet(
  'participants leaders ministers sides parties members powers countries nations delegates governments'.split(' '),
)

/** What a body decides by itself. */
const DECIDING = new WordSet(
  'impose ban freeze slap extend widen tighten suspend expand renew lift blacklist'.split(' '),
)

/** Without one of these nothing is found. */
export const AGREEING: readonly Need[] = [new WordSet(['agree'], true)]

/** "Belgium agreed to hand over its stocks", "agreed that the agency should report", "agreed a package": a bargain that is told as made. */
export function agreementsIn(scene: Scene, into: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) {
    if (verb.lemma !== 'agree' || verb.negated || verb.conditional === true) continue
    if (into.some((each) => each.type === 'agreement' || each.type === 'talks-agreed' || each.type === 'adopted'))
      return
    if (!isDone(verb) || verb.passive) continue
    // those of one house agree among themselves
    if (nationalDoer(scene, verb) !== undefined) continue
    const to = agreedOn(scene, verb)
    if (to === undefined) continue
    const actor = codesOf(scene, verb.subject)[0] ?? scene.memory.target
    if (actor === undefined) continue
    into.push(eventAt(scene, verb, 'agreement', [actor], to, 'agreement:agreed'))
  }
}

/** The last chunk of what was agreed. */
function agreedOn(scene: Scene, verb: VerbChunk): number | undefined {
  const { chunks, verbs } = scene.clauses
  const { tokens } = scene
  const subject = verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
  const next = tokens[verb.to]?.lower ?? ''
  if (next === 'to') {
    const then = verbs.find((each) => each.form === 'to' && each.index > verb.index && each.index < verb.index + 3)
    // "agreed to the plan"
    if (then === undefined) return bargain(scene, verb)
    const named =
      (subject?.codes.length ?? 0) > 0 || (verb.subject !== undefined && PARTIES.has(tokens[verb.subject.to - 1]))
    if (ELSEWHERE.hasVerb(then) || then.negated || !named) return undefined
    // "The Union agreed to impose sanctions": a measure
    if (subject?.codes.length === 1 && isBody(subject.codes[0] ?? '') && DECIDING.hasVerb(then)) return undefined
    // "The council agreed to extend": adopted
    return subject?.codes.includes('UNSC') ? undefined : then.index + 1
  }
  if (next === 'on' || chunks[verb.index + 1]?.kind === 'noun') return bargain(scene, verb)
  // "agreed that the watchdog should report": several, and what is to be done
  if (next !== 'that' || subject === undefined) return undefined
  const several = subject.codes.length > 2 || subject.codes.some(isBody)
  const should = verbs.find((each) => each.reported === verb)
  return several && /^(?:should|must)$/.test(should?.modal ?? '') ? (should?.index ?? verb.index) + 1 : undefined
}

function bargain(scene: Scene, verb: VerbChunk): number | undefined {
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 4); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return undefined
    if (chunk?.kind === 'noun') return BARGAINS.has(scene.tokens[chunk.to - 1]) ? at : undefined
  }
  return undefined
}
