import { add } from './add-stance.js'
import { standsAt } from './before.js'
import type { Held } from './held-of.js'
import { isOnText } from './pointing.js'
import type { FoundStance } from './scene.js'
import { WordSet } from './wordset.js'

const OUTCOMES = new WordSet(['outcome', 'result', 'failure', 'rejection', 'defeat', 'opportunity'])
const MISSED = new WordSet(['missed', 'lost', 'squandered', 'wasted'])

/**
 * "deplored the outcome", "regretted a missed opportunity": a vote that failed, by whoever would have had it pass; the one at issue deplores
 * one that did not. Whether that is told.
 */
export function regretsOutcome({ scene, entry, holder, verb, objectAt }: Held, into: FoundStance[]): boolean {
  const { chunks } = scene.clauses
  if (entry.about !== 'conduct' || entry.target === true || verb.negated || verb.passive) return false
  const at = chunks[objectAt]?.kind === 'open' ? objectAt + 1 : objectAt
  const noun = standsAt(chunks, at)
  if (noun?.kind !== 'noun' || !OUTCOMES.has(scene.tokens[noun.head])) return false
  const missed = MISSED.stands(scene.tokens, noun.from, noun.head)
  if (scene.tokens[noun.head]?.lower === 'opportunity' && !missed) return false
  // "regretted the failure of the talks", "the failure to act": what failed stands behind
  if (noun.owner !== undefined || chunks[at + 1]?.kind === 'preposition' || chunks[at + 1]?.kind === 'verb')
    return false
  if (!isOnText(scene, at)) return false
  const own = holder.codes.includes(scene.memory.target ?? '')
  add(scene, into, {
    holder,
    stance: own ? 'opposes' : 'supports',
    about: 'resolution',
    verb,
    rule: entry.rule,
    to: at,
  })
  return true
}
