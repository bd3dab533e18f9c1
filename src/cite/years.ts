import { resolutionYears as table } from '#data/resolutionYears'

/** `[year, first number, last number]`, in order. */
const years = table as readonly (readonly [number, number, number])[]

/** Year of adoption of a Security Council resolution; undefined for a number that the record does not reach yet. */
export function yearOfResolution(number: number): number | undefined {
  return years.find(([, first, last]) => number >= first && number <= last)?.[0]
}
