import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'penholder-check-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli/main.js', ...args], {
    encoding: 'utf8',
    input,
  })
  return { status, stdout, stderr }
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const laptops = {
  kind: 'trade',
  action: 'supply',
  importer_country: 'KP',
  exporter_country: 'CN',
  goods: { description: 'laptops', hs_code: '8471.30' },
}

describe('penholder check', () => {
  it('answers by flags, and says which fact is missing', () => {
    const told = run(['check', '--to', 'PRK', '--goods', '2710.19', '--quantity', '20000bbl', '--on', '2017-11-15'])
    expect(told.status).toBe(3)
    expect(told.stdout).toMatch(/CANNOT-TELL on 2017-11-15/)
    expect(told.stdout).toContain('period_total_so_far.value in bbl')
    expect(told.stdout).toMatch(/no\s+legal advice/)
    const whole = run([
      'check',
      '--to',
      'PRK',
      '--goods',
      '2710.19',
      '--quantity',
      '20000bbl',
      '--total',
      '430000bbl',
      '--on',
      '2017-11-15',
      '--format',
      'json',
    ])
    expect(whole.status).toBe(0)
    expect(JSON.parse(whole.stdout)).toMatchObject({
      verdict: 'within-ceiling',
      citations: ['S/RES/2375 (2017) para 14'],
    })
  })

  it('takes one line for each line, in order, and keeps on after a bad one', () => {
    const lines = [
      JSON.stringify({ id: 'a', date: '2018-05-03', act: laptops }),
      '{"id": "b", "act": {}}',
      'not json',
      JSON.stringify({ id: 'd', date: '2017-12-21', act: laptops }),
    ].join('\n')
    const { status, stdout, stderr } = run(['check', '--file', '-'], lines)
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(told.map((line) => line.id)).toEqual(['a', 'b', 3, 'd'])
    expect(told[0]).toMatchObject({ verdict: 'prohibited', citations: ['S/RES/2397 (2017) para 7'], missing: [] })
    expect(told[0].coverage.regimes[0].dataUntil).toMatch(/^20/)
    expect(told[1].error[0].what).toMatch(/no date/)
    expect(told[2].error[0].code).toBe('bad-input')
    expect(told[3].verdict).toBe('nothing-found')
    expect(stderr).toMatch(/line 2: /)
    expect(status).toBe(2)
  })

  it('reads a table and writes one', () => {
    const path = file(
      'acts.csv',
      'id,date,kind,action,exporter,importer,goods,hs_code,circumstances.livelihood\n=1+1,2018-05-03,trade,supply,CHN,PRK,"laptops, new",8471.30,\n2,2016-05-01,trade,procure,PRK,CHN,anthracite,2701.11,true\n',
    )
    const { status, stdout } = run(['check', '--file', path, '--format', 'csv'])
    const [head, first, second] = stdout.split('\r\n')
    expect(head).toMatch(/^id,verdict,citations,/)
    expect(first).toMatch(/^'=1\+1,prohibited,S\/RES\/2397 \(2017\) para 7,/)
    expect(second).toMatch(/^2,exempt,S\/RES\/2270 \(2016\) para 29/)
    expect(status).toBe(0)
  })

  it.each([
    [['check', '--to', 'PRK', '--goods', '2710.19'], /--on/],
    [['check', '--to', 'Nowhere', '--on', '2018-01-01'], /no state/],
    [['check', '--to', 'PRK', '--goods', 'rice', '--quantity', '500', '--on', '2018-01-01'], /unit/],
    [['check'], /nothing to check/],
    [['law', 'atlantis'], /no regime/],
    [['law', 'dprk', '--on', 'yesterday'], /no date/],
  ])('says what is wrong with %j', (args, told) => {
    const { status, stderr } = run(args)
    expect(status).toBe(2)
    expect(stderr).toMatch(told)
  })
})

describe('penholder law', () => {
  it('tells the measures of a day on some goods', () => {
    const { status, stdout } = run(['law', 'dprk', '--on', '2017-10-20', '--goods', '2710'])
    expect(status).toBe(0)
    expect(stdout).toContain('S/RES/2375 (2017) para 14')
    expect(stdout).toContain('500,000 bbl')
    expect(stdout).not.toContain('2371')
  })

  it('tells what changed, and draws it', () => {
    const diff = run(['law', 'diff', 'dprk', '2017-08-01', '2018-01-02'])
    expect(diff.stdout).toMatch(/2017-12-22\n.*2375.*ends \(S\/RES\/2397 \(2017\) para 4\)/s)
    expect(run(['law', 'dprk', '--on', '2017-10-20', '--format', 'svg']).stdout).toMatch(/^<svg /)
    expect(
      JSON.parse(run(['law', 'dprk', '--on', '2017-10-20', '--format', 'json']).stdout).measures.length,
    ).toBeGreaterThan(60)
  })
})
