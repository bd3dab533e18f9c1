import type { EventType } from './claim.js'
import type { Entity } from './entity.js'
import { lexicon } from './lexicon.js'

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
