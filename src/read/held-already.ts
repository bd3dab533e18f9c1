import type { About } from './claim.js'
import type { FoundStance } from './scene.js'

/** Something was found that an actor holds of that. */
export function isHeld(found: readonly FoundStance[], actor: string, about: About): boolean {
  return found.some((each) => each.about === about && each.actors.includes(actor))
}

/** Something was found that one of the actors holds of that. */
export function isHeldByOne(found: readonly FoundStance[], actors: readonly string[], about: About): boolean {
  return actors.some((actor) => isHeld(found, actor, about))
}
