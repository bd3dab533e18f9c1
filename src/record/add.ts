import type { Article } from '../articles/index.js'
import type { Problem } from '../errors.js'
import type { Connection } from './connection.js'
import { keep, type NewRows, type Stamp } from './log.js'
import {
  bytesHash,
  type Failed,
  type Incoming,
  idOfBytes,
  type Job,
  type Prepared,
  prepare,
  READER,
  type Reader,
  redated,
} from './prepare.js'
import type { ReadingBody } from './rows.js'
import { inChunks, latestReadings, type ReadingHead } from './select.js'
import { startThreads, type Threads } from './threads.js'

export interface AddOptions {
  /** Called after each batch is safe on the disk, with the sums so far. */
  readonly onProgress?: (added: Added) => void
  /** The reader, and its version; that of the read room where absent. */
  readonly reader?: Reader
  /** How many articles go into one transaction; 100 where absent. */
  readonly batch?: number
  /** Reads also what this version of the reader has read; a reading that says the same is not kept again. */
  readonly again?: boolean
  /** Threads that read beside the one that writes, for the built program and many articles; none where absent. */
  readonly threads?: number
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
/** A thread takes as long to start as some hundred articles take to read. */
const WORTH_THREADS = 300

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
  const adding = new Adding(connection, stamp, options)
  try {
    let batch: Incoming[] = []
    let characters = 0
    for await (const item of items) {
      batch.push(item)
      characters += item.article.text.length
      if (batch.length < (options.batch ?? BATCH) && characters < BATCH_CHARACTERS) continue
      await adding.take(batch)
      batch = []
      characters = 0
    }
    if (batch.length > 0) await adding.take(batch)
    return await adding.end()
  } finally {
    await adding.stop()
  }
}

/** A batch whose articles were read. */
interface Ready {
  readonly size: number
  readonly prepared: readonly Prepared[]
  readonly failed: readonly Failed[]
}

/** One run of adding: while a batch is written, the next one is read. */
class Adding {
  private readonly sum = { added: 0, there: 0, reread: 0, claims: 0 }
  private readonly ids: string[] = []
  private readonly undated: string[] = []
  private readonly problems: Problem[] = []
  private readonly reader: Reader
  private taken = 0
  private threads: Threads | undefined
  private next: Promise<Ready> | undefined

  constructor(
    private readonly connection: Connection,
    private readonly stamp: Stamp,
    private readonly options: AddOptions,
  ) {
    this.reader = options.reader ?? READER
  }

  async take(batch: readonly Incoming[]): Promise<void> {
    this.taken += batch.length
    const before = this.next
    const ready = this.ready(batch)
    // Its error is told when its turn comes.
    ready.catch(() => undefined)
    this.next = ready
    if (before !== undefined) await this.write(await before)
    if (this.threads === undefined) await this.end()
  }

  async end(): Promise<Added> {
    const last = this.next
    this.next = undefined
    if (last !== undefined) await this.write(await last)
    return this.added()
  }

  async stop(): Promise<void> {
    await this.threads?.stop()
  }

  private added(): Added {
    return { ...this.sum, ids: this.ids, undated: this.undated, problems: this.problems }
  }

  /** Reading takes longest and needs no lock; what another process adds meanwhile is seen when it is written. */
  private async ready(batch: readonly Incoming[]): Promise<Ready> {
    const byId = new Map<string, { hash: string; item: Incoming }>()
    for (const item of batch) {
      const hash = bytesHash(item.article)
      const id = idOfBytes(hash)
      if (!byId.has(id) || item.article.publishedFrom === 'given') byId.set(id, { hash, item })
    }
    const latest = await latestReadings(this.connection, [...byId.keys()])
    const jobs = [...byId].flatMap(([id, { hash, item }]): Job[] => {
      const before = latest.get(id)
      if (before === undefined) return [{ id, hash, item }]
      const isNeeded = needsReading(redated(item.article, before), before, this.reader.version)
      const isAgain = this.options.again === true && !isNewer(before.reader, this.reader.version)
      return isNeeded || isAgain ? [{ id, hash, item, before }] : []
    })
    const done = await this.prepare(jobs)
    const failed = done.filter((each): each is Failed => 'failed' in each)
    return {
      size: batch.length,
      prepared: done.filter((each): each is Prepared => !('failed' in each)).filter(saysMore),
      failed,
    }
  }

  private async prepare(jobs: readonly Job[]): Promise<(Prepared | Failed)[]> {
    const { threads = 0, reader } = this.options
    if (threads > 0 && reader === undefined && this.taken > WORTH_THREADS) this.threads ??= startThreads(threads)
    return this.threads === undefined ? jobs.map((job) => prepare(job, this.reader)) : this.threads.prepare(jobs)
  }

  private async write({ size, prepared, failed }: Ready): Promise<void> {
    for (const { name, failed: why } of failed) {
      const what = `could not be read (${why})`
      this.problems.push({ code: 'bad-data', what, place: { file: name }, todo: 'report it with the article' })
    }
    const { fresh, claims } = prepared.length === 0 ? { fresh: [], claims: 0 } : await this.commit(prepared)
    const news = fresh.filter(({ article }) => article !== undefined)
    this.ids.push(...news.map(({ id }) => id))
    this.undated.push(...news.filter(({ reading }) => reading.published === null).map(({ name }) => name))
    this.sum.added += news.length
    this.sum.there += size - failed.length - news.length
    this.sum.reread += fresh.length - news.length
    this.sum.claims += claims
    this.options.onProgress?.(this.added())
  }

  /** Writes what no other process has written meanwhile. */
  private commit(prepared: readonly Prepared[]): Promise<{ fresh: readonly Prepared[]; claims: number }> {
    return this.connection.transaction(async () => {
      const now = await latestReadings(
        this.connection,
        prepared.map(({ id }) => id),
      )
      const fresh = prepared.filter(({ id, before }) => now.get(id)?.id === before?.id)
      if (fresh.length === 0) return { fresh, claims: 0 }
      const rows = await rowsOf(this.connection, fresh)
      const act = (rows.article?.length ?? 0) > 0 ? 'add' : 'read again'
      await keep(this.connection, this.stamp, act, rows, { reader: this.reader.version })
      return { fresh, claims: rows.claim?.length ?? 0 }
    })
  }
}

/** Whether a reading differs from the one before by its reader, its day, or its claims. */
function saysMore({ reading, before }: Prepared): boolean {
  if (before === undefined || reading.reader !== before.reader || reading.published !== (before.published ?? null))
    return true
  const { claims } = JSON.parse(String(reading.body)) as ReadingBody
  return claims.join() !== before.body.claims.join()
}

function needsReading(article: Article, before: ReadingHead, version: string): boolean {
  if (before.reader !== version) return isNewer(version, before.reader)
  return article.publishedFrom === 'given' && article.published !== before.published
}

/** Versions of the reader are dotted numbers; one that is not newer never replaces a reading. */
function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0
}

async function rowsOf(connection: Connection, fresh: readonly Prepared[]): Promise<NewRows> {
  const again = fresh.filter(({ before }) => before !== undefined).map(({ id }) => id)
  const claims = new Map(fresh.flatMap((each) => each.claims.map((row) => [row.id, row] as const)))
  for (const { id } of await inChunks<{ id: string }>(connection, 'select id from claim where article in', again))
    claims.delete(id)
  return {
    article: fresh.flatMap(({ article }) => (article === undefined ? [] : [article])),
    reading: fresh.map(({ reading }) => reading),
    claim: [...claims.values()],
  }
}
