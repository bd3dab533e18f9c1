import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayNumber, fromDayNumber } from '../dates.js'
import { stateFor } from '../states.js'
import { councilOn, everMembers, isMember, KNOWN_DAYS, memberFor, membersOn, termsOf } from './members.js'
import { CHECKED_PRESIDENCIES, presidentOn } from './presidency.js'

describe('the members', () => {
  it('are eleven, then fifteen, and fourteen in the first six days of 1980', () => {
    const size = (date: string) => membersOn(date).length
    expect(['1946-01-12', '1965-12-31', '1966-01-01', '1979-12-31', '2027-12-31'].map(size)).toEqual([
      11, 11, 15, 15, 15,
    ])
    expect(['1980-01-01', '1980-01-06', '1980-01-07'].map(size)).toEqual([14, 14, 15])
    expect(isMember('MEX', '1980-01-06')).toBe(false)
  })

  it('are fifteen or eleven on every other day, five of them permanent', () => {
    const days = { min: dayNumber(KNOWN_DAYS.from), max: dayNumber(KNOWN_DAYS.to) }
    fc.assert(
      fc.property(fc.integer(days), (day) => {
        const date = fromDayNumber(day)
        const council = councilOn(date)
        const full = date < '1966-01-01' ? 11 : date.startsWith('1980-01-0') && date < '1980-01-07' ? 14 : 15
        expect(council.states).toHaveLength(full)
        expect(new Set(council.states).size).toBe(full)
        expect(council.permanent).toBe(5)
        expect(council.from <= date && date <= council.to).toBe(true)
      }),
    )
  })

  it('change hands in China’s seat, the Soviet seat and the Yemeni one', () => {
    const china = (date: string) => membersOn(date).find((term) => term.state === 'CHN')?.note
    expect(china('1971-10-24')).toMatch(/Republic of China until/)
    expect(china('1971-10-25')).toMatch(/People's Republic of China since/)
    expect([isMember('SUN', '1991-12-23'), isMember('RUS', '1991-12-23')]).toEqual([true, false])
    expect([isMember('SUN', '1991-12-24'), isMember('RUS', '1991-12-24')]).toEqual([false, true])
    expect([isMember('YMD', '1990-05-21'), isMember('YEM', '1990-05-22')]).toEqual([true, true])
  })

  it('share some terms', () => {
    expect([isMember('ITA', '2017-12-31'), isMember('NLD', '2017-12-31'), isMember('NLD', '2018-01-01')]).toEqual([
      true,
      false,
      true,
    ])
    expect(termsOf('ITA').at(-1)).toMatchObject({ from: '2017-01-01', to: '2017-12-31' })
  })

  it('are states, some of them former', () => {
    expect(everMembers().filter((code) => stateFor(code)?.code !== code)).toEqual([])
    expect(everMembers()).toContain('DDR')
  })

  it('are not known outside the record’s days', () => {
    expect(() => membersOn('1945-12-31')).toThrow(/did not sit before 1946-01-12/)
    expect(() => membersOn(addDays(KNOWN_DAYS.to, 1))).toThrow(/known until 2027-12-31/)
    expect(() => membersOn('2006-02-30')).toThrow(/no date/)
  })

  it('are told from others, with their days', () => {
    expect(memberFor('Japan', '2006-07-08')).toBe('JPN')
    expect(memberFor('KOR', '2006-07-08')).toMatchObject({
      what: expect.stringMatching(/1996-01-01 to 1997-12-31, 2013-01-01/),
    })
    expect(memberFor('Atlantis', '2006-07-08')).toMatchObject({ what: '"Atlantis" is no state' })
    expect(memberFor('CHE', '2006-07-08')).toMatchObject({ what: expect.stringMatching(/it was one from 2023/) })
  })
})

describe('the presidency', () => {
  it('rotates through the months that reports name', () => {
    expect(CHECKED_PRESIDENCIES.length).toBeGreaterThan(20)
    const wrong = CHECKED_PRESIDENCIES.filter(({ month, state }) => presidentOn(`${month}-15`) !== state)
    expect(wrong).toEqual([])
  })

  it('is a member’s, and is not known before 2000', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber(KNOWN_DAYS.to) }), (day) => {
        const date = fromDayNumber(day)
        expect(isMember(presidentOn(date) ?? '', date)).toBe(true)
      }),
    )
    expect(presidentOn('1999-12-31')).toBeUndefined()
  })
})
