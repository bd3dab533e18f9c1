import type { Law, LawMeasure } from '../law/index.js'
import type { Difference } from './differences.js'
import { hashesOf, type Outline, type Versions } from './editions.js'

/** Why today's answer differs. */
export interface Reason {
  /**
   * `law`: a text came or did something since; `data`: what was encoded then is encoded otherwise now; `lists`: a list
   * or an entry of it changed; `ceilings`: other reports are known; `code`: the program changed.
   */
  readonly kind: 'law' | 'data' | 'lists' | 'ceilings' | 'code'
  readonly what: string
  /** False where it may be the reason and the data alone can't tell. */
  readonly isSure: boolean
}

/** One side of the comparison: what answered, and what it stood on. */
export interface Side {
  readonly versions: Versions
  /** Undefined where the record does not hold it. */
  readonly outline: Outline | undefined
  readonly figures: Readonly<Record<string, readonly string[]>> | undefined
}

/** Reasons for differences, from the outlines of both editions; `listed` are the entries of today's lists that the parties meet. */
export function reasonsFor(
  differences: readonly Difference[],
  was: Side,
  is: Side,
  law: Law,
  listed: readonly { readonly list: string; readonly entry: string; readonly name: string }[],
): Reason[] {
  if (differences.length === 0) return []
  const sure: Reason[] = []
  let isExplained = true
  for (const difference of differences) {
    if (difference.field !== 'finding') continue
    const reasons = [...measureReasons(difference.measure, was, law), ...ceilingReasons(difference.measure, was, is)]
    if (reasons.length === 0) isExplained = false
    sure.push(...reasons)
  }
  const named = listReasons(was, is, [...listed, ...goneEntries(differences, was, is)])
  sure.push(...named.filter(({ isSure }) => isSure))
  const hasFinding = differences.some(({ field }) => field === 'finding')
  if (hasFinding && (isExplained || named.some((reason) => reason.isSure))) return once(sure)
  return once([...sure, ...possibleReasons(was, is), ...named.filter(({ isSure }) => !isSure)])
}

function once(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [`${reason.kind} ${reason.what}`, reason])).values()]
}

/** What happened to one measure between the kept outline and today's law. */
function measureReasons(id: string, { outline }: Side, law: Law): Reason[] {
  if (outline === undefined) return []
  const regime = law.regimes.find(({ measures }) => measures.some((measure) => measure.id === id))
  const today = regime?.measures.find((measure) => measure.id === id)
  const then = Object.values(outline.regimes).find(({ measures }) => measures[id] !== undefined)
  if (today === undefined || regime === undefined)
    return then === undefined ? [] : [sure('data', `measure ${id} is no longer in the data`)]
  const before = outline.regimes[regime.regime.id]
  if (before === undefined) return [sure('data', `the regime ${regime.regime.id} was not in the data`)]
  if (then === undefined)
    return before.instruments.includes(today.symbol) || today.adopted <= before.dataUntil
      ? [sure('data', `${today.citation} (${id}) was not encoded yet`)]
      : [sure('law', `${today.citation}, adopted on ${today.adopted}, came after the data of then`)]
  const [own, life] = then.measures[id] ?? []
  const [ownNow, lifeNow] = hashesOf(today)
  const found: Reason[] = []
  if (own !== ownNow) found.push(sure('data', `${today.citation} (${id}) is encoded otherwise`))
  if (life !== lifeNow) {
    const acts = laterActs(today).filter(
      ({ citation }) => !before.instruments.some((symbol) => citation.startsWith(symbol)),
    )
    const since = acts.filter(({ citation }) => adoptedOn(citation, law) > before.dataUntil)
    found.push(...since.map(({ citation, what }) => sure('law', `${citation} ${what} ${today.citation}`)))
    if (since.length === 0)
      found.push(sure('data', `the days or exemptions of ${today.citation} (${id}) are encoded otherwise`))
  }
  return found
}

function adoptedOn(citation: string, law: Law): string {
  const all = law.regimes.flatMap(({ instruments }) => instruments)
  return all.find(({ symbol }) => citation.startsWith(symbol))?.adopted ?? ''
}

const EFFECTS: Readonly<Record<string, string>> = {
  replaces: 'replaced',
  ends: 'ended',
  suspends: 'suspended',
}

function laterActs(measure: LawMeasure): { citation: string; what: string }[] {
  return [
    ...measure.endedBy.map(({ citation, effect, from }) => ({
      citation,
      what: `from ${from} ${EFFECTS[effect] ?? effect}`,
    })),
    ...measure.amendedBy.map(({ citation, from }) => ({ citation, what: `from ${from} amended` })),
    ...measure.exemptions
      .filter(({ citation }) => citation !== measure.citation)
      .map(({ citation }) => ({ citation, what: 'opened an exemption from' })),
  ]
}

function ceilingReasons(measure: string, was: Side, is: Side): Reason[] {
  const [then, now] = [was.figures?.[measure] ?? [], is.figures?.[measure] ?? []]
  const added = now.filter((id) => !then.includes(id))
  const gone = then.filter((id) => !now.includes(id))
  if (added.length + gone.length === 0) return []
  const told = [
    ...(added.length > 0 ? [`reports ${added.join(', ')} are counted now`] : []),
    ...(gone.length > 0 ? [`reports ${gone.join(', ')} no longer are`] : []),
  ]
  return [sure('ceilings', `the ceiling of ${measure}: ${told.join('; ')}`)]
}

type Listed = Parameters<typeof reasonsFor>[4][number]

/** Entries that the kept findings rest on and that today's lists do not have. */
function goneEntries(differences: readonly Difference[], { outline }: Side, is: Side): Listed[] {
  const facts = differences.flatMap((one) => (one.field === 'finding' ? (one.was?.facts ?? []) : []))
  return Object.entries(outline?.lists ?? {}).flatMap(([list, { entries }]) =>
    Object.keys(entries)
      .filter((entry) => is.outline?.lists[list]?.entries[entry] === undefined)
      .filter((entry) => facts.some((fact) => fact.startsWith('listed: ') && fact.includes(` is ${entry} since`)))
      .map((entry) => ({ list, entry, name: entry })),
  )
}

function listReasons(was: Side, is: Side, listed: readonly Listed[]): Reason[] {
  if (was.outline === undefined || is.outline === undefined || was.versions.lists === is.versions.lists) return []
  const found: Reason[] = []
  for (const { list, entry, name } of listed) {
    const then = was.outline.lists[list]?.entries[entry]
    const now = is.outline.lists[list]?.entries[entry]
    if (then === now) continue
    found.push(
      sure(
        'lists',
        then === undefined
          ? `${name} was not on the list ${list}`
          : now === undefined
            ? `${name} is no longer on the list ${list}`
            : `${name} stands otherwise on the list ${list}`,
      ),
    )
  }
  if (found.length > 0) return found
  return Object.entries(is.outline.lists).flatMap(([list, now]) => {
    const then = was.outline?.lists[list]
    if (then !== undefined && canonical(then) === canonical(now)) return []
    return [
      {
        kind: 'lists' as const,
        what: `the list ${list} changed (as of ${then?.asOf ?? 'none'}, now ${now.asOf})`,
        isSure: false,
      },
    ]
  })
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? 'those of the data')
}

/** What changed at all, where no measure or entry by itself tells. */
function possibleReasons(was: Side, is: Side): Reason[] {
  const [then, now] = [was.versions, is.versions]
  const found: Reason[] = []
  const maybe = (kind: Reason['kind'], what: string) => found.push({ kind, what, isSure: false })
  if (then.words !== now.words) maybe('data', 'the words by which activities are read changed')
  if (was.outline !== undefined && is.outline !== undefined && was.outline.goods !== is.outline.goods)
    maybe('data', 'the goods and their words changed')
  else if (then.law !== now.law) maybe('data', 'the law data changed')
  if (then.code !== now.code)
    maybe('code', `the program changed (${then.package}, code ${then.code}; now ${now.package}, ${now.code})`)
  // Where all data are the same, only the program is left.
  if (found.length === 1 && then.law === now.law && then.lists === now.lists)
    return found.map((reason) => ({ ...reason, isSure: true }))
  return found
}

function sure(kind: Reason['kind'], what: string): Reason {
  return { kind, what, isSure: true }
}
