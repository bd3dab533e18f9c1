import { Readable } from 'node:stream'
import { type Answer, type BatchLine, checkLine } from '../check/index.js'
import { PenholderError } from '../errors.js'
import type { Asking } from './check-asking.js'
import { decoded, linesIn } from './decoded.js'
import { knownDay } from './known-day.js'
import { print } from './output.js'
import { answerJson, type Format } from './print-check.js'

interface BatchFlags {
  readonly on?: string
  readonly known?: string
  readonly regime?: readonly string[]
  readonly format?: Format
}

const CHUNK = 64 * 1024

/**
 * Checks every activity of a stream in order, one answer a line, in memory that does not grow with it. A line that is
 * no activity gives a line with its error. Answers with the exit code: 2 where a line was bad, 3 where one cannot be told.
 */
export async function checkFile(
  name: string,
  stream: Readable,
  flags: BatchFlags,
  asking: Asking = {},
): Promise<number> {
  const kind = /\.csv$/i.test(name) ? 'csv' : /\.json$/i.test(name) ? 'json' : 'jsonl'
  const format = flags.format ?? 'jsonl'
  const csv = format === 'csv' ? await import('./print-check-csv.js') : undefined
  const [text, markdown] = format === 'text' || format === 'md' ? await people() : []
  const known = knownDay(flags.known)
  const options = {
    ...(flags.on !== undefined && { on: flags.on }),
    ...(known !== undefined && { known }),
    ...(flags.regime !== undefined && { regimes: flags.regime }),
  }
  let held = csv?.csvHead() ?? ''
  let code = 0
  let number = 0
  for await (const line of linesOf(kind, decoded(stream, name))) {
    number++
    const id = line instanceof Error ? number : ((line as BatchLine).id ?? number)
    try {
      if (line instanceof Error) throw line
      const given = line as BatchLine
      const known = typeof given.known === 'string' ? given.known : flags.known
      const figures = await asking.figuresAt?.(known)
      const { answer, on } = checkLine(given, {
        ...options,
        ...(figures !== undefined && { figures }),
      })
      await asking.keep?.({ activity: given.act ?? given, on, known, answer, label: String(id) })
      if (answer.verdict === 'cannot-tell' && code === 0) code = 3
      held +=
        csv?.csvRow(id, answer) ??
        (format === 'text'
          ? `${String(id)}: ${text?.(answer, on)}\n`
          : format === 'md'
            ? `### ${String(id)}\n\n${markdown?.(answer, on)}\n`
            : answerJson(answer, 'jsonl', id))
    } catch (error) {
      if (!(error instanceof PenholderError) && !(error instanceof SyntaxError)) throw error
      code = 2
      const message = `line ${number}: ${error.message.replaceAll('\n', '; ')}`
      process.stderr.write(`penholder: ${message}\n`)
      held += csv?.csvErrorRow(id, message) ?? `${JSON.stringify({ id, error: problemsOf(error) })}\n`
    }
    if (held.length > CHUNK) {
      await print(held)
      held = ''
    }
  }
  await print(held)
  return code
}

async function people(): Promise<[(answer: Answer, on: string) => string, (answer: Answer, on: string) => string]> {
  const { answerText, answerMarkdown } = await import('./print-check.js')
  return [answerText, answerMarkdown]
}

function problemsOf(error: PenholderError | SyntaxError) {
  return error instanceof PenholderError ? error.problems : [{ code: 'bad-input', what: error.message }]
}

async function* linesOf(kind: 'csv' | 'json' | 'jsonl', text: AsyncIterable<string>): AsyncGenerator<unknown> {
  if (kind === 'csv') {
    const { readCsv } = await import('./check-csv.js')
    yield* readCsv(Readable.from(text))
  } else if (kind === 'json') {
    let whole = ''
    for await (const piece of text) whole += piece
    const value: unknown = parsed(whole)
    if (Array.isArray(value)) yield* value
    else yield value
  } else {
    for await (const line of linesIn(text)) if (line.trim() !== '') yield parsed(line)
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null ? value : new SyntaxError('a JSON object was expected')
  } catch (error) {
    return error as SyntaxError
  }
}
