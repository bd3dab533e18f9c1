import { isBody } from './bodies.js'
import type { Chunk, NounChunk } from './chunk.js'
import { asPronoun, type Entity, silentOne, withCodes } from './entity.js'
import { standsHead } from './state-words.js'
import { areMany, type Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** An office of a body before a name that is known of a state. */
function isChief(first: NounChunk, second: NounChunk): boolean {
  const { entity } = first
  const { entity: other } = second
  if (
    first.preposition !== undefined ||
    entity === undefined ||
    other?.person !== true ||
    other.name === undefined ||
    entity.name !== undefined
  )
    return false
  return entity.codes.length === 1 && isBody(entity.codes[0] ?? '') && entity.codes[0] !== other.codes[0]
}

/** An office of a state before the name of one who is known of that state. */
function isHolder({ entity }: NounChunk, { entity: other }: NounChunk): boolean {
  if (entity?.office === undefined || entity.name !== undefined || entity.codes.length !== 1) return false
  return (
    other?.person === true && other.name !== undefined && other.pronoun !== true && other.codes[0] === entity.codes[0]
  )
}

/** An office alone, of which nothing tells whose it is. */
function isTitle({ entity, owner, from, to }: NounChunk, tokens: readonly Token[]): boolean {
  if (
    entity?.office === undefined ||
    (entity.name !== undefined && entity.pronoun !== true) ||
    owner !== undefined ||
    entity.silent === true
  )
    return false
  for (let at = from + 1; at < to; at++) if (tokens[at]?.capital === true && !OFFICE.has(tokens[at])) return false
  return tokens[from]?.lower === 'the'
}

/** Words of an office that are written with a capital: "the Prime Minister". */
const OFFICE = new WordSet(
  'prime minister president foreign secretary defence defense chancellor ambassador deputy vice premier'.split(' '),
)

/** "the European Union coordinator": one who stands for a state or body. */
function isDescribed({ from, to }: NounChunk, tokens: readonly Token[]): boolean {
  return tokens[from]?.lower === 'the' && standsHead(tokens, from, to)
}

/** Behind a phrase and what it is for: "the special envoy for Libya, …", "the commissioner for peace and security, …". */
function qualified(chunks: readonly Chunk[], at: number): number {
  let next = at + 1
  for (let depth = 0; depth < 2; depth++) {
    const link = chunks[next]
    const noun = chunks[next + 1]
    const linked =
      link?.kind === 'preposition'
        ? link.word === 'for' || link.word === 'to'
        : depth > 0 && link?.kind === 'conjunction'
    if (!linked || noun?.kind !== 'noun') break
    next += 2
  }
  return next
}

function endsRenaming(chunk: Chunk | undefined, over: boolean): boolean {
  return chunk?.kind === 'comma' || (over && (chunk === undefined || chunk.kind === 'verb'))
}

/** A name of which nothing was told. */
function isBare({ from, entity, owner, preposition }: NounChunk, tokens: readonly Token[]): boolean {
  return entity === undefined && owner === undefined && preposition === undefined && tokens[from]?.capital === true
}

/** "Norway's ambassador to the UN, Kari Solvang, said": the office takes a name that no dictionary knows. */
function nameHolder(
  chunks: readonly Chunk[],
  at: number,
  first: NounChunk,
  tokens: readonly Token[],
  learn: (noun: NounChunk, entity: Entity) => Entity | undefined,
): boolean {
  const { entity } = first
  if (entity?.office === undefined || entity.person !== true || entity.name !== undefined) return false
  if (entity.codes.length !== 1 || entity.silent === true || entity.pronoun === true) return false
  let comma = qualified(chunks, at)
  const of = chunks[at + 1]
  if (comma === at + 1 && of?.kind === 'preposition' && of.word === 'of') comma = at + 3
  // "the attorney general, …", "a spokesman for the rebels, …": whose is not told, or no state's
  if (comma === at + 1 && first.owner === undefined && !tellsState(first, tokens)) return false
  if (comma > at + 1 && of?.kind === 'preposition' && of.word === 'for') return false
  const second = chunks[comma + 1]
  if (chunks[comma]?.kind !== 'comma' || second?.kind !== 'noun' || !isBare(second, tokens)) return false
  if (second.to - second.from < 2 || areMany(tokens[first.head])) return false
  for (let i = second.from; i < second.to; i++) if (tokens[i]?.capital !== true) return false
  if (!endsRenaming(chunks[comma + 2], true)) return false
  const named = learn(second, entity)
  if (named === undefined) return false
  const holder = withCodes(named, named.codes)
  holder.unnamed = undefined
  first.entity = holder
  return true
}

function tellsState({ from, to }: NounChunk, tokens: readonly Token[]): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.capital === true && tokens[at]?.lower !== 'the') return true
  return false
}

function isOutsider({ entity }: NounChunk): boolean {
  return entity?.silent === true && entity.person === true && entity.name === undefined && entity.office !== undefined
}

function isOfBody(chunks: readonly Chunk[], at: number): boolean {
  const of = chunks[at + 1]
  const body = chunks[at + 2]
  if (of?.kind !== 'preposition' || of.word !== 'of' || body?.kind !== 'noun') return false
  return body.entity?.codes.length === 1 && isBody(body.entity.codes[0] ?? '') && endsRenaming(chunks[at + 3], false)
}

/** "the Arab League chief, an Egyptian by name,": the office tells whose voice it is. */
function chiefOf({ entity }: NounChunk, named: NounChunk): Entity {
  const voice = withCodes(named.entity as Entity, entity?.codes ?? [])
  voice.office = entity?.office
  return voice
}

/** "Alain Juppé, the French foreign minister,": the name takes the office. */
export function rename(
  chunks: readonly Chunk[],
  at: number,
  tokens: readonly Token[],
  learn: (noun: NounChunk, entity: Entity) => Entity | undefined,
): void {
  const first = chunks[at]
  if (first?.kind !== 'noun') return
  if (nameHolder(chunks, at, first, tokens, learn)) return
  const over = qualified(chunks, at)
  const chief = chunks[at + 4]
  // "the secretary-general of the Arab League, an Egyptian by name,"
  if (isOfBody(chunks, at) && chief?.kind === 'noun' && isChief(first, chief)) {
    const voice = chiefOf(first, chief)
    chief.entity = (voice.office === 'secretary-general' ? learn(chief, voice) : undefined) ?? voice
    return
  }
  const link = chunks[over]
  const second = chunks[over + 1]
  if (second?.kind !== 'noun' || second.entity === undefined) return
  if (second.entity.codes.length === 0) {
    // "Adel Khatib, a spokesman for the rebels,": nor does who bears the name speak for a state
    if (
      link?.kind === 'comma' &&
      second.entity.silent === true &&
      second.entity.person === true &&
      isBare(first, tokens)
    )
      first.entity = learn(first, second.entity) ?? first.entity
    return
  }
  if (over > at + 1 && first.owned !== undefined && first.entity?.codes.length === 0 && second.entity.person === true) {
    // "the rebels' envoy to Paris, …": speaks for no state
    second.entity = silentOne()
    return
  }
  if (link?.kind !== 'comma') return
  const after = chunks[over + 2]
  // "the opposition leader, Ann Hall,": known of a state, and speaks for none
  if (isOutsider(first) && second.entity.person === true && second.entity.pronoun !== true) {
    if (endsRenaming(after, true) && second.entity.name !== undefined) {
      const one = withCodes(first.entity as Entity, [])
      one.name = second.entity.name
      second.entity = learn(second, one) ?? one
      return
    }
  }
  if (isTitle(first, tokens) && second.entity.person === true && second.entity.pronoun !== true) {
    takeName(first, second.entity)
    return
  }
  const ends = endsRenaming(after, over > at + 1)
  if (ends && isChief(first, second)) {
    second.entity = chiefOf(first, second)
    return
  }
  // "the Russian ambassador to the UN, Vitaly Churkin, said"
  if (ends && isHolder(first, second)) {
    const holder = withCodes(first.entity as Entity, second.entity.codes)
    holder.name = second.entity.name
    holder.person = true
    holder.unnamed = undefined
    first.entity = holder
    return
  }
  // "Navi Pillay, the human rights commissioner, said"
  if (first.entity?.name !== undefined && first.entity.person === true && isTitle(second, tokens)) {
    if (after?.kind === 'comma') second.entity = asPronoun(first.entity)
    return
  }
  if (isOffice(first, second, after, tokens)) first.entity = learn(first, second.entity) ?? first.entity
}

/** "the ambassador, Gérard Araud, said": the office is the one's who bears the name. */
function takeName(first: NounChunk, one: Entity): void {
  if (one.name === undefined || one.silent === true) return
  const named = withCodes(one, one.codes)
  named.office = first.entity?.office ?? named.office
  first.entity = named
}

const ENDING = new Set<Chunk['kind']>(['comma', 'mark', 'preposition', 'close'])

/** The second is the office of the first, of whom no name was known. */
function isOffice(
  { entity }: NounChunk,
  second: NounChunk,
  after: Chunk | undefined,
  tokens: readonly Token[],
): boolean {
  if (after !== undefined && !ENDING.has(after.kind)) return false
  const office = second.entity
  if (office === undefined || office.pronoun === true || office.codes.length > 1) return false
  if (office.office === undefined && !isDescribed(second, tokens)) return false
  // "Chile's former foreign minister, …": no name of its own
  if (entity?.silent === true && entity.person === true) return false
  return entity === undefined || (entity.name === undefined && entity.codes.length === 0)
}
