import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FIVE } from './brief-articles.js'

const folder = mkdtempSync(join(tmpdir(), 'penholder-brief-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function penholder(...args: string[]) {
  const env = { ...process.env, PENHOLDER_NOW: '2026-01-01T12:00:00Z', PENHOLDER_RECORD: 'record.db', USER: 'tester' }
  const run = spawnSync(process.execPath, [resolve('dist/cli/main.js'), ...args], { cwd: folder, env })
  return { out: run.stdout.toString(), bytes: run.stdout, err: run.stderr.toString(), code: run.status }
}

beforeAll(() => {
  expect(penholder('init').code).toBe(0)
  for (const { id, text, published } of FIVE) {
    writeFileSync(join(folder, id), text)
    expect(penholder('add', id, '--published', published ?? '').code).toBe(0)
  }
})

describe('penholder brief', () => {
  it('prints for people, and writes files by their endings', () => {
    const { out, code, err } = penholder('brief', 'PRK', '--on', '2006-07-08')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('DPRK: brief of 2006-07-08')
    expect(out).toMatch(/China\*\s+against ×\d+ \(vote/)
    expect(out).toContain('[1] ')
    for (const name of ['b.txt', 'b.htm', 'b.docx', 'b.xlsx', 'b.json'])
      expect(penholder('brief', 'PRK', '-o', name), name).toMatchObject({ code: 0, out: '', err: '' })
    expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe(penholder('brief', 'prk').out)
    expect(readFileSync(join(folder, 'b.docx')).subarray(0, 2).toString()).toBe('PK')
    expect(penholder('brief', 'DPRK', '--format', 'xlsx').bytes.equals(readFileSync(join(folder, 'b.xlsx')))).toBe(true)
    expect(JSON.parse(readFileSync(join(folder, 'b.json'), 'utf8'))).toMatchObject({ on: '2017-09-06' })
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([])
  })

  it('says what changed since a day, and what the record did not know yet', () => {
    expect(penholder('brief', 'PRK', '--since', '2009-01-01').out).toContain(
      'United States on sanctions: unknown → for',
    )
    const early = penholder('brief', 'PRK', '--known', '2025-12-31')
    expect(early).toMatchObject({ code: 2, out: '' })
    expect(early.err).toContain('no matter "PRK"')
  })

  it('refuses what it can’t do, in plain words, and leaves no file behind', () => {
    for (const [args, told] of [
      [['brief', 'FRA'], 'no matter "FRA"; expected one of PRK'],
      [['brief', 'PRK', '--on', '2006-13-01'], '--on "2006-13-01" is no date'],
      [['brief', 'PRK', '--since', '2030-01-01'], 'no day before'],
      [['brief', 'PRK', '--known', 'then'], 'is no moment'],
      [['brief', 'PRK', '-o', 'b.doc'], 'names no format'],
      [['brief', 'PRK', '-o', 'nowhere/b.html'], 'can’t be written'],
      [['brief', 'PRK', '--record', 'missing.db'], 'missing.db'],
    ] as const) {
      const { code, err, out } = penholder(...args)
      expect({ code, out }, args.join(' ')).toEqual({ code: 2, out: '' })
      expect(err).toContain(told)
    }
    expect(existsSync(join(folder, 'b.doc'))).toBe(false)
  })
})
