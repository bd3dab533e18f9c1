import { isOfUN } from './bodies.js'
import type { Chunk, NounChunk, VerbChunk } from './chunk.js'
import type { Stance } from './claim.js'
import { isDraft } from './council-nouns.js'
import { canHold } from './entity.js'
import { isHeldByOne } from './held-already.js'
import type { FoundStance, Scene } from './scene.js'
import type { Need } from './stock.js'
import { WordSet } from './wordset.js'

const VOTE = new WordSet(['vote', 'votes'])
const KINDS: ReadonlyMap<string, Stance> = new Map<string, Stance>([
  ['no', 'opposes'], ['negative', 'opposes'], ['dissenting', 'opposes'], ['opposing', 'opposes'],
  ['yes', 'supports'], ['affirmative', 'supports'], ['positive', 'supports'], ['aye', 'supports'],
]) // biome-ignore format: a table

/** Without one of these nothing is found. */
export const VOTES: readonly Need[] = [VOTE]

/** "Algeria's vote against the text surprised many", "explained its vote for it", "Cuba's no vote": a vote told by a noun. */
export function voteNouns(scene: Scene, into: FoundStance[]): void {
  if (scene.headline) return
  const { chunks } = scene.clauses
  for (let at = 0; at < chunks.length; at++) {
    const noun = chunks[at]
    if (noun?.kind !== 'noun' || !VOTE.has(scene.tokens[noun.head]) || !canHold(noun.owner)) continue
    const side = sideOf(scene, noun, at)
    if (side === undefined || !isCast(scene, noun, at)) continue
    const actors = noun.owner.codes.filter((code) => !isOfUN(code))
    if (actors.length === 0 || isHeldByOne(into, actors, 'resolution')) continue
    const { target } = scene.memory
    into.push({
      actors,
      stance: side.stance,
      about: 'resolution',
      from: at,
      to: Math.min(chunks.length - 1, side.to + 1),
      cast: true,
      rule: 'vote-of',
      words: [noun.from, noun.to],
      ...(target === undefined || actors.includes(target) ? {} : { target }),
    })
  }
}

/** On which side the vote is, and the chunk that says so. */
function sideOf(scene: Scene, noun: NounChunk, at: number): { stance: Stance; to: number } | undefined {
  const kind = KINDS.get(scene.tokens[noun.head - 1]?.lower ?? '')
  if (kind !== undefined) return { stance: kind, to: at }
  const { chunks } = scene.clauses
  const link = chunks[at + 1]
  if (link?.kind !== 'preposition') return undefined
  if (link.word === 'against') return isOnText(scene, chunks[at + 2]) ? { stance: 'opposes', to: at + 2 } : undefined
  if (link.word === 'for') return isOnText(scene, chunks[at + 2]) ? { stance: 'supports', to: at + 2 } : undefined
  const favour = chunks[at + 2]
  return link.word === 'in' && favour?.kind === 'noun' && FAVOUR.has(scene.tokens[favour.head])
    ? { stance: 'supports', to: at + 2 }
    : undefined
}

const FAVOUR = new WordSet(['favour', 'favor'])

/** "against the draft", "for it" */
function isOnText(scene: Scene, noun: Chunk | undefined): boolean {
  if (noun?.kind !== 'noun') return false
  return isDraft(scene, noun) || (noun.to === noun.from + 1 && scene.tokens[noun.from]?.lower === 'it')
}

/** It did something, or is spoken of as done; "to win its vote for the text" tells of none. */
function isCast(scene: Scene, noun: NounChunk, at: number): boolean {
  const { chunks, verbs } = scene.clauses
  if (noun.preposition !== undefined) return AFTER.has(noun.preposition)
  if (verbs.some((each) => each.subject === noun && isTold(each))) return true
  const before = chunks[at - 1]
  return before?.kind === 'verb' && !before.negated && JUDGING.hasVerb(before)
}

function isTold({ form, modal, negated, conditional }: VerbChunk): boolean {
  return form === 'finite' && modal === undefined && !negated && conditional !== true
}

const AFTER: ReadonlySet<string> = new Set(['after', 'despite', 'by', 'for', 'over', 'following', 'with', 'since'])
const JUDGING = new WordSet(
  'explain defend justify criticise criticize condemn denounce regret deplore praise welcome applaud cast record'.split(
    ' ',
  ),
)
