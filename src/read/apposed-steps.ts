import { askedBy } from './asked.js'
import { entriesAt } from './asked-acts.js'
import { standsAt } from './before.js'
import type { NounChunk, VerbChunk } from './chunk.js'
import { type Issue, signed } from './issue.js'
import { issueFrom } from './issues.js'
import { ROLES } from './lexicon.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** What a deed is called behind the comma: "agreed to lift the embargo, a move Chile opposes". */
const STEPS = new WordSet([
  'move',
  'step',
  'action',
  'measure',
  'idea',
  'option',
  'proposal',
  'gesture',
  'demand',
  'decision',
])

/** What such a step at a place amounts to, told by the verb before the comma; undefined where it is a deed of another kind. */
export function stepIssue(scene: Scene, noun: NounChunk, at: number): Issue | undefined {
  const { clauses, tokens } = scene
  const link = standsAt(clauses.chunks, at - 1)?.kind
  if (!STEPS.has(tokens[noun.head]) || (link !== 'comma' && link !== 'dash')) return undefined
  const verb = clauses.verbs.findLast((each) => each.index < at)
  const issue = verb === undefined ? undefined : doneBy(scene, verb)
  return issue === undefined || issue.about === 'conduct' ? undefined : issue
}

/** "is pushing for sanctions" asks for them, "vetoed the text" is against it, "agreed to lift the embargo" ends it. */
function doneBy(scene: Scene, verb: VerbChunk): Issue | undefined {
  const { clauses, tokens, to } = scene
  const held = entriesAt(tokens, verb.at, to, ROLES.attitude, verb.negated)?.entry.stance
  if (held === undefined) return askedBy(clauses.chunks, verb, tokens)
  const issue = issueFrom(clauses.chunks, verb.index + 1, tokens)
  const turn = (held === 'opposes' || held === 'vetoes') !== verb.negated ? -1 : 1
  return issue === undefined ? undefined : signed(issue, issue.sign * turn)
}
