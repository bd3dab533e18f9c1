import type { Act, LawMeasure } from '../law/index.js'
import { askedBy, heldIn, holds, isDenied } from './conditions.js'
import type { Facts } from './facts.js'
import { type ClassifiedGoods, classifyGoods, covers } from './goods.js'
import { named } from './phrases.js'

/** How an activity stands to a measure's scope. */
export interface Standing {
  readonly reach: 'yes' | 'no' | 'unknown'
  readonly missing: readonly string[]
  /** Conditions that hold. */
  readonly held: readonly string[]
  /** True where all but one stated fact fits: the paragraph's limit is the point. */
  readonly isNearMiss: boolean
}

const NO: Standing = { reach: 'no', missing: [], held: [], isNearMiss: false }
const NEAR: Standing = { ...NO, isNearMiss: true }
const PRACTICAL: ReadonlySet<string> = new Set(['trade'])

export function standingTo(measure: LawMeasure, facts: Facts, acts: readonly string[]): Standing {
  const missing: string[] = []
  const flow = flowFits(measure, facts, acts)
  if (flow === false) return NO
  if (flow === undefined) missing.push('direction, or exporter_country and importer_country')
  if (measure.goods !== undefined || measure.hs !== undefined) {
    const among = goodsFit(measure, facts)
    if (among === false) return NO
    if (among === undefined) missing.push('goods.hs_code')
  }
  const held: string[] = []
  for (const condition of measure.where ?? []) {
    const outcome = holds(condition, facts, measure)
    if (outcome === true) {
      if (typeof condition === 'string') held.push(condition)
      else held.push(...heldIn(condition, facts, measure))
    } else if (outcome === false) return missing.length === 0 && isDenied(condition, facts, measure) ? NEAR : NO
    else {
      const asked = askedBy(condition, facts, measure)
      if (asked.length === 0) return isDenied(condition, facts, measure) ? NEAR : NO
      missing.push(...asked)
    }
  }
  return { reach: missing.length === 0 ? 'yes' : 'unknown', missing, held, isNearMiss: false }
}

function flowFits(measure: LawMeasure, facts: Facts, acts: readonly string[]): boolean | undefined {
  if (measure.flow === 'any') return true
  const direction = facts.direction ?? directionByVerb(facts, acts)
  if (direction === 'into' || direction === 'out') return measure.flow === 'both' || measure.flow === direction
  if (passesNamedPlace(measure, facts)) return true
  return direction === undefined && facts.isLinked ? undefined : false
}

/** Goods of others that leave from a place of the target which the paragraph names go out of the target. */
function passesNamedPlace(measure: LawMeasure, facts: Facts): boolean {
  if (measure.flow === 'into') return false
  return measure.exemptions.some(
    ({ names, where }) => where?.includes('via-named-port') && named(names)?.test(facts.text),
  )
}

function directionByVerb(facts: Facts, acts: readonly string[]): 'into' | 'out' | undefined {
  const isWithTarget = facts.parties.some((party) => party.isOfTarget === true) || facts.vessel?.isTargetLinked === true
  if (!isWithTarget) return undefined
  if (acts.includes('procure')) return acts.includes('supply') ? undefined : 'out'
  return acts.includes('supply') ? 'into' : undefined
}

function goodsFit(measure: LawMeasure, facts: Facts): boolean | undefined {
  const isTrade = PRACTICAL.has(facts.activity.kind)
  const goods = facts.goods ?? (isTrade ? undefined : classifyGoods(facts.text, undefined))
  if (goods === undefined) return undefined
  const among = isAmong(goods, measure)
  return among === undefined && !isTrade ? false : among
}

/** Whether goods are among those of a measure; undefined where nobody can tell from what is said of them. */
export function isAmong(
  goods: ClassifiedGoods,
  measure: Pick<LawMeasure, 'goods' | 'hs' | 'exceptGoods'>,
): boolean | undefined {
  if (measure.exceptGoods?.some((id) => goods.groups.has(id))) return false
  if (measure.goods?.some((id) => goods.groups.has(id))) return true
  if (measure.hs !== undefined && goods.codes !== undefined) {
    const hits = goods.codes.filter((code) => measure.hs?.some((listed) => covers(listed, code)))
    if (hits.length > 0 && (goods.isCodeGiven || hits.length === goods.codes.length)) return true
  }
  return goods.isRecognised ? false : undefined
}

export function reaches(measure: LawMeasure, acts: readonly string[]): boolean {
  return measure.acts.some((act: Act) => acts.includes(act))
}
