import { add } from './add-stance.js'
import { askedBy } from './asked.js'
import type { NounChunk, VerbChunk } from './chunk.js'
import { holderOf } from './holders.js'
import { issueOf } from './issue.js'
import type { FoundStance, Scene } from './scene.js'
import { WordSet } from './wordset.js'

const GIVING = new WordSet(['give', 'set', 'grant', 'allow', 'hand'])
const TIME = new WordSet(
  'hours hour days day weeks week month months deadline ultimatum until till fortnight weekend midnight'.split(' '),
)

/** "gave Sudan 30 days to disarm the militias", "a text giving Tehran until Friday to comply": asks it of whom time is given. */
export function timeGiven(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (!GIVING.hasVerb(verb) || verb.passive || verb.negated || verb.form === 'participle') return
  const { clauses, tokens } = scene
  const whom = clauses.chunks[verb.index + 1]
  const action = clauses.verbs.find((each) => each.form === 'to' && each.parent === verb && each.index > verb.index + 1)
  if (whom?.kind !== 'noun' || action === undefined || action.index > verb.index + 8) return
  if (!TIME.stands(tokens, verb.to, action.from)) return
  const codes = codesOf(whom)
  const holder = holderOf(scene, verb)
  if (holder === undefined || codes.length === 0 || holder.codes.some((code) => codes.includes(code))) return
  const issue = askedBy(clauses.chunks, action, tokens) ?? issueOf('conduct', -1, true)
  // the Council is blamed for nothing by being given time
  if (issue.about === 'conduct' && codes.includes('UNSC')) return
  add(
    scene,
    into,
    {
      holder,
      stance: issue.about !== 'conduct' && issue.sign > 0 ? 'supports' : 'opposes',
      about: issue.about,
      noun: issue.noun,
      verb,
      rule: 'deadline',
      to: Math.min(action.index + 1, clauses.chunks.length - 1),
    },
    issue.about === 'conduct' ? { target: codes[0] } : {},
  )
}

/** "Tehran 30 days" is one phrase. */
function codesOf({ entity, owner }: NounChunk): readonly string[] {
  return entity !== undefined && entity.codes.length > 0 ? entity.codes : (owner?.codes ?? [])
}
