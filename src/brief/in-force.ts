import type { CivilDate } from '../dates.js'
import { isWithin } from '../dates.js'
import {
  type Law,
  type LawMeasure,
  lawAsKnown,
  lawDiff,
  type MeasureInForce,
  measuresInForce,
  type RegimeLaw,
  regimeAbout,
} from '../law/index.js'
import { tieMeasure } from '../penholder.js'
import type { MeasureClaim } from '../read/index.js'
import type { Brief, Change, LawLine } from './brief.js'
import type { Gathered } from './gather.js'
import { plural } from './wording.js'

/** The regime of a matter, as it was known; undefined where none is encoded. */
export function regimeOf(law: Law, matter: Brief['matter'], known: CivilDate | undefined): RegimeLaw | undefined {
  const found = regimeAbout(matter, law)
  return found === undefined || known === undefined ? found : lawAsKnown(found, known)
}

/** The measures in force on the day by paragraph, with the words of the articles that speak of them. */
export function inForceLines(regime: RegimeLaw, claims: readonly MeasureClaim[], gathered: Gathered): LawLine[] {
  const published = new Map(gathered.articles.map((article) => [article.id, article.published]))
  const told = claims
    .filter(({ status }) => status === 'in-force')
    .map((claim) => ({ claim, tied: tieMeasure(claim, published.get(claim.article)) }))
  const byParagraph = new Map<string, MeasureInForce[]>()
  for (const measure of measuresInForce(regime, gathered.on)) {
    const key = [measure.citation, sinceOf(measure, gathered.on)].join('|')
    byParagraph.set(key, [...(byParagraph.get(key) ?? []), measure])
  }
  return [...byParagraph.values()].flatMap((measures): LawLine[] => {
    const [first] = measures
    if (first === undefined) return []
    const words = told.find(({ tied }) => tied?.regime === regime.regime.id && tied.paragraphs.includes(first.citation))
    return [
      {
        citation: first.citation,
        force: first.force,
        says: [...new Set(measures.map(({ says }) => says))],
        since: sinceOf(first, gathered.on),
        words: words === undefined ? [] : [gathered.wordsOf(words.claim)],
      },
    ]
  })
}

function sinceOf(measure: LawMeasure, on: CivilDate): CivilDate {
  return measure.periods.find((period) => isWithin(on, period))?.from ?? measure.adopted
}

const WORDS = {
  began: 'began',
  ended: 'ended',
  amended: 'were amended',
  'exemption-opened': 'gained an exemption',
  'exemption-closed': 'lost an exemption',
} as const

/** What changed in the law, a line for each day, text and kind of change, with the paragraphs. */
export function lawChanges(regime: RegimeLaw, since: CivilDate, on: CivilDate): Change[] {
  const groups = new Map<string, { day: CivilDate; by: string; change: keyof typeof WORDS; paragraphs: Set<string> }>()
  for (const { change, day, measure, by } of lawDiff(regime, since, on)) {
    const symbol = by.split(' para ')[0] ?? by
    const key = [day, symbol, change].join('|')
    const group = groups.get(key) ?? { day, by: symbol, change, paragraphs: new Set() }
    group.paragraphs.add(measure.citation)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ day, by, change, paragraphs }) => {
    const what = `law, by ${by}: measures of ${plural(paragraphs.size, 'paragraph')} ${WORDS[change]}`
    return { day, what, words: [], law: [...paragraphs] }
  })
}

/** The instruments that the brief cites, with where their texts are published. */
export function lawSources(regime: RegimeLaw, cited: ReadonlySet<string>): Brief['lawSources'] {
  return regime.instruments
    .filter(({ symbol }) => [...cited].some((citation) => citation.startsWith(symbol)))
    .map(({ symbol, title, adopted, sources }) => ({ symbol, title, adopted, urls: sources }))
}
