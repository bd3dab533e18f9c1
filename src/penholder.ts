import type { Article } from './articles/index.js'
import {
  type Count,
  type CountOptions,
  countClaims,
  KNOWN_DAYS,
  type TextQuery,
  wrongTallies,
} from './council/index.js'
import { type CivilDate, spanOf } from './dates.js'
import type { Quote } from './quotes.js'
import type { Answer, Reading } from './read/index.js'
import { printState } from './states.js'

/** Options of a count over readings. */
export interface ReadingsCountOptions extends Omit<CountOptions, 'on' | 'articles'> {
  /** The day of the count; that of the latest reading counted where it is left out. */
  readonly on?: CivilDate
  /** The state concerned; the one that the latest reading is chiefly about where it is left out. */
  readonly target?: string
}

/**
 * Counts the positions that readings tell on the text at issue. Readings about another state are left out, and the notes
 * say so. Undefined where no day is given and no reading is dated: who sits in the Council can’t be told then.
 * Throws as `countClaims` does.
 */
export function countReadings(
  readings: readonly Reading[],
  options: ReadingsCountOptions,
  query?: TextQuery,
): Count | undefined {
  const target = options.target ?? latest(readings, options.on)?.target
  const own = readings.filter(
    (reading) => target === undefined || reading.target === undefined || reading.target === target,
  )
  const on = options.on ?? lastDay(own)
  if (on === undefined) return undefined
  const articles = own.map(({ article, published, target: about }) => ({
    id: article,
    ...(published && { published }),
    ...(about && { target: about }),
  }))
  const count = countClaims(
    own.flatMap((reading) => reading.claims),
    { ...options, on, articles },
    query,
  )
  const left = [...new Set(readings.filter((reading) => !own.includes(reading)).map((reading) => reading.target ?? ''))]
  if (left.length === 0) return count
  const note = `Articles about ${left.sort().map(printState).join(', ')} are left out; this count is about ${printState(target ?? '')}.`
  return { ...count, notes: [...count.notes, note] }
}

/** The reading published last, by `on` where it is given; the first of several on one day. */
function latest(readings: readonly Reading[], on: CivilDate | undefined): Reading | undefined {
  let found: Reading | undefined
  for (const reading of readings) {
    if (reading.target === undefined) continue
    const day = dayOf(reading)
    if (on !== undefined && day > on) continue
    if (found === undefined || day > dayOf(found)) found = reading
  }
  return found
}

function dayOf({ published }: Reading): CivilDate {
  return published === undefined ? '' : spanOf(published).from
}

/** Last day that a reading can be of. */
export function lastDay(readings: readonly Reading[]): CivilDate | undefined {
  return readings
    .flatMap(({ published }) => (published === undefined ? [] : [spanOf(published).to]))
    .sort()
    .at(-1)
}

/**
 * For each matter of an answer, in its order: the count of the text at issue on the last day of its articles, as a
 * substantive matter. Undefined where no text is spoken of or no article is dated.
 */
export function countMatters(answer: Answer, readings: readonly Reading[]): (Count | undefined)[] {
  return answer.matters.map(({ articles, target }) => {
    const own = readings.filter((reading) => articles.includes(reading.article))
    const on = lastDay(own)
    if (on === undefined || on < KNOWN_DAYS.from || on > KNOWN_DAYS.to) return undefined
    const count = countReadings(own, { on, matter: 'substantive', ...(target !== undefined && { target }) })
    return count === undefined || count.text.status === 'none' ? undefined : count
  })
}

/** A statement of an article about a vote that the Charter or the record contradicts. */
export interface TallyFlag {
  readonly article: string
  readonly quote: Quote
  readonly what: string
}

/** Tallies in articles that can’t be: too few votes for an adoption, more votes than members, other numbers than the record’s. */
export function tallyFlags(articles: readonly Article[], readings: readonly Reading[]): TallyFlag[] {
  return articles.flatMap((article) => {
    const published = article.published ?? readings.find((reading) => reading.article === article.id)?.published
    const on = published === undefined ? undefined : spanOf(published).to
    return wrongTallies(article.text, on).map((flag) => ({ article: article.id, ...flag }))
  })
}
