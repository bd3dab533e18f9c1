import { actorOf } from './actor-of.js'
import type { VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import { nextNoun } from './council-nouns.js'
import { isDone } from './done.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const USING = new WordSet('use cast exercise wield deploy employ deliver exert invoke resort'.split(' '))
/** The members with a veto. */
const PERMANENT: ReadonlySet<string> = new Set(['CHN', 'FRA', 'GBR', 'RUS', 'USA'])

/** "used its veto for the eighth time", "cast a double veto". */
export function vetoed(scene: Scene, verb: VerbChunk): EventType | undefined {
  if (verb.negated || verb.passive || !isDone(verb) || !USING.hasVerb(verb)) return undefined
  const object = nextNoun(scene, verb)
  const after = scene.clauses.chunks[verb.index + 3]
  // "exercised its right of veto", "used their veto power"
  const right = after?.kind === 'noun' && after.preposition === 'of' ? after : object
  if (object === undefined || right === undefined) return undefined
  let veto = false
  for (let at = right.from; at < right.to; at++) if (/^veto(?:es|s)?$/.test(scene.tokens[at]?.lower ?? '')) veto = true
  if (!veto) return undefined
  const codes = verb.subject === undefined ? [] : (actorOf(scene, verb.subject)?.codes ?? [])
  return codes.some((code) => PERMANENT.has(code)) ? 'vetoed' : undefined
}
