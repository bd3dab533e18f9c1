import { addMonths, civilDate, isVagueDate, type VagueDate } from '../dates.js'
import { counted, DAYS, dayNamed, LONG_MONTHS, MONTHS, monthNamed } from './date-names.js'
import { fullDay, moved, nearDay, nearMonth, weekOf } from './date-steps.js'
import { NUMBER_WORDS } from './number-words.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** Words of a sentence that tell a day, a month or a year. */
export interface DateWords {
  /** Tokens, the preposition before them left out. */
  readonly from: number
  readonly to: number
  /** The preposition right before ("on", "since", "after"), where there is one. */
  readonly preposition: string | undefined
  /** The day they mean; `ahead` says that what they date is still to come. Undefined where it can't be told. */
  resolve(anchors: Anchors, ahead: boolean): VagueDate | undefined
  /** They mean nothing without a day of publication. */
  readonly relative: boolean
}

/** What relative words are counted from. */
export interface Anchors {
  readonly published: VagueDate | undefined
  /** The day told last in the text, for "the day after". */
  readonly last: VagueDate | undefined
}

const UNIT = /^(day|week|month|year)s?$/
const ABOUT = new WordSet(['early', 'late', 'earlier', 'later', 'mid'])

/** All date words of a stretch of tokens, left to right, without overlap. */
export function dateWordsIn(tokens: readonly Token[], from: number, to: number): DateWords[] {
  const found: DateWords[] = []
  for (let at = from; at < to; at++) {
    if (tokens[at]?.kind !== 'number' && !OPENING.has(tokens[at])) continue
    const made = wordsAt(tokens, at, to)
    if (made === undefined) continue
    const before = tokens[at - 1]?.lower
    const preposition = at > from && before !== undefined && PREPOSITIONS.has(before) ? before : undefined
    found.push({ from: at, to: made.to, preposition, resolve: made.resolve, relative: made.relative })
    at = made.to - 1
  }
  return found
}

/** Words that date words may begin with. */
const OPENING = new WordSet([
  ...['today', 'tonight', 'yesterday', 'tomorrow', ...DAYS, ...MONTHS, 'sept', ...LONG_MONTHS],
  ...['early', 'late', 'earlier', 'later', 'mid', 'this', 'last', 'next', 'past', 'previous'],
  ...['the', 'a', 'one', 'that', 'same', ...NUMBER_WORDS],
])
const PREPOSITIONS = new Set([
  'on', 'in', 'at', 'by', 'since', 'until', 'till', 'before', 'after', 'from', 'of', 'during', 'for', 'to', 'through', 'between', 'late', 'early', 'the',
]) // biome-ignore format: a list

type Made = Omit<DateWords, 'from' | 'preposition'>

function wordsAt(tokens: readonly Token[], at: number, to: number): Made | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  const { lower } = token
  const next = at + 1 < to ? (tokens[at + 1]?.lower ?? '') : ''
  if (token.kind === 'number') return numberAt(tokens, at, to)
  if (token.kind !== 'word') return undefined
  if (lower === 'today' || lower === 'tonight') return relative(at + 1, ({ published }) => fullDay(published, 0))
  if (lower === 'yesterday') return relative(at + 1, ({ published }) => fullDay(published, -1))
  if (lower === 'tomorrow') return relative(at + 1, ({ published }) => fullDay(published, 1))
  const day = token.capital ? dayNamed(lower) : -1
  if (day >= 0) return relative(at + 1, ({ published }, ahead) => nearDay(published, day, ahead ? 'next' : 'last'))
  const month = token.capital ? monthNamed(lower) : -1
  if (month >= 0) return monthAt(tokens, at, to, month, undefined)
  const span = lower === 'this' || ABOUT.has(token) ? skip(tokens, at, to) : undefined
  if (lower === 'last' || lower === 'next' || lower === 'past' || lower === 'previous' || span !== undefined) {
    const word = span?.word ?? next
    const end = (span?.at ?? at + 1) + 1
    const turn = span !== undefined ? 'this' : lower === 'next' ? 'next' : 'last'
    return named(word, turn, end, tokens[end - 1]?.capital === true)
  }
  const count = counted(lower)
  if (count !== undefined) return ago(tokens, at, to, count)
  if (lower === 'the' || lower === 'a' || lower === 'one' || lower === 'that' || lower === 'same')
    return after(tokens, at, to)
  return undefined
}

/** "earlier this week", "late last month" start at their adverb; answers with the place of the last word. */
function skip(tokens: readonly Token[], at: number, to: number): { at: number; word: string } | undefined {
  let word = at
  while (word < to && ABOUT.has(tokens[word])) word++
  if (tokens[word]?.lower !== 'this') return undefined
  const last = tokens[word + 1]
  return last === undefined || word + 1 >= to ? undefined : { at: word + 1, word: last.lower }
}

function named(word: string, turn: 'this' | 'last' | 'next', end: number, capital: boolean): Made | undefined {
  const step = turn === 'last' ? -1 : turn === 'next' ? 1 : 0
  const day = capital ? dayNamed(word) : -1
  if (day >= 0) {
    return relative(end, ({ published }, ahead) =>
      turn === 'this' ? nearDay(published, day, ahead ? 'next' : 'last') : nearDay(published, day, turn, true),
    )
  }
  const month = capital ? monthNamed(word) : -1
  if (month >= 0) {
    return relative(end, ({ published }) => {
      if (published === undefined || published.length < 7) return undefined
      const [year, now] = [Number(published.slice(0, 4)), Number(published.slice(5, 7)) - 1]
      const moved =
        turn === 'this' ? year : turn === 'last' ? (month < now ? year : year - 1) : month > now ? year : year + 1
      return `${moved}-${String(month + 1).padStart(2, '0')}`
    })
  }
  if (word === 'week') return relative(end, ({ published }) => weekOf(published, step))
  if (word === 'month')
    return relative(end, ({ published }) =>
      published === undefined || published.length < 7
        ? undefined
        : addMonths(`${published.slice(0, 7)}-01`, step).slice(0, 7),
    )
  if (word === 'year')
    return relative(end, ({ published }) =>
      published === undefined ? undefined : String(Number(published.slice(0, 4)) + step),
    )
  if (turn === 'this' && (word === 'morning' || word === 'afternoon' || word === 'evening'))
    return relative(end, ({ published }) => fullDay(published, 0))
  if (turn === 'last' && word === 'night') return relative(end, ({ published }) => fullDay(published, -1))
  return undefined
}

/** "four days ago", "two weeks earlier" (from the day told last). */
function ago(tokens: readonly Token[], at: number, to: number, count: number): Made | undefined {
  const unit = UNIT.exec(tokens[at + 1]?.lower ?? '')?.[1]
  const turn = tokens[at + 2]?.lower
  if (unit === undefined || at + 2 >= to) return undefined
  if (turn === 'ago') return relative(at + 3, ({ published }) => moved(published, unit, -count))
  if (turn === 'later' || turn === 'earlier') {
    const sign = turn === 'later' ? 1 : -1
    return relative(at + 3, ({ last }) => moved(last, unit, sign * count))
  }
  return undefined
}

const STEPPING = new WordSet('day next following previous same days week weeks month months year years'.split(' '))

/** "the day after", "the next day", "a day earlier", "the same day": counted from the day told last. */
function after(tokens: readonly Token[], at: number, to: number): Made | undefined {
  if (!STEPPING.has(tokens[at + 1])) return undefined
  const words = [1, 2].map((step) => (at + step < to ? (tokens[at + step]?.lower ?? '') : ''))
  const phrase = words.join(' ')
  const step =
    phrase === 'day after' || phrase === 'next day' || phrase === 'following day' || phrase === 'day later'
      ? 1
      : phrase === 'day before' || phrase === 'previous day' || phrase === 'day earlier'
        ? -1
        : phrase === 'same day'
          ? 0
          : undefined
  if (step === undefined) {
    const unit = UNIT.exec(words[0] ?? '')?.[1]
    const back = words[1] === 'ago' && unit !== undefined && tokens[at]?.lower === 'a'
    return back ? relative(at + 3, ({ published }) => moved(published, unit, -1)) : undefined
  }
  return relative(at + 3, ({ last }) => fullDay(last, step))
}

/** A number that is a day before a month ("5 July"), a year after "in", or an ISO date. */
function numberAt(tokens: readonly Token[], at: number, to: number): Made | undefined {
  const text = tokens[at]?.lower ?? ''
  const next = tokens[at + 1]
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)
  if (day !== null && next !== undefined && at + 1 < to && next.capital) {
    const month = monthNamed(next.lower)
    const number = Number(day[1])
    if (month >= 0 && number >= 1 && number <= 31) return monthAt(tokens, at + 1, to, month, number)
  }
  if (day !== null && next?.lower !== undefined && UNIT.test(next.lower)) return ago(tokens, at, to, Number(day[1]))
  if (/^(?:19|20)\d\d$/.test(text)) {
    const before = tokens[at - 1]?.lower
    const after = tokens[at + 1]
    const alone = after === undefined || at + 1 >= to || after.kind !== 'word' || YEAR_ENDS.has(after)
    const resolution =
      before !== undefined && /^(?:resolution|resolutions|and|no|unscr|number|numbered|nos)$/.test(before)
    return resolution || (!alone && before !== 'in') || before === '(' || before === '/'
      ? undefined
      : fixed(at + 1, text)
  }
  return undefined
}

const YEAR_ENDS = new WordSet(['and', 'but', 'when', 'after', 'before', 'to', 'with', 'that', 'which', 'the', 'by', 'on', 'over', 'for', 'under', 'at', 'in', 'as', 'while', 'because', 'a', 'its', 'it', 'following', 'against', 'from', 'had', 'was', 'were', 'has', 'is', 'said', 'who', 'between', 'or', 'would', 'will']) // biome-ignore format: a list

/** A month with its day and year, as far as they are told. */
function monthAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  month: number,
  before: number | undefined,
): Made | undefined {
  let end = at + 1
  if (tokens[end]?.key === '.' && tokens[end]?.gap === 0 && (tokens[at]?.lower.length ?? 9) < 5) end++
  let day = before
  if (day === undefined && end < to) {
    const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(tokens[end]?.lower ?? '')
    if (match !== null && Number(match[1]) >= 1 && Number(match[1]) <= 31) {
      day = Number(match[1])
      end++
    }
  }
  const comma = tokens[end]?.key === ',' ? 1 : 0
  const year = end + comma < to ? /^(?:19|20)\d\d$/.exec(tokens[end + comma]?.lower ?? '')?.[0] : undefined
  if (year !== undefined) {
    const date =
      day === undefined ? `${year}-${String(month + 1).padStart(2, '0')}` : civilDate(Number(year), month + 1, day)
    return isVagueDate(date) ? fixed(end + comma + 1, date) : undefined
  }
  const plain = tokens[at]?.lower
  if (day === undefined && plain !== undefined && (plain.length < 4 || plain === 'march' || plain === 'may')) {
    const preposition = tokens[at - 1]?.lower
    if (
      preposition !== 'in' &&
      preposition !== 'since' &&
      preposition !== 'of' &&
      preposition !== 'early' &&
      preposition !== 'late'
    )
      return undefined
  }
  return relative(end, ({ published }, ahead) => nearMonth(published, month, day, ahead))
}

function fixed(to: number, date: VagueDate): Made {
  return { to, relative: false, resolve: () => date }
}

function relative(to: number, resolve: DateWords['resolve']): Made {
  return { to, relative: true, resolve }
}
