import { type Quote, quoteAt } from '../quotes.js'
import type { Chunk } from './chunk.js'
import type { Scene } from './scene.js'
import type { Sentence } from './sentences.js'
import type { Token } from './tokens.js'

/** The clause that says it: from the holder's phrase to the issue, five to thirty words, cut at chunk edges. */
export function quoteOf(scene: Scene, text: string, sentence: Sentence, from: number, to: number): Quote {
  const { chunks } = scene.clauses
  const subject = chunks[from]
  let first = from
  if (subject?.kind === 'verb' && subject.subject !== undefined && subject.subject.from < subject.from) {
    const index = chunks.findIndex(
      (chunk) => chunk.from <= (subject.subject?.from ?? 0) && (subject.subject?.from ?? 0) < chunk.to,
    )
    if (index >= 0 && from - index < 10) first = index
  }
  let last = Math.max(to, from)
  const size = () => (chunks[last]?.to ?? 0) - (chunks[first]?.from ?? 0)
  while (size() > 30 && first < from) first++
  while (last < chunks.length - 1 && size() < 9 && !ends(chunks[last + 1])) last++
  while (first > 0 && size() < 5 && !ends(chunks[first - 1])) first--
  // no quote begins with ", and"
  while (first < from && opensBadly(chunks[first])) first++
  while (last < chunks.length - 1 && chunks[last + 1]?.kind === 'close') last++
  const startToken = chunks[first]?.from ?? sentence.from
  const endToken = Math.min((chunks[last]?.to ?? sentence.to) - 1, startToken + 40)
  const start = scene.tokens[startToken]?.start ?? sentence.start
  const end = scene.tokens[symbolEnd(scene.tokens, Math.max(startToken, endToken))]?.end ?? sentence.end
  return quoteAt(text, start, end)
}

/** The last token of a document symbol (S/RES/2375) that a quote would cut in two; the token itself where it is in none. */
function symbolEnd(tokens: readonly Token[], last: number): number {
  let at = last
  while (tokens[at + 1]?.lower === '/' && touches(tokens, at) && touches(tokens, at + 1)) at += 2
  return at
}

function touches(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.end === tokens[at + 1]?.start
}

function opensBadly(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'comma' || chunk?.kind === 'conjunction' || chunk?.kind === 'close'
}

function ends(chunk: Chunk | undefined): boolean {
  return chunk === undefined || (chunk.kind === 'mark' && chunk.word !== '(' && chunk.word !== ')')
}
