import { plainAt, plainWord, tellAll, type Word, wordAt } from './words.js'

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
  /** The roles of the lexicon's entries that begin here, a bit for each (`rolesAt`); below zero until asked. */
  roles: number
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

/** The units of the run that is cut; longer runs have an array of their own. */
const RUN = new Uint16Array(1 << 14)
const unitAt = String.prototype.charCodeAt

function unitsOf(text: string, from: number, to: number): Uint16Array {
  const length = to - from
  const units = length > RUN.length ? new Uint16Array(length) : RUN
  for (let at = 0; at < length; at++) units[at] = unitAt.call(text, from + at)
  return units
}

/** The same, added to the tokens before. */
export function addTokens(tokens: Token[], text: string, from: number, to: number): void {
  tellAll()
  scan(tokens, text, from, to)
}

function scan(tokens: Token[], text: string, from: number, to: number): void {
  const first = tokens.length
  const units = unitsOf(text, from, to)
  const length = to - from
  let quoted = false
  let lines = 0
  let before = 0
  for (let at = 0; at < length; ) {
    const unit = units[at] as number
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
      at = wordEnd(units, at, length, kind === 3)
      pushWord(tokens, wordAt(units, start, at), from + start, from + at, gap)
    } else if (kind === 4) {
      at = numberEnd(units, at, length)
      tokens.push(token(from + start, from + at, plainAt(units, start, at), 'number', gap))
    } else {
      const next = at + 1 < length ? (units[at + 1] as number) : 32
      at +=
        (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) ||
        ((unit === 96 || unit === 39) && next === unit)
          ? 2
          : 1
      let role: Token['kind'] = 'mark'
      if (unit === 34) {
        role = !quoted && (gap > 0 || next > 32 || tokens.length === first) ? 'open' : 'close'
        quoted = role === 'open'
      } else if (unit === 0x201c || unit === 0x201e || unit === 0xab || (unit === 96 && at - start === 2)) role = 'open'
      else if (unit === 0x201d || unit === 0xbb || (unit === 39 && at - start === 2)) role = 'close'
      const word = role === 'mark' ? plainAt(units, start, at) : QUOTE
      tokens.push(token(from + start, from + at, word, role, gap))
    }
    before = at
  }
}

const QUOTE = plainWord('"')

/** The end of a word: letters and digits, joined by a hyphen, an apostrophe or "&"; or of an acronym with points ("U.N.'s"). */
function wordEnd(units: Uint16Array, start: number, to: number, capital: boolean): number {
  let at = start + 1
  if (capital && isPointed(units, at, to)) {
    while (isPointed(units, at, to)) at += 2
    at++
    at = hyphened(units, at, to)
    const unit = at < to ? units[at] : 0
    if (
      (unit === 39 || unit === 0x2019) &&
      at + 1 < to &&
      ((units[at + 1] as number) | 32) === 115 &&
      !(at + 2 < to && isInner(units[at + 2] as number))
    )
      at += 2
    return at
  }
  for (; at < to; at++) {
    const unit = units[at] as number
    if (isInner(unit)) continue
    const joins = unit === 45 || unit === 39 || unit === 0x2019 || unit === 0x2018
    if (joins && at + 1 < to && isInner(units[at + 1] as number)) continue
    if (unit === 38 && at + 1 < to && kindOf(units[at + 1] as number) === 3) continue
    break
  }
  return at
}

/** A point, a capital and a point. */
function isPointed(units: Uint16Array, at: number, to: number): boolean {
  return at + 2 < to && units[at] === 46 && units[at + 2] === 46 && kindOf(units[at + 1] as number) === 3
}

/** The end of what hyphens join on: "15-member", "U.S.-led". */
function hyphened(units: Uint16Array, from: number, to: number): number {
  let at = from
  while (at + 1 < to && units[at] === 45 && isLetter(units[at + 1] as number)) {
    at += 2
    while (at < to && isLetter(units[at] as number)) at++
  }
  return at
}

/** The end of a number: "2,000", "8:20", "28/05/2009", "5th", "9-3", "15-member". */
function numberEnd(units: Uint16Array, start: number, to: number): number {
  let at = start + 1
  for (; at < to; at++) {
    const unit = units[at] as number
    if (kindOf(unit) === 4) continue
    if (
      (unit === 46 || unit === 44 || unit === 58 || unit === 47) &&
      at + 1 < to &&
      kindOf(units[at + 1] as number) === 4
    )
      continue
    break
  }
  at = hyphened(units, at, to)
  return at + 1 < to && isOrdinal(units[at] as number, units[at + 1] as number) ? at + 2 : at
}

/** "st", "nd", "rd", "th" */
function isOrdinal(one: number, two: number): boolean {
  return (one === 115 && two === 116) || (two === 100 && (one === 110 || one === 114)) || (one === 116 && two === 104)
}

function pushWord(tokens: Token[], word: Word, start: number, end: number, gap: Token['gap']): void {
  const { cut } = word
  if (cut === undefined) tokens.push(token(start, end, word, 'word', gap))
  else {
    tokens.push(token(start, end - cut.letters, cut.head, 'word', gap))
    tokens.push(token(end - cut.letters, end, cut.tail, 'word', 0))
  }
}

/** All tokens have one shape in memory. */
function token(start: number, end: number, word: Word, kind: Token['kind'], gap: Token['gap']): Token {
  return { start, end, key: word.key, lower: word.lower, kind, capital: word.capital, gap, word, roles: -1 }
}

/** The keys under which a dictionary stores a wording: the same cutting as for running text. */
export function keysOf(words: string): string[] {
  if (!/^[A-Za-z ]+$/.test(words)) {
    const tokens: Token[] = []
    scan(tokens, words, 0, words.length)
    return tokens.map((token) => token.key)
  }
  // The common case without a scan.
  return words
    .split(' ')
    .map((word) => (word.length > 1 && word.length < 8 && word === word.toUpperCase() ? word : word.toLowerCase()))
}

/** A noun for several: "officials". */
export function areMany(token: Token | undefined): boolean {
  return token?.capital === false && token.lower.endsWith('s')
}
