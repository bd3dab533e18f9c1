import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, addMonths, dayNumber, fromDayNumber, isCivilDate, isVagueDate, spanOf, weekday } from './dates.js'

it('knows the calendar', () => {
  expect(weekday('2006-07-07')).toBe(5) // a Friday
  expect(addDays('2016-02-28', 2)).toBe('2016-03-01')
  expect(addMonths('2016-01-31', 1)).toBe('2016-02-29')
  expect(isCivilDate('2017-02-29')).toBe(false)
  expect(isVagueDate('2017-02')).toBe(true)
  expect(spanOf('2016-02')).toEqual({ from: '2016-02-01', to: '2016-02-29' })
})

it('goes to day numbers and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 2_900_000 }), (days) => dayNumber(fromDayNumber(days)) === days),
  )
})

it('agrees with the platform’s calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (days) => {
      expect(fromDayNumber(days)).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10))
    }),
  )
})
