import { among, bothOwn, exceptOne, isWhole, namedBeside } from './among.js'
import { standsAt } from './before.js'
import { type Chunk, type NounChunk, type OtherChunk, sameNoun } from './chunk.js'
import { alongWith, aside, backed, belongs, endsHeadline, fellows, isMereObject, onBehalf } from './companions.js'
import { canHold, type Entity, withCodes } from './entity.js'
import { countOut, countUp, isFellows, isSeat, merge } from './members.js'
import { settleOffices } from './outsiders.js'
import { pairOfAdjectives } from './paired.js'
import { rename } from './renaming.js'
import { reports } from './reporting.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** Joins "Russia and China", "Britain, France and Germany", and a name with its apposition into one noun phrase. `learn` gives the first of an apposition what the second tells. */
export function joinGroups(
  chunks: readonly Chunk[],
  tokens: readonly Token[],
  learn: (noun: NounChunk, entity: Entity) => Entity | undefined,
  target?: string | undefined,
): Chunk[] {
  const joined: Chunk[] = []
  settleOffices(chunks, tokens)
  for (let at = 0; at + 2 < chunks.length; at++) rename(chunks, at, tokens, learn)
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'noun') alongWith(chunk, joined)
    const both = chunk.kind === 'noun' ? pairOfAdjectives(chunks, at, tokens) : undefined
    if (both !== undefined) {
      joined.push(both)
      at += 2
      continue
    }
    if (
      chunk.kind !== 'noun' ||
      chunk.entity === undefined ||
      chunk.entity.silent === true ||
      isMereObject(chunk, standsAt(chunks, at - 1), tokens)
    ) {
      joined.push(chunk)
      continue
    }
    const { end, codes } = groupFrom(chunks, at, chunk, tokens)
    if (end > at) {
      const last = chunks[end] as NounChunk
      const group = sameNoun(chunk)
      group.about = undefined
      group.to = last.to
      group.entity = withCodes(chunk.entity, codes)
      joined.push(group)
      at = end
    } else joined.push(chunk)
  }
  countOut(joined, tokens)
  for (let i = 0; i < joined.length; i++) {
    if (joined[i]?.kind !== 'noun') continue
    fellows(joined, i)
    onBehalf(joined, i, tokens)
    backed(joined, i, target)
    aside(joined, i, tokens)
    countUp(joined, i, tokens)
    merge(joined, i, tokens)
    among(joined, i, tokens)
    bothOwn(joined, i, tokens)
    exceptOne(joined, i, tokens)
    namedBeside(joined, i, tokens)
  }
  for (let i = 0; i < joined.length; i++) {
    const chunk = joined[i]
    if (chunk?.kind === 'verb') chunk.index = i
    else if (chunk?.kind === 'noun') belongs(chunk, joined[i + 1], joined[i + 2], tokens)
  }
  return joined
}

/** The chunk after a noun phrase and the "of …" that names its state: "Prime Minister Kishida of Japan". */
function behind(chunks: readonly Chunk[], at: number): number {
  const noun = chunks[at]
  const of = chunks[at + 1]
  const state = chunks[at + 2]
  if (
    noun?.kind !== 'noun' ||
    noun.entity?.office === undefined ||
    of?.kind !== 'preposition' ||
    of.word !== 'of' ||
    state?.kind !== 'noun'
  )
    return at + 1
  const codes = state.entity?.codes ?? []
  return codes.length === 1 && noun.entity.codes.every((code) => codes.includes(code)) ? at + 3 : at + 1
}

/** "not only Moscow but also Beijing" */
function isButAlso(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): boolean {
  const also = tokens[chunks[at]?.to ?? 0]?.lower
  return (chunks[at] as OtherChunk).word === 'but' && (also === 'also' || also === 'even')
}

/** "China, a big buyer of its oil, and Russia oppose it": where the second comma and an "and" go on behind what is said of the first. */
function overAside(chunks: readonly Chunk[], at: number, next: number, tokens: readonly Token[]): number | undefined {
  const before = standsAt(chunks, at - 1)?.kind
  if (before === 'verb' || before === 'preposition' || before === 'noun' || before === 'comma') return undefined
  if (!ASIDE.has(tokens[chunks[next]?.from ?? -1])) return undefined
  for (let i = next + 1; i < Math.min(chunks.length - 2, next + 6); i++) {
    const chunk = chunks[i] as Chunk
    if (chunk.kind === 'comma') return joinsOne(chunks, i + 1) ? i : undefined
    if (chunk.kind !== 'preposition' && !(chunk.kind === 'noun' && chunk.preposition !== undefined)) return undefined
  }
  return undefined
}

const ASIDE = new WordSet(['a', 'an', 'the', 'its', 'their', 'another', 'one'])

/** "and Russia", and a verb behind it. */
function joinsOne(chunks: readonly Chunk[], at: number): boolean {
  const and = chunks[at]
  const other = chunks[at + 1]
  const after = chunks[at + 2]?.kind === 'adverb' ? chunks[at + 3] : chunks[at + 2]
  return (
    and?.kind === 'conjunction' &&
    and.word === 'and' &&
    other?.kind === 'noun' &&
    other.entity !== undefined &&
    other.entity.person !== true &&
    after?.kind === 'verb'
  )
}

/** "rejected the text on Sudan, and Russia and China vetoed it", "has not deterred Sudan, and Chile backs it": behind a phrase of its own or an object a comma and "and" begin a clause. */
function opensClause(chunks: readonly Chunk[], first: number, at: number): boolean {
  const item = chunks[at]
  const done = chunks[first - 1]
  const placed = (chunks[first] as NounChunk).preposition !== undefined || (done?.kind === 'verb' && !reports(done))
  if (!placed || item?.kind !== 'noun' || item.preposition !== undefined) return false
  const link = chunks[at + 1]
  const more = link?.kind === 'conjunction' && link.word === 'and' && chunks[at + 2]?.kind === 'noun'
  let after = more ? at + 3 : at + 1
  while (chunks[after]?.kind === 'adverb') after++
  const verb = chunks[after]
  return verb?.kind === 'verb' && verb.form === 'finite'
}

/** "the threat of sanctions on Sudan and Chile's envoy said": a state is told of, and a person speaks. */
function speaksNext(chunks: readonly Chunk[], first: NounChunk, at: number): boolean {
  const item = chunks[at]
  const verb = chunks[at + 1]
  if (first.preposition === undefined || first.entity?.person === true || item?.kind !== 'noun') return false
  return item.preposition === undefined && item.entity?.person === true && verb?.kind === 'verb' && reports(verb)
}

/** "Gabon, India and, most strikingly, China abstained": the one behind the adverbs. */
function overAdverbs(chunks: readonly Chunk[], comma: number): number {
  let at = comma + 1
  while (chunks[at]?.kind === 'adverb') at++
  return at > comma + 1 && chunks[at]?.kind === 'comma' ? at + 1 : comma
}

function groupFrom(
  chunks: readonly Chunk[],
  at: number,
  first: NounChunk,
  tokens: readonly Token[],
): { end: number; codes: readonly string[] } {
  let codes = [...(first.entity?.codes ?? [])]
  let end = at
  let pending: string[] = []
  let open = false
  for (let i = behind(chunks, at); i < chunks.length; ) {
    const link = chunks[i] as Chunk
    if (
      link.kind !== 'comma' &&
      !(
        link.kind === 'conjunction' &&
        (link.word === 'and' ||
          link.word === 'or' ||
          link.word === 'nor' ||
          link.word === 'plus' ||
          isButAlso(chunks, i, tokens))
      )
    )
      break
    let next = i + 1
    let and = link.kind === 'conjunction'
    if (!and && chunks[next]?.kind === 'conjunction') {
      and = (chunks[next] as OtherChunk).word !== 'but'
      // "sanctions on Sudan, but Chile and Peru are opposed": another clause
      if (!and && !isButAlso(chunks, next, tokens)) break
      next++
    }
    if (chunks[next]?.kind === 'adverb' && isButAlso(chunks, i, tokens)) next++
    if (and && chunks[next]?.kind === 'comma') next = overAdverbs(chunks, next)
    const item = chunks[next]
    if (item?.kind !== 'noun') {
      // "France, Lebanon and, in a late move, by the United States"
      if (and && pending.length > 0 && chunks[next]?.kind === 'comma')
        return { end: i - 1, codes: [...new Set([...codes, ...pending])] }
      break
    }
    const entity = item.entity
    // "the African members on the Council, Nigeria and Gabon, …": they are those members
    if (!and && end === at && (isSeat(first) || isWhole(chunks, at, tokens))) break
    if (
      and &&
      isFellows(item, tokens) &&
      (entity === undefined || entity.codes.length === 0 || entity.codes[0] === 'UNSC')
    ) {
      // "the United States, Chile and other Western countries"
      codes = [...new Set([...codes, ...pending])]
      end = next
      break
    }
    if (!canHold(entity) || entity.pronoun === true) {
      const beyond = and || pending.length > 0 || end > at ? undefined : overAside(chunks, at, next, tokens)
      if (beyond === undefined) break
      i = beyond
      continue
    }
    if (end === at && pending.length === 0 && link.kind === 'comma' && and && opensClause(chunks, at, next)) break
    if (end === at && link.kind === 'conjunction' && speaksNext(chunks, first, next)) break
    // "the envoys to the United Nations, Jan Kubis and Ann Example,": they are no part of it
    if (!and && first.preposition === 'to' && entity.person === true && first.entity?.person !== true) break
    const after = chunks[next + 1]
    const same = entity.codes.every((code) => codes.includes(code))
    if (!and && same && item.entity?.person === true) {
      // Apposition: "Alain Juppé, the French foreign minister,".
      if (after?.kind === 'comma' && pending.length === 0) {
        end = next + 1
        return { end: next, codes }
      }
    }
    if (and) {
      // "X said and Y said": a new clause, unless a list is open or the verb is plural anyway.
      codes = [...new Set([...codes, ...pending, ...entity.codes])]
      pending = []
      end = behind(chunks, next) - 1
      open = true
      i = end + 1
      if (!(chunks[i]?.kind === 'comma' || chunks[i]?.kind === 'conjunction')) break
      if (chunks[i]?.kind === 'comma') break
      continue
    }
    if (open) break
    if (endsHeadline(chunks, at, next, tokens))
      return { end: next, codes: [...new Set([...codes, ...pending, ...entity.codes])] }
    pending.push(...entity.codes)
    i = behind(chunks, next)
  }
  return { end, codes }
}
