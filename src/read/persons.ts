import type { Named, Person } from './actors.js'
import type { Memory } from './memory.js'
import type { Mention } from './mentions.js'
import { inOffice } from './offices.js'

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
