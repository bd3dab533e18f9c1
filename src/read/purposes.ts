import { aboutOf } from './about.js'
import { placeIn, type VerbChunk } from './chunk.js'
import type { Issue } from './issue.js'
import type { FoundStance, Scene } from './scene.js'
import { ofCouncil } from './texts-and-settlements.js'
import { WordSet } from './wordset.js'

const CONTENTS = new WordSet(['include', 'involve', 'cover', 'remain', 'stay', 'become', 'focus', 'have'])

/** "called for sanctions to stop the killing": what the thing asked for is good for, and not what is asked of someone. */
export function isPurpose({ clauses, tokens }: Scene, verb: VerbChunk, to: VerbChunk): boolean {
  if (to.form !== 'to' || to.passive || to.copula || to.negated || CONTENTS.hasVerb(to)) return false
  const { chunks } = clauses
  const object = chunks[to.index + 1]
  if (object?.kind !== 'noun' || object.preposition !== undefined) return false
  const link = chunks[verb.index + 1]
  const asked = link?.kind === 'preposition' && link.word === 'for' ? chunks[verb.index + 2] : link
  if (asked?.kind !== 'noun' || asked.entity !== undefined || asked.to > to.from) return false
  for (let at = asked.to; at < to.from; at++) if (tokens[at]?.lower === 'for') return false
  const issue = ofCouncil(chunks, placeIn(chunks, asked), tokens) ?? aboutOf(asked, tokens)
  return issue !== undefined && issue.about !== 'conduct' && issue.about !== 'implementation'
}

/** "proposed a resolution", "wants the embargo lifted": the same verb has told of the same thing already. */
export function isToldAlready(found: readonly FoundStance[], verb: VerbChunk, { about }: Issue): boolean {
  return found.some((each) => each.from === verb.index && each.about === about)
}
