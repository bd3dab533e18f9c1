import { z } from 'zod'
import { PenholderError } from '../errors.js'
import type { Connection, Row } from './connection.js'
import { FORMAT, type Manifest } from './export.js'
import { canonicalJson, newSha256 } from './hash.js'
import { entryHash, LOG_COLUMNS, type LogEntry } from './log.js'
import { refuseNewer } from './migrate.js'
import { TABLES } from './tables.js'
import { rowProblems } from './verify.js'

const Heading = z.object({ penholder: z.literal('record'), format: z.int(), schema: z.int(), texts: z.boolean() })
const Log = z.strictObject({
  seq: z.int().positive(),
  at: z.string(),
  who: z.string(),
  act: z.string(),
  body: z.string(),
  previous: z.string(),
  hash: z.string(),
})
const Columns = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const Ending = z.strictObject({
  lines: z.int(),
  sha256: z.string(),
  rows: z.record(z.string(), z.int()),
  head: z.string(),
})

/**
 * Restores an export into an empty record, all or nothing: every entry's hash, chain and digest, every text's hash, and
 * the manifest must agree. Throws `conflict` where the record holds anything, `bad-data` with the line where a line is
 * wrong. Answers with the manifest.
 */
export async function importRecord(
  connection: Connection,
  lines: AsyncIterable<string> | Iterable<string>,
  file: string,
): Promise<Manifest> {
  return connection.transaction(async () => {
    const [used] = await connection.all<{ seq: number }>('select seq from log limit 1')
    if (used !== undefined) {
      throw new PenholderError({
        code: 'conflict',
        what: 'the record is not empty',
        place: { file: connection.where },
        todo: 'import into a new one: `penholder import FILE --record NEW`',
      })
    }
    return new Importing(connection, file).all(lines)
  })
}

/** The state of one import: where it is, and the entry whose rows are coming. */
class Importing {
  private number = 0
  private readonly hash = newSha256()
  private readonly counts: Record<string, number> = { log: 0 }
  private entry: { log: LogEntry; rows: Record<string, Row[]> } | undefined
  private last: LogEntry | undefined
  private manifest: Manifest | undefined

  constructor(
    private readonly connection: Connection,
    private readonly file: string,
  ) {}

  async all(lines: AsyncIterable<string> | Iterable<string>): Promise<Manifest> {
    for await (const line of lines) {
      this.number++
      if (this.manifest !== undefined) throw this.wrong('a line after the manifest')
      await this.take(line)
    }
    if (this.manifest === undefined) {
      throw this.wrong('the export ends without its manifest', 'it was cut off: get the file again')
    }
    return this.manifest
  }

  private async take(line: string): Promise<void> {
    const value = this.parsed(line)
    if (this.number === 1) this.heading(value)
    else {
      const [name = '', content] = Object.entries(value)[0] ?? []
      if (name === 'manifest') return this.end(content)
      if (name === 'log') await this.begin(content)
      else this.row(name, content)
    }
    this.hash.update(`${line}\n`)
  }

  private parsed(line: string): Record<string, unknown> {
    try {
      const value: unknown = JSON.parse(line)
      if (value !== null && typeof value === 'object') return value as Record<string, unknown>
    } catch {
      // Told below.
    }
    throw this.wrong('no JSON object', this.number === 1 ? 'give a file that `penholder export` wrote' : undefined)
  }

  private heading(value: unknown): void {
    const result = Heading.safeParse(value)
    if (!result.success) throw this.wrong('no export of a record', 'give a file that `penholder export` wrote')
    if (result.data.format > FORMAT)
      throw this.wrong(`an export of format ${result.data.format}`, 'use a newer penholder')
    refuseNewer(result.data.schema, undefined, this.file)
  }

  private async begin(content: unknown): Promise<void> {
    await this.flush()
    const result = Log.safeParse(content)
    if (!result.success) throw this.wrong('no entry of a log')
    const log = result.data
    const follows = log.seq === (this.last?.seq ?? 0) + 1 && log.previous === (this.last?.hash ?? '')
    if (!follows || log.hash !== entryHash(log)) throw this.wrong('the log’s chain is broken')
    this.entry = { log, rows: {} }
    this.last = log
    this.count('log')
  }

  private row(name: string, content: unknown): void {
    const table = TABLES.find((each) => each.name === name)
    const result = Columns.safeParse(content)
    if (table === undefined || !result.success || this.entry === undefined) throw this.wrong('no row of a record')
    const strange = Object.keys(result.data).find((column) => !table.columns.includes(column))
    if (strange !== undefined) throw this.wrong(`${name} has no column "${strange}"`)
    const row = Object.fromEntries(table.columns.map((column) => [column, result.data[column] ?? null]))
    const own = this.entry.rows[name]
    if (own === undefined) this.entry.rows[name] = [row]
    else own.push(row)
    this.count(name)
  }

  private async end(content: unknown): Promise<void> {
    await this.flush()
    const result = Ending.safeParse(content)
    if (!result.success) throw this.wrong('no manifest')
    const manifest = result.data
    const found = {
      lines: this.number - 1,
      sha256: this.hash.digest('hex'),
      rows: this.counts,
      head: this.last?.hash ?? '',
    }
    if (canonicalJson(manifest) !== canonicalJson(found)) {
      throw this.wrong('the lines are not those of the manifest', 'the file was changed: get it again')
    }
    this.manifest = manifest
  }

  private async flush(): Promise<void> {
    const { entry } = this
    if (entry === undefined) return
    this.entry = undefined
    const [wrong] = rowProblems(entry)
    if (wrong !== undefined) throw this.wrong(`entry ${entry.log.seq}: ${wrong}`, 'the file was changed: get it again')
    await this.connection.insert('log', LOG_COLUMNS, [{ ...entry.log }])
    for (const { name, columns } of TABLES) {
      const rows = (entry.rows[name] ?? []).map((row) => ({ ...row, seq: entry.log.seq }))
      if (rows.length > 0) await this.connection.insert(name, [...columns, 'seq'], rows)
    }
  }

  private count(name: string): void {
    this.counts[name] = (this.counts[name] ?? 0) + 1
  }

  private wrong(what: string, todo?: string): PenholderError {
    const place = { file: this.file, line: this.number }
    return new PenholderError({ code: 'bad-data', what, place, ...(todo === undefined ? {} : { todo }) })
  }
}
