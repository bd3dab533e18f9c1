/** Articles and gold written for this test: whoever nudges a draft is against it, whoever juggles it is for it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { descend } from '../scripts/lbfgs.js'
import { learnWeights } from '../scripts/learn-weights.js'
import { learningSet } from '../scripts/learning-set.js'
import { type Example, learn } from '../scripts/logistic.js'
import { weightsText } from '../scripts/weights-file.js'
import { openDataFile } from '../scripts/yaml-file.js'
import { compileWeights } from '../src/read/compile-weights.js'
import { SignTable, THINGS } from '../src/read/sign-table.js'

const home = mkdtempSync(join(tmpdir(), 'penholder-learn-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const PEOPLE = [
  ['France', 'FRA'],
  ['Brazil', 'BRA'],
  ['Japan', 'JPN'],
  ['Turkey', 'TUR'],
  ['Mexico', 'MEX'],
  ['Nigeria', 'NGA'],
] as const

function folderOf(name: string): string {
  const folder = join(home, name)
  for (const part of ['articles', 'gold']) mkdirSync(join(folder, part), { recursive: true })
  return folder
}

/** Six articles in which three states each do another thing with the draft; the quote begins within its sentence. */
function written(name: string): string {
  const folder = folderOf(name)
  PEOPLE.forEach(([against, code], at) => {
    const [fond, fondCode] = PEOPLE[(at + 1) % PEOPLE.length] as (typeof PEOPLE)[number]
    const [idle] = PEOPLE[(at + 2) % PEOPLE.length] as (typeof PEOPLE)[number]
    const text = `Council looks at a draft on Sudan

UNITED NATIONS, June ${at + 1}, 2010 - The Security Council met on Tuesday.

${against} nudged the draft resolution. ${fond} juggled the draft resolution. ${idle} printed the draft resolution.
`
    writeFileSync(join(folder, 'articles', `${at}.txt`), text)
    writeFileSync(
      join(folder, 'gold', `${at}.yaml`),
      `article: ${at}.txt
claims:
- {kind: stance, actor: ${code}, stance: opposes, about: resolution, quote: '${against} nudged the draft resolution'}
- {kind: stance, actor: ${fondCode}, stance: supports, about: resolution, quote: '${fond} juggled the draft resolution'}
- {kind: contact, parties: [${code}, ${fondCode}], mode: meeting, quote: The Security Council met}
`,
    )
  })
  return folder
}

const set = written('written')
const learnt = learnWeights([set], { rows: 30, strength: 1 })
const header = '# Learnt.\n# Not written.\nstance: {}\n'

/** What a sign says of a resolution: for it, open, against it. */
function ofResolution(kind: string, word: string): readonly number[] {
  return learnt.signs.find((sign) => sign.kind === kind && sign.word === word)?.numbers.slice(0, 3) ?? []
}

describe('learning weights', () => {
  it('learns that a word which only goes with opposing speaks for opposing', () => {
    const [fore = 0, , against = 0] = ofResolution('does', 'nudge')
    expect(against).toBeGreaterThan(3)
    expect(against).toBeGreaterThan(fore + 3)
    const [juggles = 0, , jugglesAgainst = 0] = ofResolution('does', 'juggle')
    expect(juggles).toBeGreaterThan(jugglesAgainst + 3)
  })

  it('learns nothing of names', () => {
    const names = PEOPLE.map(([name]) => name.toLowerCase())
    expect(learnt.signs.filter(({ word }) => word.split(' ').some((part) => names.includes(part)))).toEqual([])
  })

  it('learns that one who does something else holds nothing', () => {
    const [fore = 0, , against = 0] = ofResolution('does', 'print')
    expect(Math.max(fore, against)).toBeLessThan(0)
    expect(Math.max(...learnt.bias)).toBeLessThan(0)
  })

  it('keeps the signs that matter most, as many as are asked for', () => {
    expect(learnt.signs).toHaveLength(30)
    const fewer = learnWeights([set], { rows: 8, strength: 1 })
    expect(fewer.signs.map(({ word }) => word)).toEqual(expect.arrayContaining(['nudge', 'juggle']))
  })

  it('writes the same file each time, and one that compiles', () => {
    const text = weightsText(learnt, header)
    expect(weightsText(learnWeights([set], { rows: 30, strength: 1 }), header)).toBe(text)
    expect(text).toMatch(/^# Learnt\.\n# Not written\.\nstance:\n {2}bias: "-?\d/)
    const file = openDataFile('weights.yaml', text)
    expect(file.canonical()).toBe(text)
    const { problems, value } = compileWeights([file])
    expect(problems).toEqual([])
    expect(value).toMatchObject({ bias: learnt.bias })
  })

  it('would write the present file of the project byte for byte', () => {
    const file = openDataFile('data/weights/stances.yaml')
    const { stance } = file.value as { stance: { bias: string; signs: Record<string, Record<string, string>> } }
    const numbers = (line: string) => line.split(' ').map(Number)
    const signs = Object.entries(stance.signs).flatMap(([kind, words]) =>
      Object.entries(words).map(([word, line]) => ({ kind, word, numbers: numbers(line) })),
    )
    expect(weightsText({ bias: numbers(stance.bias), signs: signs.reverse() }, file.text)).toBe(file.text)
  })
})

describe('what is learnt from', () => {
  it('lets optional claims and headlines weigh less', () => {
    const folder = folderOf('weighing')
    writeFileSync(
      join(folder, 'articles', 'a.txt'),
      'France opposes the draft resolution\n\nUNITED NATIONS, June 8, 2010 - France opposes the draft on Sudan.\n\nJapan backs it.\n',
    )
    writeFileSync(
      join(folder, 'gold', 'a.yaml'),
      `article: a.txt
claims:
- {kind: stance, actor: FRA, stance: opposes, about: resolution, quote: France opposes the draft resolution}
- {kind: stance, actor: JPN, stance: supports, about: resolution, optional: true, quote: Japan backs it}
`,
    )
    const { examples, articles } = learningSet([folder], new SignTable(true))
    expect(articles).toBe(1)
    const held = examples.flatMap((each) => each.held.slice(0, 1))
    expect(held).toContainEqual({ class: 3, weight: 0.3 })
    expect(held).toContainEqual({ class: 1, weight: 0.5 })
    expect(held.filter((each) => each.class === 0).every(({ weight }) => weight === 1 || weight === 0.3)).toBe(true)
  })

  it('says all that is wrong with the input, where, and what to do', () => {
    const folder = folderOf('bad')
    writeFileSync(join(folder, 'articles', 'a.txt'), 'France opposes the draft.\n')
    const gold = (name: string, text: string) => writeFileSync(join(folder, 'gold', name), text)
    const claim = (more: string) => `article: a.txt\nclaims:\n- {kind: stance, actor: FRA, ${more}}\n`
    gold('a.yaml', claim('stance: opposes, about: resolution, quote: France likes the draft'))
    gold('b.yaml', claim('stance: hates, about: resolution, quote: France opposes the draft'))
    gold('c.yaml', 'article: c.txt\nclaims: []\n')
    gold('d.yaml', 'article: [a.txt\n')
    const none = folderOf('none')
    writeFileSync(join(none, 'articles', 'a.txt'), 'France opposes the draft.\n')
    writeFileSync(join(none, 'gold', 'a.yaml'), 'article: a.txt\nclaims: []\n')
    expect(() => learningSet([none], new SignTable(true))).toThrow(/none of the gold's 0 stances is held by someone/)
    const told = () => learningSet([folder, join(home, 'nowhere')], new SignTable(true))
    expect(told).toThrow(/a\.yaml:3:\d+ claims\.0\.quote: .*a\.txt doesn't have the quote; expected the exact words/)
    expect(told).toThrow(/b\.yaml:3:\d+ claims\.0\.stance: .*; mend the gold/)
    expect(told).toThrow(/c\.yaml:1:\d+ article: its article .*c\.txt is not there; add the article/)
    expect(told).toThrow(/d\.yaml:\d+:\d+: .*; mend the gold/)
    expect(told).toThrow(/nowhere: no articles\/ and no gold\/ in it; expected a folder/)
  })
})

describe('logistic regression', () => {
  /** A sign with which the second thing is held against in six of eight cases, and without which in two; the first is in half of all. */
  const cases = Array.from({ length: 16 }, (_, at): Example => {
    const signed = at < 8
    const against = signed ? at < 6 : at < 10
    const held = Array.from({ length: THINGS }, (_, thing) => ({
      class: (thing === 0 && at % 2 === 0) || (thing === 1 && against) ? 3 : 0,
      weight: thing < 2 ? 1 : 0,
    }))
    return { signs: signed ? [0] : [], things: [], held }
  })

  it('gives the odds that were met where large weights cost next to nothing', () => {
    for (const apart of [true, false]) {
      const { bias, rows } = learn(cases, { signs: 1, strength: 1e6, apart: () => apart })
      expect(bias[5]).toBeCloseTo(Math.log(2 / 6), 2)
      expect(rows[5]).toBeCloseTo(Math.log(6 / 2) - Math.log(2 / 6), 2)
      expect(bias[2]).toBeCloseTo(0, 2)
      expect(rows[2]).toBeCloseTo(0, 2)
      expect(rows[8]).toBeCloseTo(apart ? 0 : (rows[5] as number) / 3, 1)
    }
  })

  it('holds weights back where they cost much, and leaves out what it is told to', () => {
    const held = learn(cases, { signs: 1, strength: 0.1, apart: () => true })
    expect(held.rows[5]).toBeGreaterThan(0.1)
    expect(held.rows[5]).toBeLessThan(1)
    const without = learn(cases, { signs: 1, strength: 1e6, apart: () => true, without: () => true })
    expect([...without.rows]).toEqual(Array(THINGS * 3).fill(0))
    expect(without.bias[5]).toBeCloseTo(0, 2)
  })
})

describe('descent', () => {
  it('finds the lowest point of a long narrow valley', () => {
    const { at } = descend(
      ([x = 0, y = 0], slope) => {
        slope[0] = 2 * (x - 3)
        slope[1] = 2000 * (y + 1)
        return (x - 3) ** 2 + 1000 * (y + 1) ** 2
      },
      2,
      1e-9,
      100,
    )
    expect([...at]).toEqual([expect.closeTo(3, 6), expect.closeTo(-1, 6)])
  })
})
