import { type CivilDate, spanOf } from '../dates.js'
import type { Designation } from './designation.js'
import { identifierKey, type ListIndex } from './index-names.js'
import type { Party } from './party.js'
import type { Conflict, Reason } from './reasons.js'

/** Facts that tell namesakes apart; an identifier that agrees outweighs them. */
export function conflictsOf(
  party: Party,
  designation: Designation,
  reasons: readonly Reason[],
  index: ListIndex,
): Conflict[] {
  if (reasons.some(({ by }) => by !== 'name')) return []
  const conflicts: Conflict[] = []
  const other = (party.references ?? []).find((reference) => index.references.has(identifierKey(reference)))
  if (other !== undefined)
    conflicts.push({ about: 'reference', given: other, listed: designation.reference ?? designation.id })
  if (party.imo !== undefined && designation.imo !== undefined) {
    conflicts.push({ about: 'imo', given: party.imo, listed: designation.imo })
  }
  const births = designation.birthDates ?? []
  const given = party.birthDate
  if (
    given !== undefined &&
    births.length > 0 &&
    !births.some((birth) => couldBeSameDay(given, birth.date, birth.circa === true))
  ) {
    conflicts.push({ about: 'birth-date', given, listed: births.map(({ date }) => date).join(', ') })
  }
  return conflicts
}

/** Whether two dates, each as exact as it is, can mean one day; a listed date "circa" is taken a year to either side. */
function couldBeSameDay(given: string, listed: string, isCirca: boolean): boolean {
  const [first = listed, last = first] = listed.split('/')
  const slack = isCirca ? 1 : 0
  const from = shiftYear(spanOf(first).from, -slack)
  const to = shiftYear(spanOf(last).to, slack)
  const span = spanOf(given)
  return span.from <= to && from <= span.to
}

function shiftYear(date: CivilDate, years: number): CivilDate {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
}
