import { PenholderError } from '../errors.js'
import type { Connection } from './connection.js'

/**
 * The record's own clock: a query sees only what the log had learned by the moment `known` (ISO 8601 with a zone, or a
 * day, which means its end in UTC), or by the entry `seq`; everything where neither is given.
 */
export interface Known {
  readonly known?: string
  readonly seq?: number
}

/** The last entry of the log that a query may see; 0 in an empty record. Pass it on, so that several queries see the same. */
export async function seqKnown(connection: Connection, known: Known = {}): Promise<number> {
  if (known.seq !== undefined) return known.seq
  if (known.known === undefined) {
    const [row] = await connection.all<{ seq: number | null }>('select max(seq) as seq from log')
    return row?.seq ?? 0
  }
  const [row] = await connection.all<{ seq: number | null }>('select max(seq) as seq from log where at <= ?', [
    momentOf(known.known),
  ])
  return row?.seq ?? 0
}

/** A moment as the log writes it: `2026-11-22T05:17:28.000Z`. Throws `bad-input` for what is no moment or has no zone. */
export function momentOf(text: string): string {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999Z` : text
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(whole)) {
    const time = Date.parse(whole)
    if (!Number.isNaN(time) && isSameDay(whole)) return new Date(time).toISOString()
  }
  throw new PenholderError({
    code: 'bad-input',
    what: `"${text}" is no moment`,
    expected: 'a day such as 2026-11-22 (its end in UTC) or 2026-11-22T05:17:28Z',
  })
}

/** 30 February would otherwise become a day of March. */
function isSameDay(text: string): boolean {
  return new Date(`${text.slice(0, 10)}T00:00:00Z`).toISOString().startsWith(text.slice(0, 10))
}
