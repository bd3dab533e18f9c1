import { type Chunk, type NounChunk, placeIn } from './chunk.js'
import type { Entity } from './entity.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** What is written or said by someone, and speaks for its author. */
const WRITINGS = new WordSet(
  'statement statements letter letters remark remarks comment comments message note speech tweet post reaction response communique communiqué declaration announcement report reports position stance words readout editorial commentary article'.split(
    ' ',
  ),
)
const GIVING = new Set(['by', 'from'])

/** Whose a statement, a letter or a report is: the possessor, or the one behind "by" or "from". */
export function authorOf(noun: NounChunk, chunks: readonly Chunk[], tokens: readonly Token[]): Entity | undefined {
  if (!WRITINGS.has(tokens[noun.head])) return undefined
  if (noun.owner !== undefined) return noun.owner
  const at = placeIn(chunks, noun)
  for (let next = at + 1; next < Math.min(chunks.length, at + 7); next++) {
    const chunk = chunks[next]
    if (chunk?.kind === 'noun' && GIVING.has(chunk.preposition ?? '')) return chunk.entity ?? chunk.owner
    if (chunk?.kind !== 'noun' && chunk?.kind !== 'preposition' && !isIssued(chunk)) return undefined
  }
  return undefined
}

/** "a statement issued by", "released by" */
function isIssued(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'verb' && chunk.form === 'participle'
}
