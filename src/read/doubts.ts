import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import type { VerbChunk } from './chunk.js'
import { canHold } from './entity.js'
import { type FoundStance, type Scene, subjectIssue } from './scene.js'
import { illForetold } from './verdicts.js'
import { WordSet } from './wordset.js'

const DOUBTING = new WordSet(['question', 'doubt', 'wonder', 'query', 'dispute', 'challenge'])

/** "questioned whether sanctions would work", "doubts that Tehran means it": what is doubted is not held. */
export function doubted(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (!DOUBTING.hasVerb(verb) || verb.passive || verb.negated || verb.form === 'participle' || scene.headline) return
  const opens = scene.clauses.chunks[verb.index + 1]
  const next = opens?.kind === 'adverb' ? scene.clauses.chunks[verb.index + 2] : opens
  const clause = scene.clauses.verbs.find((each) => each.index > verb.index && each.form === 'finite')
  if (next?.kind !== 'subordinator' || clause?.subject === undefined || clause.subject.from < verb.to) return
  const holder = verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
  if (!canHold(holder)) return
  const { target } = scene.memory
  const issue = subjectIssue(scene, clause.subject)
  if (issue !== undefined && !issue.weak && issue.about !== 'conduct' && issue.about !== 'implementation') {
    if (illForetold(scene, clause)) return
    add(scene, into, {
      holder,
      stance: 'opposes',
      about: issue.about,
      noun: issue.noun,
      verb,
      rule: 'doubt',
      to: clause.index + 1,
    })
  } else if (
    target !== undefined &&
    clause.subject.entity?.codes.includes(target) === true &&
    !clause.negated &&
    !holder.codes.includes(target) &&
    verb.lemma !== 'doubt'
  )
    add(
      scene,
      into,
      { holder, stance: 'opposes', about: 'conduct', verb, rule: 'doubt', to: clause.index + 1 },
      { target },
    )
}
