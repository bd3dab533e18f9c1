import type { VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import type { EventFamily } from './event-found.js'
import type { EventObject } from './event-objects.js'
import type { Entry } from './lexicon.js'
import type { Scene } from './scene.js'

/** A wording of an event as it stands: by which verb, done to what, and whether it is still to come. */
export interface Deed {
  readonly scene: Scene
  readonly verb: VerbChunk
  readonly entry: Entry
  readonly family: EventFamily
  readonly object: EventObject
  readonly ahead: boolean
}

/** What type of event it is by its wording, and whose. */
export interface DoneBy {
  readonly type: EventType
  readonly actors: readonly string[]
}

/** "are blocking the text" */
export function isProgressive(scene: Scene, verb: VerbChunk): boolean {
  return verb.form === 'finite' && scene.tokens[verb.at]?.lower.endsWith('ing') === true
}
