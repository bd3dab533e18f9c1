import { PenholderError } from './errors.js'

/** Units that the law and the activities use. `permits` counts work authorisations. */
export const UNITS = ['t', 'kg', 'bbl', 'usd', 'permits', 'persons', 'items'] as const
export type Unit = (typeof UNITS)[number]

export function isUnit(text: string): text is Unit {
  return (UNITS as readonly string[]).includes(text)
}

export interface Quantity {
  readonly value: number
  readonly unit: Unit
}

const SPELLINGS: Readonly<Record<string, Unit>> = {
  t: 't',
  mt: 't',
  tonne: 't',
  tonnes: 't',
  'metric ton': 't',
  'metric tons': 't',
  'metric tonnes': 't',
  ton: 't',
  tons: 't',
  kg: 'kg',
  kilogram: 'kg',
  kilograms: 'kg',
  bbl: 'bbl',
  bbls: 'bbl',
  barrel: 'bbl',
  barrels: 'bbl',
  usd: 'usd',
  $: 'usd',
  us$: 'usd',
  dollars: 'usd',
  permits: 'permits',
  permit: 'permits',
  persons: 'persons',
  items: 'items',
}

/** Reads `20000bbl`, `1,000 t`, `4.5 million barrels`, `USD 2000`. A number without a unit is refused: nothing is guessed. */
export function parseQuantity(text: string): Quantity {
  const match =
    /^\s*(us\$|usd|\$)?\s*([\d,_ ]*\d(?:\.\d+)?)\s*(thousand|million|billion)?\s*(?:of\s+)?([a-z$ ]*?)\s*$/i.exec(text)
  const unit = match === null ? undefined : SPELLINGS[(match[1] ?? match[4] ?? '').toLowerCase()]
  if (match === null || unit === undefined) {
    throw new PenholderError({
      code: 'bad-input',
      what: `"${text}" is no quantity with a unit`,
      expected: `a number and one of ${UNITS.join(', ')}, such as 20000bbl`,
    })
  }
  const scale = { thousand: 1e3, million: 1e6, billion: 1e9 }[(match[3] ?? '').toLowerCase()] ?? 1
  return { value: Number((match[2] ?? '').replace(/[,_ ]/g, '')) * scale, unit }
}

/** Prints with a thin grouping and the unit: `500,000 bbl`. */
export function printQuantity(quantity: Quantity): string {
  const [whole = '', part] = String(quantity.value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${grouped}${part === undefined ? '' : `.${part}`} ${quantity.unit === 'usd' ? 'USD' : quantity.unit}`
}
