import { NUMBER_WORDS } from './number-words.js'

export const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const LONG_MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
] // biome-ignore format: a list

export function counted(lower: string): number | undefined {
  const word = NUMBER_WORDS.indexOf(lower)
  return word > 0 ? word : undefined
}

export function dayNamed(lower: string): number {
  return DAYS.indexOf(lower)
}

export function monthNamed(lower: string): number {
  const long = LONG_MONTHS.indexOf(lower)
  return long >= 0 ? long : lower === 'sept' ? 8 : MONTHS.indexOf(lower)
}
