import {
  type ConsequenceKind,
  type ListSnapshot,
  type Match,
  type Party,
  type Screening,
  screen,
} from '../lists/index.js'
import type { Facts } from './facts.js'
import { fieldsLike } from './field-names.js'

/** A party of the activity with what the regime's list says of it that day. */
export interface PartyFact {
  readonly name: string
  readonly role: string
  readonly isOfTarget: boolean | undefined
  readonly country: string | undefined
  readonly screening: Screening | undefined
  /** Those it is stated to act for, or to be owned or controlled by. */
  readonly behind: readonly Screening[]
  /** Those it is stated to be a relative of. */
  readonly family: readonly Screening[]
}

/** A vessel of the activity. */
export interface VesselFact {
  readonly name: string
  readonly given: Readonly<Record<string, unknown>>
  readonly isTargetFlagged: boolean | undefined
  readonly isTargetLinked: boolean | undefined
  readonly screening: Screening | undefined
  readonly owners: readonly Screening[]
}

const FAMILY =
  /\b(?:wife|husband|spouse|son|daughter|child|father|mother|brother|sister|parent|relative|family(?: member)?|nephew|niece|grandson|granddaughter|in-law)s?\b[^,;]*?\bof\s+(.+)$/i
const AGENT =
  /\b(?:owned by|controlled by|agents? of|agents? for|acting for|acts for|acting on behalf of|on behalf of|subsidiary of|front(?: company)? (?:of|for)|representative of|representing|working for|works for|directed by|at the direction of|affiliate of|arm of|office of|employee of|branch of)\s+(.+)$/i
const isBehind = fieldsLike(
  /^(?:owned|controlled|acts?|acting|on_behalf|parent|agent|directed|works?_for|beneficial_owner|subsidiary_of|owner|operator)/,
)
const isRelated = fieldsLike(
  /^(?:relation|family|relative|spouse|related|married|child|parent_of|son|daughter|wife|husband)/,
)
const isTie = fieldsLike(/own|operat|control|charterer|manager/)

const LISTED = /^(?:the\s+)?(?:un[- ])?(?:listed|designated|sanctioned)\s+/i
/** "X and wife" is X, in company. */
const ACCOMPANIED =
  /^(.+?)\s+(?:and|with)\s+(?:his |her |their )?(?:wife|husband|spouse|family|son|daughter|children|child)s?$/i

/** A name without what is said about it. */
function bare(name: string): string {
  return (ACCOMPANIED.exec(name)?.[1] ?? name).replace(LISTED, '')
}

export function partiesOf(facts: Facts): PartyFact[] {
  const { activity } = facts
  const given = [...(activity.parties ?? [])]
  if (typeof activity.actor?.name === 'string') given.push({ ...activity.actor, role: activity.actor.role ?? 'actor' })
  const extra = given.length === 0 ? [] : [facts.circumstances]
  return given.map((party, index) => partyOf(facts, party, index === 0 ? extra : []))
}

function partyOf(
  facts: Facts,
  party: Readonly<Record<string, unknown>>,
  beside: readonly Readonly<Record<string, unknown>>[],
): PartyFact {
  const name = text(party.name)
  const role = text(party.role)
  const country = text(party.country) || text(party.nationality)
  const { family, agent, own } = tiesIn(name, role)
  const behind = agent === undefined ? [] : [agent]
  const related = family === undefined ? [] : [family]
  for (const source of [party, ...beside]) {
    for (const key in source) {
      if (isRelated(key)) related.push(FAMILY.exec(text(source[key]))?.[1] ?? text(source[key]))
      else if (isBehind(key)) behind.push(text(source[key]))
    }
  }
  const isTarget = country === '' ? undefined : facts.isTarget(country)
  return {
    name,
    role,
    country: country || undefined,
    isOfTarget: isTarget === true || facts.mentionsTarget(name) || facts.mentionsTarget(role) ? true : isTarget,
    screening: name === '' || family !== undefined ? undefined : look(facts, partyFor(own, party)),
    behind: lookAll(facts, behind),
    family: lookAll(facts, related),
  }
}

const NOBODY: readonly Screening[] = []

function lookAll(facts: Facts, names: readonly string[]): readonly Screening[] {
  if (names.length === 0) return NOBODY
  return names
    .filter(Boolean)
    .map((one) => look(facts, { name: bare(one) }))
    .filter(isSome)
}

/** What a party's name and role say of others, and the name without it. */
interface Ties {
  readonly family: string | undefined
  readonly agent: string | undefined
  readonly own: string
}

const TIES = 8192
const ties = new Map<string, Ties>()

function tiesIn(name: string, role: string): Ties {
  const key = `${name.length}|${name}|${role}`
  const known = ties.get(key)
  if (known !== undefined) return known
  const family = FAMILY.exec(name) ?? FAMILY.exec(role)
  const agent = AGENT.exec(name) ?? AGENT.exec(role)
  const found = {
    family: family === null ? undefined : (family[1] ?? ''),
    agent: agent === null ? undefined : (agent[1] ?? ''),
    own: bare(name),
  }
  if (ties.size >= TIES) ties.clear()
  ties.set(key, found)
  return found
}

function partyFor(name: string, party: Readonly<Record<string, unknown>>): Party {
  const reference = text(party.reference) || text(party.reference_number) || text(party.list_reference)
  const birth = text(party.birth_date) || text(party.date_of_birth) || text(party.dob) || text(party.born)
  const document = text(party.passport) || text(party.passport_number) || text(party.document)
  return {
    name,
    ...(reference && { references: [reference] }),
    ...(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(birth) && { birthDate: birth }),
    ...(document && { documents: [document] }),
    ...(party.imo !== undefined && { imo: String(party.imo) }),
  }
}

/** So many names are kept for each of so many days. */
const LIMIT = 256
const DAYS = 256
const looked = new WeakMap<ListSnapshot, Map<string, Map<string, Screening>>>()

/** Looks a party up; one known by its name and kind alone, as most are in a batch, is remembered for the day. */
function look(facts: Facts, party: Party): Screening | undefined {
  const list = facts.lists(facts.regime.regime.id)
  if (list === undefined) return undefined
  for (const key in party) if (key !== 'name' && key !== 'kind') return screen(party, list, facts.screenOn)
  const known = knownOn(list, party.kind === undefined ? facts.screenOn : `${facts.screenOn} ${party.kind}`)
  const name = party.name ?? ''
  const before = known.get(name)
  if (before !== undefined) return before
  const found = screen(party, list, facts.screenOn)
  if (known.size >= LIMIT) known.clear()
  known.set(name, found)
  return found
}

function knownOn(list: ListSnapshot, day: string): Map<string, Screening> {
  let days = looked.get(list)
  if (days === undefined) {
    days = new Map()
    looked.set(list, days)
  }
  let known = days.get(day)
  if (known === undefined) {
    if (days.size >= DAYS) days.clear()
    known = new Map()
    days.set(day, known)
  }
  return known
}

export function vesselOf(
  facts: Facts,
  vessel: Readonly<Record<string, unknown>> | null | undefined,
): VesselFact | undefined {
  if (vessel === null || vessel === undefined) return undefined
  const name = text(vessel.name)
  const imo = text(vessel.imo) || text(vessel.imo_number)
  const flag = vessel.flag ?? vessel.flag_state ?? vessel.registry
  const isFlagged =
    flag === undefined || flag === '' ? undefined : facts.isTarget(flag) || facts.mentionsTarget(String(flag))
  const ties: boolean[] = []
  const owners: Screening[] = []
  for (const key in vessel) {
    if (!isTie(key)) continue
    const value = vessel[key]
    if (typeof value === 'boolean') {
      if (/dprk|target/.test(key) || facts.mentionsTarget(key.replaceAll('_', ' '))) ties.push(value)
      continue
    }
    const one = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { name: value }
    const owner = text(one.name) || text(value)
    ties.push(facts.isTarget(owner) || facts.isTarget(one.country) || facts.mentionsTarget(owner))
    const found = owner.length > 3 ? look(facts, { name: owner }) : undefined
    if (found !== undefined) owners.push(found)
  }
  const isNamedSo = facts.mentionsTarget(name) || facts.mentionsTarget(text(vessel.description))
  return {
    name,
    given: vessel,
    isTargetFlagged: isFlagged,
    isTargetLinked: isNamedSo || ties.includes(true) || isFlagged === true ? true : ties.length > 0 ? false : undefined,
    screening:
      name === '' && imo === ''
        ? undefined
        : look(facts, { ...(name && { name }), ...(imo && { imo }), kind: 'vessel' }),
    owners,
  }
}

const NO_MATCHES: readonly Match[] = []

/** Matches that carry a consequence in force; a list that does not say what follows counts for every one. */
export function matchesWith(screening: Screening | undefined, kind: ConsequenceKind): readonly Match[] {
  if (screening === undefined || screening.listed.length === 0) return NO_MATCHES
  return screening.listed.filter(
    (match) => match.consequences.length === 0 || match.consequences.some((one) => one.kind === kind),
  )
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function isSome<T>(value: T | undefined): value is T {
  return value !== undefined
}
