import { type Paragraph, parseParagraphs } from './paragraphs.js'
import { type DocumentSymbol, parseSymbol, printSymbol } from './symbols.js'

/** A document and the paragraphs of it that are meant; none means the whole. */
export interface Citation {
  readonly symbol: DocumentSymbol
  readonly paragraphs: readonly Paragraph[]
}

const PARTS = /^(.*?)[\s,;]*((?:(?:operative|preambular)\s+)?(?:paragraphs?|paras?\.?|OPs?|PPs?|¶+|§+)\s*[\dP].*)?$/i

/** Reads `S/RES/1718 (2006) para 8(a)(i)`, `resolution 2375, OP14`, `S/2017/769`. Throws `bad-input` otherwise. */
export function parseCitation(text: string): Citation {
  const reversed = /^((?:operative\s+)?(?:paragraphs?|paras?\.?|OPs?)\s*\d.*?)\s+of\s+(.+)$/i.exec(text.trim())
  if (reversed !== null)
    return { symbol: parseSymbol(reversed[2] ?? ''), paragraphs: parseParagraphs(reversed[1] ?? '') }
  const match = PARTS.exec(text.trim())
  return {
    symbol: parseSymbol(match?.[1] ?? text),
    paragraphs: match?.[2] === undefined ? [] : parseParagraphs(match[2]),
  }
}

/** `S/RES/1718 (2006) para 8(a)(i)`; several paragraphs as `paras 8(a), 9`. */
export function printCitation(citation: Citation): string {
  const { paragraphs } = citation
  const lead = paragraphs.length === 0 ? '' : paragraphs.length === 1 ? ' para ' : ' paras '
  return `${printSymbol(citation.symbol)}${lead}${paragraphs.join(', ')}`
}
