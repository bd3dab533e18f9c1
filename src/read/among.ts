import { standsAt } from './before.js'
import type { Chunk, NounChunk } from './chunk.js'
import { canHold, type Entity, withCodes } from './entity.js'
import { NUMBER_WORDS } from './number-words.js'
import { SEVERAL } from './several.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

const FEW = new WordSet([...NUMBER_WORDS, 'those', 'few'])

/** "with Chile and Peru among the five that abstained", "among those opposing it are Chile and Peru": whom a group's words mean is told beside them. */
export function among(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): void {
  const some = chunks[at]
  if (some?.kind !== 'noun' || (some.entity?.codes.length ?? 0) > 0 || !isSome(some, tokens)) return
  const does = chunks[overSeat(chunks, at + 1)]
  const told = does?.kind === 'relative' || (does?.kind === 'verb' && (does.form === 'ing' || does.form === 'to'))
  if (!told) return
  const named = some.preposition === 'among' ? (namedBefore(chunks, at - 2) ?? listBehind(chunks, at)) : undefined
  const these =
    named ??
    (some.preposition === undefined && (FEW.has(tokens[some.from]) || FEW.has(tokens[some.from + 1]))
      ? listBehind(chunks, at)
      : undefined)
  if (these !== undefined) some.entity = withCodes(these, these.codes)
}

/** "Among the five permanent members, France and Chile backed it": those named are some of them, and the rest did not. */
export function isWhole(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): boolean {
  const whole = chunks[at]
  if (whole?.kind !== 'noun' || !SEVERAL.has(tokens[whole.head])) return false
  if (whole.preposition !== 'among' && whole.preposition !== 'of') return false
  return standsAt(chunks, at - 2) === undefined
}

/** "the 14 countries on the Council that …" */
function overSeat(chunks: readonly Chunk[], at: number): number {
  const seat = chunks[at + 1]
  return chunks[at]?.kind === 'preposition' && seat?.kind === 'noun' && seat.entity?.codes[0] === 'UNSC' ? at + 2 : at
}

/** "those", "the five", "five countries": nobody's name. */
function isSome({ from, to, head }: NounChunk, tokens: readonly Token[]): boolean {
  const first = tokens[from]?.lower === 'the' ? from + 1 : from
  if (!FEW.has(tokens[first]) && tokens[first]?.kind !== 'number') return SEVERAL.has(tokens[head]) && first > from
  return to === first + 1 || SEVERAL.has(tokens[head])
}

/** "Chile and Peru among …", "Chile was among …" */
function namedBefore(chunks: readonly Chunk[], at: number): Entity | undefined {
  const before = chunks[at]
  const noun = before?.kind === 'verb' && before.copula ? chunks[at - 1] : before
  if (noun?.kind !== 'noun' || !canHold(noun.entity) || noun.entity.pronoun === true) return undefined
  // "split the opposition in Peru among …"
  return before?.kind === 'noun' && noun.preposition !== undefined && noun.preposition !== 'with'
    ? undefined
    : noun.entity
}

/** "… are Chile and Peru": the list at the sentence's end. */
function listBehind(chunks: readonly Chunk[], at: number): Entity | undefined {
  for (let next = at + 2; next < Math.min(chunks.length - 1, at + 9); next++) {
    const being = chunks[next]
    if (being?.kind === 'comma' || being?.kind === 'subordinator') return undefined
    if (being?.kind !== 'verb' || being.form !== 'finite') continue
    if (!being.copula && being.lemma !== 'include') {
      if (chunks[at + 1]?.kind === 'relative' && next === at + 2) continue
      return undefined
    }
    const list = chunks[next + 1]
    return list?.kind === 'noun' && canHold(list.entity) && list.entity.person !== true ? list.entity : undefined
  }
  return undefined
}

const HELD = new WordSet(
  'veto vetoes decision opposition refusal support backing objections resistance reluctance insistence call calls concerns reservations stance position rejection threat threats bid push request proposal draft'.split(
    ' ',
  ),
)

/** "Chile and Peru's decision to veto the text", where nobody else does anything to the first: both have it. */
export function bothOwn(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): void {
  const noun = chunks[at]
  if (at < 2 || noun?.kind !== 'noun' || noun.owned === undefined) return
  if (!canHold(noun.owner) || !HELD.has(tokens[noun.head])) return
  const and = chunks[at - 1]
  const first = chunks[at - 2]
  if (and?.kind !== 'conjunction' || and.word !== 'and' || first?.kind !== 'noun' || first.owner !== undefined) return
  if (!canHold(first.entity) || first.entity.pronoun === true || standsAt(chunks, at - 3)?.kind === 'verb') return
  noun.owner = withCodes(noun.owner, [...new Set([...first.entity.codes, ...noun.owner.codes])])
  noun.preposition ??= first.preposition
}

const ALL = new WordSet(['all', 'every', 'each', 'everyone', 'everybody'])

/** "every member but Chile backed it": Chile did not. */
export function exceptOne(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): void {
  if (at < 2) return
  const one = chunks[at]
  const but = chunks[at - 1]
  const all = chunks[at - 2]
  if (one?.kind !== 'noun' || but?.kind !== 'conjunction' || but.word !== 'but' || all?.kind !== 'noun') return
  if (one.entity !== undefined && ALL.has(tokens[all.from]) && chunks[at + 1]?.kind === 'verb') one.entity = undefined
}

/** "drafted by the Western powers and Chile": the one who is named. */
export function namedBeside(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): void {
  const several = chunks[at]
  const and = chunks[at + 1]
  const named = chunks[at + 2]
  if (several?.kind !== 'noun' || several.preposition !== 'by' || canHold(several.entity)) return
  if (!SEVERAL.has(tokens[several.to - 1]) || and?.kind !== 'conjunction' || and.word !== 'and') return
  if (named?.kind !== 'noun' || !canHold(named.entity) || named.entity.pronoun === true) return
  const after = chunks[at + 3]
  if (after?.kind !== 'verb') several.entity = withCodes(named.entity, named.entity.codes)
}
