import type { VerbChunk } from './chunks.js'

/** Told as done: finite, without a modal; "has voted" too. */
export function isDone(verb: VerbChunk): boolean {
  return verb.form === 'finite' && verb.modal === undefined && (verb.past || verb.perfect)
}

/** What stands under a verb of denial or doubt is not told as done: "denied that its planes had bombed the camp", "feared that it had". */
export function isDenied(verb: VerbChunk): boolean {
  return (
    verb.reported !== undefined &&
    !verb.reported.negated &&
    /^(?:deny|doubt|dispute|fear|reject)$/.test(verb.reported.lemma)
  )
}
