import type { Chunk, NounChunk, OtherChunk } from './chunk.js'
import { type Entity, withCodes } from './entity.js'

/** "Along with Chile, Norway opposed it": so does the first. */
export function alongWith(noun: NounChunk, before: readonly Chunk[]): void {
  const size = before.length
  if (noun.entity === undefined || noun.entity.codes.length === 0 || size < 4 || before[size - 1]?.kind !== 'comma')
    return
  const along = before[size - 4]
  const fellow = before[size - 2]
  if (along?.kind !== 'preposition' || along.word !== 'along' || fellow?.kind !== 'noun' || fellow.entity === undefined)
    return
  noun.entity = withCodes(noun.entity, [...new Set([...fellow.entity.codes, ...noun.entity.codes])])
}

const ALONG = new Set(['together', 'along', 'alongside'])

/** "Russia, as well as Brazil and India, opposed it", "France, together with Norway,": they hold the same. */
export function fellows(chunks: readonly Chunk[], at: number): void {
  const first = chunks[at]
  if (first?.kind !== 'noun' || (first.entity?.codes.length ?? 0) === 0 || first.entity?.silent === true) return
  const word = (index: number) => (chunks[index] as OtherChunk | undefined)?.word ?? ''
  let next = chunks[at + 1]?.kind === 'comma' ? at + 2 : at + 1
  if (word(next) === 'as' && word(next + 1) === 'well' && word(next + 2) === 'as') next += 3
  else if (word(next + 1) === 'with' && ALONG.has(word(next))) next += 2
  else return
  const other = chunks[next]
  if (other?.kind !== 'noun' || other.entity === undefined || other.entity.silent === true) return
  if (first.entity !== undefined && other.entity.codes.length > 0)
    first.entity = withCodes(first.entity, [...new Set([...first.entity.codes, ...other.entity.codes])])
}

/** "the foreign ministers of France and Germany", "officials in Tokyo": those of an office are their state's. */
export function belongs(noun: NounChunk, link: Chunk | undefined, of: Chunk | undefined): void {
  const { entity } = noun
  if (entity?.office === undefined && entity?.unnamed !== true) return
  if (
    entity.silent === true ||
    entity.name !== undefined ||
    noun.owner !== undefined ||
    of?.kind !== 'noun' ||
    link?.kind !== 'preposition'
  )
    return
  if (link.word !== 'of' && link.word !== 'from' && link.word !== 'in' && link.word !== 'for') return
  if (of.entity === undefined || of.entity.codes.length === 0) return
  // "the administration of President Obama": a government is its head's
  if (
    of.entity.person === true &&
    !(link.word === 'of' && /government|administration|cabinet/.test(entity.office ?? ''))
  )
    return
  const theirs = withCodes(entity, of.entity.codes)
  theirs.pronoun = false
  noun.entity = theirs
}

/** "Alain Juppé, the French foreign minister,": the name takes the office. */
export function rename(
  chunks: readonly Chunk[],
  at: number,
  learn: (noun: NounChunk, entity: Entity) => Entity | undefined,
): void {
  const first = chunks[at]
  const link = chunks[at + 1]
  const second = chunks[at + 2]
  if (
    first?.kind !== 'noun' ||
    second?.kind !== 'noun' ||
    second.entity === undefined ||
    second.entity.codes.length === 0
  )
    return
  if (link?.kind === 'comma') {
    const after = chunks[at + 3]
    if (
      after !== undefined &&
      after.kind !== 'comma' &&
      after.kind !== 'mark' &&
      after.kind !== 'preposition' &&
      after.kind !== 'close'
    )
      return
    if (
      second.entity.office === undefined ||
      second.entity.pronoun === true ||
      second.entity.codes.length > 1 ||
      first.entity?.name !== undefined
    )
      return
    if (first.entity !== undefined && first.entity.codes.length > 0) return
    const entity = learn(first, second.entity)
    if (entity !== undefined) first.entity = entity
  }
}
