import { z } from 'zod'
import { PenholderError, type Problem } from '../errors.js'
import type { Article, Opened } from './article.js'
import { type Bytes, hashOf } from './bytes.js'
import { LIMITS } from './limits.js'
import { metadataDate } from './metadata-date.js'

/** One line of JSON Lines; other keys are ignored. */
const Line = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]).optional(),
  title: z.string().nullish(),
  published: z.string().nullish(),
  source: z.string().nullish(),
  url: z.string().nullish(),
  text: z.string(),
})

export type Fields = z.infer<typeof Line>

const NEWLINE = 10

/**
 * The articles of JSON Lines in UTF-8, one at a time in flat memory; `text` is the field exactly. An article without
 * an id is `<name>:<line>`. A line that is wrong, or longer than the limit, is a problem and does not end the others.
 */
export async function* articlesFromLines(source: Bytes, name: string): AsyncGenerator<Opened> {
  for await (const { line, number } of splitLines(source)) {
    const place = { file: name, line: number }
    if (line === 'too long') {
      const what = `a line longer than ${LIMITS.line / 1024 / 1024} MiB`
      yield { problem: { code: 'too-large', what, place, todo: 'give each article a line of its own' } }
      continue
    }
    if (number === 1 && ((line[0] === 0xff && line[1] === 0xfe) || (line[0] === 0xfe && line[1] === 0xff))) {
      yield {
        problem: {
          code: 'unsupported',
          what: 'UTF-16',
          place,
          expected: 'JSON Lines in UTF-8',
          todo: 'save it as UTF-8',
        },
      }
      return
    }
    yield* articleFromLine(line, name, number)
  }
}

function* articleFromLine(line: Uint8Array, name: string, number: number): Generator<Opened> {
  const place = { file: name, line: number }
  let value: z.infer<typeof Line>
  try {
    value = parseLine(line)
  } catch (error) {
    const [problem] = (error as PenholderError).problems ?? []
    if (problem === undefined) throw error
    yield { problem: { ...problem, place: { ...place, ...problem.place } } }
    return
  }
  yield* articleFromFields(value, { name, number, hash: hashOf(line) })
}

/** An article in named fields; `number` is its line or row, from 1. */
export function* articleFromFields(
  value: Fields,
  { name, number, hash }: { name: string; number: number; hash: string },
): Generator<Opened> {
  const place = { file: name, line: number }
  if (value.text.trim() === '') {
    yield { problem: { code: 'bad-input', what: 'an article without words', place, expected: 'a text' } }
    return
  }
  const published = value.published ? metadataDate(value.published) : undefined
  if (value.published && published === undefined)
    yield { problem: { code: 'bad-input', ...badDate(value.published), place } }
  const article: Article = {
    id: value.id ?? `${name}:${number}`,
    text: value.text,
    ...(value.title ? { title: value.title } : {}),
    ...(published === undefined ? {} : { published, publishedFrom: 'metadata' as const }),
    ...(value.source ? { source: value.source } : {}),
    ...(value.url ? { url: value.url } : {}),
    hash,
  }
  yield { article }
}

function badDate(text: string): Pick<Problem, 'what' | 'expected' | 'todo'> {
  return {
    what: `"${text.slice(0, 60)}" is no date that can be told`,
    expected: 'published as YYYY-MM-DD, YYYY-MM or YYYY',
    todo: 'the article is read as undated',
  }
}

function parseLine(line: Uint8Array): z.infer<typeof Line> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line))
  } catch (error) {
    const what = error instanceof TypeError ? 'not UTF-8' : `no JSON (${(error as Error).message.slice(0, 80)})`
    throw new PenholderError({ code: 'bad-input', what, expected: 'one JSON object a line' })
  }
  const result = Line.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = issue?.path.join('.')
  throw new PenholderError({
    code: 'bad-input',
    what: issue?.message ?? 'no article',
    ...(path ? { place: { path } } : {}),
    expected: '{id?, title?, published?, source?, url?, text}',
  })
}

interface NumberedLine {
  readonly line: Uint8Array | 'too long'
  readonly number: number
}

/** Lines that are not blank, numbered from 1. */
async function* splitLines(source: Bytes): AsyncGenerator<NumberedLine> {
  let pieces: Uint8Array[] = []
  let size = 0
  let number = 1
  for await (const piece of source) {
    let from = 0
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, from)) {
      if (at === from && size === 0) {
        number++
        from++
        continue
      }
      const tail = piece.subarray(from, at)
      const line = size + tail.length > LIMITS.line ? 'too long' : joined(pieces, tail)
      if (line === 'too long' || !line.every(isBlank)) yield { line, number }
      number++
      pieces = []
      size = 0
      from = at + 1
    }
    size += piece.length - from
    if (size > LIMITS.line) pieces = []
    else if (from < piece.length) pieces.push(piece.subarray(from))
  }
  const line = size > LIMITS.line ? 'too long' : joined(pieces, new Uint8Array())
  if (line === 'too long' || !line.every(isBlank)) yield { line, number }
}

function joined(pieces: readonly Uint8Array[], tail: Uint8Array): Uint8Array {
  return pieces.length === 0 ? tail : Buffer.concat([...pieces, tail])
}

function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 13
}
