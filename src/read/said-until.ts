import type { Chunk, VerbChunk } from './chunk.js'
import { reports } from './reporting.js'

/** "declared a truce hours after the Council met": of what is said, the time is no part where it is a thing and no clause. */
export function saidUpTo(chunks: readonly Chunk[], verb: VerbChunk): number {
  const thing = chunks[verb.index + 1]
  if (thing?.kind !== 'noun' || verb.form !== 'finite' || !DOING.has(verb.lemma)) return chunks.length
  for (let at = verb.index + 2; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'open' || (chunk?.kind === 'verb' && chunk.form === 'finite')) return chunks.length
    if (chunk?.kind === 'subordinator') return TIMES.has(chunk.word) && !saysMore(chunks, at) ? at : chunks.length
  }
  return chunks.length
}

/** "made his first remarks since the vote, saying that …" */
function saysMore(chunks: readonly Chunk[], from: number): boolean {
  for (let at = from + 1; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'subordinator' && chunk.word === 'that') return true
    if (chunk.kind === 'verb' && reports(chunk) && chunk.form === 'ing') return true
  }
  return false
}

const TIMES = new Set(['after', 'before', 'when', 'since', 'until'])

const DOING = new Set(['declare', 'announce', 'make', 'accuse', 'issue', 'call', 'order'])
