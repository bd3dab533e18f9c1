import { lexicon } from './lexicon.js'

const tones = new Map<string, 1 | -1>()
for (const word of lexicon.sentiment.negative) tones.set(word, -1)
for (const word of lexicon.sentiment.positive) tones.set(word, 1)

/** Whether a single word praises (1) or blames (-1). */
export function toneAt(word: string): number {
  return tones.get(word) ?? 0
}

/** Words that say nothing of a stance by themselves. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'the and that for with its was has have had she they from this which not are were would been their said his her our will'.split(' '),
)
