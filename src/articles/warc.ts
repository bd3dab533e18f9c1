import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { PenholderError } from '../errors.js'
import type { Article, Opened } from './article.js'
import { type ByteReader, byteReader } from './byte-lines.js'
import { type Bytes, hashOf } from './bytes.js'
import { decode } from './encoding.js'
import { articleFromHtml, declaredEncoding } from './html.js'
import { LIMITS } from './limits.js'
import { problemsOf } from './mbox.js'

interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>
  readonly block: Uint8Array
}

const MIB = 1024 * 1024

/**
 * The pages of a web archive (WARC 1.0 and 1.1, ISO 28500): HTML and plain text that was answered with 200, `resource`
 * and `conversion` records. Pictures, scripts, requests and the rest are passed over. An article's id is its address;
 * its hash is that of the payload; the day of capture is not taken for the day of publication.
 */
export async function* articlesFromWarc(source: Bytes, name: string): AsyncGenerator<Opened> {
  const reader = byteReader(source)
  let pages = 0
  for (let number = 1; ; number++) {
    const record = await nextRecord(reader, `${name}:${number}`)
    if (record === undefined) break
    if (record === 'passed over') continue
    const uri = record.headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? `${name}:${number}`
    try {
      const article = await articleOf(record, uri)
      if (article === undefined) continue
      pages++
      yield { article }
    } catch (error) {
      pages++
      for (const problem of problemsOf(error, uri)) yield { problem }
    }
  }
  if (pages > 0) return
  const what = 'no page in the archive'
  yield { problem: { code: 'not-found', what, place: { file: name }, expected: 'HTML or plain text that was fetched' } }
}

async function nextRecord(reader: ByteReader, place: string): Promise<WarcRecord | 'passed over' | undefined> {
  let first = await reader.line()
  while (first !== undefined && isBlank(first)) first = await reader.line()
  if (first === undefined) return undefined
  if (!/^WARC\/[01]\.\d\r?\n$/.test(latin(first))) throw broken(place, 'no WARC record begins here')
  const headers = new Map<string, string>()
  for (;;) {
    const line = await reader.line()
    if (line === undefined) throw broken(place, 'the archive ends early')
    if (isBlank(line)) break
    const [, key = '', value = ''] = /^([^:]+):\s*(.*?)\s*$/.exec(Buffer.from(line).toString('utf8')) ?? []
    headers.set(key.toLowerCase(), value)
  }
  const length = Number(headers.get('content-length') ?? Number.NaN)
  if (!Number.isSafeInteger(length) || length < 0) throw broken(place, 'a record without its Content-Length')
  const type = headers.get('warc-type')
  if ((type !== 'response' && type !== 'resource' && type !== 'conversion') || length > LIMITS.article) {
    await reader.skip(length)
    return 'passed over'
  }
  const block = await reader.take(length)
  if (block.length < length) throw broken(place, 'the archive ends early')
  return { headers, block }
}

async function articleOf({ headers, block }: WarcRecord, uri: string): Promise<Article | undefined> {
  const isResponse = headers.get('warc-type') === 'response'
  const page = isResponse ? await pageOf(block) : { type: headers.get('content-type') ?? '', body: block }
  if (page === undefined || page.body.length === 0) return undefined
  const media = page.type.toLowerCase()
  const declared = /charset\s*=\s*"?([\w.:-]+)/i.exec(page.type)?.[1]
  const shared = { hash: hashOf(page.body), ...(/^https?:/i.test(uri) ? { url: uri } : {}) }
  if (/^(text\/html|application\/xhtml\+xml)\b/.test(media)) {
    const { text } = decode(page.body, { declared: declared ?? declaredEncoding(page.body) })
    return { ...articleFromHtml(text, uri), ...shared }
  }
  if (!/^text\/plain\b/.test(media)) return undefined
  return { id: uri, text: decode(page.body, { declared }).text, ...shared }
}

/** The payload of an HTTP answer; undefined for another status than 200 and for what is no HTTP. */
async function pageOf(block: Uint8Array): Promise<{ type: string; body: Uint8Array } | undefined> {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength)
  const end = /\r?\n\r?\n/.exec(bytes.subarray(0, 65_536).toString('latin1'))
  if (end === null) return undefined
  const [status = '', ...lines] = bytes.subarray(0, end.index).toString('latin1').split(/\r?\n/)
  if (!/^HTTP\/\S+ 200\b/.test(status)) return undefined
  const header = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  const sent = bytes.subarray(end.index + end[0].length)
  const body = /chunked/i.test(header('transfer-encoding')) ? unchunked(sent) : sent
  return { type: header('content-type'), body: await unpacked(body, header('content-encoding').toLowerCase()) }
}

/** Some archives keep the header of an answer but not its chunks: such a body is taken as it is. */
function unchunked(body: Buffer): Uint8Array {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\n', at)
    const size =
      end < 0 ? undefined : /^([0-9a-f]{1,8})\s*(;.*)?\r?$/i.exec(body.subarray(at, end).toString('latin1'))?.[1]
    if (size === undefined) return parts.length === 0 ? body : Buffer.concat(parts)
    const length = Number.parseInt(size, 16)
    if (length === 0) return Buffer.concat(parts)
    parts.push(body.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    while (body[at] === 13 || body[at] === 10) at++
  }
}

async function unpacked(body: Uint8Array, coding: string): Promise<Uint8Array> {
  const limit = { maxOutputLength: LIMITS.article }
  try {
    if (coding === 'gzip' || coding === 'x-gzip') return body[0] === 0x1f ? await promisify(gunzip)(body, limit) : body
    if (coding === 'br') return await promisify(brotliDecompress)(body, limit)
    if (coding === 'deflate') return await promisify(inflate)(body, limit)
    return body
  } catch (error) {
    const isLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    const what = isLarge
      ? `a page larger than ${LIMITS.article / MIB} MiB`
      : `a damaged page (${(error as Error).message})`
    throw new PenholderError({ code: isLarge ? 'too-large' : 'bad-input', what }, { cause: error })
  }
}

function isBlank(line: Uint8Array): boolean {
  return line.length <= 2 && line.every((byte) => byte === 13 || byte === 10)
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 200)).toString('latin1')
}

function broken(file: string, what: string): PenholderError {
  return new PenholderError({
    code: 'bad-input',
    what,
    place: { path: file },
    expected: 'WARC 1.0 or 1.1',
    todo: 'get the file again',
  })
}
