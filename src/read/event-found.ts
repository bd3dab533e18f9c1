import type { VerbChunk } from './chunk.js'
import type { EventType } from './claim.js'
import type { Entity } from './entity.js'
import { lexicon } from './lexicon.js'
import type { Scene } from './scene.js'

/** An event before dates and quotes are settled. */
export interface FoundEvent {
  readonly type: EventType
  readonly actors: readonly string[]
  readonly from: number
  readonly to: number
  readonly against?: string | undefined
  readonly planned?: boolean | undefined
  readonly speaker?: Entity | undefined
  /** Told by a noun in passing, not by a verb: counts only where nothing told it before. */
  readonly passing?: boolean | undefined
  readonly rule: string
  readonly words: readonly [number, number]
}

/** An event that a verb tells, said by whoever speaks there; `to` is its last chunk, or the sentence's where that ends before. */
export function eventAt(
  { clauses }: Scene,
  verb: VerbChunk,
  type: EventType,
  actors: readonly string[],
  to: number,
  rule: string,
): FoundEvent {
  return {
    type,
    actors,
    from: verb.index,
    to: Math.min(to, clauses.chunks.length - 1),
    speaker: clauses.speakerAt(verb.index),
    rule,
    words: [verb.from, verb.to],
  }
}

/** A kind of event with its verbs and objects, from the lexicon. */
export type EventFamily = (typeof families)[number]

/** All of them, in one shape; an entry tells its family by the index here. */
export const families = lexicon.events.map(({ type, objects, heads, subjects, actor, fallback, future, weak }) => ({
  type,
  objects,
  heads,
  subjects,
  actor,
  fallback,
  future,
  weak,
}))
