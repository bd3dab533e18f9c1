import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { type Article, countSources, type OpenOptions, openArticles } from '../articles/index.js'
import { isVagueDate } from '../dates.js'
import { type Problem, printProblem } from '../errors.js'
import { type Added, addArticles, type Connection, type Incoming, repeats, type Stamp } from '../record/index.js'
import { badInput } from './bad-input.js'
import { textOrJson } from './options.js'
import { print } from './output.js'
import { type Progress, progressFor } from './progress.js'
import { counted, onRecord, type RecordOptions, stampNow, withRecord } from './record-place.js'

interface AddCommandOptions extends RecordOptions {
  readonly published?: string
  readonly encoding?: string
  readonly fetch?: boolean
  readonly batch?: number
  readonly threads?: number
  readonly format: 'text' | 'json'
}

const MOST_NOTES = 5
/** Repeats are worked out over the whole record, about a tenth of a millisecond for each article. */
const MOST_COMPARED = 20_000
const MOST_THREADS = 4

/** `penholder add`: reads articles and keeps them with their claims. */
export function addCommand(): Command {
  const command = new Command('penholder add')
    .exitOverride()
    .description('keep articles in the record, with the claims that are read in them; the same bytes are kept once')
    .argument(
      '<input...>',
      'files (text, Markdown, HTML, EML, JSON Lines, RSS, Atom, mbox, WARC, CSV, gzip of these), folders, web addresses, or -',
    )
    .option('--published <date>', 'day of publication of all the articles: YYYY-MM-DD, YYYY-MM or YYYY')
    .option('--encoding <name>', 'encoding of all the texts, where it is not found out')
    .option('--fetch', 'allow web addresses (http and https, public addresses only)')
    .option('--batch <count>', 'how many articles become safe on the disk at once (100)', wholeNumber)
    .option(
      '--threads <count>',
      'how many read at once, where there are many articles (one for each processor)',
      wholeNumber,
    )
    .addOption(textOrJson())
  return withRecord(command, true).action(async (inputs: string[], options: AddCommandOptions) => {
    process.exitCode = await add(inputs, options)
  })
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw badInput(`"${text}"`, 'a whole number from 1')
}

async function add(inputs: readonly string[], options: AddCommandOptions): Promise<0 | 2> {
  if (options.published !== undefined && !isVagueDate(options.published)) {
    throw badInput(`--published "${options.published}" is no date`, 'YYYY-MM-DD, YYYY-MM or YYYY')
  }
  return onRecord(options, async (record) => {
    const stamp = stampNow(options)
    const progress = progressFor(process.stderr, countSources(inputs))
    const failed: Problem[] = []
    const fail = (problem: Problem) => {
      failed.push(problem)
      progress.clear()
      process.stderr.write(`penholder: ${printProblem(problem)}\n`)
    }
    const added = await addArticles(record, incoming(inputs, options, stamp, progress, fail), stamp, {
      ...(options.batch === undefined ? {} : { batch: options.batch }),
      threads: options.threads ?? Math.min(availableParallelism(), MOST_THREADS),
    })
    progress.stop()
    for (const problem of added.problems) fail(problem)
    noteUndated(added.undated)
    const repeating = await repeatingOf(record, added)
    if (options.format === 'json') {
      const { added: count, there, reread, claims, ids } = added
      await print(
        `${JSON.stringify({ added: count, there, reread, claims, repeats: repeating, failed: failed.length, articles: ids })}\n`,
      )
    } else await print(`${summary(added, repeating)}\n`)
    return failed.length > 0 ? 2 : 0
  })
}

async function* incoming(
  inputs: readonly string[],
  options: AddCommandOptions,
  stamp: Stamp,
  progress: Progress,
  fail: (problem: Problem) => void,
): AsyncGenerator<Incoming> {
  const open: OpenOptions = {
    stdin: process.stdin,
    fetch: options.fetch === true,
    ...(options.published === undefined ? {} : { published: options.published }),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
  }
  for (const input of inputs) {
    for await (const opened of openArticles([input], open)) {
      progress.step()
      if ('problem' in opened) fail(opened.problem)
      else yield { article: opened.article, got: { from: placeGot(input, opened.article), at: stamp.at } }
    }
  }
}

/** The input as it can be found again: a file's or folder's whole path, an address, or `-`. */
function placeGot(input: string, article: Article): string {
  if (input === '-') return '-'
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(input) ? (article.url ?? input) : resolve(input)
}

/** How many of the new articles repeat a report, or are repeated by one; not looked for in a record that is too large for it. */
async function repeatingOf(record: Connection, added: Added): Promise<number | undefined> {
  if (added.added === 0) return 0
  const [all] = await record.all<{ count: number }>('select count(*) as count from article')
  if (all === undefined || all.count > MOST_COMPARED) return undefined
  const sameAs = await repeats(record)
  const firsts = new Set(sameAs.values())
  return added.ids.filter((id) => sameAs.has(id) || firsts.has(id)).length
}

function summary({ added, there, reread, claims }: Added, repeating = 0): string {
  return [
    `${counted(added, 'article')} added, ${counted(claims, 'new claim')}`,
    ...(repeating > 0 ? [`${repeating} of them carry a report that another article carries too: it counts once`] : []),
    ...(there > 0 ? [`${there} there already`] : []),
    ...(reread > 0 ? [`${reread} read again`] : []),
  ].join('; ')
}

function noteUndated(names: readonly string[]): void {
  for (const name of names.slice(0, MOST_NOTES)) {
    process.stderr.write(
      `penholder: note: ${name}: no day of publication is told; if you know it, add it again with --published\n`,
    )
  }
  if (names.length > MOST_NOTES)
    process.stderr.write(`penholder: note: and ${names.length - MOST_NOTES} more without a day\n`)
}
