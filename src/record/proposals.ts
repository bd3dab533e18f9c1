import { PenholderError } from '../errors.js'
import { isVerbatim, type Quote, quoteAt } from '../quotes.js'
import { Claim } from '../read/index.js'
import type { Connection } from './connection.js'
import { checkedFacts } from './facts.js'
import { canonicalJson, idOf } from './hash.js'
import { type Known, seqKnown } from './known.js'
import { keep, type Stamp } from './log.js'
import type { Kept } from './matters.js'
import { claimRow } from './rows.js'
import { latestRulings } from './rulings.js'
import { inChunks, latestReadings } from './select.js'
import { type ClaimRow, read, type StoredClaim, storedClaim } from './stored.js'

/** A claim that is proposed, with the words that it stands on. */
export interface NewProposal {
  /** The whole claim; where its quote has no offsets, its words must stand in the article once only. */
  readonly claim: Record<string, unknown>
  /** What proposes it, such as the name of an assistant's program; and for whom it works. */
  readonly tool?: string
  readonly for?: string
  readonly note?: string
}

/** A proposed claim as the record keeps it. */
export interface Proposal extends StoredClaim {
  readonly tool?: string
  readonly for?: string
  readonly note?: string
  /** Who proposed it, and when. */
  readonly kept: Kept
}

/**
 * Keeps a proposed claim on an article of the record, for a person to rule on; it never counts before that. What a
 * reading says already, or was proposed before, is not kept again. Throws `not-found` for an article that is not there,
 * `bad-input` for what is no claim and for words that don't stand in the article letter by letter, `conflict` for a claim
 * that a person rejected.
 */
export async function keepProposal(
  connection: Connection,
  stamp: Stamp,
  { claim: given, tool, for: whom, note }: NewProposal,
): Promise<{ readonly claim: StoredClaim; readonly isNew: boolean }> {
  return connection.transaction(async () => {
    const claim = await checkedClaim(connection, given)
    const row = claimRow(claim.article, claim)
    const gist = String(row.gist)
    const stored = { id: row.id, gist, seq: 0, claim }
    const ruling = (await latestRulings(connection)).get(gist)
    if (ruling?.verdict === 'rejected') {
      const what = `a person rejected this claim${ruling.note === undefined ? '' : ` (${ruling.note})`}`
      throw new PenholderError({ code: 'conflict', what, place: { path: 'claim' } })
    }
    const [there] = await connection.all<ClaimRow>('select id, seq, article, gist, body from claim where id = ?', [
      row.id,
    ])
    if (await isThere(connection, stored))
      return { claim: there === undefined ? stored : storedClaim(there), isNew: false }
    const body = { by: stamp.who, ...(tool && { tool }), ...(whom && { for: whom }), ...(note && { note }) }
    const proposal = { id: idOf(row.id, body), claim: row.id, body: canonicalJson(body) }
    const seq = await keep(connection, stamp, 'propose', {
      proposal: [proposal],
      claim: there === undefined ? [row] : [],
    })
    return { claim: { ...stored, seq }, isNew: true }
  })
}

/** Proposed claims as the record knew them, in the order of the log; of these articles alone, where they are named. */
export async function proposals(
  connection: Connection,
  wanted: Known & { readonly articles?: readonly string[] } = {},
): Promise<Proposal[]> {
  const seq = await seqKnown(connection, wanted)
  const select = `select claim.id, proposal.seq, claim.article, claim.gist, claim.body, proposal.body as said, log.who, log.at
    from proposal join claim on claim.id = proposal.claim join log on log.seq = proposal.seq where`
  type Found = ClaimRow & { readonly said: string; readonly who: string; readonly at: string }
  const rows =
    wanted.articles === undefined
      ? await connection.all<Found>(`${select} proposal.seq <= ?`, [seq])
      : await inChunks<Found>(
          connection,
          `${select} claim.article in`,
          [...new Set(wanted.articles)],
          'and proposal.seq <= ?',
          [seq],
        )
  return rows
    .sort((a, b) => a.seq - b.seq)
    .map((row) => {
      const { by: _, ...said } = JSON.parse(row.said) as { by: string; tool?: string; for?: string; note?: string }
      return { ...storedClaim(row), ...said, kept: { by: row.who, at: row.at } }
    })
}

async function isThere(connection: Connection, { id, gist, claim }: StoredClaim): Promise<boolean> {
  const reading = (await latestReadings(connection, [claim.article])).get(claim.article)
  const ids = reading?.body.claims ?? []
  if (ids.includes(id)) return true
  const read = await inChunks<{ gist: string }>(connection, 'select gist from claim where id in', ids)
  if (read.some((one) => one.gist === gist)) return true
  return (await proposals(connection, { articles: [claim.article] })).some((one) => one.gist === gist)
}

async function checkedClaim(connection: Connection, given: Record<string, unknown>): Promise<Claim> {
  const id = String(given.article ?? '')
  const [row] = await connection.all<{ text: string | null; form: string }>(
    'select text, form from article where id = ?',
    [id],
  )
  if (row === undefined)
    throw new PenholderError({ code: 'not-found', what: `there is no article ${id}`, place: { path: 'claim.article' } })
  if (row.text === null)
    throw new PenholderError({
      code: 'bad-input',
      what: 'the article’s text is not in the record, so that words can’t be held against it',
      place: { path: 'claim.quote' },
    })
  const quote = placed(read(row.text, row.form), (given.quote ?? {}) as Partial<Quote>)
  return checkedFacts(Claim, { ...given, quote }, 'claim')
}

function placed(text: string, { text: words = '', start, end }: Partial<Quote>): Quote {
  const wrong = (what: string, expected: string) =>
    new PenholderError({ code: 'bad-input', what, place: { path: 'claim.quote' }, expected })
  if (words.trim() === '') throw wrong('the quote has no words', 'words of the article, letter by letter')
  if (start !== undefined) {
    const quote = { text: words, start, end: end ?? start + words.length }
    if (isVerbatim(text, quote)) return quote
    throw wrong('the quote does not stand in the article at its place', 'its place in UTF-16 code units, or none')
  }
  const at = text.indexOf(words)
  if (at < 0) throw wrong('these words do not stand in the article', 'words of the article, letter by letter')
  if (text.indexOf(words, at + 1) >= 0)
    throw wrong('these words stand in the article more than once', 'more words round them, or their place (`start`)')
  return quoteAt(text, at, at + words.length)
}
