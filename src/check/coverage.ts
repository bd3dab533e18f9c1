import type { CivilDate } from '../dates.js'
import type { Law, RegimeLaw } from '../law/index.js'

/** What an answer covers, and what it doesn't. */
export interface Coverage {
  readonly regimes: readonly {
    readonly id: string
    readonly name: string
    readonly dataUntil: CivilDate
    readonly instruments: number
    readonly measures: number
    readonly notEncoded: readonly string[]
  }[]
  /** Where the day asked is later than the data: until when they reach. */
  readonly beyondData?: CivilDate
  readonly note: string
}

export const COVERAGE_NOTE =
  'United Nations measures only, as encoded; national and regional law may be stricter. This is no legal advice.'

const memories = new WeakMap<Law, Map<string, Coverage>>()
/** Of one regime whose data reach the day, as most answers have it. */
const alone = new WeakMap<RegimeLaw, Coverage>()

export function coverageOf(law: Law, regimes: readonly RegimeLaw[], on: CivilDate): Coverage {
  const [only] = regimes
  if (only === undefined || regimes.length > 1 || on > only.regime.dataUntil) return coverageAfresh(law, regimes, on)
  let known = alone.get(only)
  if (known === undefined) {
    known = coverageAfresh(law, regimes, on)
    alone.set(only, known)
  }
  return known
}

function coverageAfresh(law: Law, regimes: readonly RegimeLaw[], on: CivilDate): Coverage {
  const late = regimes.filter((one) => on > one.regime.dataUntil).map((one) => one.regime.dataUntil)
  const key = `${regimes.map((one) => one.regime.id).join()}|${late.join()}`
  let memory = memories.get(law)
  if (memory === undefined) {
    memory = new Map()
    memories.set(law, memory)
  }
  const known = memory.get(key)
  if (known !== undefined) return known
  const coverage: Coverage = {
    regimes: regimes.map(({ regime, instruments, measures }) => ({
      id: regime.id,
      name: regime.name,
      dataUntil: regime.dataUntil,
      instruments: instruments.length,
      measures: measures.length,
      notEncoded: regime.notEncoded ?? [],
    })),
    ...(late.length > 0 && { beyondData: [...late].sort()[0] ?? '' }),
    note: COVERAGE_NOTE,
  }
  memory.set(key, coverage)
  return coverage
}
