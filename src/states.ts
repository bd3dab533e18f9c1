import { states as table } from '#data/states'
import type { CivilDate } from './dates.js'
import { PenholderError } from './errors.js'

/** A state by ISO 3166-1 alpha-3; `former` holds the days of one that no longer exists. */
export interface State {
  readonly code: string
  readonly alpha2: string
  /** United Nations usage. */
  readonly name: string
  /** What tables print where room is short. */
  readonly short?: string
  readonly former?: { readonly from: CivilDate; readonly to: CivilDate }
  readonly successor?: string
}

export const states: readonly State[] = table as readonly State[]

const byCode = new Map(states.map((state) => [state.code, state]))
// A former state gives way to a living one where they share a two-letter code.
const byAlpha2 = new Map(
  [...states]
    .sort((a, b) => Number(b.former !== undefined) - Number(a.former !== undefined))
    .map((state) => [state.alpha2, state]),
)
const byName = new Map(
  states.flatMap((state) =>
    [state.name, state.short ?? state.name].map((name) => [name.toLowerCase(), state] as const),
  ),
)

/** The state for an alpha-3 or alpha-2 code or a United Nations name, in any case; undefined where there is none. */
export function stateFor(text: string): State | undefined {
  const exact = byCode.get(text)
  if (exact !== undefined) return exact
  const key = text.trim()
  const upper = key.toUpperCase()
  return byCode.get(upper) ?? byAlpha2.get(upper) ?? byName.get(key.toLowerCase())
}

/** Like `stateFor`, but throws `bad-input` with the nearest help where the state is unknown. */
export function parseState(text: string): State {
  const state = stateFor(text)
  if (state === undefined) {
    throw new PenholderError({
      code: 'bad-input',
      what: `"${text}" is no state`,
      expected: 'an ISO 3166-1 code such as JPN or JP, or a United Nations name',
    })
  }
  return state
}

/** Name of a state or body code for people; an unknown code is printed as it is. */
export function printState(code: string): string {
  const state = byCode.get(code)
  return state?.short ?? state?.name ?? code
}

const BODY_NAMES: Readonly<Record<string, string>> = {
  UNSC: 'Security Council',
  UN: 'United Nations',
  EU: 'European Union',
  SIX: 'six-party talks',
  AU: 'African Union',
  LAS: 'Arab League',
}

/** The same for what acts beside states, such as `EU`, with its name spelt out. */
export function printActor(code: string): string {
  return BODY_NAMES[code] ?? printState(code)
}
