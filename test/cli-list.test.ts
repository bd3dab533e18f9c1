import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'penholder-list-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function list(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/cli/main.js', 'list', ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}
// Invented, in the form that the United Nations publishes.
const xml = (
  date: string,
  name: string,
) => `<CONSOLIDATED_LIST dateGenerated="${date}T00:00:00Z"><INDIVIDUALS></INDIVIDUALS><ENTITIES>
<ENTITY><FIRST_NAME>${name}</FIRST_NAME><REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER><LISTED_ON>2015-05-06</LISTED_ON></ENTITY>
</ENTITIES></CONSOLIDATED_LIST>`
const file = (name: string) => join(folder, name)

describe('penholder list search', () => {
  it('says who is listed, since when, by what and why', async () => {
    const { code, out } = await list('search', 'Choi Hwi', '--on', '2018-02-06', '--list', 'dprk-1718')
    expect(code).toBe(0)
    expect(out).toContain('LISTED    KPi.042 CHOE HWI (person), since 2017-06-02')
    expect(out).toContain('travel-ban since 2017-06-02 (S/RES/1718 (2006) para 8(e))')
    expect(out).toContain('because "Choi Hwi" is the name "CHOE HWI" (romanisation:korean)')
  })

  it('exits with 3 where only a near name is found, and with 0 where none is', async () => {
    expect((await list('search', 'Park Young Sik', '--on', '2018-02-06')).code).toBe(3)
    const nobody = await list('search', 'Johanna Meadow', '--on', '2018-02-06')
    expect([nobody.code, nobody.out]).toEqual([0, expect.stringContaining('nothing found')])
  })

  it('prints JSON for programs', async () => {
    const { out } = await list(
      'search',
      '--imo',
      '8628597',
      '--on',
      '2018-04-01',
      '--list',
      'dprk-1718',
      '--format',
      'json',
    )
    expect(JSON.parse(out)).toMatchObject([
      { list: 'dprk-1718', on: '2018-04-01', listed: [{ designation: { name: 'HAO FAN 6' } }] },
    ])
  })

  it.each([
    [['search', 'Kotab'], 'no day is given; expected --on'],
    [['search', 'Kotab', '--on', '6.2.2018'], '"6.2.2018" is no date'],
    [['search', '--on', '2018-02-06'], 'nothing to look up'],
    [['search', 'x', '--on', '2018-02-06', '--imo', '8628598'], 'is no IMO number'],
    [['search', 'x', '--on', '2018-02-06', '--birth-date', '1950/51'], 'is no date of birth'],
    [['search', 'x', '--on', '2018-02-06', '--list', 'nowhere'], 'there is no list "nowhere"; expected dprk-1718'],
    [['search', 'x', '--on', '2018-02-06', '--snapshot', 'nowhere.json'], 'nowhere.json: there is no such file'],
    [['search', 'x', '--on', '2018-02-06', '--snapshot', 'package.json'], 'package.json'],
    [['search', 'x', '--on', '2018-02-06', '--snapshot', 'LICENSE'], 'LICENSE: is no snapshot'],
    [['import', 'nowhere.xml', '-o', 'x.json'], 'nowhere.xml: there is no such file'],
    [['import', 'src', '-o', 'x.json'], 'src: cannot be used'],
  ])('%j is refused', async (args, message) => {
    const { code, err } = await list(...args)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })
})

describe('penholder list import', () => {
  it('keeps snapshots that can be asked as of a date', async () => {
    for (const [date, name] of [
      ['2016-01-01', 'MEADOW WORKS'],
      ['2018-01-01', 'HEATH WORKS'],
    ] as const) {
      writeFileSync(file(`${date}.xml`), xml(date, name))
      const { out } = await list('import', file(`${date}.xml`), '-o', file(`${date}.json`))
      expect(out).toContain(`1 names as of ${date}`)
    }
    const ask = (name: string, on: string) =>
      list('search', name, '--on', on, '--snapshot', file('2018-01-01.json'), file('2016-01-01.json'))
    expect((await ask('Meadow Works', '2017-06-01')).out).toContain('LISTED    XXe.001 MEADOW WORKS')
    expect((await ask('Meadow Works', '2018-06-01')).out).not.toContain('LISTED')
    expect((await ask('Heath Works', '2018-06-01')).out).toContain('(the data reach to 2018-01-01)')
    expect((await ask('Heath Works', '2015-12-31')).err).toContain(
      'no snapshot is as old as 2015-12-31; expected a day from 2016-01-01 on',
    )
  })

  it('leaves an earlier snapshot alone when the file is cut off', async () => {
    writeFileSync(file('cut.xml'), xml('2019-01-01', 'HEATH WORKS').slice(0, -20))
    writeFileSync(file('kept.json'), 'kept')
    const { code, err } = await list('import', file('cut.xml'), '-o', file('kept.json'))
    expect([code, err]).toEqual([2, expect.stringMatching(/cut\.xml:3:\d+: the list cannot be read/)])
    expect(readFileSync(file('kept.json'), 'utf8')).toBe('kept')
    expect(existsSync(`${file('kept.json')}.part`)).toBe(false)
  })
})
