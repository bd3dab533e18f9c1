import type { Kind } from './designation.js'
import {
  alikeKeys,
  type FoundName,
  type Likeness,
  type ListedName,
  type ListIndex,
  LONG_WORD,
  nearKey,
  oneLetterKeys,
  type Qualifiers,
  type Reading,
} from './index-names.js'
import {
  isOneEditApart,
  isWithinWords,
  type NameKeys,
  nameKeys,
  romanised,
  sharedWeight,
  wordKeys,
} from './name-keys.js'
import type { WrittenName } from './party.js'
import { wordsOf } from './spelling.js'

/** From this share of the words' weight on, two names of firms or ships are near. */
const NEAR_SHARE = 0.7
/** A personal name of so many words may stand shortened. */
const LONG_PERSONAL_NAME = 4
/** A lone word in brackets up to this length is an acronym that others may use too. */
const LONGEST_ACRONYM = 5

const SHORTEST_TELLING_WORD = 5
/** So many texts are kept with a list's index; then all are forgotten. */
const KEPT_TEXTS = 20_000

/** All listed names that a written name equals or comes near to; of a designation's name each at most once. */
export function findNames(written: WrittenName, kind: Kind | undefined, index: ListIndex): readonly FoundName[] {
  const asked = `${kind ?? ''}${written.isAside ? '(' : ' '}${written.text}`
  const before = index.found.get(asked)
  if (before !== undefined) return before
  const found = find(written, kind, index)
  if (index.found.size >= KEPT_TEXTS) index.found.clear()
  index.found.set(asked, found)
  return found
}

function find(written: WrittenName, kind: Kind | undefined, index: ListIndex): readonly FoundName[] {
  const keys = nameKeys(written.text)
  if (keys.words.length === 0) return []
  const bare = withoutQualifiers(keys, index.qualifiers)
  const found = new Map<number, FoundName>()
  for (const reading of index.readings) {
    const read = reading.romaniser === undefined ? keys : romanised(keys, reading.romaniser)
    addAlike(written, keys, read, kind, reading, found)
    if (bare !== undefined) {
      const readBare = reading.romaniser === undefined ? bare : romanised(bare, reading.romaniser)
      addAlike(written, bare, readBare, kind, reading, found, 'qualifier')
    }
    if (reading.hasNear) addNear(written, read, kind, reading, found)
  }
  return [...found.values()]
}

/** The name without the words that the list knows as mere qualifiers; undefined where it has none, or nothing else. */
function withoutQualifiers({ words }: NameKeys, { before, after }: Qualifiers): NameKeys | undefined {
  const ends = (phrase: readonly string[]) =>
    phrase.every((word, at) => words[words.length - phrase.length + at] === word)
  const starts = (phrase: readonly string[]) => phrase.every((word, at) => words[at] === word)
  const start = before.find(starts)?.length ?? 0
  const end = words.length - (after.find(ends)?.length ?? 0)
  return start >= end || end - start === words.length ? undefined : wordKeys(words.slice(start, end))
}

function addAlike(
  written: WrittenName,
  keys: NameKeys,
  read: NameKeys,
  kind: Kind | undefined,
  reading: Reading,
  found: Map<number, FoundName>,
  more?: Likeness,
): void {
  // An acronym has no sounds to spell: NADA is not NATA.
  const isShort = keys.words.length === 1 && keys.compact.length <= LONGEST_ACRONYM
  if (isShort && reading.romaniser !== undefined) return
  const isLoneAcronym = written.isAside && isShort
  for (const [at, key] of alikeKeys(read, kind === undefined || kind === 'person').entries()) {
    const names = reading.alike[at]?.get(key)
    if (names === undefined) continue
    for (const listed of names) {
      if (kind !== undefined && listed.designation.kind !== kind) continue
      if (found.get(listed.number)?.isCertain === true) continue
      const alike = likenesses(written.text, read, listed, reading)
      add(found, listed, more === undefined ? alike : [...alike, more], !isLoneAcronym)
    }
  }
}

function addNear(
  written: WrittenName,
  read: NameKeys,
  kind: Kind | undefined,
  reading: Reading,
  found: Map<number, FoundName>,
): void {
  const offer = (listed: ListedName, likeness: Likeness) => {
    if (kind === undefined || listed.designation.kind === kind) add(found, listed, [likeness], false)
  }
  const { romaniser } = reading
  if (romaniser !== undefined) {
    for (const listed of reading.near.get(nearKey(read, romaniser)) ?? []) {
      if (listed.keys.numbers === read.numbers) offer(listed, `near-romanisation:${romaniser.name}`)
    }
  }
  for (const key of oneLetterKeys(read)) {
    const names = reading.oneLetter.get(key)
    if (names === undefined) continue
    for (const listed of names) {
      if (listed.keys.numbers === read.numbers && isOneEditApart(read.compact, listed.keys.compact))
        offer(listed, 'one-letter')
    }
  }
  for (const word of read.words) {
    const names = reading.words.get(word)
    if (names === undefined) continue
    for (const listed of names) {
      if (found.has(listed.number)) continue
      const likeness = sharing(written, read, listed)
      if (likeness !== undefined) offer(listed, likeness)
    }
  }
}

function sharing(written: WrittenName, read: NameKeys, listed: ListedName): Likeness | undefined {
  const { keys } = listed
  if (
    isWithinWords(keys.words, read.words) &&
    (keys.compact.length > LONGEST_ACRONYM || isCapitalised(written, listed))
  ) {
    return 'contains-listed-name'
  }
  if (keys.numbers !== '' && read.numbers !== '' && keys.numbers !== read.numbers) return undefined
  if (listed.designation.kind !== 'person') {
    const isNear = isShortFormOf(read, keys) || sharedWeight(read, keys) >= NEAR_SHARE
    return isNear ? 'shared-words' : undefined
  }
  const [few, many] = read.words.length < keys.words.length ? [read, keys] : [keys, read]
  if (read.words.length === 1) return read.compact.length >= LONG_WORD ? 'shared-words' : undefined
  const isShortened =
    few.words.length >= 2 &&
    many.words.length >= LONG_PERSONAL_NAME &&
    few.words.every((word) => many.words.includes(word))
  return isShortened ? 'shared-words' : undefined
}

/** "Tanchon" for Tanchon Commercial Bank: some of its words in their order, one of them telling. */
function isShortFormOf(read: NameKeys, { words }: NameKeys): boolean {
  const isTelling = read.words.some((word, at) => read.weights[at] === 1 && word.length >= SHORTEST_TELLING_WORD)
  return isTelling && isWithinWords(read.words, words)
}

/** A short listed name ("OMM") inside a longer text counts only where the text has it in capitals. */
function isCapitalised(written: WrittenName, { plain }: ListedName): boolean {
  const words = new Set(
    written.text
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word === word.toUpperCase())
      .flatMap(wordsOf),
  )
  return plain.split(' ').every((word) => words.has(word))
}

function add(found: Map<number, FoundName>, listed: ListedName, alike: readonly Likeness[], isCertain: boolean): void {
  const before = found.get(listed.number)
  if (before === undefined || (isCertain && !before.isCertain)) found.set(listed.number, { listed, alike, isCertain })
}

function likenesses(given: string, read: NameKeys, listed: ListedName, reading: Reading): readonly Likeness[] {
  const { keys } = listed
  if (given === listed.text) return ['same-text']
  if (given.toLowerCase() === listed.lower) return ['case']
  if (wordsOf(given).join(' ') === listed.plain) return ['accents-or-punctuation']
  const alike: Likeness[] = []
  if (reading.romaniser !== undefined) alike.push(`romanisation:${reading.romaniser.name}`)
  if (read.sorted === keys.sorted) {
    if (read.words.join(' ') !== keys.words.join(' ')) alike.push('word-order')
  } else {
    alike.push('spacing')
    if (read.compact !== keys.compact) alike.push('word-order')
  }
  if (alike.length === 0) alike.push('company-form-or-spelling')
  return alike
}
