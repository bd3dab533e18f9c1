import { AGREEING, agreementsIn } from './agreements.js'
import { attacksIn } from './attacks.js'
import { councilActs } from './council-acts.js'
import { councilTold, TELLING } from './council-told.js'
import { AWAITED, draftsAwaited } from './drafts-awaited.js'
import type { FoundEvent } from './event-found.js'
import { nounEvents } from './event-nouns.js'
import { phraseEvents } from './event-phrases.js'
import { verbEvents } from './event-verbs.js'
import { wordedEvents } from './event-wordings.js'
import { ROLES } from './lexicon.js'
import { menacesIn } from './menaces.js'
import { mayFind, passOver, type Stage } from './passing.js'
import type { Scene } from './scene.js'
import { entriesOf } from './stock.js'
import { TALKING, talksTold } from './talks-told.js'
import { threatsIn } from './threats.js'
import { warningsIn } from './warnings.js'

export const EARLY: readonly Stage<FoundEvent>[] = [
  { run: byVerbs, needs: [entriesOf(ROLES.event)] },
  { run: attacksIn },
  { run: threatsIn },
  { run: phraseEvents },
  { run: menacesIn },
  { run: warningsIn },
]

export const LATE: readonly Stage<FoundEvent>[] = [
  { run: councilActs },
  { run: draftsAwaited, needs: AWAITED },
  { run: agreementsIn, needs: AGREEING },
  { run: talksTold, needs: TALKING },
  { run: wordedEvents },
  { run: nounEvents },
  { run: councilTold, needs: TELLING },
]

/** The events that each sentence tells by verbs and phrases: those that nothing told before can change. */
export function earlyEvents(scenes: readonly Scene[]): FoundEvent[][] {
  return passOver(scenes, EARLY)
}

/** All events of a sentence: with wordings, nouns and what the Council does; talks that stalled were not held. */
export function lateEvents(scene: Scene, found: FoundEvent[]): FoundEvent[] {
  for (const stage of LATE) if (mayFind(stage, scene)) stage.run(scene, found)
  const stalled = found.some((each) => each.type === 'talks-stalled')
  return found.some((each) => isIdle(each, stalled)) ? found.filter((each) => !isIdle(each, stalled)) : found
}

/** Talks that stalled, and the warnings of those who have no means of their own: "the U.N. warned of serious consequences". */
function isIdle({ type, actors }: FoundEvent, stalled: boolean): boolean {
  if (type === 'talks-held') return stalled
  return type === 'threat' && actors.every((code) => code === 'UN' || code === 'IAEA')
}

function byVerbs(scene: Scene, found: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) verbEvents(scene, verb, found)
}
