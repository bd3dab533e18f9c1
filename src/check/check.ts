import { type CivilDate, isCivilDate } from '../dates.js'
import { PenholderError, type Problem } from '../errors.js'
import { KIND_OF_ACT, type Law, type LawMeasure, law as shipped } from '../law/index.js'
import { listFor, type Screening } from '../lists/index.js'
import { Activity, isPlainActivity } from './activity.js'
import type { CeilingFigures } from './ceiling-figures.js'
import { contradictions } from './contradictions.js'
import { type Coverage, coverageOf } from './coverage.js'
import { BREADTH, entriesFor, entriesOn, entryOf } from './day-book.js'
import { type Facts, factsOf, type Lists } from './facts.js'
import { findingOf, noticeExemptions, type Ranked } from './findings.js'
import { applies, measuresFor } from './in-force.js'
import { lawKnownOn } from './known-law.js'
import { describeFacts } from './reasons.js'
import { isAmong, standingTo } from './scope.js'
import { Stated } from './stated.js'
import { type Finding, strictness, type Verdict } from './verdicts.js'
import { readVerb } from './words.js'

export interface CheckOptions {
  /** The day of the act. */
  readonly on: CivilDate
  /** The day up to which law and lists are taken as known; all that the data have where it is absent. */
  readonly known?: CivilDate | undefined
  /** Ids of regimes; by default those that the activity touches, or all where it names none. */
  readonly regimes?: readonly string[]
  readonly law?: Law
  readonly lists?: Lists
  /** The Committee's figures under ceilings (`figuresFrom`), used where the activity states no total of the period. */
  readonly figures?: CeilingFigures
}

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

/**
 * An activity against the law and the lists of a day. Pure. Throws `bad-input` where the activity is malformed and
 * `conflict` where its facts contradict each other; what is merely missing makes the answer `cannot-tell`.
 */
export function check(input: unknown, options: CheckOptions): Answer {
  const activity = parseActivity(input)
  if (!isDay(options.on))
    throw new PenholderError({
      code: 'bad-input',
      what: `"${options.on}" is no date`,
      place: { path: 'date' },
      expected: 'a day such as 2017-11-15',
    })
  const all = options.law ?? shipped
  const law = options.known === undefined ? all : lawKnownOn(all, options.known)
  const lists = options.lists ?? listFor
  const screenOn = options.known !== undefined && options.known < options.on ? options.known : options.on
  const shared = new Stated(activity)
  const { regimes } = options
  const asked = regimes === undefined ? law.regimes : law.regimes.filter(({ regime }) => regimes.includes(regime.id))
  const each = asked.map((regime) => factsOf(shared, options.on, regime, lists, screenOn, options.figures))
  const linked = each.filter((facts) => facts.isLinked || isListedSomewhere(facts))
  const facts = linked.length > 0 ? linked : each
  const first = each[0]
  if (first !== undefined) {
    const problems = contradictions(facts[0] ?? first)
    if (problems.length > 0) throw new PenholderError(problems)
  }
  const hasVessel = activity.vessel != null || activity.counterpart_vessel != null
  const { acts, meets, isKnown } = readVerb(activity.kind, activity.action, hasVessel)
  const ranked: Ranked[] = []
  const nearMisses: LawMeasure[] = []
  for (const one of facts) {
    collect(one, acts, options.on, ranked, nearMisses)
    if (meets.length > 0) nearMisses.push(...duties(one, meets, options.on))
  }
  return answerOf(ranked.sort(inOrder), nearMisses, facts, acts.length === 0 && !isKnown, options, law)
}

const days = new Set<string>()

/** A batch asks few days, again and again. */
function isDay(text: string): boolean {
  if (days.has(text)) return true
  const isGood = isCivilDate(text)
  if (isGood && days.size < 20_000) days.add(text)
  return isGood
}

/** The activity by its schema; every defect is named with its field. */
export function parseActivity(input: unknown): Activity {
  if (isPlainActivity(input)) return input
  const parsed = Activity.safeParse(input)
  if (parsed.success) return parsed.data
  throw new PenholderError(
    parsed.error.issues.map(
      (issue): Problem => ({
        code: 'bad-input',
        what: issue.message,
        place: { path: ['act', ...issue.path].join('.') },
      }),
    ),
  )
}

function isListedSomewhere(facts: Facts): boolean {
  if (facts.lists(facts.regime.regime.id) === undefined) return false
  const isListed = (screening: Screening | undefined) => (screening?.listed.length ?? 0) > 0
  return (
    facts.parties.some((one) => isListed(one.screening) || one.behind.some(isListed) || one.family.some(isListed)) ||
    isListed(facts.vessel?.screening)
  )
}

function collect(facts: Facts, acts: readonly string[], on: CivilDate, into: Ranked[], nearMisses: LawMeasure[]): void {
  if (acts.includes('file-report')) {
    for (const measure of reportable(facts)) {
      if (!applies(measure, on) && !isNoticeDue(measure, facts)) continue
      if (standingTo(measure, facts, measure.acts).reach !== 'no') into.push(reportFinding(measure, facts, on))
    }
    return
  }
  const entries = entriesFor(facts.regime, acts, on)
  for (const entry of facts.goods === undefined ? entries : entriesOn(entries, facts.goods)) {
    const standing = standingTo(entry.measure, facts, acts)
    if (standing.reach === 'no') {
      if (standing.isNearMiss) nearMisses.push(entry.base ?? entry.measure)
      continue
    }
    const finding = findingOf(entry, standing, facts, acts)
    if (finding === undefined) nearMisses.push(entry.measure)
    else into.push(finding)
  }
}

/** Duties that the activity fulfils: their limits are the point of it. */
function duties(facts: Facts, meets: readonly string[], on: CivilDate): LawMeasure[] {
  return measuresFor(facts.regime, meets).filter(
    (measure) =>
      measure.force === 'binding' && applies(measure, on) && standingTo(measure, facts, meets).reach === 'yes',
  )
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

/** Strictest first; then the narrower paragraph; then the later; a base before what works through it. */
function inOrder(a: Ranked, b: Ranked): number {
  return (
    strictness(a.finding.verdict) - strictness(b.finding.verdict) ||
    a.entry.breadth - b.entry.breadth ||
    (a.entry.adopted === b.entry.adopted ? 0 : a.entry.adopted < b.entry.adopted ? 1 : -1) ||
    Number(a.entry.base !== undefined) - Number(b.entry.base !== undefined)
  )
}

function answerOf(
  ranked: readonly Ranked[],
  nearMisses: readonly LawMeasure[],
  facts: readonly Facts[],
  isVerbUnknown: boolean,
  options: CheckOptions,
  law: Law,
): Answer {
  const coverage = coverageOf(
    law,
    facts.map((one) => one.regime),
    options.on,
  )
  const possible = possibleAmong(facts)
  const findings = ranked.map(({ finding }) => finding)
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
