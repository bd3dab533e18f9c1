import { add } from './add-stance.js'
import type { VerbChunk } from './chunk.js'
import type { Entity } from './entity.js'
import type { Entry } from './lexicon.js'
import { type FoundStance, type Scene, subjectIssue } from './scene.js'
import { WordSet } from './wordset.js'

/** "worried that sanctions could hurt the poor": what is feared of them speaks against them. */
export function fears(scene: Scene, holder: Entity, verb: VerbChunk, entry: Entry, into: FoundStance[]): boolean {
  const clause = scene.clauses.verbs.find((each) => each.reported === verb)
  if (clause?.subject === undefined || clause.modal === undefined || clause.negated || clause.passive) return false
  // "warned that sanctions would follow" threatens with them.
  if (COMING.hasVerb(clause) || clause.conditional === true) return false
  const told = subjectIssue(scene, clause.subject)
  // "warned that the sanctions regime would collapse"
  if (FAILING.hasVerb(clause)) return false
  if (told === undefined || (told.about !== 'sanctions' && told.about !== 'force' && told.about !== 'resolution'))
    return false
  add(scene, into, {
    holder,
    stance: told.sign === 1 ? 'opposes' : 'supports',
    about: told.about,
    noun: clause.subject,
    verb,
    rule: entry.rule,
    to: clause.index,
  })
  return true
}

export const FAILING = new WordSet('collapse crumble unravel lapse expire founder'.split(' '))
const COMING = new WordSet('be follow come await ensue happen arrive hit remain stay continue go pass'.split(' '))
