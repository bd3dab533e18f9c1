import { BODIES } from './claim.js'

const bodies: ReadonlySet<string> = new Set(BODIES)

/** A code of a body, not of a state. */
export function isBody(code: string): boolean {
  return bodies.has(code)
}

/** The Security Council or the United Nations: the hall itself, and none who sits in it. */
export function isOfUN(code: string): boolean {
  return code === 'UNSC' || code === 'UN'
}

/** A body other than the Council and the United Nations. */
export function isOtherBody(code: string): boolean {
  return isBody(code) && !isOfUN(code)
}
