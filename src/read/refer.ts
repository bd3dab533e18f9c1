import { standsAt } from './before.js'
import type { Chunk, NounChunk } from './chunks.js'
import { asPronoun, type Entity, theyOf } from './entity.js'
import { tellThings } from './expletives.js'
import { mayBe } from './gender.js'
import { entryTrie } from './lexicon.js'
import { reports } from './reporting.js'
import type { Scene } from './scene.js'
import { countedHere, SEVERAL } from './several.js'
import { areMany } from './tokens.js'
import { WordSet } from './wordset.js'

/** What a delegate speaks for: "his delegation could not support it". */
export const HOME = new WordSet([
  'delegation',
  'country',
  'government',
  'nation',
  'administration',
  'ministry',
  'capital',
  'people',
])

const TWO = new WordSet(['two', 'pair'])

/** People who are told of without a state. */
const MANY = new WordSet(
  'diplomats activists rebels protesters protestors demonstrators fighters opponents critics senators lawmakers legislators analysts experts residents villagers witnesses democrats republicans families doctors refugees militants insurgents defectors groups organisations organizations campaigners opposition'.split(
    ' ',
  ),
)

/** Whom a sentence has told so far. */
interface Told {
  /** Who is named first, by no preposition. */
  first: Entity | undefined
  /** Those named together last. */
  group: Entity | undefined
  /** Who acts last under an office, without a name, or by a common noun. */
  one: Entity | undefined
  /** Whom "his delegation" speaks for. */
  home: Entity | undefined
  /** "Syrian authorities": `one` was told by a noun for several. */
  many: boolean
  /** People without a state were told, and no group. */
  unknown: boolean
  readonly persons: Entity[]
}

/** Gives pronouns those of whom the sentence itself told: "they" and "their" the group named last, "he" the one who acts. */
export function refer(chunks: readonly Chunk[], tokens: Scene['tokens']): void {
  const told: Told = {
    first: undefined,
    group: undefined,
    one: undefined,
    home: undefined,
    many: false,
    unknown: false,
    persons: [],
  }
  let outside: Pick<Told, 'group' | 'one'> | undefined
  foretell(chunks, tokens)
  tellThings(chunks, tokens)
  tellGlossed(chunks)
  tellRelative(chunks, tokens)
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk
    // "He must go," she said: who is told of in a quotation does not speak behind it
    if (chunk.kind === 'open') outside = { group: told.group, one: told.one }
    else if (chunk.kind === 'close') {
      told.group = outside?.group
      told.one = outside?.one
      outside = undefined
    }
    if (chunk.kind !== 'noun') continue
    if (isUnknown(chunk, told, tokens)) continue
    if (told.group !== undefined) {
      meanGroup(chunk, told.group, tokens)
      const counted = countedHere(tokens, chunk, told.group.codes, told.first?.codes[0])
      if (counted !== undefined) chunk.entity = theyOf(counted)
    }
    if (told.one !== undefined) meanOne(chunk, told.one, told, tokens)
    take(chunks, at, told, tokens)
  }
}

/** "rebel leaders said they …", "diplomats voiced their support": those, and not who was named in another sentence. */
function isUnknown(noun: NounChunk, { unknown, group, one }: Told, tokens: Scene['tokens']): boolean {
  const word = tokens[noun.from]?.lower
  if (!unknown || group !== undefined || one !== undefined || (word !== 'they' && word !== 'their')) return false
  if (word === 'they' && noun.entity?.pronoun === true) noun.entity = undefined
  if (word === 'their' && noun.owner?.pronoun === true) noun.owner = undefined
  return true
}

/** "X and Y met; both called for talks", "they", "the two", "both countries", "their". */
function meanGroup(noun: NounChunk, group: Entity, tokens: Scene['tokens']): void {
  const word = tokens[noun.from]?.lower
  const pronoun = noun.entity?.pronoun === true
  const two = word === 'the' && TWO.has(tokens[noun.from + 1])
  const alone = noun.to === noun.from + 1
  const both = word === 'both' && (alone || (group.codes.length === 2 && SEVERAL.has(tokens[noun.to - 1])))
  if (both || ((two || word === 'they') && pronoun)) noun.entity = asPronoun(group)
  if (word === 'their' && noun.owner?.pronoun === true) noun.owner = asPronoun(group)
}

/** "his delegation", "he", "it" of the one at home there, and "they" where no group was told. */
function meanOne(noun: NounChunk, one: Entity, told: Told, tokens: Scene['tokens']): void {
  const word = tokens[noun.from]?.lower
  if ((word === 'his' || word === 'her') && HOME.has(tokens[noun.head])) {
    noun.entity = asPronoun(one)
    noun.owner = undefined
    told.home = one
  }
  // "a spokesman for the president said he": not who was told of earlier
  if (
    (word === 'he' || word === 'she') &&
    noun.to === noun.from + 1 &&
    (one.office !== undefined || one.unnamed === true || one.person === true) &&
    !told.many &&
    mayBe(one, word === 'she') &&
    !told.persons.some((each) => each.codes[0] === noun.entity?.codes[0])
  )
    noun.entity = asPronoun(one)
  const { entity } = noun
  if (word !== 'they' || told.group !== undefined || entity?.pronoun !== true) return
  if (entity.codes.length < 2 || !entity.codes.includes(one.codes[0] ?? '')) noun.entity = asPronoun(one)
}

/** Whom the words behind a noun may mean. */
function take(chunks: readonly Chunk[], at: number, told: Told, tokens: Scene['tokens']): void {
  const noun = chunks[at] as NounChunk
  if (told.home !== undefined && tokens[noun.from]?.lower === 'it' && noun.entity?.pronoun === true)
    noun.entity = asPronoun(told.home)
  const { entity, owner, preposition } = noun
  const named = entity !== undefined && entity.pronoun !== true
  if (named && entity.person === true) told.persons.push(entity)
  if (named && told.first === undefined && preposition === undefined && entity.codes.length === 1) told.first = entity
  if (preposition === undefined && entity?.codes.length === 1) {
    const common = named && tokens[noun.head]?.capital === false
    if (entity.office !== undefined || entity.unnamed === true || common) told.one = entity
  }
  // "Analyst Ann Hall said she opposed it": not who was told of in another sentence
  if (preposition === undefined && told.one === undefined && entity?.person === true && entity.codes.length === 0)
    if (entity.name !== undefined || says(chunks, at + 1)) told.one = entity
  // "Syrian authorities …, he said"
  if (told.one !== undefined && told.one === entity) told.many = areMany(tokens[noun.head])
  if (named && entity.codes.length > 1) told.group = entity
  // "the Russian and Chinese vetoes … both countries"
  else if (owner !== undefined && owner.pronoun !== true && owner.codes.length > 1) told.group = owner
  if (preposition === undefined && !told.unknown)
    told.unknown = told.group === undefined && (entity?.codes.length ?? 0) === 0 && MANY.has(tokens[noun.head])
}

function says(chunks: readonly Chunk[], at: number): boolean {
  const next = chunks[at]?.kind === 'preposition' ? chunks[at + 2] : chunks[at]
  return next?.kind === 'verb' && reports(next)
}

/** "He (Mr Bashir) must go": whom the writer of the report puts in. */
function tellGlossed(chunks: readonly Chunk[]): void {
  for (let at = 0; at + 3 < chunks.length; at++) {
    const noun = chunks[at] as Chunk
    const open = chunks[at + 1] as Chunk
    const told = chunks[at + 2] as Chunk
    const close = chunks[at + 3] as Chunk
    if (noun.kind !== 'noun' || told.kind !== 'noun' || open.kind !== 'mark' || close.kind !== 'mark') continue
    if (noun.to !== noun.from + 1 || (noun.entity !== undefined && noun.entity.pronoun !== true)) continue
    if (!OPENS.has(open.word) || told.entity === undefined) continue
    noun.entity = asPronoun(told.entity)
  }
}

/** "Assad, who said he would", "NATO, which insists that it": the one of whom the clause tells. */
function tellRelative(chunks: readonly Chunk[], tokens: Scene['tokens']): void {
  for (let at = 1; at + 2 < chunks.length; at++) {
    if (chunks[at]?.kind !== 'relative') continue
    const head = chunks[chunks[at - 1]?.kind === 'comma' ? at - 2 : at - 1]
    let next = chunks[at + 1]?.kind === 'adverb' ? at + 2 : at + 1
    const verb = chunks[next++]
    if (head?.kind !== 'noun' || head.entity === undefined || verb?.kind !== 'verb' || !reports(verb)) continue
    if (chunks[next]?.kind === 'subordinator') next++
    const noun = chunks[next]
    const acts = chunks[next + 1]
    if (noun?.kind !== 'noun' || noun.to !== noun.from + 1 || acts?.kind !== 'verb' || acts.form !== 'finite') continue
    const word = tokens[noun.from]?.lower
    const fits =
      head.entity.person === true
        ? (word === 'he' || word === 'she') && mayBe(head.entity, word === 'she')
        : word === 'they' || (word === 'it' && head.entity.codes.length < 2)
    if (fits) noun.entity = asPronoun(head.entity)
  }
}

const OPENS = new Set(['(', '['])

/** "Although it condemned the test, China opposed sanctions": "it" is the one who comes. */
function foretell(chunks: readonly Chunk[], tokens: Scene['tokens']): void {
  const opener = chunks[0]?.kind === 'adverb' ? chunks[1] : chunks[0]
  if (opener?.kind !== 'subordinator' && !(opener?.kind === 'preposition' && opener.word === 'as')) return
  const early = chunks.slice(1, 3).find((chunk): chunk is NounChunk => chunk.kind === 'noun')
  const word = standsAt(tokens, early?.from ?? -1)?.lower
  if (early === undefined || early.to !== early.from + 1 || (word !== 'it' && word !== 'they')) return
  const comma = chunks.findIndex((chunk) => chunk.kind === 'comma')
  const main = chunks[comma + 1]
  const next = chunks[comma + 2]
  if (comma < 0 || main?.kind !== 'noun' || main.entity === undefined || main.entity.pronoun === true) return
  if ((next?.kind !== 'verb' && next?.kind !== 'adverb') || main.entity.codes.length === 0) return
  if (word === 'they' && main.entity.codes.length < 2) return
  early.entity = asPronoun(main.entity)
}

/** "officials in Tokyo, Seoul and Beijing": there the capitals stand for their states. */
export function isOfOffice(chunks: readonly Chunk[], index: number, tokens: Scene['tokens']): boolean {
  const chunk = chunks[index]
  if (chunk?.kind !== 'noun' || index < 2) return false
  if (chunk.preposition !== 'in' && chunk.preposition !== 'from' && chunk.preposition !== 'of') {
    const link = chunks[index - 1]
    return (
      (link?.kind === 'comma' || link?.kind === 'conjunction') &&
      chunks[index - 2]?.kind === 'noun' &&
      chunk.preposition === undefined &&
      index > 2 &&
      isOfOffice(chunks, index - 2, tokens)
    )
  }
  const before = chunks[index - 2]
  // "resistance from Moscow and Beijing"
  if (chunk.preposition === 'from' && before?.kind === 'noun' && before.entity === undefined && holds(before, tokens))
    return true
  return before?.kind === 'noun' && before.entity?.codes.length === 0 && before.entity.crowd !== true
}

/** The noun carries a stance: "resistance", "support". */
function holds(noun: NounChunk, tokens: Scene['tokens']): boolean {
  let found = false
  entryTrie.each(tokens, noun.head, noun.to, (entry) => {
    if (entry.role === 'attitude' && entry.part === 'noun') found = true
  })
  return found
}
