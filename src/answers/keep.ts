import type { Answer, CeilingFigures } from '../check/index.js'
import { figuresFrom } from '../check/index.js'
import { PenholderError } from '../errors.js'
import {
  type AnswerRow,
  type AnswersWanted,
  answerIdFor,
  answerRows,
  type Connection,
  ceilingReports,
  eachAnswerRow,
  type Known,
  keepAnswerRows,
  type Stamp,
} from '../record/index.js'
import { currentEdition, currentVersions, type Versions } from './editions.js'

/** A check that was answered and is to be kept. */
export interface AnsweredCheck {
  readonly activity: unknown
  /** The day of the act. */
  readonly on: string
  /** The day or moment of knowledge that was asked for. */
  readonly known?: string
  readonly regimes?: readonly string[]
  readonly answer: Answer
  /** The asker's own name for it, such as the id of a line in a batch. */
  readonly label?: string
  readonly note?: string
  /** Ids of the ceiling reports that the answer stands on, by measure. */
  readonly figures?: Readonly<Record<string, readonly string[]>>
}

/** A check as the record keeps it, with its answer as it was given. */
export interface KeptAnswer extends AnsweredCheck {
  readonly id: string
  readonly seq: number
  /** When it was kept (ISO 8601, UTC), and by whom. */
  readonly at: string
  readonly who: string
  readonly versions: Versions
}

/**
 * Keeps answered checks, all or nothing, in one entry of the log, which itself names no activity and no party. The same
 * answer to the same question by the same person on the same day is kept once. Ids come in the order of the checks.
 */
export function keepAnswers(
  record: Connection,
  stamp: Stamp,
  checks: readonly AnsweredCheck[],
): Promise<{ readonly id: string; readonly isNew: boolean }[]> {
  const versions = currentVersions()
  const rows = checks.map(({ activity, on, known, ...body }) => ({
    activity,
    on,
    ...(known !== undefined && { known }),
    versions,
    body,
  }))
  return keepAnswerRows(record, stamp, rows, currentEdition())
}

/** Kept checks as the record knew them, the oldest first; ids may be cut to the beginning of one. Throws `not-found` where an id names none. */
export async function keptAnswers(record: Connection, wanted: AnswersWanted = {}): Promise<KeptAnswer[]> {
  const asked = wanted.ids && (await Promise.all(wanted.ids.map((id) => answerIdFor(record, id))))
  const found = (await answerRows(record, { ...wanted, ...(asked && { ids: asked }) })).map(keptAnswer)
  const ids = new Set(found.map(({ id }) => id))
  const missing = (asked ?? []).filter((id) => !ids.has(id))
  if (missing.length === 0) return found
  throw new PenholderError(
    missing.map((id) => ({
      code: 'not-found',
      what: `there is no kept answer ${id}`,
      place: { file: record.where },
      todo: '`penholder answers` lists them',
    })),
  )
}

/** Every kept check as the record knew it, one by one, the oldest first, in memory that does not grow with the record. */
export async function* eachKeptAnswer(record: Connection, known: Known = {}): AsyncGenerator<KeptAnswer> {
  for await (const row of eachAnswerRow(record, known)) yield keptAnswer(row)
}

function keptAnswer({ body, versions, ...row }: AnswerRow): KeptAnswer {
  return { ...row, ...(body as Pick<AnsweredCheck, 'answer'>), versions: versions as Versions }
}

/** The Committee's figures under ceilings, out of the reports as the record knew them. */
export async function figuresKnown(record: Connection, known: Known = {}): Promise<CeilingFigures> {
  return figuresFrom(await ceilingReports(record, known))
}

/** Figures that remember which reports were used: `used()` gives them since the last call, by measure; undefined for none. */
export function noted(figures: CeilingFigures): {
  readonly figures: CeilingFigures
  readonly used: () => AnsweredCheck['figures']
} {
  let used: Record<string, readonly string[]> = {}
  return {
    figures: (measure, on) => {
      const figure = figures(measure, on)
      if (figure !== undefined) used[measure.id] = figure.reports
      return figure
    },
    used: () => {
      const since = used
      used = {}
      return Object.keys(since).length === 0 ? undefined : since
    },
  }
}
