import { describe, expect, it } from 'vitest'
import { rest } from '../src/workbench/timeline/gather.js'
import type { TimelineMark } from '../src/workbench/timeline/marks.js'

const mark = (from: string): TimelineMark => ({
  key: from,
  lane: 'stances',
  from,
  to: from,
  label: 'a stance',
  short: '+ one',
  isPlanned: false,
  claims: [],
})
const at = (day: string) => Number(day.slice(8))

describe('marks that find no row', () => {
  it('become numbers that stand apart, count every mark and lead to a range that holds them', () => {
    const days = ['2017-09-03', '2017-09-01', '2017-09-12', '2017-09-28', '2017-09-14', '2017-09-29']
    const told = rest(days.map(mark), at, 10)
    expect(told.map(({ short }) => short)).toEqual(['+2', '+2', '+2'])
    for (const [index, one] of told.entries())
      if (index > 0) expect(at(one.from) - at(told[index - 1]?.from ?? '')).toBeGreaterThanOrEqual(10)
    for (const day of days)
      expect(told.some(({ nearer }) => nearer !== undefined && nearer.from <= day && day <= nearer.to)).toBe(true)
    expect(new Set(told.map(({ key }) => key)).size).toBe(told.length)
  })

  it('are nothing where all found one', () => {
    expect(rest([], at, 10)).toEqual([])
  })
})
