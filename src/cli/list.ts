import { createReadStream } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { isCivilDate, isVagueDate } from '../dates.js'
import { PenholderError } from '../errors.js'
import {
  type Designation,
  designationLists,
  KINDS,
  type Kind,
  ListSnapshot,
  listFor,
  type Match,
  type Party,
  parseImo,
  type Reason,
  readConsolidatedXml,
  type Screening,
  screen,
  snapshotOn,
} from '../lists/index.js'
import { knownDay } from './known-day.js'

interface SearchOptions {
  readonly on?: string
  readonly known?: string
  readonly list?: string
  readonly snapshot?: readonly string[]
  readonly kind?: Kind
  readonly reference?: readonly string[]
  readonly birthDate?: string
  readonly imo?: string
  readonly document?: readonly string[]
  readonly format: 'text' | 'json' | 'jsonl'
}

/** What one list says of a party. */
interface Answer extends Screening {
  readonly list: string
  readonly on: string
  /** Up to when this list's data reach. */
  readonly asOf: string
}

/** `penholder list`: looks names up, and keeps the United Nations' list as a snapshot with its date. */
export function listCommand(): Command {
  const root = new Command('penholder list').exitOverride()
  root
    .command('search [name]')
    .description('look a name or number up in the designation lists, as they stood on a day')
    .option('--on <date>', 'the day, such as 2017-10-20')
    .option('--known <moment>', 'as was known on this day: the newest snapshot not after it, and nothing listed later')
    .option('--list <id>', `one list only: ${designationLists.map(({ list }) => list).join(', ')}`)
    .option(
      '--snapshot <file...>',
      'lists made by `penholder list import`, instead; the newest not after the day is asked',
    )
    .addOption(new Option('--kind <kind>', 'what the name is of').choices([...KINDS]))
    .option('--reference <number...>', 'permanent reference number, such as KPi.001')
    .option('--birth-date <date>', '1944-10-13, 1944-10 or 1944')
    .option('--imo <number>', 'IMO number of a ship')
    .option('--document <number...>', 'number of a passport or identity card')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json', 'jsonl']).default('text'))
    .action(searchLists)
  root
    .command('import <file>')
    .description('read the consolidated list (XML, as the United Nations publishes it) into a snapshot with its date')
    .option('--as-of <date>', 'the day of the list, where the file does not say it or is wrong')
    .requiredOption('-o, --output <file>', 'where the snapshot (JSON) goes')
    .action(importList)
  return root
}

async function searchLists(name: string | undefined, options: SearchOptions): Promise<void> {
  const { on } = options
  if (on === undefined || !isCivilDate(on)) {
    throw badInput(on === undefined ? 'no day is given' : `"${on}" is no date`, 'on', '--on 2017-10-20')
  }
  const party = partyFrom(name, options)
  const known = knownDay(options.known)
  const by = known !== undefined && known < on ? known : on
  const lists = options.snapshot === undefined ? shippedLists(options.list) : [await keptList(options.snapshot, by)]
  const answers = lists.map((list): Answer => ({ list: list.list, on, asOf: list.asOf, ...screen(party, list, by) }))
  if (options.format === 'json') console.log(JSON.stringify(answers, undefined, 2))
  else if (options.format === 'jsonl') for (const answer of answers) console.log(JSON.stringify(answer))
  else for (const answer of answers) console.log(printAnswer(answer))
  const isUncertain =
    answers.every(({ listed }) => listed.length === 0) && answers.some(({ possible }) => possible.length > 0)
  if (isUncertain) process.exitCode = 3
}

function partyFrom(name: string | undefined, options: SearchOptions): Party {
  const { reference, birthDate, imo, document, kind } = options
  if (birthDate !== undefined && !isVagueDate(birthDate)) {
    throw badInput(`"${birthDate}" is no date of birth`, 'birth-date', '1944-10-13, 1944-10 or 1944')
  }
  if (imo !== undefined && parseImo(imo) === undefined) {
    throw badInput(`"${imo}" is no IMO number`, 'imo', 'seven digits whose last checks the others')
  }
  if ([name, reference, imo, document].every((given) => given === undefined)) {
    throw badInput('nothing to look up', 'name', 'a name, --reference, --imo or --document')
  }
  return {
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...(reference === undefined ? {} : { references: reference }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(imo === undefined ? {} : { imo }),
    ...(document === undefined ? {} : { documents: document }),
  }
}

function shippedLists(id: string | undefined): readonly ListSnapshot[] {
  if (id === undefined) return designationLists
  const list = listFor(id)
  if (list !== undefined) return [list]
  throw badInput(`there is no list "${id}"`, 'list', designationLists.map((one) => one.list).join(', '))
}

async function keptList(files: readonly string[], on: string): Promise<ListSnapshot> {
  const snapshots = await Promise.all(files.map(readSnapshot))
  const found = snapshotOn(snapshots, on)
  if (found !== undefined) return found
  const first = snapshots.map(({ asOf }) => asOf).sort()[0]
  throw badInput(`no snapshot is as old as ${on}`, 'on', `a day from ${first} on, or an older snapshot`)
}

async function readSnapshot(file: string): Promise<ListSnapshot> {
  const text = await withFile(file, () => readFile(file, 'utf8'))
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const todo = 'make one with `penholder list import FILE.xml -o snapshot.json`'
    throw new PenholderError({ code: 'bad-input', what: 'is no snapshot', place: { file }, todo }, { cause })
  }
  const parsed = ListSnapshot.safeParse(value)
  if (parsed.success) return parsed.data
  throw new PenholderError(
    parsed.error.issues.map(({ path, message }) => ({
      code: 'bad-input',
      what: message,
      place: { file, path: path.join('.') },
    })),
  )
}

async function importList(file: string, options: { readonly asOf?: string; readonly output: string }): Promise<void> {
  const { asOf, output } = options
  const list = await withFile(file, () =>
    readConsolidatedXml(createReadStream(file), { file, ...(asOf === undefined ? {} : { asOf }) }),
  )
  const unfinished = `${output}.part`
  await withFile(output, async () => {
    await writeFile(unfinished, `${JSON.stringify(list)}\n`)
    await rename(unfinished, output)
  })
  console.log(`${output}: ${list.designations.length} names as of ${list.asOf}`)
}

/** What the system says of a file becomes an error that names it. */
async function withFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const { code, syscall } = cause as NodeJS.ErrnoException
    if (cause instanceof PenholderError || syscall === undefined) throw cause
    const isMissing = code === 'ENOENT'
    const what = isMissing ? 'there is no such file' : `cannot be used (${code})`
    throw new PenholderError({ code: isMissing ? 'not-found' : 'unavailable', what, place: { file } }, { cause })
  }
}

function badInput(what: string, path: string, expected: string): PenholderError {
  return new PenholderError({ code: 'bad-input', what, place: { path }, expected })
}

function printAnswer({ list, on, asOf, listed, possible, outside }: Answer): string {
  const lines = [`${list} on ${on}${on > asOf ? ` (the data reach to ${asOf})` : ''}:`]
  for (const match of listed) lines.push(`  LISTED    ${printMatch(match)}`)
  for (const match of possible) lines.push(`  POSSIBLE  ${printMatch(match)}`)
  for (const match of outside) {
    const when = match.when === 'removed' ? `removed ${match.removed ?? ''}`.trim() : `listed only on ${match.since}`
    lines.push(`  not then  ${title(match.designation)}: ${when}; ${match.reasons.map(printReason).join('; ')}`)
  }
  if (lines.length === 1) lines.push('  nothing found under this name or number')
  return lines.join('\n')
}

function printMatch({ designation, reasons, conflicts, since, consequences }: Match): string {
  const follows = consequences.map(({ kind, paragraph, since: from }) => `${kind} since ${from} (${paragraph})`)
  const instruments = [...new Set(consequences.flatMap(({ instrument }) => instrument ?? []))]
  return [
    `${title(designation)}, since ${since}`,
    ...(instruments.length > 0 ? [`            by ${instruments.join('; ')}`] : []),
    ...(follows.length > 0 ? [`            ${follows.join('; ')}`] : []),
    ...reasons.map((reason) => `            because ${printReason(reason)}`),
    ...conflicts.map(({ about, given, listed }) => `            but ${about}: given ${given}, listed ${listed}`),
  ].join('\n')
}

function title({ reference, imo, name, kind }: Designation): string {
  const number = reference ?? (imo === undefined ? undefined : `IMO ${imo}`)
  return number === undefined ? `${name} (${kind})` : `${number} ${name} (${kind})`
}

function printReason(reason: Reason): string {
  if (reason.by !== 'name') return `${reason.by} ${reason.given} is listed`
  const field = reason.field === 'name' ? 'name' : reason.field.replace('-', ' ')
  return `"${reason.given}" is the ${field} "${reason.listed}" (${reason.alike.join(', ')})`
}
