import { type CivilDate, isCivilDate } from '../dates.js'
import { PenholderError, type Problem } from '../errors.js'
import { type Law, type LawMeasure, law as shipped } from '../law/index.js'
import { listFor, type Screening } from '../lists/index.js'
import { Activity, isPlainActivity } from './activity.js'
import { type Answer, answerOf } from './answer.js'
import type { CeilingFigures } from './ceiling-figures.js'
import { contradictions } from './contradictions.js'
import { coverageOf } from './coverage.js'
import { entriesFor, entriesOn } from './day-book.js'
import { reportsDue } from './due-reports.js'
import { type Facts, factsOf, type Lists } from './facts.js'
import { findingOf, type Ranked } from './findings.js'
import { applies, measuresFor } from './in-force.js'
import { lawKnownOn } from './known-law.js'
import { standingTo } from './scope.js'
import { Stated } from './stated.js'
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
  return answerOf(
    ranked,
    nearMisses,
    facts,
    acts.length === 0 && !isKnown,
    coverageOf(
      law,
      facts.map((one) => one.regime),
      options.on,
    ),
  )
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
    into.push(...reportsDue(facts, on))
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
