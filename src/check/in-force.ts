import { type CivilDate, isWithin } from '../dates.js'
import type { LawExemption, LawMeasure, RegimeLaw } from '../law/index.js'

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

export function applies(measure: LawMeasure, on: CivilDate): boolean {
  return measure.periods.some((period) => isWithin(on, period))
}

export function isOpen(exemption: LawExemption, on: CivilDate): boolean {
  return exemption.periods.some((period) => isWithin(on, period))
}
