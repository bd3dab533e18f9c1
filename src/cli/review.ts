import { Command, Option } from 'commander'
import {
  articleOf,
  claimsToReview,
  editedClaim,
  REVIEW_STATES,
  type ReviewItem,
  type ReviewQuery,
  type ReviewState,
} from '../matters/index.js'
import type { Claim } from '../read/index.js'
import { type Connection, claimWithId, keepRulings, latestRulings, type RulingInput } from '../record/index.js'
import { badInput } from './bad-input.js'
import { coloursFor, fitForTerminal } from './colours.js'
import { print } from './output.js'
import { counted, onRecord, type RecordOptions, stampNow, withKnown, withRecord } from './record-place.js'
import { sayClaim } from './say-claim.js'

interface ReviewOptions extends RecordOptions {
  readonly matter?: string
  readonly kind?: readonly Claim['kind'][]
  readonly article?: string
  readonly state?: readonly ReviewState[]
  readonly known?: string
  readonly list?: boolean
  readonly accept?: readonly string[]
  readonly reject?: readonly string[]
  readonly withdraw?: readonly string[]
  readonly edit?: string
  readonly set?: readonly string[]
  readonly note?: string
  readonly format: 'text' | 'jsonl'
  readonly color: boolean
}

const KINDS = ['stance', 'contact', 'event', 'measure']

/** `penholder review`: what was read is accepted, edited or rejected, claim by claim. */
export function reviewCommand(): Command {
  const command = new Command('penholder review')
    .exitOverride()
    .description('accept, edit or reject what was read; on a terminal one claim at a time, by single keys')
    .option('--matter <matter>', 'only claims that belong to this matter')
    .addOption(new Option('--kind <kind...>', 'only claims of these kinds').choices(KINDS))
    .option('--article <article>', 'only claims of this article: its name, its id or the beginning of it')
    .addOption(new Option('--state <state...>', 'only claims in these states (proposed)').choices([...REVIEW_STATES]))
    .option('--list', 'print the claims instead')
    .option('--accept <claim...>', 'accept claims, by id or the beginning of one')
    .option('--reject <claim...>', 'reject claims')
    .option('--withdraw <claim...>', 'take back what was ruled on claims')
    .option('--edit <claim>', 'say fields of a claim anew, with --set')
    .option('--set <field=value...>', 'with --edit: such as stance=opposes; an empty value takes the field away')
    .option('--note <words>', 'why')
    .addOption(new Option('--format <format>', 'with --list: what to print').choices(['text', 'jsonl']).default('text'))
    .option('--no-color', 'no colour on a terminal')
  return withKnown(withRecord(command, true)).action(async (options: ReviewOptions) => {
    await review(options)
  })
}

async function review(options: ReviewOptions): Promise<void> {
  const { accept = [], reject = [], withdraw = [], edit, list, known } = options
  const isRuling = accept.length + reject.length + withdraw.length > 0 || edit !== undefined
  if (isRuling && (list === true || known !== undefined))
    throw badInput('a ruling is of now: without --list and --known')
  if (options.set !== undefined && edit === undefined)
    throw badInput('--set without --edit', '--edit CLAIM --set FIELD=VALUE')
  await onRecord(options, async (record) => {
    if (isRuling) await rule(record, options)
    else if (list === true || known !== undefined) await printList(record, options)
    else await reviewHere(record, options)
  })
}

async function rule(record: Connection, options: ReviewOptions): Promise<void> {
  const { accept = [], reject = [], withdraw = [], edit, set = [], note } = options
  const noted = note === undefined ? {} : { note }
  const given: RulingInput[] = [
    ...accept.map((claim) => ({ claim, verdict: 'accepted' as const, ...noted })),
    ...reject.map((claim) => ({ claim, verdict: 'rejected' as const, ...noted })),
    ...withdraw.map((claim) => ({ claim, verdict: 'withdrawn' as const, ...noted })),
    ...(edit === undefined
      ? []
      : [{ claim: edit, verdict: 'edited' as const, edited: await editOf(record, edit, set), ...noted }]),
  ]
  for (const { claim, verdict, edited } of await keepRulings(record, stampNow(options), given))
    await print(`${claim.id} ${verdict}: ${sayClaim(edited ?? claim.claim)}\n`)
}

/** The claim as it stands, edited before or not, with some fields said anew. */
async function editOf(record: Connection, id: string, set: readonly string[]): Promise<Claim> {
  if (set.length === 0) throw badInput('an edit that says nothing', '--set FIELD=VALUE')
  const stored = await claimWithId(record, id)
  const before = (await latestRulings(record)).get(stored.gist)?.edited ?? stored.claim
  const said = Object.fromEntries(set.map(fieldIn))
  const found = await articleOf(record, before.article)
  return editedClaim(before, said, found?.article.hasText === true ? found.article.text : undefined)
}

function fieldIn(said: string): [string, string] {
  const at = said.indexOf('=')
  if (at < 1) throw badInput(`--set "${said}"`, 'FIELD=VALUE, such as stance=opposes')
  return [said.slice(0, at).trim(), said.slice(at + 1)]
}

async function printList(record: Connection, options: ReviewOptions): Promise<void> {
  for await (const item of claimsToReview(record, queryOf(options)))
    await print(options.format === 'jsonl' ? `${JSON.stringify(item)}\n` : `${itemLine(item)}\n`)
}

function itemLine({ id, state, claim, article, ruled, draft, proposedBy }: ReviewItem): string {
  const proposed = proposedBy === undefined ? '' : ` by ${proposedBy}`
  const by = ruled === undefined ? proposed : ` by ${ruled.by}${ruled.note === undefined ? '' : ` (${ruled.note})`}`
  const on = draft === undefined ? '' : ` [${draft}]`
  return fitForTerminal(`${id} ${state}${by} ${article.name}@${claim.quote.start}${on} ${sayClaim(claim)}`)
}

async function reviewHere(record: Connection, options: ReviewOptions): Promise<void> {
  const { stdin, stdout } = process
  if (stdin.isTTY !== true || stdout.isTTY !== true) {
    throw badInput(
      'there is no terminal to ask on',
      '--list, --accept CLAIM…, --reject CLAIM…, or --edit CLAIM --set …',
    )
  }
  const { reviewOn } = await import('./review-terminal.js')
  const items: ReviewItem[] = []
  for await (const item of claimsToReview(record, queryOf(options))) items.push(item)
  stdin.setRawMode(true)
  try {
    const done = await reviewOn(
      {
        keys: stdin.setEncoding('utf8'),
        write: (text) => stdout.write(text.replaceAll('\n', '\r\n')),
        colours: coloursFor(stdout, options.color),
        width: Math.min(stdout.columns || 80, 110),
      },
      items,
      record,
      () => stampNow(options),
    )
    stdout.write(`${counted(done.ruled, 'claim')} ruled on, ${done.left} left\r\n`)
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
  }
}

function queryOf({ matter, kind, article, state, known }: ReviewOptions): ReviewQuery {
  return {
    ...(matter === undefined ? {} : { matter }),
    ...(kind === undefined ? {} : { kinds: kind }),
    ...(article === undefined ? {} : { article }),
    ...(state === undefined ? {} : { states: state }),
    ...(known === undefined ? {} : { known }),
  }
}
