import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { openDataFile } from '../../scripts/yaml-file.js'
import { ACTS } from './acts.js'
import { compileLaw } from './compile.js'
import { CONDITIONS } from './condition-names.js'
import { law, lawDiff, measuresInForce, measuresSpokenOfOn, regimeFor, timelineSvg } from './index.js'
import type { Law } from './measures.js'
import { BREADTHS, DUTIES, EFFECTS, FLOWS, FORCES, GATES } from './vocabulary.js'

/** A regime invented for these tests. */
const regime = {
  id: 'atlantis',
  name: 'Atlantis',
  target: 'ATL',
  aliases: ['atlantis'],
  committee: 'the committee',
  from: '2001-01-01',
  dataUntil: '2010-12-31',
  programmes: 'none',
  covers: [
    { symbol: 'S/RES/9001 (2001)', file: 'data/law/9001-2001.yaml' },
    { symbol: 'S/RES/9002 (2002)', file: 'data/law/9002-2002.yaml' },
  ],
}
const goods = {
  groups: [{ id: 'pearls', name: 'Pearls', meaning: 'Pearls', words: ['pearl'], decides: 'words' }],
  names: [],
}
const measure = { id: '9001-1', duty: 'forbid', says: 'No pearls.', acts: ['procure'], flow: 'out', goods: ['pearls'] }

function text(symbol: string, adopted: string, paragraphs: unknown[], more: object = {}) {
  return {
    symbol,
    kind: 'resolution',
    regime: 'atlantis',
    adopted,
    title: 'A text of these tests',
    basis: 'Chapter VII',
    operativeParagraphs: paragraphs.length,
    sources: ['written for these tests'],
    paragraphs,
    ...more,
  }
}
const paragraph = (number: string, more: object = {}) => ({
  number,
  verb: 'decides',
  force: 'binding',
  gist: 'A paragraph.',
  ...more,
})

function compile(first: unknown[], second: unknown[], more: object = {}) {
  const file = (name: string, value: unknown) => openDataFile(name, stringify(value))
  return compileLaw([
    file('data/goods.yaml', goods),
    file('data/regimes/atlantis.yaml', regime),
    file('data/law/9001-2001.yaml', text('S/RES/9001 (2001)', '2001-02-03', first, more)),
    file('data/law/9002-2002.yaml', text('S/RES/9002 (2002)', '2002-03-04', second)),
  ])
}

const one = (effects: unknown[]) => compile([paragraph('1', { measures: [measure] })], [paragraph('1', { effects })])

describe('the life of a measure', () => {
  it('ends the day before another takes its place', () => {
    const { value, problems } = compile(
      [paragraph('1', { measures: [measure] })],
      [
        paragraph('1', {
          measures: [{ ...measure, id: '9002-1' }],
          effects: [{ effect: 'replaces', targets: ['9001-1'] }],
        }),
      ],
    )
    expect(problems).toEqual([])
    const [old, next] = (value as Law).regimes[0]?.measures ?? []
    expect(old?.periods).toEqual([{ from: '2001-02-03', to: '2002-03-03' }])
    expect(old?.endedBy).toEqual([{ citation: 'S/RES/9002 (2002) para 1', effect: 'replaces', from: '2002-03-04' }])
    expect(next?.replaces).toEqual(['9001-1'])
  })

  it('may be suspended and reinstated', () => {
    const { value, problems } = one([
      { effect: 'suspends', targets: ['9001-1'] },
      { effect: 'reinstates', targets: ['9001-1'], from: '2003-01-01' },
    ])
    expect(problems).toEqual([])
    expect((value as Law).regimes[0]?.measures[0]?.periods).toEqual([
      { from: '2001-02-03', to: '2002-03-03' },
      { from: '2003-01-01' },
    ])
  })

  it.each([
    [
      'ends twice',
      [
        { effect: 'ends', targets: ['9001-1'] },
        { effect: 'ends', targets: ['9001-1'] },
      ],
      /no longer applies/,
    ],
    ['reinstates what applies', [{ effect: 'reinstates', targets: ['9001-1'] }], /applies already/],
    ['names no measure', [{ effect: 'ends', targets: ['9001-7'] }], /is no measure/],
    ['names no exemption', [{ effect: 'ends', targets: ['9001-1/none'] }], /is no exemption/],
    ['exempts without an exemption', [{ effect: 'exempts', targets: ['9001-1'] }], /if and only if/],
  ])('is a problem where an effect %s', (_what, effects, told) => {
    const { problems } = one(effects)
    expect(problems.map((problem) => problem.what).join()).toMatch(told)
    expect(problems[0]?.place).toMatchObject({ file: 'data/law/9002-2002.yaml' })
    expect(problems[0]?.place?.line).toBeGreaterThan(1)
  })
})

describe('a law file', () => {
  it.each([
    ['an unknown key', [paragraph('1', { verdict: 'no' })], {}, /nrecognized/],
    ['a paragraph left out without reason', [paragraph('1')], { operativeParagraphs: 2 }, /paragraph 2 is neither/],
    ['a paragraph past the last', [paragraph('1'), paragraph('4')], {}, /past the last/],
    ['a paragraph twice', [paragraph('1'), paragraph('1')], {}, /stands twice/],
    ['an unknown goods group', [paragraph('1', { measures: [{ ...measure, goods: ['gems'] }] })], {}, /no goods group/],
    ['a cap without a ceiling', [paragraph('1', { measures: [{ ...measure, duty: 'cap' }] })], {}, /cap/],
    ['two measures of one name', [paragraph('1', { measures: [measure, measure] })], {}, /is taken/],
    ['a symbol that is none', [paragraph('1')], { symbol: 'Resolution 9001' }, /no document symbol/],
  ])('with %s is refused, with line and column', (_what, paragraphs, more, told) => {
    const { problems } = compile(paragraphs, [], more)
    const found = problems.find((problem) => told.test(problem.what))
    expect(found, problems.map((problem) => problem.what).join('\n')).toBeDefined()
    expect(found?.place?.line).toBeGreaterThan(0)
    expect(found?.place?.column).toBeGreaterThan(0)
  })
})

describe('the vocabulary', () => {
  it('is told value by value in the data dictionary', () => {
    const readme = readFileSync('data/law/README.md', 'utf8')
    const values = [ACTS, BREADTHS, CONDITIONS, DUTIES, EFFECTS, FLOWS, FORCES, GATES].flatMap((table) =>
      Object.keys(table),
    )
    expect(values.filter((value) => !readme.includes(`\`${value}\``))).toEqual([])
  })
})

describe('the law of a day', () => {
  const dprk = regimeFor('dprk')

  it('is asked for by alias, code or id', () => {
    expect(regimeFor('PRK')).toBe(dprk)
    expect(() => regimeFor('atlantis')).toThrow(/no regime/)
  })

  it('retires what was replaced', () => {
    const coal = (on: string) => measuresSpokenOfOn(dprk, 'coal', on).map((measure) => measure.citation)
    expect(coal('2016-03-01')).toEqual([])
    expect(coal('2016-03-02')).toEqual(['S/RES/2270 (2016) para 29'])
    expect(coal('2016-11-30')).toEqual(['S/RES/2321 (2016) para 26(b)'])
    expect(coal('2017-08-04')).toEqual(['S/RES/2321 (2016) para 26(b)'])
    expect(coal('2017-08-05')).toEqual(['S/RES/2371 (2017) para 8'])
  })

  it('is empty before the first text and never holds a measure on a day outside its life', () => {
    expect(measuresInForce(dprk, '2006-07-14')).toEqual([])
    for (const on of ['2006-10-14', '2013-03-07', '2017-10-20', '2020-01-01']) {
      const inForce = measuresInForce(dprk, on)
      expect(inForce.length).toBeGreaterThan(5)
      for (const { periods } of inForce)
        expect(periods.some(({ from, to }) => from <= on && (to === undefined || on <= to))).toBe(true)
    }
  })

  it('changes only where a paragraph says so', () => {
    expect(lawDiff(dprk, '2018-01-10', '2018-12-31').filter((change) => change.change === 'began')).toEqual([])
    const changes = lawDiff(dprk, '2017-08-04', '2017-08-05')
    expect(changes.every((change) => change.day === '2017-08-05')).toBe(true)
    expect(changes.map((change) => `${change.change} ${change.measure.citation}`)).toContain(
      'ended S/RES/2321 (2016) para 26(b)',
    )
    expect(lawDiff(dprk, '2018-01-01', '2017-01-01')).toEqual([])
  })

  it('has no measure that never applied', () => {
    for (const { measures } of law.regimes)
      expect(measures.filter((measure) => measure.periods.length === 0).map((measure) => measure.id)).toEqual([])
  })

  it('is drawn with a title, a legend and what it does not show', () => {
    const svg = timelineSvg(dprk, dprk.measures.slice(0, 5), '2017-10-20', dprk.regime.dataUntil)
    expect(svg).toMatch(/^<svg [^>]*role="img"/)
    expect(svg).toContain('<title>')
    expect(svg).toContain('called for')
    expect(svg).toContain('Not shown')
    expect(svg.match(/<rect/g)?.length).toBeGreaterThan(8)
    expect(timelineSvg(dprk, dprk.measures.slice(0, 5), '2017-10-20', dprk.regime.dataUntil)).toBe(svg)
  })
})
