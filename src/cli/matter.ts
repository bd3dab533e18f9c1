import { Command, Option } from 'commander'
import { type Count, KNOWN_DAYS } from '../council/index.js'
import { type CivilDate, spanOf } from '../dates.js'
import { PenholderError } from '../errors.js'
import {
  type Change,
  changeMatter,
  countOf,
  type MatterView,
  makeMatter,
  mattersSuggested,
  openMatter,
  positionsOf,
  viewOn,
} from '../matters/index.js'
import {
  claimWithId,
  keepAttachments,
  type MatterInput,
  type StoredMatter,
  seqKnown,
  storedDraft,
  storedDrafts,
  storedMatters,
} from '../record/index.js'
import { coloursFor } from './colours.js'
import { namesIn, textOrJson } from './options.js'
import { print } from './output.js'
import { matterLine, matterPositionsJson, printMatter, suggestionLine } from './print-matter.js'
import { asking, onRecord, type RecordOptions, stampNow, withRecord } from './record-place.js'

interface MatterOptions extends RecordOptions {
  readonly id?: string
  readonly title?: string
  readonly target?: string
  readonly keywords?: string
  readonly regime?: string
  readonly from?: string
  readonly to?: string
  readonly note?: string
  readonly clear?: readonly string[]
  readonly because?: string
  readonly format: 'text' | 'json'
}

interface ShowOptions extends RecordOptions {
  readonly on?: string
  readonly known?: string
  readonly format: 'text' | 'json'
  readonly color: boolean
}

interface MoveOptions extends RecordOptions {
  readonly matter?: string
  readonly draft?: string
  readonly note?: string
}

const CLEARABLE = ['target', 'keywords', 'regime', 'from', 'to', 'note']

/** `penholder matter`: what articles, claims and drafts belong to. */
export function matterCommand(): Command {
  const root = new Command('penholder matter')
    .exitOverride()
    .description('matters: the cases before the Council that articles, claims and drafts belong to')
  facts(root.command('add <title>').description('make a matter'))
    .option('--id <id>', 'its id; made of the title where it is left out')
    .action(async (title: string, options: MatterOptions) => {
      await onRecord(options, async (record) =>
        tell(await makeMatter(record, stampNow(options), { title, ...factsOf(options) }), options),
      )
    })
  facts(root.command('edit <matter>').description('change facts of a matter; the older ones stay in the record'))
    .option('--title <title>', 'another title')
    .addOption(new Option('--clear <fact...>', 'take facts away').choices(CLEARABLE))
    .option('--because <words>', 'why, for the log')
    .action(async (id: string, options: MatterOptions) => {
      const cleared = Object.fromEntries((options.clear ?? []).map((name) => [name, name === 'keywords' ? [] : null]))
      const change: Change<MatterInput> = { ...cleared, ...factsOf(options) }
      await onRecord(options, async (record) =>
        tell(await changeMatter(record, stampNow(options), id, change, options.because), options),
      )
    })
  asking(root.command('list').description('the matters, and what could be made one')).action(list)
  asking(root.command('show <matter>').description('a matter: its drafts, articles, claims, and who stands where'))
    .option('--on <date>', 'the day in the world; what came later is left out (else: that of the latest article)')
    .option('--no-color', 'no colour on a terminal')
    .action(show)
  withRecord(
    root
      .command('move <claim...>')
      .description('put claims with a matter and a draft by hand; the rule no longer decides for them')
      .requiredOption('--matter <matter>', 'its id, or none')
      .option('--draft <draft>', 'id of a draft of that matter; none where it is left out')
      .option('--note <words>', 'why'),
    true,
  ).action(move)
  return root
}

function facts(command: Command): Command {
  command
    .option('--target <state>', 'the state concerned, by code or name')
    .option('--keywords <words>', 'with commas: an article must have one of them in its title or text')
    .option('--regime <regime>', 'a regime of the law data, such as dprk-1718')
    .option('--from <date>', 'first day of its articles')
    .option('--to <date>', 'last day')
    .option('--note <words>', 'what else is to be known of it')
    .addOption(textOrJson())
  return withRecord(command, true)
}

function factsOf({ id, title, target, keywords, regime, from, to, note }: MatterOptions) {
  return {
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(target === undefined ? {} : { target }),
    ...(keywords === undefined ? {} : { keywords: namesIn(keywords) }),
    ...(regime === undefined ? {} : { regime }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(note === undefined ? {} : { note }),
  }
}

async function tell(matter: StoredMatter, { format }: MatterOptions): Promise<void> {
  await print(format === 'json' ? `${JSON.stringify(matter)}\n` : `${matterLine(matter)}\n`)
}

async function list(options: ShowOptions): Promise<void> {
  await onRecord(options, async (record) => {
    const seq = await seqKnown(record, options)
    const matters = await storedMatters(record, { seq })
    const drafts = await storedDrafts(record, { seq })
    const suggested = await mattersSuggested(record, { seq })
    const listed = matters.map((matter) => ({
      ...matter,
      drafts: drafts.filter((draft) => draft.matter === matter.id).map(({ id }) => id),
    }))
    if (options.format === 'json') return print(`${JSON.stringify({ matters: listed, suggested }, null, 2)}\n`)
    const lines = [
      ...(listed.length === 0
        ? ['No matter was made yet.']
        : listed.map((matter) => matterLine(matter, matter.drafts))),
      ...suggested.map(suggestionLine),
    ]
    return print(`${lines.join('\n')}\n`)
  })
}

async function show(id: string, options: ShowOptions): Promise<void> {
  await onRecord(options, async (record) => {
    const { known, on } = options
    const view = await openMatter(record, id, {
      ...(known === undefined ? {} : { known }),
      ...(on === undefined ? {} : { on }),
    })
    const day = on ?? lastDay(view)
    const then = day === undefined ? undefined : viewOn(view, day)
    const positions = day === undefined || then === undefined ? undefined : positionsOf(then, { on: day })
    const count: Count | undefined = day === undefined || then === undefined ? undefined : countOf(then, { on: day })
    if (options.format === 'json') {
      const told = positions === undefined ? {} : { positions: matterPositionsJson(positions) }
      return print(`${JSON.stringify({ ...view, ...told }, null, 2)}\n`)
    }
    const width = Math.min(process.stdout.columns ?? 100, 120)
    const colours = coloursFor(process.stdout, options.color)
    return print(printMatter(view, positions, count, { colours, width, verbose: false }))
  })
}

/** The last day of a matter's articles, where the Council of that day is known. */
function lastDay({ articles }: MatterView): CivilDate | undefined {
  const day = articles
    .flatMap(({ published }) => (published === undefined ? [] : [spanOf(published).to]))
    .sort()
    .at(-1)
  return day !== undefined && day >= KNOWN_DAYS.from && day <= KNOWN_DAYS.to ? day : undefined
}

async function move(claims: readonly string[], options: MoveOptions): Promise<void> {
  await onRecord(options, async (record) => {
    const matter = options.matter === undefined || options.matter === 'none' ? null : options.matter
    if (matter === null && options.draft !== undefined) {
      const what = 'a draft without a matter'
      throw new PenholderError({ code: 'bad-input', what, todo: `name its matter${await matterOf(options.draft)}` })
    }
    const found = await Promise.all(claims.map((claim) => claimWithId(record, claim)))
    const { draft, note } = options
    await keepAttachments(
      record,
      stampNow(options),
      found.map(({ id }) => ({
        claim: id,
        matter,
        ...(draft === undefined ? {} : { draft }),
        ...(note === undefined ? {} : { note }),
      })),
    )
    const where = matter === null ? 'no matter' : draft === undefined ? matter : `${matter}, ${draft}`
    await print(`${found.map(({ id }) => id).join('\n')}\nmoved to ${where}\n`)

    async function matterOf(id: string): Promise<string> {
      const known = await storedDraft(record, id).catch(() => undefined)
      return known === undefined ? '' : `: --matter ${known.matter}`
    }
  })
}
