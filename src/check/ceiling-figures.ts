import type { CivilDate } from '../dates.js'
import type { LawMeasure } from '../law/index.js'
import type { Quantity } from '../quantities.js'
import { bandText } from './ceiling-bands.js'
import { ceilingShares } from './ceiling-shares.js'
import { type Ceiling, type CeilingReport, ceilings } from './ceilings.js'

/** The Committee's total for a check that states none. */
export interface CeilingFigure {
  /** The same total in each unit that the reports give it in; dollars stand beside tonnes. */
  readonly totals: readonly Quantity[]
  /** Last day that the figure covers. */
  readonly until: CivilDate
  /** Where the latest of its reports stands. */
  readonly cited: string
  /** Ids of the reports that it is made of. */
  readonly reports: readonly string[]
  /** What other sources report, one text for each. */
  readonly others: readonly string[]
}

/** The figure for a measure's ceiling on a day; undefined where there is none. */
export type CeilingFigures = (measure: LawMeasure, on: CivilDate) => CeilingFigure | undefined

/** The Committee's figures out of reports: for a day, what the reports that ended by it add up to in its period. */
export function figuresFrom(reports: readonly CeilingReport[]): CeilingFigures {
  if (reports.length === 0) return () => undefined
  const byMeasure = new Map(ceilings().map((ceiling) => [ceiling.measure.id, ceiling]))
  const known = new Map<string, CeilingFigure | undefined>()
  return (measure, on) => {
    const ceiling = byMeasure.get(measure.id)
    if (ceiling === undefined) return undefined
    const key = `${measure.id} ${on}`
    if (!known.has(key)) {
      if (known.size > 4096) known.clear()
      known.set(key, committeeFigure(ceiling, reports, on))
    }
    return known.get(key)
  }
}

function committeeFigure(
  ceiling: Ceiling,
  reports: readonly CeilingReport[],
  on: CivilDate,
): CeilingFigure | undefined {
  const [share] = ceilingShares(ceiling, reports, on)
  const own = share?.sources.find(({ source }) => source === 'committee')
  const last = own?.counted.at(-1)
  if (share === undefined || own === undefined || last === undefined) return undefined
  const others = share.sources
    .filter((each) => each !== own)
    .map(({ source, limbs }) => {
      const told = limbs.flatMap(({ unit, running }) => {
        const point = running.at(-1)
        return point === undefined ? [] : [`${bandText(point.total, unit)} until ${point.until}`]
      })
      return `${source}: ${told.join(', ')}`
    })
  return {
    totals: totalsOf(own.counted, own.limbs),
    until: last.to,
    cited: last.cited,
    reports: own.counted.map(({ id }) => id),
    others,
  }
}

type Limbs = ReturnType<typeof ceilingShares>[number]['sources'][number]['limbs']

/** In the limbs' units where the source gives them or a factor; else in its own unit, so that the goods' range converts it. */
function totalsOf(counted: readonly CeilingReport[], limbs: Limbs): Quantity[] {
  const told = limbs.flatMap(({ unit, running }): Quantity[] => {
    const reported = running.at(-1)?.total.reported
    return reported === undefined ? [] : [{ value: reported, unit }]
  })
  const tonnes = counted.map(({ value, unit }) => (unit === 't' ? value : unit === 'kg' ? value / 1000 : undefined))
  if (told.length > 0 || tonnes.includes(undefined)) return told
  return [{ value: tonnes.reduce<number>((sum, value) => sum + (value ?? 0), 0), unit: 't' }]
}
