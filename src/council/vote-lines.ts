import { isCivilDate } from '../dates.js'
import { MATTERS, MODALITIES } from './rule.js'

export const KINDS = ['resolution', 'draft', 'amendment', 'procedural'] as const
export const SCOPES = ['whole', 'paragraph', 'amendment', 'preliminary question', 'secretary general'] as const
export const CONFIDENCES = ['confirmed', 'one source', 'disputed', 'incomplete', 'memory'] as const
export type VoteKind = (typeof KINDS)[number]
export type Scope = (typeof SCOPES)[number]
export type Confidence = (typeof CONFIDENCES)[number]

/** One line of data/council/votes, taken apart; the data dictionary is data/council/README.md. */
export interface VoteLine {
  readonly date: string
  readonly text: string
  readonly letters: string
  readonly tally: string
  readonly outcome: string
  readonly meeting: string
  readonly id: string
  readonly title: string
  readonly remarks: Readonly<Record<string, string>>
  readonly note: string
}

const REMARKS: Readonly<Record<string, readonly string[] | null>> = {
  kind: KINDS,
  scope: SCOPES,
  matter: MATTERS,
  modality: MODALITIES,
  source: null,
  confidence: CONFIDENCES,
}

/** Reads a line, or answers with what is wrong with it. */
export function readVoteLine(text: string): VoteLine | string {
  if (text.includes('~')) return 'a "~", which the packed form needs'
  const cells = text.split('|').map((cell) => cell.trim())
  if (cells.length < 8 || cells.length > 10) return `${cells.length} columns, expected 8 to 10`
  const [date = '', symbol = '', letters = '', tally = '', outcome = '', meeting = '', id = '', title = ''] = cells
  if (!isCivilDate(date)) return `"${date}" is no date`
  if (symbol === '' || title === '') return 'a text or title is missing'
  if (!/^(?:[YNAX]{11}|[YNAX]{14,15})?$/.test(letters)) return `"${letters}" are no letters Y, N, A, X`
  if (!/^(?:\d+-\d+-\d+(?:-\d+)?)?$/.test(tally)) return `"${tally}" is no tally yes-no-abstaining-not participating`
  if (!/^(?:adopted|not adopted|vetoed by [A-Z]{3}(?: [A-Z]{3})*)$/.test(outcome)) return `"${outcome}" is no outcome`
  if (!/^(?:BD|ADD|PROC)-\d+$/.test(id)) return `"${id}" is no id`
  const remarks: Record<string, string> = {}
  for (const part of (cells[8] ?? '').split(/;\s*/).filter((one) => one !== '')) {
    const [, key = '', value = ''] = /^(\w+): (.+)$/.exec(part) ?? []
    const allowed = REMARKS[key]
    if (allowed === undefined || (allowed !== null && !allowed.includes(value))) return `"${part}" is no remark`
    remarks[key] = value
  }
  return { date, text: symbol, letters, tally, outcome, meeting, id, title, remarks, note: cells[9] ?? '' }
}

/** The canonical line. */
export function printVoteLine(line: VoteLine): string {
  const remarks = Object.keys(REMARKS).flatMap((key) =>
    line.remarks[key] === undefined ? [] : [`${key}: ${line.remarks[key]}`],
  )
  const { date, text, letters, tally, outcome, meeting, id, title, note } = line
  return [date, text, letters, tally, outcome, meeting, id, title, remarks.join('; '), note]
    .map((cell) => (cell === '' ? '|' : `${cell} |`))
    .join(' ')
    .replace(/(?:\s*\|)+$/, '')
}
