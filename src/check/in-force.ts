import { type CivilDate, isWithin } from '../dates.js'
import type { LawExemption, LawMeasure, RegimeLaw } from '../law/index.js'

/** The two clocks of a check: the day of the act, and the day up to which the record had learned. */
export interface Clocks {
  readonly on: CivilDate
  readonly known?: CivilDate | undefined
}

const byAct = new WeakMap<RegimeLaw, Map<string, LawMeasure[]>>()

/** Measures of the regime that reach one of the acts, whatever the day. */
export function measuresFor(regime: RegimeLaw, acts: readonly string[]): LawMeasure[] {
  const index = indexOf(regime)
  if (acts.length === 1) return index.get(acts[0] ?? '') ?? []
  const found = new Set<LawMeasure>()
  for (const act of acts) for (const measure of index.get(act) ?? []) found.add(measure)
  return [...found]
}

function indexOf(regime: RegimeLaw): Map<string, LawMeasure[]> {
  const known = byAct.get(regime)
  if (known !== undefined) return known
  const index = new Map<string, LawMeasure[]>()
  for (const measure of regime.measures) {
    for (const act of measure.acts) index.set(act, [...(index.get(act) ?? []), measure])
  }
  byAct.set(regime, index)
  return index
}

/** Whether a measure applied on the day, as far as was known: what was adopted later neither made nor ended it. */
export function applies(measure: LawMeasure, { on, known }: Clocks): boolean {
  if (known === undefined || known >= on) return measure.periods.some((period) => isWithin(on, period))
  if (measure.adopted > known) return false
  const isEndUnknown = measure.endedBy.some((end) => end.from > known)
  return measure.periods.some((period) => isWithin(on, period) || (isEndUnknown && on >= period.from))
}

export function isOpen(exemption: LawExemption, { on, known }: Clocks): boolean {
  const from = exemption.periods[0]?.from
  if (known !== undefined && from !== undefined && from > known) return false
  return exemption.periods.some((period) => isWithin(on, period))
}
