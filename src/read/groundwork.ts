import type { Chunk } from './chunk.js'
import { chunksOf } from './chunks.js'
import { type DateWords, dateWordsIn } from './datewords.js'
import { type Hits, hitsIn } from './hits.js'
import type { Mention } from './mentions.js'
import type { Sentence } from './sentences.js'
import { type Stock, stockOf } from './stock.js'
import type { Tag } from './tag.js'
import { tagsOf } from './tags.js'
import type { Token } from './tokens.js'

/** What the words of a sentence tell by themselves, before anyone asks who is who. */
export interface Groundwork {
  /** Noun phrases without who they mean; the stages that follow change them. */
  readonly chunks: Chunk[]
  readonly hits: Hits
  readonly dates: readonly DateWords[]
  readonly stock: Stock
}

/** The groundwork of sentences, one stage over all of them after the other, so that each stage's code stays at hand. */
export function groundworkOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  mentions: readonly (readonly Mention[])[],
): Groundwork[] {
  const tags: Tag[][] = sentences.map(({ from, to }, at) => tagsOf(tokens, from, to, mentions[at] ?? []))
  const chunks = sentences.map(({ from, to }, at) => chunksOf(tokens, tags[at] ?? [], from, to))
  const hits = sentences.map(({ from, to }) => hitsIn(tokens, from, to))
  const dates = sentences.map(({ from, to }) => dateWordsIn(tokens, from, to))
  const stock = sentences.map(({ from, to }, at) => stockOf(tokens, from, to, chunks[at] ?? []))
  return sentences.map((_, at) => ({
    chunks: chunks[at] as Chunk[],
    hits: hits[at] as Hits,
    dates: dates[at] as DateWords[],
    stock: stock[at] as Stock,
  }))
}
