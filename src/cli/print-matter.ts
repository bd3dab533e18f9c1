import type { Count } from '../council/index.js'
import { needLines, outcomeLine } from '../council/index.js'
import type { MatterPositions, MatterView, PositionCell, SuggestedMatter } from '../matters/index.js'
import type { StoredDraft, StoredMatter } from '../record/index.js'
import { printState } from '../states.js'
import { fitForTerminal } from './colours.js'
import { type PrintOptions, row } from './print-row.js'
import { counted } from './record-place.js'

/** One matter in one line. */
export function matterLine(matter: StoredMatter, drafts?: readonly string[]): string {
  const { id, title, target, keywords, regime, from, to } = matter
  const parts = [
    fitForTerminal(title),
    ...(target === undefined ? [] : [printState(target)]),
    ...(keywords.length === 0 ? [] : [`with ${keywords.map(fitForTerminal).join(' or ')}`]),
    ...(regime === undefined ? [] : [regime]),
    ...(from === undefined && to === undefined ? [] : [`${from ?? '…'} to ${to ?? '…'}`]),
    ...(drafts === undefined ? [] : [counted(drafts.length, 'draft')]),
  ]
  return `${id}: ${parts.join(' · ')}`
}

export function suggestionLine({ title, target, articles, from, to }: SuggestedMatter): string {
  const days = from === undefined ? '' : `, ${from === to ? from : `${from} to ${to}`}`
  return `No matter for ${counted(articles.length, 'article')} about ${title}${days}; make one: penholder matter add "${title}" --target ${target}`
}

/** One draft in one line. */
export function draftLine(draft: StoredDraft): string {
  const { id, label, symbol, sponsors, versions, tabled, vote, adopted, rivals } = draft
  const parts = [
    ...(label === undefined ? [] : [fitForTerminal(label)]),
    ...(symbol === undefined ? [] : [symbol]),
    ...(sponsors.length === 0 ? [] : [`sponsors ${sponsors.map(printState).join(', ')}`]),
    ...(tabled === undefined ? [] : [`tabled ${tabled}`]),
    ...(versions.length === 0
      ? []
      : [
          `versions ${versions.map((one) => `${fitForTerminal(one.label)}${one.date === undefined ? '' : ` (${one.date})`}`).join(', ')}`,
        ]),
    ...(rivals.length === 0 ? [] : [`against ${rivals.join(', ')}`]),
    ...(vote === undefined ? [] : [`voted on ${vote.date}${vote.text === undefined ? '' : ` (${vote.text})`}`]),
    ...(adopted === undefined ? [] : [`adopted as ${adopted}`]),
  ]
  return `${id}: ${parts.join(' · ')}`
}

/** A matter for people. */
export function printMatter(
  view: MatterView,
  positions: MatterPositions | undefined,
  count: Count | undefined,
  options: PrintOptions,
): string {
  const { colours } = options
  const { matter, drafts, articles, claims, notes, known } = view
  const ruled = (verdict: string) => claims.filter(({ ruling }) => ruling === verdict).length
  const asKnown = known === undefined ? '' : ` · as known on ${known}`
  const lines = [
    colours.bold(`${matterLine(matter)}${asKnown}`),
    ...(matter.note === undefined ? [] : row('note', fitForTerminal(matter.note), options)),
    '',
    ...drafts.flatMap((draft) => row('draft', draftLine(draft), options)),
    ...row('articles', String(articles.length), options),
    ...row(
      'claims',
      `${claims.length}: ${ruled('proposed')} proposed, ${ruled('accepted')} accepted, ${ruled('edited')} edited`,
      options,
    ),
    ...(positions === undefined ? [] : ['', ...matrix(positions, options)]),
    ...(count === undefined
      ? []
      : [
          '',
          colours.bold(fitForTerminal(count.text.label)),
          ...[outcomeLine(count), ...needLines(count)].map((line) => `  ${line}`),
        ]),
    ...(notes.length === 0 ? [] : ['', ...notes.flatMap((note) => row('note', note, options))]),
  ]
  return `${lines.join('\n')}\n`
}

/** Members and drafts: stance, and in how many quotes it is told. */
function matrix({ on, columns, members, others }: MatterPositions, options: PrintOptions): string[] {
  const { colours } = options
  const heads = columns.map(({ label, draft, version }) => fitForTerminal(version ?? draft ?? label))
  const rows = [...members, ...others.filter(({ cells }) => cells.some((cell) => cell.quotes > 0))]
  const names = rows.map(
    ({ name, seat }) => `${name}${seat === 'permanent' ? '*' : seat === 'none' ? ' (no member)' : ''}`,
  )
  const cells = rows.map((one) => one.cells.map(sayCell))
  const widths = heads.map((head, at) =>
    Math.min(40, Math.max(head.length, ...cells.map((own) => (own[at] ?? '').length))),
  )
  const first = Math.max(...names.map((name) => name.length))
  const line = (name: string, own: readonly string[]) =>
    `  ${name.padEnd(first)}  ${own.map((cell, at) => cell.slice(0, 40).padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd()
  return [
    colours.bold(`Who stands where on ${on}, and in how many quotes`),
    colours.dim(line('', heads)),
    ...rows.map((_, at) => line(names[at] ?? '', cells[at] ?? [])),
  ]
}

/** The vote where one was cast, else the position; and the quotes that tell of it. */
function sayCell({ vote, position, quotes, isDisputed }: PositionCell): string {
  const stand = vote === undefined ? (position === 'unknown' ? '·' : position) : VOTES[vote]
  return `${stand}${quotes === 0 ? '' : ` ${quotes}`}${isDisputed ? ' (disputed)' : ''}`
}

const VOTES = { Y: 'in favour', N: 'against', A: 'abstained', X: 'not participating' } as const

/** Positions as plain JSON: claims by their ids, which the matter's `claims` hold. */
export function matterPositionsJson(positions: MatterPositions) {
  const cellOf = ({ claims, outweighed, aside, ...cell }: PositionCell) => ({
    ...cell,
    claims: claims.map(({ id }) => id),
    outweighed: outweighed.map(({ id }) => id),
    aside: aside.map(({ claim, why }) => ({ claim: claim.id, why })),
  })
  const rowOf = (one: MatterPositions['members'][number]) => ({ ...one, cells: one.cells.map(cellOf) })
  return {
    on: positions.on,
    columns: positions.columns.map(({ draft, version, label, text }) => ({
      ...(draft === undefined ? {} : { draft }),
      ...(version === undefined ? {} : { version }),
      label,
      status: text.status,
    })),
    members: positions.members.map(rowOf),
    others: positions.others.map(rowOf),
    collective: positions.collective.map((claims) => claims.map(({ id }) => id)),
  }
}
