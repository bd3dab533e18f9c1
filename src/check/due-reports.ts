import type { CivilDate } from '../dates.js'
import { KIND_OF_ACT, type LawMeasure } from '../law/index.js'
import { entryOf } from './day-book.js'
import type { Facts } from './facts.js'
import { noticeExemptions, type Ranked } from './findings.js'
import { applies } from './in-force.js'
import { describeFacts } from './reasons.js'
import { isAmong, standingTo } from './scope.js'

/** What is due, or given, where the activity is a report or notice itself. */
export function reportsDue(facts: Facts, on: CivilDate): Ranked[] {
  return reportable(facts)
    .filter((measure) => applies(measure, on) || isNoticeDue(measure, facts))
    .filter((measure) => standingTo(measure, facts, measure.acts).reach !== 'no')
    .map((measure) => reportFinding(measure, facts, on))
}

/** Measures that ask for a report or notice and that the goods or the kind of activity fit. */
function reportable(facts: Facts): LawMeasure[] {
  return facts.regime.measures.filter((measure) => {
    if (measure.reports === undefined && noticeExemptions(measure).length === 0) return false
    if (measure.goods !== undefined || measure.hs !== undefined)
      return facts.goods !== undefined && isAmong(facts.goods, measure) === true
    return (
      measure.acts.some((act) => KIND_OF_ACT[act] === facts.activity.kind) ||
      measure.acts.some((act) => act === 'omit-report' || act === 'file-report')
    )
  })
}

function isNoticeDue(measure: LawMeasure, facts: Facts): boolean {
  if (facts.on < (measure.periods[0]?.from ?? '')) return false
  return measure.exemptions.some((one) => one.window?.noticeUntil !== undefined && facts.on <= one.window.noticeUntil)
}

function reportFinding(measure: LawMeasure, facts: Facts, on: CivilDate): Ranked {
  const isGiven = facts.circumstances.committee_notice === 'given'
  const due = [
    ...(measure.reports ?? []).map((report) => report.what),
    ...noticeExemptions(measure).map((one) =>
      one.window?.noticeUntil ? `notice by ${one.window.noticeUntil}` : one.gist,
    ),
  ]
  const { regime } = facts.regime
  return {
    entry: entryOf(measure, facts.regime, on),
    finding: {
      verdict: isGiven ? 'exempt' : 'needs-notification',
      regime: regime.id,
      measure: measure.id,
      citations: [measure.citation],
      reason: isGiven
        ? 'The report that is due has been made.'
        : `A report to ${regime.committee} is still due: ${due.join('; ')}.`,
      facts: describeFacts(facts, []),
      missing: [],
      conditions: due,
    },
  }
}
