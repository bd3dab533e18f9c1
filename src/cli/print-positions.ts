import type { AtIssue, Held, Position, Stance } from '../read/index.js'
import { type Colours, fitForTerminal } from './colours.js'
import { nameOf, type PrintOptions, quoted, row } from './print-row.js'

const ISSUE_NAMES = {
  resolution: 'The resolution',
  sanctions: 'Sanctions',
  force: 'The use of force',
  talks: 'Talks',
  implementation: 'Carrying out what was adopted',
  conduct: 'Conduct',
} as const

/** What is at issue, with its text and, where that is another than the matter's, its state. */
export function issueName(issue: AtIssue, target: string | undefined): string {
  const text = issue.text === undefined ? '' : ` ${issue.text}`
  const whose = issue.about === 'conduct' || issue.target !== target ? issue.target : undefined
  return `${ISSUE_NAMES[issue.about]}${text}${whose === undefined ? '' : ` of ${nameOf(whose)}`}`
}

/** A row for each position; actors whose one stance rests on the same words share a row. */
export function printPositions(issue: AtIssue, options: PrintOptions): string[] {
  const rows = new Map<string, { names: string[]; position: Position }>()
  for (const position of issue.positions) {
    const { claim } = position.words
    const alone = position.also.length + position.before.length > 0 ? position.actor : ''
    const key = [position.stance, claim.article, claim.quote.start, claim.quote.end, alone].join('|')
    const shared = rows.get(key)
    const name = position.collective === undefined ? nameOf(position.actor) : fitForTerminal(position.collective)
    if (shared === undefined) rows.set(key, { names: [name], position })
    else shared.names.push(name)
  }
  return [...rows.values()].flatMap(({ names, position }) => printPosition(names, position, options))
}

function printPosition(names: readonly string[], position: Position, options: PrintOptions): string[] {
  const { colours } = options
  const { claim } = position.words
  const mark = claim.past === true ? ' (in the past)' : claim.conditional === true ? ' (with an if)' : ''
  const painted = (stance: string) => paint(stance as Stance, colours)
  const more = (label: string, held: Held) =>
    row('', `${label} ${painted(held.stance)} ${quoted(held.words, options)}`, options)
  return [
    ...row(
      position.stance,
      `${colours.bold(names.join(', '))}${mark} ${quoted(position.words, options)}`,
      options,
      painted,
    ),
    ...position.also.flatMap((held) => more('also', held)),
    ...position.before.flatMap((held) => more(held.date === undefined ? 'before' : `before (${held.date})`, held)),
  ]
}

function paint(stance: Stance, colours: Colours): string {
  if (stance === 'sponsors' || stance === 'supports') return colours.green(stance)
  return stance === 'opposes' || stance === 'vetoes' ? colours.red(stance) : colours.yellow(stance)
}
