import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { currentEdition, currentVersions } from '../src/answers/index.js'
import { check } from '../src/check/index.js'
import { keepAnswerRows, openRecord } from '../src/record/index.js'
import { NOON } from './record-articles.js'

const root = mkdtempSync(join(tmpdir(), 'penholder-answers-cli-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const MAIN = resolve('dist/cli/main.js')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(root, 'w-'))
})

const environment: Record<string, string> = { ...(process.env as Record<string, string>), USER: 'tester' }
delete environment.PENHOLDER_RECORD

function penholder(args: readonly string[], now = '2026-01-01T12:00:00Z', input?: string) {
  const run = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...environment, PENHOLDER_NOW: now },
    ...(input === undefined ? {} : { input }),
  })
  return { out: run.stdout, err: run.stderr, code: run.status }
}

/** The tests that keep nothing share a record. */
function toEmptyRecord(): void {
  folder = join(root, 'empty')
  if (existsSync(folder)) return
  mkdirSync(folder)
  penholder(['init'])
}

const FUEL = ['check', '--to', 'PRK', '--goods', '2710.19 diesel', '--quantity', '40000bbl', '--on', '2018-04-01']
const FACTS = ['--set', 'livelihood=true', 'associated_parties=false']
const REPORT = ['ceiling', 'add', '2397-5', '--period', '2018-01', '--quantity', '470000bbl']
const BY_COMMITTEE = ['--source', 'committee', '--cited', 'written for this test']

describe('penholder check --keep, answers', () => {
  it('keeps an answer, lists it, shows it as it was, and tells when today’s differs and why', () => {
    penholder(['init'])
    const kept = penholder([...FUEL, ...FACTS, '--party', 'Invented Trading Ltd', '--keep', '--note', 'first look'])
    expect(kept.code).toBe(3)
    const [, id = ''] = /^penholder: kept as ([0-9a-f]{24})\n$/.exec(kept.err) ?? []
    expect(id).not.toBe('')
    expect(penholder([...FUEL, ...FACTS, '--party', 'Invented Trading Ltd']).out).toBe(kept.out)
    const listed = penholder(['answers'])
    expect(listed.out).toContain(`${id}  2026-01-01T12:00:00  on 2018-04-01  cannot-tell`)
    expect(listed.out).toContain('“first look”')
    expect(listed.out).not.toContain('Invented')
    expect(JSON.parse(penholder(['answers', 'list', '--format', 'json']).out)).toMatchObject([
      { id, on: '2018-04-01', verdict: 'cannot-tell', who: 'tester', versions: { law: expect.any(String) } },
    ])
    const shown = penholder(['answers', 'show', id.slice(0, 6)]).out
    expect(shown).toContain('Invented Trading Ltd')
    expect(shown.endsWith(`${kept.out}\n`) || shown.endsWith(kept.out)).toBe(true)
    expect(penholder(['answers', 'rerun'])).toMatchObject({
      code: 0,
      out: '1 answer asked again: none differs today\n',
    })

    penholder([...REPORT, ...BY_COMMITTEE], '2026-02-01T12:00:00Z')
    const again = penholder(['answers', 'rerun'])
    expect(again.code).toBe(1)
    expect(again.out).toContain(`${id}  on 2018-04-01  kept 2026-01-01: cannot-tell, today over-ceiling`)
    expect(again.out).toMatch(/because \(ceilings\) the ceiling of 2397-5: reports [0-9a-f]{24} are counted now/)
    expect(again.out).not.toContain('Invented')
    const [line = ''] = penholder(['answers', 'rerun', id, '--format', 'jsonl']).out.split('\n')
    expect(JSON.parse(line)).toMatchObject({
      id,
      differs: true,
      was: { verdict: 'cannot-tell' },
      is: { verdict: 'over-ceiling' },
      why: [{ kind: 'ceilings', isSure: true }],
    })
    expect(penholder(['answers', 'show', id]).out).toBe(shown)
    expect(penholder(['verify']).code).toBe(0)
  })

  it('answers as it would have been answered then, with the same bytes', () => {
    penholder(['init'])
    penholder([...REPORT, ...BY_COMMITTEE])
    const then = penholder([...FUEL, ...FACTS, '--record', 'penholder.db', '--known', '2026-01-15'])
    expect(then.out).toMatch(/^As known on 2026-01-15: .*\n\nOVER-CEILING/)
    const [add, id, ...rest] = REPORT
    penholder([add ?? '', id ?? '', ...rest.slice(0, -1), '1bbl', ...BY_COMMITTEE], '2026-02-01T12:00:00Z')
    const now = penholder([...FUEL, ...FACTS, '--record', 'penholder.db'])
    expect(now.out).toContain('WITHIN-CEILING')
    expect(penholder([...FUEL, ...FACTS, '--record', 'penholder.db', '--known', '2026-01-15']).out).toBe(then.out)
    const early = penholder([...FUEL, ...FACTS, '--record', 'penholder.db', '--known', '2026-01-01T11:59:59Z'])
    expect(early.out).toContain('CANNOT-TELL')
    expect(penholder(['ceiling', 'show', '--known', '2026-01-15']).out).toContain('470,000 bbl')
    expect(penholder(['ceiling', 'show']).out).not.toContain('470,000')
  })

  it('keeps a batch in order, with the ids of its lines, and leaves out what was no activity', () => {
    penholder(['init'])
    const line = (id: string, more = {}) =>
      JSON.stringify({
        id,
        date: '2017-11-15',
        act: { kind: 'travel', action: 'admit', parties: [{ name: id }], ...more },
      })
    writeFileSync(join(folder, 'many.jsonl'), `${line('Ada')}\n${line('Bea', { kind: 'x' })}\n${line('Cy')}\n`)
    const run = penholder(['check', '--file', 'many.jsonl', '--keep'])
    expect(run.code).toBe(2)
    expect(run.out.trim().split('\n')).toHaveLength(3)
    expect(run.err).toMatch(/line 2/)
    expect(run.err).toMatch(/penholder: 2 answers kept\n$/)
    const listed = JSON.parse(penholder(['answers', '--format', 'json']).out) as { label: string }[]
    expect(listed.map(({ label }) => label).sort()).toEqual(['Ada', 'Cy'])
    expect(penholder(['check', '--file', 'many.jsonl', '--keep']).err).toMatch(/0 answers kept; 2 kept already\n$/)
  })

  it('tells a change of the program where the data are the same', async () => {
    penholder(['init'])
    const record = await openRecord(join(folder, 'penholder.db'))
    const activity = { kind: 'travel', action: 'admit', direction: 'from_dprk' }
    const answer = { ...check(activity, { on: '2017-11-15' }), verdict: 'prohibited' }
    const versions = { ...currentVersions(), code: 'older' }
    await keepAnswerRows(record, NOON, [{ activity, on: '2017-11-15', versions, body: { answer } }], currentEdition())
    await record.close()
    expect(penholder(['answers', 'rerun'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/because \(code\) the program changed/),
    })
  })

  it.each([
    [['answers', 'show', 'beef'], /there is no kept answer beef/],
    [['answers', 'rerun', 'beef'], /there is no kept answer beef/],
    [['answers', '--known', 'Tuesday'], /"Tuesday" is no moment/],
    [[...FUEL, '--note', 'x'], /a note without --keep/],
    [[...FUEL, '--known', '2017-02-30'], /"2017-02-30" is no date and no moment/],
    [['check', '--keep'], /nothing to check/],
    [[...FUEL, '--keep', '--record', 'none.db'], /none\.db: there is no record here/],
  ])('%j is refused', (args, told) => {
    toEmptyRecord()
    expect(penholder(args)).toMatchObject({ code: 2, out: '', err: told })
  })
})

describe('penholder ceiling', () => {
  it('lists the ceilings, and shows the shares of what was reported', () => {
    penholder(['init'])
    expect(penholder(['ceiling', 'list']).out).toMatch(/^2397-5 .*500,000 bbl, calendar year$/m)
    expect(penholder(['ceiling', 'show']).out).toBe('no reports are kept for that\n')
    const add = (...more: string[]) => penholder(['ceiling', 'add', '2397-5', '--cited', 'table', ...more])
    const january = ['--period', '2018-01', '--quantity', '30000t', '--factor', '8.33', '--source', 'committee']
    expect(add(...january).out).toMatch(/^kept as [0-9a-f]{24}\n$/)
    expect(add(...january).out).toMatch(/^kept already as/)
    add('--period', '2018-02..2018-03', '--quantity', '25000t', '--factor', '8.33', '--source', 'Committee')
    add('--period', '2018-01..2018-03', '--quantity', '3000t', '--source', 'China')
    add('--period', '2018-01..2018-03', '--quantity', '2000t', '--source', 'RUS')
    const { out, code } = penholder(['ceiling', 'show', '2397-5', '--on', '2018-06-01'])
    expect(code).toBe(0)
    expect(out).toContain('until 2018-03-31  458,150 bbl (396,000 to 467,500 bbl)  91.6 % (79.2 to 93.5)  [table]')
    expect(out).toContain('75 %: 2018-03-31; 90 %: 2018-03-31 … not yet; 95 %: not yet')
    expect(out).toMatch(/states\n {4}of 500,000 bbl\n.*\n {4}until 2018-03-31 {2}36,000 to 42,500 bbl/)
    expect(out).not.toContain('disagree')
    expect(out.indexOf('committee')).toBeLessThan(out.indexOf('states'))
    expect(JSON.parse(penholder(['ceiling', 'show', '--format', 'json']).out)).toMatchObject([
      { ceiling: '2397-5', period: { from: '2018-01-01', to: '2018-12-31' }, sources: [{ source: 'committee' }, {}] },
    ])
  })

  it.each([
    [['2397-5', '--quantity', '-5t', '--period', '2018-01'], /"-5t" is no quantity/],
    [['2397-5', '--quantity', '5', '--period', '2018-01'], /"5" is no quantity with a unit/],
    [['2397-5', '--quantity', '5usd', '--period', '2018-01'], /2397-5 does not count usd; expected bbl, t, kg/],
    [['2397-5', '--quantity', '5t', '--period', '2017-12'], /fits no period of 2397-5; expected days of one period/],
    [['2397-5', '--quantity', '5t', '--period', '2018-01..2019-01'], /fits no period/],
    [['2397-5', '--quantity', '5t', '--period', 'spring'], /"spring" is no period/],
    [['2397-5', '--quantity', '5t', '--period', '2018-01', '--factor', 'x'], /is no factor/],
    [['2397-77', '--quantity', '5t', '--period', '2018-01'], /"2397-77" is no ceiling of the data; expected one of/],
    [['2397-5', '--quantity', '5t'], /required option/],
    [['2397-5', '--quantity', '5t', '--period', '2018-01', '--source', 'article:feed'], /no article "feed"/],
  ])('add %j is refused', (args, told) => {
    toEmptyRecord()
    expect(penholder(['ceiling', 'add', ...BY_COMMITTEE, ...args])).toMatchObject({ code: 2, out: '', err: told })
  })

  it('kept nothing of what was refused', () => {
    toEmptyRecord()
    expect(penholder(['ceiling', 'show']).out).toBe('no reports are kept for that\n')
  })
})

describe('penholder law --known', () => {
  it('leaves out texts that were adopted later, and what they did', () => {
    const law = (...more: string[]) => penholder(['law', 'dprk', '--on', '2018-01-02', '--goods', '2709', ...more]).out
    expect(law()).toContain('S/RES/2397 (2017) para 4')
    const then = law('--known', '2017-12-01T10:00:00Z')
    expect(then).toMatch(/^As known on 2017-12-01: .*\n\n.*\n\nS\/RES\/2375 \(2017\) para 15/)
    expect(then).not.toContain('2397')
    expect(penholder(['law', 'diff', 'dprk', '2017-12-01', '2018-01-02', '--known', '2017-12-01']).out).not.toContain(
      '2397',
    )
    expect(penholder(['law', 'dprk', '--known', 'then'])).toMatchObject({ code: 2, err: /no date and no moment/ })
  })
})
