import type { NounChunk, VerbChunk } from './chunk.js'
import type { Clauses } from './clauses.js'
import { MUST } from './duties.js'
import { asks } from './reporting.js'
import { isSubjunctive } from './request-guards.js'
import { type Scene, speakerOf } from './scene.js'
import { operatorBetween } from './turned.js'
import { WordSet } from './wordset.js'

const HELPING = new WordSet([
  'help',
  'let',
  'make',
  'give',
  'allow',
  'enable',
  'force',
  'get',
  'persuade',
  'convince',
  'have',
  'leave',
])

/** "pressed the North to return to the table"; "pressed to return" is one's own wish. */
const PRESSING = new WordSet('press push pressure pressurise pressurize prod nudge coax lobby cajole'.split(' '))

/** "demands that the North return to talks", "helped Damascus find a way": what another wants of it. */
export function isBidden(scene: Scene, verb: VerbChunk): boolean {
  const { subject } = verb
  if (subject === undefined) return false
  if (verb.form === 'finite' && verb.modal === undefined && !verb.negated) {
    const one = subject.entity !== undefined && subject.entity.codes.length === 1 && subject.entity.pronoun !== true
    if (one && isSubjunctive(scene.tokens, verb)) return true
  }
  let child = verb
  for (let { parent } = verb; parent !== undefined; child = parent, parent = parent.parent) {
    if (child.form === 'finite') return false
    // "the League should try to pursue its plan"
    if (parent.modal !== undefined && MUST.has(parent.modal) && !isOwnSay(scene, verb)) return true
    if (subject.from < parent.from) return false
    if (HELPING.hasVerb(parent) || PRESSING.hasVerb(parent)) return true
    if (asks(parent) && operatorBetween(scene, parent, child) === undefined) return true
  }
  return false
}

/** The one who does it says so. */
function isOwnSay(scene: Scene, { index, subject }: VerbChunk): boolean {
  const speaker = speakerOf(scene, index)
  return speaker?.codes.some((code) => subject?.entity?.codes.includes(code)) === true
}

/** No other thing stands between the verb and the noun. */
export function isObject({ chunks }: Clauses, verb: VerbChunk, noun: NounChunk): boolean {
  for (let at = verb.index + 1; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'noun') return chunk === noun || (chunk.from <= noun.from && noun.to <= chunk.to)
    if (chunk?.kind === 'verb') return false
  }
  return false
}
