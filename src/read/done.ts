import type { VerbChunk } from './chunks.js'
import { WordSet } from './wordset.js'

/** Told as done: finite, without a modal; "has voted" too. */
export function isDone(verb: VerbChunk): boolean {
  return verb.form === 'finite' && verb.modal === undefined && (verb.past || verb.perfect)
}

/** What stands under a verb of denial or doubt is not told as done: "denied that its planes had bombed the camp", "feared that it had". */
export function isDoubted(verb: VerbChunk): boolean {
  return isReportedBy(verb, DOUBTING)
}

const DOUBTING = new WordSet(['deny', 'doubt', 'dispute', 'fear', 'reject'])

/** Told under a verb of a set, which is not negated itself: "denied that it had asked for arms". */
export function isReportedBy({ reported }: VerbChunk, verbs: WordSet): boolean {
  return reported !== undefined && !reported.negated && verbs.hasVerb(reported)
}
