import { codesOf } from './actor-of.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import { nextNoun, PERMANENT } from './council-nouns.js'
import { isDone } from './done.js'
import { agentAfter } from './event-doers.js'
import type { FoundEvent } from './event-found.js'
import { councilNamed, type FoundStance, type Scene } from './scene.js'
import { WordSet } from './wordset.js'

export const USING = new WordSet('use cast exercise wield deploy employ deliver exert invoke resort'.split(' '))

const LAWMAKING = new WordSet(['bill', 'bills', 'legislation', 'congress', 'congressional'], true)

/** "overrode the president's veto of the bill": lawmakers' texts have vetoes of their own. */
export function isLawmakers(scene: Scene): boolean {
  return (
    LAWMAKING.mayStandIn(scene.stock) && LAWMAKING.stands(scene.tokens, scene.from, scene.to) && !councilNamed(scene)
  )
}

/** "used its veto for the eighth time", "cast a double veto". */
export function vetoed(scene: Scene, verb: VerbChunk): EventType | undefined {
  if (verb.negated || !USING.hasVerb(verb)) return undefined
  if (verb.subject !== undefined && isVeto(scene, verb.subject)) return castBy(scene, verb) ? 'vetoed' : undefined
  if (verb.passive || !(isDone(verb) || (verb.form === 'participle' && verb.subject !== undefined))) return undefined
  const object = nextNoun(scene, verb)
  const after = scene.clauses.chunks[verb.index + 3]
  // "exercised its right of veto", "used their veto power"
  const right = after?.kind === 'noun' && after.preposition === 'of' ? after : object
  if (object === undefined || right === undefined) return undefined
  if (!isVeto(scene, right)) return undefined
  const codes = codesOf(scene, verb.subject)
  return codes.some((code) => PERMANENT.has(code)) ? 'vetoed' : undefined
}

function isVeto(scene: Scene, noun: NounChunk): boolean {
  for (let at = noun.from; at < noun.to; at++) if (/^veto(?:es|s)?$/.test(scene.tokens[at]?.lower ?? '')) return true
  return false
}

/** "the vetoes cast by Russia and China" */
function castBy(scene: Scene, verb: VerbChunk): boolean {
  const agent = verb.agent ?? agentAfter(scene, verb)
  return verb.modal === undefined && agent?.entity?.codes.some((code) => PERMANENT.has(code)) === true
}

/** "Both of them vetoed it": who cast a veto tells that the text was vetoed, where nothing else in the sentence does. */
export function vetoTold(stances: readonly FoundStance[], into: FoundEvent[]): void {
  for (const { stance, cast, actors, from, to, speaker, words } of stances) {
    if (stance !== 'vetoes' || cast !== true || !actors.some((code) => PERMANENT.has(code))) continue
    if (into.some((each) => each.type === 'vetoed')) return
    into.push({ type: 'vetoed', actors: ['UNSC'], from, to, speaker, passing: true, rule: 'told:vetoed', words })
  }
}
