import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '../dates.js'
import {
  type CeilingReport,
  ceilingFor,
  ceilingPeriod,
  ceilingShares,
  ceilings,
  check,
  figuresFrom,
  judgeReport,
} from './index.js'

const refined = ceilingFor('2397-5')
const crude = ceilingFor('2397-4')

function report(more: Partial<CeilingReport>): CeilingReport {
  const said = { ceiling: '2397-5', from: '2018-01-01', to: '2018-01-31', source: 'committee', value: 1000, unit: 't' }
  const whole = { id: '', cited: 'written for this test', ...said, ...more }
  return { ...whole, id: more.id ?? `${whole.source} ${whole.from} ${whole.to} ${whole.value}` }
}

/** Monthly reports of 2018, one amount for each month from January. */
function monthly(amounts: readonly number[], more: Partial<CeilingReport> = {}): CeilingReport[] {
  return amounts.map((value, month) => {
    const from = addMonths('2018-01-01', month)
    return report({ from, to: addDays(addMonths(from, 1), -1), value, ...more })
  })
}

describe('the period of a ceiling', () => {
  it.each([
    ['2375-14', '2017-11-06', { from: '2017-10-01', to: '2017-12-31' }],
    ['2375-14', '2018-01-01', undefined],
    ['2397-5', '2018-06-01', { from: '2018-01-01', to: '2018-12-31' }],
    ['2397-5', '2024-02-29', { from: '2024-01-01', to: '2024-12-31' }],
    ['2397-5', '2017-12-31', undefined],
    ['2397-4', '2018-12-21', { from: '2017-12-22', to: '2018-12-21' }],
    ['2397-4', '2018-12-22', { from: '2018-12-22', to: '2019-12-21' }],
    ['2321-26b.annual', '2018-01-01', undefined],
  ])('of %s on %s', (id, day, period) => {
    expect(ceilingPeriod(ceilingFor(id), day)).toEqual(period)
  })

  it('is found for each ceiling of the law on its first day', () => {
    expect(ceilings().length).toBeGreaterThan(5)
    for (const ceiling of ceilings()) {
      const first = ceiling.measure.cap.starts ?? ceiling.measure.periods[0]?.from ?? ''
      expect(ceilingPeriod(ceiling, first)?.from, ceiling.measure.id).toBe(first)
    }
  })

  it('names the ceilings where there is none of that name', () => {
    expect(() => ceilingFor('2397-99')).toThrow(/2397-5/)
  })
})

describe('a report is refused', () => {
  it.each([
    ['below zero', { value: -1 }, /-1 is no quantity/],
    ['that is no number', { value: Number.NaN }, /no quantity/],
    ['in a unit of another kind', { unit: 'usd' }, /does not count usd; expected bbl, t, kg/],
    ['with an unknown unit', { unit: 'pood' }, /does not count pood/],
    ['with a factor of nothing', { factor: 0 }, /no factor/],
    ['from before the ceiling', { from: '2017-12-01', to: '2017-12-31' }, /fits no period of 2397-5/],
    ['over two periods', { from: '2018-12-01', to: '2019-01-31' }, /days of one period: 2018-01-01 to 2018-12-31/],
    ['with its days in the wrong order', { from: '2018-02-01', to: '2018-01-01' }, /is after/],
  ])('%s', (_what, more, told) => {
    expect(() => judgeReport(report(more), refined)).toThrow(told)
  })

  it('and a good one is not', () => {
    expect(() => judgeReport(report({ unit: 'kg', factor: 8.33 }), refined)).not.toThrow()
    expect(() => judgeReport(report({ value: 0 }), refined)).not.toThrow()
  })
})

describe('the share of a ceiling', () => {
  it('runs month by month, with the band of factors and the days of the steps', () => {
    const [share] = ceilingShares(refined, monthly([30_000, 15_000, 9_000, 3_000, 10_000], { factor: 8.33 }))
    expect(share?.period).toEqual({ from: '2018-01-01', to: '2018-12-31' })
    expect(share?.factors).toMatchObject({ from: 7.2, to: 8.5 })
    const [limb] = share?.sources[0]?.limbs ?? []
    expect(limb?.running[1]).toMatchObject({
      until: '2018-02-28',
      total: { reported: 374_850, low: 324_000, high: 382_500 },
      percent: { reported: 74.97, low: 64.8, high: 76.5 },
    })
    expect(limb?.steps).toEqual([
      { percent: 75, reported: '2018-03-31', low: '2018-03-31', high: '2018-02-28' },
      { percent: 90, reported: '2018-04-30', low: '2018-05-31', high: '2018-03-31' },
      { percent: 95, reported: '2018-05-31', low: '2018-05-31', high: '2018-04-30' },
      { percent: 100, reported: '2018-05-31', high: '2018-05-31' },
    ])
  })

  it('takes barrels as they are, and those made of tonnes with their factor', () => {
    const total = (more: Partial<CeilingReport>) =>
      ceilingShares(refined, [report(more)])[0]?.sources[0]?.limbs[0]?.running[0]?.total
    expect(total({ value: 1000, unit: 'bbl' })).toEqual({ reported: 1000, low: 1000, high: 1000 })
    expect(total({ value: 833, unit: 'bbl', factor: 8.33 })).toEqual({ reported: 833, low: 720, high: 850 })
    expect(total({ value: 100_000, unit: 'kg' })).toEqual({ low: 720, high: 850 })
  })

  it('adds states up, and lets a total for many months take in the months', () => {
    const reports = [
      ...monthly([100, 200], { source: 'CHN' }),
      ...monthly([10, 20], { source: 'RUS' }),
      ...monthly([100, 200, 300], { source: 'committee' }),
      report({ from: '2018-01-01', to: '2018-06-30', value: 900, source: 'committee' }),
      report({ from: '2018-06-01', to: '2018-07-31', value: 50, source: 'committee' }),
    ]
    const [share] = ceilingShares(refined, reports)
    expect(share?.sources.map(({ source }) => source)).toEqual(['committee', 'states'])
    const [committee, states] = share?.sources ?? []
    expect(states?.limbs[0]?.running.at(-1)?.total).toEqual({ low: 330 * 7.2, high: 330 * 8.5 })
    expect(committee?.counted.map(({ value }) => value)).toEqual([900])
    expect(committee?.left.map(({ why }) => why).filter((why) => why.includes('takes it in'))).toHaveLength(3)
    expect(committee?.left.map(({ why }) => why).join()).toContain('report 2018-07-01 to 2018-07-31 alone')
  })

  it('puts a correction in the place of what it corrects', () => {
    const [share] = ceilingShares(refined, [report({ id: 'a' }), report({ id: 'b', value: 2000 })])
    expect(share?.sources[0]?.counted.map(({ id }) => id)).toEqual(['b'])
  })

  it('names sources that disagree whatever the factor', () => {
    const far = [...monthly([1000, 1000]), ...monthly([5000, 5000], { source: 'panel' })]
    expect(ceilingShares(refined, far)[0]?.disagreements).toEqual([
      'up to 2018-02-28 committee has 14,400 to 17,000 bbl, panel 72,000 to 85,000 bbl',
    ])
    const near = [
      ...monthly([1000, 1000]),
      report({ source: 'panel', from: '2018-02-01', to: '2018-02-28', value: 15_500, unit: 'bbl' }),
    ]
    expect(ceilingShares(refined, near)[0]?.disagreements).toEqual([])
  })

  it('holds each limb in its own unit, and shows no share of what each state sets for itself', () => {
    const tonnes = report({ ceiling: '2397-4', from: '2017-12-22', to: '2018-11-30', value: 500_000 })
    const [share] = ceilingShares(crude, [tonnes])
    expect(share?.sources[0]?.limbs.map(({ unit, running }) => [unit, running[0]?.percent?.reported])).toEqual([
      ['bbl', undefined],
      ['t', 95.24],
    ])
    const permits = { ceiling: '2371-11', from: '2017-08-05', to: '2017-08-31', unit: 'permits', source: 'CHN' }
    const [own] = ceilingShares(ceilingFor('2371-11'), [report(permits)])
    expect(own?.sources[0]?.limbs[0]).toMatchObject({
      unit: 'permits',
      steps: [],
      running: [{ total: { reported: 1000 } }],
    })
  })

  const months = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 12 })

  it('does not depend on the order of the reports', () => {
    fc.assert(
      fc.property(months, fc.infiniteStream(fc.nat()), (amounts, keys) => {
        const reports = monthly(amounts)
        const shuffled = reports
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(ceilingShares(refined, shuffled)).toEqual(ceilingShares(refined, reports))
      }),
    )
  })

  it('never falls, keeps a factor inside the band between its ends, and reaches steps in order', () => {
    fc.assert(
      fc.property(months, fc.double({ min: 7.2, max: 8.5, noNaN: true }), (amounts, factor) => {
        const [share] = ceilingShares(refined, monthly(amounts, { factor }))
        const [limb] = share?.sources[0]?.limbs ?? []
        let before = { reported: 0, low: 0, high: 0 }
        for (const { total } of limb?.running ?? []) {
          const { reported = Number.NaN, low, high } = total
          expect(low).toBeLessThanOrEqual(reported + 0.011)
          expect(reported).toBeLessThanOrEqual(high + 0.011)
          expect(low >= before.low && high >= before.high && reported >= before.reported).toBe(true)
          before = { reported, low, high }
        }
        for (const { reported, low, high } of limb?.steps ?? []) {
          if (low !== undefined) expect((reported ?? '') <= low).toBe(true)
          if (reported !== undefined) expect((high ?? '') <= reported).toBe(true)
        }
        const days = (limb?.steps ?? []).map((step) => step.reported ?? '9999')
        expect(days).toEqual([...days].sort())
      }),
    )
  })

  it('is the same for one report and for its parts', () => {
    fc.assert(
      fc.property(months, (amounts) => {
        const parts = monthly(amounts)
        const whole = report({ to: parts.at(-1)?.to ?? '', value: amounts.reduce((sum, value) => sum + value, 0) })
        const last = (reports: readonly CeilingReport[]) =>
          ceilingShares(refined, reports)[0]?.sources[0]?.limbs[0]?.running.at(-1)?.total
        expect(last([whole])).toEqual(last(parts))
      }),
    )
  })
})

describe('a check with the Committee’s figure', () => {
  const diesel = {
    kind: 'trade',
    action: 'supply',
    direction: 'to_dprk',
    goods: { description: 'diesel', hs_code: '2710.19' },
    quantity: { value: 40_000, unit: 'bbl' },
    circumstances: { livelihood: true, associated_parties: false },
  }
  const barrels = { unit: 'bbl', cited: 'table of 1 July' }
  const reports = [
    ...monthly([200_000, 200_000, 61_000], barrels),
    ...monthly([100_000], { ...barrels, source: 'CHN' }),
  ]
  const figures = figuresFrom(reports)

  it('takes it where the activity states no total, and says so', () => {
    expect(check(diesel, { on: '2018-04-01' }).verdict).toBe('cannot-tell')
    const answer = check(diesel, { on: '2018-04-01', figures })
    expect(answer.verdict).toBe('over-ceiling')
    expect(answer.findings[0]?.facts).toContain(
      'total of the period until 2018-03-31, by the Committee: 461,000 bbl (table of 1 July)',
    )
    expect(answer.findings[0]?.facts).toContain('beside it, states: 100,000 bbl until 2018-01-31')
    expect(answer.missing).toEqual([])
  })

  it('counts only what ended by the day, and only in its period', () => {
    const answer = check(diesel, { on: '2018-03-15', figures })
    expect(answer.verdict).toBe('within-ceiling')
    expect(answer.findings[0]?.conditions.join()).toContain('nothing was supplied after 2018-02-28')
    expect(check(diesel, { on: '2019-03-15', figures }).verdict).toBe('cannot-tell')
  })

  it('says where the notice that ends supply may have been issued', () => {
    const small = { ...diesel, quantity: { value: 10, unit: 'bbl' } }
    const at = (value: number) =>
      check(small, { on: '2018-04-01', figures: figuresFrom([report({ ...barrels, value })]) }).findings[0]
    expect(at(480_000)).toMatchObject({ verdict: 'within-ceiling' })
    expect(at(480_000)?.conditions.join()).toContain(
      'at 95 % has not been issued, although the figure stands at 96.0 %',
    )
    expect(at(470_000)?.conditions.join()).not.toContain('has not been issued')
  })

  it('leaves a total that the activity states alone', () => {
    const stated = { ...diesel, period_total_so_far: { value: 0, unit: 'bbl' } }
    expect(check(stated, { on: '2018-04-01', figures })).toEqual(check(stated, { on: '2018-04-01' }))
  })

  it('does not take another source for it', () => {
    const others = figuresFrom(monthly([400_000], { ...barrels, source: 'panel' }))
    expect(check(diesel, { on: '2018-04-01', figures: others }).verdict).toBe('cannot-tell')
  })

  it('converts tonnes without a factor by the range of the goods', () => {
    const tonnes = figuresFrom([report({ value: 70_000 })])
    const small = { ...diesel, quantity: { value: 1, unit: 'bbl' } }
    expect(check(small, { on: '2018-02-01', figures: tonnes }).verdict).toBe('cannot-tell')
    expect(check(small, { on: '2018-02-01', figures: figuresFrom([report({ value: 80_000 })]) }).verdict).toBe(
      'over-ceiling',
    )
  })
})
