import { pipeline, Readable } from 'node:stream'
import { type Info, parse } from 'csv-parse'
import { PenholderError } from '../errors.js'
import type { Opened } from './article.js'
import { type Bytes, hashOf, peek } from './bytes.js'
import { articleFromFields } from './json-lines.js'
import { LIMITS } from './limits.js'

const COLUMNS = ['id', 'title', 'published', 'source', 'url', 'text']

interface Parsed {
  readonly record: Record<string, string>
  readonly raw: string
  readonly info: Info
}

/**
 * The articles of a CSV with named columns (RFC 4180; commas, semicolons or tabs): `text`, and where they are there
 * `id`, `title`, `published`, `source`, `url`, in any order and case; other columns are ignored. Rows come one at a
 * time; the hash is that of the row as it stands. Throws `bad-input` for a table without a `text` column.
 */
export async function* articlesFromTable(source: Bytes, name: string, encoding = 'utf-8'): AsyncGenerator<Opened> {
  const { head, bytes } = await peek(source)
  const parser = parse({
    bom: true,
    columns: (header: string[]) => named(header, name),
    delimiter: delimiterOf(head),
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LIMITS.line,
  })
  // A failure of either side reaches the loop below through the parser.
  pipeline(Readable.from(textOf(bytes, name, encoding)), parser, () => {})
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<Parsed>) {
      const fields = Object.fromEntries(COLUMNS.flatMap((column) => (record[column] ? [[column, record[column]]] : [])))
      yield* articleFromFields({ text: '', ...fields }, { name, number: info.lines, hash: hashOf(Buffer.from(raw)) })
    }
  } catch (error) {
    throw error instanceof PenholderError ? error : broken(error, name)
  }
}

function named(header: readonly string[], file: string): string[] {
  const columns = header.map((column) => column.trim().toLowerCase())
  if (columns.includes('text')) return columns
  throw new PenholderError({
    code: 'bad-input',
    what: `a table without a column "text" (it has ${header
      .slice(0, 12)
      .map((column) => `"${column.slice(0, 30)}"`)
      .join(', ')})`,
    place: { file, line: 1 },
    expected: `a first line that names ${COLUMNS.join(', ')}`,
  })
}

function delimiterOf(head: Uint8Array): string {
  const line = Buffer.from(head).toString('latin1').split(/\r?\n/, 1)[0] ?? ''
  const counts = [',', ';', '\t'].map((mark) => [mark, line.split(mark).length] as const)
  return counts.sort((a, b) => b[1] - a[1])[0]?.[0] ?? ','
}

async function* textOf(bytes: Bytes, file: string, encoding: string): AsyncGenerator<string> {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    for await (const piece of bytes) yield decoder.decode(piece, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof RangeError) {
      throw new PenholderError({ code: 'unsupported', what: `no encoding is named "${encoding}"`, place: { file } })
    }
    if (!(error instanceof TypeError)) throw error
    const todo = 'save it as UTF-8, or name its encoding with --encoding'
    throw new PenholderError({
      code: 'bad-input',
      what: `not ${encoding.toUpperCase()}`,
      place: { file },
      expected: 'a table in UTF-8',
      todo,
    })
  }
}

function broken(error: unknown, file: string): unknown {
  const { code = '', message, lines } = error as { code?: string; message: string; lines?: number }
  if (!code.startsWith('CSV_')) return error
  const place = { file, ...(lines === undefined ? {} : { line: lines }) }
  return new PenholderError({
    code: 'bad-input',
    what: `a broken table (${message})`,
    place,
    expected: 'CSV (RFC 4180)',
  })
}
