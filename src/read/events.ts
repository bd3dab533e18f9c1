import { agreementsIn } from './agreements.js'
import { attacksIn } from './attacks.js'
import { councilActs } from './council-acts.js'
import { councilTold } from './council-told.js'
import { draftsAwaited } from './drafts-awaited.js'
import type { FoundEvent } from './event-found.js'
import { nounEvents } from './event-nouns.js'
import { phraseEvents } from './event-phrases.js'
import { verbEvents } from './event-verbs.js'
import { wordedEvents } from './event-wordings.js'
import { menacesIn } from './menaces.js'
import { passOver } from './passing.js'
import type { Scene } from './scene.js'
import { talksTold } from './talks-told.js'
import { threatsIn } from './threats.js'
import { warningsIn } from './warnings.js'

const EARLY: readonly ((scene: Scene, found: FoundEvent[]) => void)[] = [
  byVerbs,
  attacksIn,
  threatsIn,
  phraseEvents,
  menacesIn,
  warningsIn,
]

/** The events that each sentence tells by verbs and phrases: those that nothing told before can change. */
export function earlyEvents(scenes: readonly Scene[]): FoundEvent[][] {
  return passOver(scenes, EARLY)
}

/** All events of a sentence: with wordings, nouns and what the Council does; talks that stalled were not held. */
export function lateEvents(scene: Scene, found: FoundEvent[]): FoundEvent[] {
  councilActs(scene, found)
  draftsAwaited(scene, found)
  agreementsIn(scene, found)
  talksTold(scene, found)
  wordedEvents(scene, found)
  nounEvents(scene, found)
  councilTold(scene, found)
  const stalled = found.some((each) => each.type === 'talks-stalled')
  return stalled ? found.filter((each) => each.type !== 'talks-held') : found
}

function byVerbs(scene: Scene, found: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) verbEvents(scene, verb, found)
}
