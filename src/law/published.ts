import { law as compiled } from '#data/law'
import { PenholderError } from '../errors.js'
import type { Law, LawMeasure, RegimeLaw } from './measures.js'

/** The law as it ships with the package. */
export const law: Law = compiled as Law

/** The regime by its id, its target's code, or one of its aliases, in any case; throws `not-found` otherwise. */
export function regimeFor(text: string, from: Law = law): RegimeLaw {
  const key = text.trim().toLowerCase()
  const found = from.regimes.find(
    ({ regime }) =>
      regime.id === key || regime.target.toLowerCase() === key || regime.aliases.includes(key.replaceAll('-', '_')),
  )
  if (found === undefined) {
    throw new PenholderError({
      code: 'not-found',
      what: `"${text}" is no regime of the data`,
      expected: `one of ${from.regimes.map(({ regime }) => regime.id).join(', ')}`,
    })
  }
  return found
}

/** The measure with that id, in any regime. */
export function measureFor(id: string, from: Law = law): LawMeasure | undefined {
  for (const { measures } of from.regimes) {
    const found = measures.find((measure) => measure.id === id)
    if (found !== undefined) return found
  }
  return undefined
}
