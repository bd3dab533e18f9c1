import { addDays, addMonths, civilDate, isVagueDate, spanOf, type VagueDate, weekday } from '../dates.js'

export function fullDay(date: VagueDate | undefined, step: number): VagueDate | undefined {
  return date?.length === 10 ? addDays(date, step) : undefined
}

/** The nearest such weekday, the day itself included; `strict` leaves the day itself out ("last Friday" said on a Friday). */
export function nearDay(
  date: VagueDate | undefined,
  day: number,
  turn: 'last' | 'next',
  strict = false,
): VagueDate | undefined {
  if (date?.length !== 10) return undefined
  const gap = turn === 'last' ? (weekday(date) - day + 7) % 7 : (day - weekday(date) + 7) % 7
  const days = gap === 0 && strict ? 7 : gap
  return addDays(date, turn === 'last' ? -days : days)
}

/** A month, or a day of it, without a year: the latest one up to the day after publication, or the next one if still ahead. */
export function nearMonth(
  date: VagueDate | undefined,
  month: number,
  day: number | undefined,
  ahead: boolean,
): VagueDate | undefined {
  if (date === undefined || date.length < 7) return undefined
  const year = Number(date.slice(0, 4))
  const told = (of: number) => {
    const text = day === undefined ? `${of}-${String(month + 1).padStart(2, '0')}` : civilDate(of, month + 1, day)
    return isVagueDate(text) ? text : undefined
  }
  if (date.length === 7 && day !== undefined && date !== told(year)?.slice(0, 7)) return undefined
  const now = date.length === 10 ? addDays(date, ahead ? -1 : 1) : date
  const same = told(year)
  if (same === undefined) return undefined
  const short = now.slice(0, same.length)
  if (ahead) return same >= short ? same : told(year + 1)
  return same <= short ? same : told(year - 1)
}

/** A week has no date of its own: its month, where it lies in one, else its year, else nothing. */
export function weekOf(date: VagueDate | undefined, step: number): VagueDate | undefined {
  if (date?.length !== 10) return undefined
  const monday = addDays(date, -((weekday(date) + 6) % 7) + 7 * step)
  return common(monday, addDays(monday, 6))
}

function common(from: string, to: string): VagueDate | undefined {
  if (from.slice(0, 7) === to.slice(0, 7)) return from.slice(0, 7)
  return from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : undefined
}

/** Days are counted exactly; weeks, months and years as loosely as they are said. */
export function moved(date: VagueDate | undefined, unit: string, count: number): VagueDate | undefined {
  if (date === undefined) return undefined
  if (unit === 'day') return fullDay(date, count)
  if (unit === 'year') return String(Number(date.slice(0, 4)) + count)
  if (unit === 'month') return date.length < 7 ? undefined : addMonths(`${date.slice(0, 7)}-01`, count).slice(0, 7)
  if (date.length !== 10) return undefined
  const day = addDays(date, 7 * count)
  return common(addDays(day, -3), addDays(day, 3)) ?? spanOf(day.slice(0, 4)).from.slice(0, 4)
}
