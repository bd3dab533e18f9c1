import type { CivilDate } from '../dates.js'
import { isWithin } from '../dates.js'
import { type Law, type LawMeasure, lawDiff, measuresInForce, type RegimeLaw } from '../law/index.js'
import { tieMeasure } from '../penholder.js'
import type { MeasureClaim } from '../read/index.js'
import type { Brief, Change, LawLine } from './brief.js'
import type { Gathered } from './gather.js'

/** The regime of a matter: the one named, else the one whose target is the matter’s; undefined where none is encoded. */
export function regimeOf(law: Law, matter: Brief['matter']): RegimeLaw | undefined {
  return law.regimes.find(({ regime }) =>
    matter.regime === undefined ? regime.target === matter.target : regime.id === matter.regime,
  )
}

/** The measures in force on the day, with the words of the articles that speak of them. */
export function inForceLines(regime: RegimeLaw, claims: readonly MeasureClaim[], gathered: Gathered): LawLine[] {
  const published = new Map(gathered.articles.map((article) => [article.id, article.published]))
  const told = claims.map((claim) => ({ claim, tied: tieMeasure(claim, published.get(claim.article)) }))
  return measuresInForce(regime, gathered.on).map((measure) => ({
    citation: measure.citation,
    force: measure.force,
    says: measure.says,
    since: sinceOf(measure, gathered.on),
    words: told
      .filter(({ tied }) => tied?.regime === regime.regime.id && tied.paragraphs.includes(measure.citation))
      .slice(0, 1)
      .map(({ claim }) => gathered.wordsOf(claim)),
  }))
}

function sinceOf(measure: LawMeasure, on: CivilDate): CivilDate {
  return measure.periods.find((period) => isWithin(on, period))?.from ?? measure.adopted
}

const WORDS = {
  began: 'begins',
  ended: 'ends',
  amended: 'is amended',
  'exemption-opened': 'gains an exemption',
  'exemption-closed': 'loses an exemption',
} as const

export function lawChanges(regime: RegimeLaw, since: CivilDate, on: CivilDate): Change[] {
  return lawDiff(regime, since, on).map(({ change, day, measure, by, exemption, gist }) => ({
    day,
    what: `${measure.citation} ${WORDS[change]}: ${exemption?.gist ?? gist ?? measure.says}`,
    words: [],
    law: [...new Set([measure.citation, by])],
  }))
}

/** The instruments that the brief cites, with where their texts are published. */
export function lawSources(regime: RegimeLaw, cited: ReadonlySet<string>): Brief['lawSources'] {
  return regime.instruments
    .filter(({ symbol }) => [...cited].some((citation) => citation.startsWith(symbol)))
    .map(({ symbol, title, adopted, sources }) => ({ symbol, title, adopted, urls: sources }))
}
