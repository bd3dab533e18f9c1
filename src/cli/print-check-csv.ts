import { stringify } from 'csv-stringify/sync'
import type { Answer } from '../check/index.js'

const COLUMNS = ['id', 'verdict', 'citations', 'reason', 'missing', 'possible', 'error', 'data_until']

export function csvHead(): string {
  return stringify([COLUMNS], { record_delimiter: 'windows' })
}

export function csvRow(id: unknown, answer: Answer): string {
  return row([
    id,
    answer.verdict,
    answer.citations.join('; '),
    answer.findings[0]?.reason,
    answer.missing.join('; '),
    answer.possible.map((one) => one.listed).join('; '),
    '',
    answer.coverage.regimes.map((one) => one.dataUntil).join('; '),
  ])
}

export function csvErrorRow(id: unknown, message: string): string {
  return row([id, '', '', '', '', '', message, ''])
}

function row(values: readonly unknown[]): string {
  return stringify([values.map((value) => (value === undefined || value === null ? '' : String(value)))], {
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}
