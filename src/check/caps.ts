import { type Cap, CONDITIONS } from '../law/index.js'
import type { CeilingFigure } from './ceiling-figures.js'
import { holds } from './conditions.js'
import type { Facts } from './facts.js'

/** How an activity stands to a ceiling. */
export interface CapStanding {
  readonly verdict: 'prohibited' | 'over-ceiling' | 'within-ceiling' | 'cannot-tell'
  readonly why: string
  readonly missing: readonly string[]
  readonly conditions: readonly string[]
}

/** Whether the activity itself states what the period has seen. */
export function statesTotal({ activity: { period_total_so_far: total } }: Facts): boolean {
  return typeof total?.value === 'number' || typeof total?.value_usd === 'number'
}

/**
 * Adds the activity to the period's total and compares both with every limb; whichever is passed first decides. The
 * figure stands for the total where the activity states none.
 */
export function standingToCap(cap: Cap, facts: Facts, figure?: CeilingFigure): CapStanding {
  const conditions: string[] = []
  for (const condition of cap.where ?? []) {
    const held = holds(condition, facts, {})
    const name = nameOf(condition)
    if (held === false)
      return {
        verdict: 'prohibited',
        why: `the ceiling is open only on the condition: ${name}`,
        missing: [],
        conditions: [name],
      }
    if (held === undefined || (typeof condition !== 'string' && 'not' in condition)) conditions.push(name)
  }
  const total = facts.activity.period_total_so_far ?? {}
  const notice = Number(
    total.committee_notice_pct ?? total.notice_pct ?? facts.circumstances.committee_notice_pct ?? Number.NaN,
  )
  if (cap.stopAt !== undefined && notice >= cap.stopAt)
    return {
      verdict: 'over-ceiling',
      why: `the notice at ${cap.stopAt} % has issued; nothing more may go in this period`,
      missing: [],
      conditions,
    }
  return cap.limbs === undefined
    ? ownCeiling(cap, facts, total, conditions)
    : limbs(cap.limbs, facts, total, figure, conditions)
}

function limbs(
  wanted: NonNullable<Cap['limbs']>,
  facts: Facts,
  total: Readonly<Record<string, unknown>>,
  figure: CeilingFigure | undefined,
  conditions: readonly string[],
): CapStanding {
  const missing: string[] = []
  const told: string[] = []
  let isSettled = false
  for (const limb of wanted) {
    const adds = spanOf(amountOf(facts, limb.unit), facts, limb.unit)
    const before = spanOf(totalOf(total, limb.unit) ?? figureIn(figure, limb.unit), facts, limb.unit)
    const low = (adds?.low ?? 0) + (before?.low ?? 0)
    const high = (adds?.high ?? 0) + (before?.high ?? 0)
    const of = `${show(limb.value)} ${limb.unit}`
    if (low > limb.value)
      return { verdict: 'over-ceiling', why: `${between(low, high)} would pass ${of}`, missing: [], conditions }
    if (adds === undefined || before === undefined)
      missing.push(...needed(limb.unit, adds === undefined, before === undefined))
    else if (high > limb.value) {
      missing.push(`quantity in ${limb.unit} (by weight it is ${between(low, high)} with what was counted)`)
    } else {
      isSettled = true
      told.push(`${between(low, high)} of ${of}`)
    }
  }
  // Alternative units of one amount: one that can be counted settles it. A limb in money stands beside, not instead.
  const hasMoney = wanted.some((limb) => limb.unit === 'usd')
  if (missing.length > 0 && (hasMoney || !isSettled))
    return { verdict: 'cannot-tell', why: 'the total of the period is not stated in full', missing, conditions }
  return { verdict: 'within-ceiling', why: told.join(' and '), missing: [], conditions }
}

function ownCeiling(
  cap: Cap,
  facts: Facts,
  total: Readonly<Record<string, unknown>>,
  conditions: readonly string[],
): CapStanding {
  const ceiling =
    numberUnder(total, /ceiling|limit|cap$|prior|previous|preceding|baseline|before|base/) ??
    numberUnder(facts.circumstances, /ceiling|limit|prior|previous|preceding|baseline/)
  const adds = facts.activity.quantity?.value
  const before = typeof total.value === 'number' ? total.value : undefined
  if (ceiling === undefined || adds === undefined || before === undefined) {
    const missing = [
      ...(ceiling === undefined ? [`period_total_so_far.ceiling (${cap.own})`] : []),
      ...(adds === undefined ? ['quantity'] : []),
      ...(before === undefined ? ['period_total_so_far.value'] : []),
    ]
    if (ceiling === undefined || (adds ?? 0) + (before ?? 0) <= ceiling)
      return { verdict: 'cannot-tell', why: `the ceiling is ${cap.own}`, missing, conditions }
  }
  const sum = (before ?? 0) + (adds ?? 0)
  return sum > ceiling
    ? { verdict: 'over-ceiling', why: `${show(sum)} would pass ${show(ceiling)}, ${cap.own}`, missing: [], conditions }
    : { verdict: 'within-ceiling', why: `${show(sum)} of ${show(ceiling)}, ${cap.own}`, missing: [], conditions }
}

interface Amount {
  readonly value: number
  readonly unit: string
}

interface Span {
  readonly low: number
  readonly high: number
}

/** An amount in the unit wanted: as it is, or between the conversions that the goods allow; undefined where none fits. */
function spanOf(amount: Amount | undefined, facts: Facts, unit: string): Span | undefined {
  if (amount === undefined) return undefined
  if (amount.unit === unit) return { low: amount.value, high: amount.value }
  const range = facts.goods?.barrelsPerTonne
  if (range === undefined) return undefined
  if (amount.unit === 't' && unit === 'bbl') return { low: amount.value * range.from, high: amount.value * range.to }
  if (amount.unit === 'bbl' && unit === 't') return { low: amount.value / range.to, high: amount.value / range.from }
  return undefined
}

function amountOf({ activity: { quantity, value_usd } }: Facts, unit: string): Amount | undefined {
  if (unit === 'usd') return value_usd == null ? (quantity ?? undefined) : { value: value_usd, unit }
  if (quantity?.unit === 'kg') return { value: quantity.value / 1000, unit: 't' }
  return quantity ?? undefined
}

function totalOf(total: Readonly<Record<string, unknown>>, unit: string): Amount | undefined {
  if (unit === 'usd' && typeof total.value_usd === 'number') return { value: total.value_usd, unit }
  const [own = ''] = String(total.unit ?? '').split(' ')
  return typeof total.value === 'number' ? { value: total.value, unit: own } : undefined
}

/** The figure in the unit, or in one that may convert into it; dollars stand for nothing else. */
function figureIn(figure: CeilingFigure | undefined, unit: string): Amount | undefined {
  const { totals = [] } = figure ?? {}
  return totals.find((total) => total.unit === unit) ?? totals.find((total) => total.unit !== 'usd' && unit !== 'usd')
}

function between(low: number, high: number): string {
  return low === high ? show(low) : `${show(low)} to ${show(high)}`
}

function needed(unit: string, isAmount: boolean, isTotal: boolean): string[] {
  return [
    ...(isAmount ? [unit === 'usd' ? 'value_usd' : `quantity in ${unit}`] : []),
    ...(isTotal ? [unit === 'usd' ? 'period_total_so_far.value_usd' : `period_total_so_far.value in ${unit}`] : []),
  ]
}

function numberUnder(source: Readonly<Record<string, unknown>>, key: RegExp): number | undefined {
  for (const name in source) if (key.test(name) && typeof source[name] === 'number') return source[name] as number
  return undefined
}

function nameOf(condition: NonNullable<Cap['where']>[number]): string {
  if (typeof condition === 'string') return CONDITIONS[condition]
  if ('not' in condition) return `not so: ${nameOf(condition.not)}`
  return ('any' in condition ? condition.any : condition.all).map(nameOf).join('any' in condition ? ' or ' : ' and ')
}

function show(value: number): string {
  const [whole = '', part] = String(Math.round(value * 100) / 100).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}
