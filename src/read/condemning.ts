import type { VerbChunk } from './chunk.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const THWARTING = new WordSet(
  'veto block stall object oppose thwart obstruct foil scuttle resist derail stymie'.split(' '),
)
const CONDEMNING = new WordSet(
  'effort efforts attempt attempts bid bids move moves push resolution resolutions statement statements text texts draft drafts motion motions proposal proposals measure measures'.split(
    ' ',
  ),
)

/** "vetoed two texts condemning it", "stalled efforts to condemn it": whoever blocks them condemns nothing. */
export function blocksCondemning({ clauses, tokens }: Scene, verb: VerbChunk): boolean {
  if (verb.form !== 'to' && verb.form !== 'ing') return false
  let condemning = false
  for (let at = verb.index - 1; at >= Math.max(0, verb.index - 14); at--) {
    const chunk = clauses.chunks[at]
    if (chunk?.kind === 'noun') condemning ||= CONDEMNING.has(tokens[chunk.head])
    else if (chunk?.kind === 'verb') {
      if (THWARTING.hasVerb(chunk)) return condemning && !chunk.passive
      if (chunk.form === 'finite') return false
    } else if (chunk?.kind === 'subordinator' || (chunk?.kind === 'mark' && chunk.word === ';')) return false
  }
  return false
}

/** "stands by the condemnation" */
export function blames(scene: Scene, verb: VerbChunk): boolean {
  const noun = scene.clauses.chunks.find((chunk) => chunk.from >= verb.to && chunk.kind === 'noun')
  if (noun?.kind !== 'noun' || verb.negated || noun.from > verb.to + 3) return false
  return /^(?:condemnation|denunciation|criticism|outrage|indignation)$/.test(scene.tokens[noun.head]?.lower ?? '')
}
