import type { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { lineOfRow } from '../check/index.js'

/** Rows of a CSV file with a header as `{id, date, known, act}`; empty cells say nothing. A broken row is an error in its place. */
export async function* readCsv(stream: Readable): AsyncGenerator<unknown> {
  const parser = stream.pipe(
    parse({ columns: true, bom: true, skip_empty_lines: true, trim: true, relax_column_count: false }),
  )
  stream.on('error', (error) => parser.destroy(error))
  for await (const row of parser) yield lineOfRow(row as Record<string, string>)
}
