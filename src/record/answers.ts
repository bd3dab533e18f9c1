import type { Connection, Row } from './connection.js'
import { canonicalJson, idOf } from './hash.js'
import { type Known, seqKnown } from './known.js'
import { keep, type Stamp } from './log.js'
import { inChunks } from './select.js'

/** An answer to be kept: plain values; what they mean is the caller's. */
export interface NewAnswer {
  /** What was asked, as it was given. */
  readonly activity: unknown
  /** The day of the act. */
  readonly on: string
  /** The day or moment up to which knowledge was taken. */
  readonly known?: string
  /** Of the program, its data, the reader. */
  readonly versions: unknown
  /** What was answered, and all else that belongs to it. */
  readonly body: unknown
}

/** An answer as the record keeps it. */
export interface AnswerRow extends NewAnswer {
  readonly id: string
  readonly seq: number
  /** When it was kept (ISO 8601, UTC), and by whom. */
  readonly at: string
  readonly who: string
}

/** The outline of one edition of the data, kept once beside the answers that it gave. */
export interface Edition {
  readonly id: string
  readonly body: unknown
}

/**
 * Keeps answers in one entry of the log, with the edition of the data that gave them where it is new. The same answer to
 * the same question, kept by the same person on the same day, is one row: a batch that was cut off can be run again.
 * Gives the ids in the order of the answers, and says which are new. The log itself names no activity and no party.
 */
export async function keepAnswerRows(
  connection: Connection,
  stamp: Stamp,
  answers: readonly NewAnswer[],
  edition: Edition,
): Promise<{ readonly id: string; readonly isNew: boolean }[]> {
  const rows = answers.map((answer): Row & { readonly id: string } => ({
    id: idOf(answer, stamp.who, stamp.at.slice(0, 10)),
    activity: canonicalJson(answer.activity),
    asked_for: answer.on,
    known: answer.known ?? null,
    versions: canonicalJson(answer.versions),
    body: canonicalJson(answer.body),
  }))
  return connection.transaction(async () => {
    const ids = rows.map(({ id }) => id)
    const there = new Set(
      (await inChunks<{ id: string }>(connection, 'select id from answer where id in', ids)).map(({ id }) => id),
    )
    const fresh = new Map(rows.filter(({ id }) => !there.has(id)).map((row) => [row.id, row]))
    if (fresh.size > 0) {
      const known = await connection.all('select id from edition where id = ?', [edition.id])
      const editions = known.length > 0 ? [] : [{ id: edition.id, body: canonicalJson(edition.body) }]
      await keep(connection, stamp, 'keep answers', { answer: [...fresh.values()], edition: editions })
    }
    return ids.map((id) => ({ id, isNew: fresh.delete(id) }))
  })
}

export interface AnswersWanted extends Known {
  /** All where absent. */
  readonly ids?: readonly string[]
}

interface StoredRow {
  readonly id: string
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly activity: string
  readonly asked_for: string
  readonly known: string | null
  readonly versions: string
  readonly body: string
}

const COLUMNS = `select answer.id, answer.seq, log.at, log.who, answer.activity, answer.asked_for, answer.known,
  answer.versions, answer.body from answer join log on log.seq = answer.seq where`

/** Kept answers as the record knew them, the oldest first; within one entry of the log by id. */
export async function answerRows(connection: Connection, wanted: AnswersWanted = {}): Promise<AnswerRow[]> {
  const found: AnswerRow[] = []
  for await (const row of eachAnswerRow(connection, wanted)) found.push(row)
  return found
}

/** How many entries of the log are gone through at once; one brings some hundreds of answers at most. */
const WINDOW = 4

/** The same one by one, in memory that does not grow with the record. */
export async function* eachAnswerRow(connection: Connection, wanted: AnswersWanted = {}): AsyncGenerator<AnswerRow> {
  const seq = await seqKnown(connection, wanted)
  if (wanted.ids !== undefined) {
    const ids = [...new Set(wanted.ids)]
    yield* inOrder(await inChunks<StoredRow>(connection, `${COLUMNS} answer.id in`, ids, 'and answer.seq <= ?', [seq]))
    return
  }
  for (let after = 0; ; ) {
    const entries = await connection.all<{ seq: number }>(
      `select distinct seq from answer where seq > ? and seq <= ? order by seq limit ${WINDOW}`,
      [after, seq],
    )
    const last = entries.at(-1)?.seq
    if (last === undefined) return
    yield* inOrder(await connection.all<StoredRow>(`${COLUMNS} answer.seq > ? and answer.seq <= ?`, [after, last]))
    after = last
  }
}

function inOrder(rows: readonly StoredRow[]): AnswerRow[] {
  return rows.map(answerRow).sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1))
}

function answerRow(row: StoredRow): AnswerRow {
  return {
    id: row.id,
    seq: row.seq,
    at: row.at,
    who: row.who,
    activity: JSON.parse(row.activity) as unknown,
    on: row.asked_for,
    ...(row.known === null ? {} : { known: row.known }),
    versions: JSON.parse(row.versions) as unknown,
    body: JSON.parse(row.body) as unknown,
  }
}

/** The id that begins so (from four figures on); what was given, where there is none or more than one. */
export async function answerIdFor(connection: Connection, begins: string): Promise<string> {
  if (!/^[0-9a-f]{4,23}$/.test(begins)) return begins
  const rows = await connection.all<{ id: string }>('select id from answer where id >= ? and id <= ? limit 2', [
    begins,
    `${begins}g`,
  ])
  const [only] = rows
  return only !== undefined && rows.length === 1 ? only.id : begins
}

/** The outline of an edition that the record keeps. */
export async function editionBody(connection: Connection, id: string): Promise<unknown> {
  const [row] = await connection.all<{ body: string }>('select body from edition where id = ?', [id])
  return row === undefined ? undefined : (JSON.parse(row.body) as unknown)
}
