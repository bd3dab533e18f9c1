import type { VagueDate } from '../dates.js'
import { standsAt } from './before.js'
import { placeFrom, placeIn, placeOver } from './chunk.js'
import type { Chunk, NounChunk, VerbChunk } from './chunks.js'
import { LONG_MONTHS } from './date-names.js'
import type { Anchors, DateWords } from './datewords.js'
import type { Scene } from './scene.js'

/** The date words of one sentence and what each of them dates. */
export interface Dated {
  /** Day, month or year of what chunk `index` says, as far as the text tells it. */
  dateAt(index: number, ahead: boolean): VagueDate | undefined
  /** When the words at chunk `index` were spoken. */
  saidAt(index: number): VagueDate | undefined
  /** The month by which a noun phrase is dated whose year no one can tell ("a failed launch in April"). */
  monthAt(index: number): string | undefined
  /** The one day of the sentence that lies after publication, for what is only expected; none where there are several. */
  ahead(): VagueDate | undefined
  /** The day told last, for "the day after" in what follows. */
  readonly last: VagueDate | undefined
  /** Relative words stand here and there is no day of publication to count from. */
  readonly unresolved: boolean
}

/** Words after these tell a border or a reason, not when the thing happened. */
const BORDERS = new Set(['since', 'until', 'till', 'before', 'after', 'from', 'to', 'through', 'between', 'by'])

interface Tie {
  readonly words: DateWords
  readonly verb: VerbChunk | undefined
  /** The noun phrase that holds the words, or that they follow. */
  readonly noun: number | undefined
  /** The noun phrases right before the words, up to the one that no preposition holds ("launch over Japan on October 3"). */
  readonly near: readonly number[]
}

/** Ties each date word of a sentence to the verb or noun phrase that it dates. */
export function datedIn(scene: Scene, anchors: Anchors): Dated {
  const words = scene.dates
  if (words.length === 0)
    return {
      dateAt: () => undefined,
      saidAt: () => undefined,
      monthAt: () => undefined,
      ahead: () => undefined,
      last: anchors.last,
      unresolved: false,
    }
  const ties = tiesOf(scene)
  const { chunks } = scene.clauses
  const byVerb = (verb: VerbChunk, ahead: boolean) =>
    resolved(
      ties.find((each) => each.verb === verb && each.noun === undefined),
      ahead,
    )
  const resolved = (found: Tie | undefined, ahead: boolean) => found?.words.resolve(anchors, ahead)
  const inNoun = (index: number, ahead: boolean) =>
    resolved(
      ties.find((each) => each.noun === index),
      ahead,
    )
  const dateAt = (index: number, ahead: boolean): VagueDate | undefined => {
    const chunk = chunks[index]
    if (chunk?.kind === 'noun') {
      const participle = chunks[index + 1]?.kind === 'comma' ? chunks[index + 2] : chunks[index + 1]
      const done =
        participle?.kind === 'verb' && participle.form === 'participle' ? byVerb(participle, ahead) : undefined
      return (
        inNoun(index, ahead) ??
        done ??
        resolved(
          ties.find((each) => each.near.includes(index)),
          ahead,
        )
      )
    }
    if (chunk?.kind !== 'verb') return undefined
    for (let verb: VerbChunk | undefined = chunk, depth = 0; verb !== undefined && depth < 3; depth++) {
      const date = byVerb(verb, ahead)
      if (date !== undefined) return date
      const object = objectAt(chunks, verb)
      const held = object === undefined ? undefined : inNoun(object, ahead)
      if (held !== undefined && depth === 0) return held
      // "voted on Saturday to impose": the infinitive happens with its verb; "said on Saturday that" does not.
      verb = verb.form === 'to' || verb.form === 'ing' ? verb.parent : undefined
    }
    return undefined
  }
  const saidAt = (index: number): VagueDate | undefined => {
    const chunk = chunks[index]
    let verb = chunk?.kind === 'verb' ? chunk : undefined
    for (let depth = 0; verb !== undefined && depth < 4; depth++) {
      const date = byVerb(verb, false)
      if (date !== undefined) return date
      verb = verb.reported ?? verb.parent
    }
    const speaker = scene.clauses.speakerAt(index)
    if (speaker === undefined) return undefined
    const saying = scene.clauses.verbs.find((each) => each.subject?.entity === speaker && each.form === 'finite')
    return saying === undefined ? undefined : byVerb(saying, false)
  }
  const monthAt = (index: number): string | undefined => {
    const tied = ties.find((each) => each.noun === index || each.near.includes(index))
    if (tied === undefined) return undefined
    for (let at = tied.words.from; at < tied.words.to; at++) {
      const lower = scene.tokens[at]?.lower ?? ''
      if (LONG_MONTHS.includes(lower)) return lower
    }
    return undefined
  }
  let { last } = anchors
  for (const each of ties) {
    const date = each.words.resolve(anchors, false)
    if (date?.length === 10 && !(each.words.preposition !== undefined && BORDERS.has(each.words.preposition)))
      last = date
  }
  const ahead = (): VagueDate | undefined => {
    const { published } = anchors
    if (published === undefined) return undefined
    const days = words.map((each) => each.resolve(anchors, true))
    const coming = days.filter((day) => day?.length === 10 && day > published)
    return coming.length === 1 ? coming[0] : undefined
  }
  return {
    dateAt,
    saidAt,
    monthAt,
    ahead,
    last,
    unresolved: anchors.published === undefined && words.some((each) => each.relative),
  }
}

function tiesOf(scene: Scene): Tie[] {
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

function objectAt(chunks: readonly Chunk[], verb: VerbChunk): number | undefined {
  if (verb.passive && verb.subject !== undefined) {
    const at = placeIn(chunks, verb.subject)
    return at < 0 ? undefined : at
  }
  const next = chunks[verb.index + 1]
  return next?.kind === 'noun' && next.preposition === undefined ? verb.index + 1 : undefined
}

function tie(scene: Scene, words: DateWords): Tie | undefined {
  const { chunks, verbs } = scene.clauses
  if (words.preposition !== undefined && BORDERS.has(words.preposition)) return undefined
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
  if (right?.subject !== undefined) {
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
    if (between && (from < words.from || leads) && clear(chunks, index, right.index)) return toVerb(words, right, near)
  }
  if (left === undefined) return link?.kind === 'noun' ? toNoun(words, before, near) : undefined
  // "condemned it for its nuclear test on Oct. 9": after a noun phrase that a preposition holds, and that is no place.
  const ofNoun =
    link?.kind === 'noun' && words.preposition !== undefined && link.preposition !== undefined && !isPlace(link)
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

function isPlace(noun: NounChunk): boolean {
  return noun.entity !== undefined || noun.preposition === 'in' || noun.preposition === 'at'
}

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
