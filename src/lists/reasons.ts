import type { Designation } from './designation.js'
import { parseImo } from './imo.js'
import { identifierKey, type Likeness, type ListedName, type ListIndex, type NameField } from './index-names.js'
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

/** What was found on one designation, before it is judged. */
export interface Finding {
  /** Those that prove it, and those that only point at it. */
  readonly certain: Reason[]
  readonly near: Reason[]
  readonly conflicts: Conflict[]
}

/** Adds the designations that have a number of the party: certain, whatever the names are. */
export function addIdentifiers(party: Party, index: ListIndex, findings: Map<Designation, Finding>): void {
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

/** Adds the designations that have a name of the party, or one near it. */
export function addNames(party: Party, index: ListIndex, findings: Map<Designation, Finding>): void {
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
