import { civilDate, isVagueDate, type VagueDate } from '../dates.js'
import { monthNumber } from './months.js'

/** A day found in the words of an article, and what kind of line told it. */
export interface FoundDate {
  readonly date: VagueDate
  readonly from: 'dateline' | 'byline' | 'text'
}

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const MONTH_FIRST = new RegExp(`\\b(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d\\d)\\b`, 'i')
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[ -](${MONTH})\\.?,?[ -]((?:19|20)\\d\\d)\\b`, 'i')
const ISO = /(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/
const FIGURES = /((?:0?[1-9]|[12]\d|3[01]))[/.]((?:0?[1-9]|[12]\d|3[01]))[/.]((?:19|20)\d\d)(?!\d)/
const DATELINE = new RegExp(
  `^.{0,40}?\\b\\p{Lu}[\\p{L} .,'’/-]{1,60}?,?\\s+(?:(${MONTH})\\.?\\s+(\\d{1,2})|(\\d{1,2})\\s+(${MONTH})\\.?)(?:,?\\s+((?:19|20)\\d\\d))?\\s*(?:\\([^)]{2,40}\\)|\\.?\\s*/[^/]{2,20}/|--|[—–]|\\s-\\s|[.:]\\s)`,
  'iu',
)
/** "Mon May 3, 2010 5:01 pm EDT": a day with the hour of one zone, which no sentence tells. */
const STAMP = new RegExp(
  `(?:${MONTH})\\.?\\s+\\d{1,2},?\\s+(?:19|20)\\d\\d,?\\s+\\d{1,2}:\\d\\d\\s?[ap]\\.?m\\.?\\s+[A-Z]{2,4}\\b`,
  'i',
)
const YEAR_ONLY = /(?:©|\(c\)|copyright)[^\d]{0,40}((?:19|20)\d\d)|[/_-]((?:19|20)\d\d)[/_-]\d{1,2}[/_-]/i
/** A month beside a number: what any dateline has, found much faster than one. */
const SOME_DAY = new RegExp(`(?:${MONTH})\\.?\\s+\\d|\\d\\s+(?:${MONTH})`, 'iu')
/** What any day with its year has. */
const YEAR = /(?:19|20)\d\d/
/** A line that is longer is a paragraph, and a date in it may be that of anything. */
const LONGEST_BYLINE = 110
const HEAD_LINES = 14

/**
 * The day on which a plain text says that it was published: a date line or byline near its head ("November 25, 2017, 8:20 am",
 * "Published: 12 July 2006"), or a dateline ("MOSCOW, May 28 (RIA Novosti)") with the year of one. Undefined where the
 * text does not tell, or only in figures that can be read two ways (07/08/2006).
 */
export function publicationDate(text: string): FoundDate | undefined {
  const lines: string[] = []
  for (let at = 0; at < text.length && lines.length < HEAD_LINES; ) {
    let end = text.indexOf('\n', at)
    if (end < 0) end = text.length
    const line = text.slice(at, Math.min(end, at + 300)).trim()
    if (line !== '') lines.push(line)
    at = end + 1
  }
  const stamp = STAMP.exec(lines.slice(0, 3).join('\n'))?.[0]
  const stamped = stamp === undefined ? undefined : fullDate(stamp, undefined)
  if (stamped !== undefined) return { date: stamped, from: 'byline' }
  const dateline = first(lines, monthAndDay)
  const short = lines.filter((line) => line.length <= LONGEST_BYLINE)
  const bylines = short.filter((line) => !/[.!?]["”]?$/.test(line) || /(?:publish|updat|posted)/i.test(line))
  const byline = first(bylines, (line) => fullDate(line, dateline))
  if (byline !== undefined) return { date: byline, from: 'byline' }
  if (dateline !== undefined) {
    const glued = first(lines, (line) => fullDate(line.slice(0, 60), dateline))
    if (glued !== undefined) return { date: glued, from: 'dateline' }
    const year = dateline.year ?? yearOf(text)
    const date = year === undefined ? undefined : checked(Number(year), dateline.month, dateline.day)
    if (date !== undefined) return { date, from: 'dateline' }
  }
  const told = first(short, (line) => fullDate(line, dateline))
  if (told !== undefined) return { date: told, from: 'text' }
  // "(epa) March 30, 2006 -- The Council …": a date set off at the head of a paragraph.
  const led = first(lines, (line) => {
    const lead = /^(.{0,120}?\b(?:19|20)\d\d)\)?\s*(?:--|[—–]|\(|\s-\s)/.exec(line)?.[1]
    return lead === undefined ? undefined : fullDate(lead, undefined)
  })
  return led === undefined ? undefined : { date: led, from: 'text' }
}

interface MonthDay {
  readonly month: number
  readonly day: number
  readonly year?: string
}

function monthAndDay(line: string): MonthDay | undefined {
  if (!SOME_DAY.test(line.slice(0, 160))) return undefined
  const match = DATELINE.exec(line.slice(0, 160))
  if (match === null) return undefined
  const month = monthNumber(match[1] ?? match[4] ?? '')
  return { month, day: Number(match[2] ?? match[3]), ...(match[5] === undefined ? {} : { year: match[5] }) }
}

function fullDate(line: string, dateline: MonthDay | undefined): VagueDate | undefined {
  if (!YEAR.test(line)) return undefined
  const words = MONTH_FIRST.exec(line)
  if (words !== null) return checked(Number(words[3]), monthNumber(words[1] ?? ''), Number(words[2]))
  const british = DAY_FIRST.exec(line)
  if (british !== null) return checked(Number(british[3]), monthNumber(british[2] ?? ''), Number(british[1]))
  const iso = ISO.exec(line)
  if (iso !== null) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = FIGURES.exec(glued(line))
  if (figures === null) return undefined
  const [one, two, year] = [Number(figures[1]), Number(figures[2]), Number(figures[3])]
  if (one > 12 || one === two) return checked(year, two, one)
  if (two > 12) return checked(year, one, two)
  // Both readings are days: only the dateline's own day can tell them apart.
  const beside = [checked(year, two, one), checked(year, one, two)].find(
    (date) =>
      dateline !== undefined &&
      date !== undefined &&
      Number(date.slice(5, 7)) === dateline.month &&
      Math.abs(Number(date.slice(8)) - dateline.day) < 2,
  )
  return beside
}

/** "17:1728/05/2009": a clock time run into the date. */
function glued(line: string): string {
  return line.replace(/(\d{1,2}:\d{2})(?=\d{2}[/.])/, '$1 ')
}

/** The year of a copyright line or an address, where the text names one. */
function yearOf(text: string): string | undefined {
  const ends = `${text.slice(0, 2000)}\n${text.slice(-1500)}`
  const match = YEAR_ONLY.exec(ends)
  return match?.[1] ?? match?.[2]
}

function checked(year: number, month: number, day: number): VagueDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const date = civilDate(year, month, day)
  return isVagueDate(date) ? date : undefined
}

function first<T>(lines: readonly string[], find: (line: string) => T | undefined): T | undefined {
  for (const line of lines) {
    const found = find(line)
    if (found !== undefined) return found
  }
  return undefined
}
