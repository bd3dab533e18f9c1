import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { renderTables } from '../brief/index.js'
import { ANSWER_COLUMNS, type Answer, answerCells, type BatchLine, errorCells, lineOfRow } from '../check/index.js'
import { PenholderError } from '../errors.js'
import { type Content, isContent, type Reply } from './route.js'

type Format = 'csv' | 'jsonl' | 'xlsx'

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const WIDTHS: Readonly<Record<string, number>> = { id: 12, citations: 40, reason: 80, missing: 40, error: 40 }
/** So many lines are checked before other requests get their turn. */
const TURN = 200

/** The lines of a batch; one that can't be read is an error in its place. */
export function linesOf(body: Content | readonly object[]): (BatchLine | Error)[] {
  if (!isContent(body)) return [...body]
  const text = textOf(body.bytes)
  if (body.type === 'text/csv') return linesOfTable(text)
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(lineOfJson)
}

/** A wrong letter in a name would hide a listed party: what is not UTF-8 (or UTF-16 with its mark) is refused, not guessed. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const encoding = !isMarked ? 'utf-8' : first === 0xff ? 'utf-16le' : 'utf-16be'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new PenholderError({
      code: 'bad-input',
      what: 'the text is not UTF-8',
      place: { path: 'body' },
      expected: 'UTF-8; in Excel: save as “CSV UTF-8”',
    })
  }
}

function linesOfTable(text: string): BatchLine[] {
  try {
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true })
    return rows.map(lineOfRow)
  } catch (error) {
    throw new PenholderError({
      code: 'bad-input',
      what: (error as Error).message,
      place: { path: 'body' },
      expected: 'CSV with a row of column names',
    })
  }
}

function lineOfJson(line: string): BatchLine | Error {
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null ? value : new SyntaxError('a JSON object was expected')
  } catch (error) {
    return error as SyntaxError
  }
}

/** Checks every line in order and answers with a file; a line that is no activity gives a row with its error. */
export async function batchFile(
  lines: readonly (BatchLine | Error)[],
  answerTo: (line: BatchLine) => Answer,
  format: Format,
): Promise<Reply> {
  const rows: string[][] = [[...ANSWER_COLUMNS]]
  const written: string[] = []
  for (const [index, line] of lines.entries()) {
    if (index % TURN === TURN - 1) await new Promise(setImmediate)
    const id = line instanceof Error ? index + 1 : (line.id ?? index + 1)
    try {
      if (line instanceof Error) throw line
      const answer = answerTo(line)
      if (format === 'jsonl') written.push(JSON.stringify({ id, ...answer }))
      else rows.push(answerCells(id, answer))
    } catch (error) {
      if (!(error instanceof PenholderError) && !(error instanceof SyntaxError)) throw error
      const problems =
        error instanceof PenholderError ? error.problems : [{ code: 'bad-input', what: (error as Error).message }]
      if (format === 'jsonl') written.push(JSON.stringify({ id, error: problems }))
      else rows.push(errorCells(id, `line ${index + 1}: ${(error as Error).message.replaceAll('\n', '; ')}`))
    }
  }
  return file(format, await bodyOf(format, rows, written))
}

async function bodyOf(format: Format, rows: string[][], written: string[]): Promise<string | Uint8Array> {
  if (format === 'jsonl') return written.map((line) => `${line}\n`).join('')
  if (format === 'csv') return stringify(rows, { record_delimiter: 'windows', escape_formulas: true })
  const [, ...answers] = rows
  const columns = ANSWER_COLUMNS.map((label) => ({ label, width: WIDTHS[label] ?? 20 }))
  return renderTables([{ name: 'Check', columns, rows: answers }])
}

function file(format: Format, body: string | Uint8Array): Reply {
  const headers = { 'content-disposition': `attachment; filename="penholder-check.${format}"` }
  return { reply: true, type: TYPES[format], body, headers }
}
