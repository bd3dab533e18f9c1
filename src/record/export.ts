import type { Connection, Row } from './connection.js'
import { canonicalJson, newSha256 } from './hash.js'
import { schemaVersion } from './migrate.js'
import { TABLES } from './tables.js'
import { entriesOf } from './walk.js'

/** The version of the export's own format. */
export const FORMAT = 1

/** The last line of an export: what the lines before it must add up to. */
export interface Manifest {
  /** Lines before this one. */
  readonly lines: number
  /** SHA-256 of these lines with their line ends. */
  readonly sha256: string
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>
  /** Hash of the log's last entry. */
  readonly head: string
}

/**
 * The whole record as lines of JSON: a heading, each entry of the log followed by its rows, a manifest. The same record
 * always gives the same bytes. Hashes of passwords and tokens are left out. With `quotesOnly` the articles' texts are left out; quotes, offsets and hashes stay.
 */
export async function* exportRecord(
  connection: Connection,
  options: { readonly quotesOnly?: boolean } = {},
): AsyncGenerator<string> {
  const hash = newSha256()
  const rows: Record<string, number> = { log: 0 }
  let lines = 0
  let head = ''
  const line = (value: unknown) => {
    const text = `${canonicalJson(value)}\n`
    hash.update(text)
    lines++
    return text
  }
  yield line({ penholder: 'record', format: FORMAT, schema: schemaVersion(), texts: options.quotesOnly !== true })
  for await (const { log, rows: brought } of entriesOf(connection)) {
    head = log.hash
    rows.log = (rows.log ?? 0) + 1
    let text = line({ log })
    for (const { name, secret } of TABLES) {
      const own = (brought[name] ?? []).map((row) =>
        exported(name, secret === true ? { ...row, secret: null } : row, options.quotesOnly === true),
      )
      if (own.length > 0) rows[name] = (rows[name] ?? 0) + own.length
      for (const each of own.map((row) => canonicalJson({ [name]: row })).sort()) text += line(JSON.parse(each))
    }
    yield text
  }
  const manifest: Manifest = { lines, sha256: hash.digest('hex'), rows, head }
  yield `${canonicalJson({ manifest })}\n`
}

function exported(table: string, row: Row, quotesOnly: boolean): Row {
  const { seq: _, ...own } = row
  return quotesOnly && table === 'article' ? { ...own, text: null, prose: null } : own
}
