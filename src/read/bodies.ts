import { BODIES } from './claim.js'

const bodies: ReadonlySet<string> = new Set(BODIES)

/** A code of a body, not of a state. */
export function isBody(code: string): boolean {
  return bodies.has(code)
}
