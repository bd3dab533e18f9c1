import { PenholderError } from '../errors.js'
import type { Connection } from './connection.js'
import { storedDraft } from './drafts.js'
import { type Known, seqKnown } from './known.js'
import { keep, type Stamp } from './log.js'
import { type Kept, storedMatter } from './matters.js'
import { type ClaimRow, type StoredClaim, storedClaim } from './stored.js'

/** Where a claim was put by hand. */
export interface Attachment {
  readonly claim: StoredClaim
  /** Id of its matter; absent where a person took it out of all. */
  readonly matter?: string
  /** Id of its draft; absent where a person put it with none. */
  readonly draft?: string
  readonly note?: string
  readonly kept: Kept
}

/** The claim with this id, or the only one whose id begins so (from four figures). Throws `not-found` or `bad-input`. */
export async function claimWithId(connection: Connection, id: string, known: Known = {}): Promise<StoredClaim> {
  if (!/^[0-9a-f]{4,24}$/.test(id)) {
    const expected = 'four to 24 figures 0–9 and a–f, as `penholder review --list` prints them'
    throw new PenholderError({ code: 'bad-input', what: `"${id}" is no id of a claim`, expected })
  }
  const rows = await connection.all<ClaimRow>(
    'select id, seq, article, gist, body from claim where id >= ? and id <= ? and seq <= ? order by id limit 10',
    [id, `${id}g`, await seqKnown(connection, known)],
  )
  const [first] = rows
  if (first === undefined)
    throw new PenholderError({
      code: 'not-found',
      what: `no claim has the id ${id}`,
      todo: 'see `penholder review --list`',
    })
  if (rows.length > 1) {
    const what = `${rows.length === 10 ? 'ten or more' : rows.length} claims have ids that begin with ${id}`
    const expected = `one of ${rows.map((row) => row.id).join(', ')}`
    throw new PenholderError({ code: 'bad-input', what, expected })
  }
  return storedClaim(first)
}

/**
 * Puts claims with a matter and a draft by hand, or with `matter: null` with none, in one entry of the log. Throws
 * where a claim, matter or draft is not there, and `conflict` for a draft of another matter.
 */
export async function keepAttachments(
  connection: Connection,
  stamp: Stamp,
  given: readonly {
    readonly claim: string
    readonly matter: string | null
    readonly draft?: string | null
    readonly note?: string
  }[],
): Promise<void> {
  await connection.transaction(async () => {
    const rows = new Map<string, { claim: string; matter: string | null; draft: string | null; note: string | null }>()
    for (const { claim, matter, draft, note } of given) {
      const { id } = await claimWithId(connection, claim)
      if (matter !== null) await storedMatter(connection, matter)
      if (draft !== undefined && draft !== null) {
        const found = await storedDraft(connection, draft)
        if (found.matter !== matter) {
          const what = `the draft "${draft}" belongs to the matter "${found.matter}"`
          throw new PenholderError({ code: 'conflict', what, todo: 'name that matter, or another draft' })
        }
      }
      rows.set(id, { claim: id, matter, draft: draft ?? null, note: note ?? null })
    }
    if (rows.size > 0) await keep(connection, stamp, 'move claims', { attachment: [...rows.values()] })
  })
}

/** Every claim that was put by hand, as it stood last; those of one place and key share it (see `gist`). */
export async function storedAttachments(connection: Connection, known: Known = {}): Promise<Attachment[]> {
  const seq = await seqKnown(connection, known)
  const rows = await connection.all<
    ClaimRow & { matter: string | null; draft: string | null; note: string | null; who: string; at: string }
  >(
    `select claim.id, claim.seq, claim.article, claim.gist, claim.body, attachment.matter, attachment.draft,
            attachment.note, log.who, log.at
     from attachment join claim on claim.id = attachment.claim join log on log.seq = attachment.seq
     where attachment.seq <= ? order by attachment.seq, claim.id`,
    [seq],
  )
  const latest = new Map<string, Attachment>()
  for (const row of rows) {
    latest.set(row.gist, {
      claim: storedClaim(row),
      ...(row.matter === null ? {} : { matter: row.matter }),
      ...(row.draft === null ? {} : { draft: row.draft }),
      ...(row.note === null ? {} : { note: row.note }),
      kept: { by: row.who, at: row.at },
    })
  }
  return [...latest.values()]
}
