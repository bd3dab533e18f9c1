import { attacksIn } from './attacks.js'
import { councilActs } from './council-acts.js'
import { draftsAwaited } from './drafts-awaited.js'
import type { FoundEvent } from './event-found.js'
import { nounEvents } from './event-nouns.js'
import { phraseEvents } from './event-phrases.js'
import { verbEvents } from './event-verbs.js'
import { wordedEvents } from './event-wordings.js'
import { menacesIn } from './menaces.js'
import type { Scene } from './scene.js'
import { threatsIn } from './threats.js'

/** The events that a sentence tells: by verbs, phrases, wordings, nouns and what the Council does; talks that stalled were not held. */
export function eventsIn(scene: Scene): FoundEvent[] {
  const found: FoundEvent[] = []
  for (const verb of scene.clauses.verbs) verbEvents(scene, verb, found)
  attacksIn(scene, found)
  threatsIn(scene, found)
  phraseEvents(scene, found)
  menacesIn(scene, found)
  councilActs(scene, found)
  draftsAwaited(scene, found)
  wordedEvents(scene, found)
  nounEvents(scene, found)
  const stalled = found.some((each) => each.type === 'talks-stalled')
  return stalled ? found.filter((each) => each.type !== 'talks-held') : found
}
