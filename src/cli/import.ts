import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { Command } from 'commander'
import { PenholderError } from '../errors.js'
import { importRecord, openRecord } from '../record/index.js'
import { print } from './output.js'
import { counted, placeOf, type RecordOptions, withRecord } from './record-place.js'

/** `penholder import`: restores an export into a new record. */
export function importCommand(): Command {
  const command = new Command('penholder import')
    .exitOverride()
    .description('restore what `penholder export` wrote into a new record, all or nothing')
    .argument('<file>', 'the export, packed or not, or - for standard input')
  return withRecord(command).action(async (file: string, options: RecordOptions) => {
    // Looked at before a record is made, so that a wrong name makes none.
    const lines = linesOf(file)
    const first = await lines.next()
    if (first.done === true) throw new PenholderError({ code: 'bad-data', what: 'empty', place: { file } })
    const record = await openRecord(placeOf(options), { create: true })
    try {
      const { rows } = await importRecord(record, chained(first.value, lines), file)
      await print(
        `${counted(rows.article ?? 0, 'article')}, ${counted(rows.claim ?? 0, 'claim')} restored into ${record.where}\n`,
      )
    } finally {
      await record.close()
    }
  })
}

async function* chained(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source: NodeJS.ReadableStream = file === '-' ? process.stdin : createReadStream(file)
  const input = file.endsWith('.gz') ? source.pipe(createGunzip()) : source
  const failed = new Promise<never>((_, reject) => {
    source.on('error', reject)
    input.on('error', reject)
  })
  failed.catch(() => undefined)
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([lines.next(), failed])
      if (next.done === true) return
      yield next.value
    }
  } catch (error) {
    throw unreadable(error, file)
  }
}

function unreadable(error: unknown, file: string): unknown {
  const { code = '', message } = error as { code?: string; message: string }
  if (code === 'ENOENT') return new PenholderError({ code: 'not-found', what: 'no such file', place: { file } })
  if (!/^(E[A-Z]+|Z_[A-Z_]+|ERR_)/.test(code)) return error
  const todo = code.startsWith('Z_') ? 'the file is cut off or damaged: get it again' : 'see who may read it'
  return new PenholderError({ code: 'bad-input', what: `can’t be read (${message})`, place: { file }, todo })
}
