import { describe, expect, it } from 'vitest'
import { answer } from './answer.js'
import type { Claim } from './claim.js'

/** An article of the words given, in their order, a paragraph each, and claims on them. */
function read(
  id: string,
  published: string | undefined,
  told: readonly (readonly [string, Record<string, unknown>])[],
  more = {},
) {
  const text = told.map(([words]) => words).join('\n\n')
  const claims = told.flatMap(([words, facts]): Claim[] => {
    if (Object.keys(facts).length === 0) return []
    const start = text.indexOf(words)
    return [
      { basis: 'media', ...facts, article: id, quote: { text: words, start, end: start + words.length } } as Claim,
    ]
  })
  const dated = published === undefined ? {} : { published }
  return { article: { id, text }, reading: { article: id, claims, ...dated, target: 'IRN', problems: [], ...more } }
}
function answered(...all: ReturnType<typeof read>[]) {
  return answer(
    all.map((each) => each.reading),
    all.map((each) => each.article),
  )
}
const stance = (actor: string, held: string, about = 'resolution', more = {}) => ({
  kind: 'stance',
  actor,
  stance: held,
  about,
  ...more,
})
const event = (type: string, date?: string, more = {}) => ({
  kind: 'event',
  type,
  actor: 'UNSC',
  ...(date === undefined ? {} : { date }),
  ...more,
})

describe('the answer', () => {
  it('gives the strongest words of a stance, with their line', () => {
    const { matters } = answered(
      read('a', '2010-06-01', [
        ['China opposed it, a source said.', stance('CHN', 'opposes', 'resolution', { basis: 'unnamed' })],
        ['The envoy said it was opposed.', stance('CHN', 'opposes', 'resolution', { basis: 'on-record' })],
        ['Nobody else spoke.', {}],
      ]),
    )
    const position = matters[0]?.atIssue[0]?.positions[0]
    expect(position).toMatchObject({ actor: 'CHN', stance: 'opposes', claims: 2, also: [], before: [] })
    expect(position?.words).toMatchObject({ line: 3, claim: { basis: 'on-record' } })
  })

  it('does not add a weaker stance of the same side', () => {
    const { matters } = answered(
      read('a', '2010-06-01', [
        ['Japan tabled it.', stance('JPN', 'sponsors')],
        ['Japan backs it.', stance('JPN', 'supports')],
      ]),
    )
    expect(matters[0]?.atIssue[0]?.positions).toMatchObject([{ stance: 'sponsors', also: [], before: [] }])
  })

  it('shows a stance that changed with both, in whatever order the articles come', () => {
    const later = read('later', '2010-06-09', [
      ['Russia voted for it.', stance('RUS', 'supports', 'resolution', { cast: true })],
    ])
    const earlier = read('earlier', '2010-06-01', [['Russia opposed it.', stance('RUS', 'opposes')]])
    const { articles, matters } = answered(later, earlier)
    expect(articles.map((each) => each.id)).toEqual(['earlier', 'later'])
    const position = matters[0]?.atIssue[0]?.positions[0]
    expect(position).toMatchObject({
      stance: 'supports',
      date: '2010-06-09',
      before: [{ stance: 'opposes', date: '2010-06-01' }],
    })
  })

  it('keeps a former stance apart and two stances of one day together', () => {
    const { matters } = answered(
      read('a', '2010-06-01', [
        ['China refused to say how it would vote.', stance('CHN', 'undeclared')],
        ['China signalled its opposition.', stance('CHN', 'opposes')],
        ['China had threatened to veto it.', stance('CHN', 'vetoes', 'sanctions', { past: true })],
      ]),
    )
    const [resolution, sanctions] = matters[0]?.atIssue ?? []
    expect(resolution?.positions).toMatchObject([{ stance: 'opposes', also: [{ stance: 'undeclared' }] }])
    expect(sanctions?.positions).toMatchObject([{ stance: 'vetoes', words: { claim: { past: true } } }])
  })

  it('does not put a stance without a date before or after another', () => {
    const { matters } = answered(
      read('a', undefined, [
        ['It opposed it on Monday.', stance('CHN', 'opposes', 'resolution', { date: '2010-06-07' })],
        ['It backed it.', stance('CHN', 'supports')],
      ]),
    )
    expect(matters[0]?.atIssue[0]?.positions).toMatchObject([
      { stance: 'opposes', also: [{ stance: 'supports' }], before: [] },
    ])
  })

  it('cuts one state’s matters at a long silence, and keeps states apart', () => {
    const other = read('other', '2010-06-02', [['France backed it.', stance('FRA', 'supports')]], { target: 'LBY' })
    const days = ['2010-06-01', '2010-07-20', '2011-03-01', undefined, undefined]
    const { matters } = answered(
      other,
      ...days.map((day, index) => read(`a${index}`, day, [[`Text ${index}.`, stance('FRA', 'supports')]])),
    )
    expect(matters.map((each) => [each.target, each.from, each.to, each.articles.join()])).toEqual([
      ['IRN', '2010-06-01', '2010-07-20', 'a0,a1'],
      ['IRN', '2011-03-01', '2011-03-01', 'a2'],
      ['IRN', undefined, undefined, 'a3'],
      ['IRN', undefined, undefined, 'a4'],
      ['LBY', '2010-06-02', '2010-06-02', 'other'],
    ])
  })

  it('orders events in time with the undated last, and tells one event once', () => {
    const first = read('a', '2010-06-09', [
      ['It was adopted.', event('adopted', '2010-06-09')],
      ['A report came.', event('report')],
      ['The draft came in May.', event('draft-tabled', '2010-05')],
    ])
    const second = read('b', '2010-06-10', [['On Wednesday it was adopted.', event('adopted', '2010-06-09')]])
    const { matters } = answered(first, second)
    expect(matters[0]?.events.map((told) => [told.claim.type, told.claims])).toEqual([
      ['draft-tabled', 1],
      ['adopted', 2],
      ['report', 1],
    ])
  })

  it('leaves out what a headline says and its text says again', () => {
    const headed = event('adopted', undefined, { basis: 'headline' })
    const { matters } = answered(
      read('a', '2010-06-09', [
        ['Council adopts text', headed],
        ['It was adopted on Wednesday.', event('adopted', '2010-06-09')],
      ]),
      read('b', '2010-06-10', [
        ['Council acts', headed],
        ['Nothing more.', {}],
      ]),
    )
    expect(matters[0]?.events.map((told) => told.claim.quote.text)).toEqual([
      'It was adopted on Wednesday.',
      'Council acts',
    ])
  })

  it('sorts measures by status', () => {
    const measure = (status: string, types: string[]) => ({ kind: 'measure', by: 'EU', against: 'IRN', types, status })
    const { matters } = answered(
      read('a', '2010-06-01', [
        ['It would freeze assets.', measure('proposed', ['asset-freeze'])],
        ['Its oil embargo stands.', measure('in-force', ['oil'])],
      ]),
    )
    expect(matters[0]?.measures).toMatchObject({
      proposed: [{ line: 1 }],
      announced: [],
      'in-force': [{ line: 3 }],
      lifted: [],
    })
  })

  it('counts the same wire in two outlets once', () => {
    const wire = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')
    const [one, two] = ['a', 'b'].map((id) =>
      read(id, '2010-06-01', [
        ['Russia opposed it.', stance('RUS', 'opposes')],
        [wire, {}],
      ]),
    )
    if (one === undefined || two === undefined) throw new Error()
    const { articles, matters } = answered(one, two)
    expect(articles.map((each) => each.sameAs)).toEqual([undefined, 'a'])
    expect(matters[0]?.atIssue[0]?.positions[0]?.claims).toBe(1)
  })
})

describe('flags', () => {
  const kinds = (...all: ReturnType<typeof read>[]) => answered(...all).flags.map((flag) => flag.kind)

  it('raises a headline that goes further than its article', () => {
    const article = (head: string, body: string) =>
      read('a', '2010-06-01', [
        ['Headline words', stance('CHN', head, 'resolution', { basis: 'headline' })],
        ['Body words here.', stance('CHN', body)],
      ])
    expect(answered(article('vetoes', 'opposes')).flags).toMatchObject([
      { kind: 'headline-stronger', quotes: [{ line: 1 }, { line: 3, quote: { text: 'Body words here.' } }] },
    ])
    expect(kinds(article('supports', 'accepts'))).toEqual(['headline-stronger'])
    expect(kinds(article('opposes', 'vetoes'))).toEqual([])
    expect(kinds(article('opposes', 'undeclared'))).toEqual(['headline-stronger'])
    expect(kinds(article('opposes', 'supports'))).toEqual([])
    const deed = (head: object, body: object) =>
      read('a', '2010-06-01', [
        ['Council acts', { ...head, basis: 'headline' }],
        ['It may act.', { ...body }],
      ])
    expect(kinds(deed(event('adopted'), event('vote-expected')))).toEqual(['headline-stronger'])
    expect(kinds(deed(event('adopted'), event('adopted')))).toEqual([])
  })

  it('raises two sources that disagree on the same days, not a change nor a mixed stance', () => {
    const says = (id: string, day: string, ...held: string[]) =>
      read(
        id,
        day,
        held.map((each) => [`${id} says ${each}.`, stance('RUS', each)] as const),
      )
    expect(kinds(says('a', '2010-06-01', 'opposes'), says('b', '2010-06-02', 'supports'))).toEqual(['sources-disagree'])
    expect(kinds(says('a', '2010-06-01', 'opposes'), says('b', '2010-06-09', 'supports'))).toEqual([])
    expect(kinds(says('a', '2010-06-01', 'opposes'), says('b', '2010-06-01', 'undeclared'))).toEqual([])
    expect(kinds(says('a', '2010-06-01', 'opposes', 'supports'), says('b', '2010-06-01', 'supports'))).toEqual([])
  })

  it('raises dates a day apart for one event', () => {
    const on = (id: string, day: string, more = {}) =>
      read(id, '2010-06-12', [[`${id} tells it.`, event('adopted', day, more)]])
    expect(kinds(on('a', '2010-06-09'), on('b', '2010-06-10'))).toEqual(['dates-apart'])
    expect(kinds(on('a', '2010-06-09'), on('b', '2010-06-09'))).toEqual([])
    expect(kinds(on('a', '2010-06-09'), on('b', '2010-06-11'))).toEqual([])
    const texts = [{ instrument: 'S/RES/1928 (2010)' }, { instrument: 'S/RES/1929 (2010)' }]
    expect(kinds(on('a', '2010-06-09', texts[0]), on('b', '2010-06-10', texts[1]))).toEqual([])
  })
})
