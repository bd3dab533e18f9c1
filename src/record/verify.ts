import type { Problem } from '../errors.js'
import { isVerbatim, type Quote } from '../quotes.js'
import type { Connection, Row } from './connection.js'
import { sha256 } from './hash.js'
import { digestOf, entryHash, type LogEntry } from './log.js'
import type { ReadingBody } from './rows.js'
import { inChunks } from './select.js'
import { read } from './stored.js'
import { TABLES } from './tables.js'
import { type Entry, entriesOf } from './walk.js'

/** What a verification found; the record is whole where `problems` is empty. */
export interface Verified {
  readonly entries: number
  readonly articles: number
  readonly claims: number
  /** Articles without their text, whose quotes can't be held against it. */
  readonly withoutText: number
  /** Hash of the last entry: whoever keeps it elsewhere can tell later whether the log was cut or rewritten. */
  readonly head: string
  readonly problems: readonly Problem[]
}

const MOST_PROBLEMS = 1000

/**
 * Holds the whole record against itself: the log's chain, each entry's digest against its rows, every text against its
 * hash, every quote against its text, every reference. `head` is a hash of the log that was kept elsewhere and must be
 * in it.
 */
export async function verifyRecord(
  connection: Connection,
  options: { readonly head?: string; readonly onProgress?: (entries: number) => void } = {},
): Promise<Verified> {
  const problems: Problem[] = [...(await databaseProblems(connection))]
  const seen = { entries: 0, articles: 0, claims: 0, withoutText: 0 }
  let before: LogEntry | undefined
  let hasHead = options.head === undefined
  for await (const entry of entriesOf(connection)) {
    const told = (what: string) => problems.push(problemAt(connection, entry.log.seq, what))
    for (const what of chainProblems(entry.log, before)) told(what)
    for (const what of rowProblems(entry)) told(what)
    for (const what of await referenceProblems(connection, entry)) told(what)
    const { problems: wrong, withoutText } = await quoteProblems(connection, entry)
    for (const what of wrong) told(what)
    seen.entries++
    seen.articles += entry.rows.article?.length ?? 0
    seen.claims += entry.rows.claim?.length ?? 0
    seen.withoutText += withoutText
    hasHead ||= entry.log.hash === options.head
    before = entry.log
    options.onProgress?.(seen.entries)
    if (problems.length >= MOST_PROBLEMS) break
  }
  problems.push(...(await strayRows(connection)))
  if (!hasHead)
    problems.push(
      problemAt(connection, before?.seq ?? 0, `no entry has the hash ${options.head}: the log was cut or rewritten`),
    )
  return { ...seen, head: before?.hash ?? '', problems }
}

function problemAt(connection: Connection, seq: number, what: string): Problem {
  return { code: 'bad-data', what, place: { file: connection.where, path: `log ${seq}` } }
}

function chainProblems(entry: LogEntry, before: LogEntry | undefined): string[] {
  const wrong: string[] = []
  if (entry.seq !== (before?.seq ?? 0) + 1) wrong.push(`entry ${(before?.seq ?? 0) + 1} is missing`)
  if (entry.previous !== (before?.hash ?? '')) wrong.push('the entry does not follow the one before')
  if (entry.hash !== entryHash(entry)) wrong.push('the entry was changed: its hash is another')
  if (before !== undefined && entry.at < before.at) wrong.push('the entry is older than the one before')
  return wrong
}

/** What is wrong with an entry's rows in themselves. */
export function rowProblems({ log, rows }: Entry): string[] {
  const wrong: string[] = []
  const { digest } = JSON.parse(log.body) as { digest?: string }
  if (digest !== digestOf(rows)) wrong.push('its rows were changed, removed or added to: their digest is another')
  for (const row of rows.article ?? []) {
    if (row.text !== null && sha256(String(row.text)) !== row.text_hash)
      wrong.push(`article ${row.id}: the text does not have its hash`)
    if (row.prose !== null && sha256(String(row.prose)) !== row.prose_hash)
      wrong.push(`article ${row.id}: the prose does not have its hash`)
    if (!String(row.bytes_hash).startsWith(String(row.id))) wrong.push(`article ${row.id}: the id is not of its bytes`)
  }
  for (const { name } of TABLES.filter(({ secret }) => secret === true)) {
    for (const row of rows[name] ?? []) {
      if (row.secret !== null && sha256(String(row.secret)) !== row.secret_hash)
        wrong.push(`${name} ${row.id}: the secret does not have its hash`)
    }
  }
  return wrong
}

async function quoteProblems(
  connection: Connection,
  { rows }: Entry,
): Promise<{ problems: string[]; withoutText: number }> {
  const quoted = [
    ...(rows.claim ?? []).map((row) => ({ what: `claim ${row.id}`, article: String(row.article), body: row.body })),
    ...(await editsIn(connection, rows.ruling ?? [])),
  ]
  const texts = new Map<string, string | undefined>()
  const keepText = (row: Row) => {
    texts.set(String(row.id), row.text === null ? undefined : read(String(row.text), String(row.form)))
  }
  for (const row of rows.article ?? []) keepText(row)
  const withoutText = [...texts.values()].filter((text) => text === undefined).length
  const others = new Set(quoted.map(({ article }) => article).filter((id) => !texts.has(id)))
  for (const row of await inChunks<Row>(connection, 'select id, text, form from article where id in', [...others]))
    keepText(row)
  const problems = quoted.flatMap(({ what, article, body }) => {
    const text = texts.get(article)
    if (text === undefined) return []
    const { quote } = JSON.parse(String(body)) as { quote: Quote }
    return isVerbatim(text, quote) ? [] : [`${what}: the quote does not stand in the text of article ${article}`]
  })
  return { problems, withoutText }
}

/** Claims as people edited them. */
async function editsIn(connection: Connection, rulings: readonly Row[]) {
  const edits = rulings.filter(({ body }) => body !== null)
  const articles = new Map<string, string>()
  const claims = [...new Set(edits.map(({ claim }) => String(claim)))]
  for (const { id, article } of await inChunks<{ id: string; article: string }>(
    connection,
    'select id, article from claim where id in',
    claims,
  ))
    articles.set(id, article)
  return edits.map(({ id, claim, body }) => ({
    what: `ruling ${id}`,
    article: articles.get(String(claim)) ?? '',
    body,
  }))
}

/** Readings name their claims inside JSON, where no foreign key looks. */
async function referenceProblems(connection: Connection, { rows }: Entry): Promise<string[]> {
  const readings = rows.reading ?? []
  if (readings.length === 0) return []
  const known = new Set((rows.claim ?? []).map((row) => String(row.id)))
  const named = readings.flatMap((row) => (JSON.parse(String(row.body)) as ReadingBody).claims)
  const elsewhere = named.filter((id) => !known.has(id))
  for (const { id } of await inChunks<{ id: string }>(connection, 'select id from claim where id in', elsewhere))
    known.add(id)
  return elsewhere.filter((id) => !known.has(id)).map((id) => `a reading names claim ${id}, which is not there`)
}

/** What the database itself finds: damaged pages, references into nothing. */
async function databaseProblems(connection: Connection): Promise<Problem[]> {
  if (connection.dialect !== 'sqlite') return []
  const place = { file: connection.where }
  const pages = await connection.all<{ quick_check: string }>('pragma quick_check')
  const references = await connection.all<{ table: string; parent: string }>('pragma foreign_key_check')
  return [
    ...pages.flatMap(({ quick_check }): Problem[] =>
      quick_check === 'ok' ? [] : [{ code: 'bad-data', what: `the file is damaged: ${quick_check}`, place }],
    ),
    ...references.slice(0, 20).map(
      ({ table, parent }): Problem => ({
        code: 'bad-data',
        what: `a row of ${table} refers to a row of ${parent} that is not there`,
        place,
      }),
    ),
  ]
}

/** Rows of entries that the log does not have. */
async function strayRows(connection: Connection): Promise<Problem[]> {
  const stray: Problem[] = []
  for (const { name } of TABLES) {
    const [row] = await connection.all<{ n: number }>(
      `select count(*) as n from ${name} where not exists (select 1 from log where log.seq = ${name}.seq)`,
    )
    if (row !== undefined && row.n > 0) {
      const what = `${row.n} rows of ${name} belong to no entry of the log`
      stray.push({ code: 'bad-data', what, place: { file: connection.where } })
    }
  }
  return stray
}
