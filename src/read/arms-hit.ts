import type { VerbChunk } from './chunk.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const HITTING = new WordSet('destroy cripple damage degrade ground hit wreck weaken devastate pound'.split(' '))
const ARMS = new WordSet(
  'force forces troops army tanks artillery radar radars aircraft warplanes navy arsenal stockpile stockpiles defences defenses airfields airfield bases depots positions targets command'.split(
    ' ',
  ),
)
/** How far the object may lie behind the verb, in chunks: "destroyed or grounded the air force". */
const NEAR = 3

/** "The strikes have destroyed its air defences": what they did, and no word against them. */
export function hitsArms({ clauses, tokens }: Scene, verb: VerbChunk): boolean {
  if (verb.passive || !HITTING.hasVerb(verb)) return false
  const to = Math.min(clauses.chunks.length, verb.index + 1 + NEAR)
  for (let at = verb.index + 1; at < to; at++) {
    const noun = clauses.chunks[at]
    if (noun?.kind === 'noun') return ARMS.has(tokens[noun.head])
  }
  return false
}
