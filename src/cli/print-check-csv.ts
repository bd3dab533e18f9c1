import { stringify } from 'csv-stringify/sync'
import { ANSWER_COLUMNS, type Answer, answerCells, errorCells } from '../check/index.js'

export function csvHead(): string {
  return stringify([ANSWER_COLUMNS], { record_delimiter: 'windows' })
}

export function csvRow(id: unknown, answer: Answer): string {
  return row(answerCells(id, answer))
}

export function csvErrorRow(id: unknown, message: string): string {
  return row(errorCells(id, message))
}

function row(cells: readonly string[]): string {
  return stringify([cells], { record_delimiter: 'windows', escape_formulas: true })
}
