import type { VerbChunk } from './chunk.js'
import type { Entity } from './entity.js'
import { askedBy } from './issues.js'
import type { Entry } from './lexicon.js'
import { add, type FoundStance, holderOf, type Scene, subjectIssue } from './scene.js'
import { WordSet } from './wordset.js'

/** "worried that sanctions could hurt the poor": what is feared of them speaks against them. */
export function fears(scene: Scene, holder: Entity, verb: VerbChunk, entry: Entry, into: FoundStance[]): boolean {
  const clause = scene.clauses.verbs.find((each) => each.reported === verb)
  if (clause?.subject === undefined || clause.modal === undefined || clause.negated || clause.passive) return false
  // "warned that sanctions would follow" threatens with them.
  if (COMING.hasVerb(clause) || clause.conditional === true) return false
  const told = subjectIssue(scene, clause.subject)
  if (told === undefined || (told.about !== 'sanctions' && told.about !== 'force' && told.about !== 'resolution'))
    return false
  add(scene, into, holder, 'opposes', { about: told.about, noun: clause.subject }, verb, entry, clause.index)
  return true
}

const COMING = new WordSet('be follow come await ensue happen arrive hit remain stay continue go pass'.split(' '))
const SUSPECTING = new WordSet('fear suspect believe allege contend charge claim worry think'.split(' '))

/** "fears Iran is building a bomb": what one holds the target to do is blame. */
export function suspicions(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { target } = scene.memory
  if (target === undefined || !SUSPECTING.hasVerb(verb) || verb.negated || verb.modal !== undefined) return
  const holder = holderOf(scene, verb)
  if (holder === undefined || holder.codes.length === 0 || holder.codes.includes(target)) return
  const clause = scene.clauses.verbs.find((each) => each.reported === verb)
  if (clause === undefined || clause.negated || clause.conditional === true) return
  const who = clause.subject?.entity ?? clause.subject?.owner
  if (who?.codes.length !== 1 || who.codes[0] !== target) return
  if (doesWrong(scene, clause))
    add(scene, into, holder, 'opposes', { about: 'conduct', noun: clause.subject }, verb, RULE, clause.index + 1)
}

/** The clause, or what completes it, tells of a bomb, a test, killings; to have a right or to stop is no wrong. */
function doesWrong(scene: Scene, clause: VerbChunk): boolean {
  const { chunks, verbs } = scene.clauses
  for (const verb of verbs) {
    if (verb !== clause && verb.parent !== clause && verb.parent?.parent !== clause) continue
    if (verb.lemma === 'have' || verb.lemma === 'stop' || verb.lemma === 'suspend') return false
    const issue = askedBy(chunks, verb, scene.tokens)
    if (issue?.about === 'conduct' && issue.sign === 1 && !issue.weak) return true
  }
  return false
}

const RULE = { rule: 'suspect' }
