import { WordSet } from './wordset.js'

const SUPPOSING = ['provided', 'providing', 'assuming', 'supposing']

/** Verbs that begin a condition where no noun is done anything to: "provided Russia does not veto it". */
export const PROVIDED = new WordSet(SUPPOSING)

/** What begins a condition. */
export const CONDITIONS = new WordSet(['if', 'unless', 'whether', ...SUPPOSING])
