import { law as compiled } from '#data/law'
import { PenholderError } from '../errors.js'
import type { Law, LawMeasure, RegimeLaw } from './measures.js'

/** The law as it ships with the package. */
export const law: Law = inOneShape(compiled as Law)

/** The same law, its measures and its exemptions each with the same fields in the same order: an engine that meets one shape is quicker. */
function inOneShape({ goods, regimes }: Law): Law {
  const measures = fieldsOf(regimes.flatMap((one) => one.measures))
  const exemptions = fieldsOf(
    regimes.flatMap((one) => [...one.general, ...one.measures.flatMap((measure) => measure.exemptions)]),
  )
  const shape = <T extends object>(one: T, fields: readonly string[]): T =>
    Object.fromEntries(fields.map((field) => [field, one[field as keyof T]])) as T
  return {
    goods,
    regimes: regimes.map((one) => ({
      ...one,
      general: one.general.map((exemption) => shape(exemption, exemptions)),
      measures: one.measures.map((measure) =>
        shape(
          { ...measure, exemptions: measure.exemptions.map((exemption) => shape(exemption, exemptions)) },
          measures,
        ),
      ),
    })),
  }
}

function fieldsOf(objects: readonly object[]): string[] {
  return [...new Set(objects.flatMap(Object.keys))]
}

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

/** The regime that a matter names, else the one whose target is the matter's; undefined where none is encoded. */
export function regimeAbout(
  matter: { readonly regime?: string | undefined; readonly target?: string | undefined },
  from: Law = law,
): RegimeLaw | undefined {
  return from.regimes.find(({ regime }) =>
    matter.regime === undefined ? regime.target === matter.target : regime.id === matter.regime,
  )
}

/** The measure with that id, in any regime. */
export function measureFor(id: string, from: Law = law): LawMeasure | undefined {
  for (const { measures } of from.regimes) {
    const found = measures.find((measure) => measure.id === id)
    if (found !== undefined) return found
  }
  return undefined
}
