import { describe, expect, it } from 'vitest'
import { check } from './index.js'

const diesel = {
  kind: 'trade',
  action: 'supply',
  direction: 'to_dprk',
  goods: { description: 'diesel', hs_code: '2710.19' },
  quantity: { value: 40_000, unit: 'bbl' },
  circumstances: { livelihood: true, associated_parties: false },
}
const so = (value: number) => ({ ...diesel, period_total_so_far: { value, unit: 'bbl' } })

describe('a check', () => {
  it('finds nothing the day before a ceiling', () => {
    const answer = check(diesel, { on: '2017-09-10' })
    expect(answer.verdict).toBe('nothing-found')
    expect(answer.citations).toEqual([])
    expect(answer.coverage.note).toMatch(/no legal advice/)
  })

  it('adds to the total of the period', () => {
    expect(check(so(430_000), { on: '2017-11-06' })).toMatchObject({
      verdict: 'within-ceiling',
      citations: ['S/RES/2375 (2017) para 14'],
    })
    expect(check(so(460_001), { on: '2017-11-06' }).verdict).toBe('over-ceiling')
    expect(check(so(460_000), { on: '2017-11-06' }).verdict).toBe('within-ceiling')
  })

  it('cannot tell without the total, and says so', () => {
    const answer = check(diesel, { on: '2018-03-01' })
    expect(answer.verdict).toBe('cannot-tell')
    expect(answer.missing.join()).toMatch(/period_total_so_far/)
    expect(check({ ...diesel, quantity: { value: 600_000, unit: 'bbl' } }, { on: '2018-03-01' }).verdict).toBe(
      'over-ceiling',
    )
  })

  it('converts weight only as far as every factor agrees', () => {
    const tonnes = (value: number, total: number) => ({
      ...diesel,
      quantity: { value, unit: 't' },
      period_total_so_far: { value: total, unit: 'bbl' },
    })
    expect(check(tonnes(1000, 100_000), { on: '2018-03-01' }).verdict).toBe('within-ceiling')
    expect(check(tonnes(80_000, 100_000), { on: '2018-03-01' }).verdict).toBe('over-ceiling')
    const close = check(tonnes(50_000, 100_000), { on: '2018-03-01' })
    expect(close.verdict).toBe('cannot-tell')
    expect(close.missing.join()).toMatch(/415,000 to 545,000/)
  })

  it('looks parties up by name and day, and gives the reason', () => {
    const act = {
      kind: 'asset_freeze',
      action: 'release_funds',
      parties: [{ name: 'Tanchon Commercial Bank', role: 'account holder', country: 'KP' }],
    }
    expect(check(act, { on: '2009-04-23' }).verdict).toBe('nothing-found')
    const listed = check(act, { on: '2009-04-24' })
    expect(listed).toMatchObject({ verdict: 'prohibited', citations: ['S/RES/1718 (2006) para 8(d)'] })
    expect(listed.findings[0]?.facts.join()).toMatch(/KPe\.003/)
    expect(check(act, { on: '2009-04-24', known: '2009-04-23' }).verdict).toBe('nothing-found')
  })

  it('keeps open, as it was known, an exemption that a later text restated', () => {
    const release = {
      kind: 'asset_freeze',
      action: 'make_funds_available',
      parties: [{ name: 'Foreign Trade Bank' }],
      circumstances: { purpose_class: 'humanitarian', committee_approval: 'not_sought' },
    }
    const then = check(release, { on: '2018-01-12', known: '2017-09-05' })
    expect(then.citations.join()).toContain('S/RES/2371 (2017) para 26')
    expect(check(release, { on: '2018-01-12' }).citations.join()).not.toContain('S/RES/2371 (2017) para 26')
    expect(then.coverage.regimes[0]?.instruments).toBeLessThan(
      check(release, { on: '2018-01-12' }).coverage.regimes[0]?.instruments ?? 0,
    )
  })

  it('forgets what was adopted after it last learned', () => {
    const coal = {
      kind: 'trade',
      action: 'procure',
      direction: 'from_dprk',
      goods: { description: 'anthracite', hs_code: '2701.11' },
      circumstances: { livelihood: false },
    }
    expect(check(coal, { on: '2017-09-01' }).citations[0]).toBe('S/RES/2371 (2017) para 8')
    expect(check(coal, { on: '2017-09-01', known: '2017-08-04' }).citations[0]).toBe('S/RES/2321 (2016) para 26(b)')
  })

  it('takes countries in either code and goods by name', () => {
    const act = {
      kind: 'trade',
      action: 'sell',
      exporter_country: 'CHN',
      importer_country: 'PRK',
      goods: { description: 'laptops' },
    }
    expect(check(act, { on: '2018-05-03' }).citations[0]).toBe('S/RES/2397 (2017) para 7')
    const strange = check({ ...act, goods: { description: 'frobnicators' } }, { on: '2018-05-03' })
    expect(strange.verdict).toBe('cannot-tell')
    expect(strange.missing).toContain('goods.hs_code')
  })

  it('names what is wrong with the input', () => {
    expect(() => check({ ...diesel, kind: 'thing' }, { on: '2018-01-01' })).toThrow(/act\.kind/)
    expect(() => check(diesel, { on: '2018-02-30' })).toThrow(/date/)
    expect(() => check({ ...diesel, quantity: { value: 5 } }, { on: '2018-01-01' })).toThrow(/quantity\.unit/)
    expect(() => check({ ...diesel, goods: { ...diesel.goods, hs_edition: 'HS 2013' } }, { on: '2018-01-01' })).toThrow(
      /edition/,
    )
    expect(() => check({ ...diesel, exporter_country: 'KP', importer_country: 'CN' }, { on: '2018-01-01' })).toThrow(
      /exporter/,
    )
  })

  it('says until when the data reach', () => {
    expect(check(diesel, { on: '2090-01-01' }).coverage.beyondData).toMatch(/^20/)
    expect(check(diesel, { on: '2018-01-05' }).coverage.beyondData).toBeUndefined()
  })

  it('does not know an unknown verb of a vessel', () => {
    const answer = check({ kind: 'vessel', action: 'frobnicate', vessel: { flag: 'KP' } }, { on: '2018-01-05' })
    expect(answer.verdict).toBe('cannot-tell')
    expect(answer.missing).toEqual(['act.action'])
  })
})
