import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { hashOf } from './bytes.js'
import { openBytes } from './open.js'

const PAGE = `<!doctype html><html><head><title>Russia opposes draft</title>
<meta property="article:published_time" content="2010-06-01T10:00:00Z"></head>
<body><article><p>Russia opposes the draft, it was said in Moscow.</p></article></body></html>`

function record(type: string, uri: string, block: string | Uint8Array, more = ''): Buffer {
  const bytes = Buffer.from(block as string)
  const head = `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\n${more}Content-Length: ${bytes.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')])
}

function http(body: string | Uint8Array, headers = '', status = '200 OK'): Buffer {
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: text/html; charset=utf-8\r\n${headers}\r\n`),
    Buffer.from(body as string),
  ])
}

const chunked = (text: string) =>
  `${[text.slice(0, 40), text.slice(40)].map((each) => `${Buffer.byteLength(each).toString(16)}\r\n${each}\r\n`).join('')}0\r\n\r\n`
const ARCHIVE = [
  record('warcinfo', '', 'software: test'),
  record('request', 'https://example.org/1', 'GET / HTTP/1.1\r\n\r\n'),
  record('response', 'https://example.org/1', http(PAGE)),
  record('response', '<https://example.org/2>', http(chunked(PAGE), 'Transfer-Encoding: chunked\r\n')),
  record('response', 'https://example.org/3', http(gzipSync(PAGE), 'Content-Encoding: gzip\r\n')),
  record('response', 'https://example.org/4', http(brotliCompressSync(PAGE), 'content-encoding: br\r\n')),
  record('response', 'https://example.org/404', http(PAGE, '', '404 Not Found')),
  record('response', 'https://example.org/x.png', Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nxx')),
  record('conversion', 'https://example.org/5', 'Plain words of China.', 'Content-Type: text/plain\r\n'),
]

it('opens the pages of an archive, plain and packed record by record', async () => {
  const packed = Buffer.concat(ARCHIVE.map((each) => gzipSync(each)))
  for (const [name, bytes] of [
    ['a.warc', Buffer.concat(ARCHIVE)],
    ['a.warc.gz', packed],
    ['unnamed', packed],
  ] as const) {
    const opened = await openBytes(bytes, name)
    expect(opened.map((each) => ('article' in each ? each.article.url : each))).toEqual(
      [1, 2, 3, 4, 5].map((number) => `https://example.org/${number}`),
    )
    for (const each of opened.slice(0, 4)) {
      expect(each).toMatchObject({
        article: { title: 'Russia opposes draft', published: '2010-06-01', hash: hashOf(Buffer.from(PAGE)) },
      })
    }
    expect(opened[4]).toMatchObject({ article: { text: 'Plain words of China.' } })
  }
})

it('says what is wrong, and gives what came before', async () => {
  const whole = Buffer.concat(ARCHIVE)
  const cut = await openBytes(whole.subarray(0, whole.length - 30), 'a.warc')
  expect(cut).toHaveLength(5)
  expect(cut[4]).toMatchObject({ problem: { what: 'the archive ends early', place: { file: 'a.warc' } } })
  expect(await openBytes(Buffer.from('hello\n'), 'a.warc')).toMatchObject([
    { problem: { what: 'no WARC record begins here' } },
  ])
  expect(await openBytes(ARCHIVE[0] as Buffer, 'a.warc')).toMatchObject([
    { problem: { what: 'no page in the archive' } },
  ])
  const bad = record('response', 'https://example.org/6', http('no gzip', 'Content-Encoding: br\r\n'))
  const opened = await openBytes(Buffer.concat([bad, ...ARCHIVE]), 'a.warc')
  expect(opened).toHaveLength(6)
  expect(opened[0]).toMatchObject({ problem: { place: { file: 'https://example.org/6' } } })
})
