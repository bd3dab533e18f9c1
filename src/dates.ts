/**
 * Civil dates without a clock or a time zone. A full date is `YYYY-MM-DD`; a vague one may be `YYYY-MM` or `YYYY`.
 * ISO text sorts as time does, so dates are compared as strings. Years run from 1000 to 9999, proleptic Gregorian.
 */
export type CivilDate = string
/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: as exact as the source was. */
export type VagueDate = string

/** Days from `from` to `to`, both included; no `to` means open-ended. */
export interface Period {
  readonly from: CivilDate
  readonly to?: CivilDate
}

const VAGUE = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/
const DAYS_BEFORE_1970 = 719_468

export function isCivilDate(text: string): boolean {
  return text.length === 10 && isVagueDate(text)
}

export function isVagueDate(text: string): boolean {
  const match = VAGUE.exec(text)
  if (match === null) return false
  return match[3] === undefined || Number(match[3]) <= daysInMonth(Number(match[1]), Number(match[2]))
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function civilDate(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days since 1970-01-01 (negative before). After Howard Hinnant's public description of civil calendars. */
export function dayNumber(date: CivilDate): number {
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - DAYS_BEFORE_1970
}

export function fromDayNumber(number: number): CivilDate {
  const days = number + DAYS_BEFORE_1970
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return civilDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Same day of a later (or earlier) month, or that month's last day where it is shorter. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return civilDate(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)))
}

/** 0 Sunday … 6 Saturday. */
export function weekday(date: CivilDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

export function isWithin(date: CivilDate, period: Period): boolean {
  return date >= period.from && (period.to === undefined || date <= period.to)
}

/** First and last day that a vague date can mean. */
export function spanOf(date: VagueDate): { from: CivilDate; to: CivilDate } {
  if (date.length === 10) return { from: date, to: date }
  if (date.length === 4) return { from: `${date}-01-01`, to: `${date}-12-31` }
  const days = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
  return { from: `${date}-01`, to: `${date}-${days}` }
}
