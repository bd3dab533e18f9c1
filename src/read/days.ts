import { standsAt } from './before.js'
import { LONG_MONTHS, DAYS as WEEKDAYS } from './date-names.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

export const DAYS = new WordSet(WEEKDAYS)
const MONTHS = new WordSet([...LONG_MONTHS, 'jan', 'feb', 'aug', 'sept', 'oct', 'nov', 'dec'])

const SPANS = new WordSet(
  'week month year night weekend morning afternoon evening spring summer autumn fall winter'.split(' '),
)
const WHICH = new WordSet(['last', 'this', 'next'])

/** How many words at a place tell a time that may stand between a verb and its preposition: "on Monday", "last week", "earlier this month", "in June 2011". */
export function timeWords(tokens: readonly Token[], at: number): number {
  const first = tokens[at]?.lower
  const next = tokens[at + 1]
  if (first === 'on') return DAYS.has(next) ? 2 : 0
  if (first === 'in') {
    if (next?.capital !== true || !MONTHS.has(next)) return next?.kind === 'number' && isYear(next) ? 2 : 0
    return isYear(tokens[at + 2]) ? 3 : 2
  }
  if (WHICH.has(tokens[at])) return SPANS.has(next) || isNamed(next) ? 2 : 0
  // "earlier", "late on Monday", "early last week"
  const behind = isNamed(next) ? 1 : next === undefined ? 0 : timeWords(tokens, at + 1)
  return behind > 0 ? behind + 1 : first === 'earlier' || first === 'later' ? 1 : 0
}

function isNamed(token: Token | undefined): boolean {
  return token?.capital === true && (DAYS.has(token) || MONTHS.has(token))
}

function isYear(token: Token | undefined): boolean {
  return token !== undefined && /^(?:19|20)\d\d$/.test(token.lower)
}

/** "Jan Pronk", "April Glaspie": a name behind, and no preposition before. */
function isFirstName(tokens: readonly Token[], at: number, to: number): boolean {
  const next = at + 1 < to ? tokens[at + 1] : undefined
  if (!FIRST_NAMES.has(tokens[at]) || next?.kind !== 'word' || !next.capital || DAYS.has(next)) return false
  return !WITHIN.has(standsAt(tokens, at - 1))
}
const FIRST_NAMES = new WordSet(['jan', 'april', 'june', 'august', 'may'])
const WITHIN = new WordSet('in on since until by last this next from of during late early mid after before'.split(' '))

/** Days and dates stand beside the clause, not in it. */
export function isDay(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at]
  if (token?.capital !== true) return false
  if (DAYS.has(token)) return true
  if (!MONTHS.has(token) || isFirstName(tokens, at, to)) return false
  return token.lower !== 'may' || (at + 1 < to && tokens[at + 1]?.kind === 'number')
}
