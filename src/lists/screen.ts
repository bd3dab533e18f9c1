import { type CivilDate, spanOf } from '../dates.js'
import {
  type ConsequenceInForce,
  consequencesOn,
  type Designation,
  type ListSnapshot,
  listingsOn,
} from './designation.js'
import { parseImo } from './imo.js'
import {
  identifierKey,
  indexOf,
  type Likeness,
  type ListedName,
  type ListIndex,
  type NameField,
} from './index-names.js'
import { findNames } from './match-name.js'
import { type Party, writtenNames } from './party.js'

/** Why a designation came up: what the party gave, what the list has, and in what they are alike. */
export type Reason =
  | {
      readonly by: 'name'
      readonly given: string
      readonly listed: string
      readonly field: NameField
      readonly alike: readonly Likeness[]
    }
  | { readonly by: 'reference' | 'imo' | 'document' | 'bic'; readonly given: string; readonly listed: string }

/** What speaks against it. */
export interface Conflict {
  readonly about: 'reference' | 'imo' | 'birth-date' | 'weak-alias'
  readonly given: string
  readonly listed: string
}

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

interface Finding {
  /** Those that prove it, and those that only point at it. */
  readonly certain: Reason[]
  readonly near: Reason[]
  readonly conflicts: Conflict[]
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

function addIdentifiers(party: Party, index: ListIndex, findings: Map<Designation, Finding>): void {
  const add = (by: 'reference' | 'imo' | 'document' | 'bic', given: string, found: readonly Designation[] = []) => {
    for (const designation of found) {
      if (!isOfKind(designation, party)) continue
      const reason: Reason = { by, given, listed: listedIdentifier(designation, by, given) }
      findingFor(designation, findings).certain.push(reason)
    }
  }
  for (const given of party.references ?? []) add('reference', given, index.references.get(identifierKey(given)))
  for (const given of party.documents ?? []) add('document', given, index.documents.get(identifierKey(given)))
  if (party.bic !== undefined) add('bic', party.bic, index.bics.get(identifierKey(party.bic).slice(0, 8)))
  if (party.imo !== undefined) add('imo', party.imo, index.imos.get(parseImo(party.imo) ?? party.imo))
}

function listedIdentifier(
  designation: Designation,
  by: 'reference' | 'imo' | 'document' | 'bic',
  given: string,
): string {
  if (by === 'document') {
    const key = identifierKey(given)
    return designation.documents?.find(({ number }) => identifierKey(number) === key)?.number ?? given
  }
  return designation[by] ?? given
}

function addNames(party: Party, index: ListIndex, findings: Map<Designation, Finding>): void {
  const given = party.name === undefined ? (party.names ?? []) : [party.name, ...(party.names ?? [])]
  for (const text of given) {
    for (const written of writtenNames(text)) {
      addNumbers(written.text, party, index, findings)
      for (const { listed, alike, isCertain } of findNames(written, party.kind, index)) {
        addName(written.text, listed, alike, isCertain, findings)
      }
    }
  }
}

const REFERENCE = /^[a-z]{2}[ie]\.?\s?\d{3}$/i

/** A reference or IMO number where a name is expected, as in "Grey Heron (IMO 8914934)". */
function addNumbers(text: string, party: Party, index: ListIndex, findings: Map<Designation, Finding>): void {
  if (text.length > 20) return
  const by = REFERENCE.test(text) ? 'reference' : 'imo'
  const key = by === 'reference' ? identifierKey(text) : parseImo(text)
  if (key === undefined) return
  for (const designation of (by === 'reference' ? index.references : index.imos).get(key) ?? []) {
    if (!isOfKind(designation, party)) continue
    findingFor(designation, findings).certain.push({ by, given: text, listed: designation[by] ?? text })
  }
}

function addName(
  given: string,
  { designation, field, text }: ListedName,
  alike: readonly Likeness[],
  isCertain: boolean,
  findings: Map<Designation, Finding>,
): void {
  const finding = findingFor(designation, findings)
  const reason = { by: 'name' as const, given, listed: text, field, alike }
  const isWeak = field === 'weak-alias'
  if (isCertain && isWeak) finding.conflicts.push({ about: 'weak-alias', given, listed: text })
  addOnce(isCertain && !isWeak ? finding.certain : finding.near, reason)
}

/** One listed name is one reason, however often the party's own names lead to it. */
function addOnce(reasons: Reason[], reason: Reason & { by: 'name' }): void {
  const isKnown = reasons.some((one) => one.by === 'name' && one.listed === reason.listed && one.field === reason.field)
  if (!isKnown) reasons.push(reason)
}

function findingFor(designation: Designation, findings: Map<Designation, Finding>): Finding {
  const before = findings.get(designation)
  if (before !== undefined) return before
  const finding: Finding = { certain: [], near: [], conflicts: [] }
  findings.set(designation, finding)
  return finding
}

function isOfKind(designation: Designation, party: Party): boolean {
  return party.kind === undefined || party.kind === designation.kind
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

/** Facts that tell namesakes apart; an identifier that agrees outweighs them. */
function conflictsOf(party: Party, designation: Designation, reasons: readonly Reason[], index: ListIndex): Conflict[] {
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
