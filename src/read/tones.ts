import { lexicon } from './lexicon.js'
import { WordSet } from './wordset.js'

/** Single words that praise. */
export const PRAISE = new WordSet(lexicon.sentiment.positive, true)
/** Single words that blame. */
export const BLAME = new WordSet(lexicon.sentiment.negative, true)

/** Words that say nothing of a stance by themselves. */
export const SMALL_WORDS = new WordSet(
  'the and that for with its was has have had she they from this which not are were would been their said his her our will'.split(
    ' ',
  ),
)
