import type { Designation, ListSnapshot } from './designation.js'
import { deletions, type NameKeys, nameKeys, romanised } from './name-keys.js'
import { nameWords, type Romaniser, ring, romanisers, wordsOf } from './spelling.js'

export type NameField = 'name' | 'alias' | 'weak-alias' | 'former-name' | 'original-script'

/** One name of one designation, ready to be compared. */
export interface ListedName {
  /** Counts the names of the list. */
  readonly number: number
  readonly designation: Designation
  readonly field: NameField
  readonly text: string
  /** The text in lower case, and its words before anything is left out. */
  readonly lower: string
  readonly plain: string
  readonly keys: NameKeys
}

/**
 * The names of one list, read by one language's spellings (or as they stand, where `romaniser` is undefined).
 * All names are in `alike` as they stand; near ones are looked for in the language's reading alone where there is one.
 */
export interface Reading {
  readonly romaniser?: Romaniser
  /** By sorted words, by compact form, and for persons by its rotation. */
  readonly alike: readonly ReadonlyMap<string, readonly ListedName[]>[]
  /** Whether near names are looked for here. */
  readonly hasNear: boolean
  /** By the coarser spelling. */
  readonly near: ReadonlyMap<string, readonly ListedName[]>
  /** By what is left of a name without one letter. */
  readonly oneLetter: ReadonlyMap<number, readonly ListedName[]>
  /** By a name's rarest words. */
  readonly words: ReadonlyMap<string, readonly ListedName[]>
}

/** The words of a list's qualifiers, the longest first. */
export interface Qualifiers {
  readonly before: readonly (readonly string[])[]
  readonly after: readonly (readonly string[])[]
}

export interface ListIndex {
  /** What names were found for a text, kept for texts that come again. */
  readonly found: Map<string, readonly FoundName[]>
  readonly readings: readonly Reading[]
  readonly qualifiers: Qualifiers
  readonly references: ReadonlyMap<string, readonly Designation[]>
  readonly imos: ReadonlyMap<string, readonly Designation[]>
  readonly documents: ReadonlyMap<string, readonly Designation[]>
  readonly bics: ReadonlyMap<string, readonly Designation[]>
}

/** In what a given and a listed name are alike, or nearly so; `romanisation:korean` names the system that reads both alike. */
export type Likeness =
  | 'same-text'
  | 'case'
  | 'accents-or-punctuation'
  | 'spacing'
  | 'word-order'
  | 'company-form-or-spelling'
  | 'qualifier'
  | `romanisation:${string}`
  | `near-romanisation:${string}`
  | 'one-letter'
  | 'shared-words'
  | 'contains-listed-name'

export interface FoundName {
  readonly listed: ListedName
  readonly alike: readonly Likeness[]
  /** Alike after normalisation; otherwise only near. */
  readonly isCertain: boolean
}

/** Shorter names have too many neighbours for one letter to mean anything. */
export const SHORTEST_FOR_ONE_LETTER = 7

/** From this length on a word of a personal name tells something by itself. */
export const LONG_WORD = 6
/** A word in more names than this is everybody's. */
const COMMON = 30

const indexes = new WeakMap<ListSnapshot, ListIndex>()

/** Built at a list's first use and kept with it. */
export function indexOf(list: ListSnapshot): ListIndex {
  const before = indexes.get(list)
  if (before !== undefined) return before
  const built = build(list)
  indexes.set(list, built)
  return built
}

export function identifierKey(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

function build(list: ListSnapshot): ListIndex {
  const names = listedNames(list.designations)
  const read = romanisers.map((romaniser) => ({
    romaniser,
    names: names.filter(({ designation }) => isReadBy(designation, list, romaniser)),
  }))
  const unread = names.filter((name) => read.every((one) => !one.names.includes(name)))
  const readings = [readingOf(names, unread)]
  for (const { romaniser, names: plain } of read) {
    if (plain.length === 0) continue
    const own = plain.map((name) => ({ ...name, keys: romanised(name.keys, romaniser) }))
    readings.push(readingOf(own, own, romaniser))
  }
  return {
    found: new Map(),
    readings,
    qualifiers: { before: phrases(list.qualifiers?.before), after: phrases(list.qualifiers?.after) },
    references: grouped(list.designations, ({ reference }) =>
      reference === undefined ? [] : [identifierKey(reference)],
    ),
    imos: grouped(list.designations, ({ imo }) => (imo === undefined ? [] : [imo])),
    documents: grouped(list.designations, ({ documents = [] }) => documents.map(({ number }) => identifierKey(number))),
    bics: grouped(list.designations, ({ bic }) => (bic === undefined ? [] : [bic.slice(0, 8)])),
  }
}

function phrases(texts: readonly string[] = []): (readonly string[])[] {
  return texts.map(nameWords).sort((a, b) => b.length - a.length)
}

/** Where neither the list nor a nationality tells the language, every language's reading is tried. */
function isReadBy({ nationalities = [] }: Designation, { romanisation }: ListSnapshot, romaniser: Romaniser): boolean {
  if (romanisation === undefined && nationalities.length === 0) return true
  return romanisation === romaniser.name || nationalities.some((nationality) => romaniser.states.has(nationality))
}

function listedNames(designations: readonly Designation[]): ListedName[] {
  const names = designations.flatMap((designation) => {
    const fields: [NameField, readonly string[]][] = [
      ['name', [designation.name]],
      ['alias', designation.aliases ?? []],
      ['former-name', designation.formerNames ?? []],
      ['weak-alias', designation.weakAliases ?? []],
      ['original-script', designation.originalScript ?? []],
    ]
    return fields.flatMap(([field, texts]) =>
      texts.map((text) => {
        const plain = wordsOf(text).join(' ')
        return { designation, field, text, lower: text.toLowerCase(), plain, keys: nameKeys(text) }
      }),
    )
  })
  return names.filter(({ keys }) => keys.words.length > 0).map((name, number) => ({ number, ...name }))
}

function readingOf(names: readonly ListedName[], nearby: readonly ListedName[], romaniser?: Romaniser): Reading {
  const frequency = new Map<string, number>()
  for (const { keys } of names)
    for (const word of new Set(keys.words)) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  return {
    ...(romaniser === undefined ? {} : { romaniser }),
    alike: [
      grouped(names, ({ keys }) => [keys.sorted]),
      grouped(names, ({ keys }) => [keys.compact]),
      grouped(names, ({ keys, designation }) => (designation.kind === 'person' ? [ring(keys.compact)] : [])),
    ],
    hasNear: nearby.length > 0,
    near: romaniser === undefined ? new Map() : grouped(nearby, ({ keys }) => [nearKey(keys, romaniser)]),
    oneLetter: grouped(nearby, ({ keys }) => [...new Set(oneLetterKeys(keys))]),
    words: grouped(nearby, (name) => tellingWords(name, frequency)),
  }
}

/** The keys of the maps of `alike`, in their order. */
export function alikeKeys(keys: NameKeys, isPerson: boolean): string[] {
  return isPerson ? [keys.sorted, keys.compact, ring(keys.compact)] : [keys.sorted, keys.compact]
}

export function nearKey(keys: NameKeys, romaniser: Romaniser): string {
  return keys.words.map(romaniser.near).join('')
}

export function oneLetterKeys(keys: NameKeys): readonly number[] {
  return keys.compact.length < SHORTEST_FOR_ONE_LETTER ? [] : deletions(keys.compact)
}

/** A name's two rarest telling words, and for a person's name all long ones that are not everybody's. */
function tellingWords({ keys, designation }: ListedName, frequency: ReadonlyMap<string, number>): string[] {
  const telling = [...new Set(keys.words)]
    .map((word) => ({ word, weight: keys.weights[keys.words.indexOf(word)] ?? 1, count: frequency.get(word) ?? 0 }))
    .filter(({ word, weight }) => weight >= 0.5 && word.length > 1)
    .sort((a, b) => b.weight - a.weight || a.count - b.count)
    .filter(({ weight }, _, [first]) => weight === first?.weight)
  const isPerson = designation.kind === 'person'
  return telling
    .filter(({ word, count }, at) => at < 2 || (isPerson && word.length >= LONG_WORD && count <= COMMON))
    .map(({ word }) => word)
}

function grouped<T, K>(items: readonly T[], keysOf: (item: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
  }
  return groups
}
