import { standsAt } from './before.js'
import type { Chunk, NounChunk, OtherChunk } from './chunk.js'
import { canHold, type Entity, unnamedOne, withCodes } from './entity.js'
import { reports } from './reporting.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** "Along with Chile, Norway opposed it", "Like Chile, Norway …": so does the first. */
export function alongWith(noun: NounChunk, before: readonly Chunk[]): void {
  const size = before.length
  if (size < 3 || noun.entity === undefined || noun.entity.codes.length === 0 || before[size - 1]?.kind !== 'comma')
    return
  const fellow = before[size - 2]
  if (
    fellow?.kind !== 'noun' ||
    fellow.entity === undefined ||
    !(opens(before, size - 4, 'along') || opens(before, 0, 'like', size))
  )
    return
  noun.entity = withCodes(noun.entity, [...new Set([...fellow.entity.codes, ...noun.entity.codes])])
}

/** The preposition stands there; at the head of a sentence with nothing else before the fellow. */
function opens(chunks: readonly Chunk[], at: number, word: string, size?: number): boolean {
  const chunk = standsAt(chunks, at)
  return chunk?.kind === 'preposition' && chunk.word === word && (size === undefined || size === 3)
}

function wordAt(chunks: readonly Chunk[], at: number): string {
  return (chunks[at] as OtherChunk | undefined)?.word ?? ''
}

const ALONG = new Set(['together', 'along', 'alongside'])

/** "Russia, as well as Brazil and India, opposed it", "France, together with Norway,": they hold the same. */
export function fellows(chunks: readonly Chunk[], at: number): void {
  const first = chunks[at]
  if (first?.kind !== 'noun' || !canHold(first.entity)) return
  let next = chunks[at + 1]?.kind === 'comma' ? at + 2 : at + 1
  // "France, which along with Norway has led calls"
  if (chunks[next]?.kind === 'relative') next++
  const word = wordAt(chunks, next)
  if (word === 'as' && wordAt(chunks, next + 1) === 'well' && wordAt(chunks, next + 2) === 'as') next += 3
  else if (ALONG.has(word) && wordAt(chunks, next + 1) === 'with') next += 2
  else if (word === 'like' && next === at + 2) next++
  else if (word === 'alongside') next++
  else return
  const other = chunks[next]
  if (other?.kind !== 'noun' || other.entity === undefined || other.entity.silent === true) return
  if (first.entity === undefined || other.entity.codes.length === 0) return
  first.entity = withCodes(first.entity, [...new Set([...first.entity.codes, ...other.entity.codes])])
  // no "as" that opens a clause
  other.preposition = 'with'
}

/** "The envoy of Norway, speaking also on behalf of Chile and Peru, said": theirs is the same word. */
export function onBehalf(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): void {
  const first = chunks[at]
  const verb = chunks[at + 2]
  if (first?.kind !== 'noun' || chunks[at + 1]?.kind !== 'comma' || verb?.kind !== 'verb' || verb.lemma !== 'speak')
    return
  if (verb.form !== 'ing' || !canHold(first.entity)) return
  let next = chunks[at + 3]?.kind === 'adverb' ? at + 4 : at + 3
  if (wordAt(chunks, next) === 'for') next++
  else if (wordAt(chunks, next) === 'on' && tokens[chunks[next + 1]?.from ?? -1]?.lower === 'behalf') next += 3
  else return
  const others = chunks[next]
  if (others?.kind !== 'noun' || !canHold(others.entity) || others.entity.person === true) return
  first.entity = withCodes(first.entity, [...new Set([...first.entity.codes, ...others.entity.codes])])
}

/** "Norway and Chile - both members of the Council - ": renames those before it. */
export function aside(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): void {
  const noun = chunks[at]
  if (at < 2 || noun?.kind !== 'noun' || noun.entity?.pronoun !== true) return
  const mark = chunks[at - 1]?.kind
  const before = chunks[at - 2]
  if (mark !== 'comma' && mark !== 'dash') return
  if (tokens[noun.from]?.lower !== 'both' || before?.kind !== 'noun' || (before.entity?.codes.length ?? 0) < 2) return
  noun.entity = undefined
}

const BACKING = new WordSet(['back', 'support', 'join', 'second', 'echo', 'flank', 'follow', 'accompany', 'champion'])

const TABLING = new WordSet(['introduce', 'submit', 'table', 'circulate', 'present', 'draft', 'launch', 'distribute'])

/** "Norway, backed by Chile and Peru, called for it": they hold the same; the state at issue holds its own. */
export function backed(chunks: readonly Chunk[], at: number, target: string | undefined): void {
  const first = chunks[at]
  const verb = chunks[at + 2]
  if (first?.kind !== 'noun' || verb?.kind !== 'verb' || verb.form !== 'participle' || !BACKING.hasVerb(verb)) return
  if (chunks[at + 1]?.kind !== 'comma' && chunks[at + 1]?.kind !== 'dash') return
  const { entity } = first
  if (!canHold(entity) || entity.codes[0] === target) return
  if ((chunks[at + 3] as OtherChunk | undefined)?.word !== 'by') return
  const by = chunks[at + 4]
  if (by?.kind !== 'noun' || by.entity === undefined || by.entity.silent === true || by.entity.pronoun === true) return
  const all = withCodes(entity, [...new Set([...entity.codes, ...by.entity.codes])])
  // "…, and, at times, by Peru"
  const also = alsoBy(chunks, at + 5)
  const after = chunks[chunks[at + 5]?.kind === 'comma' ? at + 6 : at + 5]
  // "Norway, backed by Chile, introduced a draft": Norway did.
  if (after?.kind === 'verb' && TABLING.hasVerb(after)) return
  if (also !== undefined) all.codes = [...new Set([...all.codes, ...also.codes])]
  first.entity = all
}

/** A second "by …" that an "and" joins to the first, perhaps over an aside. */
export function alsoBy(chunks: readonly Chunk[], from: number): Entity | undefined {
  let and = false
  for (let at = from; at < Math.min(chunks.length, from + 8); at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'verb' || chunk.kind === 'relative' || chunk.kind === 'subordinator') return undefined
    if (chunk.kind === 'conjunction') and = true
    else if (chunk.kind === 'noun' && chunk.preposition === 'by')
      return and && canHold(chunk.entity) ? chunk.entity : undefined
  }
  return undefined
}

const AIDES = /aide|advis[eo]r|spokes|counsellor|assistant/

const HEADS = new WordSet(['head', 'heads', 'chief', 'leader', 'leaders', 'boss', 'chair'])

/** "the head of the agency": speaks for it. */
function headOf(
  noun: NounChunk,
  link: Chunk | undefined,
  of: Chunk | undefined,
  tokens: readonly Token[],
): Entity | undefined {
  if (link?.kind !== 'preposition' || link.word !== 'of' || of?.kind !== 'noun' || !HEADS.has(tokens[noun.head]))
    return undefined
  if (!canHold(of.entity) || of.entity.person === true || noun.owner !== undefined) return undefined
  const head = unnamedOne(of.entity.codes)
  head.person = true
  return head
}

const SENT = /envoy|representative|coordinator|mediator|commissioner|minister/

/** "the foreign ministers of France and Germany", "officials in Tokyo": those of an office are their state's. */
export function belongs(
  noun: NounChunk,
  link: Chunk | undefined,
  of: Chunk | undefined,
  tokens: readonly Token[],
): void {
  const { entity } = noun
  if (entity === undefined) noun.entity = headOf(noun, link, of, tokens)
  if (entity?.office === undefined && entity?.unnamed !== true) return
  if (
    entity.silent === true ||
    entity.name !== undefined ||
    noun.owner !== undefined ||
    of?.kind !== 'noun' ||
    link?.kind !== 'preposition'
  )
    return
  // "a top aide to the president"
  const aide = link.word === 'to' && AIDES.test(entity.office ?? '')
  // "the UN special envoy for Libya": of those who send him
  if (link.word === 'for' && entity.codes.length > 0 && SENT.test(entity.office ?? '')) return
  if (link.word !== 'of' && link.word !== 'from' && link.word !== 'in' && link.word !== 'for' && !aide) return
  if (of.entity === undefined || of.entity.codes.length === 0) return
  // "the administration of President Obama": a government is its head's
  if (
    of.entity.person === true &&
    !aide &&
    !(link.word === 'of' && /government|administration|cabinet/.test(entity.office ?? '')) &&
    !(link.word === 'for' && entity.name === undefined)
  )
    return
  const theirs = withCodes(entity, of.entity.codes)
  theirs.pronoun = false
  noun.entity = theirs
}

const OBJECTS = new WordSet(['it', 'them', 'him'])

/** "Russia vetoed it and China abstained": behind "it" another clause begins. */
export function isMereObject(noun: NounChunk, before: Chunk | undefined, tokens: readonly Token[]): boolean {
  if (noun.to !== noun.from + 1 || !OBJECTS.has(tokens[noun.from])) return false
  return noun.preposition !== undefined || (before?.kind === 'verb' && !reports(before))
}

/** "Russia, China veto draft": the last of a list without "and", as headlines have it. */
export function endsHeadline(chunks: readonly Chunk[], first: number, last: number, tokens: readonly Token[]): boolean {
  const verb = chunks[last + 1]
  const names = [chunks[first], chunks[last]]
  return (
    first === 0 &&
    verb?.kind === 'verb' &&
    verb.form === 'finite' &&
    tokens[verb.at]?.lower.endsWith('s') !== true &&
    names.every(
      (each) =>
        each?.kind === 'noun' &&
        each.preposition === undefined &&
        each.entity?.person !== true &&
        each.to === each.head + 1,
    )
  )
}
