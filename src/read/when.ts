import type { VagueDate } from '../dates.js'
import { placeIn } from './chunk.js'
import type { Chunk, VerbChunk } from './chunks.js'
import { LONG_MONTHS } from './date-names.js'
import { isBorder, type Tie, tiesOf } from './date-ties.js'
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

/** What the questions about a sentence's dates are answered from. */
interface Dating {
  readonly scene: Scene
  readonly anchors: Anchors
  readonly ties: readonly Tie[]
}

/** So many verbs up from one that has no date of its own is looked for the date of what it happens with, or is told with. */
const DONE_WITH = 3
const TOLD_WITH = 4

/** Ties each date word of a sentence to the verb or noun phrase that it dates. */
export function datedIn(scene: Scene, anchors: Anchors): Dated {
  const words = scene.dates
  if (words.length === 0) return undated(anchors)
  const dating = { scene, anchors, ties: tiesOf(scene) }
  return {
    dateAt: (index, ahead) => dateAt(dating, index, ahead),
    saidAt: (index) => saidAt(dating, index),
    monthAt: (index) => monthAt(dating, index),
    ahead: () => onlyDayAhead(words, anchors),
    last: lastTold(dating),
    unresolved: anchors.published === undefined && words.some((each) => each.relative),
  }
}

function undated({ last }: Anchors): Dated {
  const none = () => undefined
  return { dateAt: none, saidAt: none, monthAt: none, ahead: none, last, unresolved: false }
}

function dateAt(dating: Dating, index: number, ahead: boolean): VagueDate | undefined {
  const chunk = dating.scene.clauses.chunks[index]
  if (chunk?.kind === 'noun') return dateOfNoun(dating, index, ahead)
  return chunk?.kind === 'verb' ? dateOfVerb(dating, chunk, ahead) : undefined
}

function dateOfNoun(dating: Dating, index: number, ahead: boolean): VagueDate | undefined {
  const own = inNoun(dating, index, ahead)
  if (own !== undefined) return own
  const { chunks } = dating.scene.clauses
  const participle = chunks[index + 1]?.kind === 'comma' ? chunks[index + 2] : chunks[index + 1]
  const done =
    participle?.kind === 'verb' && participle.form === 'participle' ? byVerb(dating, participle, ahead) : undefined
  return done ?? dating.ties.find((each) => each.near.includes(index))?.words.resolve(dating.anchors, ahead)
}

function dateOfVerb(dating: Dating, chunk: VerbChunk, ahead: boolean): VagueDate | undefined {
  for (let verb: VerbChunk | undefined = chunk, depth = 0; verb !== undefined && depth < DONE_WITH; depth++) {
    const date = byVerb(dating, verb, ahead)
    if (date !== undefined) return date
    if (depth === 0) {
      const object = objectAt(dating.scene.clauses.chunks, verb)
      const held = object === undefined ? undefined : inNoun(dating, object, ahead)
      if (held !== undefined) return held
    }
    // "voted on Saturday to impose": the infinitive happens with its verb; "said on Saturday that" does not.
    verb = verb.form === 'to' || verb.form === 'ing' ? verb.parent : undefined
  }
  return undefined
}

function saidAt(dating: Dating, index: number): VagueDate | undefined {
  const { clauses } = dating.scene
  const chunk = clauses.chunks[index]
  let verb = chunk?.kind === 'verb' ? chunk : undefined
  for (let depth = 0; verb !== undefined && depth < TOLD_WITH; depth++) {
    const date = byVerb(dating, verb, false)
    if (date !== undefined) return date
    verb = verb.reported ?? verb.parent
  }
  const speaker = clauses.speakerAt(index)
  if (speaker === undefined) return undefined
  const saying = clauses.verbs.find(
    // not what is told of the speaker in passing: "Peru, which signed it in May, says"
    (each) => each.subject?.entity === speaker && each.form === 'finite' && each.relative !== true,
  )
  return saying === undefined ? undefined : byVerb(dating, saying, false)
}

function monthAt({ scene, ties }: Dating, index: number): string | undefined {
  const tied = ties.find((each) => each.noun === index || each.near.includes(index))
  if (tied === undefined) return undefined
  for (let at = tied.words.from; at < tied.words.to; at++) {
    const lower = scene.tokens[at]?.lower ?? ''
    if (LONG_MONTHS.includes(lower)) return lower
  }
  return undefined
}

function onlyDayAhead(words: readonly DateWords[], anchors: Anchors): VagueDate | undefined {
  const { published } = anchors
  if (published === undefined) return undefined
  const days = words.map((each) => each.resolve(anchors, true))
  const coming = days.filter((day) => day?.length === 10 && day > published)
  return coming.length === 1 ? coming[0] : undefined
}

function lastTold({ ties, anchors }: Dating): VagueDate | undefined {
  let { last } = anchors
  for (const { words } of ties) {
    const date = words.resolve(anchors, false)
    if (date?.length === 10 && !isBorder(words)) last = date
  }
  return last
}

function byVerb({ ties, anchors }: Dating, verb: VerbChunk, ahead: boolean): VagueDate | undefined {
  return ties.find((each) => each.verb === verb && each.noun === undefined)?.words.resolve(anchors, ahead)
}

function inNoun({ ties, anchors }: Dating, index: number, ahead: boolean): VagueDate | undefined {
  return ties.find((each) => each.noun === index)?.words.resolve(anchors, ahead)
}

function objectAt(chunks: readonly Chunk[], verb: VerbChunk): number | undefined {
  if (verb.passive && verb.subject !== undefined) {
    const at = placeIn(chunks, verb.subject)
    return at < 0 ? undefined : at
  }
  const next = chunks[verb.index + 1]
  return next?.kind === 'noun' && next.preposition === undefined ? verb.index + 1 : undefined
}
