import { type Chunk, type NounChunk, type OtherChunk, sameNoun } from './chunk.js'
import { alongWith, aside, backed, belongs, fellows, rename } from './companions.js'
import { type Entity, entityOf, withCodes } from './entity.js'
import { countUp, isSeveral } from './members.js'
import { NUMBER_WORDS } from './number-words.js'
import { SEVERAL } from './several.js'
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
  for (let at = 0; at + 2 < chunks.length; at++) rename(chunks, at, tokens, learn)
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'noun') alongWith(chunk, joined)
    const both = adjectives(chunks, at, tokens)
    if (both !== undefined) {
      joined.push(both)
      at += 2
      continue
    }
    if (chunk.kind !== 'noun' || chunk.entity === undefined || chunk.entity.silent === true) {
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
  for (let i = 0; i < joined.length; i++) {
    fellows(joined, i)
    backed(joined, i, target)
    aside(joined, i, tokens)
    countUp(joined, i, tokens)
    merge(joined, i, tokens)
  }
  for (let i = 0; i < joined.length; i++) {
    const chunk = joined[i]
    if (chunk?.kind === 'verb') chunk.index = i
    else if (chunk?.kind === 'noun') belongs(chunk, joined[i + 1], joined[i + 2])
  }
  return joined
}

/** "China and the three African members - Ghana, …", "the U.S. and its allies, Britain and France,": those listed later belong to the group. */
function merge(joined: readonly Chunk[], at: number, tokens: readonly Token[]): void {
  const noun = joined[at]
  if (noun?.kind !== 'noun' || noun.entity === undefined || noun.entity.codes.length === 0) return
  const first = joined[at - 2]
  const link = joined[at - 1]
  if (link?.kind === 'conjunction' && link.word === 'and' && isSeveral(noun, tokens)) {
    if (first?.kind !== 'noun' || first.entity === undefined || first.entity.codes.length === 0) return
    if (first.entity.silent === true || first.entity.pronoun === true) return
    first.entity = withCodes(first.entity, [...new Set([...first.entity.codes, ...noun.entity.codes])])
    return
  }
  const after = joined[at + 1]
  if (link?.kind !== 'comma' || first?.kind !== 'noun' || first.entity === undefined || noun.entity.codes.length < 2)
    return
  if (after?.kind !== 'comma' && after !== undefined) return
  if (first.from === first.to - 1 || first.entity.silent === true || !SEVERAL.has(tokens[first.to - 1])) return
  first.entity = withCodes(first.entity, [...new Set([...first.entity.codes, ...noun.entity.codes])])
}

/** "Chinese and Russian objections": one phrase with two owners. */
function adjectives(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): NounChunk | undefined {
  const first = chunks[at]
  const last = chunks[at + 2]
  const link = chunks[at + 1]
  if (first?.kind !== 'noun' || last?.kind !== 'noun' || link?.kind !== 'conjunction') return undefined
  const leads = tokens[first.from]?.lower === 'both' ? 1 : 0
  const article = leads + (tokens[first.from + leads]?.lower === 'the' ? 1 : 0)
  if (first.to !== first.from + 1 + article) return undefined
  const whose = first.entity ?? first.owner
  if (whose === undefined || whose.person === true || whose.pronoun === true) return undefined
  if (presidents(first, last, tokens)) {
    const both = sameNoun(first)
    both.about = undefined
    both.head = last.head
    both.to = last.to
    both.owner = undefined
    both.entity = withCodes(last.entity as Entity, [...new Set([...whose.codes, ...(last.entity?.codes ?? [])])])
    return both
  }
  if (
    article > 0 ||
    last.entity !== undefined ||
    last.owner === undefined ||
    last.owner.pronoun === true ||
    last.owned !== undefined ||
    last.to - last.from < 2
  )
    return undefined
  const codes = [...new Set([...whose.codes, ...last.owner.codes])]
  const both = sameNoun(first)
  both.entity = undefined
  both.about = undefined
  both.head = last.head
  both.to = last.to
  both.owner = entityOf(codes)
  return both
}

/** "the American and South Korean presidents": an adjective shares the office of the other. */
function presidents(first: NounChunk, last: NounChunk, tokens: readonly Token[]): boolean {
  return (
    first.entity === undefined &&
    last.entity?.office !== undefined &&
    last.entity.name === undefined &&
    last.entity.codes.length > 0 &&
    last.to - last.from > 1 &&
    /s$/.test(tokens[last.to - 1]?.lower ?? '')
  )
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

const FELLOWS = new WordSet(
  'other others its their his several some many most allies partners western european arab african asian gulf fellow like-minded regional neighbouring neighboring non-permanent non-aligned elected key close'.split(
    ' ',
  ),
)

/** "… and other Western countries", "… and four other members", "… and Iran's other neighbours": more of no name. */
function isFellows(noun: NounChunk, tokens: readonly Token[]): boolean {
  const start = noun.owned ?? noun.from
  const at = tokens[start]?.lower === 'the' ? start + 1 : start
  if (noun.owned !== undefined) return tokens[at]?.lower === 'other'
  if (FELLOWS.has(tokens[at])) return true
  const counted = tokens[at]?.kind === 'number' || NUMBER_WORDS.includes(tokens[at]?.lower ?? '')
  return counted && FELLOWS.has(tokens[at + 1])
}

/** "China, a big buyer of its oil, and Russia oppose it": where the second comma and an "and" go on behind what is said of the first. */
function overAside(chunks: readonly Chunk[], at: number, next: number, tokens: readonly Token[]): number | undefined {
  const before = chunks[at - 1]?.kind
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
    if (entity === undefined || entity.silent === true || entity.codes.length === 0 || entity.pronoun === true) {
      const beyond = and || pending.length > 0 || end > at ? undefined : overAside(chunks, at, next, tokens)
      if (beyond === undefined) break
      i = beyond
      continue
    }
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
    pending.push(...entity.codes)
    i = behind(chunks, next)
  }
  return { end, codes }
}
