import { standsAt } from './before.js'
import type { VerbChunk } from './chunks.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** "was due to receive the inspector's report" */
export function isPaper({ clauses, tokens }: Scene, verb: VerbChunk): boolean {
  const next = clauses.chunks[verb.index + 1]
  return next?.kind === 'noun' && PAPERS.has(tokens[next.head])
}
const PAPERS = new WordSet(
  'report reports reply replies answer answers offer offers proposal proposals draft text package list request complaint aid assistance support backing'.split(
    ' ',
  ),
)

/** "is meeting resistance from Russia", "met the demands of the Council" */
export function isFaced(scene: Scene, verb: VerbChunk): boolean {
  const { chunks } = scene.clauses
  // "meets all of the demands"
  const part = standsAt(scene.tokens, (chunks[verb.index + 1]?.to ?? 0) - 1)
  const next =
    chunks[PARTS.has(part) && chunks[verb.index + 2]?.kind === 'preposition' ? verb.index + 3 : verb.index + 1]
  return next?.kind === 'noun' && next.entity?.person !== true && THINGS.has(scene.tokens[next.to - 1])
}
const PARTS = new WordSet(['all', 'some', 'most', 'many', 'none', 'each'])
const THINGS = new WordSet(
  'resistance opposition demand demands condition conditions obligation obligations commitments criticism deadline deadlines need needs threat challenge fate requirements requirement objections terms protests disapproval goal goals standards'.split(
    ' ',
  ),
)

/** "spoke three times in two days with her Russian counterpart": the chunk before "with" */
export function spokeWith({ clauses: { chunks }, tokens }: Scene, verb: VerbChunk): number | undefined {
  for (let at = verb.index + 1; at < verb.index + 7; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'preposition' && chunk.word === 'with') return at - 1
    if (
      chunk?.kind === 'noun'
        ? !OFTEN.has(tokens[chunk.head])
        : chunk?.kind !== 'preposition' && chunk?.kind !== 'adverb'
    )
      return undefined
  }
  return undefined
}
const OFTEN = new WordSet(['times', 'days', 'day', 'hours', 'week', 'length', 'hour', 'minutes'])
