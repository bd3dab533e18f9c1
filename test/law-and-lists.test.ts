import { describe, expect, it } from 'vitest'
import { law } from '../src/law/index.js'
import { listFor } from '../src/lists/index.js'

/** Law and lists are separate rooms with separate files; here they are held against each other. */
describe.each(law.regimes.map((regime) => [regime.regime.id, regime] as const))(
  '%s',
  (id, { regime, instruments, measures }) => {
    const { dataUntil } = regime
    const list = listFor(id)
    const listings = (list?.designations ?? []).flatMap((one) => one.listings)
    const citations = new Set(instruments.flatMap(({ paragraphs }) => paragraphs.map(({ citation }) => citation)))

    it('has a list, and every consequence of a listing names a paragraph that has a measure', () => {
      expect(listings.length).toBeGreaterThan(0)
      const withMeasure = new Set(measures.map(({ citation }) => citation.replace(/ para (\d+).*$/, ' para $1')))
      const named = new Set(listings.flatMap(({ consequences }) => consequences.map(({ paragraph }) => paragraph)))
      expect([...named].filter((one) => !withMeasure.has(one.replace(/ para (\d+).*$/, ' para $1')))).toEqual([])
    })

    it('has every paragraph by which a resolution lists', () => {
      const named = new Set(
        listings.flatMap(({ instrument = '' }) => (/^S\/RES\/.* para /.test(instrument) ? [instrument] : [])),
      )
      expect(named.size).toBeGreaterThan(0)
      expect([...named].filter((one) => !citations.has(one))).toEqual([])
    })

    it('has an act for every day on which its committee listed or took off, as far as the data reach', () => {
      const days = new Set(instruments.map(({ adopted }) => adopted))
      const own = listings.flatMap(({ date, instrument, removed, removedBy }) => [
        ...(instrument?.startsWith('Committee') ? [date] : []),
        ...(removed !== undefined && removedBy?.startsWith('Committee') ? [removed] : []),
      ])
      expect(own.length).toBeGreaterThan(0)
      expect([...new Set(own)].filter((day) => day <= dataUntil && !days.has(day))).toEqual([])
    })
  },
)
