import { describe, expect, it } from 'vitest'
import { instrumentIn, quantityIn } from './instruments.js'
import { readArticle } from './reading.js'

describe('instrumentIn', () => {
  it('gives the printed symbol with the year of the number', () => {
    expect(instrumentIn('the Council passed Resolution 2371 on August 5')).toBe('S/RES/2371 (2017)')
    expect(instrumentIn('the Council passed UNSCR 1929')).toBe('S/RES/1929 (2010)')
  })
  it('gives none where none or several are named', () => {
    expect(instrumentIn('the Council passed it by 13 votes')).toBeUndefined()
    expect(instrumentIn('resolutions 1718 and 1874 ban it')).toBeUndefined()
  })
})

describe('quantityIn', () => {
  it.each([
    ['caps supplies at 500,000 barrels a year', '500,000 barrels a year'],
    ['froze $30 billion in assets', '$30 billion'],
    ['cuts exports by 90 percent', '90 percent'],
    ['cuts it for 3 years', undefined],
  ])('%s → %s', (text, expected) => {
    expect(quantityIn(text)).toBe(expected)
  })
})

describe('claims', () => {
  it('quote a symbol whole', () => {
    const { claims } = readArticle({ id: 'x', text: 'China opposes resolution S/RES/2042 (2012) on Syria.' })
    expect(claims[0]?.quote.text).toContain('S/RES/2042')
  })
  it('carry the instrument and the amount', () => {
    const text =
      'The Security Council adopted resolution 2397 on Friday. The resolution caps supplies of refined petroleum at 500,000 barrels a year for North Korea.'
    const { claims } = readArticle({ id: 'x', text, published: '2017-12-23' })
    expect(claims.find((claim) => claim.kind === 'event')).toMatchObject({
      type: 'adopted',
      instrument: 'S/RES/2397 (2017)',
      date: '2017-12-22',
    })
    expect(claims.find((claim) => claim.kind === 'measure')).toMatchObject({
      types: ['refined-petroleum'],
      quantity: '500,000 barrels a year',
    })
  })
})
