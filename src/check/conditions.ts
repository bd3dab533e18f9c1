import { addMonths, isVagueDate } from '../dates.js'
import type { Condition, ConditionName } from '../law/index.js'
import { isForbiddenCargo } from './cargo.js'
import type { Facts } from './facts.js'
import { matchesWith } from './parties.js'
import { named } from './phrases.js'
import { answerOf, conditionNumbers, conditionWords, toldOf, UNASKED } from './words.js'

/** What a condition may look up beside the facts: names and days of the measure or exemption that it stands on. */
export interface Subject {
  readonly names?: readonly string[] | undefined
  readonly adopted?: string | undefined
  readonly confirmedBy?: 'procuring' | 'exporting' | undefined
}

type Evaluator = (facts: Facts, subject: Subject) => boolean | undefined

/** Conditions whose unstated fact makes the answer impossible, with the field that would tell. */
export const ASKED: Partial<Record<ConditionName, string>> = {
  'target-flagged': 'vessel.flag',
  'either-target-flagged': 'vessel.flag and counterpart_vessel.flag',
  'target-linked': 'vessel.flag, owner and operator',
  'in-port': 'vessel.location',
  'sensitive-field': 'circumstances.subject',
  new: 'circumstances.new',
  'more-than-one-account': 'circumstances.existing_accounts',
}

/** Conditions that lists or computations answer: they say nothing about what the activity itself denied. */
const LOOKED_UP: ReadonlySet<ConditionName> = new Set<ConditionName>([
  'party-listed',
  'party-travel-banned',
  'family-of-listed',
  'vessel-listed',
  'vessel-port-banned',
  'vessel-deflag-listed',
  'of-target',
  'with-target',
  'between-others',
  'target-bank',
  'not-target-national',
  'venture-with-target',
])

const special: Partial<Record<ConditionName, Evaluator>> = {
  'party-listed': (facts) =>
    facts.parties.some((party) => matchesWith(party.screening, 'asset-freeze').length > 0) ||
    matchesWith(facts.vessel?.screening, 'asset-freeze').length > 0,
  'party-travel-banned': (facts) =>
    facts.parties.some((party) => matchesWith(party.screening, 'travel-ban').length > 0),
  'family-of-listed': (facts) =>
    facts.parties.some((party) => party.family.some((one) => matchesWith(one, 'travel-ban').length > 0)),
  'acts-for-listed': (facts) =>
    facts.stated('acts-for-listed') === true ||
    facts.parties.some((party) => party.behind.some((one) => matchesWith(one, 'asset-freeze').length > 0)) ||
    facts.stated('acts-for-listed'),
  'of-target': (facts) => {
    const known = facts.parties.map((party) => party.isOfTarget).filter((one) => one !== undefined)
    if (known.length > 0) return known.includes(true)
    if (facts.isTarget(facts.activity.actor?.country)) return true
    return facts.isLinked ? true : undefined
  },
  'with-target': (facts) => (facts.isLinked ? true : undefined),
  'between-others': (facts) => {
    if (facts.isLinked) return false
    const { exporter_country, importer_country, parties } = facts.activity
    return [exporter_country, importer_country, ...(parties ?? []).map(({ country }) => country)].some(Boolean)
  },
  'of-target-government': (facts) => {
    const own = facts.parties.filter((party) => party.isOfTarget !== false)
    return own.some((party) => says('of-target-government', `${party.name} ${party.role}`))
      ? true
      : facts.stated('of-target-government')
  },
  'sponsored-by-target': (facts) => {
    const stated = facts.stated('sponsored-by-target')
    if (stated === false) return false
    if (stated) return true
    return facts.parties.some(
      (party) => party.isOfTarget !== false && says('sponsored-by-target', `${party.name} ${party.role}`),
    )
      ? true
      : undefined
  },
  'target-bank': (facts) => {
    const own = facts.parties.filter((party) => party.isOfTarget !== false)
    if (own.some((party) => BANK.test(`${party.name} ${party.role}`))) return true
    if (facts.isTarget(facts.activity.actor?.country) && BANK.test(String(facts.activity.actor?.type))) return true
    return own.length === 0 ? undefined : false
  },
  'works-for-target-bank': (facts) => {
    if (facts.stated('works-for-target-bank') === true) return true
    return facts.parties.some((party) => BANK.test(`${party.name} ${party.role}`)) ? true : undefined
  },
  'target-diplomat': (facts) => {
    if (
      facts.parties.some(
        (party) => party.isOfTarget !== false && says('target-diplomat', `${party.name} ${party.role}`),
      )
    )
      return true
    if (facts.activity.actor?.type === 'diplomatic_mission' && facts.isTarget(facts.activity.actor.country)) return true
    return facts.stated('target-diplomat') ?? (facts.activity.kind === 'diplomatic' ? true : undefined)
  },
  'not-target-national': (facts) => facts.parties.some((party) => party.isOfTarget === false),
  'own-national': (facts) => {
    const actor = facts.activity.actor?.country
    if (typeof actor !== 'string') return undefined
    if (facts.stated('own-national')) return true
    return facts.parties.some(
      (party) => party.country !== undefined && party.country.toUpperCase() === actor.toUpperCase(),
    )
  },
  'party-exempt-bank': (facts, { names }) => {
    const wanted = named(names)
    const listed = facts.parties.flatMap((party) => matchesWith(party.screening, 'asset-freeze'))
    if (listed.length === 0 || wanted === undefined) return false
    return listed.every(({ designation }) =>
      [designation.name, ...(designation.aliases ?? [])].some((name) => wanted.test(name)),
    )
  },
  'un-or-aid-actor': (facts) => {
    const type = String(facts.activity.actor?.type ?? '')
    const coordinated = facts.stated('un-coordinated')
    if (coordinated !== undefined) return coordinated
    if (/un_agency|international_org|humanitarian_org|red_cross/.test(type)) return true
    return type === 'ngo' ? true : undefined
  },
  'public-support': (facts) => {
    const type = String(facts.activity.actor?.type ?? '')
    if (/state|government|public|agency/.test(type)) return true
    return type === '' ? undefined : false
  },
  'associated-parties': (facts) => {
    const stated = facts.stated('associated-parties')
    if (facts.parties.some((party) => matchesWith(party.screening, 'asset-freeze').length > 0)) return true
    return facts.stated('acts-for-listed') === true ? true : stated
  },
  'forbidden-cargo': (facts) => facts.stated('forbidden-cargo') ?? isForbiddenCargo(facts),
  'target-cargo': (facts) =>
    facts.direction === 'other' && !facts.mentionsTarget(facts.text) ? facts.vessel?.isTargetFlagged : true,
  'target-flagged': (facts) => (facts.mentionsTarget(facts.activity.action) ? true : facts.vessel?.isTargetFlagged),
  'either-target-flagged': (facts) => {
    const flags = [facts.vessel?.isTargetFlagged, facts.counterpart?.isTargetFlagged]
    if (flags.includes(true)) return true
    return flags.every((flag) => flag === false) ? false : undefined
  },
  'target-linked': (facts) => facts.vessel?.isTargetLinked ?? (facts.mentionsTarget(facts.text) ? true : undefined),
  'target-crewed': (facts) => facts.stated('target-crewed') ?? facts.vessel?.isTargetLinked,
  'vessel-listed': (facts) => matchesWith(facts.vessel?.screening, 'asset-freeze').length > 0,
  'vessel-port-banned': (facts) => matchesWith(facts.vessel?.screening, 'port-ban').length > 0,
  'vessel-deflag-listed': (facts) => matchesWith(facts.vessel?.screening, 'de-flag').length > 0,
  'vessel-of-listed': (facts) =>
    facts.vessel?.owners.some((owner) => matchesWith(owner, 'asset-freeze').length > 0)
      ? true
      : facts.stated('vessel-of-listed'),
  'struck-off-elsewhere': (facts) => {
    const { vessel } = facts
    const key = Object.keys({ ...vessel?.given, ...facts.circumstances }).find((name) =>
      /dereg|struck|de_reg|deflag/.test(name),
    )
    if (key === undefined) return facts.stated('struck-off-elsewhere')
    return ({ ...vessel?.given, ...facts.circumstances } as Record<string, unknown>)[key] !== false
  },
  'third-country-origin': (facts) => {
    const origin = facts.circumstances.origin ?? facts.circumstances.goods_origin
    if (typeof origin !== 'string' || origin === '') return facts.stated('third-country-origin')
    return !(facts.isTarget(origin) || facts.mentionsTarget(origin))
  },
  'confirmed-origin': (facts, { confirmedBy }) => {
    const by = facts.circumstances.confirmed_by
    if (typeof by !== 'string') return facts.stated('confirmed-origin')
    if (confirmedBy === undefined) return true
    const { importer_country, exporter_country } = facts.activity
    const isImporter = /procur|import|buy/i.test(by) || by === importer_country
    const isExporter =
      /export|origin|supplier|sell/i.test(by) || by === exporter_country || by === facts.circumstances.origin
    return confirmedBy === 'procuring' ? isImporter : isExporter
  },
  'via-named-port': (facts, { names }) => {
    // A port that is stated counts alone: words of a purpose may name another.
    const { via_port, port, port_of_loading, transit_port } = facts.circumstances
    const stated = [via_port, port, port_of_loading, transit_port].filter((one) => typeof one === 'string').join(' ; ')
    return named(names)?.test(stated === '' ? facts.text : stated) ?? false
  },
  'named-project': (facts, { names }) => named(names)?.test(facts.text) ?? false,
  'named-aircraft': (facts, { names }) => named(names)?.test(facts.text) ?? false,
  'sensitive-field': (facts, { names }) => {
    const { subject, field, discipline, topic, course } = facts.circumstances
    const stated =
      [subject, field, discipline, topic, course].filter((one) => typeof one === 'string').join(' ; ') || facts.text
    if (named(names)?.test(stated)) return true
    const held = facts.stated('could-contribute')
    if (held !== undefined) return held
    return stated === '' ? undefined : false
  },
  'existing-before': (facts, { adopted }) => {
    for (const key in facts.circumstances) {
      const value = facts.circumstances[key]
      if (!/open|form|establish|since|start|exist|found|regist|incorporat/.test(key)) continue
      if (typeof value === 'boolean') return value
      if (typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value))
        return adopted === undefined || value < adopted
    }
    return facts.text.includes('existing') ? true : undefined
  },
  'more-than-one-account': (facts) => {
    if (
      /\b(?:second|two|additional|another|third|three|several|multiple)\b/.test(
        `${facts.text} ${facts.activity.action.replaceAll('_', ' ')}`,
      )
    )
      return true
    const isOpening = /open|provid|new|grant/.test(facts.activity.action)
    for (const source of [facts.circumstances, facts.activity.period_total_so_far ?? {}]) {
      for (const key in source) {
        const value = source[key]
        if (!/account/.test(key) && key !== 'value') continue
        if (typeof value === 'boolean') return value
        if (typeof value === 'number') return value + (isOpening ? 1 : 0) > 1
      }
    }
    return undefined
  },
  'food-or-medicine': (facts) => (facts.goods?.groups.has('food') || facts.goods?.groups.has('medicine')) ?? undefined,
  'venture-with-target': (facts) => special['of-target']?.(facts, {}),
  'no-committee-approval': (facts) => facts.circumstances.committee_approval !== 'granted',
  'hides-position': (facts) =>
    /(?:^|_)ais(?:_|$)/.test(facts.activity.action) ? true : facts.stated('hides-position'),
  'in-port': (facts) =>
    facts.stated('in-territorial-waters') === true || facts.stated('on-high-seas') === true
      ? false
      : facts.stated('in-port'),
  'on-high-seas': (facts) => {
    if (facts.stated('in-port') === true || facts.stated('in-territorial-waters') === true) return false
    if (/high_seas|consent|board/.test(facts.activity.action)) return true
    return facts.stated('on-high-seas')
  },
  'refused-inspection': (facts) =>
    /consent|refus/.test(facts.activity.action) ? true : facts.stated('refused-inspection'),
  'prior-lien': (facts, { adopted }) => {
    for (const key in facts.circumstances) {
      const value = facts.circumstances[key]
      if (/judg|lien|award|arbitra|entered/.test(key) && typeof value === 'string' && isVagueDate(value))
        return adopted === undefined || value < adopted
    }
    return facts.stated('prior-lien')
  },
  'earns-income': (facts) => facts.stated('earns-income') ?? (facts.activity.kind === 'work' ? true : undefined),
  'for-repair': (facts) =>
    /repair|overhaul|servic|refurbish|test|maint|reverse/.test(facts.activity.action)
      ? true
      : facts.stated('for-repair'),
  'inspected-or-seized': (facts) =>
    facts.activity.kind === 'inspection' || /inspect|seiz|dispos/.test(`${facts.activity.action} ${facts.text}`)
      ? true
      : undefined,
  impounded: (facts) => (impoundedSince(facts) === undefined ? facts.stated('impounded') : true),
  'frozen-six-months': (facts) => {
    const since = impoundedSince(facts)
    return since === undefined ? facts.stated('frozen-six-months') : addMonths(since, 6) <= facts.on
  },
  humanitarian: (facts) =>
    facts.stated('humanitarian') ?? (facts.circumstances.purpose_class === 'medical' ? true : undefined),
}

function impoundedSince(facts: Facts): string | undefined {
  for (const source of [facts.vessel?.given ?? {}, facts.circumstances]) {
    for (const key in source) {
      const value = source[key]
      if (/impound|froz|freez|seiz|detain/.test(key) && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
        return value
    }
  }
  return undefined
}

const BANK = /\b(?:bank|banking|financial|finance|insur\w*|remittance|money.transfer|exchange house|credit)\b/i

function says(name: ConditionName, text: string): boolean {
  return conditionWords[numberOf(name)]?.words?.test(text) ?? false
}

function numberOf(name: ConditionName): number {
  return conditionNumbers.get(name) ?? -1
}

/** Conditions whose answer depends on the measure or exemption that they stand on. */
const BY_SUBJECT: ReadonlySet<ConditionName> = new Set<ConditionName>([
  'party-exempt-bank',
  'confirmed-origin',
  'via-named-port',
  'named-project',
  'named-aircraft',
  'sensitive-field',
  'existing-before',
  'prior-lien',
])

const NOWHERE = { evaluator: undefined, isBySubject: true }
const byNumber = [...conditionNumbers.keys()].map((name) => ({
  evaluator: special[name as ConditionName],
  isBySubject: BY_SUBJECT.has(name as ConditionName),
}))

function holdsAlone(name: ConditionName, facts: Facts, subject: Subject): boolean | undefined {
  const number = numberOf(name)
  const known = facts.answers[number] ?? UNASKED
  if (known !== UNASKED) return answerOf(known)
  const { evaluator, isBySubject } = byNumber[number] ?? NOWHERE
  const answer = evaluator === undefined ? facts.stated(name) : evaluator(facts, subject)
  if (!isBySubject) facts.answers[number] = toldOf(answer)
  return answer
}

/** Whether a condition holds: true, false, or undefined where the activity does not say. */
export function holds(condition: Condition, facts: Facts, subject: Subject): boolean | undefined {
  if (typeof condition === 'string') return holdsAlone(condition, facts, subject)
  if ('not' in condition) return holds(condition.not, facts, subject) !== true
  const parts = 'any' in condition ? condition.any : condition.all
  const wanted = 'any' in condition
  let isOpen = false
  for (const part of parts) {
    const held = holds(part, facts, subject)
    if (held === wanted) return wanted
    if (held === undefined) isOpen = true
  }
  return isOpen ? undefined : !wanted
}

/** The fields that would tell, for the open parts of a condition whose answer is asked. */
export function askedBy(condition: Condition, facts: Facts, subject: Subject): string[] {
  if (typeof condition === 'string')
    return ASKED[condition] === undefined || holds(condition, facts, subject) !== undefined ? [] : [ASKED[condition]]
  if ('not' in condition) return []
  return ('any' in condition ? condition.any : condition.all).flatMap((part) => askedBy(part, facts, subject))
}

/** Whether the activity itself, and no list, denies the condition. */
export function isDenied(condition: Condition, facts: Facts, subject: Subject): boolean {
  if (typeof condition === 'string') return !LOOKED_UP.has(condition) && holds(condition, facts, subject) === false
  if ('not' in condition)
    return (
      typeof condition.not === 'string' &&
      !LOOKED_UP.has(condition.not) &&
      holds(condition.not, facts, subject) === true
    )
  return ('any' in condition ? condition.any : condition.all).some((part) => isDenied(part, facts, subject))
}

/** Names of the conditions that hold, for the reason. */
export function heldIn(condition: Condition, facts: Facts, subject: Subject): string[] {
  if (typeof condition === 'string') return holds(condition, facts, subject) === true ? [condition] : []
  if ('not' in condition) return []
  return ('any' in condition ? condition.any : condition.all).flatMap((part) => heldIn(part, facts, subject))
}
