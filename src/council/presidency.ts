import { presidency as table } from '#data/presidency'
import type { CivilDate } from '../dates.js'
import { stateFor } from '../states.js'
import { councilOn, KNOWN_DAYS } from './members.js'

interface Presidency {
  readonly from: string
  readonly state: string
  readonly names: Readonly<Record<string, string>>
  readonly checked: readonly { readonly month: string; readonly state: string }[]
}

const { from, state: first, names, checked } = table as Presidency
let byMonth: Map<string, string> | undefined

/** Months that reports name; the rotation gives the same. */
export const CHECKED_PRESIDENCIES = checked

/**
 * The member that presides over the Council in the month of a date, as the rotation in the English alphabetical order of
 * names gives it (provisional rules of procedure, rule 18); undefined before January 2000 and past the last day known.
 */
export function presidentOn(date: CivilDate): string | undefined {
  byMonth ??= rotation()
  return byMonth.get(date.slice(0, 7))
}

function rotation(): Map<string, string> {
  const found = new Map<string, string>()
  let [month, president] = [from, first]
  while (`${month}-01` <= KNOWN_DAYS.to) {
    found.set(month, president)
    month = monthAfter(month)
    if (`${month}-01` <= KNOWN_DAYS.to) president = nextAfter(president, `${month}-01`)
  }
  return found
}

function nextAfter(president: string, day: CivilDate): string {
  const members = [...councilOn(day).states].sort((a, b) => (orderName(a) < orderName(b) ? -1 : 1))
  return members.find((state) => orderName(state) > orderName(president)) ?? members[0] ?? president
}

/** The name without accents, in lower case: "Côte d'Ivoire" stands between Costa Rica and Croatia. */
function orderName(code: string): string {
  const name = names[code] ?? stateFor(code)?.name ?? code
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
