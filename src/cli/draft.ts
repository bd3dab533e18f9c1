import { Command, Option } from 'commander'
import { PenholderError } from '../errors.js'
import { changeDraft, makeDraft, recordedVoteOf } from '../matters/index.js'
import { type DraftInput, type StoredDraft, storedDraft, storedDrafts } from '../record/index.js'
import { namesIn, textOrJson } from './options.js'
import { print } from './output.js'
import { draftLine } from './print-matter.js'
import { asking, onRecord, type RecordOptions, stampNow, withRecord } from './record-place.js'

interface DraftOptions extends RecordOptions {
  readonly id?: string
  readonly matter?: string
  readonly label?: string
  readonly symbol?: string
  readonly stage?: readonly string[]
  readonly sponsors?: string
  readonly rivals?: string
  readonly tabled?: string
  readonly voted?: string
  readonly vote?: string
  readonly yes?: string
  /** `true` where `--no` is left out, as commander has it. */
  readonly no?: string | boolean
  readonly abstain?: string
  readonly absent?: string
  readonly adopted?: string
  readonly note?: string
  readonly clear?: readonly string[]
  readonly because?: string
  readonly known?: string
  readonly format: 'text' | 'json'
}

const CLEARABLE = ['label', 'symbol', 'versions', 'sponsors', 'rivals', 'tabled', 'vote', 'adopted', 'note']
const LISTS = ['versions', 'sponsors', 'rivals']

/** `penholder draft`: the texts before the Council, with their versions and votes. */
export function draftCommand(): Command {
  const root = new Command('penholder draft')
    .exitOverride()
    .description('drafts of a matter: symbol or label, versions, sponsors, rival texts, and how they ended')
  facts(root.command('add [label]').description('make a draft; a label such as "Japan’s draft", or --symbol, names it'))
    .requiredOption('--matter <matter>', 'id of its matter')
    .option('--id <id>', 'its id; made of the label or symbol where it is left out')
    .action(async (label: string | undefined, options: DraftOptions) => {
      const { matter = '', id } = options
      await onRecord(options, async (record) => {
        const facts = factsOf({ ...options, ...(label === undefined ? {} : { label }) })
        const made = await makeDraft(record, stampNow(options), {
          ...facts,
          matter,
          ...(id === undefined ? {} : { id }),
        })
        await tell(made, options)
      })
    })
  facts(root.command('edit <draft>').description('change facts of a draft; the older ones stay in the record'))
    .option('--label <label>', 'another label')
    .addOption(new Option('--clear <fact...>', 'take facts away').choices(CLEARABLE))
    .option('--because <words>', 'why, for the log')
    .action(async (id: string, options: DraftOptions) => {
      await onRecord(options, async (record) => {
        const before = await storedDraft(record, id)
        const cleared = (options.clear ?? []).map((name) => [name, LISTS.includes(name) ? [] : null] as const)
        const kept = options.clear?.includes('versions') ? [] : before.versions
        const facts = factsOf(options, kept, options.clear?.includes('vote') ? undefined : before.vote)
        const change = { ...Object.fromEntries(cleared), ...facts }
        await tell(await changeDraft(record, stampNow(options), id, change, options.because), options)
      })
    })
  asking(root.command('list').description('the drafts of the record, or of one matter'))
    .option('--matter <matter>', 'id of a matter')
    .action(async (options: DraftOptions) => {
      await onRecord(options, async (record) => {
        const { matter, known } = options
        const drafts = await storedDrafts(record, {
          ...(matter === undefined ? {} : { matter }),
          ...(known === undefined ? {} : { known }),
        })
        if (options.format === 'json') return print(`${JSON.stringify(drafts, null, 2)}\n`)
        return print(drafts.map((draft) => `${draft.matter} / ${draftLine(draft)}\n`).join(''))
      })
    })
  asking(root.command('show <draft>').description('a draft, and its vote where the Council’s record has it')).action(
    async (id: string, options: DraftOptions) => {
      await onRecord(options, async (record) => {
        const draft = await storedDraft(record, id, options.known === undefined ? {} : { known: options.known })
        const recorded = recordedVoteOf(draft)
        if (options.format === 'json') {
          return print(`${JSON.stringify({ ...draft, ...(recorded && { recorded: recorded.id }) }, null, 2)}\n`)
        }
        const told =
          recorded === undefined ? '' : `${recorded.text}, ${recorded.outcome} on ${recorded.date} (${recorded.id})\n`
        return print(`${draft.matter} / ${draftLine(draft)}\n${told}`)
      })
    },
  )
  return root
}

function facts(command: Command): Command {
  command
    .option('--symbol <symbol>', 'such as S/2006/488')
    .option('--stage <version...>', 'versions, each "label" or "label=date"; edit adds them to those there')
    .option('--sponsors <states>', 'with commas')
    .option('--rivals <drafts>', 'ids of drafts that stand against it, with commas')
    .option('--tabled <date>', 'the day on which it was tabled')
    .option('--voted <date>', 'the day of the vote')
    .option('--vote <text>', 'with --voted: symbol or id of the vote on record')
    .option('--yes <states>', 'with --voted, where the record has no such vote: who voted how')
    .option('--no <states>', 'against')
    .option('--abstain <states>', 'abstaining')
    .option('--absent <states>', 'absent, or present and not participating')
    .option('--adopted <symbol>', 'the resolution that it became')
    .option('--note <words>', 'what else is to be known of it')
    .addOption(textOrJson())
  return withRecord(command, true)
}

function factsOf(
  options: DraftOptions,
  versions: DraftInput['versions'] = [],
  vote: DraftInput['vote'] = undefined,
): Omit<DraftInput, 'id' | 'matter'> {
  const { label, symbol, stage, sponsors, rivals, tabled, adopted, note } = options
  const voted = voteOf(options, vote)
  return {
    ...(label === undefined ? {} : { label }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(stage === undefined ? {} : { versions: withStages(versions, stage) }),
    ...(sponsors === undefined ? {} : { sponsors: namesIn(sponsors) }),
    ...(rivals === undefined ? {} : { rivals: namesIn(rivals) }),
    ...(tabled === undefined ? {} : { tabled }),
    ...(voted === undefined ? {} : { vote: voted }),
    ...(adopted === undefined ? {} : { adopted }),
    ...(note === undefined ? {} : { note }),
  }
}

function withStages(before: NonNullable<DraftInput['versions']>, stages: readonly string[]) {
  const come = stages.map((stage) => {
    const [, label = stage, date] = /^(.*)=([\d-]+)$/.exec(stage) ?? []
    return { label, ...(date === undefined ? {} : { date }) }
  })
  const again = new Set(come.map(({ label }) => label.toLowerCase()))
  return [...before.filter(({ label }) => !again.has(label.toLowerCase())), ...come]
}

function voteOf(options: DraftOptions, before: DraftInput['vote']): DraftInput['vote'] {
  const { voted, vote, yes, no, abstain, absent } = options
  const date = voted ?? before?.date
  const given = { Y: yes, N: typeof no === 'string' ? no : undefined, A: abstain, X: absent }
  const cast = Object.entries(given).flatMap(([letter, list]) => (list === undefined ? [] : [[letter, namesIn(list)]]))
  if (voted === undefined && vote === undefined && cast.length === 0) return undefined
  if (date === undefined) {
    throw new PenholderError({ code: 'bad-input', what: 'a vote without its day', expected: '--voted YYYY-MM-DD' })
  }
  return {
    ...before,
    date,
    ...(vote === undefined ? {} : { text: vote }),
    ...(cast.length === 0 ? {} : { cast: Object.fromEntries(cast) }),
  }
}

async function tell(draft: StoredDraft, { format }: DraftOptions): Promise<void> {
  await print(format === 'json' ? `${JSON.stringify(draft)}\n` : `${draft.matter} / ${draftLine(draft)}\n`)
}
