import type { VerbForm } from './verbs.js'

/** A form of a word, one object for all its occurrences in all texts, so that what dictionaries know of it is asked once. */
export interface Word {
  /** What dictionaries are asked for: lower case without accents; acronyms in capitals without dots ("U.N." is "UN"). */
  readonly key: string
  readonly lower: string
  readonly capital: boolean
  /** Whether it has a hyphen, a dash or a slash. */
  readonly compound: boolean
  /** Whether it is a possessive pronoun. */
  readonly possessive: boolean
  /** The signs of the words as which it may stand in a wording. */
  readonly signs: number
  /** Which dictionaries have a wording that begins with it, one bit for each, as of the time when they were asked. */
  starts: number
  asOf: number
  /** What each dictionary knows of the wordings that begin with it, by the dictionary's number. */
  openings: (object | undefined)[]
  /** Which word sets it is in, one bit for each, as of the time when they were asked. */
  sets: readonly number[]
  setsAsOf: number
  /** The verb and the class of small words that it is a form of; null until the lexicon is asked. */
  verb: VerbForm | undefined | null
  small: string | undefined | null
}

/** More forms than this are forgotten and learnt again, so that memory stays flat however many texts are read. */
const MOST_FORMS = 50_000
/** Longer runs of digits are kept nowhere. */
const LONG = 40
const forms = new Map<string, Word>()
const plain = new Map<string, Word>()
const NONE: readonly number[] = []
const MARKS = /\p{M}/gu

/** The word that a piece of text spells. */
export function wordOf(piece: string): Word {
  const known = forms.get(piece)
  if (known !== undefined) return known
  if (forms.size >= MOST_FORMS) forms.clear()
  const word = learn(piece)
  forms.set(owned(piece), word)
  return word
}

/** A word that is no name and reads as it is written: a mark, a number, "'s". */
export function plainWord(key: string): Word {
  if (key.length > LONG) return made(key, key, false)
  const known = plain.get(key)
  if (known !== undefined) return known
  if (plain.size >= MOST_FORMS) plain.clear()
  const piece = owned(key)
  const word = made(piece, piece, false)
  plain.set(piece, word)
  return word
}

/** One of 32 signs, told by a word's letters: words of different signs are different. */
export function signOf(key: string): number {
  const { length } = key
  return 1 << ((key.charCodeAt(0) * 7 + key.charCodeAt(length - 1) * 3 + key.charCodeAt(length >> 1) + length) & 31)
}

const POSSESSIVES = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your'])

/** All words have one shape in memory. */
function made(key: string, lower: string, capital: boolean): Word {
  const possessive = POSSESSIVES.has(lower)
  const signs = signOf(key) | signOf(lower) | (possessive ? signOf('its') : 0)
  return {
    key,
    lower,
    capital,
    compound: /[-–/]/.test(lower),
    possessive,
    signs,
    starts: 0,
    asOf: -1,
    openings: [],
    sets: NONE,
    setsAsOf: -1,
    verb: null,
    small: null,
  }
}

function learn(piece: string): Word {
  const folded = foldWord(piece)
  const lower = folded.toLowerCase()
  if (folded === lower) {
    const key = owned(lower)
    return made(key, key, false)
  }
  const capital = folded.charCodeAt(0) !== lower.charCodeAt(0)
  const bare = folded.includes('.') ? folded.replaceAll('.', '') : folded
  const acronym = capital && bare.length > 1 && bare.length < 8 && bare === bare.toUpperCase()
  return made(owned(acronym ? bare : lower), owned(bare === folded ? lower : bare.toLowerCase()), capital)
}

/** A copy that holds no larger text in memory, in the one form in which the engine compares strings fastest (that of property names). */
function owned(piece: string): string {
  let copy = ''
  for (let at = 0; at < piece.length; at++) copy += String.fromCharCode(piece.charCodeAt(at))
  return Object.keys({ [copy]: 0 })[0] ?? copy
}

function foldWord(piece: string): string {
  let ascii = true
  for (let at = 0; at < piece.length && ascii; at++) ascii = piece.charCodeAt(at) < 128
  if (ascii) return piece
  return piece
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[’‘]/g, "'")
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
}
