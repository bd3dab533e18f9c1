import { tallyFlags, tieMeasures } from '../penholder.js'
import { answer, type Flag } from '../read/index.js'
import type { StoredReading } from '../record/index.js'

/** A flag of reading, or of holding what was read against the record of votes and the law. */
export interface AnyFlag extends Omit<Flag, 'kind'> {
  readonly kind: Flag['kind'] | 'wrong-tally' | 'wrong-measure'
}

/** Everything doubtful in readings: among themselves, against the Charter, against votes on record, against the law. */
export function flagsOf(stored: readonly StoredReading[]): AnyFlag[] {
  const told = stored.filter(({ article }) => article.sameAs === undefined)
  const [readings, articles] = [told.map(({ reading }) => reading), told.map(({ article }) => article)]
  const texts = new Map(articles.map(({ id, text }) => [id, text]))
  const quoteOf = (article: string, quote: Flag['quotes'][number]['quote']) => ({
    article,
    line: lineAt(texts.get(article) ?? '', quote.start),
    quote,
  })
  return [
    ...answer(readings, articles).flags,
    ...tallyFlags(articles, readings).map(({ article, quote, what }) => ({
      kind: 'wrong-tally' as const,
      what,
      quotes: [quoteOf(article, quote)],
    })),
    ...tieMeasures(readings).flatMap(({ article, quote, wrong }) =>
      wrong === undefined ? [] : [{ kind: 'wrong-measure' as const, what: wrong, quotes: [quoteOf(article, quote)] }],
    ),
  ]
}

/** The line, from 1, on which an offset lies. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
