import anyAscii from 'any-ascii'
import { names as table } from '#data/names'
import type { NamesData, Romanisation } from './names-data.js'

const data = table as NamesData
const companyForms = new Set(data.companyForms)
const prefixes = new Set(data.prefixes)
const spellings = new Map(Object.entries(data.spellings))
const weights = new Map(data.lightWords.flatMap(({ weight, words }) => words.map((word) => [word, weight] as const)))

const KEPT_WORDS = 20_000
const ASCII = /^[\0-\x7f]*$/
const LONE_DOTS = /\b([a-z])\.(?=[a-z]\b)/gi
const [APOSTROPHE, BACKTICK, QUOTE, AMPERSAND] = ["'", '`', '"', '&'].map((sign) => sign.charCodeAt(0))

/** The words of a name in lower-case ASCII, without accents, apostrophes and punctuation; nothing is left out yet. */
export function wordsOf(text: string): string[] {
  const ascii = ASCII.test(text) ? text : anyAscii(text.replace(/[’ʼʻ‘ʿʾ´]/g, "'"))
  const plain = (ascii.includes('.') ? ascii.replace(LONE_DOTS, '$1') : ascii).toLowerCase()
  const words: string[] = []
  let word = ''
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at)
    if ((code > 96 && code < 123) || (code > 47 && code < 58)) {
      word += plain[at]
      continue
    }
    if (code === APOSTROPHE || code === BACKTICK || code === QUOTE) continue
    if (word !== '') words.push(word)
    word = ''
    if (code === AMPERSAND) words.push('and')
  }
  if (word !== '') words.push(word)
  return words
}

/** The words that a name is matched by: one spelling for each, without "the", "MV", "No." and legal forms. */
export function nameWords(text: string): string[] {
  const words = wordsOf(text).map((word) => spellings.get(word) ?? word)
  for (let at = words.length - 2; at >= 0; at--) {
    const isLeftOut =
      words[at] === 'the' || ((words[at] === 'no' || words[at] === 'nr') && isNumber(words[at + 1] ?? ''))
    if (isLeftOut) words.splice(at, 1)
  }
  let start = 0
  let end = words.length
  while (end - start > 1 && companyForms.has(words[end - 1] ?? '')) end--
  while (end - start > 1 && prefixes.has(words[start] ?? '')) start++
  return words.slice(start, end)
}

/** A name in the one form in which names are compared; `normalise(normalise(x)) === normalise(x)`. */
export function normalise(text: string): string {
  return nameWords(text).join(' ')
}

/** Of a word of `wordsOf`: figures alone. */
export function isNumber(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 57) return false
  return word !== ''
}

/** How much a word says about who is meant: 1, or less for words such as "trading". */
export function weightOf(word: string): number {
  return weights.get(word) ?? 1
}

/** Reads names of one language into one spelling. */
export interface Romaniser {
  readonly name: string
  readonly states: ReadonlySet<string>
  /** Articles that are left out of names of more than one word. */
  readonly drops: ReadonlySet<string>
  /** A word as the language's spellings have it in common. */
  readonly same: (word: string) => string
  /** Coarser, of a word already read by `same`: alike more often than not. */
  readonly near: (word: string) => string
}

export const romanisers: readonly Romaniser[] = data.romanisations.map(romaniser)

function romaniser(table: Romanisation): Romaniser {
  const words = turned(table.words)
  const letters = reader(table.letters)
  const near = reader(table.near)
  return {
    name: table.name,
    states: new Set(table.states),
    drops: new Set(table.drop),
    same: remembered((word) => (isNumber(word) ? word : letters(words.get(word) ?? word))),
    near: remembered(near),
  }
}

/** The same function, quicker for words that come again. */
function remembered(read: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const found = read(word)
    if (known.size >= KEPT_WORDS) known.clear()
    known.set(word, found)
    return found
  }
}

function turned(variants: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(Object.entries(variants).flatMap(([kept, all]) => all.map((one) => [one, kept] as const)))
}

/** Replaces letters by what they are read as, in one pass from left to right, the longest first. */
function reader(variants: Readonly<Record<string, readonly string[]>>): (word: string) => string {
  const reads = turned(variants)
  const longest = [...reads.keys()].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(longest.join('|'), 'g')
  return (word) => word.replace(pattern, (found) => reads.get(found) ?? found)
}

/** The least of a text's rotations, so that "hojinyun" and "yunhojin" meet: names with the family name first or last. */
export function ring(text: string): string {
  const twice = text + text
  let best = 0
  for (let start = 1; start < text.length; start++) {
    let at = 0
    while (at < text.length && twice.charCodeAt(start + at) === twice.charCodeAt(best + at)) at++
    if (at < text.length && twice.charCodeAt(start + at) < twice.charCodeAt(best + at)) best = start
  }
  return twice.slice(best, best + text.length)
}
