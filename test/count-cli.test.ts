import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const CLI = 'dist/cli/main.js'
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}
const json = (...args: string[]) => JSON.parse(run(...args, '--format', 'json').stdout)

describe('penholder count of the record', () => {
  it('shows a resolution by symbol, however it is written', () => {
    const { status, stdout } = run('count', 'S/RES/1695 (2006)')
    expect(status).toBe(0)
    expect(stdout).toMatch(/adopted: 15–0–0; 9 were needed/)
    expect(json('count', 'UNSCR 1695')).toEqual(json('count', 'S/RES/1695(2006)'))
  })

  it('shows a veto and who cast it', () => {
    expect(run('count', 'S/2022/431').stdout).toMatch(/vetoed by China and Russia: 13–2–0/)
    expect(json('count', 'S/2022/431')).toMatchObject({
      outcome: 'vetoed',
      vetoes: ['CHN', 'RUS'],
      record: { id: 'BD-2994', date: '2022-05-26', confidence: 'confirmed' },
    })
  })

  it('shows an adoption without a vote, a vote by id, and what was corrected', () => {
    expect(run('count', 'S/RES/1').stdout).toMatch(/Adopted without a vote: there is no tally/)
    expect(run('count', 'BD-93').stdout).toMatch(/vetoed by Union of Soviet Socialist Republics/)
    expect(run('count', 'S/RES/338').stdout).toMatch(
      /Corrected against the source: member votes: CHN:X instead of CHN:A/,
    )
  })

  it('refuses what is not there or not clear', () => {
    expect(run('count', 'S/2017/769')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/no vote on "S\/2017\/769" is on record/),
    })
    expect(run('count', 'S/PV.57')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/votes are on record for "S\/PV.57".*BD-16/),
    })
    expect(run('count')).toMatchObject({ status: 2, stderr: expect.stringMatching(/nothing to count/) })
  })
})

describe('penholder count of votes given by hand', () => {
  it('leaves open what is open', () => {
    const open = json('count', '--yes', 'JPN,USA', '--no', 'CHN', '--on', '2006-07-08')
    expect(open).toMatchObject({
      outcome: 'open',
      tally: { yes: 2, no: 1, unknown: 12 },
      needs: { canPass: false, noCastBy: ['CHN'] },
    })
  })

  it.each([
    [
      ['--yes', 'KOR'],
      /Republic of Korea \(KOR\) was no member of the Council on 2006-07-08; it was one from 1996-01-01/,
    ],
    [['--yes', 'Ruritania'], /"Ruritania" is no state/],
    [['--yes', 'JPN', '--no', 'Japan'], /JPN votes twice: Y and N/],
    [['--yes', 'JPN', '--on', '1945-10-24'], /did not sit before 1946-01-12/],
    [['--yes', 'JPN', '--on', '8 July'], /"8 July" is no date/],
    [['--yes', 'JPN', '--from', 'x'], /exclude each other/],
    [['--yes', 'JPN', '--question', 'weighty'], /Allowed choices are substantive/],
  ])('refuses %j', (args, expected) => {
    const { status, stderr } = run('count', '--on', '2006-07-08', ...args)
    expect(status).toBe(2)
    expect(stderr).toMatch(expected)
  })

  it('needs a day', () =>
    expect(run('count', '--yes', 'JPN')).toMatchObject({ status: 2, stderr: expect.stringMatching(/need --on/) }))
})

describe('penholder count of articles', () => {
  let folder = ''
  const article = () => join(folder, 'eve.txt')
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'penholder-count-'))
    // Written for this test; the meeting that it tells of did not take place.
    writeFileSync(
      article(),
      'Vote on Thursday\n\nNEW YORK, March 1, 2010 - France introduced a draft resolution in the Security Council on Monday. The United States supports the draft resolution. Russia opposes the draft resolution. South Korea supports the draft resolution.\n',
    )
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('counts positions with their quotes', () => {
    const count = json('count', '--from', article(), '--published', '2010-03-01')
    expect(count).toMatchObject({ from: 'claims', on: '2010-03-01', outcome: 'open', required: 9 })
    const stands = (position: string) =>
      count.members
        .filter((one: { position: string }) => one.position === position)
        .map((one: { code: string }) => one.code)
    expect(stands('for')).toContain('USA')
    expect(stands('against')).toEqual(['RUS'])
    expect(count.others.map((one: { code: string }) => one.code)).toContain('KOR')
    for (const { claims } of count.members) {
      for (const claim of claims) expect(claim.quote.text.length).toBeGreaterThan(5)
    }
  })

  it('prints a table and a picture', () => {
    const table = run('count', '--from', article(), '--published', '2010-03-01', '--format', 'csv').stdout
    expect(table.split('\n')[0]).toBe(
      'on,text,outcome,code,name,seat,vote,mark,position,vote_undeclared,conditional,disputed,date,basis,article,start,end,quote',
    )
    expect(table).toMatch(/,KOR,Republic of Korea,none,/)
    const { stdout, status } = run('count', '--from', article(), '--published', '2010-03-01', '--format', 'svg')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^<svg /)
    expect(stdout).toMatch(/it does not show how firm they are/)
  })

  it('refuses a draft that nobody tells of', () => {
    expect(run('count', '--from', article(), '--draft', 'Austria', '--published', '2010-03-01')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/no claim tells of a draft that Austria tabled/),
    })
  })
})

describe('penholder council and votes', () => {
  it('lists the members of a day', () => {
    expect(run('council', '--on', '1980-01-06').stdout).toMatch(/14 members/)
    expect(json('council', '--on', '2006-07-08')).toMatchObject({ president: 'FRA' })
    expect(json('council', '--on', '1971-10-25').members[0]).toMatchObject({
      code: 'CHN',
      seat: 'permanent',
      from: '1971-10-25',
    })
    expect(run('council', '--on', '2030-01-01')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/known until 2027-12-31/),
    })
  })

  it('searches the record', () => {
    expect(json('votes', 'non-proliferation', 'korea', '--outcome', 'vetoed')).toMatchObject({
      votes: [{ text: 'S/2022/431' }, {}],
    })
    expect(run('votes', '--member', 'SUN', '--cast', 'X', '--year', '1950').stdout).toMatch(
      /S\/RES\/82 \(1950\) +SUN X/,
    )
    expect(run('votes', 'no such words at all')).toMatchObject({ status: 0, stdout: '0 votes found\n' })
    expect(run('votes', '--member', 'CHE', '--year', '19x')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/"19x" is no date/),
    })
    expect(run('votes', '--member', 'LIE')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/was never a member/),
    })
  })

  it('counts vetoes and agreement', () => {
    const vetoes = json('votes', '--vetoes')
    expect(vetoes.map((row: { member: string }) => row.member)).toEqual(['SUN', 'USA', 'RUS', 'GBR', 'CHN', 'FRA'])
    expect(run('votes', '--alike', 'CHN,RUS').stdout).toMatch(/China and Russia voted alike in \d+ of \d+ votes/)
    expect(json('votes', '--alike', 'USA,USA')).toMatchObject({ members: ['USA', 'USA'] })
  })

  it('starts without the votes where they are not needed', () => {
    const help = execFileSync(process.execPath, [CLI, 'count', '--help'], { encoding: 'utf8' })
    expect(help).toMatch(/--matter/)
  })
})
