import { isCivilDate } from '../dates.js'
import { PenholderError } from '../errors.js'
import type { Answer } from './answer.js'
import { type CheckOptions, check } from './check.js'

/** One activity of a batch: `{id?, date, act, known?}`, or an activity alone where the batch gives the day. */
export interface BatchLine {
  readonly id?: unknown
  readonly date?: unknown
  readonly known?: unknown
  readonly act?: unknown
}

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

/** A row of a table, by column, as a line of a batch; empty cells say nothing. */
export function lineOfRow(row: Readonly<Record<string, string>>): BatchLine {
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

const MOST_OF_LIST = 1000

/** Columns may name paths in any order and against each other; what has no place is left to the schema to refuse. */
function place(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path
  if (first === '__proto__' || (Array.isArray(into) && Number(first) > MOST_OF_LIST)) return
  if (rest.length === 0) {
    into[first] = value
    return
  }
  const inner = Object.hasOwn(into, first) ? into[first] : undefined
  if (typeof inner !== 'object' || inner === null) into[first] = /^\d+$/.test(rest[0] ?? '') ? [] : {}
  place(into[first] as Record<string, unknown>, rest, value)
}

/** Checks one line of a batch; throws as `check` does, and `bad-input` where a day is missing or none. */
export function checkLine(
  line: BatchLine,
  given: Pick<CheckOptions, 'known' | 'regimes' | 'figures'> & { readonly on?: string },
): { readonly answer: Answer; readonly on: string } {
  const on = line.date ?? given.on
  if (typeof on !== 'string' || !isCivilDate(on)) throw noDay(on, 'date')
  const known = line.known ?? given.known
  if (known !== undefined && known !== null && (typeof known !== 'string' || !isCivilDate(known)))
    throw noDay(known, 'known')
  const options = {
    on,
    ...(typeof known === 'string' && { known }),
    ...(given.regimes !== undefined && { regimes: given.regimes }),
    ...(given.figures !== undefined && { figures: given.figures }),
  }
  return { on, answer: check(line.act ?? line, options) }
}

function noDay(day: unknown, path: string): PenholderError {
  return new PenholderError({
    code: 'bad-input',
    what: day === undefined ? 'the activity has no date' : `"${String(day)}" is no date`,
    place: { path },
    expected: 'a day such as 2017-11-15',
  })
}

/** Heads of a table of answers. */
export const ANSWER_COLUMNS = [
  'id',
  'verdict',
  'citations',
  'reason',
  'missing',
  'possible',
  'error',
  'data_until',
] as const

/** One row of a table of answers, in the order of `ANSWER_COLUMNS`. */
export function answerCells(id: unknown, answer: Answer): string[] {
  return [
    cell(id),
    answer.verdict,
    answer.citations.join('; '),
    answer.findings[0]?.reason ?? '',
    answer.missing.join('; '),
    answer.possible.map((one) => one.listed).join('; '),
    '',
    answer.coverage.regimes.map((one) => one.dataUntil).join('; '),
  ]
}

/** The row of a line that could not be checked. */
export function errorCells(id: unknown, message: string): string[] {
  return [cell(id), '', '', '', '', '', message, '']
}

function cell(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}
