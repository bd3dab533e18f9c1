import type { Readable } from 'node:stream'
import { parse } from 'csv-parse'

/** Short column names for the common fields; any other column is a dotted path such as `circumstances.livelihood`. */
const SHORT: Readonly<Record<string, string>> = {
  goods: 'goods.description',
  description: 'goods.description',
  hs_code: 'goods.hs_code',
  hs: 'goods.hs_code',
  exporter: 'exporter_country',
  importer: 'importer_country',
  quantity: 'quantity.value',
  unit: 'quantity.unit',
  total: 'period_total_so_far.value',
  total_unit: 'period_total_so_far.unit',
  total_usd: 'period_total_so_far.value_usd',
  party: 'parties.0.name',
  party_country: 'parties.0.country',
  actor: 'actor.type',
  actor_country: 'actor.country',
  approval: 'circumstances.committee_approval',
  notice: 'circumstances.committee_notice',
  purpose: 'circumstances.purpose_class',
  flag: 'vessel.flag',
  imo: 'vessel.imo',
}
/** Fields that are numbers; everything else that looks like one stays text (HS codes, IMO numbers). */
const NUMBER = /(?:^|\.)(?:value|value_usd)$/

/** Rows of a CSV file with a header as `{id, date, known, act}`; empty cells say nothing. A broken row is an error in its place. */
export async function* readCsv(stream: Readable): AsyncGenerator<unknown> {
  const parser = stream.pipe(
    parse({ columns: true, bom: true, skip_empty_lines: true, trim: true, relax_column_count: false }),
  )
  stream.on('error', (error) => parser.destroy(error))
  for await (const row of parser) yield lineOf(row as Record<string, string>)
}

function lineOf(row: Record<string, string>): unknown {
  const act: Record<string, unknown> = {}
  const line: Record<string, unknown> = { act }
  for (const [column, value] of Object.entries(row)) {
    if (value === '') continue
    const name = column
      .trim()
      .toLowerCase()
      .replace(/^act\./, '')
    if (name === 'id' || name === 'date' || name === 'known') line[name] = value
    else place(act, (SHORT[name] ?? name).split('.'), typed(SHORT[name] ?? name, value))
  }
  return line
}

function typed(path: string, value: string): unknown {
  if (/^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  const number = Number(value.replaceAll(',', ''))
  return NUMBER.test(path) && Number.isFinite(number) ? number : value
}

function place(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path
  if (first === '__proto__') return
  if (rest.length === 0) {
    into[first] = value
    return
  }
  into[first] ??= /^\d+$/.test(rest[0] ?? '') ? [] : {}
  place(into[first] as Record<string, unknown>, rest, value)
}
