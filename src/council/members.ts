import { members as table } from '#data/members'
import { addDays, type CivilDate, isCivilDate } from '../dates.js'
import { PenholderError, type Problem } from '../errors.js'
import { printState, stateFor } from '../states.js'
import type { PackedMembers } from './packed.js'

/** A state's turn in the Council; both days are included. */
export interface Term {
  /** ISO 3166-1 alpha-3. */
  readonly state: string
  readonly seat: 'permanent' | 'elected'
  readonly from: CivilDate
  /** Absent for a permanent member of today. */
  readonly to?: CivilDate
  /** What a reader must know: the name then, a shared term, who represented the seat. */
  readonly note?: string
}

/** The Council between two changes of membership: fifteen members, eleven until 1965, fourteen in the first days of 1980. */
export interface Council {
  readonly from: CivilDate
  readonly to: CivilDate
  /** Permanent members by code, then elected ones by code: the order of the letters of a recorded vote. */
  readonly members: readonly Term[]
  readonly states: readonly string[]
  /** How many of `members` are permanent; they come first. */
  readonly permanent: number
}

const packed = table as PackedMembers

/** First meeting of the Council, and the last day for which every seat is known. */
export const KNOWN_DAYS = { from: packed.from, to: packed.until } as const

const terms: readonly Term[] = [...packed.permanent.map(unpack('permanent')), ...packed.elected.map(unpack('elected'))]

let councils: Council[] | undefined
/** Days asked for before; there are some thirty thousand at most. */
const byDay = new Map<CivilDate, Council>()

/** The Council on a date. Throws `bad-input` before its first meeting and past the last day known. */
export function councilOn(date: CivilDate): Council {
  const met = byDay.get(date)
  if (met !== undefined) return met
  councils ??= build()
  if (date < packed.from || date > packed.until || !isCivilDate(date)) throw new PenholderError(outOfRange(date))
  let [low, high] = [0, councils.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((councils[middle]?.from ?? '') <= date) low = middle
    else high = middle - 1
  }
  const found = councils[low] as Council
  byDay.set(date, found)
  return found
}

/** Members on a date, permanent ones first. Throws like `councilOn`. */
export function membersOn(date: CivilDate): readonly Term[] {
  return councilOn(date).members
}

export function isMember(state: string, date: CivilDate): boolean {
  return councilOn(date).states.includes(state)
}

/** Every turn of a state, oldest first. */
export function termsOf(state: string): Term[] {
  return terms.filter((term) => term.state === state).sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** Codes that were ever a member's. */
export function everMembers(): string[] {
  return [...new Set(terms.map((term) => term.state))].sort()
}

/** The member that a code or name means on a date, or the problem: no state, or none of the members of that day. */
export function memberFor(text: string, date: CivilDate): string | Problem {
  const council = councilOn(date)
  const state = stateFor(text)
  if (state === undefined) {
    return {
      code: 'bad-input',
      what: `"${text}" is no state`,
      expected: `a member of ${date}: ${council.states.join(', ')}`,
    }
  }
  if (council.states.includes(state.code)) return state.code
  const seats = termsOf(state.code).map((term) => `${term.from} to ${term.to ?? 'now'}`)
  const when = seats.length === 0 ? 'it never was one' : `it was one from ${seats.join(', ')}`
  return {
    code: 'bad-input',
    what: `${printState(state.code)} (${state.code}) was no member of the Council on ${date}; ${when}`,
    expected: `one of ${council.states.join(', ')}`,
  }
}

function outOfRange(date: string): Problem {
  if (!isCivilDate(date)) return { code: 'bad-input', what: `"${date}" is no date`, expected: 'YYYY-MM-DD' }
  return {
    code: 'bad-input',
    what:
      date < packed.from
        ? `the Council did not sit before ${packed.from}, its first meeting`
        : `who sits in the Council is known until ${packed.until}`,
    expected: `a date from ${packed.from} to ${packed.until}`,
  }
}

function build(): Council[] {
  const starts = new Set<string>()
  for (const term of terms) {
    starts.add(term.from)
    if (term.to !== undefined) starts.add(addDays(term.to, 1))
  }
  const days = [...starts].filter((day) => day <= packed.until).sort()
  return days.map((from, index) => {
    const next = days[index + 1]
    const sitting = terms.filter((term) => term.from <= from && (term.to === undefined || from <= term.to))
    const members = sitting.sort((a, b) =>
      a.seat === b.seat ? (a.state < b.state ? -1 : 1) : a.seat === 'permanent' ? -1 : 1,
    )
    return {
      from,
      to: next === undefined ? packed.until : addDays(next, -1),
      members,
      states: members.map((term) => term.state),
      permanent: members.filter((term) => term.seat === 'permanent').length,
    }
  })
}

function unpack(seat: Term['seat']): (row: string) => Term {
  return (row) => {
    const [state = '', from = '', to = '', note = ''] = row.split('|')
    return { state, seat, from, ...(to !== '' && { to }), ...(note !== '' && { note }) }
  }
}
