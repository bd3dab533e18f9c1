import type { LawMeasure } from '../law/index.js'
import type { Coverage } from './coverage.js'
import { BREADTH } from './day-book.js'
import type { Facts } from './facts.js'
import type { Ranked } from './findings.js'
import { type Finding, strictness, type Verdict } from './verdicts.js'

/** A near name on a list, for a person to look at. */
export interface PossibleMatch {
  readonly given: string
  readonly listed: string
  readonly reference?: string
  readonly regime: string
}

/** What a check answers: the strictest finding leads, all are listed. It is never "allowed", "clear" or "compliant". */
export interface Answer {
  readonly verdict: Verdict
  /** The controlling paragraph first. Empty only where nothing was found. */
  readonly citations: readonly string[]
  readonly findings: readonly Finding[]
  readonly missing: readonly string[]
  readonly possible: readonly PossibleMatch[]
  readonly coverage: Coverage
}

/** The answer that findings come to, the strictest leading; `nearMisses` are measures that stop short of the activity. */
export function answerOf(
  ranked: readonly Ranked[],
  nearMisses: readonly LawMeasure[],
  facts: readonly Facts[],
  isVerbUnknown: boolean,
  coverage: Coverage,
): Answer {
  const possible = possibleAmong(facts)
  const findings = [...ranked].sort(inOrder).map(({ finding }) => finding)
  const [first] = findings
  if (first === undefined) {
    if (isVerbUnknown)
      return { verdict: 'cannot-tell', citations: [], findings, missing: ['act.action'], possible, coverage }
    return { verdict: 'nothing-found', citations: limitsOf(nearMisses), findings, missing: [], possible, coverage }
  }
  const same = findings.filter((one) => one.verdict === first.verdict)
  const others = findings.filter(
    (one) => one.verdict !== first.verdict && strictness(one.verdict) < strictness('called-for'),
  )
  return {
    verdict: first.verdict,
    citations:
      findings.length === 1 ? first.citations : [...new Set([...same, ...others].flatMap((one) => one.citations))],
    findings,
    missing: first.missing.length === 0 && same.length === 1 ? [] : [...new Set(same.flatMap((one) => one.missing))],
    possible,
    coverage,
  }
}

/** Strictest first; then the narrower paragraph; then the later; a base before what works through it. */
function inOrder(a: Ranked, b: Ranked): number {
  return (
    strictness(a.finding.verdict) - strictness(b.finding.verdict) ||
    a.entry.breadth - b.entry.breadth ||
    (a.entry.adopted === b.entry.adopted ? 0 : a.entry.adopted < b.entry.adopted ? 1 : -1) ||
    Number(a.entry.base !== undefined) - Number(b.entry.base !== undefined)
  )
}

/** Paragraphs whose limits matter to an activity that they don't reach: the narrower and the later first. */
function limitsOf(measures: readonly LawMeasure[]): string[] {
  if (measures.length === 0) return []
  const order = [...measures].sort(
    (a, b) =>
      Number(a.force === 'called-for') - Number(b.force === 'called-for') ||
      (a.adopted === b.adopted ? 0 : a.adopted < b.adopted ? 1 : -1) ||
      BREADTH[a.breadth ?? 'category'] - BREADTH[b.breadth ?? 'category'] ||
      Number(a.through !== undefined) - Number(b.through !== undefined),
  )
  return [...new Set(order.map((measure) => measure.citation))]
}

function possibleAmong(facts: readonly Facts[]): PossibleMatch[] {
  const found: PossibleMatch[] = []
  for (const one of facts)
    for (const { name, screening } of one.parties)
      for (const { designation } of screening?.possible ?? [])
        found.push({
          given: name,
          listed: designation.name,
          ...(designation.reference !== undefined && { reference: designation.reference }),
          regime: one.regime.regime.id,
        })
  return found
}
