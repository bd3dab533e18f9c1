import { AGREEING, agreementsIn } from './agreements.js'
import { attacksIn } from './attacks.js'
import { councilActs } from './council-acts.js'
import { councilTold, TELLING } from './council-told.js'
import { isLawmakers } from './council-vetoes.js'
import { isDone } from './done.js'
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
import { WordSet } from './wordset.js'

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
  const vetoed = found.some(isVeto)
  const home = vetoed && isLawmakers(scene)
  const failed = found.some(isAdopted) && (vetoed || isVetoTold(scene))
  const isLost = (each: FoundEvent) =>
    isIdle(each, stalled) || (failed && isAdopted(each) && isByVotes(scene, each)) || (home && isVeto(each))
  return found.some(isLost) ? found.filter((each) => !isLost(each)) : found
}

function isAdopted({ type }: FoundEvent): boolean {
  return type === 'adopted'
}

function isVeto({ type }: FoundEvent): boolean {
  return type === 'vetoed'
}

/** A veto told before, or by a verb of the sentence that made no event. */
function isVetoTold({ clauses, memory }: Scene): boolean {
  if (memory.told.has('vetoed UNSC')) return true
  return clauses.verbs.some((verb) => verb.lemma === 'veto' && !verb.negated && isDone(verb))
}

const COUNTED = new WordSet('vote votes voted voting won win gets got received'.split(' '))

/** "Thirteen members voted for it": against a veto it is not adopted by that. */
function isByVotes({ tokens }: Scene, { words }: FoundEvent): boolean {
  return COUNTED.stands(tokens, words[0], words[1])
}

/** Talks that stalled, and the warnings of those who have no means of their own: "the U.N. warned of serious consequences". */
function isIdle({ type, actors }: FoundEvent, stalled: boolean): boolean {
  if (type === 'talks-held') return stalled
  return type === 'threat' && actors.every((code) => code === 'UN' || code === 'IAEA')
}

function byVerbs(scene: Scene, found: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) verbEvents(scene, verb, found)
}
