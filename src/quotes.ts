/**
 * The exact words that a claim stands on. Offsets are UTF-16 code units of the article's text as given:
 * `text.slice(start, end) === quote.text`, always.
 */
export interface Quote {
  readonly text: string
  readonly start: number
  readonly end: number
}

export function quoteAt(text: string, start: number, end: number): Quote {
  return { text: text.slice(start, end), start, end }
}

export function isVerbatim(text: string, quote: Quote): boolean {
  return text.slice(quote.start, quote.end) === quote.text
}
