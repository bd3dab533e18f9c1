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
import { type LawMeasure, law, measuresSpokenOf, measuresSpokenOfOn, type RegimeLaw } from './law/index.js'
import { parseQuantity, printQuantity, type Quantity } from './quantities.js'
import type { Quote } from './quotes.js'
import type { Answer, MeasureClaim, Reading } from './read/index.js'
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

/** A measure that an article speaks of, tied to the paragraphs that hold it. */
export interface TiedMeasure {
  readonly regime: string
  /** Paragraphs in force on the day, or those of the text that the article names; the latest first. */
  readonly paragraphs: readonly string[]
  /** Said where the text that the article names holds no such measure, although others do. */
  readonly wrong?: string
}

/**
 * Ties a measure of the Council that an article mentions to the paragraphs in force on the day (the claim's own, or else
 * the article's). Undefined where the measure is not the Council's, no regime of the data is meant, or no word fits.
 */
export function tieMeasure(claim: MeasureClaim, published?: string): TiedMeasure | undefined {
  if (claim.by !== 'UNSC') return undefined
  const day = claim.date ?? published
  if (day === undefined) return undefined
  const regime = law.regimes.find((one) => one.regime.target === claim.against)
  if (regime === undefined) return undefined
  const on = spanOf(day).to
  const meant = claim.types.flatMap((type) => measuresSpokenOf(regime, type))
  if (meant.length === 0) return undefined
  const instrument = instrumentOf(regime, claim.instrument)
  const own = meant.filter((measure) => measure.symbol === instrument)
  const inForce = claim.types.flatMap((type) => measuresSpokenOfOn(regime, type, on))
  const shown = [...new Set([...(own.length > 0 ? own : inForce)])].sort((a, b) => (a.adopted < b.adopted ? 1 : -1))
  const paragraphs = [...new Set(shown.map((measure) => measure.citation))]
  if (paragraphs.length === 0 && instrument === undefined) return undefined
  const strangers = claim.types.filter((type) => {
    const measures = measuresSpokenOf(regime, type)
    return measures.length > 0 && !measures.some((measure) => measure.symbol === instrument)
  })
  const holders = new Set(strangers.flatMap((type) => measuresSpokenOfOn(regime, type, on)).map((one) => one.citation))
  const wrong = [
    ...(instrument !== undefined && strangers.length > 0
      ? [
          `${instrument} has no measure on ${strangers.join(', ')}${holders.size > 0 ? `; see ${[...holders].join(', ')}` : ''}`,
        ]
      : []),
    ...otherFigure(claim.quantity, shown),
  ].join('. ')
  return { regime: regime.regime.id, paragraphs, ...(wrong !== '' && { wrong }) }
}

/** Said where an article's figure is none of the ceilings that these measures set in its unit. */
function otherFigure(told: string | undefined, measures: readonly LawMeasure[]): string[] {
  if (told === undefined) return []
  let figure: Quantity
  try {
    figure = parseQuantity(told.replace(/\b(?:per|a|each)\b.*$/i, ''))
  } catch {
    return []
  }
  const limbs = measures.flatMap((measure) => (measure.cap?.limbs ?? []).map((limb) => ({ ...limb, measure })))
  const same = limbs.filter((limb) => limb.unit === figure.unit)
  if (same.length === 0 || same.some((limb) => limb.value === figure.value)) return []
  const set = same.map((limb) => `${printQuantity(limb)} (${limb.measure.citation})`)
  return [`${printQuantity(figure)} is not the ceiling of that day, which is ${set.join(' or ')}`]
}

function instrumentOf(regime: RegimeLaw, named: string | undefined): string | undefined {
  const number = named === undefined ? undefined : /\b(\d{3,4})\b/.exec(named)?.[1]
  return number === undefined
    ? undefined
    : regime.instruments.find((one) => one.symbol.startsWith(`S/RES/${number} `))?.symbol
}

/** A tied measure with the words that speak of it. */
export interface ToldMeasure extends TiedMeasure {
  readonly article: string
  readonly quote: Quote
}

/** Every measure of the Council that the readings mention and that the law can be asked for. */
export function tieMeasures(readings: readonly Reading[]): ToldMeasure[] {
  return readings.flatMap(({ article, published, claims }) =>
    claims.flatMap((claim) => {
      if (claim.kind !== 'measure') return []
      const tied = tieMeasure(claim, published)
      return tied === undefined ? [] : [{ article, quote: claim.quote, ...tied }]
    }),
  )
}
