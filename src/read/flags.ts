import { dayNumber, isCivilDate } from '../dates.js'
import type { Quote } from '../quotes.js'
import { type Cited, grouped, lineAt, lineStarts, type Read, timeOf } from './cited.js'
import type { Claim, EventClaim, EventType, MeasureStatus, Stance, StanceClaim } from './claim.js'
import { sideOf } from './positions.js'
import { wrongRules } from './thresholds.js'

export const FLAG_KINDS = ['headline-stronger', 'sources-disagree', 'dates-apart', 'wrong-rule'] as const

/** Something that reading alone shows to be doubtful; the quotes are what to look at. */
export interface Flag {
  readonly kind: (typeof FLAG_KINDS)[number]
  readonly what: string
  readonly quotes: readonly FlagQuote[]
}

export interface FlagQuote {
  readonly article: string
  readonly line: number
  readonly quote: Quote
}

/** How far a stance goes on its side. */
const REACH: Readonly<Record<Stance, number>> = {
  undeclared: 0,
  abstains: 1,
  accepts: 1,
  supports: 2,
  opposes: 2,
  sponsors: 3,
  vetoes: 3,
}
const ALREADY: Readonly<Record<MeasureStatus, number>> = { proposed: 0, announced: 1, 'in-force': 2, lifted: 2 }
/** Events that happen on one day, and what is said of them before. */
const ON_ONE_DAY: readonly EventType[] = [
  'nuclear-test',
  'missile-launch',
  'draft-tabled',
  'vote-held',
  'adopted',
  'vetoed',
  'not-adopted',
  'statement-adopted',
  'agreement',
  'withdrawal',
]
const EXPECTED: readonly EventType[] = ['draft-expected', 'vote-expected', 'draft-tabled']
const DONE: readonly EventType[] = ['adopted', 'vetoed', 'not-adopted', 'vote-held']

/** The doubts within one matter: `cited` holds the claims of its articles, repeats left out. */
export function flagsIn(cited: readonly Cited[]): Flag[] {
  return [...grouped(cited, ({ claim }) => claim.article).values()]
    .flatMap(headlineFlags)
    .concat(disagreements(cited), daysApart(cited))
}

/** Statements of one article about the rule of voting that the Charter contradicts. */
export function ruleFlags({ article, reading }: Read): Flag[] {
  const starts = lineStarts(article.text)
  return wrongRules(article.text, reading.published).map(({ start, end, rule }) => ({
    kind: 'wrong-rule',
    what: `the Charter says otherwise: ${rule}`,
    quotes: [
      { article: article.id, line: lineAt(starts, start), quote: { text: article.text.slice(start, end), start, end } },
    ],
  }))
}

function headlineFlags(cited: readonly Cited[]): Flag[] {
  const [heads, body] = [cited.filter(isHeadline), cited.filter((each) => !isHeadline(each))]
  return heads.flatMap((head): Flag[] => {
    const weaker = head.claim.kind === 'stance' ? weakerStance(head.claim, body) : weakerDeed(head.claim, body)
    return weaker === undefined
      ? []
      : [
          {
            kind: 'headline-stronger',
            what: 'the headline goes further than its article',
            quotes: [quoteOf(head), quoteOf(weaker)],
          },
        ]
  })
}

function isHeadline({ claim }: Cited): boolean {
  return claim.basis === 'headline'
}

/** The same actor on the same thing in the text, less far on the same side or on none; a text on the other side is another matter. */
function weakerStance(head: StanceClaim, body: readonly Cited[]): Cited | undefined {
  const same = body.filter(
    (each): each is Cited<StanceClaim> =>
      each.claim.kind === 'stance' &&
      each.claim.actor === head.actor &&
      each.claim.about === head.about &&
      each.claim.past !== true,
  )
  const side = sideOf(head.stance)
  const [furthest] = same.sort((a, b) => REACH[b.claim.stance] - REACH[a.claim.stance])
  const isWeaker = same.every(({ claim }) =>
    sideOf(claim.stance) === side
      ? REACH[claim.stance] < REACH[head.stance]
      : sideOf(claim.stance) === 'tolerant' && side !== 'tolerant',
  )
  return isWeaker ? furthest : undefined
}

/** A headline that has adopted, voted or imposed what the text only proposes or expects. */
function weakerDeed(head: Claim, body: readonly Cited[]): Cited | undefined {
  if (head.kind === 'measure') {
    const same = body.filter(
      ({ claim }) => claim.kind === 'measure' && claim.by === head.by && claim.against === head.against,
    )
    const reach = (claim: Claim) => (claim.kind === 'measure' ? ALREADY[claim.status] : 0)
    return same.some(({ claim }) => reach(claim) >= reach(head)) ? undefined : same[0]
  }
  if (head.kind !== 'event' || head.planned === true || !DONE.includes(head.type)) return undefined
  const events = body.filter(({ claim }) => claim.kind === 'event') as Cited<EventClaim>[]
  if (events.some(({ claim }) => DONE.includes(claim.type) && claim.planned !== true)) return undefined
  return events.find(
    ({ claim }) => EXPECTED.includes(claim.type) || (DONE.includes(claim.type) && claim.planned === true),
  )
}

/**
 * Two articles of the same days that put one actor on opposite sides. An article that itself reports several sides disagrees with
 * nobody: it tells a mixed stance.
 */
function disagreements(cited: readonly Cited[]): Flag[] {
  const stances = cited.filter(
    (each): each is Cited<StanceClaim> => each.claim.kind === 'stance' && !isHeadline(each) && each.claim.past !== true,
  )
  const issues = grouped(stances, ({ claim }) => [claim.actor, claim.about, claim.target, claim.draft].join('|'))
  return [...issues.values()].flatMap((own): Flag[] => {
    const pair = opposites([...grouped(own, ({ claim }) => claim.article).values()].filter(isOneSided).flat())
    if (pair === undefined) return []
    const what = `two sources disagree on where ${pair[0].claim.actor} stands`
    return [{ kind: 'sources-disagree', what, quotes: pair.map(quoteOf) }]
  })
}

function isOneSided(own: readonly Cited<StanceClaim>[]): boolean {
  return new Set(own.map(({ claim }) => sideOf(claim.stance))).size === 1
}

/** The first two claims on opposite sides that are at most a day apart. */
function opposites(own: readonly Cited<StanceClaim>[]): [Cited<StanceClaim>, Cited<StanceClaim>] | undefined {
  const first = new Map<string, Cited<StanceClaim>>()
  for (const each of own) {
    const [side, day] = [sideOf(each.claim.stance), timeOf(each)]
    if (side === 'tolerant' || day === undefined || !isCivilDate(day)) continue
    const number = dayNumber(day)
    const other = [number, number - 1, number + 1].flatMap(
      (near) => first.get(`${near} ${side === 'for' ? 'against' : 'for'}`) ?? [],
    )[0]
    if (other !== undefined) return [other, each]
    if (!first.has(`${number} ${side}`)) first.set(`${number} ${side}`, each)
  }
  return undefined
}

/** The same event on two neighbouring days: a slip, or two time zones. */
function daysApart(cited: readonly Cited[]): Flag[] {
  const events = cited.filter(
    (each): each is Cited<EventClaim> =>
      each.claim.kind === 'event' &&
      ON_ONE_DAY.includes(each.claim.type) &&
      each.claim.planned !== true &&
      each.claim.date !== undefined &&
      isCivilDate(each.claim.date),
  )
  return [...grouped(events, ({ claim }) => [claim.type, claim.actor].join('|')).values()].flatMap((same): Flag[] => {
    const days = [...grouped(same, ({ claim }) => claim.date ?? '').entries()].sort((a, b) => (a[0] < b[0] ? -1 : 1))
    return days.flatMap(([day, [here]], index): Flag[] => {
      const [next, [there] = []] = days[index + 1] ?? []
      if (next === undefined || here === undefined || there === undefined || dayNumber(next) - dayNumber(day) !== 1)
        return []
      if (
        here.claim.instrument !== undefined &&
        there.claim.instrument !== undefined &&
        here.claim.instrument !== there.claim.instrument
      )
        return []
      const what = `the same event (${here.claim.type}) a day apart: ${day} and ${next}`
      return [{ kind: 'dates-apart', what, quotes: [quoteOf(here), quoteOf(there)] }]
    })
  })
}

function quoteOf({ claim, line }: Cited): FlagQuote {
  return { article: claim.article, line, quote: claim.quote }
}
