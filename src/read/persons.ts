import type { VagueDate } from '../dates.js'
import { inOffice, type Mention, type Named, type Person } from './actors.js'
import { lexicon } from './lexicon.js'
import type { Memory } from './memory.js'

function isPerson(named: Named): named is Extract<Named, { kind: 'person' }> {
  return named.kind === 'person'
}

/** The person whom a name means: of those who share a surname, one of the state told beside it, then who was in office. */
export function personOf(
  mention: Mention,
  evidence: string | undefined,
  memory: Memory,
): { person: Person; full: boolean } | undefined {
  const found = mention.named.filter(isPerson)
  if (found.length === 0) return undefined
  const full = found.some((each) => each.full)
  let people = found.filter((each) => each.full === full).map((each) => each.person)
  if (evidence !== undefined && people.some((each) => each.code === evidence))
    people = people.filter((each) => each.code === evidence)
  const person = inOffice(people, memory.published)[0]
  return person === undefined ? undefined : { person, full }
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
  const fits =
    on === undefined
      ? person.offices
      : person.offices.filter(
          (each) =>
            (each.from === undefined || each.from <= on) &&
            (each.to === undefined || each.to >= on.slice(0, each.to.length)),
        )
  return (fits[0] ?? person.offices[0])?.office
}
