import type { LawExemption, LawMeasure, RegimeLaw } from '../law/index.js'
import { standingToCap } from './caps.js'
import { type Way, waysThrough } from './exemptions.js'
import type { Facts } from './facts.js'
import { applies, type Clocks, isOpen } from './in-force.js'
import { matchesWith } from './parties.js'
import { describeFacts } from './reasons.js'
import type { Standing } from './scope.js'
import type { Finding, Verdict } from './verdicts.js'

/** A finding with what decides its place among equally strict ones. */
export interface Ranked extends Finding {
  readonly breadth: number
  readonly adopted: string
  readonly lawMeasure: LawMeasure
}

const BREADTH = { named: 0, category: 1, chapters: 2, 'catch-all': 3 } as const

/** What a measure that reaches the activity says of it. Undefined where a mere call has an exemption that is met. */
export function findingOf(
  measure: LawMeasure,
  standing: Standing,
  facts: Facts,
  acts: readonly string[],
  clocks: Clocks,
): Ranked | undefined {
  const base = measure.through === undefined ? undefined : inRegime(facts.regime, measure.through)
  const heirs = [...(base === undefined ? [] : [base]), ...builtOn(measure, facts.regime)]
  const inherited = heirs.filter((heir) => applies(heir, clocks)).flatMap((heir) => heir.exemptions)
  const ways = waysThrough(
    measure,
    facts,
    acts,
    [...inherited, ...facts.regime.general].filter((one) => isOpen(one, clocks)),
  )
  const rank = {
    regime: facts.regime.regime.id,
    measure: measure.id,
    facts: describeFacts(facts, standing.held),
    breadth: BREADTH[measure.breadth ?? 'category'],
    adopted: (base ?? measure).adopted,
    lawMeasure: measure,
  }
  const own = [...(base === undefined ? [] : [base.citation]), measure.citation]
  const listing = listingInstruments(measure, facts)
  // Freezes begin with the listing; where an exemption is what was asked for, or for travel, the base leads.
  const refused = ways
    .filter((one) => one.verdict === 'closed' && isAtIssue(one, facts))
    .map((one) => one.exemption.citation)
  const isListingFirst = consequenceOf(measure) === 'asset-freeze' && refused.length === 0
  const paragraphs = isListingFirst ? [...listing, ...own] : [...own, ...refused, ...listing]
  const support = [...(measure.citedWith ?? []), ...builtOn(measure, facts.regime).map((one) => one.citation)]
  const made = (
    verdict: Verdict,
    reason: string,
    citations: readonly string[],
    missing: readonly string[] = [],
    conditions: readonly string[] = [],
  ): Ranked => ({
    ...rank,
    verdict,
    citations: [...new Set(citations)],
    reason,
    missing,
    conditions,
  })
  if (standing.reach === 'unknown')
    return made(
      'cannot-tell',
      `${measure.says} Whether it reaches this turns on what is missing.`,
      [...paragraphs, ...support],
      standing.missing,
    )
  const [way] = ways
  if (measure.force === 'called-for')
    return way?.verdict === 'exempt' && way.exemption.general !== true
      ? undefined
      : made('called-for', measure.says, [...paragraphs, ...support])
  const plain = measure.citation
  const leads = (one: Way) => leading(one, [...(base === undefined ? [] : [base.citation]), plain], support)
  if (measure.cap !== undefined) {
    const cap = standingToCap({ ...measure, cap: measure.cap }, facts)
    if (
      (cap.verdict === 'over-ceiling' || cap.verdict === 'prohibited') &&
      way !== undefined &&
      way.verdict !== 'closed'
    )
      return made(way.verdict, `${measure.says} ${sentence(cap.why)} ${way.condition}`, leads(way), way.missing, [
        way.condition,
      ])
    if (way?.verdict === 'exempt' && way.exemption.gate === 'notice' && cap.verdict === 'cannot-tell')
      return made('exempt', `${measure.says} ${way.condition}`, leads(way))
    const reports = (measure.reports ?? []).map((report) => `report ${report.what}`)
    return made(cap.verdict, `${measure.says} ${sentence(cap.why)}`, [...paragraphs, ...support], cap.missing, [
      ...cap.conditions,
      ...reports,
    ])
  }
  if (way === undefined || way.verdict === 'closed') {
    const hints = ways
      .filter((one) => one.exemption.gate !== 'itself' || one.missing.length > 0)
      .map((one) => one.condition)
    return made('prohibited', measure.says, [...paragraphs, ...support], [], hints.slice(0, 3))
  }
  return made(way.verdict, `${measure.says} ${way.condition}`, leads(way), way.missing, [way.condition])
}

/** The paragraph that opens the way leads; where it opens many measures at once and is still to be used, it follows. */
function leading({ exemption, verdict }: Way, own: readonly string[], support: readonly string[]): string[] {
  const isOwn = own.includes(exemption.citation)
  if (isOwn) return [exemption.citation, ...own, ...support]
  if (exemption.general === true && verdict !== 'exempt') return [...own, exemption.citation, ...support]
  return [exemption.citation, ...own, ...support]
}

/** Whether an exemption that does not help is the one that the activity asked for. */
function isAtIssue({ exemption }: Way, facts: Facts): boolean {
  const purpose = facts.circumstances.purpose_class
  if (typeof purpose !== 'string' || exemption.purposes === undefined) return false
  const named = purpose.replaceAll('_', '-')
  return exemption.purposes.some((one) => named === one || named.startsWith(`${one}-`))
}

/** Where a listing is what the measure turns on, the resolution that listed the party says that the measure applies to it. */
function listingInstruments(measure: LawMeasure, facts: Facts): string[] {
  const kinds = consequenceOf(measure)
  if (kinds === undefined) return []
  const screenings = [...facts.parties.map((party) => party.screening), facts.vessel?.screening]
  return screenings.flatMap((screening) =>
    matchesWith(screening, kinds).flatMap((match) =>
      match.consequences
        .filter((one) => one.kind === kinds && one.paragraph === measure.citation)
        .flatMap((one) =>
          one.instrument?.startsWith('S/RES/') && / para /.test(one.instrument) ? [one.instrument] : [],
        ),
    ),
  )
}

function consequenceOf(measure: LawMeasure): 'asset-freeze' | 'travel-ban' | undefined {
  const named = JSON.stringify(measure.where ?? [])
  if (named.includes('"party-listed"')) return 'asset-freeze'
  return named.includes('"party-travel-banned"') ? 'travel-ban' : undefined
}

function builtOn(measure: LawMeasure, regime: RegimeLaw): LawMeasure[] {
  return (measure.builtOn ?? []).flatMap((id) => inRegime(regime, id) ?? [])
}

const ids = new WeakMap<RegimeLaw, Map<string, LawMeasure>>()

export function inRegime(regime: RegimeLaw, id: string): LawMeasure | undefined {
  let index = ids.get(regime)
  if (index === undefined) {
    index = new Map(regime.measures.map((measure) => [measure.id, measure]))
    ids.set(regime, index)
  }
  return index.get(id)
}

/** Exemptions that a report or notice belongs to, for activities that only tell the committee. */
export function noticeExemptions(measure: LawMeasure): LawExemption[] {
  return measure.exemptions.filter((one) => one.gate === 'notice' || one.window?.noticeUntil !== undefined)
}

function sentence(text: string): string {
  return text === '' ? '' : `${text[0]?.toUpperCase()}${text.slice(1)}.`
}
