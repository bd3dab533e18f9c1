import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { Article, Opened } from './article.js'
import { LIMITS } from './limits.js'
import { openArticles, openBytes } from './open.js'

const folder = mkdtempSync(join(tmpdir(), 'penholder-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function open(inputs: readonly string[], options = {}): Promise<Opened[]> {
  const opened: Opened[] = []
  for await (const each of openArticles(inputs, options)) opened.push(each)
  return opened
}

function article(opened: Opened | undefined): Article {
  if (opened === undefined || !('article' in opened)) throw new Error(`no article but ${JSON.stringify(opened)}`)
  return opened.article
}

function problem(opened: Opened | undefined) {
  if (opened === undefined || !('problem' in opened)) throw new Error('an article where a problem was expected')
  return opened.problem
}

async function problemOf(content: string | Uint8Array, name = 'a.txt') {
  return problem((await openBytes(Buffer.from(content), name))[0])
}

const text = 'Council meets\r\n\r\nNEW YORK, July 7 - The Council met “late” on Friday. 𝒳 \n'

describe('plain text', () => {
  it('is what the file holds, byte order mark aside', async () => {
    const [opened] = await open([put('plain.txt', `\ufeff${text}`)])
    expect(article(opened)).toMatchObject({ id: 'plain.txt', text })
    expect(article(opened).hash).toMatch(/^[0-9a-f]{64}$/)
    expect(article(opened).published).toBeUndefined()
  })

  it('takes the date that the user gives', async () => {
    const [opened] = await open([put('plain.txt', text)], { published: '2006-07-07' })
    expect(article(opened)).toMatchObject({ published: '2006-07-07', publishedFrom: 'given' })
  })

  it('reads 50 MB of one line', async () => {
    const line = 'Russia opposed it. '.repeat(2_700_000)
    expect(article((await openBytes(Buffer.from(line), 'long.txt'))[0]).text).toBe(line)
  })
})

describe('gzip', () => {
  it('is looked through, by the bytes and not by the name', async () => {
    const opened = await open([put('plain.txt.gz', gzipSync(text)), put('named.txt', gzipSync(text))])
    expect(opened.map((each) => article(each).text)).toEqual([text, text])
  })

  it('that ends early or is damaged is a problem', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 251)))
    expect((await problemOf(packed.subarray(0, packed.length / 2), 'a.txt.gz')).what).toMatch(/end early/)
    packed[packed.length >> 1] = (packed[packed.length >> 1] ?? 0) ^ 0xff
    packed[(packed.length >> 1) + 1] = (packed[(packed.length >> 1) + 1] ?? 0) ^ 0xff
    expect((await problemOf(packed, 'a.txt.gz')).what).toMatch(/damaged gzip|end early|binary/)
  })

  it('that explodes is stopped at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(LIMITS.article * 3, 'a'), { level: 9 })
    expect(bomb.length).toBeLessThan(300_000)
    expect(await problemOf(bomb, 'bomb.txt.gz')).toMatchObject({ code: 'too-large' })
    expect(await problemOf(gzipSync(Buffer.alloc(LIMITS.article * 3, '\n')), 'b.jsonl.gz')).toMatchObject({
      code: 'too-large',
    })
  })
})

describe('JSON Lines', () => {
  it('gives each line with its fields, and names a line without an id by its number', async () => {
    const lines = [
      {
        id: 'x1',
        title: 'T',
        published: '2006-07-07T10:00:00Z',
        source: 'S',
        url: 'https://e.org',
        text: ' exact\r\n text ',
      },
      { text: 'second', more: 1 },
    ]
    const opened = await open([put('a.jsonl', `${lines.map((line) => JSON.stringify(line)).join('\n\n')}`)])
    expect(article(opened[0])).toMatchObject({
      id: 'x1',
      title: 'T',
      published: '2006-07-07',
      publishedFrom: 'metadata',
      source: 'S',
      text: ' exact\r\n text ',
    })
    expect(article(opened[1])).toMatchObject({ id: 'a.jsonl:3', text: 'second' })
  })

  it('goes on after a wrong line and tells its place', async () => {
    const content = [
      '{"text":"one"}',
      '{"text":',
      '{"txet":"x"}',
      '[1]',
      '{"text":"  "}',
      '{"text":"d","published":"soon"}',
      '{"text":"last"}',
    ]
    const opened = await openBytes(Buffer.from(content.join('\n')), 'a.jsonl')
    expect(opened.flatMap((each) => ('article' in each ? [each.article.text] : []))).toEqual(['one', 'd', 'last'])
    const problems = opened.flatMap((each) => ('problem' in each ? [each.problem] : []))
    expect(problems.map((each) => each.place?.line)).toEqual([2, 3, 4, 5, 6])
  })

  it('bounds a line and reads the next ones', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(LIMITS.line) })
    const opened = await openBytes(Buffer.from(`${long}\n{"text":"short"}\n`), 'a.jsonl')
    expect(problem(opened[0])).toMatchObject({ code: 'too-large', place: { line: 1 } })
    expect(article(opened[1]).text).toBe('short')
  })

  it('is known on standard input by its first bytes', async () => {
    async function* stdin() {
      yield Buffer.from('{"id":"a","te')
      yield Buffer.from('xt":"ä"}\n{"text":"b"}')
    }
    const opened = await open(['-'], { stdin: stdin() })
    expect(opened.map((each) => article(each).id)).toEqual(['a', 'stdin:2'])
  })

  it('stops reading when its reader stops', async () => {
    let given = 0
    async function* endless() {
      for (;;) {
        given++
        yield Buffer.from(`{"text":"${'word '.repeat(2000)}"}\n`)
      }
    }
    for await (const _ of openArticles(['-'], { stdin: endless() })) break
    expect(given).toBeLessThan(10)
  })
})

describe('folders and names', () => {
  it('takes articles below a folder in order, without hidden files and other endings', async () => {
    for (const name of ['f/b/two.txt', 'f/a.md', 'f/.hidden.txt', 'f/picture.png', 'f/c.html.gz']) {
      put(name, name.endsWith('gz') ? gzipSync(`<html><body><p>${text}</p></body></html>`) : text)
    }
    symlinkSync(join(folder, 'f'), join(folder, 'f/b/loop'))
    expect((await open([join(folder, 'f')])).map((each) => article(each).id)).toEqual(['a.md', 'two.txt', 'c.html.gz'])
  })

  it('keeps ids apart where two files share a name, and takes a file named twice once', async () => {
    const [one, two] = [put('g/x/same.txt', text), put('g/y/same.txt', text)]
    const ids = (await open([one, two, join(folder, 'g')])).map((each) => article(each).id)
    expect(ids).toEqual([one, two])
  })

  it('tells what is missing, empty, or no article', async () => {
    const opened = await open([
      join(folder, 'none.txt'),
      put('empty.txt', ''),
      put('white.txt', ' \n '),
      put('p.pdf', '%PDF-1.4'),
      put('ok.txt', text),
    ])
    expect(opened.slice(0, 4).map((each) => problem(each).what)).toEqual([
      'no such file',
      'empty',
      'only white space',
      'not a text but a PDF: save its text first',
    ])
    expect(problem(opened[0]).place?.file).toBe(join(folder, 'none.txt'))
    expect(article(opened[4]).text).toBe(text)
    mkdirSync(join(folder, 'nothing'))
    expect(problem((await open([join(folder, 'nothing')]))[0]).what).toBe('no article in the folder')
  })

  it.skipIf(process.getuid?.() === 0)('tells of a folder that may not be read', async () => {
    mkdirSync(join(folder, 'locked'), { mode: 0 })
    expect(problem((await open([join(folder, 'locked')]))[0]).what).toBe('may not be read')
  })

  it('refuses a web address without --fetch', async () => {
    expect(problem((await open(['https://example.org/a']))[0])).toMatchObject({
      code: 'refused',
      todo: 'allow it with --fetch',
    })
  })
})

describe('mail', () => {
  const head =
    'From: "The Example Wire" <desk@example.org>\r\nDate: Fri, 07 Jul 2006 23:30:00 -0400\r\nMIME-Version: 1.0\r\n'
  it('gives subject, day, sender and the plain part, in its own encoding', async () => {
    const mail = `${head}Subject: =?iso-8859-1?Q?Fwd=3A_C=F4te_d=27Ivoire_agrees?=\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nC=F4te d'Ivoire agreed to the =\r\ndraft.\r\n`
    const read = article((await openBytes(Buffer.from(mail), 'a.eml'))[0])
    expect(read).toMatchObject({ title: "Côte d'Ivoire agrees", published: '2006-07-07', source: 'The Example Wire' })
    expect(read.text.startsWith("Côte d'Ivoire agrees\n\nCôte d'Ivoire agreed to the draft.")).toBe(true)
    expect(article((await openBytes(Buffer.from(mail), 'noname'))[0]).title).toBe("Côte d'Ivoire agrees")
  })

  it('takes the plain part of several, and reads windows-1252 by its own table', async () => {
    const parts = [
      '--b',
      'Content-Type: text/plain; charset=windows-1252',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('It was \x93balanced,\x94 he said.', 'latin1').toString('base64'),
      '--b',
      'Content-Type: text/html',
      '',
      '<p>other</p>',
      '--b',
      'Content-Type: application/pdf; name=x.pdf',
      'Content-Disposition: attachment',
      '',
      'JVBERg==',
      '--b--',
      '',
    ].join('\r\n')
    const mail = `${head}Subject: S\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n${parts}`
    expect(article((await openBytes(Buffer.from(mail), 'a.eml'))[0]).text.trim()).toBe(
      'S\n\nIt was “balanced,” he said.',
    )
  })

  it('falls back to the HTML part, and tells of a mail without words', async () => {
    const html = `${head}Subject: S\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>France backed the draft.</p>`
    expect(article((await openBytes(Buffer.from(html), 'a.eml'))[0]).text).toBe('S\n\nFrance backed the draft.')
    expect((await problemOf(`${head}Subject: S\r\n\r\n`, 'a.eml')).what).toMatch(/without a text/)
  })
})

describe('Markdown', () => {
  const source = `---\ntitle: A vote\ndate: 2011-03-17\nsource: The Example\n---\n# A vote\n\n**Russia** and [China](https://example.org/china) _abstained_ ![x](y.png)[1].\n\n> The envoy [said][2] so.\n`
  it('keeps the file as text and blanks the marks in prose, place by place', async () => {
    const read = article((await openBytes(Buffer.from(source), 'a.md'))[0])
    expect(read).toMatchObject({ text: source, title: 'A vote', published: '2011-03-17', source: 'The Example' })
    expect(read.prose).toHaveLength(source.length)
    expect(read.prose?.indexOf('China')).toBe(source.indexOf('China'))
    expect(read.prose?.replace(/\s+/g, ' ').trim()).toBe('A vote Russia and China abstained [1]. The envoy said so.')
  })
})
