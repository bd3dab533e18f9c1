import { type Article, countSources, type OpenOptions, openArticles } from '../articles/index.js'
import { isVagueDate } from '../dates.js'
import { PenholderError, type Problem, printProblem } from '../errors.js'
import { answer, READER_VERSION, type Reading, readArticle } from '../read/index.js'
import { csvHead, csvRows } from './claims-csv.js'
import { coloursFor, fitForTerminal } from './colours.js'
import { print } from './output.js'
import { printAnswer } from './print-answer.js'
import { type Progress, progressFor } from './progress.js'

export interface ReadCommandOptions {
  readonly published?: string
  readonly encoding?: string
  readonly fetch?: boolean
  readonly format: 'text' | 'json' | 'jsonl' | 'csv'
  readonly verbose?: boolean
  readonly color: boolean
}

const MOST_NOTES = 5

/** `penholder read`: opens the articles, reads them, and prints the answer or its claims. Answers with the exit code. */
export async function readCommand(inputs: readonly string[], options: ReadCommandOptions): Promise<0 | 2> {
  const { published, format } = options
  if (published !== undefined && !isVagueDate(published)) {
    throw new PenholderError({
      code: 'bad-input',
      what: `--published "${published}" is no date`,
      expected: 'YYYY-MM-DD, YYYY-MM or YYYY',
    })
  }
  const progress = progressFor(process.stderr, countSources(inputs))
  const notes = new Notes(progress)
  const opened = readings(inputs, options, notes)
  if (format === 'jsonl' || format === 'csv') await printClaims(opened, format, notes)
  else await printWhole(opened, { ...options, format }, progress)
  progress.stop()
  notes.end()
  return notes.failed ? 2 : 0
}

interface ReadOne {
  readonly article: Article
  readonly reading: Reading
}

async function* readings(
  inputs: readonly string[],
  options: ReadCommandOptions,
  notes: Notes,
): AsyncGenerator<ReadOne> {
  const open: OpenOptions = {
    stdin: process.stdin,
    fetch: options.fetch === true,
    ...(options.published === undefined ? {} : { published: options.published }),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
  }
  for await (const each of openArticles(inputs, open)) {
    if ('problem' in each) notes.fail(each.problem)
    else {
      const reading = readOne(each.article, options.verbose === true, notes)
      if (reading !== undefined) yield { article: each.article, reading }
    }
    notes.progress.step()
  }
}

function readOne(article: Article, why: boolean, notes: Notes): Reading | undefined {
  try {
    return readArticle(article, { why })
  } catch (error) {
    const what = `could not be read (${(error as Error).message})`
    notes.fail({ code: 'bad-data', what, place: { file: article.id }, todo: 'please report it with the article' })
    return undefined
  }
}

/** One article after the other, in flat memory. */
async function printClaims(opened: AsyncIterable<ReadOne>, format: 'jsonl' | 'csv', notes: Notes): Promise<void> {
  if (format === 'csv') await print(csvHead())
  for await (const { reading } of opened) {
    for (const problem of reading.problems) notes.note(problem)
    if (reading.claims.length === 0) continue
    const lines =
      format === 'csv' ? csvRows(reading.claims) : reading.claims.map((claim) => `${JSON.stringify(claim)}\n`).join('')
    await print(lines)
  }
}

async function printWhole(
  opened: AsyncIterable<ReadOne>,
  options: ReadCommandOptions,
  progress: Progress,
): Promise<void> {
  const [articles, read]: [Article[], Reading[]] = [[], []]
  for await (const { article, reading } of opened) {
    articles.push(article)
    read.push(reading)
  }
  progress.stop()
  const whole = answer(read, articles)
  const { councilJson, printCouncil } = await import('./print-council.js')
  const { printTied, tiedJson } = await import('./print-tied.js')
  if (options.format === 'json') {
    const council = councilJson(whole, read, articles)
    await print(
      `${JSON.stringify({ reader: READER_VERSION, ...whole, ...council, ...tiedJson(read), claims: read.flatMap((reading) => reading.claims) }, null, 2)}\n`,
    )
    return
  }
  if (articles.length === 0) return
  const colours = coloursFor(process.stdout, options.color)
  const width = Math.min(process.stdout.columns || 100, 120)
  const look = { colours, width, verbose: options.verbose === true }
  await print(printAnswer(whole, look) + printCouncil(whole, read, articles, look) + printTied(read, look))
}

/** What goes to standard error: every failure, and the first few remarks on what could not be told. */
class Notes {
  failed = false
  private remarks = 0
  constructor(readonly progress: Progress) {}

  fail(problem: Problem): void {
    this.failed = true
    this.progress.clear()
    process.stderr.write(`penholder: ${fitForTerminal(printProblem(problem))}\n`)
  }

  note(problem: Problem): void {
    this.remarks++
    if (this.remarks > MOST_NOTES) return
    this.progress.clear()
    process.stderr.write(`penholder: note: ${fitForTerminal(printProblem(problem))}\n`)
  }

  end(): void {
    if (this.remarks > MOST_NOTES)
      process.stderr.write(`penholder: note: and ${this.remarks - MOST_NOTES} more of the kind\n`)
  }
}
