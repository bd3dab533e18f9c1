import type { CivilDate } from '../dates.js'
import { conflictsOf } from './conflicts.js'
import {
  type ConsequenceInForce,
  consequencesOn,
  type Designation,
  type ListSnapshot,
  listingsOn,
} from './designation.js'
import { indexOf, type ListIndex } from './index-names.js'
import type { Party } from './party.js'
import { addIdentifiers, addNames, type Conflict, type Finding, type Reason } from './reasons.js'

export interface Match {
  readonly designation: Designation
  readonly reasons: readonly Reason[]
  readonly conflicts: readonly Conflict[]
  /** The day of the first listing that is in force on the day asked; outside it, of the first listing at all. */
  readonly since: CivilDate
  /** What follows from it on the day asked; empty outside, and where the source does not say. */
  readonly consequences: readonly ConsequenceInForce[]
}

/** A name that the list has, but not on the day asked. */
export interface OutsideMatch extends Match {
  readonly when: 'not-yet-listed' | 'removed'
  /** The day it went off, where it did. */
  readonly removed?: CivilDate
  /** Whether it would have been `listed`, or only `possible`. */
  readonly isCertain: boolean
}

export interface Screening {
  /** The party is on the list on that day: same reference, number, or name after normalisation. */
  readonly listed: readonly Match[]
  /** It may be: a near name, or the same name with a fact that speaks against it. For a person to look at. */
  readonly possible: readonly Match[]
  readonly outside: readonly OutsideMatch[]
  /** The parties that own or control it or that it acts for, as the user stated them. */
  readonly through: readonly Through[]
}

export interface Through {
  readonly relation: 'owned-by' | 'controlled-by' | 'acting-for'
  readonly party: Party
  readonly screening: Screening
}

const NOTHING: Screening = { listed: [], possible: [], outside: [], through: [] }

/**
 * Looks a party up in a list as it stood on a day. A listed name always comes with its reasons; a near one is `possible`.
 * An empty answer says that this list has no such name on that day, and nothing more.
 * Pure; the list's index is built at first use and kept with it.
 */
export function screen(party: string | Party, list: ListSnapshot, on: CivilDate): Screening {
  const given = typeof party === 'string' ? { name: party } : party
  const index = indexOf(list)
  const findings = new Map<Designation, Finding>()
  addIdentifiers(given, index, findings)
  addNames(given, index, findings)
  const through = throughOf(given, list, on)
  if (findings.size === 0) return through.length === 0 ? NOTHING : { ...NOTHING, through }
  return { ...sorted(given, index, findings, on), through }
}

function sorted(party: Party, index: ListIndex, findings: Map<Designation, Finding>, on: CivilDate) {
  const listed: Match[] = []
  const possible: Match[] = []
  const outside: OutsideMatch[] = []
  for (const [designation, finding] of findings) {
    const reasons = finding.certain.length > 0 ? finding.certain : finding.near
    const against = conflictsOf(party, designation, reasons, index)
    const isCertain = finding.certain.length > 0 && against.length === 0
    const conflicts = finding.certain.length > 0 ? against : [...finding.conflicts, ...against]
    const match = { designation, reasons, conflicts }
    const inForce = listingsOn(designation, on)
    if (inForce.length === 0) {
      outside.push({ ...match, ...absence(designation, on), consequences: [], isCertain })
      continue
    }
    const since = inForce.map(({ date }) => date).sort()[0] ?? on
    const whole = { ...match, since, consequences: consequencesOn(designation, on) }
    if (isCertain) listed.push(whole)
    else possible.push(whole)
  }
  return { listed, possible, outside }
}

function absence(designation: Designation, on: CivilDate): Pick<OutsideMatch, 'since' | 'when' | 'removed'> {
  const dates = designation.listings.map(({ date }) => date).sort()
  const since = dates[0] ?? on
  if (since > on) return { since, when: 'not-yet-listed' }
  const removed = designation.listings.flatMap((listing) => listing.removed ?? []).sort()
  const last = removed.filter((date) => date <= on).at(-1)
  return { since, when: 'removed', ...(last === undefined ? {} : { removed: last }) }
}

function throughOf(party: Party, list: ListSnapshot, on: CivilDate): Through[] {
  if (party.ownedBy === undefined && party.controlledBy === undefined && party.actingFor === undefined) return []
  const relations = [
    ['owned-by', party.ownedBy],
    ['controlled-by', party.controlledBy],
    ['acting-for', party.actingFor],
  ] as const
  return relations.flatMap(([relation, others = []]) =>
    others.map((other) => {
      const given = typeof other === 'string' ? { name: other } : other
      return { relation, party: given, screening: screen(given, list, on) }
    }),
  )
}
