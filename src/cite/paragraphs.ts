import { PenholderError } from '../errors.js'

/** A paragraph in the printed form `8`, `8(a)`, `8(a)(i)`; a preambular one is `PP3`, an annex’s `annex I, 4`. */
export type Paragraph = string

const ONE = /^(?:(PP)\s*)?(\d{1,3})((?:\s*\(\s*(?:[a-z]{1,2}|[ivx]{1,5})\s*\))*)$/i
const LEAD = /^(?:operative\s+paragraphs?|preambular\s+paragraphs?|paragraphs?|paras?\.?|OPs?|PPs?|¶+|§+)\s*/i

/**
 * Reads `8(a)(i)`, `para. 8 (a) (i)`, `OP14`, `paragraphs 8 to 10`, `paras 8, 9 and 11(b)`, `4-5`; a range of whole
 * paragraphs is spelt out. Throws `bad-input` where the text names no paragraph.
 */
export function parseParagraphs(text: string): Paragraph[] {
  const preambular = /^(?:preambular|PPs?\b|PP\d)/i.test(text.trim())
  const body = text.trim().replace(LEAD, '')
  const listed = body
    .split(/\s*(?:,\s*and|,|;|\band\b|&)\s*(?:paras?\.?\s*|OP\s*)?/i)
    .filter((part) => part !== '')
    .flatMap((part) => spelt(part, preambular))
  if (listed.length === 0) throw notOne(text)
  return listed

  function spelt(part: string, isPreambular: boolean): Paragraph[] {
    const range = /^(\d{1,3})\s*(?:to|through|-|–|—)\s*(?:OP\s*)?(\d{1,3})$/i.exec(part)
    if (range !== null) {
      const [from, to] = [Number(range[1]), Number(range[2])]
      if (to < from || to - from > 100) throw notOne(text)
      return Array.from({ length: to - from + 1 }, (_, index) => `${isPreambular ? 'PP' : ''}${from + index}`)
    }
    const one = ONE.exec(part)
    if (one === null) throw notOne(text)
    const labels = (one[3] ?? '').replace(/\s+/g, '').toLowerCase()
    return [`${isPreambular || one[1] !== undefined ? 'PP' : ''}${Number(one[2])}${labels}`]
  }
}

/** `8(a)(i)` lies within `8(a)` and `8`, and within itself; `18` does not lie within `1`. */
export function liesWithin(paragraph: Paragraph, whole: Paragraph): boolean {
  return paragraph === whole || paragraph.startsWith(`${whole}(`)
}

/** Order of the text: preamble first, then by number, then by letters and by roman numerals. */
export function compareParagraphs(a: Paragraph, b: Paragraph): number {
  const [left, right] = [keys(a), keys(b)]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

function keys(paragraph: Paragraph): number[] {
  const match = /^(PP)?(\d+)/.exec(paragraph)
  const labels = [...paragraph.matchAll(/\(([a-z]+)\)/g)].map((label, depth) => rank(label[1] ?? '', depth))
  return [match?.[1] === undefined ? 1 : 0, Number(match?.[2] ?? 0), ...labels]
}

/** Letters at the first depth (a … z, aa …), roman numerals below it. */
function rank(label: string, depth: number): number {
  if (depth === 0) return label.length * 100 + label.charCodeAt(label.length - 1)
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }
  const digits = [...label].map((letter) => values[letter])
  if (digits.some((digit) => digit === undefined)) return label.charCodeAt(0)
  return digits.reduce<number>((sum, digit = 0, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0)
}

function notOne(text: string): PenholderError {
  return new PenholderError({
    code: 'bad-input',
    what: `"${text}" names no paragraph`,
    expected: 'a form such as 8(a)(i), OP14, "para. 8 (a) (i)" or "paragraphs 8 to 10"',
  })
}
