import { describe, expect, it } from 'vitest'
import { parseSymbol } from '../cite/index.js'
import type { Claim, EventClaim, StanceClaim } from '../read/index.js'
import { type CountOptions, countClaims } from './count.js'
import { type ActorPosition, positions } from './positions.js'
import { textAtIssue } from './texts.js'

/** Claims written for these tests; their quotes stand in no article. */
let place = 0
function base(article: string, words: string) {
  place += 100
  return { article, basis: 'media' as const, quote: { text: words, start: place, end: place + words.length } }
}
function stance(
  article: string,
  actor: string,
  held: StanceClaim['stance'],
  more: Partial<StanceClaim> = {},
): StanceClaim {
  return { kind: 'stance', ...base(article, `${actor} ${held}`), actor, stance: held, about: 'resolution', ...more }
}
function event(article: string, type: EventClaim['type'], more: Partial<EventClaim> = {}): EventClaim {
  return { kind: 'event', ...base(article, type), type, actor: 'UNSC', ...more }
}

const articles = [
  { id: 'eve', published: '2006-07-07' },
  { id: 'later', published: '2006-07-10' },
  { id: 'after', published: '2006-07-16' },
  { id: 'next', published: '2009-05-28' },
]
const vantage = (on: string, more: Partial<CountOptions> = {}): CountOptions => ({
  on,
  matter: 'substantive',
  articles,
  ...more,
})
const tabled = event('eve', 'draft-tabled', { actor: 'JPN', date: '2006-07-07' })
const adopted = event('after', 'adopted', { date: '2006-07-15' })

function standOf(claims: readonly Claim[], actor: string, on = '2006-07-12'): ActorPosition {
  const text = textAtIssue(claims, vantage(on))
  const found = positions(claims, text, vantage(on))
  const stand = [...found.members, ...found.others].find((one) => one.actor === actor)
  if (stand === undefined) throw new Error(`${actor} is not shown`)
  return stand
}

describe('a position', () => {
  it('is unknown where no claim says, and undeclared where the member would not say', () => {
    const claims = [tabled, stance('eve', 'GRC', 'undeclared')]
    expect(standOf(claims, 'GRC').position).toBe('undeclared')
    expect(standOf(claims, 'PER')).toMatchObject({ position: 'unknown', claims: [], choice: 15 })
    expect(standOf(claims, 'JPN')).toMatchObject({ position: 'sponsors', choice: 1 })
  })

  it.each([
    ['supports', 'for', 1],
    ['accepts', 'accepts', 13],
    ['abstains', 'abstaining', 4],
    ['opposes', 'against', 14],
    ['vetoes', 'veto signalled', 2],
    ['undeclared', 'undeclared', 15],
  ] as const)('reads %s as %s', (held, position, choice) => {
    expect(standOf([tabled, stance('eve', 'CHN', held)], 'CHN')).toMatchObject({ position, choice })
  })

  it('is the latest on record, and keeps what it was before', () => {
    const claims = [tabled, stance('eve', 'CHN', 'opposes'), stance('later', 'CHN', 'accepts', { basis: 'on-record' })]
    const stand = standOf(claims, 'CHN')
    expect(stand).toMatchObject({ position: 'accepts', basis: 'on-record', date: '2006-07-10' })
    expect(stand.before).toEqual({ position: 'against', date: '2006-07-07' })
    expect(standOf(claims, 'CHN', '2006-07-09')).toMatchObject({ position: 'against' })
  })

  it('is not moved by unnamed sources or a headline', () => {
    const named = stance('eve', 'CHN', 'opposes', { basis: 'on-record' })
    const rumour = stance('later', 'CHN', 'supports', { basis: 'unnamed' })
    const headline = stance('later', 'CHN', 'vetoes', { basis: 'headline' })
    const stand = standOf([tabled, named, rumour, headline], 'CHN')
    expect(stand).toMatchObject({ position: 'against', claims: [named] })
    expect(stand.outweighed).toEqual([rumour, headline])
    expect(standOf([tabled, rumour], 'CHN')).toMatchObject({ position: 'for', basis: 'unnamed' })
  })

  it('rests on what is held without a condition first', () => {
    const claims = [tabled, stance('eve', 'CHN', 'opposes'), stance('eve', 'CHN', 'abstains', { conditional: true })]
    expect(standOf(claims, 'CHN')).toMatchObject({ position: 'against', isDisputed: false, isConditional: false })
  })

  it('is disputed where sources contradict each other, and leans on neither', () => {
    const stand = standOf([tabled, stance('eve', 'RUS', 'supports'), stance('eve', 'RUS', 'opposes')], 'RUS')
    expect(stand).toMatchObject({ position: 'against', isDisputed: true, choice: 15 })
    expect(stand.claims).toHaveLength(2)
  })

  it('tells opposition from the vote', () => {
    const stand = standOf([tabled, stance('eve', 'CHN', 'opposes'), stance('eve', 'CHN', 'undeclared')], 'CHN')
    expect(stand).toMatchObject({ position: 'against', isVoteUndeclared: true, isDisputed: false, choice: 14 })
  })

  it('is not declared by words that leave two votes open', () => {
    const words = { quote: { text: 'would veto or abstain', start: 9000, end: 9021 } }
    const claims = [
      tabled,
      stance('eve', 'CHN', 'opposes'),
      stance('eve', 'CHN', 'vetoes', words),
      stance('eve', 'CHN', 'abstains', words),
    ]
    expect(standOf(claims, 'CHN')).toMatchObject({
      position: 'against',
      isVoteUndeclared: true,
      isDisputed: false,
      choice: 14,
    })
    expect(standOf([tabled, ...claims.slice(2)], 'CHN')).toMatchObject({ position: 'undeclared', choice: 15 })
  })

  it('does not rest on a condition as on a promise', () => {
    const stand = standOf([tabled, stance('eve', 'GRC', 'supports', { conditional: true })], 'GRC')
    expect(stand).toMatchObject({ position: 'for', isConditional: true, choice: 15 })
  })

  it('is not taken from sanctions in general, another version or the past: these stand beside it', () => {
    const claims = [
      tabled,
      stance('eve', 'CHN', 'opposes', { about: 'sanctions' }),
      stance('eve', 'CHN', 'vetoes', { draft: 'an earlier version' }),
      stance('eve', 'CHN', 'supports', { past: true }),
      stance('eve', 'CHN', 'opposes', { about: 'conduct' }),
    ]
    const stand = standOf(claims, 'CHN')
    expect(stand.position).toBe('unknown')
    expect(stand.aside.map(({ why }) => why)).toEqual(['in general', 'another version', 'formerly held'])
  })

  it('attaches to a version: a stronger one is behind once the text is adopted', () => {
    const stronger = stance('after', 'CHN', 'vetoes', { draft: 'a stronger version', past: true })
    const cast = stance('after', 'CHN', 'supports', { draft: 'the watered-down version', cast: true })
    const stand = standOf([tabled, adopted, stronger, cast], 'CHN', '2006-07-16')
    expect(stand).toMatchObject({ position: 'for', claims: [cast] })
    expect(stand.aside).toEqual([{ claim: stronger, why: 'another version' }])
    expect(standOf([tabled, stance('eve', 'CHN', 'vetoes', { draft: 'a stronger version' })], 'CHN').position).toBe(
      'veto signalled',
    )
  })

  it('on a rival’s text is none on this one', () => {
    const claims = [
      event('eve', 'draft-tabled', { actor: 'RUS', date: '2006-07-06' }),
      tabled,
      stance('eve', 'GRC', 'supports', { draft: 'the Russian draft' }),
      stance('eve', 'PER', 'supports', { draft: 'Japan’s draft' }),
    ]
    expect(standOf(claims, 'GRC')).toMatchObject({ position: 'unknown', aside: [{ why: 'another text' }] })
    expect(standOf(claims, 'PER').position).toBe('for')
    expect(countClaims(claims, vantage('2006-07-12')).notes.join()).toMatch(/Other drafts are spoken of, by Russia/)
  })

  it('of a state without a seat is shown and not counted', () => {
    const count = countClaims([tabled, stance('eve', 'KOR', 'supports')], vantage('2006-07-08'))
    expect(count.others).toMatchObject([{ actor: 'KOR', position: 'for' }])
    expect(count.members.some((one) => one.state === 'KOR')).toBe(false)
    expect(count.notes.join()).toMatch(/Not members that day, so not counted: Republic of Korea/)
    expect(count.ruling.tally?.yes).toBe(1)
  })

  it('is never shared out from a group', () => {
    const group = stance('eve', 'UNSC', 'supports', { collective: { text: '13 members support it', count: 13 } })
    const count = countClaims([tabled, group], vantage('2006-07-08'))
    expect(count.collective).toEqual([group])
    expect(count.ruling.tally).toMatchObject({ yes: 1, unknown: 14 })
  })
})

describe('the two clocks', () => {
  const claims = [tabled, stance('eve', 'CHN', 'opposes'), adopted, stance('after', 'CHN', 'supports', { cast: true })]

  it('give yesterday’s answer again', () => {
    const then = countClaims(claims.slice(0, 2), vantage('2006-07-08'))
    const now = countClaims(claims, vantage('2006-07-08', { known: '2006-07-08' }))
    expect(now).toEqual({ ...then, known: '2006-07-08' })
  })

  it('keep what came later out of an earlier day', () => {
    expect(countClaims(claims, vantage('2006-07-08')).text.status).toBe('tabled')
    expect(countClaims(claims, vantage('2006-07-16', { known: '2006-07-10' })).text.status).toBe('tabled')
  })
})

describe('the text at issue', () => {
  it('is closed with its recorded vote once it is adopted', () => {
    const count = countClaims([tabled, stance('eve', 'RUS', 'opposes'), adopted], vantage('2006-07-16'))
    expect(count.text).toMatchObject({
      status: 'adopted',
      symbol: 'S/RES/1695 (2006)',
      sponsors: ['JPN'],
      decided: '2006-07-15',
    })
    expect(count.ruling).toMatchObject({ outcome: 'adopted', tally: { yes: 15 } })
    expect(count.members.find((one) => one.state === 'RUS')).toMatchObject({
      vote: 'Y',
      stand: { position: 'against' },
    })
  })

  it('is not one that was settled before', () => {
    const expected = event('next', 'draft-expected', { planned: true })
    const claims = [tabled, adopted, stance('after', 'CHN', 'supports'), expected, stance('next', 'RUS', 'accepts')]
    const count = countClaims(claims, vantage('2009-05-28'))
    expect(count.text).toMatchObject({ status: 'expected', label: expect.stringMatching(/^no draft yet/) })
    expect(count.members.find((one) => one.state === 'RUS')?.stand?.position).toBe('accepts')
    expect(count.members.find((one) => one.state === 'CHN')?.stand).toMatchObject({
      position: 'unknown',
      aside: [{ why: 'another text' }],
    })
    expect(count.notes.join()).toMatch(/There is no draft yet/)
  })

  it('is voted on where a member is said to have cast a vote', () => {
    const cast = stance('after', 'CHN', 'supports', { cast: true })
    const count = countClaims([cast], vantage('2006-07-16'))
    expect(count.text.status).toBe('voted')
    expect(count.text.candidates.map((vote) => vote.text)).toEqual([
      'S/RES/1694 (2006)',
      'S/2006/508',
      'S/RES/1695 (2006)',
    ])
    const told = countClaims([cast, event('after', 'adopted', { date: '2006-07-15' })], vantage('2006-07-16'))
    expect(told.text).toMatchObject({ status: 'adopted', symbol: 'S/RES/1695 (2006)', voteFoundBy: 'day' })
    expect(told.notes.join()).toMatch(/only one of that day that fits/)
    const unknown = countClaims([{ ...cast, date: '2006-07-05' }], vantage('2006-07-16'))
    expect(unknown.text).toMatchObject({ status: 'voted', candidates: [] })
    expect(unknown.ruling).toMatchObject({ outcome: 'open', tally: { yes: 1 } })
    expect(unknown.notes.join()).toMatch(/how it ended is not told/)
  })

  it('is not settled by an act that is only hoped for', () => {
    const count = countClaims([tabled, event('eve', 'adopted')], vantage('2006-07-08'))
    expect(count.text).toMatchObject({ status: 'tabled', sponsors: ['JPN'] })
  })

  it('is not settled by just any vote of the week', () => {
    const count = countClaims(
      [event('x', 'adopted')],
      vantage('2006-07-08', { articles: [{ id: 'x', published: '2006-07-08' }] }),
    )
    expect(count.text.vote).toBeUndefined()
    expect(count.notes.join()).toMatch(/outcome is as reported/)
  })

  it('is told from others of its day by how members voted', () => {
    const day = { articles: [{ id: 'x', published: '2005-03-29' }] }
    const claims = [event('x', 'adopted'), stance('x', 'CHN', 'abstains', { cast: true })]
    expect(countClaims(claims, vantage('2005-03-29', day)).text.symbol).toBe('S/RES/1591 (2005)')
  })

  it('is expected where a resolution is only spoken of', () => {
    const count = countClaims([stance('eve', 'RUS', 'accepts')], vantage('2006-07-08'))
    expect(count.text).toMatchObject({ status: 'expected', label: 'no draft yet: a resolution is spoken of' })
    expect(count.notes.join()).toMatch(/There is no draft yet/)
  })

  it('is not mixed up with one of years ago whose end no report tells', () => {
    const expected = event('next', 'draft-expected', { planned: true })
    const old = [tabled, stance('eve', 'USA', 'supports')]
    const count = countClaims([...old, expected, stance('next', 'RUS', 'accepts')], vantage('2009-05-28'))
    expect(count.text).toMatchObject({ status: 'expected', sponsors: [], rivals: [] })
    expect(count.members.find((one) => one.state === 'USA')?.stand?.position).toBe('unknown')
  })

  it('may be one on which only a vote is expected, with what members and others want beside it', () => {
    const claims = [
      event('x', 'vote-expected', { date: '2017-09-11', planned: true }),
      stance('x', 'JPN', 'supports', { about: 'sanctions' }),
      stance('x', 'KOR', 'supports', { about: 'sanctions' }),
    ]
    const count = countClaims(claims, vantage('2017-09-07', { articles: [{ id: 'x', published: '2017-09-07' }] }))
    expect(count.text).toMatchObject({ status: 'expected', voteExpected: ['2017-09-11'] })
    expect(count.notes.join()).toMatch(/A vote was expected on 2017-09-11/)
    const japan = count.members.find((one) => one.state === 'JPN')?.stand
    expect(japan).toMatchObject({ position: 'unknown', aside: [{ why: 'in general', claim: { stance: 'supports' } }] })
    expect(count.others).toMatchObject([{ actor: 'KOR', position: 'unknown', aside: [{ why: 'in general' }] }])
    expect(countClaims(claims, vantage('2017-09-11', { known: '2017-09-10' })).text.status).toBe('expected')
  })

  it('may be no text at all', () => {
    const count = countClaims([stance('eve', 'CHN', 'opposes', { about: 'sanctions' })], vantage('2006-07-08'))
    expect(count.text.status).toBe('none')
    expect(count.ruling.outcome).toBe('open')
  })

  it('is found by symbol, before and after its vote', () => {
    const query = { symbol: parseSymbol('S/RES/1695') }
    expect(countClaims([tabled], vantage('2006-07-16'), query).text.status).toBe('adopted')
    expect(countClaims([tabled], vantage('2006-07-08'), query).text).toMatchObject({
      status: 'tabled',
      symbol: 'S/RES/1695 (2006)',
    })
  })

  it('is found by sponsor, or not at all', () => {
    expect(countClaims([tabled], vantage('2006-07-08'), { sponsor: 'JPN' }).text.sponsors).toEqual(['JPN'])
    expect(() => countClaims([tabled], vantage('2006-07-08'), { sponsor: 'PER' })).toThrow(
      /no claim tells of a draft that Peru tabled/,
    )
  })

  it('is named by the words of an event where nothing else names it', () => {
    const words = 'Resolution 1695 was passed'
    const named = event('after', 'adopted', { quote: { text: words, start: 0, end: words.length } })
    const other = event('after', 'adopted', { date: '2006-07-13' })
    expect(countClaims([other, named], vantage('2006-07-16')).text).toMatchObject({
      symbol: 'S/RES/1695 (2006)',
      voteFoundBy: 'symbol',
    })
  })

  it('is not named by a resolution that it only builds on', () => {
    const words = 'The Council adopted new measures under resolution 1718'
    const built = event('next', 'adopted', { date: '2009-05-27', quote: { text: words, start: 0, end: words.length } })
    expect(countClaims([built], vantage('2009-05-28')).text.symbol).not.toBe('S/RES/1718 (2006)')
  })

  it('does not guess between two votes of one day', () => {
    const claims = [event('after', 'adopted', { date: '2006-12-23', article: 'x' })]
    const count = countClaims(claims, vantage('2006-12-24'))
    expect(count.text.candidates.map((vote) => vote.text).sort()).toEqual(['S/RES/1737 (2006)', 'S/RES/1738 (2006)'])
    expect(count.text.vote).toBeUndefined()
    expect(count.notes.join()).toMatch(/claims don’t tell which/)
  })
})

describe('an open count', () => {
  const claims = [
    tabled,
    ...['USA', 'GBR', 'FRA'].map((state) => stance('eve', state, 'supports')),
    stance('eve', 'CHN', 'opposes'),
    stance('eve', 'CHN', 'undeclared'),
    stance('eve', 'RUS', 'opposes'),
  ]

  it('tells what is needed and who may block', () => {
    const count = countClaims(claims, vantage('2006-07-08'))
    expect(count.ruling).toMatchObject({
      outcome: 'open',
      required: 9,
      possible: ['adopted', 'vetoed', 'not adopted'],
      needs: { canPass: true, moreYes: 5, canBeVetoedBy: ['CHN', 'RUS'] },
    })
    expect(count.mayBlock).toEqual(['CHN', 'RUS'])
    expect(count.members).toHaveLength(15)
    expect(count.members.filter((one) => one.stand?.position === 'unknown')).toHaveLength(9)
  })

  it('marks parties without counting them otherwise', () => {
    const plain = countClaims(claims, vantage('2006-07-08'))
    const marked = countClaims(claims, vantage('2006-07-08', { parties: ['JPN'] }))
    expect(marked.members.filter((one) => one.isParty).map((one) => one.state)).toEqual(['JPN'])
    expect(marked.ruling).toEqual(plain.ruling)
  })

  it('is not blocked by a No in a procedural matter', () => {
    const count = countClaims(claims, vantage('2006-07-08', { matter: 'procedural' }))
    expect(count.ruling.needs?.canBeVetoedBy).toEqual([])
    expect(count.mayBlock).toEqual([])
  })
})
