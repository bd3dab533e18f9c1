import { printProblem } from '../errors.js'
import {
  type Answer,
  type ContactClaim,
  type EventClaim,
  type Matter,
  type MeasureClaim,
  STATUSES,
  type Told,
} from '../read/index.js'
import { fitForTerminal } from './colours.js'
import { issueName, printPositions } from './print-positions.js'
import { nameOf, type PrintOptions, plain, printFlag, quoted, row, section } from './print-row.js'

/** The answer for people: for each matter who stands where, contacts, events, measures; then flags and what is not known. */
export function printAnswer(answer: Answer, options: PrintOptions): string {
  const repeats = answer.articles.filter((article) => article.sameAs !== undefined)
  const parts = [
    ...answer.matters.map((matter) => printMatter(matter, options)),
    ...section(
      'Flags',
      answer.flags.flatMap((flag) => printFlag(flag, options)),
      options,
    ),
    ...section(
      'The same report twice',
      repeats.map((each) => `  ${fitForTerminal(`${each.id} repeats ${each.sameAs}: counted once`)}`),
      options,
    ),
    ...section(
      'Not known',
      answer.problems.map((each) => `  ${fitForTerminal(printProblem(each))}`),
      options,
    ),
  ]
  return `${parts.join('\n\n')}\n`
}

function printMatter(matter: Matter, options: PrintOptions): string {
  const { colours } = options
  const { target, from, to, articles } = matter
  const days = from === undefined ? 'no date' : from === to ? from : `${from} to ${to}`
  const count = articles.length === 1 ? fitForTerminal(articles[0] ?? '') : `${articles.length} articles`
  const head = `${colours.bold(target === undefined ? 'No single state' : nameOf(target))}  ${colours.dim(`${days} · ${count}`)}`
  const sections = [
    ...matter.atIssue.flatMap((issue) => section(issueName(issue, target), printPositions(issue, options), options)),
    ...section(
      'Contacts',
      matter.contacts.flatMap((told) => printContact(told, options)),
      options,
    ),
    ...section('Events', printEvents(matter.events, options), options),
    ...STATUSES.flatMap((status) =>
      section(
        `Measures ${plain(status)}`,
        matter.measures[status].flatMap((told) => printMeasure(told, options)),
        options,
      ),
    ),
  ]
  return [head, ...(sections.length === 0 ? [colours.dim('  no claims found')] : sections)].join('\n\n')
}

function printContact(told: Told<ContactClaim>, options: PrintOptions): string[] {
  const { claim } = told
  const place = claim.place === undefined ? '' : `, ${fitForTerminal(claim.place)}`
  const words = `${claim.mode} ${options.colours.bold(claim.parties.map(nameOf).join(' – '))}${place}${planned(claim)}`
  return row(claim.date ?? 'no date', `${words} ${quoted(told, options)}`, options)
}

/** Events of one kind on the same words share a row: the three who tabled a draft. */
function printEvents(events: readonly Told<EventClaim>[], options: PrintOptions): string[] {
  const rows = new Map<string, { told: Told<EventClaim>; actors: string[] }>()
  for (const told of events) {
    const { type, date, article, quote, actor } = told.claim
    const key = [type, date, article, quote.start, quote.end].join('|')
    const shared = rows.get(key) ?? { told, actors: [] }
    if (actor !== undefined) shared.actors.push(nameOf(actor))
    rows.set(key, shared)
  }
  return [...rows.values()].flatMap(({ told, actors }) => {
    const { claim } = told
    const on = claim.against === undefined ? '' : ` against ${nameOf(claim.against)}`
    const text = claim.instrument === undefined ? '' : ` ${claim.instrument}`
    const words = `${plain(claim.type)} ${options.colours.bold(actors.join(', '))}${on}${text}${planned(claim)}`
    return row(claim.date ?? 'no date', `${words} ${quoted(told, options)}`, options)
  })
}

function printMeasure(told: Told<MeasureClaim>, options: PrintOptions): string[] {
  const { claim } = told
  const on = claim.against === undefined ? '' : ` against ${nameOf(claim.against)}`
  const more = [claim.goods, claim.quantity, claim.subject, claim.instrument].filter((each) => each !== undefined)
  const detail = more.length === 0 ? '' : ` (${fitForTerminal(more.join('; '))})`
  const words = `${options.colours.bold(nameOf(claim.by))}: ${claim.types.map(plain).join(', ')}${on}${detail}`
  return row(claim.date ?? '', `${words} ${quoted(told, options)}`, options)
}

function planned(claim: { readonly planned?: true | undefined }): string {
  return claim.planned === true ? ' (planned)' : ''
}
