import { printActor } from '../states.js'
import type { Brief, Line, Row, Stand, Words } from './brief.js'
import { columnName, fitted, plural, stanceAndVote, stanceIn } from './wording.js'

export type SheetCell = string | number | undefined

/** One sheet of a workbook: plain values under named columns, for whoever goes on counting. */
export interface SheetTable {
  readonly name: string
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  readonly rows: readonly (readonly SheetCell[])[]
}

const WORDS = ['Words 60', 'Speaker 20', 'Vouched for by 14', 'Reviewed 10', 'Source 8', 'Start 8', 'End 8']

/** A brief as tables; those without rows are left out, but for the first two. */
export function sheetsOf(brief: Brief): SheetTable[] {
  const shown = brief.columns.filter((one) => one.isMinor !== true)
  const sheets = [
    sheet('Brief', ['What 28', 'Told 100'], summary(brief)),
    sheet(
      'Who stands where',
      ['Member 22', 'Code 7', 'Seat 11', ...shown.map(({ label }) => `${fitted(label)} 22`)],
      brief.members.map((row) => [
        row.name,
        row.code,
        row.seat,
        ...shown.map(({ key }) => short(row.stands.find((stand) => stand.column === key))),
      ]),
    ),
    sheet(
      'Words',
      [
        'Who 22',
        'Code 7',
        'Seat 11',
        'On 24',
        'Stands 16',
        'Vote 8',
        'Day 12',
        'Quotes 8',
        'With it 24',
        'Before 24',
        ...WORDS,
      ],
      [...brief.members, ...brief.others].flatMap((row) => row.stands.map((stand) => standRow(row, stand, brief))),
    ),
    sheet(
      'Of a group',
      ['Day 12', 'Reported 12', 'What 50', 'Claims 8', 'Law 30', ...WORDS],
      brief.collective.map(lineRow),
    ),
    sheet(
      'Changes',
      ['Day 12', 'What 60', 'Law 30', ...WORDS],
      brief.changes.map(({ day, what, law, words: [first] }) => [day, what, law?.join('; '), ...said(first)]),
    ),
    sheet(
      'Contacts',
      ['Day 12', 'Reported 12', 'What 50', 'Claims 8', 'Law 30', ...WORDS],
      brief.contacts.map(lineRow),
    ),
    sheet('Events', ['Day 12', 'Reported 12', 'What 50', 'Claims 8', 'Law 30', ...WORDS], brief.events.map(lineRow)),
    sheet(
      'Measures reported',
      ['Status 12', 'Day 12', 'Reported 12', 'What 50', 'Claims 8', 'In the law that day 30', ...WORDS],
      brief.measures.map((line) => [line.status, ...lineRow(line)]),
    ),
    sheet(
      'Texts',
      [
        'Text 50',
        'Symbol 20',
        'Status 14',
        'Sponsors 24',
        'Rivals 24',
        'Tabled 12',
        'Vote expected 14',
        'Decided 12',
        'Tally 12',
        'Vote 12',
        'Who stood where 70',
        'Before 70',
      ],
      brief.texts.map((text) => [
        text.label,
        text.symbol,
        text.status,
        text.sponsors.map(printActor).join(', '),
        text.rivals.join(', '),
        text.tabled,
        text.voteExpected.join(', '),
        text.decided,
        text.vote?.tally,
        text.vote?.id,
        stood(text.stood),
        stood(text.stoodBefore ?? []),
      ]),
    ),
    sheet(
      'Votes on record',
      [
        'Day 12',
        'Text 22',
        'Title 70',
        'End 12',
        'Tally 10',
        'Vetoed by 20',
        'Against 30',
        'Abstaining 40',
        'Row 12',
        'Source 12',
        'Confidence 12',
      ],
      brief.decisions.map((one) => [
        one.date,
        one.text,
        one.title,
        one.outcome,
        one.tally,
        one.vetoedBy.map(printActor).join(', '),
        one.against.map(printActor).join(', '),
        one.abstaining.map(printActor).join(', '),
        one.id,
        one.source,
        one.confidence,
      ]),
    ),
    sheet(
      'Doubtful',
      ['What 60', 'Law 30', ...WORDS],
      brief.doubts.flatMap(({ what, law, words }) => words.map((one) => [what, law?.join('; '), ...said(one)])),
    ),
    sheet(
      'Not known',
      ['What 120'],
      brief.unknown.map((note) => [note]),
    ),
    sheet(
      'In force',
      ['Paragraph 26', 'Force 12', 'Since 12', 'Measure 90', ...WORDS],
      brief.inForce.map(({ citation, force, since, says, words: [first] }) => [
        citation,
        force,
        since,
        says.join(' '),
        ...said(first),
      ]),
    ),
    sheet(
      'Sources',
      ['No. 6', 'Title 60', 'Outlet 20', 'Day 12', 'Claims 8', 'Also in 40', 'Address 40', 'SHA-256 66', 'Article 26'],
      brief.sources.map((one) => [
        one.number,
        one.title,
        one.outlet,
        one.published,
        one.claims,
        one.alsoIn.join('; '),
        one.url,
        one.hash,
        one.article,
      ]),
    ),
    sheet(
      'Texts cited',
      ['Text 22', 'Adopted 12', 'What 70', 'Address 60'],
      brief.lawSources.map(({ symbol, adopted, title, urls }) => [symbol, adopted, title, urls[0]]),
    ),
  ]
  return sheets.filter(({ rows }, at) => at < 2 || rows.length > 0)
}

/** Columns as `label width`. */
function sheet(name: string, columns: readonly string[], rows: SheetTable['rows']): SheetTable {
  const split = columns.map((column) => {
    const at = column.lastIndexOf(' ')
    return { label: column.slice(0, at), width: Number(column.slice(at + 1)) }
  })
  return { name, columns: split, rows }
}

function summary({ matter, on, since, basis, texts, count }: Brief): SheetCell[][] {
  const onTable = texts.filter(({ isOnTheTable }) => isOnTheTable).map(({ label }) => label)
  return [
    ['Matter', matter.title],
    ['Day', on],
    ...(since === undefined ? [] : [['Changes since', since]]),
    ['On the table', onTable.length === 0 ? 'no draft' : onTable.join('; ')],
    ...(count === undefined
      ? []
      : [
          ['Count', `${count.text}: ${count.outcomeInWords}`],
          ...[...count.needs, ...count.notes].map((note) => ['', note]),
        ]),
    [
      'Rests on',
      `${plural(basis.articles, 'article')}, ${basis.repeats} of them repeats; ${plural(basis.claims, 'claim')}, ${basis.accepted} accepted and ${basis.edited} edited by people`,
    ],
    ['State of the record', basis.digest],
    ['Made with', basis.edition],
    [
      'How to read it',
      'Source, Start and End say where words stand: characters of the source’s text (UTF-16, from 0). Positions are as reported and are no votes. Measures are told in our own words; national law may be stricter. No legal advice.',
    ],
  ]
}

function short(stand: Stand | undefined): string {
  if (stand === undefined) return 'unknown'
  return `${stanceAndVote(stand)}${stand.quotes > 0 ? ` (${plural(stand.quotes, 'quote')})` : ''}`
}

function standRow(row: Row, stand: Stand, brief: Brief): SheetCell[] {
  const { before } = stand
  return [
    row.name,
    row.code,
    row.seat,
    columnName(stand.column, brief.columns),
    stanceIn(stand.column, { stance: stand.stance }),
    stand.vote,
    stand.date,
    stand.quotes,
    stand.marks.join('; '),
    before === undefined
      ? undefined
      : `${stanceIn(stand.column, before)}${before.date === undefined ? '' : ` (${before.date})`}`,
    ...said(stand.words),
  ]
}

function lineRow({ date, reported, what, claims, law, words: [first] }: Line): SheetCell[] {
  return [date, reported, what, claims, law?.join('; '), ...said(first)]
}

function said(words: Words | undefined): SheetCell[] {
  if (words === undefined) return WORDS.map(() => undefined)
  const { text, speaker, basis, ruling, cite } = words
  return [text, speaker, basis, ruling, cite.source, cite.start, cite.end]
}

function stood(groups: Brief['texts'][number]['stood']): string {
  return groups.map(({ mark, members }) => `${mark}: ${members.map(printActor).join(', ')}`).join('; ')
}
