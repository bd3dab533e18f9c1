import type { Cap, LawExemption, LawMeasure } from '../law/index.js'
import { printQuantity } from '../quantities.js'
import { standingToCap, statesTotal } from './caps.js'
import type { CeilingFigure } from './ceiling-figures.js'
import type { DayEntry } from './day-book.js'
import { type Way, waysThrough } from './exemptions.js'
import type { Facts } from './facts.js'
import { matchesWith } from './parties.js'
import { describeFacts } from './reasons.js'
import type { Standing } from './scope.js'
import type { Finding, Verdict } from './verdicts.js'

/** A finding with what decides its place among equally strict ones. */
export interface Ranked {
  readonly finding: Finding
  readonly entry: DayEntry
}

const NONE: readonly string[] = []
const NO_WAYS: readonly Way[] = []

/** What a measure that reaches the activity says of it. Undefined where a mere call has an exemption that is met. */
export function findingOf(
  entry: DayEntry,
  standing: Standing,
  facts: Facts,
  acts: readonly string[],
): Ranked | undefined {
  const { measure } = entry
  const ways = waysThrough(entry.exemptions, measure, facts, acts)
  const made = (
    verdict: Verdict,
    reason: string,
    citations: readonly string[],
    missing = NONE,
    conditions = NONE,
    moreFacts = NONE,
  ): Ranked => ({
    entry,
    finding: {
      verdict,
      regime: facts.regime.regime.id,
      measure: measure.id,
      citations: citations.length > 1 ? [...new Set(citations)] : citations,
      reason,
      facts:
        moreFacts.length === 0
          ? describeFacts(facts, standing.held)
          : [...describeFacts(facts, standing.held), ...moreFacts],
      missing,
      conditions,
    },
  })
  const [way] = ways
  if (
    measure.force === 'called-for' &&
    standing.reach === 'yes' &&
    way?.verdict === 'exempt' &&
    way.exemption.general !== true
  )
    return undefined
  const paragraphs = paragraphsOf(entry, ways, facts)
  if (standing.reach === 'unknown')
    return made(
      'cannot-tell',
      `${measure.says} Whether it reaches this turns on what is missing.`,
      paragraphs,
      standing.missing,
    )
  if (measure.force === 'called-for') return made('called-for', measure.says, paragraphs)
  if (measure.cap !== undefined) {
    const figure = statesTotal(facts) ? undefined : facts.figures?.(measure, facts.on)
    const cap = standingToCap(measure.cap, facts, figure)
    const told = figure === undefined ? NONE : figureFacts(figure)
    const isBarred = cap.verdict === 'over-ceiling' || cap.verdict === 'prohibited'
    if (
      way !== undefined &&
      way.verdict !== 'closed' &&
      (isBarred || (way.verdict === 'exempt' && cap.verdict === 'cannot-tell'))
    )
      return made(
        way.verdict,
        `${measure.says} ${sentence(cap.why)} ${way.condition}`,
        leading(way, entry),
        way.missing,
        [way.condition],
        told,
      )
    const reports = (measure.reports ?? []).map((report) => `report ${report.what}`)
    const open = figure === undefined ? NONE : figureConditions(measure.cap, figure)
    return made(
      cap.verdict,
      `${measure.says} ${sentence(cap.why)}`,
      paragraphs,
      cap.missing,
      [...cap.conditions, ...open, ...reports],
      told,
    )
  }
  if (way !== undefined && way.verdict !== 'closed')
    return made(way.verdict, `${measure.says} ${way.condition}`, leading(way, entry), way.missing, [way.condition])
  const hints = ways.filter((one) => one.exemption.gate !== 'itself' || one.missing.length > 0)
  return made(
    'prohibited',
    measure.says,
    paragraphs,
    NONE,
    hints.slice(0, 3).map((one) => one.condition),
  )
}

/** Freezes begin with the listing, so its paragraph leads; where an exemption is what was asked for, or for travel, the base does. */
function paragraphsOf(entry: DayEntry, ways: readonly Way[], facts: Facts): readonly string[] {
  const { own, support, turnsOn } = entry
  const refused =
    ways.length === 0 ? NO_WAYS : ways.filter((one) => one.verdict === 'closed' && isAtIssue(one.exemption, facts))
  if (turnsOn === undefined && refused.length === 0) return support.length === 0 ? own : [...own, ...support]
  const listing = listingInstruments(entry, facts)
  if (turnsOn === 'asset-freeze' && refused.length === 0) return [...listing, ...own, ...support]
  return [...own, ...refused.map((one) => one.exemption.citation), ...listing, ...support]
}

/** The paragraph that opens the way leads; where it opens many measures at once and is still to be used, it follows. */
function leading({ exemption, verdict }: Way, { own, support }: DayEntry): string[] {
  const follows = exemption.general === true && verdict !== 'exempt' && !own.includes(exemption.citation)
  return follows ? [...own, exemption.citation, ...support] : [exemption.citation, ...own, ...support]
}

/** Whether an exemption that does not help is the one that the activity asked for. */
function isAtIssue(exemption: LawExemption, facts: Facts): boolean {
  const purpose = facts.circumstances.purpose_class
  if (typeof purpose !== 'string' || exemption.purposes === undefined) return false
  const named = purpose.replaceAll('_', '-')
  return exemption.purposes.some((one) => named === one || named.startsWith(`${one}-`))
}

/** Where a listing is what the measure turns on, the resolution that listed the party says that the measure applies to it. */
function listingInstruments({ measure, turnsOn }: DayEntry, facts: Facts): string[] {
  if (turnsOn === undefined) return []
  const found: string[] = []
  for (const screening of [...facts.parties.map((party) => party.screening), facts.vessel?.screening]) {
    if (screening === undefined || screening.listed.length === 0) continue
    for (const match of matchesWith(screening, turnsOn)) {
      for (const { kind, paragraph, instrument } of match.consequences) {
        if (
          kind === turnsOn &&
          paragraph === measure.citation &&
          instrument?.startsWith('S/RES/') &&
          instrument.includes(' para ')
        )
          found.push(instrument)
      }
    }
  }
  return found
}

/** Exemptions that a report or notice belongs to, for activities that only tell the committee. */
export function noticeExemptions(measure: LawMeasure): LawExemption[] {
  return measure.exemptions.filter((one) => one.gate === 'notice' || one.window?.noticeUntil !== undefined)
}

/** What a figure leaves open: what came after it, and the notice that ends supply before the ceiling is full. */
function figureConditions({ limbs, stopAt }: Cap, { totals, until }: CeilingFigure): string[] {
  const shares = (limbs ?? []).flatMap((limb) =>
    totals.flatMap(({ value, unit }) => (unit === limb.unit ? [(100 * value) / limb.value] : [])),
  )
  const share = Math.max(0, ...shares)
  return [
    `nothing was supplied after ${until} that the figure leaves out`,
    ...(stopAt !== undefined && share >= stopAt
      ? [`the notice at ${stopAt} % has not been issued, although the figure stands at ${share.toFixed(1)} %`]
      : []),
  ]
}

/** Where the period's total comes from when the activity does not state it; who else reports follows the Committee. */
function figureFacts({ totals, until, cited, others }: CeilingFigure): string[] {
  const figure = totals.map(printQuantity).join(' or ')
  return [
    `total of the period until ${until}, by the Committee: ${figure} (${cited})`,
    ...others.map((other) => `beside it, ${other}`),
  ]
}

function sentence(text: string): string {
  return text === '' ? '' : `${text[0]?.toUpperCase()}${text.slice(1)}.`
}
