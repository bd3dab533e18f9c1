import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

export const DAYS = new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
const MONTHS = new WordSet([
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'jan',
  'feb',
  'aug',
  'sept',
  'oct',
  'nov',
  'dec',
])

/** Days and dates stand beside the clause, not in it. */
export function isDay(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at]
  if (token?.capital !== true) return false
  if (DAYS.has(token.lower)) return true
  if (!MONTHS.has(token)) return false
  return token.lower !== 'may' || (at + 1 < to && tokens[at + 1]?.kind === 'number')
}
