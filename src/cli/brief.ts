import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { Command, Option } from 'commander'
import { BRIEF_FORMATS, type BriefFormat, briefOf, renderBrief } from '../brief/index.js'
import { isCivilDate } from '../dates.js'
import { PenholderError } from '../errors.js'
import { momentOf } from '../record/index.js'
import { badInput } from './bad-input.js'
import { print } from './output.js'
import { onRecord, type RecordOptions, withRecord } from './record-place.js'

interface BriefCommandOptions extends RecordOptions {
  readonly on?: string
  readonly known?: string
  readonly since?: string
  readonly format?: BriefFormat
  readonly output?: string
}

const FORMATS = Object.keys(BRIEF_FORMATS) as BriefFormat[]

/** `penholder brief`: one matter on a day, each line with where it stands. */
export function briefCommand(): Command {
  const command = new Command('penholder brief')
    .exitOverride()
    .description(
      'one matter on a day: what is on the table, who stands where, what changed, the count, measures, doubts; every line cited',
    )
    .argument('<matter>', 'id of a matter, or the code or name of a state where no matter was made')
    .option('--on <date>', 'the day in the world (default: the last day of the matter’s articles)')
    .option('--known <moment>', 'as the record knew it then: a day (its end in UTC) or 2026-11-22T05:17:28Z')
    .option('--since <date>', 'say what changed after this day')
    .addOption(
      new Option('--format <format>', 'how to write it (default: by the file’s ending, else text)').choices(FORMATS),
    )
    .option('-o, --output <file>', 'write to a file, whole or not at all')
  return withRecord(command).action((matter: string, options: BriefCommandOptions) => run(matter, options))
}

async function run(matter: string, options: BriefCommandOptions): Promise<void> {
  for (const [name, date] of [
    ['--on', options.on],
    ['--since', options.since],
  ] as const) {
    if (date !== undefined && !isCivilDate(date)) throw badInput(`${name} "${date}" is no date`, 'YYYY-MM-DD')
  }
  if (options.known !== undefined) momentOf(options.known)
  const { output } = options
  const format = formatOf(options)
  if (output === undefined && !BRIEF_FORMATS[format].isText && process.stdout.isTTY === true)
    throw badInput(`${format} is no text for a terminal`, '-o with a file, or a pipe')
  const { on, known, since } = options
  const brief = await onRecord(options, (record) =>
    briefOf(record, matter, {
      ...(on !== undefined && { on }),
      ...(known !== undefined && { known }),
      ...(since !== undefined && { since }),
    }),
  )
  const bytes = await renderBrief(brief, format)
  if (output === undefined) await print(bytes)
  else await writeWhole(bytes, output)
}

function formatOf({ format, output }: BriefCommandOptions): BriefFormat {
  if (format !== undefined) return format
  if (output === undefined) return 'text'
  const ending = extname(output).slice(1).toLowerCase()
  const found = FORMATS.find((one) => BRIEF_FORMATS[one].ending === ending || (one === 'html' && ending === 'htm'))
  if (found !== undefined) return found
  throw badInput(
    ending === '' ? `"${output}" has no ending that names a format` : `".${ending}" names no format of a brief`,
    `one of ${FORMATS.map((one) => `.${BRIEF_FORMATS[one].ending}`).join(', ')}, or --format`,
  )
}

/** The file appears whole or not at all. */
async function writeWhole(bytes: Uint8Array, file: string): Promise<void> {
  const part = `${file}.part-${randomBytes(4).toString('hex')}`
  try {
    const handle = await open(part, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw new PenholderError(
      { code: 'unavailable', what: `${file} can’t be written (${(error as Error).message})` },
      { cause: error },
    )
  }
}
