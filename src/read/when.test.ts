import { describe, expect, it } from 'vitest'
import { dateWordsIn } from './datewords.js'
import { readArticle } from './reading.js'
import { tokensOf } from './tokens.js'

/** What the date words of a sentence mean in an article of Wednesday, 13 September 2017. */
function resolve(text: string, ahead = false, published: string | null = '2017-09-13', last?: string) {
  const tokens = tokensOf(text)
  return dateWordsIn(tokens, 0, tokens.length).map((words) =>
    words.resolve({ published: published ?? undefined, last }, ahead),
  )
}

describe('date words', () => {
  it.each([
    ['It met on Monday.', '2017-09-11'],
    ['It met on Wednesday.', '2017-09-13'],
    ['It met last Wednesday.', '2017-09-06'],
    ['It met yesterday.', '2017-09-12'],
    ['It met earlier today.', '2017-09-13'],
    ['It met on September 3.', '2017-09-03'],
    ['It met on 3 September.', '2017-09-03'],
    ['It met on Dec. 20.', '2016-12-20'],
    ['It met on July 5, 2006.', '2006-07-05'],
    ['It met in July 2006.', '2006-07'],
    ['It met in 2006.', '2006'],
    ['It met last December.', '2016-12'],
    ['It met in November.', '2016-11'],
    ['It met last month.', '2017-08'],
    ['It met earlier this month.', '2017-09'],
    ['It met last year.', '2016'],
    ['It met four days ago.', '2017-09-09'],
    ['It met two years ago.', '2015'],
    ['It met three months ago.', '2017-06'],
    ['It met last week.', '2017-09'],
  ])('%s → %s', (text, date) => {
    expect(resolve(text)).toEqual([date])
  })
  it.each([
    ['It will meet on Monday.', '2017-09-18'],
    ['It will meet tomorrow.', '2017-09-14'],
    ['It will meet next month.', '2017-10'],
    ['It will meet on January 5.', '2018-01-05'],
    ['It will meet next Friday.', '2017-09-15'],
  ])('%s → %s', (text, date) => {
    expect(resolve(text, true)).toEqual([date])
  })
  it('counts from the day told last', () => {
    expect(resolve('It met the day after.', false, null, '2017-09-03')).toEqual(['2017-09-04'])
    expect(resolve('It met two weeks later.', false, null, '2017-09-03')).toEqual(['2017-09'])
  })
  it('leaves relative words open without a day of publication', () => {
    expect(resolve('It met on Monday.', false, null)).toEqual([undefined])
    expect(resolve('It met on Monday.', false, '2017')).toEqual([undefined])
    expect(resolve('It met on March 3, 2011.', false, null)).toEqual(['2011-03-03'])
  })
  it('takes no year out of a symbol, a number or a noun phrase of something else', () => {
    expect(resolve('Resolution 2006 and 2007 objects.')).toEqual([])
    expect(resolve('It may march.')).toEqual([])
    expect(resolve('It opposes S/RES/2042 (2012) as it stands.')).toEqual([])
  })
})

/** Kind, date of each claim of a text published on Wednesday, 13 September 2017. */
function dates(text: string, published: string | null = '2017-09-13') {
  const reading = readArticle({ id: 'x', text, ...(published === null ? {} : { published }) })
  return reading.claims.map((claim) => [claim.kind, claim.date])
}

describe('what a date word dates', () => {
  it('dates the event and not the saying', () => {
    expect(
      dates('South Korea said on Tuesday that North Korea conducted a nuclear test on September 3.'),
    ).toContainEqual(['event', '2017-09-03'])
  })
  it('dates a stance by when it was said', () => {
    expect(dates('China’s foreign minister said on Monday that Beijing opposes new sanctions.')).toContainEqual([
      'stance',
      '2017-09-11',
    ])
  })
  it('gives no stance the date of what is told of its holder in passing', () => {
    const { claims } = readArticle({
      id: 'x',
      text: 'The Council discussed Iran. Brazil and Turkey, which brokered a swap deal with Iran in May, say the sanctions are premature.',
      published: '2010-06-09',
    })
    const told = claims.flatMap((claim) => (claim.kind === 'stance' ? [`${claim.actor} ${claim.date}`] : []))
    expect(told).toEqual(['BRA undefined', 'TUR undefined'])
    expect(claims.find((claim) => claim.kind === 'event')?.date).toBe('2010-05')
  })

  it('reads dates inside and after noun phrases', () => {
    expect(dates('Japan spoke of North Korea’s September 3 nuclear test.')).toContainEqual(['event', '2017-09-03'])
    expect(dates('Japan spoke of North Korea’s missile launch over Japan on August 29.')).toContainEqual([
      'event',
      '2017-08-29',
    ])
  })
  it('dates what is done behind where it is done', () => {
    expect(
      dates('The American envoy flew to Khartoum on Sunday. The Council met over Sudan.', '2010-06-09'),
    ).toContainEqual(['contact', '2010-06-06'])
    expect(dates('North Korea fired two missiles into the sea on Tuesday.')).toContainEqual(['event', '2017-09-12'])
  })
  it('reads a date that leads the clause', () => {
    expect(dates('On Monday, the Security Council adopted the resolution.')).toContainEqual(['event', '2017-09-11'])
  })
  it('gives no date where none is told, and none for a border', () => {
    expect(dates('The Security Council adopted the resolution.')).toContainEqual(['event', undefined])
    expect(dates('North Korea has boycotted the talks since Monday.')).toContainEqual(['event', undefined])
  })
  it('says that relative dates stay open', () => {
    const reading = readArticle({ id: 'x', text: 'On Monday, the Security Council adopted the resolution.' })
    expect(reading.claims.every((claim) => claim.date === undefined)).toBe(true)
    expect(reading.problems.map((problem) => problem.what)).toEqual([expect.stringContaining('relative dates')])
  })
  it('finds the day of publication in the text', () => {
    const text =
      'Council acts\n\nNEW YORK, Sept. 13, 2017 (Agency) -- On Monday, the Security Council adopted the resolution.'
    expect(readArticle({ id: 'x', text }).published).toBe('2017-09-13')
    expect(dates(text, null)).toContainEqual(['event', '2017-09-11'])
  })
})

it('dates a vote that is sought by the one day ahead', () => {
  const text =
    'Council weighs Sudan\n\nThe ambassador said Kenya would be seeking a vote at the council on new sanctions on September 11.'
  const claims = readArticle({ id: 'x', text, published: '2017-09-07' }).claims
  expect(claims.find((claim) => claim.kind === 'event' && claim.type === 'vote-expected')?.date).toBe('2017-09-11')
})
