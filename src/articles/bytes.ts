import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { PenholderError } from '../errors.js'
import { LIMITS } from './limits.js'

/** Bytes in pieces, as a file, a pipe or a page gives them. */
export type Bytes = AsyncIterable<Uint8Array>

/** The first bytes (at least `count`, unless there are fewer) and the whole again. */
export async function peek(source: Bytes, count = 4096): Promise<{ head: Uint8Array; bytes: Bytes }> {
  const pieces: Uint8Array[] = []
  const rest = source[Symbol.asyncIterator]()
  let size = 0
  while (size < count) {
    const next = await rest.next()
    if (next.done) break
    pieces.push(next.value)
    size += next.value.length
  }
  return { head: Buffer.concat(pieces), bytes: chain(pieces, rest) }
}

async function* chain(pieces: Uint8Array[], rest: AsyncIterator<Uint8Array>): Bytes & AsyncGenerator<Uint8Array> {
  try {
    yield* pieces.splice(0)
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/** Unpacks gzip piece by piece. Throws `bad-input` where it is damaged or ends early, `too-large` where it explodes. */
export async function* gunzip(source: Bytes): AsyncGenerator<Uint8Array> {
  const gunzipper = createGunzip()
  let packed = 0
  let unpacked = 0
  const counted = async function* () {
    for await (const piece of source) {
      packed += piece.length
      yield piece
    }
  }
  // A failure of either side reaches the loop below through the gunzipper.
  pipeline(Readable.from(counted(), { objectMode: false }), gunzipper, () => {})
  try {
    for await (const piece of gunzipper) {
      unpacked += piece.length
      if (unpacked > LIMITS.expansionFrom && unpacked > packed * LIMITS.expansion) throw explodes()
      yield piece
    }
  } catch (error) {
    throw error instanceof PenholderError ? error : damaged(error)
  } finally {
    gunzipper.destroy()
  }
}

/** All bytes in one piece; throws `too-large` past the limit without reading on. */
export async function collect(source: Bytes, limit: number = LIMITS.article): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > limit) throw tooLarge('the text', limit)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

export function tooLarge(what: string, limit: number): PenholderError {
  const most = `at most ${Math.round(limit / 1024 / 1024)} MiB`
  return new PenholderError({ code: 'too-large', what: `${what} is too large`, expected: most, todo: 'split it' })
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function explodes(): PenholderError {
  const what = `the gzip data grow more than ${LIMITS.expansion}-fold`
  return new PenholderError({ code: 'too-large', what, todo: 'unpack them yourself if you trust them' })
}

function damaged(cause: unknown): PenholderError {
  const { code = '', message } = cause as { code?: string; message: string }
  const what = /unexpected end|Z_BUF_ERROR/i.test(`${message} ${code}`)
    ? 'the gzip data end early'
    : `damaged gzip data (${message})`
  if (!code.startsWith('Z_') && !/unexpected end|incorrect/i.test(message)) throw cause
  return new PenholderError({ code: 'bad-input', what, todo: 'get the file again' }, { cause })
}
