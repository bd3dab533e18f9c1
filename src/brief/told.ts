import { symbolFor } from '../cite/index.js'
import { votesOnText } from '../council/index.js'
import { spanOf, type VagueDate } from '../dates.js'
import { tieMeasure } from '../penholder.js'
import { type Claim, type Matter, STATUSES, type Told } from '../read/index.js'
import { printActor } from '../states.js'
import type { Brief, Line } from './brief.js'
import type { Gathered } from './gather.js'
import { contactLine, eventLine, measureLine } from './wording.js'

type Of<K extends Claim['kind']> = Extract<Claim, { kind: K }>
type Same<C extends Claim> = readonly [Told<C>, ...Told<C>[]]

/** Contacts in order of time; the pairs of one round of calls, told by the same words, share a line. */
export function contactLines({ contacts }: Matter, gathered: Gathered): Line[] {
  const key = ({ mode, date, planned }: Of<'contact'>) => [mode, date, planned].join('|')
  return shared(contacts, key)
    .map((same) => {
      const parties = [...new Set(same.flatMap(({ claim }) => claim.parties))]
      const caller = parties.filter((party) => same.every(({ claim }) => claim.parties.includes(party)))
      const rest = parties
        .filter((party) => !caller.includes(party))
        .sort((a, b) => (printActor(a) < printActor(b) ? -1 : 1))
      return lineOf(contactLine(same[0].claim, caller.length === 0 ? [parties] : [caller, rest]), same, gathered)
    })
    .sort(byTime)
}

/** Events in order of time; several actors on the same words share a line. */
export function eventLines({ events }: Matter, gathered: Gathered): Line[] {
  const key = ({ type, date, instrument }: Of<'event'>) => [type, date, instrument].join('|')
  return shared(events, key)
    .map((same) => {
      const actors = same.flatMap(({ claim }) => claim.actor ?? [])
      const line = lineOf(eventLine(same[0].claim, actors), same, gathered)
      const day = line.date === undefined ? dayOnRecord(same[0].claim) : undefined
      return day === undefined ? line : { ...line, date: day, what: `${line.what} (day of the record of votes)` }
    })
    .sort(byTime)
}

/** The day of a decision that is named by its symbol. */
function dayOnRecord({ type, instrument }: Of<'event'>): VagueDate | undefined {
  const symbol = type === 'adopted' && instrument !== undefined ? symbolFor(instrument) : undefined
  const votes = symbol === undefined ? [] : votesOnText(symbol)
  return votes.length === 1 ? votes[0]?.date : undefined
}

/** What articles say of measures, in order of status and time, each of the Council’s tied to its paragraphs. */
export function measureLines({ measures }: Matter, gathered: Gathered): Brief['measures'] {
  return STATUSES.flatMap((status) =>
    measures[status]
      .map((told) => {
        const tied = tieMeasure(told.claim, told.published)
        const line = lineOf(measureLine(told.claim), [told], gathered)
        return { ...line, status, ...(tied !== undefined && tied.paragraphs.length > 0 && { law: tied.paragraphs }) }
      })
      .sort(byTime),
  )
}

/** Claims of one kind that rest on the same words. */
function shared<C extends Claim>(told: readonly Told<C>[], key: (claim: C) => string): Same<C>[] {
  const groups = new Map<string, [Told<C>, ...Told<C>[]]>()
  for (const each of told) {
    const { article, quote } = each.claim
    const whole = [article, quote.start, quote.end, key(each.claim)].join('|')
    const group = groups.get(whole)
    if (group === undefined) groups.set(whole, [each])
    else group.push(each)
  }
  return [...groups.values()]
}

function lineOf<C extends Claim>(what: string, same: Same<C>, { wordsOf }: Gathered): Line {
  const [{ claim, published }] = same
  return {
    what,
    ...(claim.date !== undefined ? { date: claim.date } : published !== undefined && { reported: published }),
    words: [wordsOf(claim)],
    claims: same.reduce((sum, each) => sum + each.claims, 0),
  }
}

/** By the day told, else that of the report; the order of the text decides between the two of one day. */
export function byTime(a: Line, b: Line): number {
  const [one, other] = [dayOf(a), dayOf(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

export function dayOf({ date, reported }: { readonly date?: VagueDate; readonly reported?: VagueDate }): string {
  const day = date ?? reported
  return day === undefined ? '' : spanOf(day).from
}
