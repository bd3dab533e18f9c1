import { stringify } from 'csv-stringify/sync'
import { symbolFor } from '../cite/index.js'
import {
  type Count,
  countRecorded,
  countView,
  countVotes,
  gatherVotes,
  horseshoe,
  lastRecordedDay,
  MATTERS,
  type Matter,
  memberFor,
  type RecordedVote,
  recordedVotes,
  votesOnText,
  voteWithId,
} from '../council/index.js'
import { isCivilDate } from '../dates.js'
import { PenholderError } from '../errors.js'
import { parseState } from '../states.js'
import { badInput } from './bad-input.js'
import { coloursFor } from './colours.js'
import { print } from './output.js'
import { countRows, printCount } from './print-count.js'

export interface CountCommandOptions {
  readonly from?: readonly string[]
  readonly draft?: string
  readonly target?: string
  readonly on?: string
  readonly known?: string
  readonly published?: string
  readonly yes?: string
  /** `true` where `--no` is left out, as commander has it. */
  readonly no?: string | boolean
  readonly abstain?: string
  readonly absent?: string
  /** Id of a matter of the record; or a kind of question, as `question`. */
  readonly matter?: string
  readonly question?: Matter
  readonly record?: string
  readonly party?: string
  readonly format: 'text' | 'json' | 'csv' | 'svg'
  readonly color: boolean
}

/** `penholder count`: answers with the exit code; 3 where it can’t be told which text or vote is meant. */
export async function countCommand(text: string | undefined, given: CountCommandOptions): Promise<0 | 2 | 3> {
  const options = questionOf(given)
  return options.matter === undefined ? countOther(text, options) : countKept(text, options)
}

/** `--matter procedural` is the older way to say `--question procedural`. */
function questionOf({ matter, ...options }: CountCommandOptions): Asked {
  const kind = MATTERS.find((one) => one === matter)
  const question = options.question ?? kind ?? 'substantive'
  return { ...options, question, ...(matter === undefined || kind !== undefined ? {} : { matter }) }
}

type Asked = CountCommandOptions & { readonly question: Matter }

/** Positions of a matter that the record keeps. */
async function countKept(text: string | undefined, options: Asked): Promise<0 | 3> {
  const byHand = [options.yes, options.no, options.abstain, options.absent].some((list) => typeof list === 'string')
  const { matter = '', on, known, question, draft = text } = options
  if (byHand || options.from !== undefined || (text !== undefined && options.draft !== undefined)) {
    throw badInput('--matter goes with --draft, --on and --known alone')
  }
  if (on === undefined || !isCivilDate(on)) {
    throw badInput(on === undefined ? '--matter needs a day' : `--on "${on}" is no date`, '--on YYYY-MM-DD')
  }
  const { countOf, openMatter } = await import('../matters/index.js')
  const { onRecord } = await import('./record-place.js')
  const view = await onRecord(options, (record) =>
    openMatter(record, matter, { on, ...(known === undefined ? {} : { known }) }),
  )
  const parties = partiesOn(options, on)
  const count = countOf(view, { on, question, parties, ...(draft === undefined ? {} : { draft }) })
  const names = new Map(view.articles.map(({ id, name }) => [id, name]))
  await printWhole(count, options, (id) => names.get(id) ?? id)
  return count.text.status === 'none' || count.text.candidates.length > 1 ? 3 : 0
}

async function countOther(text: string | undefined, options: Asked): Promise<0 | 2 | 3> {
  const byHand = [options.yes, options.no, options.abstain, options.absent].some((list) => typeof list === 'string')
  if (byHand && options.from !== undefined) throw badInput('votes given by hand and --from exclude each other')
  for (const [name, date] of [
    ['--on', options.on],
    ['--known', options.known],
  ] as const) {
    if (date !== undefined && !isCivilDate(date)) throw badInput(`${name} "${date}" is no date`, 'YYYY-MM-DD')
  }
  if (byHand) {
    await printWhole(countByHand(text, options), options)
    return 0
  }
  if (options.from !== undefined) {
    // The reader and its lexicon are loaded only where there is something to read.
    const { countArticles } = await import('./count-articles.js')
    const parties = (on: string) => partiesOn(options, on)
    const { count, hasFailed } = await countArticles(options.from, text ?? options.draft, {
      ...options,
      matter: options.question,
      parties,
    })
    await printWhole(count, options)
    if (hasFailed) return 2
    return count.text.status === 'none' || count.text.candidates.length > 1 ? 3 : 0
  }
  if (text === undefined) {
    throw badInput(
      'nothing to count',
      'a symbol or id of the record, --from with articles, or --yes and --no with members',
    )
  }
  await printWhole(countRecorded(recordedVote(text), partiesOn(options, undefined)), options)
  return 0
}

function countByHand(text: string | undefined, options: Asked): Count {
  const { on, question: matter } = options
  if (on === undefined) throw badInput('votes given by hand need --on', 'the day of the vote, YYYY-MM-DD')
  const votes = gatherVotes(
    {
      Y: split(options.yes),
      N: typeof options.no === 'string' ? split(options.no) : [],
      A: split(options.abstain),
      X: split(options.absent),
    },
    on,
  )
  return countVotes(votes, { on, matter, parties: partiesOn(options, on), ...(text !== undefined && { label: text }) })
}

function recordedVote(text: string): RecordedVote {
  const byId = voteWithId(text)
  if (byId !== undefined) return byId
  const symbol = symbolFor(text)
  const found = symbol === undefined ? recordedVotes().filter((vote) => vote.text === text) : votesOnText(symbol)
  const [first] = found
  if (found.length === 1 && first !== undefined) return first
  if (found.length > 1) {
    throw badInput(
      `${found.length} votes are on record for "${text}"`,
      `one of the ids ${found.map((vote) => `${vote.id} (${vote.title}: ${vote.outcome})`).join(', ')}`,
    )
  }
  throw new PenholderError({
    code: 'not-found',
    what: `no vote on "${text}" is on record, which ends on ${lastRecordedDay()}`,
    todo: 'an adopted draft is recorded by its resolution; `penholder votes WORDS` searches titles; count reports of it with --from',
  })
}

function partiesOn({ party }: CountCommandOptions, on: string | undefined): string[] {
  return split(party).map((name) => {
    const member = on === undefined ? parseState(name).code : memberFor(name, on)
    if (typeof member !== 'string') throw new PenholderError(member)
    return member
  })
}

async function printWhole(
  count: Count,
  { format, color }: CountCommandOptions,
  articleName: (id: string) => string = String,
): Promise<void> {
  if (format === 'json') await print(`${JSON.stringify(countView(count), null, 2)}\n`)
  else if (format === 'svg') await print(horseshoe(count))
  else if (format === 'csv') await print(stringify(countRows(count), { header: true, escape_formulas: true }))
  else {
    const width = Math.min(process.stdout.columns ?? 100, 120)
    await print(printCount(count, { colours: coloursFor(process.stdout, color), width, verbose: false, articleName }))
  }
}

function split(list: string | undefined): string[] {
  return (list ?? '').split(/\s*[,;]\s*/).filter((name) => name !== '')
}
