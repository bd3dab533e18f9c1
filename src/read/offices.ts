import type { VagueDate } from '../dates.js'
import type { Person } from './actors.js'
import { lexicon } from './lexicon.js'

type Office = Person['offices'][number]

/** Within the office's own precision: one that ended in 2010 was held on all days of it. */
function heldOn(office: Office, on: VagueDate): boolean {
  return (
    (office.from === undefined || office.from <= on) &&
    (office.to === undefined || office.to >= on.slice(0, office.to.length))
  )
}

/** The person is known to hold an office on the day. */
export function holdsOffice(person: Person, on: VagueDate | undefined): boolean {
  return on !== undefined && person.offices.some((each) => each.from !== undefined && heldOn(each, on))
}

/** The persons who held an office on the day (or without a day, all); falls back to all. */
export function inOffice(people: readonly Person[], on: VagueDate | undefined): readonly Person[] {
  if (on === undefined || people.length < 2) return people
  const sitting = people.filter((person) => person.offices.some((each) => heldOn(each, on)))
  if (sitting.length > 0) return sitting
  const left = (person: Person) =>
    person.offices.reduce(
      (last, each) => (each.to !== undefined && each.to <= on && each.to > last ? each.to : last),
      '',
    )
  return [...people].sort((a, b) => (left(a) < left(b) ? 1 : left(a) > left(b) ? -1 : 0))
}

/** Offices whose holders speak for themselves. */
const OWN: ReadonlySet<string> = new Set(
  lexicon.actors.offices.filter((office) => !office['speaks-for-state']).map((office) => office.office),
)

/** "Senator John McCain": the office held on the day speaks for no state. */
export function isOwnVoice(person: Person, on: VagueDate | undefined): boolean {
  const office = officeOn(person, on)
  return office !== undefined && OWN.has(office)
}

/** The office held on the day, or else the first known. */
export function officeOn(person: Person, on: VagueDate | undefined): string | undefined {
  const fits = on === undefined ? person.offices : person.offices.filter((each) => heldOn(each, on))
  if (fits.length > 0) return fits[0]?.office
  // who has left all that one held holds none of them now
  const left = on !== undefined && person.offices.every(({ to }) => to !== undefined && to < on)
  return left ? undefined : person.offices[0]?.office
}
