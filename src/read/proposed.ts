import { add } from './add-stance.js'
import { isOfUN } from './bodies.js'
import type { VerbChunk } from './chunk.js'
import { canHold } from './entity.js'
import { antecedentIssue, type FoundStance, type Scene, subjectIssue } from './scene.js'
import { WordSet } from './wordset.js'

const PROPOSING = new WordSet(['propose', 'seek', 'demand', 'request', 'advocate', 'urge', 'want'])

/** "a no-fly zone proposed by Chile", "sanctions sought by Chile": who proposes it is for it. */
export function proposed(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (!verb.passive || verb.negated || verb.modal !== undefined || !PROPOSING.hasVerb(verb)) return
  const holder = verb.agent?.entity
  if (!canHold(holder) || holder.codes.some(isOfUN)) return
  const issue =
    verb.form !== 'finite'
      ? (antecedentIssue(scene, verb.index) ?? (verb.subject && subjectIssue(scene, verb.subject)))
      : verb.subject && subjectIssue(scene, verb.subject)
  if (issue === undefined || issue.weak || (issue.about !== 'force' && issue.about !== 'sanctions')) return
  if (into.some((each) => each.about === issue.about && holder.codes.every((code) => each.actors.includes(code))))
    return
  add(scene, into, {
    holder,
    stance: issue.sign === 1 ? 'supports' : 'opposes',
    about: issue.about,
    noun: issue.noun,
    verb,
    rule: 'proposed',
    to: verb.index + 2,
  })
}
