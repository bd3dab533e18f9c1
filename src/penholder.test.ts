import { describe, expect, it } from 'vitest'
import { countMatters, countReadings, lastDay, tallyFlags } from './penholder.js'
import { answer, type Claim, type Reading } from './read/index.js'

/** Readings made by hand; their quotes stand in no article. */
function reading(
  article: string,
  published: string | undefined,
  target: string,
  claims: readonly Partial<Claim>[],
): Reading {
  const whole = claims.map((claim, index) => ({
    article,
    basis: 'media',
    quote: { text: 'said', start: index * 10, end: index * 10 + 4 },
    ...claim,
  })) as Claim[]
  return { article, claims: whole, target, problems: [], ...(published !== undefined && { published }) }
}

const korea = reading('korea', '2006-07-07', 'PRK', [
  { kind: 'event', type: 'draft-tabled', actor: 'JPN', date: '2006-07-07' },
  { kind: 'stance', actor: 'USA', stance: 'supports', about: 'resolution' },
])
const iran = reading('iran', '2006-07-31', 'IRN', [
  { kind: 'event', type: 'adopted', actor: 'UNSC', date: '2006-07-31', instrument: 'S/RES/1696 (2006)' },
  { kind: 'stance', actor: 'QAT', stance: 'opposes', about: 'resolution', cast: true },
])

describe('a count of readings', () => {
  it('takes one matter and names the others', () => {
    const count = countReadings([korea, iran], { matter: 'substantive' })
    expect(count?.text.symbol).toBe('S/RES/1696 (2006)')
    expect(count?.on).toBe('2006-07-31')
    expect(count?.notes.join()).toMatch(/Articles about DPRK are left out; this count is about Iran/)
    const other = countReadings([korea, iran], { matter: 'substantive', target: 'PRK' })
    expect(other).toMatchObject({ on: '2006-07-07', text: { status: 'tabled', sponsors: ['JPN'] } })
  })

  it('takes the matter of the day that is asked about', () => {
    expect(countReadings([korea, iran], { matter: 'substantive', on: '2006-07-08' })?.text.sponsors).toEqual(['JPN'])
  })

  it('is none without a day', () => {
    expect(countReadings([reading('x', undefined, 'PRK', [])], { matter: 'substantive' })).toBeUndefined()
    expect(lastDay([korea, iran])).toBe('2006-07-31')
  })

  it('stands beside each matter of an answer', () => {
    const articles = [korea, iran].map(({ article, published }) => ({
      id: article,
      text: article.repeat(40),
      published: published ?? '',
    }))
    const whole = answer([korea, iran], articles)
    const counts = countMatters(whole, [korea, iran])
    expect(counts).toHaveLength(whole.matters.length)
    const byTarget = new Map(whole.matters.map((matter, index) => [matter.target, counts[index]]))
    expect(byTarget.get('PRK')?.ruling.outcome).toBe('open')
    expect(byTarget.get('IRN')?.ruling).toMatchObject({ outcome: 'adopted', tally: { yes: 14, no: 1 } })
  })
})

it('flags tallies with their article and words', () => {
  const text = 'The Security Council adopted resolution 1696 by 15 votes to none.'
  const [flag] = tallyFlags([{ id: 'iran', text }], [iran])
  expect(flag).toMatchObject({ article: 'iran', what: 'the record has 14–1–0 for S/RES/1696 (2006)' })
  expect(text.slice(flag?.quote.start, flag?.quote.end)).toBe('15 votes to none')
})
