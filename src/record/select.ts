import type { Article } from '../articles/index.js'
import type { Connection, Value } from './connection.js'
import type { ReadingBody } from './rows.js'

/** A query that ends in `in`, over as many values as there are, some at a time; order is the caller's to make. */
export async function inChunks<Found>(
  connection: Connection,
  query: string,
  values: readonly string[],
  tail = '',
  more: readonly Value[] = [],
): Promise<Found[]> {
  const found: Found[] = []
  for (let from = 0; from < values.length; from += MOST) {
    const some = values.slice(from, from + MOST)
    // Always the same number of marks, so that the statement is prepared once.
    const padded = Array.from({ length: some.length > 1 ? MOST : 1 }, (_, at) => some[at] ?? some[0] ?? '')
    found.push(
      ...(await connection.all<Found>(`${query} (${padded.map(() => '?').join(', ')}) ${tail}`, [...padded, ...more])),
    )
    // A server answers others in between.
    if (from % (MOST * 10) === MOST * 9) await new Promise(setImmediate)
  }
  return found
}

const MOST = 100

/** An article's latest reading by its ids alone: enough to choose articles by target and day before their texts are loaded. */
export interface ReadingHead {
  readonly id: string
  readonly seq: number
  readonly article: string
  readonly reader: string
  readonly published?: string
  readonly publishedFrom?: NonNullable<Article['publishedFrom']>
  readonly target?: string
  readonly body: ReadingBody
}

export interface ReadingRow {
  readonly id: string
  readonly seq: number
  readonly article: string
  readonly reader: string
  readonly published: string | null
  readonly target: string | null
  readonly body: string
}

/**
 * The latest reading of each article, by the article's id, as the log knew it at `seq` (see `seqKnown`); of all articles
 * where none are named. No texts and no claims are loaded.
 */
export async function latestReadings(
  connection: Connection,
  articles?: readonly string[],
  seq = Number.MAX_SAFE_INTEGER,
): Promise<Map<string, ReadingHead>> {
  const columns = 'select id, seq, article, reader, published, target, body from reading where'
  const rows =
    articles === undefined
      ? await connection.all<ReadingRow>(`${columns} seq <= ? order by seq`, [capped(seq)])
      : await inChunks<ReadingRow>(connection, `${columns} article in`, articles, 'and seq <= ? order by seq', [
          capped(seq),
        ])
  const latest = new Map<string, ReadingHead>()
  for (const row of rows) {
    const before = latest.get(row.article)
    if (before === undefined || before.seq < row.seq) latest.set(row.article, headOf(row))
  }
  return latest
}

/** Ids of articles that a reading took to be about this state, or of which a claim says that it is about it, by id. */
export async function articlesAbout(
  connection: Connection,
  state: string,
  seq = Number.MAX_SAFE_INTEGER,
): Promise<string[]> {
  const values = [state, capped(seq)]
  const read = await connection.all<{ article: string }>(
    'select distinct article from reading where target = ? and seq <= ?',
    values,
  )
  const named = await connection.all<{ article: string }>(
    `select distinct article from claim where ${ABOUT[connection.dialect]} = ? and seq <= ?`,
    values,
  )
  return [...new Set([...read, ...named].map(({ article }) => article))].sort()
}

/** As the index `claim_about` of each database has it. */
const ABOUT = {
  sqlite: `coalesce(json_extract(body, '$.target'), json_extract(body, '$.against'))`,
  postgres: `coalesce(substring(body from '"target":"([A-Z0-9]{2,6})"'), substring(body from '"against":"([A-Z0-9]{2,6})"'))`,
} as const

/** Ids of articles with this name (the file's, or the id that the input carried), by id. */
export async function articlesWithName(
  connection: Connection,
  name: string,
  seq = Number.MAX_SAFE_INTEGER,
): Promise<string[]> {
  // A backslash is an escape in PostgreSQL's pattern and none in SQLite's: any character stands for it, and the name decides.
  const rows = await connection.all<{ id: string; body: string }>(
    'select id, body from article where body like ? and seq <= ? order by id',
    [
      `%${JSON.stringify(name)
        .slice(1, -1)
        .replaceAll(/[%_\\]/g, '_')}%`,
      capped(seq),
    ],
  )
  return rows.filter(({ body }) => (JSON.parse(body) as { name: string }).name === name).map(({ id }) => id)
}

export function headOf(row: ReadingRow): ReadingHead {
  const body = JSON.parse(row.body) as ReadingBody
  return {
    id: row.id,
    seq: row.seq,
    article: row.article,
    reader: row.reader,
    ...(row.published === null ? {} : { published: row.published }),
    ...(body.publishedFrom === undefined ? {} : { publishedFrom: body.publishedFrom }),
    ...(row.target === null ? {} : { target: row.target }),
    body,
  }
}

/** PostgreSQL's `integer` ends here. */
function capped(seq: number): number {
  return Math.min(seq, 2_147_483_647)
}
