import { addDays, type CivilDate, type Period } from '../dates.js'
import type { Unit } from '../quantities.js'
import { added, amountIn, type Band, bandText, rounded, scaled } from './ceiling-bands.js'
import { type Ceiling, type CeilingReport, ceilingPeriod } from './ceilings.js'

/** How much had been used at the end of one report. */
export interface RunningTotal {
  readonly until: CivilDate
  readonly report: string
  readonly total: Band
  /** Of the limb, in percent; absent where the ceiling is each state's own. */
  readonly percent?: Band
}

/** A step of the ceiling and the last day of the report with which it was reached. */
export interface Step {
  readonly percent: number
  readonly reported?: CivilDate
  /** With the lowest factor of the band, which reaches it last, and with the highest. */
  readonly low?: CivilDate
  readonly high?: CivilDate
}

/** What one source's reports make of one limb of the ceiling. */
export interface LimbShare {
  readonly unit: Unit
  readonly limit?: number
  readonly running: readonly RunningTotal[]
  readonly steps: readonly Step[]
}

/** One source's reports for one period. */
export interface SourceShare {
  /** `committee`, `panel`, `states` (what the states report, taken together), or the source's own name. */
  readonly source: string
  readonly counted: readonly CeilingReport[]
  /** Reports that are not counted, and why. */
  readonly left: readonly { readonly report: CeilingReport; readonly why: string }[]
  readonly limbs: readonly LimbShare[]
}

/** The share of a ceiling that was used in one period, by source, the Committee first. */
export interface CeilingShare {
  readonly ceiling: string
  readonly regime: string
  readonly citation: string
  readonly period: Required<Period>
  /** The band of factors (barrels for each tonne) that `low` and `high` are made with. */
  readonly factors?: { readonly from: number; readonly to: number; readonly source: string }
  readonly sources: readonly SourceShare[]
  /** Sources whose bands for the same limb stand apart. */
  readonly disagreements: readonly string[]
}

/**
 * The running share for each period of the ceiling that has reports; with `on`, only that day's period, and of it what
 * ended by that day. Of one source's reports on the same days the latest counts; one for many days takes in those
 * for fewer; days that two reports share in part are counted once, for the one that began first. Pure arithmetic.
 */
export function ceilingShares(ceiling: Ceiling, reports: readonly CeilingReport[], on?: CivilDate): CeilingShare[] {
  const own = reports.filter((report) => report.ceiling === ceiling.measure.id && (on === undefined || report.to <= on))
  const wanted = on === undefined ? undefined : ceilingPeriod(ceiling, on)
  if (on !== undefined && wanted === undefined) return []
  const periods = new Map<CivilDate, Required<Period>>()
  for (const report of own) {
    const period = ceilingPeriod(ceiling, report.from)
    if (period !== undefined && (wanted === undefined || wanted.from === period.from)) periods.set(period.from, period)
  }
  return [...periods.values()]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((period) =>
      shareIn(
        ceiling,
        period,
        own.filter((one) => one.from >= period.from && one.to <= period.to),
      ),
    )
}

function shareIn(ceiling: Ceiling, period: Required<Period>, reports: readonly CeilingReport[]): CeilingShare {
  const names = [...new Set(reports.map(({ source }) => groupOf(source)))].sort(inOrder)
  const sources = names.map((source) =>
    sourceShare(
      ceiling,
      source,
      reports.filter((report) => groupOf(report.source) === source),
    ),
  )
  return {
    ceiling: ceiling.measure.id,
    regime: ceiling.regime,
    citation: ceiling.measure.citation,
    period,
    ...(ceiling.conversions !== undefined && { factors: ceiling.conversions.band }),
    sources,
    disagreements: disagreements(sources),
  }
}

/** What states report of themselves is added up; every other source stands alone. */
function groupOf(source: string): string {
  return /^[A-Z]{3}$/.test(source) ? 'states' : source
}

const FIRST = ['committee', 'panel', 'states']

function inOrder(a: string, b: string): number {
  const [placeA, placeB] = [a, b].map((name) => (FIRST.indexOf(name) + FIRST.length + 1) % (FIRST.length + 1))
  return (placeA ?? 0) - (placeB ?? 0) || (a < b ? -1 : 1)
}

function sourceShare(ceiling: Ceiling, source: string, reports: readonly CeilingReport[]): SourceShare {
  const counted: CeilingReport[] = []
  const left: { report: CeilingReport; why: string }[] = []
  // Money is counted beside weight, and each state beside the others.
  const kinds = new Map<string, CeilingReport[]>()
  for (const report of reports) {
    const kind = `${report.source} ${report.unit === 'usd'}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), report])
  }
  for (const own of kinds.values()) {
    const chosen = chooseCounted(own)
    counted.push(...chosen.counted)
    left.push(...chosen.left)
  }
  counted.sort((a, b) => (a.to === b.to ? (a.id < b.id ? -1 : 1) : a.to < b.to ? -1 : 1))
  left.sort((a, b) => (a.report.id < b.report.id ? -1 : 1))
  const limbs = ceiling.measure.cap.limbs ?? ownUnits(counted).map((unit) => ({ unit, value: undefined }))
  return { source, counted, left, limbs: limbs.map(({ unit, value }) => limbShare(ceiling, unit, value, counted)) }
}

function ownUnits(reports: readonly CeilingReport[]): Unit[] {
  return [...new Set(reports.map(({ unit }) => (unit === 'kg' ? 't' : unit) as Unit))]
}

/** The reports come in the order in which they became known. */
function chooseCounted(reports: readonly CeilingReport[]): Pick<SourceShare, 'counted' | 'left'> {
  const left: { report: CeilingReport; why: string }[] = []
  const latest = new Map<string, CeilingReport>()
  for (const report of reports) {
    const key = `${report.from} ${report.to}`
    const before = latest.get(key)
    if (before !== undefined) left.push({ report: before, why: 'a later report of the same days takes its place' })
    latest.set(key, report)
  }
  // The widest of those that begin on a day comes first.
  const ordered = [...latest.values()].sort((a, b) =>
    a.from === b.from ? (a.to < b.to ? 1 : -1) : a.from < b.from ? -1 : 1,
  )
  const counted: CeilingReport[] = []
  let until = ''
  for (const report of ordered) {
    if (report.from > until) {
      counted.push(report)
      until = report.to
    } else if (report.to <= until) left.push({ report, why: 'a report of more days takes it in' })
    else
      left.push({
        report,
        why: `it shares days with a report that goes to ${until}; report ${addDays(until, 1)} to ${report.to} alone`,
      })
  }
  return { counted, left }
}

function limbShare(
  ceiling: Ceiling,
  unit: Unit,
  limit: number | undefined,
  counted: readonly CeilingReport[],
): LimbShare {
  const running: RunningTotal[] = []
  let total: Band = { reported: 0, low: 0, high: 0 }
  for (const report of counted) {
    const amount = amountIn(unit, report, ceiling)
    if (amount === undefined) continue
    total = added(total, amount)
    running.push({
      until: report.to,
      report: report.id,
      total: rounded(total),
      ...(limit !== undefined && { percent: rounded(scaled(total, 100 / limit)) }),
    })
  }
  return { unit, ...(limit !== undefined && { limit }), running, steps: stepsOf(ceiling, running, limit) }
}

function stepsOf(ceiling: Ceiling, running: readonly RunningTotal[], limit: number | undefined): Step[] {
  if (limit === undefined) return []
  return [...new Set([...(ceiling.measure.cap.notices ?? []), 100])].map((percent) => {
    const reached = (key: keyof Band) =>
      running.find((point) => (point.percent?.[key] ?? Number.NEGATIVE_INFINITY) >= percent)?.until
    const [reported, low, high] = [reached('reported'), reached('low'), reached('high')]
    return {
      percent,
      ...(reported !== undefined && { reported }),
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
    }
  })
}

/**
 * Two sources disagree where their totals for the same limb and up to the same day stand apart, whatever the factor. What
 * states report is no more than a part of the whole, so it disagrees only where it is more.
 */
function disagreements(sources: readonly SourceShare[]): string[] {
  const told: string[] = []
  sources.forEach((one, place) => {
    for (const other of sources.slice(place + 1)) {
      for (const limb of one.limbs) {
        const twin = other.limbs.find(({ unit }) => unit === limb.unit)
        const day = limb.running.findLast(({ until }) => twin?.running.some((point) => point.until === until))?.until
        const [a, b] = [limb, twin].map((each) => each?.running.findLast(({ until }) => until === day)?.total)
        if (day === undefined || a === undefined || b === undefined) continue
        const isLess = a.high < b.low && one.source !== 'states'
        const isMore = b.high < a.low && other.source !== 'states'
        if (isLess || isMore)
          told.push(
            `up to ${day} ${one.source} has ${bandText(a, limb.unit)}, ${other.source} ${bandText(b, limb.unit)}`,
          )
      }
    }
  })
  return told
}
