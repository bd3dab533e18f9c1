import { expect, it } from 'vitest'
import { parseQuantity, printQuantity } from './quantities.js'

it('reads quantities with their units', () => {
  expect(parseQuantity('20000bbl')).toEqual({ value: 20_000, unit: 'bbl' })
  expect(parseQuantity('1,000,866 tonnes')).toEqual({ value: 1_000_866, unit: 't' })
  expect(parseQuantity('4.5 million barrels')).toEqual({ value: 4_500_000, unit: 'bbl' })
  expect(parseQuantity('USD 2000')).toEqual({ value: 2000, unit: 'usd' })
  expect(printQuantity({ value: 500_000, unit: 'bbl' })).toBe('500,000 bbl')
})

it('refuses a number without a unit', () => {
  expect(() => parseQuantity('20000')).toThrow(/no quantity with a unit/)
  expect(() => parseQuantity('')).toThrow()
})
