import type { NounChunk } from './chunk.js'
import { type Entity, theyOf } from './entity.js'
import { lexicon } from './lexicon.js'
import type { Memory } from './memory.js'
import { NUMBER_WORDS } from './number-words.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** Who sits in the Council, or speaks for one who does. */
export const SITTING = new WordSet(
  'member members diplomat diplomats source sources envoy envoys ambassador ambassadors delegate delegates nation nations countries states'.split(
    ' ',
  ),
)
/** Nouns for several states, or for those who speak for them: "members", "powers". */
export const SEVERAL = new WordSet(lexicon.who.several)
/** "neither country", "either side": one of two. */
const ONE_OF_TWO = new WordSet(
  'country nation side government capital power member leader minister envoy party'.split(' '),
)
/** Who is meant by these without a number: those told together last. */
const TOGETHER = new WordSet(['allies', 'partners'])
/** "the former … the latter" */
const ONE_OF_PAIR = ['former', 'latter']
const POINTING = new WordSet(['the', 'these', 'those', 'both', 'neither', 'either', 'all', 'other'])

/** "the two European powers", "neither country", "the three", "the allies": a group that was told before, found by its number. */
export function severalBefore(tokens: readonly Token[], from: number, to: number, memory: Memory): Entity | undefined {
  const first = tokens[from]?.lower ?? ''
  const one = first === 'the' && to === from + 2 ? ONE_OF_PAIR.indexOf(tokens[from + 1]?.lower ?? '') : -1
  if (one >= 0) return memory.lastPair.length === 2 ? theyOf([memory.lastPair[one] as string]) : undefined
  const head = tokens[to - 1]
  if (!POINTING.has(tokens[from]) || to - from > 6 || to - from < 2) return undefined
  const two = first === 'both' || first === 'neither' || first === 'either'
  const bare = first === 'the' && to === from + 2 && NUMBER_WORDS.indexOf(head?.lower ?? '') > 1
  if (!(bare || SEVERAL.has(head) || (two && ONE_OF_TWO.has(head)))) return undefined
  const size = two ? 2 : numberIn(tokens, from + 1, to)
  const codes = size === undefined ? (TOGETHER.has(head) ? memory.lastParties : undefined) : memory.groups.get(size)
  return codes === undefined || codes.length < 2 ? undefined : theyOf(codes)
}

/** "X met the ministers of Y and Z, and the three called for": those named together in the sentence, or with them who is named first, by how many they are. */
export function countedHere(
  tokens: readonly Token[],
  noun: NounChunk,
  codes: readonly string[],
  first: string | undefined,
): readonly string[] | undefined {
  if (noun.to !== noun.from + 2 || tokens[noun.from]?.lower !== 'the') return undefined
  if (noun.entity !== undefined && noun.entity.pronoun !== true) return undefined
  const size = NUMBER_WORDS.indexOf(tokens[noun.from + 1]?.lower ?? '')
  if (size < 2) return undefined
  if (size === codes.length) return codes
  return size === codes.length + 1 && first !== undefined && !codes.includes(first) ? [first, ...codes] : undefined
}

/** All whom a name means, where no number tells otherwise; not so "two permanent members of the Council". */
export function areAll(tokens: readonly Token[], from: number, to: number, codes: readonly string[]): boolean {
  const size = numberIn(tokens, from, to)
  return size === undefined || size === codes.length
}

function numberIn(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token?.lower === 'both') return 2
    if (token?.kind === 'number') return Number(token.lower)
    const written = NUMBER_WORDS.indexOf(token?.lower ?? '')
    if (written > 1) return written
  }
  return undefined
}
