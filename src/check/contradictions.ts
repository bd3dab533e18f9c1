import type { Problem } from '../errors.js'
import { UNITS } from '../quantities.js'
import type { Facts } from './facts.js'

const EDITIONS = /^(?:HS\s*)?(?:1988|1992|1996|2002|2007|2012|2017|2022)$/i

/** Facts that cannot both hold, and values that no reading fits; each with its field. */
export function contradictions(facts: Facts): Problem[] {
  const { activity, circumstances } = facts
  const problems: Problem[] = []
  const conflict = (path: string, what: string) =>
    problems.push({ code: 'conflict', what, place: { path: `act.${path}` } })
  const bad = (path: string, what: string, expected: string) =>
    problems.push({ code: 'bad-input', what, place: { path: `act.${path}` }, expected })
  const { exporter_country, importer_country, goods, quantity } = activity
  if (facts.direction === 'into' && facts.isTarget(exporter_country) && !facts.isTarget(importer_country))
    conflict('direction', `goods go to ${facts.regime.regime.target}, but it is the exporter`)
  if (facts.direction === 'out' && facts.isTarget(importer_country) && !facts.isTarget(exporter_country))
    conflict('direction', `goods come from ${facts.regime.regime.target}, but it is the importer`)
  if (circumstances.committee_notice === 'not_given' && circumstances.committee_notice_date !== undefined)
    conflict('circumstances.committee_notice', 'no notice was given, yet it has a date')
  if (circumstances.committee_approval === 'not_sought' && circumstances.committee_approval_date !== undefined)
    conflict('circumstances.committee_approval', 'approval was not sought, yet it has a date')
  if (circumstances.livelihood === true && circumstances.purpose_class === 'programme_revenue')
    conflict('circumstances.livelihood', 'livelihood alone, yet for revenue of the programmes')
  if (goods?.hs_edition !== undefined && !EDITIONS.test(goods.hs_edition.trim()))
    bad(
      'goods.hs_edition',
      `"${goods.hs_edition}" is no edition of the Harmonised System`,
      'HS 2002, 2007, 2012, 2017 or 2022',
    )
  if (goods?.hs_code && !isHsCode(goods.hs_code))
    bad('goods.hs_code', `"${goods.hs_code}" is no HS code`, '2, 4, 6 or more digits such as 2710.19')
  if (quantity != null) {
    if (quantity.value < 0) bad('quantity.value', 'an amount below zero', 'a number of zero or more')
    if (!(UNITS as readonly string[]).includes(quantity.unit))
      bad('quantity.unit', `"${quantity.unit}" is no unit`, UNITS.join(', '))
  }
  return problems
}

const good = new Set<string>()

/** 2, 4, 6, 8 or 10 digits, dots and blanks between them allowed. */
function isHsCode(code: string): boolean {
  if (good.has(code)) return true
  const isGood = /^\s*\d{2}(?:[. ]?\d{2}){0,4}\s*$/.test(code)
  if (isGood && good.size < 20_000) good.add(code)
  return isGood
}
