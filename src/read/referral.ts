import { type Chunk, placeIn, type VerbChunk } from './chunk.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

const REFERRING = new WordSet(['refer', 'report', 'haul', 'drag', 'take', 'bring', 'return', 'remit'])
/** Verbs that carry papers, too: only with a matter as their object. */
const CARRYING = new WordSet(['send', 'move', 'submit', 'transfer', 'forward', 'pass', 'put', 'raise', 'hand', 'shift'])
const MATTERS = new WordSet(
  'case cases file dossier matter matters issue issues question questions programme program refusal dispute crisis complaint'.split(
    ' ',
  ),
)
const INTO = new WordSet(['to', 'before', 'into'])

/** "refer Iran to the Security Council", "bring the case before the Council", passive too: the Council is to deal with it. */
export function refersToCouncil(chunks: readonly Chunk[], verb: VerbChunk, tokens: readonly Token[]): boolean {
  const refers = REFERRING.hasVerb(verb)
  if (!refers && !CARRYING.hasVerb(verb)) return false
  const object = verb.passive || verb.form === 'participle' ? verb.subject : chunks[verb.index + 1]
  if (object?.kind !== 'noun' || object.entity?.codes.includes('UNSC')) return false
  if (!refers && !MATTERS.has(tokens[object.head])) return false
  if (refers && object.entity === undefined && object.owner === undefined && !MATTERS.has(tokens[object.head]))
    return false
  const first = verb.passive || verb.form === 'participle' ? verb.index : placeIn(chunks, object)
  for (let at = first + 1; at < Math.min(chunks.length - 1, first + 9); at++) {
    const link = chunks[at]
    if (link === undefined || link.kind === 'comma' || link.kind === 'mark') return false
    if (link.kind === 'verb' && link.form === 'finite') return false
    if (link.kind === 'noun' || !INTO.has(tokens[link.from])) {
      if (link.kind === 'subordinator') return false
      continue
    }
    const whom = chunks[at + 1]
    if (whom?.kind === 'noun' && whom.entity?.codes.includes('UNSC')) return true
  }
  return false
}
