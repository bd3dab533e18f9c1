import { z } from 'zod'
import { PenholderError } from '../errors.js'
import { isVerbatim } from '../quotes.js'
import { Claim } from '../read/index.js'
import { claimWithId } from './attachments.js'
import type { Connection } from './connection.js'
import { checkedFacts } from './facts.js'
import { canonicalJson, idOf } from './hash.js'
import { type Known, seqKnown } from './known.js'
import { keep, type Stamp } from './log.js'
import type { Kept } from './matters.js'
import { type ClaimRow, read, type StoredClaim, storedClaim } from './stored.js'

/** What a person can say of a claim that was read; `withdrawn` takes back what was said before. */
export const VERDICTS = ['accepted', 'edited', 'rejected', 'withdrawn'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What a person ruled on a claim. It holds for every claim of the same place and key: see `gist`. */
export interface ClaimRuling {
  readonly id: string
  /** The claim as it was read when it was ruled on. */
  readonly claim: StoredClaim
  readonly verdict: Verdict
  /** The claim as it should be; only where it was edited. */
  readonly edited?: Claim
  readonly note?: string
  readonly kept: Kept
}

export interface RulingInput {
  /** Id of the claim, or its beginning. */
  readonly claim: string
  readonly verdict: Verdict
  /** The whole claim as it should be; its words must stand in the article. */
  readonly edited?: Claim
  readonly note?: string
}

const Input = z.strictObject({
  claim: z.string(),
  verdict: z.enum(VERDICTS),
  edited: Claim.optional(),
  note: z.string().trim().min(1).max(2000).optional(),
})

/**
 * Keeps rulings on claims in one entry of the log and answers with them. Throws `not-found` or `bad-input` for a claim
 * that is not there or not the only one meant, `bad-input` for an edit that is no claim, is of another article, or whose
 * quote does not stand word for word in the text.
 */
export async function keepRulings(
  connection: Connection,
  stamp: Stamp,
  given: readonly RulingInput[],
): Promise<ClaimRuling[]> {
  const ids: string[] = []
  await connection.transaction(async () => {
    const before = await latestIds(connection)
    const ruled = new Set<string>()
    const rows: { id: string; claim: string; verdict: Verdict; body: string | null; note: string | null }[] = []
    for (const one of given) {
      const { claim, verdict, edited, note } = checkedFacts(Input, one, `ruling on ${one.claim}`)
      const stored = await claimWithId(connection, claim)
      if ((verdict === 'edited') !== (edited !== undefined)) {
        const what =
          verdict === 'edited'
            ? 'an edit without the claim as it should be'
            : `a claim that is ${verdict} and edited at once`
        throw new PenholderError({ code: 'bad-input', what, place: { file: `ruling on ${claim}` } })
      }
      if (edited !== undefined) await checkEdit(connection, stored, edited)
      const body = edited === undefined ? null : bodyOf(edited)
      if (ruled.has(stored.gist)) {
        const what = `claim ${claim} is ruled on twice at once`
        throw new PenholderError({ code: 'bad-input', what, todo: 'rule on it once' })
      }
      ruled.add(stored.gist)
      const id = idOf(stored.id, verdict, body, note ?? null, before.get(stored.gist) ?? null)
      rows.push({ id, claim: stored.id, verdict, body, note: note ?? null })
      ids.push(id)
    }
    if (rows.length > 0) await keep(connection, stamp, 'review', { ruling: rows })
  })
  const all = await rulingsWhere(connection, '', [])
  return ids.flatMap((id) => all.filter((ruling) => ruling.id === id))
}

/** The ruling that stands last on each claim, by the claim's gist; those that were taken back are left out. */
export async function latestRulings(connection: Connection, known: Known = {}): Promise<Map<string, ClaimRuling>> {
  const seq = await seqKnown(connection, known)
  const latest = new Map<string, ClaimRuling>()
  for (const ruling of await rulingsWhere(connection, 'where ruling.seq <= ?', [seq]))
    latest.set(ruling.claim.gist, ruling)
  for (const [gist, { verdict }] of latest) if (verdict === 'withdrawn') latest.delete(gist)
  return latest
}

/** All that was ruled on a claim (by id or the beginning of one), the first first. */
export async function rulingsOf(connection: Connection, claim: string, known: Known = {}): Promise<ClaimRuling[]> {
  const seq = await seqKnown(connection, known)
  const { gist } = await claimWithId(connection, claim, { seq })
  return rulingsWhere(connection, 'where claim.gist = ? and ruling.seq <= ?', [gist, seq])
}

type RulingRow = ClaimRow & {
  readonly ruling: string
  readonly verdict: Verdict
  readonly edited: string | null
  readonly note: string | null
  readonly who: string
  readonly at: string
}

async function rulingsWhere(
  connection: Connection,
  where: string,
  values: readonly (string | number)[],
): Promise<ClaimRuling[]> {
  const rows = await connection.all<RulingRow>(
    `select claim.id, claim.seq, claim.article, claim.gist, claim.body, ruling.id as ruling, ruling.verdict,
            ruling.body as edited, ruling.note, log.who, log.at
     from ruling join claim on claim.id = ruling.claim join log on log.seq = ruling.seq
     ${where} order by ruling.seq, ruling.id`,
    values,
  )
  return rows.map(rulingOf)
}

function rulingOf(row: RulingRow): ClaimRuling {
  const edited =
    row.edited === null ? {} : { edited: { ...(JSON.parse(row.edited) as Claim), article: row.article } as Claim }
  return {
    id: row.ruling,
    claim: storedClaim(row),
    verdict: row.verdict,
    ...edited,
    ...(row.note === null ? {} : { note: row.note }),
    kept: { by: row.who, at: row.at },
  }
}

async function latestIds(connection: Connection): Promise<Map<string, string>> {
  const all = await rulingsWhere(connection, '', [])
  return new Map(all.map(({ claim, id }) => [claim.gist, id]))
}

function bodyOf({ article: _, why: __, ...says }: Claim): string {
  return canonicalJson(says)
}

async function checkEdit(connection: Connection, { id, claim }: StoredClaim, edited: Claim): Promise<void> {
  const place = { file: `edit of claim ${id}` }
  if (edited.article !== claim.article)
    throw new PenholderError({ code: 'bad-input', what: 'the edited claim is of another article', place })
  const { text, start, end } = edited.quote
  if (text === claim.quote.text && start === claim.quote.start && end === claim.quote.end) return
  const [row] = await connection.all<{ text: string | null; form: string }>(
    'select text, form from article where id = ?',
    [claim.article],
  )
  if (row === undefined || row.text === null) {
    const todo = 'keep the quote as it was read'
    throw new PenholderError({
      code: 'bad-input',
      what: 'the article’s text is not in the record, so that another quote can’t be held against it',
      place,
      todo,
    })
  }
  if (text !== '' && isVerbatim(read(row.text, row.form), edited.quote)) return
  throw new PenholderError({
    code: 'bad-input',
    what: 'the quote does not stand in the article at its place',
    place,
    expected: 'words of the article, with their offsets in UTF-16 code units',
  })
}
