import { type Article, sketchOf } from '../articles/index.js'
import { PenholderError, type Problem } from '../errors.js'
import { READER_VERSION, type Reading, readArticle } from '../read/index.js'
import type { Connection } from './connection.js'
import { sha256 } from './hash.js'
import { keep, type NewRows, type Stamp } from './log.js'
import { articleRow, claimRow, readingRow } from './rows.js'
import { inChunks, latestReadings, type ReadingHead } from './select.js'

/** An article to be kept, with where and when it was got. */
export interface Incoming {
  readonly article: Article
  /** A file's path, a web address, or `-` for standard input; and the moment. */
  readonly got: { readonly from: string; readonly at: string }
}

export interface AddOptions {
  /** Called after each batch is safe on the disk, with the sums so far. */
  readonly onProgress?: (added: Added) => void
  /** The reader, and its version; those of the read room where absent. */
  readonly reader?: { readonly version: string; readonly read: (article: Article) => Reading }
  /** How many articles go into one transaction. */
  readonly batch?: number
}

/** What adding did. */
export interface Added {
  /** Articles that are new in the record. */
  readonly added: number
  /** Articles that were there already, by their bytes. */
  readonly there: number
  /** Of these, articles that were read again: by a newer reader, or for another day of publication. */
  readonly reread: number
  /** New claims. */
  readonly claims: number
  /** The ids of the new articles. */
  readonly ids: readonly string[]
  /** The names of new articles whose day of publication can't be told. */
  readonly undated: readonly string[]
  /** Articles that could not be read; they are not kept. */
  readonly problems: readonly Problem[]
}

const BATCH = 100
const BATCH_CHARACTERS = 2_000_000
export const READER = { version: READER_VERSION, read: (article: Article) => readArticle(article) }

/**
 * Keeps articles with their readings, a batch in each transaction. The same bytes are one article: adding them twice
 * changes nothing, unless the reader is newer or another day of publication is given, which adds a reading and keeps
 * the older one. Interrupted at any moment it leaves whole batches, and running it again completes them.
 */
export async function addArticles(
  connection: Connection,
  items: AsyncIterable<Incoming> | Iterable<Incoming>,
  stamp: Stamp,
  options: AddOptions = {},
): Promise<Added> {
  let sum: Added = { added: 0, there: 0, reread: 0, claims: 0, ids: [], undated: [], problems: [] }
  const ids: string[] = []
  const undated: string[] = []
  const problems: Problem[] = []
  let batch: Incoming[] = []
  let characters = 0
  async function flush(): Promise<void> {
    if (batch.length === 0) return
    const done = await addBatch(connection, batch, stamp, options.reader ?? READER)
    batch = []
    characters = 0
    ids.push(...done.ids)
    undated.push(...done.undated)
    problems.push(...done.problems)
    sum = {
      added: sum.added + done.added,
      there: sum.there + done.there,
      reread: sum.reread + done.reread,
      claims: sum.claims + done.claims,
      ids,
      undated,
      problems,
    }
    options.onProgress?.(sum)
  }
  for await (const item of items) {
    batch.push(item)
    characters += item.article.text.length
    if (batch.length >= (options.batch ?? BATCH) || characters >= BATCH_CHARACTERS) await flush()
  }
  await flush()
  return sum
}

/** The id that an article has in the record: the first 24 hexadecimal digits of the SHA-256 of its bytes. */
export function articleId(article: Article): string {
  return bytesHash(article).slice(0, 24)
}

export function bytesHash(article: Article): string {
  return article.hash ?? sha256(article.text)
}

interface Prepared {
  readonly item: Incoming
  readonly id: string
  readonly reading?: Reading
  /** What the record knew of it before this batch. */
  readonly before?: ReadingHead
}

async function addBatch(
  connection: Connection,
  batch: readonly Incoming[],
  stamp: Stamp,
  reader: typeof READER,
): Promise<Added> {
  const problems: Problem[] = []
  const byId = new Map<string, Incoming>()
  for (const item of batch) {
    const id = articleId(item.article)
    if (!byId.has(id) || item.article.publishedFrom === 'given') byId.set(id, item)
  }
  // Reading takes longest and needs no lock; what another process adds meanwhile is seen inside the transaction.
  const latest = await latestReadings(connection, [...byId.keys()])
  const prepared = [...byId].flatMap(([id, item]): Prepared[] => {
    const before = latest.get(id)
    const article = { ...(before === undefined ? item.article : redated(item.article, before)), id }
    if (before !== undefined && !needsReading(article, before, reader.version)) return []
    try {
      return [{ item, id, reading: reader.read(article), ...(before === undefined ? {} : { before }) }]
    } catch (error) {
      const what = `could not be read (${(error as Error).message})`
      problems.push({ code: 'bad-data', what, place: { file: item.article.id }, todo: 'report it with the article' })
      return []
    }
  })
  const there = batch.length - problems.length - prepared.filter(({ before }) => before === undefined).length
  const nothing: Added = { added: 0, there, reread: 0, claims: 0, ids: [], undated: [], problems }
  if (prepared.length === 0) return nothing
  return connection.transaction(async () => {
    const now = await latestReadings(
      connection,
      prepared.map(({ id }) => id),
    )
    const fresh = prepared.filter(({ id, before }) => now.get(id)?.id === before?.id)
    const lost = prepared.filter((each) => each.before === undefined && !fresh.includes(each)).length
    if (fresh.length === 0) return { ...nothing, there: there + lost }
    const rows = await rowsOf(connection, fresh, reader.version)
    const news = fresh.filter(({ before }) => before === undefined)
    const added = news.length
    await keep(connection, stamp, added > 0 ? 'add' : 'read again', rows, { reader: reader.version })
    return {
      added,
      there: there + lost,
      reread: fresh.length - added,
      claims: rows.claim?.length ?? 0,
      ids: news.map(({ id }) => id),
      undated: news.filter(({ reading }) => reading?.published === undefined).map(({ item }) => item.article.id),
      problems,
    }
  })
}

/** A day that was given once stays given, when the same bytes come again without one. */
function redated(article: Article, before: ReadingHead): Article {
  if (article.publishedFrom === 'given' || before.publishedFrom !== 'given' || before.published === undefined)
    return article
  return { ...article, published: before.published, publishedFrom: 'given' }
}

function needsReading(article: Article, before: ReadingHead, version: string): boolean {
  if (before.reader !== version) return isNewer(version, before.reader)
  return article.publishedFrom === 'given' && article.published !== before.published
}

/** Versions of the reader are dotted numbers; one that is not newer never replaces a reading. */
export function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0
}

async function rowsOf(connection: Connection, fresh: readonly Prepared[], version: string): Promise<NewRows> {
  const articles = fresh.filter(({ before }) => before === undefined)
  await refuseConflicts(connection, fresh)
  const claims = fresh.map(({ id, reading }) => (reading?.claims ?? []).map((claim) => claimRow(id, claim)))
  const again = fresh.filter(({ before }) => before !== undefined).map(({ id }) => id)
  const known = new Set(
    (await inChunks<{ id: string }>(connection, 'select id from claim where article in', again)).map(({ id }) => id),
  )
  const newClaims = new Map(claims.flat().map((row) => [row.id, row]))
  for (const id of known) newClaims.delete(id)
  return {
    article: articles.map(({ item, id }) =>
      articleRow(id, item, bytesHash(item.article), sketchOf(item.article.prose ?? item.article.text)),
    ),
    reading: fresh.map(({ item, id, reading, before }, at) =>
      readingRow(id, version, reading as Reading, {
        from: before === undefined ? item.article.publishedFrom : redated(item.article, before).publishedFrom,
        claims: [...new Set(claims[at]?.map((row) => row.id))],
        before: before?.id,
      }),
    ),
    claim: [...newClaims.values()],
  }
}

/** Two files whose hashes share 96 bits: never by chance. */
async function refuseConflicts(connection: Connection, fresh: readonly Prepared[]): Promise<void> {
  const again = fresh.filter(({ before }) => before !== undefined)
  const found = await inChunks<{ id: string; bytes_hash: string }>(
    connection,
    'select id, bytes_hash from article where id in',
    again.map(({ id }) => id),
  )
  const hashes = new Map(found.map(({ id, bytes_hash }) => [id, bytes_hash]))
  const clash = again.find(({ id, item }) => hashes.get(id) !== bytesHash(item.article))
  if (clash === undefined) return
  const what = 'another file in the record has a hash that begins alike'
  throw new PenholderError({
    code: 'conflict',
    what,
    place: { file: clash.item.article.id },
    todo: 'see who made the file',
  })
}
