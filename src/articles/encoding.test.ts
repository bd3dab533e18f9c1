import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from './encoding.js'

const ascii = 'The Security Council met on Thursday, and the envoys said that a vote could come next week. '
/** Bytes of a single-byte encoding, by its own table read backwards. */
function encode(text: string, label: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(label).decode(Uint8Array.of(byte)), byte] as const),
  )
  return Uint8Array.from([...text].map((letter) => table.get(letter) ?? 63))
}
/** Node's own table for windows-1252 is wrong in some releases. */
function western(text: string): Uint8Array {
  const table: Readonly<Record<string, string>> = { '’': '\x92', '“': '\x93', '”': '\x94', '–': '\x96' }
  return Buffer.from(
    text.replace(/[’“”–]/g, (letter) => table[letter] ?? ''),
    'latin1',
  )
}
const latin = `${ascii}Côte d’Ivoire’s ambassador called the text “balanced” – and São Tomé agreed.`
const russian = 'Совет Безопасности проголосовал за резолюцию. Россия воздержалась, сообщил представитель министерства.'

describe('decoding', () => {
  it('reads UTF-8 with and without a mark, and UTF-16 of both orders', () => {
    expect(decode(Buffer.from(latin))).toEqual({ text: latin, encoding: 'utf-8' })
    expect(decode(Buffer.from(`\ufeff${latin}`)).text).toBe(latin)
    expect(decode(Buffer.from(`\ufeff${latin}`, 'utf16le'))).toEqual({ text: latin, encoding: 'utf-16le' })
    expect(decode(Buffer.from(`\ufeff${latin}`, 'utf16le').swap16())).toEqual({ text: latin, encoding: 'utf-16be' })
    expect(decode(Buffer.from(latin, 'utf16le')).text).toBe(latin)
  })

  it('tells western, Cyrillic and Japanese bytes by themselves', () => {
    expect(decode(western(latin)).text).toBe(latin)
    expect(decode(Buffer.from(`${ascii}Fran\xe7ois agreed.`, 'latin1')).text).toContain('François')
    expect(decode(encode(russian, 'windows-1251')).text).toBe(russian)
    const japanese = Buffer.from(
      '88c0915395db8fe1979d8e9689ef82cd96d8976a93fa8141966b92a9914e82cc837e83548343838b94ad8ecb82f094f193ef82b582bd8142',
      'hex',
    )
    expect(decode(japanese)).toEqual({
      text: '安全保障理事会は木曜日、北朝鮮のミサイル発射を非難した。',
      encoding: 'shift_jis',
    })
  })

  it('believes what is declared only where the bytes allow it', () => {
    const bytes = encode(russian, 'koi8-r')
    expect(decode(bytes, { declared: 'koi8-r' }).text).toBe(russian)
    expect(decode(Buffer.from(latin), { declared: 'windows-1252' }).text).toBe(latin)
    expect(decode(western(latin), { declared: 'utf-8' }).text).toBe(latin)
    expect(decode(encode(russian, 'windows-1251'), { declared: 'no-such-thing' }).text).toBe(russian)
  })

  it('takes the encoding that the user names, or refuses', () => {
    expect(decode(encode('Wałęsa', 'iso-8859-2'), { given: 'iso-8859-2' }).text).toBe('Wałęsa')
    expect(() => decode(western(latin), { given: 'utf-8' })).toThrow(/not utf-8 throughout/)
    expect(() => decode(Buffer.from(ascii), { given: 'klingon' })).toThrow(/"klingon" is no encoding/)
  })

  it('refuses what it would mangle', () => {
    const cut = Buffer.from(latin.repeat(3))
    cut[cut.indexOf(0xc3) + 1] = 0x20
    expect(() => decode(cut)).toThrow(/UTF-8 with a wrong byte at offset \d+/)
    // Polish and Mac bytes read as western would put a symbol or a capital inside a word.
    expect(() => decode(Buffer.from(`${ascii}Wa\xb3\xeasa agreed.`, 'latin1'))).toThrow(/--encoding/)
    expect(() => decode(Buffer.from(`${ascii}They don\xd5t agree.`, 'latin1'))).toThrow(/--encoding/)
    expect(() => decode(Uint8Array.of(0xff, 0xfe, 0, 0, 65, 0, 0, 0))).toThrow(/UTF-32/)
  })

  it('refuses binary data and says what they are', () => {
    expect(() => decode(Buffer.from('%PDF-1.7\n...'))).toThrow(/a PDF: save its text first/)
    expect(() => decode(Buffer.from('PK\x03\x04rest'))).toThrow(/zip or office/)
    expect(() => decode(Uint8Array.of(1, 2, 0, 4, 5, 6, 7, 8, 9))).toThrow(/binary/)
  })

  it('gives back any text that was written in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!/[\p{Cc}\ufeff]/u.test(text) && !/^(%PDF-|PK|GIF8|\{\\rtf)/.test(text))
        expect(decode(Buffer.from(text)).text).toBe(text)
      }),
    )
  })
})
