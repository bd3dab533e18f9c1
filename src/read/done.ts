import type { VerbChunk } from './chunks.js'

/** Told as done: finite, without a modal; "has voted" too. */
export function isDone(verb: VerbChunk): boolean {
  return verb.form === 'finite' && verb.modal === undefined && (verb.past || verb.perfect)
}
