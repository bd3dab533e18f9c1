import type { ActorPosition, Count, CountedMember } from '../council/index.js'
import { MARKS, type Mark, markOf, membersByMark, needLines, outcomeLine } from '../council/index.js'
import type { StanceClaim } from '../read/index.js'
import { printState } from '../states.js'
import { type Colours, fitForTerminal } from './colours.js'
import { type PrintOptions, row } from './print-row.js'

const MOST_QUOTES = 3

export interface CountPrintOptions extends PrintOptions {
  /** Name of an article for people; its id where it is left out. */
  readonly articleName?: (id: string) => string
}

/** A count for people: the outcome, the members by what they hold or did with their words, what is needed, what is beside. */
export function printCount(count: Count, options: CountPrintOptions): string {
  const { colours } = options
  const groups = membersByMark(count)
  const isTold = ({ mark }: { mark: Mark }) => mark.label !== 'unknown'
  const lines = [
    colours.bold(fitForTerminal(count.text.label)),
    `${count.on} · ${count.members.length} members · ${count.matter}${count.known === undefined ? '' : ` · as known on ${count.known}`}`,
    '',
    ...row('', paint(outcomeLine(count), count, colours), options).map((line) => line.trimStart()),
    ...needLines(count).flatMap((line) => row('', line, options).map((one) => one.trimStart())),
    '',
    ...groups.filter(isTold).flatMap(({ mark, members }) => groupLines(mark, members, options)),
    ...groups.filter((group) => !isTold(group)).flatMap(({ mark, members }) => groupLines(mark, members, options)),
    ...besideLines(count, options),
    ...otherLines(count, options),
    ...count.collective.flatMap((claim) =>
      row('of a group', `${quoteOf(claim, options)} (shown, not shared out)`, options),
    ),
    ...(count.notes.length === 0
      ? []
      : ['', ...count.notes.flatMap((note) => row('note', fitForTerminal(note), options))]),
  ]
  return `${lines.join('\n')}\n`
}

function groupLines(mark: Mark, members: readonly CountedMember[], options: CountPrintOptions): string[] {
  const { colours } = options
  const quoted = members.filter((one) => (one.stand?.claims.length ?? 0) > 0)
  const plain = members.filter((one) => !quoted.includes(one))
  const list = plain.map((one) => nameOf(one, colours)).join(', ')
  const label = `${mark.label} ${members.length}`
  const first = plain.length === 0 ? [] : row(label, list, options)
  const rest = quoted.flatMap((one, index) => memberLines(one, index === 0 && plain.length === 0 ? label : '', options))
  return [...first, ...rest]
}

function memberLines(member: CountedMember, label: string, options: CountPrintOptions): string[] {
  const { stand } = member
  if (stand === undefined) return []
  const marks = [
    ...(stand.isVoteUndeclared ? ['vote undeclared'] : []),
    ...(stand.isConditional ? ['with an if'] : []),
    ...(stand.isDisputed ? ['sources contradict each other'] : []),
    ...(stand.before === undefined
      ? []
      : [`before: ${stand.before.position}${stand.before.date === undefined ? '' : ` (${stand.before.date})`}`]),
    ...(member.vote === undefined ? [] : [`was ${stand.position}`]),
  ]
  const name = `${nameOf(member, options.colours)}${marks.length === 0 ? '' : ` (${marks.join('; ')})`}`
  const [first, ...more] = apart(stand.claims).slice(0, MOST_QUOTES)
  return [
    ...row(label, `${name}${first === undefined ? '' : ` ${quoteOf(first, options)}`}`, options),
    ...more.flatMap((claim) => row('', quoteOf(claim, options), options)),
  ]
}

/** Claims whose words do not overlap those of one before. */
function apart(claims: readonly StanceClaim[]): StanceClaim[] {
  const shown: StanceClaim[] = []
  for (const claim of claims) {
    const { start, end } = claim.quote
    const overlaps = shown.some(
      (one) => one.article === claim.article && one.quote.start < end && start < one.quote.end,
    )
    if (!overlaps) shown.push(claim)
  }
  return shown
}

/** What members hold on sanctions or talks in general, or held of other versions: beside the count, never in it. */
function besideLines(count: Count, options: CountPrintOptions): string[] {
  const lines = count.members.flatMap((member) => asides(member.stand, options))
  return lines.length === 0 ? [] : ['', 'Beside the text, not counted', ...lines]
}

function otherLines(count: Count, options: CountPrintOptions): string[] {
  if (count.others.length === 0) return []
  const lines = count.others.flatMap((stand) => {
    const [first] = stand.claims
    const own =
      first === undefined
        ? []
        : row('', `${printState(stand.actor)}: ${stand.position} ${quoteOf(first, options)}`, options)
    return [...own, ...asides(stand, options)]
  })
  return ['', 'Not members that day, not counted', ...lines]
}

function asides(stand: ActorPosition | undefined, options: CountPrintOptions): string[] {
  const seen = new Set<string>()
  return (stand?.aside ?? []).flatMap(({ claim, why }) => {
    const key = `${claim.stance} ${claim.about} ${why}`
    if (why === 'another text' || seen.has(key)) return []
    seen.add(key)
    const about = why === 'in general' ? claim.about : `the text (${why})`
    return row('', `${printState(claim.actor)} ${claim.stance} ${about} ${quoteOf(claim, options)}`, options)
  })
}

function quoteOf(claim: StanceClaim, { colours, articleName = String }: CountPrintOptions): string {
  const who = [claim.speaker?.name ?? claim.speaker?.office, claim.basis, claim.date].filter(
    (part) => part !== undefined,
  )
  return `“${fitForTerminal(claim.quote.text)}” ${colours.dim(fitForTerminal(`${articleName(claim.article)}@${claim.quote.start}, ${who.join(', ')}`))}`
}

function nameOf(member: CountedMember, colours: Colours): string {
  return `${colours.bold(printState(member.state))}${member.seat === 'permanent' ? '*' : ''}${member.isParty ? '†' : ''}`
}

function paint(line: string, { ruling }: Count, colours: Colours): string {
  if (ruling.outcome === 'adopted') return colours.green(line)
  return ruling.outcome === 'open' ? colours.yellow(line) : colours.red(line)
}

/** Columns of the table of a count, a row for each member and for each state that was shown without being one. */
export function countRows(count: Count): Record<string, string>[] {
  const shared = { on: count.on, text: count.text.symbol ?? count.text.label, outcome: count.ruling.outcome }
  const members = count.members.map((member) => ({
    ...shared,
    code: member.state,
    name: printState(member.state),
    seat: member.seat,
    vote: member.vote ?? '',
    mark: markOf(member, count).label,
    ...standCells(member.stand),
  }))
  const others = count.others.map((stand) => ({
    ...shared,
    code: stand.actor,
    name: printState(stand.actor),
    seat: 'none',
    vote: '',
    mark: MARKS.find((mark) => mark.label === stand.position)?.label ?? stand.position,
    ...standCells(stand),
  }))
  return [...members, ...others]
}

function standCells(stand: ActorPosition | undefined): Record<string, string> {
  const claim = stand?.claims[0]
  return {
    position: stand?.position ?? '',
    vote_undeclared: stand?.isVoteUndeclared ? 'true' : '',
    conditional: stand?.isConditional ? 'true' : '',
    disputed: stand?.isDisputed ? 'true' : '',
    date: stand?.date ?? '',
    basis: stand?.basis ?? '',
    article: claim?.article ?? '',
    start: claim === undefined ? '' : String(claim.quote.start),
    end: claim === undefined ? '' : String(claim.quote.end),
    quote: claim?.quote.text ?? '',
  }
}
