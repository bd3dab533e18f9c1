import { designations as table } from '#data/designations'
import type { ListSnapshot } from './designation.js'

/** The lists that ship with the package, from `data/designations/`. */
export const designationLists: readonly ListSnapshot[] = table as readonly ListSnapshot[]

/** The shipped list with that id, such as `dprk-1718`; undefined where there is none. */
export function listFor(id: string): ListSnapshot | undefined {
  return designationLists.find(({ list }) => list === id)
}
