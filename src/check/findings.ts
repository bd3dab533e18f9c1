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

/** A measure that reaches an activity, or may, and the exemptions that it could pass by. */
interface Case {
  readonly entry: DayEntry
  readonly standing: Standing
  readonly facts: Facts
  readonly ways: readonly Way[]
}

/** What a measure that reaches the activity says of it. Undefined where a mere call has an exemption that is met. */
export function findingOf(
  entry: DayEntry,
  standing: Standing,
  facts: Facts,
  acts: readonly string[],
): Ranked | undefined {
  const { measure } = entry
  const on: Case = { entry, standing, facts, ways: waysThrough(entry.exemptions, measure, facts, acts) }
  if (measure.force === 'called-for' && standing.reach === 'yes' && isExemptByName(on.ways[0])) return undefined
  const citations = paragraphsOf(entry, on.ways, facts)
  if (standing.reach === 'unknown') {
    const reason = `${measure.says} Whether it reaches this turns on what is missing.`
    return made(on, { verdict: 'cannot-tell', reason, citations, missing: standing.missing })
  }
  if (measure.force === 'called-for') return made(on, { verdict: 'called-for', reason: measure.says, citations })
  if (measure.cap !== undefined) return cappedBy(on, measure.cap, citations)
  const way = openWay(on.ways)
  if (way !== undefined) return made(on, through(way, entry, measure.says))
  const hints = on.ways.filter((one) => one.exemption.gate !== 'itself' || one.missing.length > 0)
  const conditions = hints.slice(0, MOST_HINTS).map((one) => one.condition)
  return made(on, { verdict: 'prohibited', reason: measure.says, citations, conditions })
}

/** So many exemptions that might have helped are told. */
const MOST_HINTS = 3

interface Told {
  readonly verdict: Verdict
  readonly reason: string
  readonly citations: readonly string[]
  readonly missing?: readonly string[]
  readonly conditions?: readonly string[]
  /** Facts told behind those of the activity itself. */
  readonly moreFacts?: readonly string[]
}

function made({ entry, standing, facts }: Case, told: Told): Ranked {
  const { verdict, reason, citations, missing = NONE, conditions = NONE, moreFacts = NONE } = told
  const held = describeFacts(facts, standing.held)
  return {
    entry,
    finding: {
      verdict,
      regime: facts.regime.regime.id,
      measure: entry.measure.id,
      citations: citations.length > 1 ? [...new Set(citations)] : citations,
      reason,
      facts: moreFacts.length === 0 ? held : [...held, ...moreFacts],
      missing,
      conditions,
    },
  }
}

/** What a measure says that bars only what goes over a quantity. */
function cappedBy(on: Case, cap: Cap, citations: readonly string[]): Ranked {
  const { entry, facts } = on
  const { measure } = entry
  const figure = statesTotal(facts) ? undefined : facts.figures?.(measure, facts.on)
  const { verdict, why, missing, conditions } = standingToCap(cap, facts, figure)
  const reason = `${measure.says} ${sentence(why)}`
  const moreFacts = figure === undefined ? NONE : figureFacts(figure)
  const way = openWay(on.ways)
  const isBarred = verdict === 'over-ceiling' || verdict === 'prohibited'
  if (way !== undefined && (isBarred || (way.verdict === 'exempt' && verdict === 'cannot-tell')))
    return made(on, { ...through(way, entry, reason), moreFacts })
  const reports = (measure.reports ?? []).map((report) => `report ${report.what}`)
  const open = figure === undefined ? NONE : figureConditions(cap, figure)
  return made(on, { verdict, reason, citations, missing, conditions: [...conditions, ...open, ...reports], moreFacts })
}

/** What is told where an exemption is open. */
function through(way: OpenWay, entry: DayEntry, reason: string): Told {
  const { verdict, condition, missing } = way
  const citations = leading(way, entry)
  return { verdict, reason: `${reason} ${condition}`, citations, missing, conditions: [condition] }
}

type OpenWay = Way & { readonly verdict: Exclude<Way['verdict'], 'closed'> }

/** The best way past the measure, unless it is closed. */
function openWay([way]: readonly Way[]): OpenWay | undefined {
  return way !== undefined && isOpen(way) ? way : undefined
}

function isOpen(way: Way): way is OpenWay {
  return way.verdict !== 'closed'
}

/** An exemption of the measure's own is met, not one that opens all measures at once. */
function isExemptByName(way: Way | undefined): boolean {
  return way?.verdict === 'exempt' && way.exemption.general !== true
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
