import { userInfo } from 'node:os'
import { type Command, Option } from 'commander'
import { PenholderError } from '../errors.js'
import { type Connection, momentOf, openRecord, type Stamp } from '../record/index.js'
import { textOrJson } from './options.js'

export interface RecordOptions {
  readonly record?: string
  /** Who does it, for the log. */
  readonly as?: string
}

const DEFAULT = 'penholder.db'

/** Gives a command `--record`, and `--as` where it writes. */
export function withRecord(command: Command, writes = false): Command {
  command.addOption(
    new Option('--record <place>', `the record: a file or postgres://… (else PENHOLDER_RECORD, else ${DEFAULT})`),
  )
  if (writes) command.option('--as <name>', 'who does it, for the log (else the user’s name)')
  return command
}

/** Gives a command that asks the record `--known`. */
export function withKnown(command: Command): Command {
  return command.option(
    '--known <moment>',
    'as the record knew it then: a day (its end in UTC) or 2026-11-22T05:17:28Z',
  )
}

/** Gives a command what every question to the record takes: `--format`, `--record` and `--known`. */
export function asking(command: Command): Command {
  return withKnown(withRecord(command.addOption(textOrJson())))
}

/** Where the record is: `--record`, else PENHOLDER_RECORD, else a file in the working folder. */
export function placeOf(options: RecordOptions, env = process.env): string {
  return options.record ?? (env.PENHOLDER_RECORD || DEFAULT)
}

/** Opens the record, does the work, and closes it whatever happens. */
export async function onRecord<T>(options: RecordOptions, work: (record: Connection) => Promise<T>): Promise<T> {
  const record = await openRecord(placeOf(options))
  try {
    return await work(record)
  } finally {
    await record.close()
  }
}

/** Who does a thing and when. Here alone the record meets a clock; PENHOLDER_NOW takes its place in tests. */
export function stampNow(options: RecordOptions, env = process.env): Stamp {
  const at = env.PENHOLDER_NOW ? momentOf(env.PENHOLDER_NOW) : new Date().toISOString()
  return { who: options.as ?? nameOfUser(env), at }
}

function nameOfUser(env: NodeJS.ProcessEnv): string {
  const named = env.USER || env.USERNAME
  if (named) return named
  try {
    return userInfo().username
  } catch {
    throw new PenholderError({ code: 'bad-input', what: 'the user has no name', todo: 'say who does it: --as NAME' })
  }
}

/** "1 article", "2 articles", "12,300 articles". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
