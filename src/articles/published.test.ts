import { describe, expect, it } from 'vitest'
import { publicationDate } from './published.js'

describe('publicationDate', () => {
  it.each([
    ['Council Meets On Rockets\n\nNovember 25, 2017, 8:20 am\n\nThe council met.', '2017-11-25', 'byline'],
    ['Council meets\nBy A Reporter\nPublished: 12 July 2006\n\nIt met.', '2006-07-12', 'byline'],
    ['Title\n\nTue, 04/14/2009 - 16:42\n\nSEOUL, April 14 (Agency) -- It met.', '2009-04-14', 'byline'],
    ['Title\n\n17:1728/05/2009 MOSCOW, May 28 (Agency) - Russia will not object to it.', '2009-05-28', 'byline'],
    ['Updated: 2016-01-28 05:22\n\nThe minister spoke.', '2016-01-28', 'byline'],
    ['Title\n\nVIENNA, Sept. 3, 2010 -- The agency reported.', '2010-09-03', 'byline'],
    [
      'Council weighs draft GENEVA | Mon May 3, 2010 5:01 pm EDT GENEVA (Agency) - The talks on the draft of 12 April 2010 opened on Monday, and nobody knows how long they will go on in the hall.',
      '2010-05-03',
      'byline',
    ],
    [
      'Somebody at the hall (agency) March 30, 2006 -- The Council has approved a statement that calls on it to halt all of this work and to answer its questions.',
      '2006-03-30',
      'text',
    ],
  ])('reads %j', (text, date, from) => {
    const found = publicationDate(text)
    expect(found?.date).toBe(date)
    if (from === 'text') expect(found?.from).toBe('text')
  })
  it('takes the year of a dateline from the copyright line', () => {
    expect(
      publicationDate('KHARTOUM, June 2 (Agency) - It rejected it.\n\n© Agency 2008. All rights reserved.'),
    ).toEqual({
      date: '2008-06-02',
      from: 'dateline',
    })
  })
  it('does not guess: figures with two readings, a dateline without a year, a date inside the report', () => {
    expect(publicationDate('Title\n\n07/08/2006\n\nIt met.')).toBeUndefined()
    expect(publicationDate('MOSCOW, May 28 (Agency) - Russia will not object.')).toBeUndefined()
    const report = `${'The council, which has met many times on this matter, '.repeat(3)}adopted it on July 15, 2006, and left.`
    expect(publicationDate(report)).toBeUndefined()
  })
  it('tells figures with two readings apart by the dateline', () => {
    expect(publicationDate('07/08/2006\nBEIRUT, Aug. 7 (Agency) - It met.')?.date).toBe('2006-08-07')
  })
  it('stays linear on one endless line', () => {
    expect(publicationDate('A, '.repeat(200_000))).toBeUndefined()
  })
})
