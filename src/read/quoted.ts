import type { Chunk } from './chunk.js'
import type { Entity } from './entity.js'
import { quotes } from './reporting.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

const SELF = new WordSet(['he', 'she', 'they', 'it'])

/** Whose words a quotation is that stands open at a sentence's beginning or is begun by it, as far as the sentences before tell; undefined where this one names its own speaker. */
export function carriesOn(
  chunks: readonly Chunk[],
  tokens: readonly Token[],
  before: Entity | undefined,
): Entity | undefined {
  for (let at = 1; at < chunks.length; at++) {
    const verb = chunks[at]
    if (verb?.kind !== 'verb' || !quotes(verb)) continue
    const first = chunks[at - 1]
    const last = chunks[at + 1]
    const speaker = first?.kind === 'noun' ? first : last?.kind === 'noun' ? last : undefined
    if (speaker !== undefined && !(speaker.to === speaker.from + 1 && SELF.has(tokens[speaker.from]))) return undefined
  }
  return before
}
