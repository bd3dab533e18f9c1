import { standsAt } from './before.js'
import { DAYS as DAY_NAMES, LONG_MONTHS } from './date-names.js'
import { isNounish, smallWord, verbOf } from './lexicon.js'
import type { Tag, Tagging } from './tag.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

const ANY = new WordSet(['anything', 'something', 'nothing', 'everything'])

const TEXTS = new WordSet(
  'resolution draft text statement measure proposal plan document letter accord agreement package bill motion amendment compromise version'.split(
    ' ',
  ),
)

/** "that would condemn": no clause of its own has so begun. */
function opensByVerb(next: Token | undefined): boolean {
  if (next === undefined) return false
  const small = smallWord(next.lower)
  return (
    small === 'modal' ||
    small === 'be' ||
    small === 'have' ||
    (!next.capital && !isNounish(next) && verbOf(next) !== undefined)
  )
}
const DAYS = new WordSet(DAY_NAMES)
const MONTHS = new WordSet(LONG_MONTHS)

/** "on Monday", "on March 17" */
function endsDate(tokens: Tagging['tokens'], at: number): boolean {
  const last = standsAt(tokens, at - 1)
  return DAYS.has(last) || (last?.kind === 'number' && MONTHS.has(standsAt(tokens, at - 2)))
}

/** What "that" does here. */
export function thatTag({ tokens, from, to, tags, names }: Tagging, at: number): Tag {
  const told = standsAt(tags, at - from - 1)
  // "a resolution on Monday that imposes"
  const previous = told !== undefined && endsDate(tokens, at) && opensByVerb(tokens[at + 1]) ? 'N' : told
  const next = tokens[at + 1]
  if (at + 1 >= to || next === undefined) return 'N'
  if (previous === 'N' || previous === 'K' || previous === 'Z' || previous === 'J' || previous === 'U') {
    const small = smallWord(next.lower)
    if (small === 'modal' || small === 'be' || small === 'have' || small === 'do') return 'W'
    const form = verbOf(next)
    // "anything that amounts to force"
    if (ANY.has(tokens[at - 1]) && form?.forms.includes('s')) return 'W'
    if (
      names[at + 1 - from] === 0 &&
      !next.capital &&
      form !== undefined &&
      !isNounish(next) &&
      (form.forms.includes('s') || form.forms.includes('past'))
    )
      return 'W'
    // "a text that demands an end to it": no demands
    if (TEXTS.has(tokens[at - 1]) && form?.forms.includes('s') && at + 2 < to && !next.capital) return 'W'
    return 'S'
  }
  if (previous === 'P' || previous === undefined) return 'D'
  return 'S'
}
