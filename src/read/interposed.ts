import { placeIn, type VerbChunk } from './chunk.js'
import { quotes } from './reporting.js'
import { acts, frameOf, settle, top, type Walk } from './walk.js'

/** "The draft, Norway's envoy said on Monday, was unbalanced": said between a subject and its verb. */
export function isInterposed(walk: Walk, verb: VerbChunk, index: number): boolean {
  const { held, candidate, chunks, stack } = walk
  if (
    held === undefined ||
    candidate === undefined ||
    candidate === held.noun ||
    !quotes(verb) ||
    verb.modal !== undefined
  )
    return false
  if (!acts(candidate) || stack.length !== held.depth || top(walk).verb !== undefined) return false
  if (chunks[placeIn(chunks, candidate) - 1]?.kind !== 'comma') return false
  let at = index + 1
  while (at < Math.min(chunks.length, index + 8) && chunks[at]?.kind !== 'comma') {
    const kind = chunks[at]?.kind
    if (kind === 'verb' || kind === 'subordinator' || kind === 'relative' || kind === 'mark') return false
    at++
  }
  if (chunks[at]?.kind !== 'comma') return false
  if (chunks[at + 1]?.kind === 'adverb') at++
  const next = chunks[at + 1]
  return next?.kind === 'verb' && next.form === 'finite'
}

/** The subject waits for its verb, in a clause that is reported. */
export function interpose(walk: Walk, verb: VerbChunk): void {
  const { held } = walk
  verb.subject = walk.candidate
  settle(walk, verb)
  walk.stack.push(frameOf('reported'))
  walk.candidate = held?.noun
  walk.held = undefined
}

/** "Norway, speaking first, opposed it": the one before the comma, where only what was said in passing came between. */
export function takeUp(walk: Walk, index: number): void {
  const { held, stack, lastVerb } = walk
  walk.held = undefined
  // "China, as it voted for the text, warned": taken up again behind what comes between
  if (held?.depth === stack.length) top(walk).subject ??= held.noun
  if (held === undefined || lastVerb === undefined || lastVerb.from < held.noun.from || stack.length < held.depth)
    return
  for (let at = held.depth - 1; at < stack.length; at++) if (stack[at]?.verb !== undefined) return
  const before = walk.chunks[walk.chunks[index - 1]?.kind === 'adverb' ? index - 2 : index - 1]
  if (before?.kind !== 'comma' && walk.candidate !== undefined) return
  stack.length = held.depth
  walk.candidate = held.noun
}
