import type { Article } from '../articles/index.js'
import { type Added, type AddOptions, addArticles } from './add.js'
import type { Connection } from './connection.js'
import { type Known, seqKnown } from './known.js'
import type { Stamp } from './log.js'
import { type Incoming, READER } from './prepare.js'
import type { ArticleBody } from './rows.js'
import { headOf, type ReadingRow } from './select.js'
import { type ClaimRow, read, type StoredClaim, storedClaim } from './stored.js'

/** Reads again what an older reader read (with `again`, everything); articles without their text are left as they are. */
export async function rereadArticles(connection: Connection, stamp: Stamp, options: AddOptions = {}): Promise<Added> {
  return addArticles(
    connection,
    toRead(connection, options.again === true ? undefined : (options.reader ?? READER).version),
    stamp,
    options,
  )
}

interface TextRow {
  readonly id: string
  readonly form: string
  readonly bytes_hash: string
  readonly text: string
  readonly prose: string | null
  readonly body: string
}

const AT_ONCE = 100

/** The articles with a text that this version of the reader has not read; all of them without a version. */
async function* toRead(connection: Connection, version: string | undefined): AsyncGenerator<Incoming> {
  const unread = 'and not exists (select 1 from reading where reading.article = article.id and reader = ?)'
  for (let after = ''; ; ) {
    const rows = await connection.all<TextRow>(
      `select id, form, bytes_hash, text, prose, body from article where id > ? and text is not null
       ${version === undefined ? '' : unread} order by id limit ${AT_ONCE}`,
      version === undefined ? [after] : [after, version],
    )
    for (const row of rows) yield incoming(row)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

function incoming(row: TextRow): Incoming {
  const { name, got, ...facts } = JSON.parse(row.body) as ArticleBody
  const prose = row.prose === null ? {} : { prose: read(row.prose, row.form) }
  const article: Article = { ...facts, id: name, text: read(row.text, row.form), ...prose, hash: row.bytes_hash }
  return { article, got }
}

/** How two readings of one article differ. */
export interface ReadingChange {
  readonly article: string
  readonly name: string
  readonly before: { readonly reader: string; readonly published?: string }
  readonly after: { readonly reader: string; readonly published?: string }
  /** Claims of the older reading that the newer one does not make; they stay in the record. */
  readonly gone: readonly StoredClaim[]
  readonly come: readonly StoredClaim[]
}

/** For each article that was read more than once (of `articles`, or of all): how its last two readings differ. */
export async function readingDiff(
  connection: Connection,
  wanted: Known & { readonly articles?: readonly string[] } = {},
): Promise<ReadingChange[]> {
  const seq = await seqKnown(connection, wanted)
  const repeated = await connection.all<{ article: string }>(
    'select article from reading where seq <= ? group by article having count(*) > 1 order by article',
    [seq],
  )
  const changes: ReadingChange[] = []
  for (const { article } of repeated) {
    if (wanted.articles?.includes(article) === false) continue
    changes.push(await changeOf(connection, article, seq))
  }
  return changes
}

async function changeOf(connection: Connection, article: string, seq: number): Promise<ReadingChange> {
  const readings = await connection.all<ReadingRow>(
    'select id, seq, article, reader, published, target, body from reading where article = ? and seq <= ? order by seq',
    [article, seq],
  )
  const [before, after] = readings.slice(-2).map(headOf)
  if (before === undefined || after === undefined) throw new Error('fewer than two readings')
  const [row] = await connection.all<{ body: string }>('select body from article where id = ?', [article])
  const rows = await connection.all<ClaimRow>('select id, seq, article, gist, body from claim where article = ?', [
    article,
  ])
  const claims = new Map(rows.map((each) => [each.id, storedClaim(each)]))
  const only = (these: readonly string[], those: readonly string[]) =>
    these.filter((id) => !those.includes(id)).flatMap((id) => claims.get(id) ?? [])
  const dated = ({ reader, published }: typeof before) => ({
    reader,
    ...(published === undefined ? {} : { published }),
  })
  return {
    article,
    name: (JSON.parse(row?.body ?? '{}') as ArticleBody).name,
    before: dated(before),
    after: dated(after),
    gone: only(before.body.claims, after.body.claims),
    come: only(after.body.claims, before.body.claims),
  }
}
