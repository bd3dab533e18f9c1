import { describe, expect, it } from 'vitest'
import { wrongTallies } from './reported.js'

describe('reported tallies', () => {
  it.each([
    [
      'The Security Council adopted the resolution by 8 votes to 4, with 3 abstentions.',
      /8 votes do not adopt: 9 are needed/,
    ],
    ['The draft resolution was passed in the Security Council 13-3.', /16 votes are more than the Council’s 15/],
    [
      'The Council adopted resolution 1695 by 13 votes to none, with two abstentions.',
      /the record has 15–0–0 for S\/RES\/1695 \(2006\)/,
    ],
    ['Resolution 1706 was adopted 12–0–2, the Council said.', /the record has 12–0–3/],
  ])('are flagged: %s', (text, expected) => {
    const [flag, ...more] = wrongTallies(text, '2006-10-01')
    expect(more).toEqual([])
    expect(flag?.what).toMatch(expected)
    expect(text.slice(flag?.quote.start, flag?.quote.end)).toBe(flag?.quote.text)
  })

  it.each([
    'The Security Council adopted resolution 1695 by 15 votes to none.',
    'The Council adopted resolution 1706 by 12 votes to none with 3 abstentions.',
    'The draft resolution was vetoed in the Council, 13-2.',
    'The Council adopted the resolution on 8-9 May.',
    'The draft failed in the Council: 5 in favour, 4 against, 6 abstentions.',
    'The bill passed the Senate 52-48.',
    'UNITED NATIONS, Feb. 4, 2012 (Wire) - Russia vetoed a resolution in the Security Council.',
    'On 2012-12-04 the Council adopted a resolution.',
    'On Oct. 4, 15 members voted on the resolution.',
    'They met from 9 to 12 and adopted a statement.',
    'The Council voted on a resolution to inspect 20 to 30 ships.',
    'NEW YORK, March 29, 2005 - The Security Council voted on Tuesday to adopt a resolution.',
    'By 10.30 to 11 the Council had voted on the resolution.',
  ])('pass: %s', (text) => expect(wrongTallies(text, '2006-10-01')).toEqual([]))

  it('are held against the rule of their time', () => {
    const text = 'The Security Council adopted the resolution by 8 votes to none, with 3 abstentions.'
    expect(wrongTallies(text, '1960-01-01')).toEqual([])
    expect(wrongTallies(text, '1967-01-01')).toHaveLength(1)
    expect(wrongTallies(text, undefined)).toEqual([])
  })

  it('are found in linear time', () => {
    const long = 'The Council voted 13 to 2, with 3, 4, 5 - 6 and 7 '.repeat(10_000)
    expect(wrongTallies(long, '2006-10-01').length).toBeLessThanOrEqual(50)
  })
})
