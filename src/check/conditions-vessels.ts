import { addMonths } from '../dates.js'
import { isForbiddenCargo } from './cargo.js'
import type { Evaluators } from './evaluator.js'
import type { Facts } from './facts.js'
import { matchesWith } from './parties.js'
import { named } from './phrases.js'

/** Conditions on the vessel, its cargo, and where it is. */
export const ofVessels: Evaluators = {
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
  'via-named-port': (facts, { names }) => {
    // A port that is stated counts alone: words of a purpose may name another.
    const { via_port, port, port_of_loading, transit_port } = facts.circumstances
    const stated = [via_port, port, port_of_loading, transit_port].filter((one) => typeof one === 'string').join(' ; ')
    return named(names)?.test(stated === '' ? facts.text : stated) ?? false
  },
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
