import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Command } from 'commander'
import { exportRecord } from '../record/index.js'
import { print } from './output.js'
import { onRecord, type RecordOptions, withRecord } from './record-place.js'

interface ExportOptions extends RecordOptions {
  readonly quotesOnly?: boolean
  readonly output?: string
}

/** `penholder export`: the whole record as JSON Lines with a manifest of hashes. */
export function exportCommand(): Command {
  const command = new Command('penholder export')
    .exitOverride()
    .description('write the whole record as JSON Lines, with a manifest of hashes at the end')
    .option('--quotes-only', 'leave the articles’ full texts out; quotes, offsets and hashes stay')
    .option('-o, --output <file>', 'write to a file (packed where its name ends in .gz), else to standard output')
  return withRecord(command).action(async (options: ExportOptions) =>
    onRecord(options, async (record) => {
      const lines = exportRecord(record, { quotesOnly: options.quotesOnly === true })
      if (options.output === undefined) for await (const line of lines) await print(line)
      else await writeWhole(lines, options.output)
    }),
  )
}

/** The file appears whole or not at all. */
async function writeWhole(lines: AsyncIterable<string>, file: string): Promise<void> {
  const part = `${file}.part-${process.pid}`
  const packing = file.endsWith('.gz') ? [createGzip()] : []
  try {
    await pipeline([Readable.from(lines), ...packing, createWriteStream(part, { flush: true })])
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
