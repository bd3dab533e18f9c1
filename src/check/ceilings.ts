import { addDays, addMonths, type CivilDate, type Period } from '../dates.js'
import { PenholderError } from '../errors.js'
import type { GoodsGroup, Law, LawMeasure } from '../law/index.js'
import { law as shipped } from '../law/index.js'
import { isUnit, type Unit } from '../quantities.js'

/** A measure with a ceiling, and the goods that it counts. */
export interface Ceiling {
  readonly measure: LawMeasure & { readonly cap: NonNullable<LawMeasure['cap']> }
  readonly regime: string
  /** How barrels and tonnes of the goods are held against each other, where they can be. */
  readonly conversions?: NonNullable<GoodsGroup['conversions']>
}

/** Every measure of the law that sets a ceiling. */
export function ceilings(law: Law = shipped): Ceiling[] {
  return law.regimes.flatMap(({ regime, measures }) =>
    measures.flatMap((measure) => {
      if (measure.cap === undefined) return []
      const groups = law.goods.groups.filter(({ id }) => measure.goods?.includes(id))
      const conversions = groups.find((group) => group.conversions !== undefined)?.conversions
      return [{ measure, regime: regime.id, ...(conversions !== undefined && { conversions }) } as Ceiling]
    }),
  )
}

/** The ceiling of a measure by its id, such as `2397-5`; throws `not-found` and names those there are. */
export function ceilingFor(id: string, law: Law = shipped): Ceiling {
  const all = ceilings(law)
  const found = all.find(({ measure }) => measure.id === id.trim())
  if (found !== undefined) return found
  throw new PenholderError({
    code: 'not-found',
    what: `"${id}" is no ceiling of the data`,
    expected: `one of ${all.map(({ measure }) => measure.id).join(', ')}`,
  })
}

/**
 * The ceiling's period that a day lies in: a calendar year, twelve months from its first day, or the measure's own days;
 * undefined before the first one, and for days on which the measure had gone.
 */
export function ceilingPeriod({ measure }: Ceiling, day: CivilDate): Required<Period> | undefined {
  const [first] = measure.periods
  const last = measure.periods.at(-1)
  const starts = measure.cap.starts ?? first?.from
  if (starts === undefined || last === undefined || day < starts) return undefined
  if (measure.cap.period === 'term' || measure.cap.period === 'standing')
    return last.to === undefined || day <= last.to ? { from: starts, to: last.to ?? '9999-12-31' } : undefined
  const years = Number(day.slice(0, 4)) - Number(starts.slice(0, 4))
  const from = measure.cap.period === 'calendar-year' ? `${day.slice(0, 4)}-01-01` : latestStart(starts, day, years)
  const period = { from, to: addDays(addMonths(from, 12), -1) }
  return last.to === undefined || period.from <= last.to ? period : undefined
}

function latestStart(starts: CivilDate, day: CivilDate, years: number): CivilDate {
  const thisYear = addMonths(starts, 12 * years)
  return thisYear <= day ? thisYear : addMonths(starts, 12 * (years - 1))
}

/** A quantity that somebody reported under a ceiling. */
export interface CeilingReport {
  readonly id: string
  /** The measure's id. */
  readonly ceiling: string
  /** First and last day that the quantity covers. */
  readonly from: CivilDate
  readonly to: CivilDate
  /** `committee`, `panel`, a state's code, `article:<id>`, or another name. */
  readonly source: string
  readonly value: number
  readonly unit: string
  /** Barrels for each tonne, where the source itself converted or says how. */
  readonly factor?: number
  readonly cited: string
  readonly note?: string
}

/**
 * Judges a report before it is kept. Throws `bad-input`: a quantity below zero, a unit that the ceiling does not count
 * and that nothing converts, days out of order or in two periods of the ceiling, a factor that is no factor.
 */
export function judgeReport(report: Omit<CeilingReport, 'id'>, ceiling: Ceiling): void {
  const wrong = (path: string, what: string, expected: string) =>
    new PenholderError({ code: 'bad-input', what, place: { path }, expected })
  if (!Number.isFinite(report.value) || report.value < 0)
    throw wrong('quantity', `${report.value} is no quantity`, 'a number from 0 up')
  const units = unitsOf(ceiling)
  if (!isUnit(report.unit) || !units.includes(report.unit))
    throw wrong('quantity', `${ceiling.measure.id} does not count ${report.unit}`, units.join(', '))
  if (report.factor !== undefined && !(report.factor > 0 && Number.isFinite(report.factor)))
    throw wrong('factor', `${report.factor} is no factor`, 'barrels for each tonne, such as 8.33')
  if (report.factor !== undefined && report.unit !== 't' && report.unit !== 'kg' && report.unit !== 'bbl')
    throw wrong('factor', `nothing converts ${report.unit}`, 'no factor')
  if (report.from > report.to) throw wrong('period', `${report.from} is after ${report.to}`, 'FROM..TO in order')
  const period = ceilingPeriod(ceiling, report.from)
  if (period === undefined || report.to > period.to)
    throw wrong(
      'period',
      `${report.from} to ${report.to} fits no period of ${ceiling.measure.id}`,
      periodsTold(ceiling),
    )
}

/** Units that a report under the ceiling can have: those of its limbs, and what converts into them. */
export function unitsOf({ measure: { cap }, conversions }: Ceiling): Unit[] {
  const own = cap.limbs?.map(({ unit }) => unit) ?? (cap.unit === undefined ? (['t', 'bbl'] as const) : [cap.unit])
  const units = new Set<Unit>(own)
  if (conversions !== undefined && (units.has('t') || units.has('bbl'))) units.add('t').add('bbl')
  if (units.has('t')) units.add('kg')
  return [...units]
}

function periodsTold(ceiling: Ceiling): string {
  const { measure } = ceiling
  const starts = measure.cap.starts ?? measure.periods[0]?.from ?? ''
  const first = ceilingPeriod(ceiling, starts)
  const told = first === undefined ? starts : `${first.from} to ${first.to}`
  const yearly = {
    'calendar-year': ', and calendar years after it',
    'twelve-months': ', and twelve months each after it',
  }
  return `days of one period: ${told}${yearly[measure.cap.period as keyof typeof yearly] ?? ''}`
}
