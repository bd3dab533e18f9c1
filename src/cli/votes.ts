import { stringify } from 'csv-stringify/sync'
import {
  agreementOf,
  everMembers,
  type Letter,
  letterOf,
  type Matter,
  type RecordedVote,
  type Result,
  searchVotes,
  type VoteQuery,
  vetoesByMember,
} from '../council/index.js'
import { isVagueDate, spanOf } from '../dates.js'
import { parseState, printState } from '../states.js'
import { badInput } from './bad-input.js'
import { print } from './output.js'

export interface VotesCommandOptions {
  readonly member?: string
  readonly cast?: Letter
  readonly from?: string
  readonly to?: string
  readonly year?: string
  readonly outcome?: Result
  readonly vetoedBy?: string
  readonly matter?: Matter
  readonly limit: string
  readonly vetoes?: boolean
  readonly alike?: string
  readonly format: 'text' | 'json' | 'csv'
}

/** `penholder votes`: what the record holds that fits; nothing found is an answer. */
export async function votesCommand(words: readonly string[], options: VotesCommandOptions): Promise<0> {
  const limit = Number(options.limit)
  if (!Number.isInteger(limit) || limit < 0)
    throw badInput(`--limit "${options.limit}" is no number of votes`, 'a whole number; 0 for all')
  if (options.cast !== undefined && options.member === undefined)
    throw badInput('--cast needs --member', 'the member that cast it')
  const votes = searchVotes(queryOf(words, options))
  if (options.vetoes) await printVetoes(votes, options)
  else if (options.alike !== undefined) await printAgreement(votes, options.alike, options)
  else await printVotes(votes, limit === 0 ? votes.length : limit, options)
  return 0
}

function queryOf(words: readonly string[], options: VotesCommandOptions): VoteQuery {
  const { cast, outcome, matter, year } = options
  const from = dayOf('--from', options.from ?? year)?.from
  const to = dayOf('--to', options.to ?? year)?.to
  return {
    ...(options.member !== undefined && { member: memberOf(options.member) }),
    ...(cast !== undefined && { cast }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(outcome !== undefined && { outcome }),
    ...(options.vetoedBy !== undefined && { vetoedBy: memberOf(options.vetoedBy) }),
    ...(matter !== undefined && { matter }),
    words: words.join(' '),
  }
}

async function printVotes(votes: readonly RecordedVote[], limit: number, options: VotesCommandOptions): Promise<void> {
  const shown = votes.slice(-limit)
  const member = options.member === undefined ? undefined : memberOf(options.member)
  const tally = ({ tally: t }: RecordedVote) =>
    t === undefined
      ? ''
      : [t.yes, t.no, t.abstaining, ...(t.notParticipating > 0 ? [t.notParticipating] : [])].join('-')
  if (options.format === 'json') await print(`${JSON.stringify({ found: votes.length, votes: shown }, null, 2)}\n`)
  else if (options.format === 'csv') {
    const rows = shown.map((vote) => ({
      id: vote.id,
      date: vote.date,
      text: vote.text,
      title: vote.title,
      outcome: vote.outcome,
      tally: tally(vote),
      vetoed_by: vote.vetoedBy.join(' '),
      matter: vote.matter,
      modality: vote.modality,
      members: vote.members.join(' '),
      letters: vote.letters,
      meeting: vote.meeting ?? '',
      confidence: vote.confidence,
      source: vote.source,
      note: vote.note ?? '',
    }))
    await print(stringify(rows, { header: true, escape_formulas: true }))
  } else {
    const lines = shown.map((vote) => {
      const by = vote.vetoedBy.length === 0 ? '' : ` by ${vote.vetoedBy.join(' ')}`
      const cast = member === undefined ? '' : `${member} ${letterOf(vote, member) ?? '–'}  `
      return `${vote.date}  ${vote.text.padEnd(18)}  ${cast}${`${vote.outcome}${by}`.padEnd(20)} ${tally(vote).padEnd(8)} ${vote.title}`
    })
    const head = `${votes.length} votes found${shown.length < votes.length ? `, the latest ${shown.length} shown` : ''}`
    await print(`${[...lines, head].join('\n')}\n`)
  }
}

async function printVetoes(votes: readonly RecordedVote[], { format }: VotesCommandOptions): Promise<void> {
  const rows = vetoesByMember(votes)
  const decades = [...new Set(rows.flatMap(({ byDecade }) => Object.keys(byDecade)))].sort()
  const table = rows.map(({ member, byDecade, total }) => ({
    member,
    ...Object.fromEntries(decades.map((decade) => [decadeName(decade), byDecade[decade] ?? 0])),
    total,
  }))
  if (format === 'json') await print(`${JSON.stringify(rows, null, 2)}\n`)
  else if (format === 'csv') await print(stringify(table, { header: true }))
  else {
    const head = ['', ...decades.map(decadeName), 'total']
    const lines = [head, ...table.map((line) => Object.values(line).map(String))].map(([first = '', ...cells]) =>
      [first.padEnd(4), ...cells.map((cell) => cell.padStart(7))].join(' '),
    )
    await print(
      `${lines.join('\n')}\nEach vote that a member’s No defeated counts for it; paragraphs, amendments and preliminary questions are votes of their own.\n`,
    )
  }
}

function decadeName(decade: string): string {
  return decade === '1946' ? '1946-49' : `${decade}s`
}

async function printAgreement(
  votes: readonly RecordedVote[],
  pair: string,
  { format }: VotesCommandOptions,
): Promise<void> {
  const [first, second, ...more] = pair.split(/\s*,\s*/).map(memberOf)
  if (first === undefined || second === undefined || more.length > 0)
    throw badInput(`--alike "${pair}" names not two members`, 'two, such as CHN,RUS')
  const found = agreementOf(first, second, votes)
  if (format === 'json') await print(`${JSON.stringify(found, null, 2)}\n`)
  else if (format === 'csv')
    await print(
      stringify([{ first, second, together: found.together, alike: found.alike, ...found.pairs }], { header: true }),
    )
  else {
    const share = found.together === 0 ? '' : ` (${((found.alike / found.together) * 100).toFixed(1)} %)`
    const pairs = Object.entries(found.pairs).sort(([, a], [, b]) => b - a)
    const lines = pairs.map(
      ([letters, count]) => `  ${first} ${letters[0]}  ${second} ${letters[1]}  ${String(count).padStart(5)}`,
    )
    await print(
      `${printState(first)} and ${printState(second)} voted alike in ${found.alike} of ${found.together} votes${share}\n${lines.join('\n')}\n`,
    )
  }
}

function memberOf(text: string): string {
  const { code, name } = parseState(text)
  if (everMembers().includes(code)) return code
  throw badInput(`${name} (${code}) was never a member of the Council`, `one of ${everMembers().join(', ')}`)
}

function dayOf(option: string, date: string | undefined) {
  if (date === undefined) return undefined
  if (!isVagueDate(date)) throw badInput(`${option} "${date}" is no date`, 'YYYY-MM-DD, YYYY-MM or YYYY')
  return spanOf(date)
}
