import { add } from './add-stance.js'
import { actionAt } from './asked-acts.js'
import type { VerbChunk } from './chunk.js'
import { canHold } from './entity.js'
import type { FoundStance, Scene } from './scene.js'
import { WordSet } from './wordset.js'

export const WRONGS = new WordSet([
  'violate',
  'defy',
  'ignore',
  'flout',
  'breach',
  'kill',
  'attack',
  'bomb',
  'shell',
  'lie',
  'deceive',
  'hide',
  'conceal',
  'cheat',
  'arm',
  'supply',
  'sponsor',
  'destabilize',
  'destabilise',
  'interfere',
  'meddle',
  'blackmail',
  'smuggle',
  'massacre',
  'slaughter',
  'threaten',
  'provoke',
  'stall',
  'obstruct',
  'mislead',
  'starve',
  'isolate',
  'harbor',
  'harbour',
  'finance',
  'fund',
  'fuel',
  'undermine',
  'renege',
  'shirk',
  'abuse',
  'torture',
  'persecute',
  'repress',
  'oppress',
])

/** "says Iraq is not cooperating", "said Iran was hiding its work": what a speaker tells of the target is blame. */
export function alleged(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { target } = scene.memory
  const subject = verb.subject?.entity
  if (
    target === undefined ||
    subject === undefined ||
    verb.passive ||
    verb.conditional === true ||
    !subject.codes.includes(target)
  )
    return
  if (verb.modal !== undefined && ((verb.modal !== 'will' && verb.modal !== 'would') || verb.relative === true)) return
  const speaker = scene.clauses.speakerAt(verb.index)
  if (!canHold(speaker) || speaker.codes.includes(target)) return
  const action = actionAt(scene.tokens, verb, scene.to)
  const fails = verb.negated && (action === 'mend' || action === 'comply')
  if (!fails && (verb.negated || !WRONGS.hasVerb(verb))) return
  add(
    scene,
    into,
    { holder: speaker, stance: 'opposes', about: 'conduct', verb, rule: 'alleged', to: verb.index + 2 },
    { target },
  )
}
