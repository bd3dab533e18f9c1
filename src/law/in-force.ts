import { addDays, type CivilDate, isWithin } from '../dates.js'
import type { LawExemption, LawMeasure, RegimeLaw } from './measures.js'

/** A measure on a day, with the exemptions open that day. */
export interface MeasureInForce extends LawMeasure {
  readonly open: readonly LawExemption[]
}

/**
 * Every measure of the regime that applies on the day, in the order of the texts: its paragraph, its life as periods
 * (days included), what it replaced, and what ended it later.
 */
export function measuresInForce(regime: RegimeLaw, on: CivilDate): MeasureInForce[] {
  return regime.measures
    .filter((measure) => measure.periods.some((period) => isWithin(on, period)))
    .map((measure) => ({
      ...measure,
      open: measure.exemptions.filter((exemption) => exemption.periods.some((period) => isWithin(on, period))),
    }))
}

/** What happened to one measure between two days. */
export interface LawChange {
  readonly change: 'began' | 'ended' | 'amended' | 'exemption-opened' | 'exemption-closed'
  /** First day of the new state. */
  readonly day: CivilDate
  readonly measure: LawMeasure
  /** Citation of the paragraph that did it. */
  readonly by: string
  readonly exemption?: LawExemption
  readonly gist?: string
}

/** What changed after the first day, up to and with the second, in the order of days. Throws nothing; an inverted span is empty. */
export function lawDiff(regime: RegimeLaw, from: CivilDate, to: CivilDate): LawChange[] {
  const isInside = (day: CivilDate) => day > from && day <= to
  const changes: LawChange[] = []
  for (const measure of regime.measures) {
    for (const period of measure.periods) {
      if (isInside(period.from)) changes.push({ change: 'began', day: period.from, measure, by: measure.citation })
      const end = period.to === undefined ? undefined : addDays(period.to, 1)
      if (end !== undefined && isInside(end)) {
        const ended = measure.endedBy.find((one) => one.from === end)
        changes.push({ change: 'ended', day: end, measure, by: ended?.citation ?? measure.citation })
      }
    }
    for (const amended of measure.amendedBy) {
      if (isInside(amended.from))
        changes.push({ change: 'amended', day: amended.from, measure, by: amended.citation, gist: amended.gist })
    }
    for (const exemption of measure.exemptions) changes.push(...exemptionChanges(measure, exemption, isInside))
  }
  return changes.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))
}

/** Exemptions that came or went while their measure stayed. */
function exemptionChanges(
  measure: LawMeasure,
  exemption: LawExemption,
  isInside: (day: CivilDate) => boolean,
): LawChange[] {
  const stays = (day: CivilDate) => measure.periods.some((period) => period.from < day && isWithin(day, period))
  return exemption.periods.flatMap((period) => {
    const end = period.to === undefined ? undefined : addDays(period.to, 1)
    const found: LawChange[] = []
    if (isInside(period.from) && stays(period.from))
      found.push({ change: 'exemption-opened', day: period.from, measure, by: exemption.citation, exemption })
    if (end !== undefined && isInside(end) && stays(end))
      found.push({ change: 'exemption-closed', day: end, measure, by: exemption.citation, exemption })
    return found
  })
}
