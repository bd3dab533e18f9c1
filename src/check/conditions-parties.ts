import type { ConditionName } from '../law/index.js'
import type { Evaluators } from './evaluator.js'
import type { Facts } from './facts.js'
import { matchesWith } from './parties.js'
import { named } from './phrases.js'
import { conditionNumbers, conditionWords } from './words.js'

/** Conditions on who takes part: listed, of the target, a bank, a mission. */
export const ofParties: Evaluators = {
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
  'of-target': isOfTarget,
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
  'venture-with-target': (facts) => isOfTarget(facts),
}

/** Whether one of the parties, or who acts, is of the target. */
function isOfTarget(facts: Facts): boolean | undefined {
  const known = facts.parties.map((party) => party.isOfTarget).filter((one) => one !== undefined)
  if (known.length > 0) return known.includes(true)
  if (facts.isTarget(facts.activity.actor?.country)) return true
  return facts.isLinked ? true : undefined
}

const BANK = /\b(?:bank|banking|financial|finance|insur\w*|remittance|money.transfer|exchange house|credit)\b/i

function says(name: ConditionName, text: string): boolean {
  return conditionWords[conditionNumbers.get(name) ?? -1]?.words?.test(text) ?? false
}
