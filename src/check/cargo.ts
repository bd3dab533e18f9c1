import { isWithin } from '../dates.js'
import type { RegimeLaw } from '../law/index.js'
import type { Facts } from './facts.js'
import { type ClassifiedGoods, classifyGoods } from './goods.js'
import { isAmong } from './scope.js'

const memories = new WeakMap<RegimeLaw, Map<string, boolean | 'unknown'>>()

/**
 * Whether what is aboard or found is of a kind that the regime forbids that day; undefined where nothing is said of it.
 * A ceiling counts as forbidding nothing by itself.
 */
export function isForbiddenCargo(facts: Facts): boolean | undefined {
  const cargo = facts.vessel?.given.cargo ?? facts.circumstances.cargo
  const description = typeof cargo === 'string' ? cargo : facts.activity.goods?.description
  if (description === undefined || description === '') return undefined
  const goods = classifyGoods(
    description,
    typeof cargo === 'string' ? undefined : (facts.activity.goods?.hs_code ?? undefined),
  )
  if (/\bprohibited|forbidden|banned\b/i.test(description)) return true
  const key = `${facts.on}|${facts.direction}|${description}|${goods.codes?.join()}`
  let memory = memories.get(facts.regime)
  if (memory === undefined) {
    memory = new Map()
    memories.set(facts.regime, memory)
  }
  const known = memory.get(key)
  if (known !== undefined) return known === 'unknown' ? undefined : known
  const answer = isForbidden(goods, facts)
  if (memory.size >= 4096) memory.clear()
  memory.set(key, answer ?? 'unknown')
  return answer
}

function isForbidden(goods: ClassifiedGoods, facts: Facts): boolean | undefined {
  for (const measure of facts.regime.measures) {
    if (measure.duty !== 'forbid' || measure.force === 'called-for') continue
    if (measure.goods === undefined && measure.hs === undefined) continue
    if (measure.where !== undefined || !(measure.acts.includes('supply') || measure.acts.includes('procure'))) continue
    if (!measure.periods.some((period) => isWithin(facts.on, period))) continue
    if (facts.direction === 'into' && measure.flow === 'out') continue
    if (facts.direction === 'out' && measure.flow === 'into') continue
    if (isAmong(goods, measure) === true) return true
  }
  return goods.isRecognised ? false : undefined
}
