import { addDays, type CivilDate, dayNumber, isCivilDate, weekday } from '../dates.js'
import type { LawExemption, LawMeasure } from '../law/index.js'
import { holds } from './conditions.js'
import type { Facts } from './facts.js'
import type { Verdict } from './verdicts.js'

/** How an exemption stands to the activity; `closed` where it does not help. */
export interface Way {
  readonly exemption: LawExemption
  readonly verdict: Extract<Verdict, 'exempt' | 'needs-approval' | 'needs-notification'> | 'closed'
  /** What is to be met, in words. */
  readonly condition: string
  readonly missing: readonly string[]
}

const RANK = { exempt: 0, 'needs-notification': 1, 'needs-approval': 2, closed: 3 } as const

/** Every exemption that covers the activity, the most helpful first; general ones last, later ones before older. */
export function waysThrough(
  exemptions: readonly LawExemption[],
  measure: LawMeasure,
  facts: Facts,
  acts: readonly string[],
): Way[] {
  const ways: Way[] = []
  for (const exemption of exemptions) if (covers(exemption, facts, acts)) ways.push(wayOf(exemption, measure, facts))
  if (ways.length < 2) return ways
  const isGeneral = (exemption: LawExemption) => facts.regime.general.includes(exemption)
  return ways.sort(
    (a, b) =>
      RANK[a.verdict] - RANK[b.verdict] ||
      Number(isGeneral(a.exemption)) - Number(isGeneral(b.exemption)) ||
      (dayOf(b.exemption) > dayOf(a.exemption) ? 1 : dayOf(b.exemption) < dayOf(a.exemption) ? -1 : 0),
  )
}

function dayOf(exemption: LawExemption): CivilDate {
  return exemption.periods[0]?.from ?? ''
}

function covers(exemption: LawExemption, facts: Facts, acts: readonly string[]): boolean {
  if (exemption.acts !== undefined && !exemption.acts.some((act) => acts.includes(act))) return false
  if (exemption.exceptGoods?.some((id) => facts.goods?.groups.has(id))) return false
  return exemption.goods === undefined || exemption.goods.some((id) => facts.goods?.groups.has(id))
}

function wayOf(exemption: LawExemption, measure: LawMeasure, facts: Facts): Way {
  const missing: string[] = []
  const way = (verdict: Way['verdict'], condition = exemption.gist): Way => ({ exemption, verdict, condition, missing })
  const subject = { names: exemption.names, adopted: measure.adopted, confirmedBy: exemption.confirmedBy }
  for (const condition of exemption.where ?? []) {
    if (holds(condition, facts, subject) !== true) return way('closed')
  }
  if (exemption.graceAfterRefusal !== undefined && !isInGrace(exemption.graceAfterRefusal, facts)) return way('closed')
  if (exemption.window !== undefined) {
    const closed = whyClosed(exemption.window, facts, missing)
    if (closed !== undefined) return way('closed', closed)
  }
  if (exemption.gate === 'itself') return way('exempt')
  return exemption.gate === 'notice' ? byNotice(exemption, facts, way) : byApproval(exemption, facts, way)
}

function isInGrace(days: number, facts: Facts): boolean {
  const refused = dateIn(facts, 'committee_refusal_date') ?? dateIn(facts, 'refusal_date')
  return refused !== undefined && refused <= facts.on && facts.on <= addDays(refused, days)
}

function whyClosed(window: NonNullable<LawExemption['window']>, facts: Facts, missing: string[]): string | undefined {
  const { circumstances, on } = facts
  const done = dateIn(facts, 'import_date') ?? on
  if (done > window.until) return `the window closed on ${window.until}`
  if (window.contractBefore === undefined) return undefined
  const contract = dateIn(facts, 'contract_date')
  if (contract === undefined) {
    missing.push('circumstances.contract_date')
    return `a written contract from before ${window.contractBefore} is not stated`
  }
  if (contract >= window.contractBefore) return `the contract is not from before ${window.contractBefore}`
  if (circumstances.contract_written === false) return 'the contract is not in writing'
  if (window.noticeUntil !== undefined && circumstances.committee_notice === 'not_given' && on > window.noticeUntil)
    return `notice was due by ${window.noticeUntil}`
  return undefined
}

type Making = (verdict: Way['verdict'], condition?: string) => Way

function byNotice(exemption: LawExemption, facts: Facts, way: Making): Way {
  const { circumstances, on } = facts
  if (circumstances.negative_decision === true || circumstances.committee_approval === 'refused') return way('closed')
  if (circumstances.committee_approval === 'granted') return way('exempt')
  if (circumstances.committee_notice !== 'given') return way('needs-notification')
  const told = dateIn(facts, 'committee_notice_date')
  if (told !== undefined && told > on) return way('needs-notification')
  if (
    told !== undefined &&
    exemption.noticeDays !== undefined &&
    dayNumber(on) - dayNumber(told) < exemption.noticeDays
  )
    return way('needs-notification', `${exemption.gist} The notice is younger than ${exemption.noticeDays} days.`)
  if (told !== undefined && exemption.silenceDays !== undefined && workingDays(told, on) < exemption.silenceDays)
    return way('needs-notification', `${exemption.gist} The ${exemption.silenceDays} working days have not passed.`)
  return way('exempt')
}

function byApproval(exemption: LawExemption, facts: Facts, way: Making): Way {
  const { circumstances, on } = facts
  const state = circumstances.committee_approval
  const decided = dateIn(facts, 'committee_approval_date')
  if (state === 'refused') return way('closed')
  if (state === 'granted') return decided !== undefined && decided > on ? way('needs-approval') : way('exempt')
  if (state === 'pending') return way('needs-approval')
  return fitsPurpose(exemption, facts) ? way('needs-approval') : way('closed')
}

/** Whether the activity states a purpose that the exemption names. No purpose named in the law means that none is told apart. */
function fitsPurpose(exemption: LawExemption, facts: Facts): boolean {
  return (exemption.purposes ?? []).some((purpose) => holds(purpose, facts, {}) === true)
}

/** Working days (Monday to Friday) after the first day, up to and with the second. */
export function workingDays(from: CivilDate, to: CivilDate): number {
  let count = 0
  for (let day = dayNumber(from) + 1; day <= dayNumber(to) && count < 60; day++) {
    const week = weekday(addDays(from, day - dayNumber(from)))
    if (week !== 0 && week !== 6) count++
  }
  return count
}

function dateIn(facts: Facts, key: string): CivilDate | undefined {
  const value = facts.circumstances[key]
  return typeof value === 'string' && isCivilDate(value) ? value : undefined
}
