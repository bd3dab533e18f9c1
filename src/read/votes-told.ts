import type { FoundEvent } from './event-found.js'
import { NUMBER_WORDS } from './number-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const OUTCOMES: readonly string[] = ['adopted', 'vetoed', 'not-adopted']

/**
 * The events without votes that are told already: once an outcome was told, in the sentence or before it, whoever voted
 * in it or spoke after it tells no other vote. How many voted which way is told by itself.
 */
export function votesOnce(scene: Scene, events: readonly FoundEvent[]): readonly FoundEvent[] {
  if (!events.some(isVote)) return events
  const here = events.some(({ type, planned }) => OUTCOMES.includes(type) && planned !== true)
  const { told } = scene.memory
  const before = OUTCOMES.some((type) => told.has(`${type} UNSC`))
  if (!here && !before) return events
  return isCounted(scene) ? events : events.filter((each) => !isVote(each))
}

function isVote({ type, actors, planned }: FoundEvent): boolean {
  return type === 'vote-held' && actors[0] === 'UNSC' && planned !== true
}

const NUMBERS = new WordSet(NUMBER_WORDS)
const COUNTED = new WordSet('votes vote voted voting countries members nations states for in against'.split(' '))

/** "Nine countries voted for it", "received seven votes", "Five for, four against" */
function isCounted({ tokens, from, to }: Scene): boolean {
  for (let at = from; at < to - 1; at++) {
    const token = tokens[at]
    if (token?.kind !== 'number' && !NUMBERS.has(token)) continue
    if (COUNTED.has(tokens[at + 1]) || COUNTED.has(tokens[at + 2])) return true
  }
  return false
}
