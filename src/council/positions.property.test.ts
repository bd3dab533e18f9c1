import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ABOUT, BASES, type Claim, EVENT_TYPES, STANCES } from '../read/index.js'
import { type CountOptions, countClaims } from './count.js'
import { councilOn } from './members.js'
import { CHOICES } from './rule.js'

const dates = fc.constantFrom(
  '2006',
  '2006-07',
  '2006-06-30',
  '2006-07-07',
  '2006-07-10',
  '2006-07-15',
  '2006-07-16',
  '2007-01-01',
)
const flag = fc.constantFrom(undefined, undefined, undefined, true as const)
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 3 })
const drafts = fc.constantFrom(
  'an earlier version',
  'a stronger version',
  'the final text',
  'Japan’s draft',
  'the Russian draft',
  'S/RES/1695 (2006)',
)
const shared = {
  article: fc.constantFrom('a', 'b', 'c', 'undated'),
  quote: fc.nat(5000).map((start) => ({ text: 'said', start, end: start + 4 })),
  basis: fc.constantFrom(...BASES),
  date: optional(dates),
}
const stances = fc.record({
  kind: fc.constant('stance' as const),
  ...shared,
  actor: fc.constantFrom('JPN', 'USA', 'CHN', 'RUS', 'GBR', 'FRA', 'GRC', 'KOR', 'UNSC', 'EU'),
  stance: fc.constantFrom(...STANCES),
  about: fc.constantFrom(...ABOUT, 'resolution' as const, 'resolution' as const),
  draft: optional(drafts),
  past: flag,
  cast: flag,
  conditional: flag,
})
const events = fc.record({
  kind: fc.constant('event' as const),
  ...shared,
  type: fc.constantFrom(
    ...EVENT_TYPES,
    'draft-tabled' as const,
    'adopted' as const,
    'vetoed' as const,
    'vote-expected' as const,
  ),
  actor: fc.constantFrom('UNSC', 'JPN', 'RUS', undefined),
  planned: flag,
  instrument: optional(fc.constantFrom('S/RES/1695 (2006)', 'S/RES/1718 (2006)', 'S/2006/488')),
})
const claims = fc.array(fc.oneof(stances, events), { maxLength: 25 }).map((list) => list.map(dropUndefined))
const days = fc.constantFrom('2006-07-01', '2006-07-08', '2006-07-16', '2006-12-31', '2007-06-01')

function dropUndefined(claim: object): Claim {
  return Object.fromEntries(Object.entries(claim).filter(([, value]) => value !== undefined)) as Claim
}

function options(on: string, more: Partial<CountOptions> = {}): CountOptions {
  const articles = [
    { id: 'a', published: '2006-07-07' },
    { id: 'b', published: '2006-07-16' },
    { id: 'c', published: '2007-01' },
  ]
  return { on, matter: 'substantive', articles, ...more }
}

describe('a count of any claims', () => {
  it('has every member of the day once, keeps others out, and stays within the rule', () => {
    fc.assert(
      fc.property(claims, days, (list, on) => {
        const count = countClaims(list, options(on))
        const day = count.text.vote?.date ?? on
        expect(count.members.map((member) => member.state)).toEqual(councilOn(day).states)
        for (const other of count.others) expect(councilOn(on).states).not.toContain(other.actor)
        expect(count.others.map((other) => other.actor)).not.toContain('UNSC')
        for (const { stand } of count.members) {
          if (stand?.position === 'veto signalled' && !stand.isConditional && !stand.isDisputed)
            expect(stand.choice).toBe(CHOICES.N)
          for (const claim of stand?.claims ?? []) expect(claim.about).toBe('resolution')
        }
      }),
    )
  })

  it('does not mind the order of the claims', () => {
    fc.assert(
      fc.property(claims, days, fc.nat(20), (list, on, shift) => {
        const unique = list.map((claim, index) => ({
          ...claim,
          quote: { text: 'said', start: index * 10, end: index * 10 + 4 },
        }))
        const turned = [...unique.slice(shift % (unique.length + 1)), ...unique.slice(0, shift % (unique.length + 1))]
        const [one, other] = [countClaims(unique, options(on)), countClaims(turned, options(on))]
        expect(other.ruling).toEqual(one.ruling)
        expect(other.members.map(({ stand }) => stand?.position)).toEqual(
          one.members.map(({ stand }) => stand?.position),
        )
        expect(other.text.label).toBe(one.text.label)
      }),
    )
  })

  it('never rests on what was not yet known', () => {
    fc.assert(
      fc.property(claims, days, (list, on) => {
        const known = '2006-07-10'
        const seen = list.filter((claim) => claim.article === 'a' || claim.article === 'undated')
        expect(countClaims(list, options(on, { known }))).toEqual(countClaims(seen, options(on, { known })))
      }),
    )
  })
})
