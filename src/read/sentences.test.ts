import { describe, expect, it } from 'vitest'
import { sentencesOf } from './sentences.js'

const said = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it('survive acronyms, titles and initials', () => {
    expect(said('The U.N. envoy met Mr. Smith of N. Korea. He left.')).toEqual([
      'The U.N. envoy met Mr. Smith of N. Korea.',
      'He left.',
    ])
    expect(said('They spoke at the U.N. The council then met.')).toEqual([
      'They spoke at the U.N.',
      'The council then met.',
    ])
  })

  it('end behind the closing quotation mark', () => {
    expect(said('"We will not object." The envoy then left the chamber.')).toEqual([
      '"We will not object."',
      'The envoy then left the chamber.',
    ])
  })

  it('run over the lines of a hard-wrapped wire, and end at an empty line', () => {
    const wrapped =
      'The envoy of the neighbouring country said on Friday that his\ngovernment would back the draft resolution in the Council this\nweek.\n\nNo vote is set.'
    expect(said(wrapped)).toEqual([wrapped.slice(0, wrapped.indexOf('\n\n')), 'No vote is set.'])
  })

  it('leave the dateline apart', () => {
    expect(said('GENEVA, May 3 (Wire) - The talks opened on Monday.')).toEqual([
      'GENEVA, May 3 (Wire) -',
      'The talks opened on Monday.',
    ])
  })

  it('leave a stamp of the page apart, too', () => {
    expect(said('GENEVA | Mon May 3, 2010 5:01 pm EDT GENEVA (Wire) - The talks opened on Monday.')).toEqual([
      'GENEVA | Mon May 3, 2010 5:01 pm EDT GENEVA (Wire) -',
      'The talks opened on Monday.',
    ])
  })

  it('take no single line with a dateline for a headline', () => {
    const [, only] = sentencesOf('GENEVA, May 3 (Wire) - The talks opened on Monday')
    expect(only?.headline).toBe(false)
  })

  it('take a line behind brackets for a headline all the same', () => {
    const [, line] = sentencesOf(
      'The envoys met in the hall (upstairs).\n\nCouncil to vote on draft\n\nIt will vote on Monday.',
    )
    expect(line?.headline).toBe(true)
  })

  it('leave share links, comment forms and mailing lists out', () => {
    const page =
      'Share on Facebook\n\nThe council met on Monday.\n\nJoin the mailing list\n\nLeave a Reply\n\nYour email address will not be published.'
    expect(said(page)).toEqual(['The council met on Monday.'])
  })

  it('know the headline', () => {
    const [first, second] = sentencesOf(
      'Council meets on new draft\n\nThe council met on Monday to talk about a draft.',
    )
    expect([first?.headline, second?.headline]).toEqual([true, false])
  })
})
