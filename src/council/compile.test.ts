import { describe, expect, it } from 'vitest'
import type { DataFile } from '../datafiles.js'
import { compileMembers, compileRecord } from './compile.js'
import { printVoteLine, readVoteLine } from './vote-lines.js'

const P5 = 'CHN FRA GBR RUS USA'.split(' ')
const E10 = 'ARG BRA DEU IND ITA JPN KEN MEX NOR ZAF'.split(' ')
const file = (name: string, value: unknown): DataFile => ({ file: name, value, locate: () => ({ line: 7, column: 3 }) })
const states = file(
  'data/states.yaml',
  [...P5, ...E10].map((code) => ({ code })),
)
const seats = [
  ...P5.map((state) => ({ state, seat: 'permanent', from: '2000-01-01' })),
  ...E10.map((state) => ({ state, seat: 'elected', from: '2000-01-01', to: '2001-12-31' })),
]
const members = file('data/council/members.yaml', { from: '2000-01-01', until: '2001-12-31', seats })
const GOOD = '2000-02-01 | S/2000/1 | YYYYYYYYYYYYYYY | 15-0-0 | adopted | | BD-1 | A made-up text'

function problems(line: string, block = [...P5, ...E10].join(' ')): string[] {
  const votes = file('data/council/votes/2000.yaml', [{ members: block, votes: `${line}\n` }])
  return compileRecord([states, members, votes]).problems.map((problem) => problem.what)
}

describe('the data’s compiler', () => {
  it('takes a good line', () => expect(problems(GOOD)).toEqual([]))

  it.each([
    ['a letter too few', GOOD.replace('YYYYYYYYYYYYYYY', 'YYYYYYYYYYYYYY'), /14 letters for 15 members/],
    ['another tally', GOOD.replace('15-0-0', '14-0-1'), /letters make 15-0-0-0, not 14-0-1/],
    ['another outcome', GOOD.replace('| adopted', '| not adopted'), /rule gives "adopted"/],
    ['a veto', GOOD.replace('YYYYYYYYYYYYYYY | 15-0-0', 'YYYNYYYYYYYYYYY | 14-1-0'), /rule gives "vetoed by RUS"/],
    ['a wrong letter', GOOD.replace('YYY |', 'YYB |'), /no letters/],
    ['a wrong date', GOOD.replace('02-01', '02-31'), /no date/],
    ['an unknown remark', `${GOOD} | colour: red`, /"colour: red" is no remark/],
    ['spaces', GOOD.replace('BD-1', 'BD-1 '), /not in canonical form/],
    ['two lines of one id', `${GOOD}\n${GOOD}`, /BD-1 stands twice/],
    ['no title', '2000-02-01 | S/2000/1 | | | adopted | | BD-1', /7 columns/],
  ])('reports %s', (_, line, expected) => expect(problems(line).join('\n')).toMatch(expected))

  it('reports members that did not sit, and the line', () => {
    const votes = file('data/council/votes/2000.yaml', [{ members: P5.join(' '), votes: `${GOOD}\n` }])
    const [problem] = compileRecord([states, members, votes]).problems
    expect(problem).toMatchObject({
      what: 'not the members of 2000-02-01',
      place: { file: 'data/council/votes/2000.yaml', line: 8 },
    })
  })

  it('reports defects of seats', () => {
    const wrong = (seat: object) =>
      compileMembers([
        states,
        file('members.yaml', { from: '2000-01-01', until: '2001-12-31', seats: [...seats, seat] }),
      ])
    const told = (seat: object) =>
      wrong(seat)
        .problems.map((problem) => problem.what)
        .join()
    expect(told({ state: 'ARG', seat: 'elected', from: '2001-12-31', to: '2002-12-31' })).toMatch(/ARG: sits twice/)
    expect(told({ state: 'QQQ', seat: 'elected', from: '2003-01-01', to: '2004-12-31' })).toMatch(/no state/)
    expect(told({ state: 'ARG', seat: 'elected', from: '2003-01-01' })).toMatch(/without an end/)
    expect(told({ state: 'ARG', seat: 'elected', from: '2004-01-01', to: '2003-01-01' })).toMatch(/ends before/)
    expect(told({ state: 'ARG', seat: 'observer', from: '2004-01-01', to: '2005-01-01' })).toMatch(/permanent/)
  })

  it('reads what it prints', () => {
    const line = readVoteLine(`${GOOD} | matter: procedural; confidence: memory | a note`)
    expect(typeof line === 'string' ? line : printVoteLine(line)).toBe(
      `${GOOD} | matter: procedural; confidence: memory | a note`,
    )
  })
})
