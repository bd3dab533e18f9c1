import { lexicon } from './lexicon.js'
import { WordSet } from './wordset.js'

/** Single words that praise. */
export const PRAISE = new WordSet(lexicon.sentiment.positive, true)
/** Single words that blame. */
export const BLAME = new WordSet(lexicon.sentiment.negative, true)
