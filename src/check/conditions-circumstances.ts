import { isVagueDate } from '../dates.js'
import type { Evaluators } from './evaluator.js'
import { named } from './phrases.js'

/** Conditions on how, why and since when something is done. */
export const ofCircumstances: Evaluators = {
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
  'no-committee-approval': (facts) => facts.circumstances.committee_approval !== 'granted',
  'prior-lien': (facts, { adopted }) => {
    for (const key in facts.circumstances) {
      const value = facts.circumstances[key]
      if (/judg|lien|award|arbitra|entered/.test(key) && typeof value === 'string' && isVagueDate(value))
        return adopted === undefined || value < adopted
    }
    return facts.stated('prior-lien')
  },
  'earns-income': (facts) => facts.stated('earns-income') ?? (facts.activity.kind === 'work' ? true : undefined),
  humanitarian: (facts) =>
    facts.stated('humanitarian') ?? (facts.circumstances.purpose_class === 'medical' ? true : undefined),
}
