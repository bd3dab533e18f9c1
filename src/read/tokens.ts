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
}

const PIECE =
  /(?:\p{Lu}\.){2,}(?:-\p{L}+)*(?:['’]s)?|\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’‘][\p{L}\p{N}][\p{L}\p{M}\p{N}]*|&\p{Lu})*|\d+(?:[.,:/]\d+)*(?:-\p{L}+)*(?:st|nd|rd|th)?|``|''|\S/gu
const MARKS = /\p{M}/gu

/** All tokens between two offsets, in one scan. Straight quotation marks open and close in turn and are reset by an empty line. */
export function tokensOf(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = []
  let before = from
  let quoted = false
  PIECE.lastIndex = from
  for (let match = PIECE.exec(text); match !== null && match.index < to; match = PIECE.exec(text)) {
    const start = match.index
    const piece = match[0]
    const gap = gapBetween(text, before, start)
    if (gap === 3) quoted = false
    before = start + piece.length
    const first = piece.charCodeAt(0)
    if (first === 34) {
      const next = text.charCodeAt(before)
      const opens: boolean = quoted ? false : gap > 0 || !(next <= 32 || Number.isNaN(next)) || tokens.length === 0
      quoted = opens
      tokens.push(mark(start, before, '"', opens ? 'open' : 'close', gap))
    } else if (piece === '``') tokens.push(mark(start, before, '"', 'open', gap))
    else if (piece === "''") tokens.push(mark(start, before, '"', 'close', gap))
    else if (first === 0x201c || first === 0x201e || first === 0xab) tokens.push(mark(start, before, '"', 'open', gap))
    else if (first === 0x201d || first === 0xbb) tokens.push(mark(start, before, '"', 'close', gap))
    else if (isWordStart(piece, first)) pushWord(tokens, piece, start, gap)
    else if (first >= 48 && first <= 57) {
      tokens.push({ start, end: before, key: piece, lower: piece, kind: 'number', capital: false, gap })
    } else tokens.push(mark(start, before, piece, 'mark', gap))
  }
  return tokens
}

function mark(start: number, end: number, key: string, kind: Token['kind'], gap: Token['gap']): Token {
  return { start, end, key, lower: key, kind, capital: false, gap }
}

function isWordStart(piece: string, first: number): boolean {
  return (first >= 65 && first <= 90) || (first >= 97 && first <= 122) || (first > 127 && /^\p{L}/u.test(piece))
}

function gapBetween(text: string, from: number, to: number): Token['gap'] {
  let lines = 0
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) lines++
  return lines > 1 ? 3 : lines === 1 ? 2 : to > from ? 1 : 0
}

function pushWord(tokens: Token[], piece: string, start: number, gap: Token['gap']): void {
  const end = start + piece.length
  const tail = piece.charCodeAt(piece.length - 2)
  if (piece.length > 2 && (tail === 39 || tail === 0x2019) && /['’][sS]$/.test(piece)) {
    push(tokens, piece.slice(0, -2), start, gap)
    tokens.push({ start: end - 2, end, key: "'s", lower: "'s", kind: 'word', capital: false, gap: 0 })
    return
  }
  const short = /^(.+?)(n['’]t|['’](?:ll|re|ve|d|m))$/i.exec(piece)
  if (short !== null && piece.length < 12) {
    const cut = start + (short[1] ?? '').length
    push(tokens, short[1] ?? '', start, gap)
    const key = (short[2] ?? '').replace('’', "'").toLowerCase()
    tokens.push({ start: cut, end, key, lower: key, kind: 'word', capital: false, gap: 0 })
    return
  }
  push(tokens, piece, start, gap)
}

function push(tokens: Token[], piece: string, start: number, gap: Token['gap']): void {
  const plain = foldWord(piece)
  const lower = plain.toLowerCase()
  const capital = plain !== lower && plain.charCodeAt(0) !== lower.charCodeAt(0)
  const bare = plain.includes('.') ? plain.replaceAll('.', '') : plain
  const acronym = capital && bare.length > 1 && bare.length < 8 && bare === bare.toUpperCase()
  tokens.push({
    start,
    end: start + piece.length,
    key: acronym ? bare : lower,
    lower: bare === plain ? lower : bare.toLowerCase(),
    kind: 'word',
    capital,
    gap,
  })
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

/** The keys under which a dictionary stores a wording: the same cutting as for running text. */
export function keysOf(words: string): string[] {
  if (!/^[A-Za-z ]+$/.test(words)) return tokensOf(words).map((token) => token.key)
  // The common case without a scan.
  return words
    .split(' ')
    .map((word) => (word.length > 1 && word.length < 8 && word === word.toUpperCase() ? word : word.toLowerCase()))
}
