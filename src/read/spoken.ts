import { standsAt } from './before.js'
import type { Chunk, NounChunk, VerbChunk } from './chunk.js'
import { quotes, reports } from './reporting.js'
import { acts, frameOf, nounAfter, type Walk } from './walk.js'

/** "…," the minister said. */
export function isTrailing(walk: Walk, verb: VerbChunk, before: NounChunk, index: number): boolean {
  if (!quotes(verb) || before.preposition !== undefined || before.entity?.pronoun) return false
  const beyond = standsAt(walk.chunks, index - 2)
  if (isBehindQuotation(walk.chunks, index - 1)) return true
  return (beyond?.kind === 'close' || (beyond?.kind === 'comma' && walk.verbs.length > 1)) && endsThere(walk, index)
}

/** '"…," said X, adding that': where a quotation that opens the sentence has just ended with its comma, those are the words of whoever speaks, whatever follows. */
export function isBehindQuotation(chunks: readonly Chunk[], at: number): boolean {
  const last = standsAt(chunks, at - 1)?.kind
  const before = standsAt(chunks, at - 2)?.kind
  const ends = last === 'close' ? before === 'comma' || before === 'mark' : last === 'comma' && before === 'close'
  return ends && chunks.findLastIndex((chunk, place) => place < at && chunk.kind === 'open') < 1
}

/** "…," Susan Rice, the ambassador to the UN, said: the first one named behind the quotation, over what renames it. */
export function trailingBefore(walk: Walk, verb: VerbChunk, index: number): NounChunk | undefined {
  if (!quotes(verb) || walk.chunks[index - 1]?.kind !== 'comma') return undefined
  let told = false
  let verbs = false
  for (let at = index - 2; at > 0 && at > index - 14; at--) {
    const chunk = walk.chunks[at]
    if (chunk?.kind === 'relative') told = true
    if (chunk?.kind === 'verb' && !told) verbs = true
    if (chunk?.kind === 'mark') return undefined
    if (chunk?.kind !== 'close') continue
    // "…," the envoy, whose country holds a seat, said
    if (verbs && !told) return undefined
    const first = walk.chunks[walk.chunks[at + 1]?.kind === 'comma' ? at + 2 : at + 1]
    return first?.kind === 'noun' && acts(first) && endsThere(walk, index) ? first : undefined
  }
  return undefined
}

/** '"…," X said, but warned': what follows the quotation is told of whoever spoke it, and of nobody in it. */
export function leaveQuotation(walk: Walk, verb: VerbChunk, first: number): void {
  if (!isBehindQuotation(walk.chunks, first) && !isAddedTo(walk.chunks, verb.index)) return
  const spoken = frameOf('main', verb.subject)
  spoken.verb = verb
  walk.quotation = walk.stack.splice(0, walk.stack.length, spoken)
}

/** "…, X said, adding that": whoever added it. */
function isAddedTo(chunks: readonly Chunk[], index: number): boolean {
  if (!isClosed(chunks, index)) return false
  const next = chunks.find((_, at) => at > index + 1 && chunks[at - 1]?.kind === 'comma')
  return next?.kind === 'verb' && next.form === 'ing' && reports(next)
}

/** '"Sudan," he said, "will never"': the quotation goes on where it broke off. */
export function resumeQuotation(walk: Walk): void {
  const { broken, candidate, quotation } = walk
  if (quotation !== undefined) {
    walk.stack.splice(0, walk.stack.length, ...quotation)
    walk.quotation = undefined
  }
  if (broken === undefined || candidate !== undefined) return
  walk.candidate = broken
  walk.broken = undefined
}

const GOING_ON = new Set(['because', 'although', 'though', 'since', 'which', 'who'])

/** "…, X said on Monday, and", "…, X said, adding that": the attribution is closed by a comma, behind which something else begins. */
export function isClosed(chunks: readonly Chunk[], index: number): boolean {
  let at = index + 1
  for (; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'comma') break
    const beside = chunk?.kind === 'noun' && (chunk.preposition !== undefined || at === index + 1)
    if (!beside && chunk?.kind !== 'preposition' && chunk?.kind !== 'adverb') return false
  }
  const next = chunks[at + 1]
  if (next === undefined || next.kind === 'noun') return false
  if (next.kind === 'verb') return next.form === 'ing'
  return next.kind === 'conjunction' || isMeanwhile(next) || GOING_ON.has(next.word)
}

/** Nothing follows but when, where and to whom. */
function endsThere(walk: Walk, index: number): boolean {
  const { chunks } = walk
  if (isClosed(chunks, index)) return true
  for (let at = index + 1; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'open' || (chunk?.kind === 'mark' && chunk.word !== '(' && chunk.word !== ')')) return true
    // "told reporters as he left"
    if (walk.chunks[index - 2]?.kind === 'close' && isMeanwhile(chunk))
      return !chunks.slice(at).some((each) => each.kind === 'subordinator' && each.word === 'that')
    if (chunk?.kind === 'verb' && chunk.form === 'finite') return false
    if (chunk?.kind === 'subordinator' && chunk.word === 'that') return false
  }
  return true
}

const MEANWHILE = new Set(['as', 'when', 'while', 'after', 'before', 'where'])

/** A word that opens what happened meanwhile. */
export function isMeanwhile(chunk: Chunk | undefined): boolean {
  return chunk !== undefined && chunk.kind !== 'noun' && chunk.kind !== 'verb' && MEANWHILE.has(chunk.word)
}

/** A capitalised phrase: someone of whom nothing was told. */
function isNamed({ tokens }: Walk, { from, to }: NounChunk): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.capital !== true) return false
  return true
}

/** "…," said X. */
export function isInverted(walk: Walk, verb: VerbChunk, index: number): boolean {
  if (!quotes(verb)) return false
  const { candidate, chunks } = walk
  const before = chunks[index - 1]
  const next = nounAfter(walk, index)
  if (next === undefined) return false
  // "The envoy, who had left the town, said the observers had failed"
  const after = chunks[index + 2]
  if (before?.kind === 'comma' && after?.kind === 'verb' && after.form === 'finite' && !after.relative) return false
  if (before?.kind === 'close' || (before?.kind === 'comma' && chunks[index - 2]?.kind === 'close'))
    return next.entity !== undefined || candidate === undefined || isNamed(walk, next)
  if (before?.kind === 'comma' && next.entity !== undefined && next.entity.codes.length > 0 && walk.verbs.length > 1)
    // "Sanctions are not the answer, said X."
    return (candidate === undefined || !acts(candidate)) && endsThere(walk, index + 1)
  if (before?.kind === 'comma' && walk.stack.some((each) => each.verb === undefined && acts(each.subject))) return false
  return candidate === undefined && (before?.kind === 'comma' || before === undefined)
}
