import { describe, expect, it } from 'vitest'
import { dataSets, filesOf } from '../../scripts/data-sets.js'
import { addDays } from '../dates.js'
import { compileLaw } from './compile.js'
import { type Law, law, lawAsKnown, lawDiff, measuresInForce } from './index.js'

const set = dataSets.find(({ name }) => name === 'law')
const files = set === undefined ? [] : filesOf(set)

/** What the compiler makes of the texts adopted by a day alone; references to later ones are problems that don't matter here. */
function compiledBy(day: string): Law {
  const texts = files.filter(({ value }) => ((value as { adopted?: string }).adopted ?? '') <= day)
  const { value } = compileLaw(texts)
  return value as Law
}

describe.each(law.regimes.map((regime) => [regime.regime.id, regime] as const))(
  'the law as known, %s',
  (id, regime) => {
    const days = [...new Set(regime.instruments.map(({ adopted }) => adopted))]

    it('is what the texts adopted by then alone make, on each day of adoption and the day before', () => {
      expect(days.length).toBeGreaterThan(4)
      for (const day of [...days.filter((_, at) => at % 3 === 0), ...days.slice(-12)].flatMap((one) => [
        one,
        addDays(one, -1),
      ])) {
        const expected = compiledBy(day).regimes.find((one) => one.regime.id === id)
        const known = lawAsKnown(regime, day)
        expect(known.measures, day).toEqual(expected?.measures)
        expect(known.general, day).toEqual(expected?.general)
        expect(known.instruments, day).toEqual(expected?.instruments)
      }
    })

    it('is the whole law after the last text, and nothing before the first', () => {
      expect(lawAsKnown(regime, days.at(-1) ?? '')).toBe(regime)
      expect(lawAsKnown(regime, '1945-10-24').measures).toEqual([])
    })
  },
)

it('keeps in force what a text still unknown then would end', () => {
  const [regime] = law.regimes
  if (regime === undefined) throw new Error('no regime')
  const on = '2018-03-01'
  const ids = (known: string) => measuresInForce(lawAsKnown(regime, known), on).map(({ id }) => id)
  expect(ids('2017-12-21')).toContain('2375-15')
  expect(ids('2017-12-22')).not.toContain('2375-15')
  expect(
    lawDiff(lawAsKnown(regime, '2017-09-10'), '2017-09-01', '2018-01-01')
      .map(({ by }) => by)
      .join(),
  ).not.toMatch(/2375|2397/)
})
