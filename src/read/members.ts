import { standsAt } from './before.js'
import type { Chunk, NounChunk } from './chunk.js'
import { type Entity, entityOf, withCodes } from './entity.js'
import { NUMBER_WORDS } from './number-words.js'
import { SEVERAL } from './several.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** Words that open a list of some of them. */
const LISTING = new Set(['including', 'like', 'notably', 'namely', 'particularly', 'especially', 'chiefly', 'mainly'])
const PLACING = new Set(['of', 'on', 'in', 'from', 'with'])

/** The noun means several states: "three African members", "Western powers". */
export function isSeveral(noun: NounChunk, tokens: readonly Token[]): boolean {
  return SEVERAL.has(tokens[noun.head])
}

/** "European members of the Council, including Norway", "six powers - Chile, Peru … -": a group is those whom the sentence lists. */
export function countUp(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): void {
  const noun = chunks[at]
  if (noun?.kind !== 'noun' || !SEVERAL.has(tokens[noun.to - 1])) return
  const known = noun.entity?.codes ?? []
  // "China and three other members - Chile, Peru …"
  const joined = known.length > 0 && noun.head < noun.to - 1
  if (!joined && (known.length > 1 || (known.length === 1 && known[0] !== 'UNSC'))) return
  const listed = listBehind(chunks, at, tokens)
  if (listed === undefined) return
  const group = counted(chunks, at, tokens) ?? noun
  // "Chile and a group consisting of Peru and Cuba"
  const before = chunks[at + 1]?.kind === 'verb' && chunks[at - 1]?.kind === 'conjunction' ? chunks[at - 2] : undefined
  const first = before?.kind === 'noun' && before.entity?.silent !== true ? (before.entity?.codes ?? []) : []
  group.entity = entityOf(
    joined || first.length > 0 ? [...new Set([...first, ...known, ...listed.codes])] : listed.codes,
  )
}

const FEW = new WordSet(NUMBER_WORDS)

/** "Three countries voted against the text: Cuba, Syria and Venezuela.": the list at the end says who they are. */
export function countOut(chunks: readonly Chunk[], tokens: readonly Token[]): void {
  const end = chunks[chunks.length - 1]?.kind === 'mark' ? chunks.length - 1 : chunks.length
  const list = chunks[end - 1]
  const edge = standsAt(chunks, end - 2)
  if (list?.kind !== 'noun' || (list.entity?.codes.length ?? 0) < 2) return
  if (edge?.kind !== 'dash' && !(edge?.kind === 'mark' && edge.word === ':')) return
  for (let at = end - 3; at >= 0; at--) {
    const noun = chunks[at]
    if (noun?.kind !== 'noun' || noun.preposition !== undefined || (noun.entity?.codes.length ?? 0) > 0) continue
    const lone = noun.to === noun.from + 1 && FEW.has(tokens[noun.from])
    if (!lone && !(SEVERAL.has(tokens[noun.to - 1]) && FEW.has(tokens[noun.from]))) continue
    noun.entity = entityOf(list.entity?.codes ?? [])
    return
  }
}

/** "Five of the 15 members, including Russia": the list is of the five. */
function counted(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): NounChunk | undefined {
  const of = chunks[at - 1]
  const few = chunks[at - 2]
  if (of?.kind !== 'preposition' || of.word !== 'of' || few?.kind !== 'noun') return undefined
  return few.to === few.from + 1 && FEW.has(tokens[few.from]) ? few : undefined
}

/** The list that follows a group's noun and what places it: "… of the Council". */
function listBehind(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): Entity | undefined {
  let next = at + 1
  for (let depth = 0; depth < 2; depth++) {
    const link = chunks[next]
    if (link?.kind !== 'preposition' || !PLACING.has(link.word) || chunks[next + 1]?.kind !== 'noun') break
    next += 2
  }
  const edge = chunks[next]
  const framed =
    edge?.kind === 'comma' ||
    edge?.kind === 'dash' ||
    (edge?.kind === 'mark' && (edge.word === '(' || edge.word === ':'))
  if (framed) next++
  const opener = openerAt(chunks, next, tokens)
  const item = chunks[next + opener]
  if (item?.kind !== 'noun' || item.entity === undefined || item.entity.silent === true || item.entity.pronoun === true)
    return undefined
  if (opener > 0) return item.entity.codes.length > 0 ? item.entity : undefined
  // Without a word that opens it, a list stands between two marks.
  const after = chunks[next + 1]
  const closed =
    (after === undefined && edge?.kind !== 'comma') ||
    (after?.kind === edge?.kind && (after?.kind !== 'mark' || after.word === ')'))
  return framed && closed && item.entity.codes.length > 1 ? item.entity : undefined
}

/** How many chunks open the list: "including", "such as", "among them", "in particular", "led by". */
function openerAt(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): number {
  const chunk = chunks[at]
  const word = (index: number) => tokens[chunks[index]?.from ?? -1]?.lower ?? ''
  if (chunk === undefined) return 0
  if ((chunk.kind === 'preposition' || chunk.kind === 'adverb') && LISTING.has(chunk.word)) return 1
  if (word(at) === 'such' && word(at + 1) === 'as') return 2
  if (word(at) === 'among' && (word(at + 1) === 'them' || word(at + 1) === 'these')) return 1
  if (word(at) === 'in' && word(at + 1) === 'particular') return 1
  if (chunk.kind === 'verb' && chunk.form === 'participle' && chunk.lemma === 'lead' && word(at + 1) === 'by') return 2
  // "a group consisting of the US and France", "made up of"
  if (chunk.kind === 'verb' && chunk.form !== 'finite' && CONSISTING.hasVerb(chunk))
    return word(at + 1) === 'of' ? 2 : chunk.lemma === 'comprise' ? 1 : 0
  return 0
}

const CONSISTING = new WordSet(['consist', 'compose', 'comprise'])

/** "China and the three African members - Ghana, …", "the U.S. and its allies, Britain and France,": those listed later belong to the group. */
export function merge(joined: readonly Chunk[], at: number, tokens: readonly Token[]): void {
  const noun = joined[at]
  if (noun?.kind !== 'noun' || noun.entity === undefined || noun.entity.codes.length === 0 || at < 2) return
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

const FELLOWS = new WordSet(
  'other others its their his several some many most allies partners western european arab african asian gulf fellow like-minded regional neighbouring neighboring non-permanent non-aligned elected key close'.split(
    ' ',
  ),
)

/** "… and other Western countries", "… and four other members", "… and Iran's other neighbours": more of no name. */
export function isFellows(noun: NounChunk, tokens: readonly Token[]): boolean {
  const start = noun.owned ?? noun.from
  const at = tokens[start]?.lower === 'the' ? start + 1 : start
  if (noun.owned !== undefined) return tokens[at]?.lower === 'other'
  if (FELLOWS.has(tokens[at])) return true
  const counted = tokens[at]?.kind === 'number' || NUMBER_WORDS.includes(tokens[at]?.lower ?? '')
  return counted && FELLOWS.has(tokens[at + 1])
}

/** "of the Council", "on the Council" */
export function isSeat({ preposition, entity }: NounChunk): boolean {
  return (
    (preposition === 'on' || preposition === 'of' || preposition === 'in') &&
    entity?.codes.length === 1 &&
    entity.codes[0] === 'UNSC'
  )
}
