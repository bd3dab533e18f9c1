import { type Article, alikeSketches } from '../articles/index.js'
import { spanOf } from '../dates.js'
import type { Claim, Reading } from '../read/index.js'
import type { Connection } from './connection.js'
import { type Known, seqKnown } from './known.js'
import { type ArticleBody, parseSketch } from './rows.js'
import { inChunks, latestReadings, type ReadingHead } from './select.js'

/** An article as the record keeps it. */
export interface StoredArticle extends Article {
  /** Its id in the record. */
  readonly id: string
  /** The file's name, or the id that the input carried. */
  readonly name: string
  readonly got: { readonly from: string; readonly at: string }
  /** Whether the text is here; in a record without full texts it is empty. */
  readonly hasText: boolean
  /** The article that it repeats: the same report in another outlet, counted once with it. */
  readonly sameAs?: string
}

/** A claim of an article's latest reading. */
export interface StoredClaim {
  /** The same for the same article and words, whichever version of the reader made it. */
  readonly id: string
  /** The same for claims of one place that differ in a detail only, such as the date. */
  readonly gist: string
  /** The entry of the log that brought it. */
  readonly seq: number
  /** Its `article` is the record's id. */
  readonly claim: Claim
}

/** An article with its latest reading; the claims of `reading` are those of `claims`, in the order of the text. */
export interface StoredReading {
  readonly article: StoredArticle
  readonly reading: Reading
  readonly reader: string
  readonly claims: readonly StoredClaim[]
}

export interface Wanted extends Known {
  /** Ids in the record; all where absent. */
  readonly articles?: readonly string[]
}

interface ArticleRow {
  readonly id: string
  readonly form: string
  readonly bytes_hash: string
  readonly text: string | null
  readonly prose: string | null
  readonly sketch: string | null
  readonly body: string
}

/**
 * The articles as the record knew them, each with its latest reading, in an order that does not depend on when they
 * were added: by day of publication (the undated last), then by id. Repeats of one report are marked by `sameAs`.
 */
export async function storedReadings(connection: Connection, wanted: Wanted = {}): Promise<StoredReading[]> {
  const seq = await seqKnown(connection, wanted)
  const latest = await latestReadings(connection, wanted.articles, seq)
  const rows = await rowsOf<ArticleRow>(
    connection,
    'select id, form, bytes_hash, text, prose, sketch, body from article where',
    'id',
    wanted.articles,
    seq,
  )
  const claims = await claimsByArticle(connection, wanted.articles, seq)
  const ordered = rows
    .flatMap((row) => {
      const head = latest.get(row.id)
      return head === undefined ? [] : [{ row, head }]
    })
    .sort((a, b) => (orderOf(a.head) < orderOf(b.head) ? -1 : 1))
  const sameAs = repeatsAmong(ordered.map(({ row }) => row))
  return ordered.map(({ row, head }) => storedReading(row, head, claims.get(row.id) ?? new Map(), sameAs.get(row.id)))
}

/**
 * Which articles repeat a report that another one, published before, carries: id → id of the first. Order of adding
 * does not matter.
 */
export async function repeats(connection: Connection, wanted: Wanted = {}): Promise<Map<string, string>> {
  const seq = await seqKnown(connection, wanted)
  const latest = await latestReadings(connection, wanted.articles, seq)
  const rows = await rowsOf<{ id: string; sketch: string | null }>(
    connection,
    'select id, sketch from article where',
    'id',
    wanted.articles,
    seq,
  )
  const order = (id: string) => {
    const head = latest.get(id)
    return head === undefined ? `~${id}` : orderOf(head)
  }
  return repeatsAmong(rows.sort((a, b) => (order(a.id) < order(b.id) ? -1 : 1)))
}

function repeatsAmong(rows: readonly { id: string; sketch: string | null }[]): Map<string, string> {
  const items = rows.map(({ id, sketch }) => ({ id, sketch: sketch === null ? undefined : parseSketch(sketch) }))
  return new Map(alikeSketches(items).flatMap(([first = '', ...more]) => more.map((id) => [id, first] as const)))
}

/** By first possible day of publication, then as exact as it is, then by id. */
function orderOf({ published, article }: ReadingHead): string {
  return published === undefined ? `~${article}` : `${spanOf(published).from} ${published} ${article}`
}

async function rowsOf<Found>(
  connection: Connection,
  query: string,
  column: string,
  articles: readonly string[] | undefined,
  seq: number,
): Promise<Found[]> {
  return articles === undefined
    ? connection.all<Found>(`${query} seq <= ?`, [seq])
    : inChunks<Found>(connection, `${query} ${column} in`, [...new Set(articles)], 'and seq <= ?', [seq])
}

export interface ClaimRow {
  readonly id: string
  readonly seq: number
  readonly article: string
  readonly gist: string
  readonly body: string
}

async function claimsByArticle(
  connection: Connection,
  articles: readonly string[] | undefined,
  seq: number,
): Promise<Map<string, Map<string, ClaimRow>>> {
  const columns = 'select id, seq, article, gist, body from claim where'
  const rows = await rowsOf<ClaimRow>(connection, columns, 'article', articles, seq)
  const found = new Map<string, Map<string, ClaimRow>>()
  for (const row of rows) {
    const own = found.get(row.article)
    if (own === undefined) found.set(row.article, new Map([[row.id, row]]))
    else own.set(row.id, row)
  }
  return found
}

function storedReading(
  row: ArticleRow,
  head: ReadingHead,
  rows: ReadonlyMap<string, ClaimRow>,
  sameAs: string | undefined,
): StoredReading {
  const claims = head.body.claims.flatMap((id): StoredClaim[] => {
    const found = rows.get(id)
    return found === undefined ? [] : [storedClaim(found)]
  })
  const reading: Reading = {
    article: row.id,
    claims: claims.map(({ claim }) => claim),
    ...(head.published === undefined ? {} : { published: head.published }),
    ...(head.target === undefined ? {} : { target: head.target }),
    problems: head.body.problems,
  }
  return { article: storedArticle(row, head, sameAs), reading, reader: head.reader, claims }
}

function storedArticle(row: ArticleRow, head: ReadingHead, sameAs: string | undefined): StoredArticle {
  const { published: _, publishedFrom: __, ...body } = JSON.parse(row.body) as ArticleBody
  const prose = row.prose === null ? undefined : read(row.prose, row.form)
  return {
    ...body,
    id: row.id,
    hash: row.bytes_hash,
    text: row.text === null ? '' : read(row.text, row.form),
    hasText: row.text !== null,
    ...(prose === undefined ? {} : { prose }),
    ...(head.published === undefined ? {} : { published: head.published }),
    ...(head.publishedFrom === undefined ? {} : { publishedFrom: head.publishedFrom }),
    ...(sameAs === undefined ? {} : { sameAs }),
  }
}

/** A text as it was before it was kept in its form. */
export function read(written: string, form: string): string {
  return form === 'json' ? (JSON.parse(written) as string) : written
}

export function storedClaim(row: ClaimRow): StoredClaim {
  const claim = { ...(JSON.parse(row.body) as Omit<Claim, 'article'>), article: row.article } as Claim
  return { id: row.id, gist: row.gist, seq: row.seq, claim }
}
