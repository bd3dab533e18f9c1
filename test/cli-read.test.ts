import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openArticles } from '../src/articles/index.js'
import { Claim } from '../src/read/index.js'

const EXAMPLES = 'examples/articles'
const folder = mkdtempSync(join(tmpdir(), 'penholder-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function penholder(args: readonly string[], more: { input?: string | Uint8Array; env?: NodeJS.ProcessEnv } = {}) {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env
  const run = spawnSync(process.execPath, ['dist/cli/main.js', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(more.input === undefined ? {} : { input: more.input }),
    env: { ...env, ...more.env },
  })
  return { out: run.stdout, err: run.stderr, code: run.status }
}

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const article = `Russia opposes draft on Iran

NEW YORK, June 1, 2010 - Russia opposes a draft resolution that would impose sanctions on Iran, its ambassador said on Tuesday.
`

describe('penholder read', () => {
  it('prints one claim a line, each with its exact words in an article of the folder', async () => {
    const { out, code } = penholder(['read', EXAMPLES, '--format', 'jsonl'])
    expect(code).toBe(0)
    const claims = out
      .trim()
      .split('\n')
      .map((line) => Claim.parse(JSON.parse(line)))
    const texts = new Map<string, string>()
    for await (const opened of openArticles([EXAMPLES]))
      if ('article' in opened) texts.set(opened.article.id, opened.article.text)
    expect(texts.size).toBeGreaterThan(readdirSync(EXAMPLES).length)
    expect(claims.length).toBeGreaterThan(texts.size)
    for (const { article: id, quote } of claims) expect(texts.get(id)?.slice(quote.start, quote.end)).toBe(quote.text)
    expect(new Set(claims.map((claim) => claim.article)).size).toBe(texts.size)
  })

  it('points into a plain text file as it lies on the disk', () => {
    const path = put('crlf.txt', article.replaceAll('\n', '\r\n'))
    const claims = penholder(['read', path, '--format', 'jsonl'])
      .out.trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(claims.length).toBeGreaterThan(0)
    for (const { quote } of claims) expect(readFileSync(path, 'utf8').slice(quote.start, quote.end)).toBe(quote.text)
  })

  it('reads standard input, with the date that is given', () => {
    const { out, code } = penholder(['read', '-', '--format', 'json', '--published', '2010-06-02'], { input: article })
    expect(code).toBe(0)
    const answer = JSON.parse(out)
    expect(answer.articles).toMatchObject([{ id: 'stdin', published: '2010-06-02', target: 'IRN' }])
    expect(answer.claims[0].article).toBe('stdin')
  })

  it('looks through gzip on standard input', () => {
    const input = gzipSync(`${JSON.stringify({ id: 'packed', text: article })}\n`)
    expect(penholder(['read', '-', '--format', 'jsonl'], { input }).out).toContain('"article":"packed"')
  })

  it('prints for people, plain in a pipe and in colour where that is forced', () => {
    const plain = penholder(['read', put('a.txt', article)])
    expect(plain.out).toMatch(/^Iran {2}/)
    expect(plain.out).toMatch(/opposes +Russia.*“.*” a\.txt:[13]/)
    const colour = '\u001b['
    expect(plain.out).not.toContain(colour)
    expect(penholder(['read', join(folder, 'a.txt')], { env: { FORCE_COLOR: '1' } }).out).toContain(colour)
    expect(penholder(['read', join(folder, 'a.txt'), '--no-color'], { env: { FORCE_COLOR: '1' } }).out).not.toContain(
      escape,
    )
    expect(penholder(['read', join(folder, 'a.txt')], { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }).out).not.toContain(
      escape,
    )
    expect(penholder(['read', join(folder, 'a.txt')], { env: { CI: '1' } }).out).not.toContain(colour)
  })

  it('lets no control character of an article reach the terminal', () => {
    const [control, turn] = ['\u001b[31m', '\u202e']
    const sly = `${article}\nAn abstention by a${control} permanent member${turn} counts as a veto.\n`
    const { out } = penholder(['read', put('sly.txt', sly)])
    expect([out.includes('counts as a veto'), out.includes('\u001b'), out.includes(turn)]).toEqual([true, false, false])
  })

  it('names rule and words with --verbose only', () => {
    const [claim] = penholder(['read', join(folder, 'a.txt'), '--format', 'jsonl', '--verbose']).out.split('\n')
    expect(JSON.parse(claim ?? '').why.words.length).toBeGreaterThan(0)
    expect(penholder(['read', join(folder, 'a.txt'), '--format', 'jsonl']).out).not.toContain('"why"')
  })

  it('prints a table that a spreadsheet takes for no formula', () => {
    const line = JSON.stringify({ id: '=HYPERLINK("http://x")', text: article })
    const { out } = penholder(['read', '-', '--format', 'csv'], { input: `${line}\n` })
    const [head, first] = out.split('\n')
    expect(head).toMatch(/^article,kind,date,actor,stance,about,/)
    expect(first).toMatch(/^"'=HYPERLINK\(""http:\/\/x""\)",/)
  })

  it('reports an article that fails, reads the others, and says so by its exit code', () => {
    const inputs = [
      put('bad.txt', Uint8Array.of(0, 1, 2, 3)),
      join(folder, 'none.txt'),
      join(folder, 'a.txt'),
      put('empty.txt', ''),
    ]
    const { out, err, code } = penholder(['read', ...inputs, '--format', 'jsonl'])
    expect(code).toBe(2)
    expect(out).toContain('"article":"a.txt"')
    const told = err
      .trim()
      .split('\n')
      .filter((line) => !line.includes('note:'))
    expect(told.map((line) => line.replace(folder, ''))).toEqual([
      expect.stringContaining('/bad.txt: not a text but binary data'),
      expect.stringContaining('/none.txt: no such file'),
      expect.stringContaining('/empty.txt: empty'),
    ])
  })

  it('says that relative dates stay unresolved where the day is not known', () => {
    const undated =
      'Russia opposes draft\n\nRussia opposed the draft resolution on Iran on Tuesday, its ambassador said.\n'
    expect(penholder(['read', '-'], { input: undated }).out).toMatch(/Not known[\s\S]*stdin/)
    expect(penholder(['read', '-', '--published', '2010-06-02'], { input: undated }).out).not.toMatch(/Not known/)
  })

  it('refuses what it can’t take', () => {
    expect(penholder(['read'])).toMatchObject({ code: 2 })
    expect(penholder(['read', '-', '--format', 'xml'])).toMatchObject({ code: 2 })
    expect(penholder(['read', '-', '--published', 'yesterday'], { input: article })).toMatchObject({
      code: 2,
      err: expect.stringContaining('YYYY-MM-DD'),
    })
    expect(penholder(['read', 'http://127.0.0.1/'])).toMatchObject({ code: 2, err: expect.stringContaining('--fetch') })
    expect(penholder(['read', 'http://127.0.0.1/', '--fetch'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no public address'),
    })
  })

  it('ends quietly when its reader has seen enough', async () => {
    const input = `${JSON.stringify({ text: article })}\n`.repeat(20_000)
    const child = spawn(process.execPath, ['dist/cli/main.js', 'read', '-', '--format', 'jsonl'])
    let errors = ''
    child.stderr.on('data', (data) => {
      errors += data
    })
    child.stdin.on('error', () => {})
    child.stdin.write(input)
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect({ code, errors: errors.replace(/^penholder: note:.*\n/gm, '') }).toEqual({ code: 0, errors: '' })
  })
})
