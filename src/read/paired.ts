import { type Chunk, type NounChunk, sameNoun } from './chunk.js'
import { type Entity, entityOf, withCodes } from './entity.js'
import type { Token } from './tokens.js'

/** "Chinese and Russian objections": one phrase with two owners. */
export function pairOfAdjectives(
  chunks: readonly Chunk[],
  at: number,
  tokens: readonly Token[],
): NounChunk | undefined {
  const first = chunks[at]
  const last = chunks[at + 2]
  const link = chunks[at + 1]
  if (first?.kind !== 'noun' || last?.kind !== 'noun' || link?.kind !== 'conjunction') return undefined
  const leads = tokens[first.from]?.lower === 'both' ? 1 : 0
  const article = leads + (tokens[first.from + leads]?.lower === 'the' ? 1 : 0)
  if (first.to !== first.from + 1 + article) return undefined
  const whose = first.entity ?? first.owner
  if (whose === undefined || whose.person === true || whose.pronoun === true) return undefined
  if (presidents(first, last, tokens)) {
    const both = sameNoun(first)
    both.about = undefined
    both.head = last.head
    both.to = last.to
    both.owner = undefined
    both.entity = withCodes(last.entity as Entity, [...new Set([...whose.codes, ...(last.entity?.codes ?? [])])])
    return both
  }
  if (
    (article > 0 && first.entity !== undefined) ||
    last.entity !== undefined ||
    last.owner === undefined ||
    last.owner.pronoun === true ||
    last.owned !== undefined ||
    last.to - last.from < 2
  )
    return undefined
  const codes = [...new Set([...whose.codes, ...last.owner.codes])]
  const both = sameNoun(first)
  both.entity = undefined
  both.about = undefined
  both.head = last.head
  both.to = last.to
  both.owner = entityOf(codes)
  return both
}

/** "the American and South Korean presidents": an adjective shares the office of the other. */
function presidents(first: NounChunk, last: NounChunk, tokens: readonly Token[]): boolean {
  return (
    first.entity === undefined &&
    last.entity?.office !== undefined &&
    last.entity.name === undefined &&
    last.entity.codes.length > 0 &&
    last.to - last.from > 1 &&
    /s$/.test(tokens[last.to - 1]?.lower ?? '')
  )
}
