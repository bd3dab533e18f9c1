import { type Article, nearDuplicates } from '../articles/index.js'
import { spanOf, type VagueDate } from '../dates.js'
import type { Claim } from './claim.js'
import type { Reading } from './reading.js'

/** A claim with where its words stand and when its article appeared. */
export interface Cited<C extends Claim = Claim> {
  readonly claim: C
  /** Line of the article's text in which the quote begins, from 1. */
  readonly line: number
  /** Day of the article, where it is known. */
  readonly published?: VagueDate
}

/** A reading with its article. */
export interface Read {
  readonly reading: Reading
  readonly article: Article
  /** The article that this one repeats: the same report in another outlet or file. */
  readonly sameAs?: string
}

/** Readings with their articles, in order of publication (undated last, else as given); repeats are marked. */
export function inOrder(readings: readonly Reading[], articles: readonly Article[]): Read[] {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const read = readings.flatMap((reading): Read[] => {
    const article = byId.get(reading.article)
    return article === undefined ? [] : [{ reading, article }]
  })
  read.sort((a, b) => compareDates(a.reading.published, b.reading.published))
  const original = new Map(
    nearDuplicates(read.map((each) => each.article)).flatMap(([first = '', ...more]) =>
      more.map((id) => [id, first] as const),
    ),
  )
  return read.map((each) => {
    const sameAs = original.get(each.article.id)
    return sameAs === undefined ? each : { ...each, sameAs }
  })
}

/** Every claim of a reading with its line. */
export function citedClaims({ reading, article }: Read): Cited[] {
  const starts = lineStarts(article.text)
  const published = reading.published === undefined ? {} : { published: reading.published }
  return reading.claims.map((claim) => ({ claim, line: lineAt(starts, claim.quote.start), ...published }))
}

/** When the thing is so: the claim's own date, else the day of its article. */
export function timeOf({ claim, published }: Cited): VagueDate | undefined {
  return claim.date ?? published
}

/** By first possible day; what has no date comes last. */
export function compareDates(a: VagueDate | undefined, b: VagueDate | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1
  const [from, other] = [spanOf(a).from, spanOf(b).from]
  return from < other ? -1 : from > other ? 1 : 0
}

export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The line (from 1) that holds an offset. */
export function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}

/** Items by key, keys and items in the order of their first coming. (`Map.groupBy` needs Node 21.) */
export function grouped<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const own = key(item)
    const group = groups.get(own)
    if (group === undefined) groups.set(own, [item])
    else group.push(item)
  }
  return groups
}
