import type { CeilingReport } from '../check/index.js'
import type { Connection, Row } from './connection.js'
import { idOf } from './hash.js'
import { type Known, seqKnown } from './known.js'
import { keep, type Stamp } from './log.js'

/** A quantity that somebody reported under a ceiling, before the record keeps it. */
export type NewCeilingReport = Omit<CeilingReport, 'id'>

/** A report as the record keeps it. */
export interface KeptCeilingReport extends NewCeilingReport {
  readonly id: string
  readonly seq: number
  /** When the record learned it (ISO 8601, UTC), and from whom. */
  readonly at: string
  readonly who: string
}

/**
 * Keeps one report; one that says what the latest of the same source and days says changes nothing. What it says must
 * have been judged before.
 */
export async function keepCeilingReport(
  connection: Connection,
  stamp: Stamp,
  report: NewCeilingReport,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  return connection.transaction(async () => {
    const before = (await ceilingReports(connection)).findLast(
      ({ ceiling, source, from, to, unit }) =>
        ceiling === report.ceiling &&
        source === report.source &&
        from === report.from &&
        to === report.to &&
        unit === report.unit,
    )
    if (before !== undefined && saysTheSame(before, report)) return { id: before.id, isNew: false }
    const row = rowOf(report, before?.id)
    await keep(connection, stamp, 'ceiling report', { ceiling_report: [row] })
    return { id: row.id, isNew: true }
  })
}

function saysTheSame(one: NewCeilingReport, other: NewCeilingReport): boolean {
  return (['value', 'factor', 'cited', 'note'] as const).every((key) => one[key] === other[key])
}

function rowOf(report: NewCeilingReport, before: string | undefined): Row & { readonly id: string } {
  return {
    id: idOf(report, before ?? null),
    ceiling: report.ceiling,
    period_from: report.from,
    period_to: report.to,
    source: report.source,
    value: report.value,
    unit: report.unit,
    factor: report.factor ?? null,
    cited: report.cited,
    note: report.note ?? null,
  }
}

interface ReportRow {
  readonly id: string
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly ceiling: string
  readonly period_from: string
  readonly period_to: string
  readonly source: string
  readonly value: number
  readonly unit: string
  readonly factor: number | null
  readonly cited: string
  readonly note: string | null
}

/** The reports as the record knew them, in the order of the log. */
export async function ceilingReports(connection: Connection, known: Known = {}): Promise<KeptCeilingReport[]> {
  const seq = await seqKnown(connection, known)
  const rows = await connection.all<ReportRow>(
    `select ceiling_report.*, log.at, log.who from ceiling_report join log on log.seq = ceiling_report.seq
     where ceiling_report.seq <= ? order by ceiling_report.seq, ceiling_report.id`,
    [seq],
  )
  return rows.map(({ period_from, period_to, factor, note, ...row }) => ({
    ...row,
    from: period_from,
    to: period_to,
    ...(factor === null ? {} : { factor }),
    ...(note === null ? {} : { note }),
  }))
}
