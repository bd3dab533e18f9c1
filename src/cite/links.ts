import { type DocumentSymbol, printSymbol } from './symbols.js'

/** Where the United Nations serves the document; undefined for a press release (its address needs a date) and an undated resolution. */
export function linkTo(symbol: DocumentSymbol): string | undefined {
  if (symbol.kind === 'press-release') return undefined
  if (symbol.kind === 'resolution' && symbol.year === undefined) return undefined
  return `https://undocs.org/${printSymbol(symbol)
    .replace(/ \(Resumption (\d+)\)/, '(Resumption$1)')
    .replace(' ', '')}`
}
