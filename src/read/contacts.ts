import { asides } from './contact-asides.js'
import type { FoundContact } from './contact-found.js'
import { letters } from './contact-letters.js'
import { byNoun } from './contact-nouns.js'
import { tripsIn } from './contact-trips.js'
import { byVerb } from './contact-verbs.js'
import type { Scene } from './scene.js'

/** The contacts that a sentence tells: by verbs first, then by nouns and letters. */
export function contactsIn(scene: Scene): FoundContact[] {
  const found: FoundContact[] = []
  for (const verb of scene.clauses.verbs) byVerb(scene, verb, found)
  byNoun(scene, found)
  letters(scene, found)
  asides(scene, found)
  tripsIn(scene, found)
  return found
}
