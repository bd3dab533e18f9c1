import { standsAt } from './before.js'
import { placeFrom, placeOver } from './chunk.js'
import type { Chunk, NounChunk, VerbChunk } from './chunks.js'
import type { DateWords } from './datewords.js'
import type { Scene } from './scene.js'

/** Words after these tell a border or a reason, not when the thing happened. */
const BORDERS = new Set(['since', 'until', 'till', 'before', 'after', 'from', 'to', 'through', 'between', 'by'])

/** What the date words of a sentence date: a verb, or a noun phrase. */
export interface Tie {
  readonly words: DateWords
  readonly verb: VerbChunk | undefined
  /** The noun phrase that holds the words, or that they follow. */
  readonly noun: number | undefined
  /** The noun phrases right before the words, up to the one that no preposition holds ("launch over Japan on October 3"). */
  readonly near: readonly number[]
}

/** Whether words tell the border of a time or a reason, not when the thing happened. */
export function isBorder({ preposition }: DateWords): boolean {
  return preposition !== undefined && BORDERS.has(preposition)
}

/** What each date word of a sentence dates; those that date nothing are left out. */
export function tiesOf(scene: Scene): Tie[] {
  const ties: Tie[] = []
  for (const words of scene.dates) {
    const found = tie(scene, words)
    if (found !== undefined) ties.push(found)
  }
  return ties
}

function toNoun(words: DateWords, noun: number, near: readonly number[] = []): Tie {
  return { words, verb: undefined, noun, near }
}

function toVerb(words: DateWords, verb: VerbChunk, near: readonly number[]): Tie {
  return { words, verb, noun: undefined, near }
}

function tie(scene: Scene, words: DateWords): Tie | undefined {
  const { chunks, verbs } = scene.clauses
  if (isBorder(words)) return undefined
  const index = placeOver(chunks, words.from)
  if (index < 0) return undefined
  const inside = chunks[index]
  // "Saturday's resolution", "the July 5 tests", "its 2006 test": part of the noun phrase.
  if (inside?.kind === 'noun' && inside.to > words.to) return toNoun(words, index)
  let before = index - 1
  while (before >= 0 && (chunks[before]?.kind === 'preposition' || chunks[before]?.kind === 'adverb')) before--
  // "Thursday's talks", cut apart: the date leads a noun phrase of its own.
  const after = placeFrom(chunks, words.to)
  const follows = after < 0 ? undefined : chunks[after]
  if (scene.tokens[words.to]?.key === "'s" && follows?.kind === 'noun') return toNoun(words, after)
  const left = lastVerb(chunks, index)
  const right = finiteBehind(verbs, index)
  const link = standsAt(chunks, before)
  const near = nounsUpTo(chunks, before)
  // "Peru, which signed it in May, says": told in passing
  const passing = left?.relative === true && !chunks.slice(left.index, index).some((chunk) => chunk.kind === 'comma')
  // "passed a text on Monday that imposes sanctions": no date of what the text does
  const inText = right?.relative === true && chunks.slice(index, right.index).some(({ kind }) => kind === 'relative')
  if (right?.subject !== undefined && !passing && !inText) {
    const { from } = right.subject
    const between = left === undefined || from >= left.to
    const leads =
      link === undefined ||
      link.kind === 'comma' ||
      link.kind === 'conjunction' ||
      link.kind === 'subordinator' ||
      link.kind === 'open' ||
      link.kind === 'dash' ||
      link.kind === 'mark'
    // "signed an order freezing them, and on Saturday spoke": of the verb that it leads
    const joined = link?.kind === 'conjunction' && right.index <= index + 2
    if ((joined || between) && (from < words.from || leads) && clear(chunks, index, right.index))
      return toVerb(words, right, near)
  }
  if (left === undefined) return link?.kind === 'noun' ? toNoun(words, before, near) : undefined
  // "condemned it for its nuclear test on Oct. 9": after a noun phrase that a preposition holds, and that is no place.
  const ofNoun =
    link?.kind === 'noun' &&
    words.preposition !== undefined &&
    link.preposition !== undefined &&
    !isPlace(link, scene.tokens)
  return ofNoun ? toNoun(words, before, near) : toVerb(words, left, near)
}

function finiteBehind(verbs: readonly VerbChunk[], index: number): VerbChunk | undefined {
  return verbs.find((verb) => verb.index > index && verb.form === 'finite')
}

/** Noun phrases that run up to a chunk, linked by prepositions. */
function nounsUpTo(chunks: readonly Chunk[], index: number): number[] {
  const nouns: number[] = []
  for (let at = index; at >= 0 && nouns.length < 3; at--) {
    const chunk = chunks[at]
    if (chunk?.kind === 'noun') {
      nouns.push(at)
      if (chunk.preposition === undefined) break
    } else if (chunk?.kind !== 'preposition' && chunk?.kind !== 'adverb') break
  }
  return nouns
}

/** "in the capital", "to Khartoum", "into the sea": where, and nothing that has a date of its own. */
function isPlace(noun: NounChunk, tokens: Scene['tokens']): boolean {
  if (noun.entity !== undefined || PLACING.has(noun.preposition ?? '')) return true
  return noun.to === noun.from + 1 && tokens[noun.from]?.capital === true
}
const PLACING = new Set(['in', 'at', 'into', 'off', 'across', 'near', 'towards', 'toward'])

/** The nearest verb to the left in the same clause. */
function lastVerb(chunks: readonly Chunk[], index: number): VerbChunk | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb') return chunk
    if (chunk?.kind === 'subordinator' || chunk?.kind === 'relative' || (chunk?.kind === 'mark' && chunk.word === ';'))
      return undefined
  }
  return undefined
}

/** No other clause opens between the date and the verb that it leads. */
function clear(chunks: readonly Chunk[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' && chunk.form !== 'participle' && chunk.relative !== true) return false
    if (chunk?.kind === 'subordinator' || chunk?.kind === 'mark') return false
  }
  return true
}
