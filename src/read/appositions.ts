import { aboutOf } from './about.js'
import { standsAt } from './before.js'
import type { Chunk, NounChunk } from './chunk.js'
import { acts, type Walk } from './walk.js'
import { WordSet } from './wordset.js'

const RENAMING = new WordSet(
  'the a an both all each two three four five another one permanent elected non-permanent fellow current'.split(' '),
)

/** "China, the North's main ally, …": the second phrase renames the first. */
export function isApposition(walk: Walk, noun: NounChunk, index: number): boolean {
  const { candidate, chunks, tokens, lastVerb } = walk
  if (candidate === undefined) return false
  const who = candidate.entity
  if (who === undefined || who.codes.length === 0) return isTextApposed(walk, candidate, noun, index)
  const before = chunks[index - 1]?.kind === 'adverb' ? chunks[index - 2]?.kind : chunks[index - 1]?.kind
  if (before !== 'comma' && before !== 'dash') return false
  if (lastVerb !== undefined && lastVerb.from >= candidate.from) return false
  // "After meeting Steinmeier, Larijani told reporters": one by name, and of no state
  if (noun.entity?.silent === true && noun.entity.name !== undefined && chunks[index + 1]?.kind === 'verb') return false
  // "Chile and Peru, neither on the council, welcomed it"
  if (who.codes.length > 1 && noun.to === noun.from + 1 && EITHER.has(tokens[noun.from])) return true
  if (noun.entity === undefined || noun.entity.codes.every((code) => who.codes.includes(code))) return true
  return noun.entity.person !== true && RENAMING.has(tokens[noun.from]) && closesWithComma(walk, index)
}

/** "The resolution, number 1970, was drafted by Britain" */
function isTextApposed(walk: Walk, text: NounChunk, noun: NounChunk, index: number): boolean {
  const { chunks, tokens } = walk
  if (noun.entity !== undefined || noun.preposition !== undefined || text.preposition !== undefined) return false
  if (chunks[index - 1]?.kind !== 'comma' || chunks[index - 2] !== text) return false
  return (
    chunks[index + 1]?.kind === 'comma' &&
    chunks[index + 2]?.kind === 'verb' &&
    aboutOf(text, tokens)?.about === 'resolution'
  )
}

const EITHER = new WordSet(['neither', 'both'])

/** The phrase, with the "of …" and "in …" that belong to it, ends at a comma. */
function closesWithComma(walk: Walk, index: number): boolean {
  const { chunks, tokens } = walk
  for (let at = index + 1; at < Math.min(chunks.length, index + 6); at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'preposition') continue
    if (chunk.kind === 'noun' && (chunk.preposition !== undefined || tokens[chunk.from - 1]?.lower === 'of')) continue
    return chunk.kind === 'comma'
  }
  return false
}

const HOMES = new WordSet([
  'country',
  'government',
  'delegation',
  'nation',
  'administration',
  'president',
  'ambassador',
])

/** "the envoy, whose country voted for it": the country is the one that the envoy speaks for. */
export function isWhose(walk: Walk, noun: NounChunk, index: number): boolean {
  const before = standsAt(walk.chunks, index - 1)
  return (
    before?.kind === 'relative' &&
    before.word === 'whose' &&
    (HOMES.has(walk.tokens[noun.head]) || (noun.entity !== undefined && noun.owner === undefined))
  )
}

/** "the other 11 members, Britain and France among them, abstained": those are meant as far as they are named. */
export function nameAmong({ candidate, chunks, tokens }: Walk, noun: NounChunk, index: number): boolean {
  const among = chunks[index + 1]
  const them = chunks[index + 2]
  if (candidate === undefined || acts(candidate) || !acts(noun) || chunks[index - 1]?.kind !== 'comma') return false
  if (among?.kind !== 'preposition' || among.word !== 'among' || tokens[them?.from ?? -1]?.lower !== 'them')
    return false
  candidate.entity = noun.entity
  return true
}
