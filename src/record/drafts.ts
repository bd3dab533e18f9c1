import { PenholderError } from '../errors.js'
import type { Connection } from './connection.js'
import { checkedFacts, DraftFacts, type DraftInput, inOrder } from './facts.js'
import { canonicalJson } from './hash.js'
import { type Known, seqKnown } from './known.js'
import { keep, type Stamp } from './log.js'
import { type Kept, storedMatter, taken } from './matters.js'

export interface StoredDraft extends DraftFacts {
  readonly kept: Kept
}

/** The drafts as the record knew them, of one matter or of all, by id. */
export async function storedDrafts(
  connection: Connection,
  wanted: Known & { readonly matter?: string } = {},
): Promise<StoredDraft[]> {
  const rows = await connection.all<{ body: string; who: string; at: string }>(
    `select draft.body, log.who, log.at from draft join log on log.seq = draft.seq
     where draft.seq = (select max(later.seq) from draft later where later.id = draft.id and later.seq <= ?)
     order by draft.id`,
    [await seqKnown(connection, wanted)],
  )
  const drafts = rows.map(({ body, who, at }) => ({ ...(JSON.parse(body) as DraftFacts), kept: { by: who, at } }))
  return wanted.matter === undefined ? drafts : drafts.filter(({ matter }) => matter === wanted.matter)
}

/** Throws `not-found` where the record knew no such draft. */
export async function storedDraft(connection: Connection, id: string, known: Known = {}): Promise<StoredDraft> {
  const all = await storedDrafts(connection, known)
  const found = all.find((draft) => draft.id === id)
  if (found !== undefined) return found
  const ids = all.map((draft) => draft.id)
  throw new PenholderError({
    code: 'not-found',
    what: `there is no draft "${id}"`,
    ...(ids.length === 0 ? {} : { expected: `one of ${ids.slice(0, 20).join(', ')}` }),
    todo: 'make it with `penholder draft add`',
  })
}

/** Keeps a draft as `keepMatter` keeps a matter; throws `not-found`, too, where its matter or a rival is not there. */
export async function keepDraft(
  connection: Connection,
  stamp: Stamp,
  input: DraftInput,
  options: { readonly change?: boolean; readonly note?: string } = {},
): Promise<StoredDraft> {
  const draft = checkedFacts(DraftFacts, input, `draft ${input.id}`)
  checkDraft(draft)
  const body = canonicalJson(draft)
  await connection.transaction(async () => {
    await storedMatter(connection, draft.matter)
    const others = await storedDrafts(connection)
    const before = others.find(({ id }) => id === draft.id)
    if (options.change === true && before === undefined) await storedDraft(connection, draft.id)
    if (options.change !== true && before !== undefined) throw taken('draft', draft.id)
    checkAmong(draft, others)
    if (before !== undefined) {
      const { kept: _, ...facts } = before
      if (canonicalJson(facts) === body) return
    }
    const about = { draft: draft.id, ...(options.note === undefined ? {} : { note: options.note }) }
    const act = options.change === true ? 'change a draft' : 'make a draft'
    await keep(connection, stamp, act, { draft: [{ id: draft.id, matter: draft.matter, body }] }, about)
  })
  return storedDraft(connection, draft.id)
}

/** What a draft must hold in itself. */
function checkDraft(draft: DraftFacts): void {
  const file = `draft ${draft.id}`
  const wrong = (what: string, expected?: string) =>
    new PenholderError({ code: 'bad-input', what, place: { file }, ...(expected === undefined ? {} : { expected }) })
  if (draft.label === undefined && draft.symbol === undefined) throw wrong('has no name', 'a label or a symbol')
  const { versions, vote, tabled } = draft
  const labels = versions.map(({ label }) => label.toLowerCase())
  const twice = labels.find((label, at) => labels.indexOf(label) !== at)
  if (twice !== undefined) throw wrong(`two versions are called "${twice}"`)
  const dated = versions.map(({ label, date }) => [`the version "${label}"`, date] as const)
  inOrder(file, ...dated, ['the vote', vote?.date])
  inOrder(file, ['the tabling', tabled], ['the vote', vote?.date])
  const cast = Object.values(vote?.cast ?? {}).flatMap((states) => states ?? [])
  const double = cast.find((state, at) => cast.indexOf(state) !== at)
  if (double !== undefined) throw wrong(`${double} is given two votes`)
}

/** What a draft must hold among the others. */
function checkAmong(draft: DraftFacts, others: readonly StoredDraft[]): void {
  const place = { file: `draft ${draft.id}` }
  for (const id of draft.rivals) {
    const rival = others.find((other) => other.id === id && other.matter === draft.matter && id !== draft.id)
    if (rival !== undefined) continue
    const what = `its rival "${id}" is no other draft of the matter "${draft.matter}"`
    throw new PenholderError({ code: 'not-found', what, place, todo: 'make the rival first' })
  }
  const same = others.find(
    ({ id, matter, symbol }) =>
      id !== draft.id && matter === draft.matter && symbol !== undefined && symbol === draft.symbol,
  )
  if (same !== undefined)
    throw new PenholderError({ code: 'conflict', what: `${draft.symbol} is the symbol of "${same.id}" already`, place })
}
