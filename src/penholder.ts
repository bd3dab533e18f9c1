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

/** Options of a count over readings; `on` is the day of the latest reading where it is left out. */
export type ReadingsCountOptions = Omit<CountOptions, 'on' | 'articles'> & { readonly on?: CivilDate }

/**
 * Counts the positions that readings tell on the text at issue. Undefined where no day is given and no reading is dated:
 * who sits in the Council can’t be told then. Throws as `countClaims` does.
 */
export function countReadings(
  readings: readonly Reading[],
  options: ReadingsCountOptions,
  query?: TextQuery,
): Count | undefined {
  const on = options.on ?? lastDay(readings)
  if (on === undefined) return undefined
  const articles = readings.map(({ article, published }) => ({ id: article, ...(published && { published }) }))
  const claims = readings.flatMap((reading) => reading.claims)
  return countClaims(claims, { ...options, on, articles }, query)
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
  return answer.matters.map(({ articles }) => {
    const own = readings.filter((reading) => articles.includes(reading.article))
    const on = lastDay(own)
    if (on === undefined || on < KNOWN_DAYS.from || on > KNOWN_DAYS.to) return undefined
    const count = countReadings(own, { on, matter: 'substantive' })
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
