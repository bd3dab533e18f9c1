import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openArticles } from '../src/articles/index.js'
import { addArticles, openRecord, storedReadings, verifyRecord } from '../src/record/index.js'
import { openSqlite } from '../src/record/sqlite.js'
import { incoming, NOON, report, rowsOf } from './record-articles.js'
import { homes } from './record-homes.js'

const root = mkdtempSync(join(tmpdir(), 'penholder-record-cli-'))
afterAll(async () => {
  rmSync(root, { recursive: true, force: true })
  for (const home of homes) await home.clear()
})
const MAIN = resolve('dist/cli/main.js')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(root, 'w-'))
})

const environment = { ...process.env, PENHOLDER_NOW: '2026-01-01T12:00:00Z', USER: 'tester' } as Record<string, string>
delete environment.PENHOLDER_RECORD

function penholder(
  args: readonly string[],
  more: { input?: string | Uint8Array; env?: object; node?: string[]; uid?: number } = {},
) {
  const run = spawnSync(process.execPath, [...(more.node ?? []), MAIN, ...args], {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 1 << 28,
    ...(more.input === undefined ? {} : { input: more.input }),
    env: { ...environment, ...more.env },
    ...(more.uid === undefined ? {} : { uid: more.uid }),
  })
  return { out: run.stdout, err: run.stderr, code: run.status }
}

function put(name: string, content: string | Uint8Array): string {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
  return name
}

function putReports(count: number): void {
  for (let number = 0; number < count; number++) put(`news/${number}.txt`, report(number).text)
}

describe('penholder init, add, verify, export, import', () => {
  it('keeps a folder once, and restores it elsewhere to the same bytes', () => {
    putReports(3)
    expect(penholder(['init'])).toMatchObject({ code: 0, out: 'an empty record: penholder.db\n' })
    const added = penholder(['add', 'news'])
    expect(added).toMatchObject({ code: 0, err: '' })
    expect(added.out).toMatch(/^3 articles added, \d+ new claims/)
    expect(penholder(['add', 'news']).out).toBe('0 articles added, 0 new claims; 3 there already\n')
    expect(penholder(['init']).out).toBe('a record is there already: penholder.db\n')
    const verified = penholder(['verify'])
    expect(verified.code).toBe(0)
    expect(verified.out).toMatch(
      /^1 entry, 3 articles, \d+ claims: nothing was changed\nfiles: 3 as they were, 0 no longer there\nhead [0-9a-f]{64}\n$/,
    )
    expect(penholder(['export', '-o', 'all.jsonl.gz'])).toMatchObject({ code: 0, out: '' })
    expect(penholder(['import', 'all.jsonl.gz', '--record', 'copy.db']).code).toBe(0)
    const exported = penholder(['export']).out
    expect(penholder(['export', '--record', 'copy.db']).out).toBe(exported)
    expect(penholder(['verify', '--record', 'copy.db']).out).toBe(verified.out)
    expect(penholder(['import', '-', '--record', 'third.db'], { input: exported }).code).toBe(0)
    expect(penholder(['import', 'all.jsonl.gz'])).toMatchObject({ code: 2, err: /not empty/ })
    const [heading, log] = exported.split('\n')
    expect(JSON.parse(heading ?? '')).toMatchObject({ penholder: 'record', texts: true })
    expect(JSON.parse(log ?? '').log).toMatchObject({ who: 'tester', at: '2026-01-01T12:00:00.000Z', act: 'add' })
    expect(penholder(['export', '--quotes-only']).out).not.toContain('was written for the tests')
  })

  it('finds the record by --record, by PENHOLDER_RECORD, and else in the working folder', () => {
    put('a.txt', report(1).text)
    expect(penholder(['init', 'x.db']).out).toContain('x.db')
    expect(penholder(['add', 'a.txt'])).toMatchObject({
      code: 2,
      err: /penholder.db: there is no record here; .*penholder init/,
    })
    expect(penholder(['add', 'a.txt'], { env: { PENHOLDER_RECORD: 'x.db' } }).out).toMatch(/^1 article added/)
    expect(penholder(['add', 'a.txt', '--record', 'x.db', '--as', 'B. Other']).out).toMatch(/1 there already/)
    expect(penholder(['add', 'a.txt', '--record', 'postgres://nobody:secret@127.0.0.1:1/x']).err).toMatch(
      /^penholder: postgres:\/\/nobody:…@127\.0\.0\.1:1\/x: the server can’t be reached/,
    )
  })

  it('reads standard input, feeds, tables and mail; what fails does not stop the rest', () => {
    penholder(['init'])
    const text = 'Russia opposes a draft resolution on Iran, its ambassador said on 1 June 2010.'
    put(
      'feed.xml',
      `<rss><channel><title>T</title><item><title>One</title><description>${text}</description></item></channel></rss>`,
    )
    put('other.xml', '<urlset/>')
    put('cut.txt.gz', gzipSync(report(2).text.repeat(50)).subarray(0, 200))
    put('table.csv', `id,text,published\n7,"${text} Row.",2010-06-01\n`)
    put('mail.mbox', `From x Tue Jun  1 10:00:00 2010\nSubject: S\n\nRussia opposes the draft, a diplomat said.\n`)
    const { out, err, code } = penholder(
      ['add', 'feed.xml', 'other.xml', 'cut.txt.gz', 'table.csv', 'mail.mbox', '-', '--format', 'json'],
      {
        input: `${text} Stdin.`,
      },
    )
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ added: 4, there: 0, failed: 2 })
    expect(err).toMatch(/other\.xml: XML that is no feed \(its root is <urlset>\); expected RSS or Atom/)
    expect(err).toMatch(/cut\.txt\.gz: the gzip data end early/)
    expect(err).toMatch(/mail\.mbox:1: no day of publication is told; if you know it, add it again with --published/)
    expect(penholder(['verify']).code).toBe(0)
    expect(penholder(['add', 'mail.mbox', '--published', '2010-06-02']).out).toMatch(/1 there already; 1 read again/)
    expect(penholder(['add', 'mail.mbox', '--published', 'June'])).toMatchObject({ code: 2, err: /is no date/ })
  })

  it('sees that a file was changed after it was added', () => {
    penholder(['init'])
    put('a.txt', report(1).text)
    put('b.txt', report(2).text)
    penholder(['add', 'a.txt', 'b.txt'])
    put('a.txt', report(3).text)
    rmSync(join(folder, 'b.txt'))
    expect(penholder(['verify'])).toMatchObject({
      code: 4,
      err: /a\.txt: the bytes of a\.txt are not there any more/,
      out: /1 problem\nfiles: 0 as they were, 1 no longer there/,
    })
    expect(penholder(['verify', '--no-files']).code).toBe(0)
  })

  it('loads no database for a command that needs no record', () => {
    const preload = put(
      'preload.cjs',
      `process.on('exit', () => {
        const loaded = Object.keys(require.cache).filter((path) => /node_modules.(libsql|@libsql|pg)\\b/.test(path))
        process.stderr.write('databases: ' + loaded.length + '\\n')
      })`,
    )
    put('a.txt', report(1).text)
    const node = ['--require', join(folder, preload)]
    for (const args of [
      ['--help'],
      ['read', 'a.txt'],
      ['law', '--help'],
      ['list', '--help'],
      ['check', '--help'],
      ['add', '--help'],
    ])
      expect(penholder(args, { node }).err, args.join(' ')).toMatch(/^databases: 0$/m)
    expect(penholder(['init'], { node }).err).toMatch(/databases: [1-9]/)
  })
})

describe('what can go wrong with a record', () => {
  it('leaves a file of another kind alone', async () => {
    put('text.db', 'This is a letter and no database. '.repeat(200))
    expect(penholder(['verify', '--record', 'text.db'])).toMatchObject({
      code: 4,
      err: /text\.db: the file is no record, or is damaged/,
    })
    expect(penholder(['init', 'text.db']).code).toBe(4)
    expect(readFileSync(join(folder, 'text.db'), 'utf8')).toMatch(/^This is a letter/)
    const other = openSqlite(join(folder, 'other.db'))
    await other.execute('create table recipes (name text)')
    await other.close()
    expect(penholder(['init', 'other.db'])).toMatchObject({ code: 2, err: /tables of another program/ })
    expect(penholder(['verify', '--record', 'other.db'])).toMatchObject({ code: 2, err: /there is no record here/ })
    expect(penholder(['init', '.'])).toMatchObject({ code: 2, err: /a folder; expected a file/ })
    expect(penholder(['init', 'no/such/folder/x.db'])).toMatchObject({ code: 2, err: /can’t be opened/ })
  })

  it('says so when the disk is full, and keeps what was there', async () => {
    const record = await openRecord(join(folder, 'full.db'), { create: true })
    await addArticles(record, incoming([report(1), report(2)]), NOON)
    const [{ page_count: pages } = { page_count: 0 }] = await record.all<{ page_count: number }>('pragma page_count')
    await record.execute(`pragma max_page_count = ${pages + 40}`)
    const more = Array.from({ length: 400 }, (_, number) => report(number))
    await expect(addArticles(record, incoming(more), NOON, { batch: 20 })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('the disk is full; nothing of this step was kept; make room and run it again'),
    })
    const kept = (await storedReadings(record)).length
    expect(kept).toBeGreaterThanOrEqual(2)
    expect((kept - 2) % 20 === 0 || (kept - 2) % 20 === 18).toBe(true)
    expect((await verifyRecord(record)).problems).toEqual([])
    await record.execute(`pragma max_page_count = ${pages * 1000}`)
    await addArticles(record, incoming(more), NOON)
    expect(await storedReadings(record)).toHaveLength(400)
    expect((await verifyRecord(record)).problems).toEqual([])
    await record.close()
  })

  it('says so when another process holds the lock for too long', async () => {
    const file = join(folder, 'locked.db')
    const record = await openRecord(file, { create: true })
    const impatient = openSqlite(file, { wait: 50 })
    await record.transaction(async () => {
      await expect(addArticles(impatient, incoming([report(1)]), NOON)).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringContaining('locked by another process; try again'),
      })
      expect(await storedReadings(impatient)).toEqual([])
    })
    expect(await addArticles(impatient, incoming([report(1)]), NOON)).toMatchObject({ added: 1 })
    await impatient.close()
    await record.close()
  })

  it('says so when the file can only be read', () => {
    penholder(['init'])
    put('a.txt', report(1).text)
    penholder(['add', 'a.txt'])
    put('b.txt', report(2).text)
    mkdirSync(join(folder, 'kept'))
    copyFileSync(join(folder, 'penholder.db'), join(folder, 'kept/r.db'))
    const before = readFileSync(join(folder, 'kept/r.db'))
    chmodSync(join(folder, 'kept/r.db'), 0o444)
    for (const each of [root, folder, join(folder, 'kept')]) chmodSync(each, 0o555)
    // Root may write everything, so another user tries.
    const user = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const run = penholder(['add', 'b.txt', '--record', 'kept/r.db'], user)
    for (const each of [root, folder, join(folder, 'kept')]) chmodSync(each, 0o755)
    expect(run).toMatchObject({ code: 2, err: /kept\/r\.db: the record can’t be (written|opened); see/ })
    expect(readFileSync(join(folder, 'kept/r.db')).equals(before)).toBe(true)
  })
})

describe.skipIf(homes[1]?.missing !== undefined)('what can go wrong with a server', () => {
  it('says so when the record can only be read', async () => {
    const place = (await homes[1]?.place()) ?? ''
    const made = await openRecord(place, { create: true })
    await addArticles(made, incoming([report(1)]), NOON)
    await made.close()
    const reader = await openRecord(
      place.replace('client_min_messages', 'default_transaction_read_only=on%20-c%20client_min_messages'),
    )
    expect(await storedReadings(reader)).toHaveLength(1)
    await expect(addArticles(reader, incoming([report(2)]), NOON)).rejects.toMatchObject({ code: 'refused' })
    expect(await storedReadings(reader)).toHaveLength(1)
    await reader.close()
  })

  it('says so when the server goes away, and keeps what was there', async () => {
    const place = (await homes[1]?.place()) ?? ''
    const record = await openRecord(place, { create: true })
    const other = await openRecord(place)
    const [{ pid } = { pid: 0 }] = await record.all<{ pid: number }>('select pg_backend_pid() as pid')
    const step = record.transaction(async () => {
      await addArticles(record, incoming([report(1)]), NOON)
      await other.all('select pg_terminate_backend(cast(? as integer))', [pid])
      await new Promise((resolve) => setTimeout(resolve, 100))
      await addArticles(record, incoming([report(2)]), NOON)
    })
    await expect(step).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('nothing of this step was kept'),
    })
    expect(await storedReadings(other)).toEqual([])
    await other.close()
    await record.close().catch(() => undefined)
  })
})

describe('several at once, and the power cut', () => {
  it.each(homes.filter(({ missing }) => missing === undefined))(
    'lets two adds and a reader work at the same time over $name',
    async (home) => {
      const place = await home.place()
      penholder(['init', place])
      const half = (from: number) =>
        put(
          `half-${from}.jsonl`,
          Array.from({ length: 300 }, (_, at) =>
            JSON.stringify({ id: `${from + at}`, text: report(from + at).text }),
          ).join('\n'),
        )
      const adds = [half(0), half(150)].map(
        (file) =>
          new Promise<number | null>((done, fail) => {
            const child = spawn(process.execPath, [MAIN, 'add', file, '--batch', '10', '--record', place], {
              cwd: folder,
              env: environment,
              stdio: 'ignore',
            })
            child.on('exit', done).on('error', fail)
          }),
      )
      const reader = await openRecord(place)
      let ended = false
      const both = Promise.all(adds).finally(() => {
        ended = true
      })
      const sizes: number[] = []
      while (!ended) {
        const stored = await storedReadings(reader)
        expect(
          stored.every(({ reading, claims }) => reading.claims.length === claims.length && claims.length > 0),
        ).toBe(true)
        sizes.push(stored.length)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      expect(await both).toEqual([0, 0])
      expect([...sizes].sort((a, b) => a - b)).toEqual(sizes)
      expect(await storedReadings(reader)).toHaveLength(450)
      expect((await verifyRecord(reader)).problems).toEqual([])
      await reader.close()
    },
  )

  it.each(homes.filter(({ missing }) => missing === undefined))(
    'makes one record when several make it at once over $name',
    async (home) => {
      const place = await home.place()
      const makers = Array.from(
        { length: 4 },
        () =>
          new Promise<number | null>((done, fail) => {
            const child = spawn(process.execPath, [MAIN, 'init', place], {
              cwd: folder,
              env: environment,
              stdio: 'ignore',
            })
            child.on('exit', done).on('error', fail)
          }),
      )
      expect(await Promise.all(makers)).toEqual([0, 0, 0, 0])
      const record = await openRecord(place)
      expect(await record.all('select name from meta')).toHaveLength(1)
      await record.close()
    },
  )

  it('keeps the same with threads and without', async () => {
    const lines = Array.from({ length: 700 }, (_, at) => JSON.stringify({ id: `${at}`, text: report(at).text }))
    const file = resolve(folder, put('many.jsonl', lines.join('\n')))
    penholder(['init', 'threads.db'])
    expect(penholder(['add', 'many.jsonl', '--record', 'threads.db', '--threads', '2'])).toMatchObject({ code: 0 })
    const alone = await openRecord(join(folder, 'alone.db'), { create: true })
    const articles = []
    for await (const opened of openArticles([file])) if ('article' in opened) articles.push(opened.article)
    const items = articles.map((article) => ({ article, got: { from: file, at: '2026-01-01T12:00:00.000Z' } }))
    await addArticles(alone, items, NOON)
    const rows = await rowsOf(alone)
    expect(rows.length).toBeGreaterThan(2100)
    expect(await rowsIn(join(folder, 'threads.db'))).toEqual(rows)
    await alone.close()
  })

  it('loses, doubles and breaks nothing when `add` is killed at random moments, a hundred times', async () => {
    const reports = Array.from({ length: 150 }, (_, number) => report(number))
    const lines = reports.map(({ id, text }) => JSON.stringify({ id, text }))
    put('news.jsonl', lines.join('\n'))
    const whole = join(folder, 'whole.db')
    expect(penholder(['init', 'whole.db']).code).toBe(0)
    expect(penholder(['add', 'news.jsonl', '--record', 'whole.db']).code).toBe(0)
    const expected = await rowsIn(whole)
    let kills = 0
    const seen = new Set<number>()
    for (let round = 0; kills < 100; round++) {
      const file = join(folder, `r${round}.db`)
      penholder(['init', file])
      let kept = 0
      for (let tries = 0; kept < reports.length && kills < 100 && tries < 60; tries++) {
        if (await killedAdd(file)) kills++
        const record = await openRecord(file)
        const found = await verifyRecord(record)
        await record.close()
        expect(found.problems).toEqual([])
        expect(found.articles).toBeGreaterThanOrEqual(kept)
        expect(found.articles % 2).toBe(0)
        kept = found.articles
        seen.add(kept)
      }
      expect(penholder(['add', 'news.jsonl', '--record', file]).code).toBe(0)
      expect(await rowsIn(file)).toEqual(expected)
    }
    expect(kills).toBe(100)
    // The kills fell into the work and not only before or after it.
    expect(seen.size).toBeGreaterThan(10)
  }, 600_000)

  /** Starts `add` and kills it: mostly soon after it has begun to write, sometimes before. False where it ended first. */
  function killedAdd(file: string): Promise<boolean> {
    return new Promise((done, fail) => {
      const size = () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
      const before = size()
      const child = spawn(process.execPath, [MAIN, 'add', 'news.jsonl', '--batch', '2', '--record', file], {
        cwd: folder,
        env: environment,
        stdio: 'ignore',
      })
      const kill = () => child.kill('SIGKILL')
      const early = Math.random() < 0.1 ? setTimeout(kill, Math.random() * 400) : undefined
      const watch = setInterval(() => {
        if (size() === before) return
        clearInterval(watch)
        setTimeout(kill, Math.random() * 40)
      }, 2)
      child.on('error', fail)
      child.on('exit', (_, signal) => {
        clearInterval(watch)
        clearTimeout(early)
        done(signal === 'SIGKILL')
      })
    })
  }

  async function rowsIn(file: string): Promise<string[]> {
    const record = await openRecord(file)
    const rows = await rowsOf(record)
    await record.close()
    return rows
  }
})
