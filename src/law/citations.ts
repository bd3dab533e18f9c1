/** `S/RES/1718 (2006) para 8(a)`, or `… Annex IV`. */
export function citationOf(symbol: string, number: string): string {
  return /^\d/.test(number) ? `${symbol} para ${number}` : `${symbol} ${number}`
}
