import type { Chunk, VerbChunk } from './chunk.js'
import { verbForm } from './lexicon.js'
import type { Scene } from './scene.js'

/** "Return to the table," the envoy said; "Do not vote for this": a bidding in someone's words. */
export function isBidding(scene: Scene, verb: VerbChunk): boolean {
  const { clauses, tokens } = scene
  if (
    verb.form !== 'finite' ||
    verb.lemma === 'let' ||
    verb.subject !== undefined ||
    verb.copula ||
    verb.modal !== undefined
  )
    return false
  if (!clauses.quotedAt(verb.index) || verb.past || verb.perfect || verb.passive) return false
  const forms = verbForm(tokens[verb.at]?.lower ?? '')?.forms
  if (forms?.includes('base') !== true || !(verb.from === verb.at || tokens[verb.from]?.lower === 'do')) return false
  let at = verb.index - 1
  while (clauses.chunks[at]?.kind === 'adverb') at--
  const before = clauses.chunks[at]
  if (before === undefined || before.kind === 'open' || isStop(before)) return true
  // "Free the prisoners and begin a dialogue"
  if (before.kind !== 'conjunction' && before.kind !== 'comma') return false
  const earlier = clauses.verbs.findLast((each) => each.index < verb.index)
  return earlier !== undefined && isBidding(scene, earlier)
}

function isStop(chunk: Chunk): boolean {
  return chunk.kind === 'mark' && (chunk.word === ':' || chunk.word === ';')
}
