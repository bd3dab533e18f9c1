import { findSymbols, printSymbol } from '../cite/index.js'
import type { EventType } from './claim.js'

const COUNCIL_ACTS: ReadonlySet<EventType> = new Set<EventType>([
  'adopted',
  'vetoed',
  'not-adopted',
  'vote-held',
  'vote-expected',
  'draft-tabled',
  'draft-expected',
  'statement-adopted',
])

/** Whether events of a type act on a document. */
export function actsOnText(type: EventType): boolean {
  return COUNCIL_ACTS.has(type)
}

/** The document that a quote names, in its one printed form (`S/RES/2375 (2017)`); undefined for none, or for several. */
export function instrumentIn(quote: string): string | undefined {
  if (!/\d/.test(quote)) return undefined
  const symbols = new Set(findSymbols(quote).map(({ symbol }) => printSymbol(symbol)))
  return symbols.size === 1 ? [...symbols][0] : undefined
}

const AMOUNT =
  /(?:(?:US)?\$\s?\d[\d,.]*(?:\s(?:thousand|million|billion))?|\b\d[\d,.]*(?:\s(?:thousand|million|billion))?\s(?:barrels|tons|tonnes|metric tons|metric tonnes|per\s?cent)|\b\d[\d.]*%)(?:\s(?:a|per|each)\s(?:year|month|day))?/i

/** The amount that a quote names, as it is written: "500,000 barrels a year", "90 percent". */
export function quantityIn(quote: string): string | undefined {
  return /\d/.test(quote) ? AMOUNT.exec(quote)?.[0].replace(/\s+/g, ' ') : undefined
}
