import { createReadStream } from 'node:fs'
import { Command, Option } from 'commander'
import { ACTIVITY_KINDS, type Answer, check, goodsFields } from '../check/index.js'
import { isCivilDate } from '../dates.js'
import { PenholderError } from '../errors.js'
import { parseQuantity } from '../quantities.js'
import { parseState } from '../states.js'
import { print } from './output.js'
import { answerJson, answerMarkdown, answerText, FORMATS, type Format } from './print-check.js'

interface CheckFlags {
  readonly file?: string
  readonly on?: string
  readonly known?: string
  readonly regime?: readonly string[]
  readonly kind: string
  readonly action?: string
  readonly to?: string
  readonly from?: string
  readonly goods?: string
  readonly quantity?: string
  readonly value?: string
  readonly total?: string
  readonly totalValue?: string
  readonly party?: readonly string[]
  readonly actor?: string
  readonly vessel?: string
  readonly flag?: string
  readonly imo?: string
  readonly purpose?: string
  readonly approval?: string
  readonly notice?: string
  readonly set?: readonly string[]
  readonly format?: Format
}

/** `penholder check`: one activity by flags or guided, or a file of many. */
export function checkCommand(): Command {
  return new Command('penholder check')
    .description('an activity against the law and the lists of a day; called bare on a terminal, it asks')
    .option(
      '--file <file>',
      'activities: .json (one or a list), .jsonl or .csv; - reads JSON Lines from standard input',
    )
    .option('--on <date>', 'the day of the act, such as 2017-11-15')
    .option('--known <date>', 'take law and lists as they were known on this day')
    .option('--regime <id...>', 'only these regimes')
    .addOption(new Option('--kind <kind>', 'what kind of activity').choices([...ACTIVITY_KINDS]).default('trade'))
    .option('--action <verb>', 'what is done: supply, procure, process_payment, port_entry, omit_inspection …')
    .option('--to <state>', 'state that the goods or funds go to, such as PRK')
    .option('--from <state>', 'state that they come from')
    .option('--goods <goods>', 'an HS code, a description, or both: "2710.19 diesel"')
    .option('--quantity <amount>', 'with its unit, such as 20000bbl')
    .option('--value <amount>', 'in dollars')
    .option('--total <amount>', 'what the period has seen before this act, with its unit')
    .option('--total-value <amount>', 'the same in dollars')
    .option('--party <name...>', 'parties, looked up in the lists')
    .option('--actor <state>', 'state of whoever acts')
    .option('--vessel <name>', 'name of the vessel')
    .option('--flag <state>', 'its flag')
    .option('--imo <number>', 'its IMO number')
    .option('--purpose <purpose>', 'humanitarian, livelihood, commercial, diplomatic_mission, basic_expense …')
    .addOption(
      new Option('--approval <state>', 'the committee’s approval').choices([
        'not_sought',
        'pending',
        'granted',
        'refused',
      ]),
    )
    .addOption(new Option('--notice <state>', 'notice to the committee').choices(['given', 'not_given']))
    .option('--set <fact...>', 'further circumstances: livelihood=true contract_date=2017-06-01')
    .addOption(new Option('--format <format>', 'how to print it').choices([...FORMATS]))
    .exitOverride()
    .action(async (flags: CheckFlags) => {
      process.exitCode = await run(flags)
    })
}

async function run(flags: CheckFlags): Promise<number> {
  if (flags.file !== undefined) {
    const { checkFile } = await import('./check-batch.js')
    return checkFile(flags.file, flags.file === '-' ? process.stdin : createReadStream(flags.file), flags)
  }
  const isBare = Object.keys(flags).every((key) => key === 'kind' || key === 'format')
  if (isBare) {
    if (process.stdin.isTTY !== true)
      throw new PenholderError({
        code: 'bad-input',
        what: 'nothing to check',
        expected: 'flags, --file, or a terminal for the guided form',
        todo: 'try: penholder check --to PRK --goods 2710.19 --quantity 20000bbl --on 2017-11-15',
      })
    const { askActivity } = await import('./check-form.js')
    const asked = await askActivity()
    return asked === undefined ? 2 : answer(asked.act, asked.on, flags)
  }
  if (flags.on === undefined)
    throw new PenholderError({
      code: 'bad-input',
      what: 'no day is given',
      place: { path: '--on' },
      expected: 'the day of the act, such as 2017-11-15',
    })
  return answer(activityFrom(flags), flags.on, flags)
}

async function answer(act: unknown, on: string, flags: CheckFlags): Promise<number> {
  const found = check(act, {
    on,
    known: day(flags.known, '--known'),
    ...(flags.regime !== undefined && { regimes: flags.regime }),
  })
  const format = flags.format ?? 'text'
  if (format === 'csv') {
    const { csvHead, csvRow } = await import('./print-check-csv.js')
    await print(csvHead() + csvRow(undefined, found))
  } else
    await print(
      format === 'text'
        ? answerText(found, on)
        : format === 'md'
          ? answerMarkdown(found, on)
          : answerJson(found, format),
    )
  return exitFor(found)
}

/** 3 where the answer turns on a missing fact. */
export function exitFor(found: Answer): number {
  return found.verdict === 'cannot-tell' ? 3 : 0
}

function day(text: string | undefined, path: string): string | undefined {
  if (text === undefined || isCivilDate(text)) return text
  throw new PenholderError({
    code: 'bad-input',
    what: `"${text}" is no date`,
    place: { path },
    expected: 'a day such as 2017-11-15',
  })
}

function activityFrom(flags: CheckFlags): unknown {
  const total = flags.total === undefined ? undefined : parseQuantity(flags.total)
  const totalValue = flags.totalValue === undefined ? undefined : dollars(flags.totalValue)
  const circumstances = {
    ...(flags.purpose !== undefined && { purpose_class: flags.purpose }),
    ...(flags.approval !== undefined && { committee_approval: flags.approval }),
    ...(flags.notice !== undefined && { committee_notice: flags.notice }),
    ...Object.fromEntries((flags.set ?? []).map(fact)),
  }
  const from = flags.from === undefined ? undefined : parseState(flags.from).code
  const to = flags.to === undefined ? undefined : parseState(flags.to).code
  return {
    kind: flags.kind,
    action: flags.action ?? (flags.kind === 'trade' ? (to === undefined ? 'procure' : 'supply') : flags.kind),
    ...(from !== undefined && { exporter_country: from }),
    ...(to !== undefined && { importer_country: to }),
    ...(flags.goods !== undefined && { goods: goodsFields(flags.goods) }),
    ...(flags.quantity !== undefined && { quantity: parseQuantity(flags.quantity) }),
    ...(flags.value !== undefined && { value_usd: dollars(flags.value) }),
    ...((total !== undefined || totalValue !== undefined) && {
      period_total_so_far: { ...total, ...(totalValue !== undefined && { value_usd: totalValue }) },
    }),
    ...(flags.party !== undefined && { parties: flags.party.map((name) => ({ name })) }),
    ...(flags.actor !== undefined && { actor: { country: parseState(flags.actor).code } }),
    ...((flags.vessel ?? flags.flag ?? flags.imo) !== undefined && {
      vessel: {
        ...(flags.vessel !== undefined && { name: flags.vessel }),
        ...(flags.flag !== undefined && { flag: parseState(flags.flag).code }),
        ...(flags.imo !== undefined && { imo: flags.imo }),
      },
    }),
    circumstances,
  }
}

function dollars(text: string): number {
  return parseQuantity(/^[\d.,]+$/.test(text) ? `USD ${text}` : text).value
}

function fact(text: string): [string, unknown] {
  const [, key = '', value = ''] = /^([^=]+)=(.*)$/.exec(text) ?? []
  if (key === '')
    throw new PenholderError({
      code: 'bad-input',
      what: `"${text}" is no fact`,
      place: { path: '--set' },
      expected: 'name=value',
    })
  return [
    key,
    value === 'true'
      ? true
      : value === 'false'
        ? false
        : value !== '' && Number.isFinite(Number(value))
          ? Number(value)
          : value,
  ]
}
