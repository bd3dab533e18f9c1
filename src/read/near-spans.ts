import type { NounChunk } from './chunk.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** Words by which a week or a month is told from the day of the report. */
export const NEAR = new WordSet(['last', 'next', 'this'])

/** The end of a noun phrase without "next week" and the like behind it. */
export function endBeforeWhen(tokens: readonly Token[], { from, to }: NounChunk): number {
  return to - 2 > from && NEAR.has(tokens[to - 2]) ? to - 2 : to
}
