import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { readArticle } from '../src/read/index.js'
import {
  addArticles,
  articleId,
  type Connection,
  exportRecord,
  importRecord,
  keep,
  openRecord,
  readingDiff,
  repeats,
  rereadArticles,
  storedReadings,
  verifyRecord,
} from '../src/record/index.js'
import { TABLES } from '../src/record/tables.js'
import { incoming, NOON, report, rowsOf, stampAt } from './record-articles.js'
import { type Home, homes } from './record-homes.js'

/** The record's tests, the same over each database. */
export function recordSuite(): void {
  afterAll(async () => {
    for (const home of homes) await home.clear()
  })
  for (const home of homes) {
    if (home.missing !== undefined) console.warn(`record over ${home.name}: not tested, ${home.missing}`)
    describe.skipIf(home.missing !== undefined)(`the record over ${home.name}`, () => suite(home))
  }
}

function suite(home: Home): void {
  const open: Connection[] = []
  async function record(): Promise<Connection> {
    const made = await openRecord(await home.place(), { create: true })
    open.push(made)
    return made
  }
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close()
  })

  it('keeps an article with its reading, as it was read', async () => {
    const one = await record()
    const article = report(1, { title: 'Title', source: 'Tests', url: 'https://example.org/1' })
    const added = await addArticles(one, incoming([article]), NOON)
    expect(added).toMatchObject({ added: 1, there: 0, reread: 0, problems: [], undated: [] })
    const [stored] = await storedReadings(one)
    expect(stored?.article).toMatchObject({
      id: articleId(article),
      name: 'report-1.txt',
      text: article.text,
      title: 'Title',
      source: 'Tests',
      url: 'https://example.org/1',
      got: { from: '/tests', at: '2026-01-01T00:00:00.000Z' },
      hasText: true,
    })
    const reading = readArticle({ ...article, id: articleId(article) })
    expect(reading.claims.length).toBeGreaterThan(1)
    expect(stored?.reading).toEqual(reading)
    expect(stored?.claims.map(({ claim }) => claim)).toEqual(reading.claims)
    expect(added.claims).toBe(reading.claims.length)
  })

  it('gives the same rows whatever the order, and when all is added twice', async () => {
    const articles = Array.from({ length: 8 }, (_, number) => report(number))
    const first = await record()
    await addArticles(first, incoming(articles), NOON)
    const expected = await rowsOf(first)
    const order = fc.shuffledSubarray(articles, { minLength: articles.length })
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 9 }), async (shuffled, batch) => {
        const other = await record()
        await addArticles(other, incoming(shuffled), NOON, { batch })
        const entries = await other.all('select seq from log')
        const again = await addArticles(other, incoming([...shuffled].reverse()), stampAt('2027-01-01T00:00:00.000Z'))
        expect(again).toMatchObject({ added: 0, there: articles.length, reread: 0, claims: 0 })
        expect(await other.all('select seq from log')).toEqual(entries)
        expect(await rowsOf(other)).toEqual(expected)
        expect(await storedReadings(other)).toEqual(
          withSeqsOf(await storedReadings(first), await storedReadings(other)),
        )
      }),
      { numRuns: 8 },
    )
  })

  it('answers as it would have answered before', async () => {
    const one = await record()
    await addArticles(one, incoming([report(1)]), stampAt('2026-01-01T12:00:00.000Z'))
    const before = await storedReadings(one)
    await addArticles(one, incoming([report(2), report(3)]), stampAt('2026-01-03T08:00:00.000Z'))
    // A clock that was set back does not put an entry before the one that it follows.
    await addArticles(one, incoming([report(4)]), stampAt('2020-01-01T00:00:00.000Z'))
    expect(await storedReadings(one)).toHaveLength(4)
    for (const known of ['2026-01-01', '2026-01-01T12:00:00Z', '2026-01-01T07:00:00-05:00', '2026-01-03T07:59:59Z'])
      expect(await storedReadings(one, { known }), known).toEqual(before)
    expect(await storedReadings(one, { known: '2026-01-01T11:59:59Z' })).toEqual([])
    expect(await storedReadings(one, { known: '2026-01-03T08:00:00Z' })).toHaveLength(4)
    await expect(storedReadings(one, { known: 'yesterday' })).rejects.toThrow('is no moment')
    await expect(storedReadings(one, { known: '2026-02-30' })).rejects.toThrow('is no moment')
    await expect(storedReadings(one, { known: '2026-01-03T08:00:00' })).rejects.toThrow('is no moment')
  })

  it('marks the same wire in two outlets, by the day of publication and not of adding', async () => {
    const late = report(5, { id: 'late.txt', source: 'B', published: '2010-06-09', publishedFrom: 'given' })
    const text = `${late.text}\nAll rights reserved by the first outlet.\n`
    const early = report(5, { id: 'early.txt', text, source: 'A', published: '2010-06-08', publishedFrom: 'given' })
    const one = await record()
    await addArticles(one, incoming([late]), NOON)
    await addArticles(one, incoming([report(900), early]), NOON)
    expect([...(await repeats(one))]).toEqual([[articleId(late), articleId(early)]])
    const marked = (await storedReadings(one)).map(({ article }) => [article.name, article.sameAs])
    expect(marked).toContainEqual(['late.txt', articleId(early)])
    expect(marked.filter(([, sameAs]) => sameAs !== undefined)).toHaveLength(1)
    expect([...(await repeats(one, { seq: 1 }))]).toEqual([])
  })

  it('keeps older claims when a newer reader says something else, and shows what changed', async () => {
    const one = await record()
    await addArticles(one, incoming([report(1), report(2)]), NOON)
    const before = await storedReadings(one)
    const reader = {
      version: '99.1',
      read: (article: Parameters<typeof readArticle>[0]) => {
        const reading = readArticle(article)
        return { ...reading, claims: reading.claims.slice(1) }
      },
    }
    const done = await rereadArticles(one, stampAt('2026-02-01T00:00:00.000Z'), { reader })
    expect(done).toMatchObject({ added: 0, reread: 2, claims: 0 })
    const after = await storedReadings(one)
    expect(after.map(({ claims }) => claims)).toEqual(before.map(({ claims }) => claims.slice(1)))
    expect(await storedReadings(one, { known: '2026-01-31' })).toEqual(before)
    const changes = await readingDiff(one)
    expect(changes).toHaveLength(2)
    for (const change of changes) {
      expect(change.after.reader).toBe('99.1')
      expect(change.come).toEqual([])
      expect(change.gone).toEqual(before.find(({ article }) => article.id === change.article)?.claims.slice(0, 1))
    }
    expect(await readingDiff(one, { known: '2026-01-31' })).toEqual([])
    // With `again` all are read, and kept only where the same version now says something else.
    const entries = await one.all('select seq from log')
    expect(await rereadArticles(one, NOON, { reader, again: true })).toMatchObject({ reread: 0 })
    expect(await one.all('select seq from log')).toEqual(entries)
    const mended = { ...reader, read: readArticle }
    expect(await rereadArticles(one, NOON, { reader: mended, again: true })).toMatchObject({ reread: 2, claims: 0 })
    expect((await storedReadings(one)).map(({ claims }) => claims)).toEqual(before.map(({ claims }) => claims))
    // The same again changes nothing, and an older reader does not take the newer one's place.
    expect(await rereadArticles(one, NOON, { reader })).toMatchObject({ reread: 0 })
    expect(await addArticles(one, incoming([report(1)]), NOON)).toMatchObject({ there: 1, reread: 0 })
    expect(await rereadArticles(one, NOON, { again: true })).toMatchObject({ reread: 0 })
    expect((await verifyRecord(one)).problems).toEqual([])
  })

  it('reads again for a day that is given later, and keeps to it', async () => {
    const one = await record()
    const text = 'Russia opposes draft\n\nRussia opposes a draft resolution on Iran, its ambassador said on Monday.\n'
    const article = { id: 'undated.txt', text }
    expect(await addArticles(one, incoming([article]), NOON)).toMatchObject({ undated: ['undated.txt'] })
    const dated = { ...article, published: '2010-06-01', publishedFrom: 'given' as const }
    expect(await addArticles(one, incoming([dated]), NOON)).toMatchObject({ added: 0, reread: 1 })
    expect(await addArticles(one, incoming([article]), NOON)).toMatchObject({ added: 0, reread: 0, there: 1 })
    const [stored] = await storedReadings(one)
    expect(stored?.article).toMatchObject({ published: '2010-06-01', publishedFrom: 'given' })
    expect(stored?.claims.find(({ claim }) => claim.basis !== 'headline')?.claim.date).toBe('2010-05-31')
    const corrected = { ...dated, published: '2010-06-08' }
    await addArticles(one, incoming([corrected]), NOON)
    await addArticles(one, incoming([dated]), NOON)
    expect((await storedReadings(one))[0]?.article.published).toBe('2010-06-01')
    expect(await one.all('select id from reading')).toHaveLength(4)
  })

  it('gives every text back as it came', async () => {
    const one = await record()
    const texts = [
      'a\u0000b Russia opposes the draft.',
      'half \ud83d of a pair',
      '😀 "\'\\ \r\n\t \u2028 ﷽ e\u0301',
      ' '.repeat(9),
    ]
    const articles = texts.map((text, at) => ({
      id: `odd-${at}\u0000\ud800`,
      text,
      title: `t\u0000${at}`,
      prose: text,
    }))
    const whole = { id: 'plain', text: texts.join('\n') }
    await addArticles(one, incoming([...articles, whole]), NOON)
    const stored = new Map((await storedReadings(one)).map(({ article }) => [article.id, article]))
    for (const article of [...articles, whole]) {
      expect(stored.get(articleId(article))).toMatchObject({ text: article.text, name: article.id })
    }
    expect((await verifyRecord(one)).problems).toEqual([])
    await expect(one.run('insert into meta (name, value) values (?, ?)', ['x', 'a\u0000b'])).rejects.toThrow('NUL')
    await expect(one.all('select ? as x', ['\ud800'])).rejects.toThrow('surrogate')
  })

  it('keeps an article that an error of the reader spares, and names the other', async () => {
    const one = await record()
    const reader = {
      version: '1',
      read: (article: Parameters<typeof readArticle>[0]) => {
        if (article.text.includes('Report 2 ')) throw new Error('boom')
        return readArticle(article)
      },
    }
    const added = await addArticles(one, incoming([report(1), report(2), report(3)]), NOON, { reader })
    expect(added).toMatchObject({ added: 2, there: 0 })
    expect(added.problems).toMatchObject([{ place: { file: 'report-2.txt' }, what: 'could not be read (boom)' }])
  })

  it('keeps all of a step or nothing of it', async () => {
    const one = await record()
    await addArticles(one, incoming([report(1)]), NOON)
    const rows = await rowsOf(one)
    const claim = { id: 'c', article: 'nobody', kind: 'stance', gist: 'g', body: '{}' }
    await expect(keep(one, NOON, 'add', { claim: [claim] })).rejects.toThrow(/foreign key/i)
    await expect(
      one.transaction(async () => {
        await keep(one, NOON, 'rule', {})
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect(await rowsOf(one)).toEqual(rows)
    expect(await one.all('select seq from log')).toHaveLength(1)
    expect((await verifyRecord(one)).problems).toEqual([])
  })

  it('lets nothing slip into a transaction of the same connection', async () => {
    const one = await record()
    let inside = 0
    const slow = one.transaction(async () => {
      inside = 1
      await keep(one, NOON, 'first', {})
      await new Promise((resolve) => setTimeout(resolve, 20))
      inside = 2
    })
    const seen = one.all<{ act: string }>('select act from log').then((rows) => ({ rows, inside }))
    const second = keep(one, NOON, 'second', {})
    expect(await seen).toEqual({ rows: [{ act: 'first' }], inside: 2 })
    await slow
    expect(await second).toBe(2)
  })

  it('only adds rows', async () => {
    const one = await record()
    await addArticles(one, incoming([report(1)]), NOON)
    for (const { name, columns } of [...TABLES, { name: 'log', columns: ['who'] }]) {
      if (name === 'article' || name === 'claim' || name === 'reading' || name === 'log') {
        await expect(one.run(`update ${name} set ${columns[1] ?? columns[0]} = 'x'`), name).rejects.toThrow(
          'only added',
        )
        await expect(one.run(`delete from ${name}`), name).rejects.toThrow('only added')
      }
    }
  })

  it('knows every table and column that the migrations make', async () => {
    const one = await record()
    const named = await one.all<{ name: string }>(
      one.dialect === 'sqlite'
        ? `select name from sqlite_master where type = 'table'`
        : `select table_name as name from information_schema.tables where table_schema = current_schema()`,
    )
    expect(named.map(({ name }) => name).sort()).toEqual(['log', 'meta', ...TABLES.map(({ name }) => name)].sort())
    for (const { name, columns, key } of TABLES) {
      const own = await one.all<{ name: string }>(
        one.dialect === 'sqlite'
          ? `select name from pragma_table_info('${name}')`
          : `select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = '${name}'`,
      )
      expect(own.map((column) => column.name).sort(), name).toEqual(['seq', ...columns].sort())
      for (const column of key) expect(columns).toContain(column)
    }
  })

  it('sorts text by its code points', async () => {
    const one = await record()
    const ids = ['b', 'B', 'a', 'Z', 'é', '_', '1']
    await keep(one, NOON, 'test', { matter: ids.map((id) => ({ id, body: '{}' })) })
    const found = await one.all<{ id: string }>('select id from matter order by id')
    expect(found.map(({ id }) => id)).toEqual(['1', 'B', 'Z', '_', 'a', 'b', 'é'])
  })

  it('gives numbers back as they came', async () => {
    const one = await record()
    const base = {
      ceiling: 'c',
      period_from: '2018-01-01',
      period_to: '2018-01-31',
      source: 's',
      unit: 't',
      cited: 'x',
      note: null,
    }
    const values = [0.1, 1 / 3, 1e21, 500_000, 5e-324, -0.5]
    const rows = values.map((value, at) => ({ ...base, id: `r${at}`, value, factor: at === 0 ? null : 7.33 }))
    await keep(one, NOON, 'test', { ceiling_report: rows })
    const found = await one.all<{ value: number; factor: number | null; seq: number }>(
      'select * from ceiling_report order by id',
    )
    expect(found.map(({ value }) => value)).toEqual(values)
    expect(found.map(({ factor }) => factor).slice(0, 2)).toEqual([null, 7.33])
    expect(found[0]).toEqual({ ...rows[0], seq: 1 })
    expect((await verifyRecord(one)).problems).toEqual([])
  })

  it('exports and imports to the same bytes, in every home', async () => {
    const one = await record()
    await addArticles(one, incoming(Array.from({ length: 30 }, (_, number) => report(number))), NOON, { batch: 7 })
    await addArticles(one, incoming([{ id: 'odd', text: 'nul \u0000 Russia opposes the draft.' }]), NOON)
    const exported = await textOf(exportRecord(one))
    for (const other of homes) {
      if (other.missing !== undefined) continue
      const copy = await openRecord(await other.place(), { create: true })
      open.push(copy)
      const manifest = await importRecord(copy, exported.trimEnd().split('\n'), 'export.jsonl')
      expect(manifest.rows).toMatchObject({ article: 31, reading: 31, log: 6 })
      expect(await textOf(exportRecord(copy))).toBe(exported)
      expect(await storedReadings(copy)).toEqual(await storedReadings(one))
      expect((await verifyRecord(copy)).problems).toEqual([])
      await expect(importRecord(copy, exported.trimEnd().split('\n'), 'export.jsonl')).rejects.toThrow('not empty')
    }
  })

  it('leaves full texts out of an export of quotes', async () => {
    const one = await record()
    await addArticles(one, incoming([report(1), report(2, { prose: report(2).text })]), NOON)
    const exported = await textOf(exportRecord(one, { quotesOnly: true }))
    expect(exported).not.toContain('was written for the tests')
    const copy = await record()
    await importRecord(copy, exported.trimEnd().split('\n'), 'export.jsonl')
    const found = await verifyRecord(copy)
    expect(found).toMatchObject({ problems: [], withoutText: 2, articles: 2 })
    expect((await storedReadings(copy)).map(({ claims }) => claims)).toEqual(
      (await storedReadings(one)).map(({ claims }) => claims),
    )
    expect((await storedReadings(copy)).every(({ article }) => !article.hasText && article.text === '')).toBe(true)
    expect(await rereadArticles(copy, NOON, { reader: { version: '99', read: readArticle } })).toMatchObject({
      reread: 0,
    })
  })

  it('restores nothing of an export that was changed or cut', async () => {
    const one = await record()
    await addArticles(one, incoming([report(1), report(2), report(3)]), NOON, { batch: 1 })
    const lines = (await textOf(exportRecord(one))).trimEnd().split('\n')
    const changed = (at: number, from: string | RegExp, to: string) =>
      lines.map((line, number) => (number === at ? line.replace(from, to) : line))
    const article = lines.findIndex((line) => line.startsWith('{"article"'))
    const claim = lines.findIndex((line) => line.startsWith('{"claim"'))
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [lines.slice(0, -1), /without its manifest/],
      [[...lines, '{}'], /after the manifest/],
      [lines.filter((_, at) => at !== claim), /digest/],
      [changed(article, 'opposes', 'supports'), /text does not have its hash/],
      [changed(claim, 'stance', 'stence'), /digest/],
      [changed(1, /"who":"\w+"/, '"who":"mallory"'), /chain is broken/],
      [changed(lines.length - 1, /"lines":\d+/, '"lines":1'), /not those of the manifest/],
      [changed(0, '"format":1', '"format":99'), /format 99/],
      [changed(0, /"schema":\d+/, '"schema":99'), /version 99/],
      [changed(claim, '"kind"', '"kindred"'), /no column "kindred"/],
      [['{"claims":[]}'], /no export of a record/],
      [['<rss>'], /no JSON object/],
    ]
    for (const [broken, message] of wrong) {
      const copy = await record()
      await expect(importRecord(copy, broken, 'export.jsonl'), String(message)).rejects.toThrow(message)
      expect(await copy.all('select seq from log')).toEqual([])
      expect(await copy.all('select id from article')).toEqual([])
    }
  })

  it('finds every kind of change behind its back', async () => {
    const changes: readonly (readonly [string, RegExp])[] = [
      [`update log set who = 'mallory' where seq = 2`, /its hash is another/],
      ['delete from log where seq = 2', /missing|refers to|belong to no entry/],
      [`update claim set body = replace(body, 'opposes', 'supports') where seq = 1`, /digest is another/],
      ['delete from claim where seq = 3', /digest is another/],
      [`update article set text = replace(text, 'ambassador', 'gardener') where seq = 2`, /does not have its hash/],
      [`update article set text = concat('x', text)`, /does not stand in the text/],
      [
        `update reading set body = replace(body, '"claims":["', '"claims":["000000000000000000000000","')`,
        /which is not there/,
      ],
      [`update article set body = replace(body, 'report-1', 'report-9') where seq = 1`, /digest is another/],
    ]
    for (const [sql, message] of changes) {
      const one = await record()
      await addArticles(one, incoming([report(1), report(2), report(3)]), NOON, { batch: 1 })
      const { head, problems } = await verifyRecord(one)
      expect(problems).toEqual([])
      expect((await verifyRecord(one, { head })).problems).toEqual([])
      await unguarded(one, sql)
      const found = await verifyRecord(one)
      expect(found.problems.map(({ what }) => what).join('\n'), sql).toMatch(message)
    }
  })

  it('tells from a hash that was kept elsewhere that the end of the log was cut', async () => {
    const one = await record()
    await keep(one, NOON, 'first', {})
    await keep(one, NOON, 'second', {})
    const { head } = await verifyRecord(one)
    await unguarded(one, 'delete from log where seq = 2')
    expect((await verifyRecord(one)).problems).toEqual([])
    expect((await verifyRecord(one, { head })).problems[0]?.what).toMatch('was cut or rewritten')
  })

  it('refuses a record of a newer program and leaves it as it is', async () => {
    const place = await home.place()
    const one = await openRecord(place, { create: true })
    await one.run(`update meta set value = '99' where name = 'schema'`)
    await one.close()
    await expect(openRecord(place)).rejects.toMatchObject({ code: 'unsupported' })
    await expect(openRecord(place, { create: true })).rejects.toThrow('version 99')
  })

  it('makes no record where none was asked for, and makes one only once', async () => {
    const place = await home.place()
    await expect(openRecord(place)).rejects.toMatchObject({ code: 'not-found' })
    await expect(openRecord(place)).rejects.toThrow('penholder init')
    const one = await openRecord(place, { create: true })
    await addArticles(one, incoming([report(1)]), NOON)
    await one.close()
    const again = await openRecord(place, { create: true })
    expect(await again.all('select id from article')).toHaveLength(1)
    await again.close()
  })
}

/** What `first` holds, as a record with other numbers of entries would. */
function withSeqsOf<T extends { claims: readonly { seq: number }[] }>(first: readonly T[], other: readonly T[]): T[] {
  return first.map((each, at) => ({
    ...each,
    claims: each.claims.map((claim, number) => ({ ...claim, seq: other[at]?.claims[number]?.seq })),
  }))
}

async function textOf(lines: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const line of lines) text += line
  return text
}

/** Changes rows as one does who opens the database with another program. */
async function unguarded(record: Connection, sql: string): Promise<void> {
  if (record.dialect === 'postgres') {
    await record.execute(`set session_replication_role = replica; ${sql}; set session_replication_role = default`)
    return
  }
  const triggers = await record.all<{ name: string }>(`select name from sqlite_master where type = 'trigger'`)
  for (const { name } of triggers) await record.execute(`drop trigger ${name}`)
  await record.execute('pragma foreign_keys = off')
  await record.execute(sql.replace(`concat('x', text)`, `'x' || text`))
}
