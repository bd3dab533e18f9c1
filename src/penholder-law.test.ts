import { describe, expect, it } from 'vitest'
import { tieMeasure } from './penholder.js'
import type { MeasureClaim } from './read/index.js'

function claim(more: Partial<MeasureClaim>): MeasureClaim {
  return {
    kind: 'measure',
    article: 'written-for-this-test',
    quote: { text: 'coal', start: 0, end: 4 },
    basis: 'media',
    by: 'UNSC',
    against: 'PRK',
    types: ['coal'],
    status: 'in-force',
    ...more,
  }
}

describe('a measure that an article mentions', () => {
  it('is tied to the paragraph in force on its day', () => {
    expect(tieMeasure(claim({}), '2017-02-20')?.paragraphs).toEqual(['S/RES/2321 (2016) para 26(b)'])
    expect(tieMeasure(claim({}), '2017-09-12')).toEqual({
      regime: 'dprk-1718',
      paragraphs: ['S/RES/2371 (2017) para 8'],
    })
    expect(tieMeasure(claim({ types: ['refined-petroleum'] }), '2017-12-01')?.paragraphs).toEqual([
      'S/RES/2375 (2017) para 14',
    ])
    expect(tieMeasure(claim({ types: ['refined-petroleum'], date: '2018-02' }), '2017-12-01')?.paragraphs).toEqual([
      'S/RES/2397 (2017) para 5',
    ])
  })

  it('is told apart from one of another text', () => {
    const merged = tieMeasure(claim({ types: ['textiles', 'coal'], instrument: 'S/RES/2375 (2017)' }), '2017-11-16')
    expect(merged?.paragraphs).toEqual(['S/RES/2375 (2017) para 16'])
    expect(merged?.wrong).toBe('S/RES/2375 (2017) has no measure on coal; see S/RES/2371 (2017) para 8')
    expect(tieMeasure(claim({ instrument: 'S/RES/2371 (2017)' }), '2017-11-16')?.wrong).toBeUndefined()
  })

  it('has its figure compared with the ceiling of the day', () => {
    const told = claim({ types: ['refined-petroleum'], quantity: '2 million barrels a year' })
    expect(tieMeasure(told, '2017-11-16')?.wrong).toBe(
      '2,000,000 bbl is not the ceiling of that day, which is 500,000 bbl (S/RES/2375 (2017) para 14)',
    )
    expect(tieMeasure({ ...told, quantity: '500,000 barrels' }, '2017-11-16')?.wrong).toBeUndefined()
    expect(tieMeasure({ ...told, quantity: 'a third' }, '2017-11-16')?.wrong).toBeUndefined()
  })

  it('is left alone where the Council did not make it or no word fits', () => {
    expect(tieMeasure(claim({ by: 'CHN' }), '2017-11-16')).toBeUndefined()
    expect(tieMeasure(claim({ types: ['sanctions'] }), '2017-11-16')).toBeUndefined()
    expect(tieMeasure(claim({ against: 'FRA' }), '2017-11-16')).toBeUndefined()
    expect(tieMeasure(claim({}))).toBeUndefined()
  })
})
