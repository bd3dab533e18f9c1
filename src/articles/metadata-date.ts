import { civilDate, isVagueDate, type VagueDate } from '../dates.js'
import { monthNumber } from './months.js'

/**
 * The day in a date as metadata write it: ISO 8601, RFC 5322 or words in English. It is the day on the writer's own
 * clock, as printed; no zone is applied. Undefined where it can't be told, as in 07/08/2006.
 */
export function metadataDate(value: string): VagueDate | undefined {
  const text = value.trim()
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d/.-])/.exec(text)
  if (iso !== null) {
    const parts = [iso[1], iso[2]?.padStart(2, '0'), iso[3]?.padStart(2, '0')].filter((part) => part !== undefined)
    return checked(parts.join('-'))
  }
  const packed = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text)
  if (packed !== null) return checked(`${packed[1]}-${packed[2]}-${packed[3]}`)
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})\b/.exec(text)
  if (dayFirst !== null) return spelled(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = /\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/.exec(text)
  return monthFirst === null ? undefined : spelled(monthFirst[3], monthFirst[1], monthFirst[2])
}

function spelled(year = '', month = '', day = ''): VagueDate | undefined {
  const number = monthNumber(month)
  return number === 0 ? undefined : checked(civilDate(Number(year), number, Number(day)))
}

function checked(date: string): VagueDate | undefined {
  return isVagueDate(date) ? date : undefined
}
