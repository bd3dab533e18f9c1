import { type Paragraph, parseParagraphs } from './paragraphs.js'
import { type DocumentSymbol, symbolFor } from './symbols.js'
import { yearOfResolution } from './years.js'

/** A symbol in running text; `text.slice(start, end)` are its words (UTF-16 offsets). */
export interface FoundSymbol {
  readonly symbol: DocumentSymbol
  readonly start: number
  readonly end: number
  /** The year that the text gives, where it is not the resolution’s; `symbol` has the right one. */
  readonly wrongYear?: number
}

/** Paragraphs in running text, with the document that they are said to be of, where the text tells. */
export interface FoundParagraphs {
  readonly paragraphs: readonly Paragraph[]
  readonly start: number
  readonly end: number
  readonly symbol?: DocumentSymbol
}

const NUMBER = String.raw`\d{1,4}(?![\d,.]*\d)(?:\s*\((?:of\s+)?(?:19|20)\d\d\)|\s+of\s+(?:19|20)\d\d\b)?`
const SPELT = new RegExp(
  String.raw`\b((?:UNSC|UN|U\.N\.|United\s+Nations)\s+)?(Security\s+Council(?:['’]s)?\s+)?(?:(?:UNSCRs?|SCRs?)|resolutions?|res\.|UNSC(?=\s+\d{4}\b))\s*(?:nos?\.?\s*|numbers?\s+)?(?=\d)(${NUMBER}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*\/\s*)${NUMBER})*)`,
  'gi',
)
const SYMBOL =
  /\b(?:S\/RES\/\d{1,4}(?:\s*\((?:19|20)\d\d\))?|A\/RES\/\d{1,4}(?:\/\d{1,3}|\s*\([IVXLES-]+\))?|S\/PRST\/\d{4}\/\d{1,3}|S\/PV\.\d{1,5}(?:\s*\(Resumption\s*\d+\))?|A\/(?:\d{1,3}|ES-\d{1,2})\/PV\.\d{1,4}|S\/(?:(?:19|20)\d\d\/)?\d{1,5}(?:\/(?:Rev|Add|Corr)\.\d{1,2})*|A\/(?:\d{1,3}|ES-\d{1,2})\/\d{1,4}(?:\/(?:Rev|Add|Corr)\.\d{1,2})*|(?:SC|SG\/SM)\/\d{3,5})(?![\w/]*\w)/g
const ASSEMBLY =
  /\b(?:General\s+Assembly|UNGA)\s+resolution\s+(?:(\d{1,3})\/(\d{1,3})|(\d{1,4})(?:\s*\(([IVXLES-]+)\))?)/gi
const OTHERS =
  /\b(?:House|Senate|Assembly|UNGA|congressional|joint|concurrent|parliament(?:ary)?|Human\s+Rights\s+Council|IAEA|Board|Governors|General\s+Conference|screen|display|image|high|low)(?:['’]s)?\s+$/i
const PARAGRAPHS =
  /\b(?:operative\s+|preambular\s+)?(?:paragraphs?|paras?\.?|OPs?)\s*\d{1,3}(?:\s*\((?:[a-z]{1,2}|[ivx]{1,5})\))*(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+(?:to|through)\s+|\s*[-–]\s*)\d{1,3}(?!\d)(?:\s*\((?:[a-z]{1,2}|[ivx]{1,5})\))*)*/gi

/** Every document that the text names, in order, without overlaps. "resolutions 1718 and 1874" gives two. */
export function findSymbols(text: string): FoundSymbol[] {
  const found: FoundSymbol[] = []
  for (const match of text.matchAll(SYMBOL)) add(match[0], match.index)
  for (const match of text.matchAll(ASSEMBLY)) {
    const [, session, number, older, roman] = match
    const printed =
      older === undefined ? `A/RES/${session}/${number}` : `A/RES/${older}${roman === undefined ? '' : ` (${roman})`}`
    add(printed, match.index, match[0].length)
  }
  for (const match of text.matchAll(SPELT)) {
    if (OTHERS.test(text.slice(Math.max(0, match.index - 40), match.index)) && match[2] === undefined) continue
    const list = match[3] ?? ''
    const at = match.index + match[0].length - list.length
    const numbers = [...list.matchAll(new RegExp(NUMBER, 'gi'))]
    const saysCouncil = match[1] !== undefined || match[2] !== undefined || /UNSC|SCR/i.test(match[0])
    const isPlural = /resolutions|SCRs/i.test(match[0].slice(0, -list.length))
    numbers.forEach((number, index) => {
      const digits = /^\d+/.exec(number[0])?.[0] ?? ''
      const stated = /(?:19|20)\d\d(?=\)?$)/.exec(number[0].slice(digits.length))?.[0]
      const isListed = index > 0 && stated === undefined
      if (isListed && (digits.length < 3 || (!isPlural && !/and|\/\s*$/.test(list.slice(0, number.index).slice(-5)))))
        return
      if (digits.startsWith('0') || (!saysCouncil && stated === undefined && digits.length < 3)) return
      const start = index === 0 ? match.index : at + number.index
      const end = at + number.index + number[0].length
      add(`S/RES/${digits}${stated === undefined ? '' : ` (${stated})`}`, start, end - start)
    })
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return found.filter((one) => {
    const isApart = one.start >= end
    if (isApart) end = one.end
    return isApart
  })

  function add(printed: string, start: number, length = printed.length): void {
    const symbol = symbolFor(printed)
    if (symbol === undefined) return
    const year = symbol.kind === 'resolution' ? yearOfResolution(symbol.number) : undefined
    if (symbol.kind === 'resolution' && year !== undefined && symbol.year !== undefined && symbol.year !== year) {
      found.push({ symbol: { ...symbol, year }, start, end: start + length, wrongYear: symbol.year })
    } else found.push({ symbol, start, end: start + length })
  }
}

/** Every mention of paragraphs, with its document where it stands directly after ("of resolution 1718") or before it. */
export function findParagraphs(text: string): FoundParagraphs[] {
  const symbols = findSymbols(text)
  let next = 0
  return [...text.matchAll(PARAGRAPHS)].map((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    while (next < symbols.length && (symbols[next]?.start ?? 0) < end) next++
    const [before, after] = [symbols[next - 1], symbols[next]]
    const isOf = after !== undefined && /^\s+of\s+(?:the\s+)?$/i.test(text.slice(end, Math.min(after.start, end + 20)))
    const isIn = before !== undefined && before.end <= start && /^[\s,(]*$/.test(text.slice(before.end, start))
    const near = isOf && after.start <= end + 20 ? after : isIn ? before : undefined
    return { paragraphs: parseParagraphs(match[0]), start, end, ...(near && { symbol: near.symbol }) }
  })
}
