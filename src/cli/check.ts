import { createReadStream } from 'node:fs'
import { Command, Option } from 'commander'
import { ACTIVITY_KINDS, type Answer, check, goodsFields } from '../check/index.js'
import { PenholderError } from '../errors.js'
import { parseQuantity } from '../quantities.js'
import { parseState } from '../states.js'
import type { Asking } from './check-asking.js'
import { knownDay, knownNote } from './known-day.js'
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
  readonly keep?: boolean
  readonly note?: string
  readonly record?: string
  readonly as?: string
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
    .option(
      '--known <moment>',
      'take law and lists as they were known by this day (or moment), and the record as it was',
    )
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
    .option('--keep', 'keep the activity and the answer in the record (see `penholder answers`)')
    .option('--note <words>', 'a note that is kept with it')
    .option('--record <place>', 'use the ceiling reports of this record: a file or postgres://…')
    .option('--as <name>', 'who keeps it, for the log (else the user’s name)')
    .addOption(new Option('--format <format>', 'how to print it').choices([...FORMATS]))
    .exitOverride()
    .action(async (flags: CheckFlags) => {
      process.exitCode = await run(flags)
    })
}

async function run(flags: CheckFlags): Promise<number> {
  if (flags.note !== undefined && flags.keep !== true)
    throw new PenholderError({ code: 'bad-input', what: 'a note without --keep', todo: 'keep the answer: --keep' })
  if (flags.keep !== true && flags.record === undefined) return answerAll(flags, {})
  const { onCheckRecord } = await import('./check-record.js')
  return onCheckRecord(flags, (asking) => answerAll(flags, asking))
}

async function answerAll(flags: CheckFlags, asking: Asking): Promise<number> {
  if (flags.file !== undefined) {
    const { checkFile } = await import('./check-batch.js')
    return checkFile(flags.file, flags.file === '-' ? process.stdin : createReadStream(flags.file), flags, asking)
  }
  const isBare = Object.keys(flags).every((key) => NOT_ASKED.has(key))
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
    return asked === undefined ? 2 : answer(asked.act, asked.on, flags, asking)
  }
  if (flags.on === undefined)
    throw new PenholderError({
      code: 'bad-input',
      what: 'no day is given',
      place: { path: '--on' },
      expected: 'the day of the act, such as 2017-11-15',
    })
  return answer(activityFrom(flags), flags.on, flags, asking)
}

/** Flags that say nothing of an activity: with these alone the form asks. */
const NOT_ASKED: ReadonlySet<string> = new Set(['kind', 'format', 'keep', 'note', 'record', 'as', 'known'])

async function answer(act: unknown, on: string, flags: CheckFlags, asking: Asking): Promise<number> {
  const figures = await asking.figuresAt?.(flags.known)
  const found = check(act, {
    on,
    known: knownDay(flags.known),
    ...(flags.regime !== undefined && { regimes: flags.regime }),
    ...(figures !== undefined && { figures }),
  })
  const format = flags.format ?? 'text'
  if (format === 'csv') {
    const { csvHead, csvRow } = await import('./print-check-csv.js')
    await print(csvHead() + csvRow(undefined, found))
  } else
    await print(
      format === 'text'
        ? knownNote(flags.known) + answerText(found, on)
        : format === 'md'
          ? knownNote(flags.known) + answerMarkdown(found, on)
          : answerJson(found, format),
    )
  await asking.keep?.({ activity: act, on, known: flags.known, answer: found })
  return exitFor(found)
}

/** 3 where the answer turns on a missing fact. */
export function exitFor(found: Answer): number {
  return found.verdict === 'cannot-tell' ? 3 : 0
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
