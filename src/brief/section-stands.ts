import type { Brief, Row, Stand } from './brief.js'
import type { Block, Section, Spans, Table } from './document.js'
import { lineTable } from './section-tables.js'
import { column, line, plain, plainTail, rows, said, section, strong } from './spans.js'
import { columnName, fitted, leanOf, stanceAndVote, stanceIn } from './wording.js'

export function standSections(brief: Brief): Section[] {
  const shown = brief.columns.filter((one) => one.isMinor !== true)
  const grid: Table = {
    kind: 'table',
    layout: 'grid',
    columns: [column('Member', 3), ...shown.map(({ label }) => column(fitted(label), 2))],
    rows: brief.members.map((row) => [
      [{ text: row.name, style: 'strong' }, ...(row.seat === 'permanent' ? [{ text: '*' }] : [])],
      ...shown.map(({ key }) => cell(row.stands.find((stand) => stand.column === key))),
    ]),
  }
  return [
    section(
      'matrix',
      'Who stands where',
      shown.length === 0
        ? []
        : [grid, line({ text: '* permanent member; ×2: two quotes; ? no report says', style: 'dim' })],
    ),
    section('words', 'In their words', wordTable(brief, brief.members)),
    section('others', 'Others who spoke', wordTable(brief, brief.others)),
    section('collective', 'Said of a group, and not shared out among its members', lineTable(brief.collective)),
  ]
}

export function cell(stand: Stand | undefined): Spans {
  if (stand === undefined) return [{ text: '?', style: 'dim' }]
  const marks = stand.marks.length === 0 ? '' : ` (${stand.marks.join('; ')})`
  return [
    { text: stanceAndVote(stand), style: leanOf(stand) },
    { text: `${stand.quotes > 0 ? ` ×${stand.quotes}` : ''}${marks}` },
  ]
}

export function wordTable(brief: Brief, of: readonly Row[]): Block[] {
  const found = of.flatMap((row) =>
    row.stands
      .filter((stand, at) => (isSaid(stand) && !isSaidBefore(stand, row.stands.slice(0, at))) || isSeatless(row, stand))
      .map((stand): Spans[] => {
        const was =
          stand.before === undefined
            ? ''
            : `; before: ${stanceIn(stand.column, stand.before)}${stand.before.date === undefined ? '' : ` (${stand.before.date})`}`
        const marks = [...stand.marks, ...(stand.quotes > 1 ? [`${stand.quotes} quotes`] : [])].join('; ')
        return [
          [strong(row.name)],
          [plain(columnName(stand.column, brief.columns))],
          [
            { text: stanceAndVote(stand), style: leanOf(stand) },
            plainTail(`${marks === '' ? '' : `, ${marks}`}${was}`),
          ],
          [plain(stand.date ?? 'no date')],
          said(stand.words === undefined ? [] : [stand.words]),
        ]
      }),
  )
  return rows([column('Who', 3), column('On', 3), column('Stands', 3), column('Day', 2), column('Words', 9)], found)
}

function isSaid({ words }: Stand): boolean {
  return words !== undefined
}

/** The same stance in the same words, in another column: a version of the draft, or the eve of the vote on it. */
function isSaidBefore({ stance, words }: Stand, before: readonly Stand[]): boolean {
  return before.some(
    (one) =>
      one.stance === stance &&
      one.words?.cite.source === words?.cite.source &&
      one.words?.cite.start === words?.cite.start,
  )
}

function isSeatless({ seat }: Row, { stance, words }: Stand): boolean {
  return seat === 'none' && stance === 'sponsors' && words === undefined
}
