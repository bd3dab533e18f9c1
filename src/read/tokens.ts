import { plainWord, type Word, wordOf } from './words.js'

/** A word, number or mark of the text, with its UTF-16 place. */
export interface Token {
  readonly start: number
  readonly end: number
  /** What dictionaries are asked for: lower case without accents; acronyms in capitals without dots ("U.N." is "UN"). */
  readonly key: string
  readonly lower: string
  readonly kind: 'word' | 'number' | 'mark' | 'open' | 'close'
  readonly capital: boolean
  /** White space before it: 0 none, 1 space, 2 a line break, 3 an empty line. */
  readonly gap: 0 | 1 | 2 | 3
  /** What is known of its form. */
  readonly word: Word
}

/** What a UTF-16 unit is: 1 white space, 2 lower-case or other letter, 3 capital letter, 4 digit, 5 anything else. Filled as it is asked for. */
const KINDS = new Uint8Array(65_536)
function kindOf(unit: number): number {
  const known = KINDS[unit]
  if (known !== 0 && known !== undefined) return known
  const char = String.fromCharCode(unit)
  const kind = /\s/.test(char)
    ? 1
    : /\p{Lu}/u.test(char)
      ? 3
      : /[\p{L}\p{M}]/u.test(char)
        ? 2
        : /\p{N}/u.test(char)
          ? 4
          : 5
  KINDS[unit] = kind
  return kind
}
const isLetter = (unit: number) => {
  const kind = kindOf(unit)
  return kind === 2 || kind === 3
}
const isInner = (unit: number) => {
  const kind = kindOf(unit)
  return kind >= 2 && kind <= 4
}

/** All tokens between two offsets, in one scan. Straight quotation marks open and close in turn and are reset by an empty line. */
export function tokensOf(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = []
  addTokens(tokens, text, from, to)
  return tokens
}

/** The same, added to the tokens before. */
export function addTokens(tokens: Token[], text: string, from: number, to: number): void {
  const first = tokens.length
  let quoted = false
  let lines = 0
  let before = from
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at)
    const kind = kindOf(unit)
    if (kind === 1) {
      if (unit === 10) lines++
      at++
      continue
    }
    const gap: Token['gap'] = lines > 1 ? 3 : lines === 1 ? 2 : at > before ? 1 : 0
    lines = 0
    if (gap === 3) quoted = false
    const start = at
    if (kind === 2 || kind === 3) {
      at = wordEnd(text, at, to, kind === 3)
      pushWord(tokens, text.slice(start, at), start, gap)
    } else if (kind === 4) {
      at = numberEnd(text, at, to)
      tokens.push(token(start, at, plainWord(text.slice(start, at)), 'number', gap))
    } else {
      const next = at + 1 < to ? text.charCodeAt(at + 1) : 32
      at +=
        (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) ||
        ((unit === 96 || unit === 39) && next === unit)
          ? 2
          : 1
      if (unit === 34) {
        const opens: boolean = quoted ? false : gap > 0 || next > 32 || tokens.length === first
        quoted = opens
        tokens.push(mark(start, at, '"', opens ? 'open' : 'close', gap))
      } else if (unit === 0x201c || unit === 0x201e || unit === 0xab || (unit === 96 && at - start === 2))
        tokens.push(mark(start, at, '"', 'open', gap))
      else if (unit === 0x201d || unit === 0xbb || (unit === 39 && at - start === 2))
        tokens.push(mark(start, at, '"', 'close', gap))
      else tokens.push(mark(start, at, text.slice(start, at), 'mark', gap))
    }
    before = at
  }
}

/** The end of a word: letters and digits, joined by a hyphen, an apostrophe or "&"; or of an acronym with points ("U.N.'s"). */
function wordEnd(text: string, start: number, to: number, capital: boolean): number {
  let at = start + 1
  if (
    capital &&
    text.charCodeAt(at) === 46 &&
    at + 2 < to &&
    text.charCodeAt(at + 2) === 46 &&
    kindOf(text.charCodeAt(at + 1)) === 3
  ) {
    while (
      at + 2 < to &&
      text.charCodeAt(at) === 46 &&
      kindOf(text.charCodeAt(at + 1)) === 3 &&
      text.charCodeAt(at + 2) === 46
    )
      at += 2
    at++
    while (at + 1 < to && text.charCodeAt(at) === 45 && isLetter(text.charCodeAt(at + 1))) {
      at += 2
      while (at < to && isLetter(text.charCodeAt(at))) at++
    }
    const unit = text.charCodeAt(at)
    if (
      (unit === 39 || unit === 0x2019) &&
      at + 1 < to &&
      (text.charCodeAt(at + 1) | 32) === 115 &&
      !(at + 2 < to && isInner(text.charCodeAt(at + 2)))
    )
      at += 2
    return at
  }
  for (; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (isInner(unit)) continue
    const joins = unit === 45 || unit === 39 || unit === 0x2019 || unit === 0x2018
    if (joins && at + 1 < to && isInner(text.charCodeAt(at + 1))) continue
    if (unit === 38 && at + 1 < to && kindOf(text.charCodeAt(at + 1)) === 3) continue
    break
  }
  return at
}

/** The end of a number: "2,000", "8:20", "28/05/2009", "5th", "9-3", "15-member". */
function numberEnd(text: string, start: number, to: number): number {
  let at = start + 1
  for (; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (kindOf(unit) === 4) continue
    if (
      (unit === 46 || unit === 44 || unit === 58 || unit === 47) &&
      at + 1 < to &&
      kindOf(text.charCodeAt(at + 1)) === 4
    )
      continue
    break
  }
  while (at + 1 < to && text.charCodeAt(at) === 45 && isLetter(text.charCodeAt(at + 1))) {
    at += 2
    while (at < to && isLetter(text.charCodeAt(at))) at++
  }
  const tail = text.slice(at, at + 2)
  if (tail === 'st' || tail === 'nd' || tail === 'rd' || tail === 'th') at += 2
  return at
}

function mark(start: number, end: number, key: string, kind: Token['kind'], gap: Token['gap']): Token {
  return token(start, end, plainWord(key), kind, gap)
}

const POSSESSIVE = plainWord("'s")
const SHORT = /^(.+?)(n['’]t|['’](?:ll|re|ve|d|m))$/i

function pushWord(tokens: Token[], piece: string, start: number, gap: Token['gap']): void {
  const end = start + piece.length
  const apostrophe = piece.length > 2 && (piece.includes("'") || piece.includes('’'))
  if (apostrophe) {
    const tail = piece.charCodeAt(piece.length - 2)
    if ((tail === 39 || tail === 0x2019) && (piece.charCodeAt(piece.length - 1) | 32) === 115) {
      push(tokens, piece.slice(0, -2), start, gap)
      tokens.push(token(end - 2, end, POSSESSIVE, 'word', 0))
      return
    }
    const short = piece.length < 12 ? SHORT.exec(piece) : null
    if (short !== null) {
      const cut = start + (short[1] ?? '').length
      push(tokens, short[1] ?? '', start, gap)
      tokens.push(token(cut, end, plainWord((short[2] ?? '').replace('’', "'").toLowerCase()), 'word', 0))
      return
    }
  }
  push(tokens, piece, start, gap)
}

function push(tokens: Token[], piece: string, start: number, gap: Token['gap']): void {
  tokens.push(token(start, start + piece.length, wordOf(piece), 'word', gap))
}

/** All tokens have one shape in memory. */
function token(start: number, end: number, word: Word, kind: Token['kind'], gap: Token['gap']): Token {
  return { start, end, key: word.key, lower: word.lower, kind, capital: word.capital, gap, word }
}

/** The keys under which a dictionary stores a wording: the same cutting as for running text. */
export function keysOf(words: string): string[] {
  if (!/^[A-Za-z ]+$/.test(words)) return tokensOf(words).map((token) => token.key)
  // The common case without a scan.
  return words
    .split(' ')
    .map((word) => (word.length > 1 && word.length < 8 && word === word.toUpperCase() ? word : word.toLowerCase()))
}
