import { Command, Option } from 'commander'
import { eachKeptAnswer, keptAnswers, rerunAnswers } from '../answers/index.js'
import type { Connection } from '../record/index.js'
import { fitForTerminal } from './colours.js'
import { print } from './output.js'
import { keptJson, keptLine, rerunJson, rerunText } from './print-answers.js'
import { answerText } from './print-check.js'
import { counted, onRecord, type RecordOptions, withRecord } from './record-place.js'

interface ListOptions extends RecordOptions {
  readonly known?: string
  readonly format: 'text' | 'json' | 'jsonl'
}

interface RerunOptions extends ListOptions {
  readonly all?: boolean
}

const KNOWN = ['--known <moment>', 'the record as it was at this moment, or at the end of this day (UTC)'] as const

/** `penholder answers`: what `penholder check --keep` kept. */
export function answersCommand(): Command {
  const root = new Command('penholder answers')
    .exitOverride()
    .enablePositionalOptions()
    .description('kept checks: list them, show one as it was given, answer them again and see what differs')
  const list = root
    .command('list', { isDefault: true })
    .description('every kept check: id, when, by whom, the day asked for, the verdict')
    .option(...KNOWN)
    .addOption(formatOption())
    .exitOverride()
    .action((options: ListOptions) => onRecord(options, (record) => listAnswers(record, options)))
  const show = root
    .command('show <id>')
    .description('one kept check with its answer as it was given')
    .option(...KNOWN)
    .addOption(formatOption())
    .exitOverride()
    .action((id: string, options: ListOptions) => onRecord(options, (record) => showAnswer(record, id, options)))
  const rerun = root
    .command('rerun [id...]')
    .description('answer kept checks (all, or these) with today’s program and data; exit code 1 where one differs')
    .option('--all', 'print also those that do not differ')
    .option(...KNOWN)
    .addOption(formatOption())
    .exitOverride()
    .action(async (ids: string[], options: RerunOptions) => {
      process.exitCode = await onRecord(options, (record) => rerunAll(record, ids, options))
    })
  for (const command of [list, show, rerun]) withRecord(command)
  return root
}

function formatOption(): Option {
  return new Option('--format <format>', 'what to print').choices(['text', 'json', 'jsonl']).default('text')
}

async function listAnswers(record: Connection, options: ListOptions): Promise<void> {
  const list = jsonList(options.format)
  let count = 0
  for await (const one of eachKeptAnswer(record, knownOf(options))) {
    count++
    await print(options.format === 'text' ? keptLine(one) : list.item(keptJson(one)))
  }
  await print(options.format === 'text' ? (count === 0 ? 'no answers are kept\n' : '') : list.end())
}

/** Items as they come, as lines of JSON or as one list. */
function jsonList(format: ListOptions['format']): { item(value: unknown): string; end(): string } {
  let isFirst = true
  return {
    item: (value) => {
      if (format !== 'json') return `${JSON.stringify(value)}\n`
      const before = isFirst ? '[\n' : ',\n'
      isFirst = false
      return `${before}${JSON.stringify(value, null, 2)}`
    },
    end: () => (format !== 'json' ? '' : isFirst ? '[]\n' : '\n]\n'),
  }
}

async function showAnswer(record: Connection, id: string, options: ListOptions): Promise<void> {
  const [kept] = await keptAnswers(record, { ids: [id], ...knownOf(options) })
  if (kept === undefined) return
  if (options.format !== 'text') {
    await print(`${options.format === 'json' ? JSON.stringify(kept, null, 2) : JSON.stringify(kept)}\n`)
    return
  }
  const { versions } = kept
  await print(
    [
      `${kept.id}, kept on ${kept.at} by ${fitForTerminal(kept.who)}`,
      ...(kept.known === undefined ? [] : [`as known on ${kept.known}`]),
      ...(kept.note === undefined ? [] : [`note: ${fitForTerminal(kept.note)}`]),
      `penholder ${versions.package} (code ${versions.code}), law ${versions.law}, lists ${versions.lists}, words ${versions.words}`,
      `asked: ${fitForTerminal(JSON.stringify(kept.activity))}`,
      '',
      answerText(kept.answer, kept.on),
    ].join('\n'),
  )
}

async function rerunAll(record: Connection, ids: readonly string[], options: RerunOptions): Promise<number> {
  const kept =
    ids.length > 0 ? await keptAnswers(record, { ids, ...knownOf(options) }) : eachKeptAnswer(record, knownOf(options))
  const list = jsonList(options.format)
  let asked = 0
  let differ = 0
  for await (const one of rerunAnswers(record, kept)) {
    asked++
    if (one.differs) differ++
    else if (options.all !== true && ids.length === 0) continue
    await print(options.format === 'text' ? rerunText(one) : list.item(rerunJson(one)))
  }
  await print(options.format === 'text' ? summary(asked, differ) : list.end())
  return differ > 0 ? 1 : 0
}

function summary(asked: number, differ: number): string {
  if (asked === 0) return 'no answers are kept\n'
  const told = differ === 0 ? 'none differs today' : `${differ} ${differ === 1 ? 'differs' : 'differ'} today`
  return `${counted(asked, 'answer')} asked again: ${told}\n`
}

function knownOf({ known }: ListOptions): { known?: string } {
  return known === undefined ? {} : { known }
}
