import { analyse } from 'chardet'
import { PenholderError, type Problem } from '../errors.js'

export interface Decoded {
  readonly text: string
  /** WHATWG label of the encoding that was used. */
  readonly encoding: string
}

export interface EncodingHints {
  /** What the user says: taken alone, or the text is refused. */
  readonly given?: string | undefined
  /** What HTTP or the page itself declares: tried, and not believed against the bytes. */
  readonly declared?: string | undefined
}

const MIN_CONFIDENCE = 40
const SAMPLE = 128 * 1024
const MAX_CONTROLS = 0.002
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF: save its text first'],
  ['PK\x03\x04', 'a zip or office file: save its text first'],
  ['\xd0\xcf\x11\xe0', 'an old office file: save its text first'],
  ['{\\rtf', 'rich text: save it as plain text first'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\x7fELF', 'a program'],
  ['BZh9', 'a bzip2 archive: unpack it first'],
  ['\xfd7zXZ', 'an xz archive: unpack it first'],
  ['7z\xbc\xaf', 'a 7z archive: unpack it first'],
  ['\x28\xb5\x2f\xfd', 'a zstd archive: unpack it first'],
  ['\x1f\x8b', 'gzip within gzip: unpack it first'],
]
/** What windows-1252 has at 80 to 9F; five places are empty. */
const WINDOWS_1252 = [
  '€',
  '',
  '‚',
  'ƒ',
  '„',
  '…',
  '†',
  '‡',
  'ˆ',
  '‰',
  'Š',
  '‹',
  'Œ',
  '',
  'Ž',
  '',
  '',
  '‘',
  '’',
  '“',
  '”',
  '•',
  '–',
  '—',
  '˜',
  '™',
  'š',
  '›',
  'œ',
  '',
  'ž',
  'Ÿ',
]
/** How seven-bit escape encodings such as ISO-2022-JP switch their alphabet. */
const ESCAPES = ['\x1b$', '\x1b(']

/**
 * The text of the bytes without its byte order mark. A mark wins, then strict UTF-8, then what is declared, then what
 * the bytes look like. Throws `unsupported` for a binary file and for bytes that no encoding explains well enough:
 * a letter is never replaced by a mark of doubt.
 */
export function decode(bytes: Uint8Array, hints: EncodingHints = {}): Decoded {
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) return strictly(bytes, marked)
  const kind = binaryKind(bytes)
  if (kind !== undefined) throw unsupported(`not a text but ${kind}`, 'plain text, Markdown, HTML, EML or JSON Lines')
  if (hints.given !== undefined) return strictly(bytes, knownLabel(hints.given))
  const wide = withoutMark(bytes)
  if (wide !== undefined) return strictly(bytes, wide)
  if (isBinary(bytes)) throw unsupported('not a text but binary data', 'plain text, Markdown, HTML, EML or JSON Lines')
  return decodeNarrow(bytes, hints.declared)
}

function decodeNarrow(bytes: Uint8Array, declared: string | undefined): Decoded {
  const utf8 = attempt(bytes, 'utf-8')
  // A seven-bit escape encoding is valid UTF-8 too.
  if (utf8 !== undefined && !ESCAPES.some((start) => utf8.text.includes(start))) return utf8
  const label = declared === undefined ? undefined : labelOf(declared)
  if (label !== undefined && label !== 'utf-8') {
    const stated = attempt(bytes, label)
    if (stated !== undefined && !hasC1(stated.text)) return stated
  }
  const broken = brokenUtf8(bytes)
  if (broken !== undefined) {
    throw unsupported(`UTF-8 with a wrong byte at offset ${broken}`, 'whole UTF-8', 'get the file again or mend it')
  }
  return detected(bytes)
}

function detected(bytes: Uint8Array): Decoded {
  const guesses = analyse(sampleOf(bytes))
  const [best] = guesses
  const label = best === undefined ? undefined : labelOf(best.name)
  const decoded =
    best === undefined || label === undefined || best.confidence < MIN_CONFIDENCE ? undefined : attempt(bytes, label)
  if (decoded !== undefined && looksWritten(decoded)) return decoded
  const names = guesses.slice(0, 3).map((guess) => `${guess.name} (${guess.confidence} %)`)
  throw unsupported(
    `not UTF-8, and its encoding can't be told${names.length > 0 ? `: perhaps ${names.join(', ')}` : ''}`,
    'UTF-8, or bytes that one encoding explains',
    'name it with --encoding, or save it as UTF-8',
  )
}

/** Bytes from shortly before the first that is not ASCII: what goes before tells nothing, and detection is slow. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 127 || byte === 27)
  const from = Math.max(0, first - SAMPLE / 8)
  return bytes.subarray(from, from + SAMPLE)
}

/** In a western single-byte reading: no symbol inside a word, no capital after a small letter, no control characters. */
function looksWritten({ text, encoding }: Decoded): boolean {
  if (hasC1(text)) return false
  if (!/^(windows|iso)-/.test(encoding)) return true
  return !/\p{L}[\u00a0-\u00a9\u00ab-\u00b9\u00bb-\u00bf\u00d7\u00f7]\p{L}|\p{Ll}[\u00c0-\u00de](?!\p{Lu})/u.test(text)
}

/**
 * Some releases of Node 20 and 22 read windows-1252 as ISO 8859-1, which makes control characters of its quotation
 * marks and dashes. No text means those, so they are put right.
 */
export function westernMended(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] || letter)
}

function hasC1(text: string): boolean {
  return /[\u0080-\u0084\u0086-\u009f]/.test(text)
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw unsupported('UTF-32', 'UTF-8 or UTF-16', 'save it as UTF-8')
  }
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

/** UTF-16 that lacks its mark: mostly Latin text has a zero in every other byte. */
function withoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, Math.min(bytes.length, 4096) & ~1)
  if (sample.length < 8) return undefined
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = sample.length / 2
  if (odd > half * 0.6 && even === 0) return 'utf-16le'
  return even > half * 0.6 && odd === 0 ? 'utf-16be' : undefined
}

function binaryKind(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  return SIGNATURES.find(([start]) => head.startsWith(start))?.[1]
}

function isBinary(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++
  }
  return controls > 4 && controls > bytes.length * MAX_CONTROLS
}

/** Offset of the first byte that breaks what is otherwise clearly UTF-8; undefined where it isn't. */
function brokenUtf8(bytes: Uint8Array): number | undefined {
  let [whole, broken, first] = [0, 0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    const length =
      byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xc2 && byte < 0xe0 ? 2 : 0
    let tail = 1
    while (tail < length && ((bytes[at + tail] ?? 0) & 0xc0) === 0x80) tail++
    if (length > 0 && tail === length) {
      whole++
      at += length - 1
    } else if (broken++ === 0) first = at
  }
  return whole > 2 * broken && broken > 0 ? first : undefined
}

function strictly(bytes: Uint8Array, label: string): Decoded {
  const decoded = attempt(bytes, label)
  if (decoded === undefined) {
    throw unsupported(`not ${label} throughout, though marked or named so`, `whole ${label}`, 'name the right encoding')
  }
  return decoded
}

function attempt(bytes: Uint8Array, label: string): Decoded | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    const text = decoder.decode(bytes)
    return { text: decoder.encoding === 'windows-1252' ? westernMended(text) : text, encoding: decoder.encoding }
  } catch {
    return undefined
  }
}

function labelOf(name: string): string | undefined {
  try {
    return new TextDecoder(name.trim()).encoding
  } catch {
    return undefined
  }
}

function knownLabel(name: string): string {
  const label = labelOf(name)
  if (label === undefined) {
    const expected = 'a label such as utf-8, windows-1252, windows-1251, shift_jis, gb18030, utf-16le'
    throw new PenholderError({ code: 'bad-input', what: `"${name}" is no encoding that is known here`, expected })
  }
  return label
}

function unsupported(what: string, expected: string, todo?: string): PenholderError {
  const problem: Problem = { code: 'unsupported', what, expected }
  return new PenholderError(todo === undefined ? problem : { ...problem, todo })
}
