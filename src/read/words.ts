import { LONG, Spellings } from './spellings.js'
import type { VerbForm } from './verbs.js'

/** A form of a word, one object for all its occurrences in all texts, so that what dictionaries know of it is asked once. */
export interface Word {
  /** As texts have it. */
  readonly spelling: string
  /** What dictionaries are asked for: lower case without accents; acronyms in capitals without dots ("U.N." is "UN"). */
  readonly key: string
  readonly lower: string
  readonly capital: boolean
  /** Whether it has a hyphen, a dash or a slash. */
  readonly compound: boolean
  /** Whether it ends as adjectives do. */
  readonly adjectival: boolean
  /** Whether it is a possessive pronoun. */
  readonly possessive: boolean
  /** Whether it may stand between the words of a wording without counting: "came out strongly against", "voted on Monday against". */
  readonly passing: boolean
  /** It may begin a time that stands so: "last week". */
  readonly timing: boolean
  /** The signs of the words as which it may stand in a wording. */
  readonly signs: number
  /** Which dictionaries have a wording that begins with it, one bit for each. */
  starts: number
  /** The numbers that dictionaries gave its key, and its lower case where that is another; 0 where no wording has it. */
  keyed: number
  lowered: number
  /** What each dictionary knows of the wordings that begin with it, by the dictionary's number. */
  openings: (object | undefined)[]
  /** Which word sets it is in, one bit for each. */
  sets: readonly number[]
  /** The verb and the class of small words that it is a form of; null until the lexicon is asked. */
  verb: VerbForm | undefined | null
  small: string | undefined | null
  /** Its rows in a table of weights, by the kind of sign that it is, and which table they are of. */
  rows: Int32Array | undefined
  rowsIn: object | undefined
  /** "Russia's", "won't": the words into which texts cut it, and how many letters the second has. */
  readonly cut: Cut | undefined
}
interface Cut {
  readonly head: Word
  readonly tail: Word
  readonly letters: number
}

/** More forms than this are forgotten and learnt again, so that memory stays flat however many texts are read. */
const MOST_FORMS = 50_000
const NONE: readonly number[] = []
const MARKS = /\p{M}/gu
const forms = new Spellings(learn, MOST_FORMS)
const plain = new Spellings(learnPlain, MOST_FORMS)

/** Those who tell of each form what dictionaries and word sets have of it, and whether any of these grew since all forms were told of. */
const tellers: ((word: Word) => void)[] = []
let hasGrown = false

/** Registers one who tells what is known of a form. */
export function tellOfWords(teller: (word: Word) => void): void {
  tellers.push(teller)
}

/** A dictionary or word set has grown: mostly while the rooms are loaded. */
export function grew(): void {
  hasGrown = true
}

/** Tells of all forms anew where something has grown, so that nobody who asks needs to wonder whether a form is told of. */
export function tellAll(): void {
  if (!hasGrown) return
  hasGrown = false
  forms.each(tell)
  plain.each(tell)
}

function tell(word: Word): void {
  for (const teller of tellers) teller(word)
}

/** The word that units of a text spell; where a possessive or a short form ends it, with the two words that it is cut into. */
export function wordAt(units: Uint16Array, from: number, to: number): Word {
  return forms.at(units, from, to)
}

/** The word of units that are no name and read as they are written: a mark, a number. */
export function plainAt(units: Uint16Array, from: number, to: number): Word {
  return plain.at(units, from, to)
}

/** The word that a piece of text spells. */
export function wordOf(piece: string): Word {
  return forms.at(unitsOf(piece), 0, piece.length)
}

/** A word that is no name and reads as it is written: "'s". */
export function plainWord(key: string): Word {
  return plain.at(unitsOf(key), 0, key.length)
}

function unitsOf(piece: string): Uint16Array {
  return Uint16Array.from(piece, (char) => char.charCodeAt(0))
}

/** One of 32 signs, told by a word's letters: words of different signs are different. */
export function signOf(key: string): number {
  const { length } = key
  return 1 << ((key.charCodeAt(0) * 7 + key.charCodeAt(length - 1) * 3 + key.charCodeAt(length >> 1) + length) & 31)
}

const POSSESSIVES = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your'])

const PASSING = new Set(
  'again also hard yesterday today tomorrow still monday tuesday wednesday thursday friday saturday sunday'.split(' '),
)
/** What `timeWords` may begin with. */
const TIMING = new Set('on in last this next earlier later late early'.split(' '))
const NO_ADVERBS = new Set(
  'only hardly barely scarcely rarely nearly rally ally reply supply apply comply imply rely multiply family assembly july italy early daily likely unlikely friendly costly deadly monopoly anomaly homily bully tally folly elderly lonely orderly unfriendly untimely timely belly'.split(
    ' ',
  ),
)

function passes(lower: string): boolean {
  return PASSING.has(lower) || (lower.length > 4 && lower.endsWith('ly') && !NO_ADVERBS.has(lower))
}

/** "al-Bashir": a name, though its article has no capital. */
const ARABIC_NAME = /^(?:al|el|as|ad|an|ar|at|az|ash|ul)[-'\u2019][A-Z]/

/** All words have one shape in memory. */
function made(spelling: string, key: string, lower: string, capital: boolean, cut?: Cut): Word {
  const possessive = POSSESSIVES.has(lower)
  const passing = passes(lower)
  // Behind words that may be passed over anything may follow.
  const timing = TIMING.has(lower)
  const signs = passing || timing ? -1 : signOf(key) | signOf(lower) | (possessive ? signOf('its') : 0)
  const word: Word = {
    spelling,
    key,
    lower,
    capital,
    compound: /[-–/]/.test(lower),
    adjectival: /(?:ous|ful|ive|able|ible|ic|al|less|ary|ant|ent|ese|ish|ian)$/.test(lower),
    possessive,
    passing,
    timing,
    signs,
    starts: 0,
    keyed: 0,
    lowered: 0,
    openings: [],
    sets: NONE,
    verb: null,
    small: null,
    rows: undefined,
    rowsIn: undefined,
    cut,
  }
  if (!hasGrown) tell(word)
  return word
}

function learn(spelling: string): Word {
  const cut = cutOf(spelling)
  const folded = foldWord(spelling)
  const lower = folded.toLowerCase()
  if (folded === lower) {
    const key = owned(lower)
    return made(spelling, key, key, false, cut)
  }
  const capital = folded.charCodeAt(0) !== lower.charCodeAt(0) || ARABIC_NAME.test(folded)
  const bare = folded.includes('.') ? folded.replaceAll('.', '') : folded
  const acronym = capital && bare.length > 1 && bare.length < 8 && bare === bare.toUpperCase()
  return made(
    spelling,
    owned(acronym ? bare : lower),
    owned(bare === folded ? lower : bare.toLowerCase()),
    capital,
    cut,
  )
}

/** A mark or a number. */
function learnPlain(spelling: string): Word {
  const key = owned(spelling)
  return made(key, key, key, false)
}

const SHORT = /^(.+?)(n['’]t|['’](?:ll|re|ve|d|m))$/i

function cutOf(spelling: string): Cut | undefined {
  const { length } = spelling
  if (length < 3 || !/['’]/.test(spelling)) return undefined
  if (/['’]s$/i.test(spelling)) return { head: wordOf(spelling.slice(0, -2)), tail: plainWord("'s"), letters: 2 }
  const short = length < 12 ? SHORT.exec(spelling) : null
  if (short === null) return undefined
  const [, head = '', tail = ''] = short
  return { head: wordOf(head), tail: plainWord(tail.replace('’', "'").toLowerCase()), letters: tail.length }
}

/**
 * A copy that holds no larger text in memory, in the one form in which the engine compares strings fastest (that of property names). A single
 * string in another form ("15") slows down every comparison that ever meets it.
 */
function owned(piece: string): string {
  // Words so long are kept nowhere.
  if (piece.length > LONG) return piece
  let copy = ''
  for (let at = 0; at < piece.length; at++) copy += String.fromCharCode(piece.charCodeAt(at))
  // Numbers are no names of properties in that form; but the parser keeps short strings as it keeps names.
  return NUMERIC.test(copy) ? JSON.parse(`"${copy}"`) : (Object.keys({ [copy]: 0 })[0] ?? copy)
}

const NUMERIC = /^\d+$/

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
