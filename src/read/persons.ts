import type { Named, Person } from './actors.js'
import type { Memory } from './memory.js'
import type { Mention } from './mentions.js'
import { inOffice } from './offices.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

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
  // "Jordan's King Abdullah": another bears the name alone
  const theirs = evidence === undefined || !full ? [] : found.filter((each) => each.person.code === evidence)
  let people = (theirs.length > 0 ? theirs : found.filter((each) => each.full === full)).map((each) => each.person)
  if (evidence !== undefined && people.some((each) => each.code === evidence))
    people = people.filter((each) => each.code === evidence)
  let person: Person | undefined
  // "King Abdullah": of two kings the one who goes by no more than that
  for (const each of inOffice(people, memory.published))
    if (person === undefined || (full && evidence === undefined && each.name.length < person.name.length)) person = each
  return person === undefined ? undefined : { person, full }
}

const TITLES = new WordSet(
  'colonel col general gen brigadier major lieutenant captain admiral marshal ayatollah sheikh sheik shaikh sultan emir prince princess king queen lord lady baroness baron dame professor prof archbishop bishop pope imam mullah comrade madame monsieur vice deputy chief senior secretary'.split(
    ' ',
  ),
)

/** The run of capitalised words in which a known surname stands. */
interface Run {
  readonly from: number
  readonly to: number
}

/** "John Kim" where "Kim Jong Un" is known, "Ali Tamim Fartak" where "Tamim" is: a known surname in somebody else's name. */
export function isSomebodyElse(
  person: Person,
  tokens: readonly Token[],
  name: Run | undefined,
  surname: Mention | undefined,
  evidence: string | undefined,
): boolean {
  if (name === undefined || surname === undefined) return false
  if (name.to > surname.to && name.from <= surname.from) return true
  if (name.from >= surname.from || name.to < surname.from || evidence === person.code) return false
  if (TITLES.has(tokens[surname.from - 1])) return false
  // First names are spelled in many ways: "Muammar", "Moammar".
  const told = soundOf(tokens[name.from]?.lower ?? '')
  return !person.name
    .split(/[ -]/)
    .some((part) => part.toLowerCase() !== tokens[surname.from]?.lower && isSame(soundOf(part.toLowerCase()), told))
}

/** The first letter and the consonants of a name, as far as they sound. */
function soundOf(name: string): string {
  const sounds = name
    .replace(/ph/g, 'f')
    .replace(/[ckq]+/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1')
  return sounds.charAt(0) + sounds.slice(1).replace(/[^bdfgjklmnprstv]/g, '')
}

function isSame(one: string, other: string): boolean {
  return one.charAt(0) === other.charAt(0) && (one.startsWith(other) || other.startsWith(one))
}
