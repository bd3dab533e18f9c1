import type { Brief, BriefText, Decision, LawLine, Line, Row, Source, Stand, Words } from './brief.js'
import { names } from './spans.js'
import { columnName, fitted, plural, stanceAndVote, stanceIn } from './wording.js'

export type SheetCell = string | number | undefined

/** One sheet of a workbook: plain values under named columns, for whoever goes on counting. */
export interface SheetTable {
  readonly name: string
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** A column's label, its width in characters, and what it tells of a row. */
type SheetColumn<Told> = readonly [label: string, width: number, cell: (told: Told) => SheetCell]

/** A brief as tables; those without rows are left out, but for the first two. */
export function sheetsOf(brief: Brief): SheetTable[] {
  const { members, others, changes, contacts, events, measures, texts, decisions, doubts, inForce, sources } = brief
  const stands = [...members, ...others].flatMap((row) => row.stands.map((stand) => ({ row, stand })))
  const doubtful = doubts.flatMap((doubt) => doubt.words.map((words) => ({ ...doubt, words })))
  return [
    sheet('Brief', SUMMARY, summary(brief)),
    sheet('Who stands where', matrix(brief), members),
    ...[
      sheet('Words', standColumns(brief), stands),
      sheet('Of a group', LINES, brief.collective),
      sheet('Changes', CHANGES, changes),
      sheet('Contacts', LINES, contacts),
      sheet('Events', LINES, events),
      sheet('Measures reported', MEASURES, measures),
      sheet('Texts', TEXTS, texts),
      sheet('Votes on record', VOTES, decisions),
      sheet('Doubtful', DOUBTS, doubtful),
      sheet('Not known', NOTES, brief.unknown),
      sheet('In force', IN_FORCE, inForce),
      sheet('Sources', SOURCES, sources),
      sheet('Texts cited', LAW_SOURCES, brief.lawSources),
    ].filter(({ rows }) => rows.length > 0),
  ]
}

function sheet<Told>(name: string, columns: readonly SheetColumn<Told>[], told: readonly Told[]): SheetTable {
  return {
    name,
    columns: columns.map(([label, width]) => ({ label, width })),
    rows: told.map((each) => columns.map(([, , cell]) => cell(each))),
  }
}

/** The words that a row rests on, and where they stand. */
function saying<Told>(wordsOf: (told: Told) => Words | undefined): SheetColumn<Told>[] {
  return [
    ['Words', 60, (told) => wordsOf(told)?.text],
    ['Speaker', 20, (told) => wordsOf(told)?.speaker],
    ['Vouched for by', 14, (told) => wordsOf(told)?.basis],
    ['Reviewed', 10, (told) => wordsOf(told)?.ruling],
    ['Source', 8, (told) => wordsOf(told)?.cite.source],
    ['Start', 8, (told) => wordsOf(told)?.cite.start],
    ['End', 8, (told) => wordsOf(told)?.cite.end],
  ]
}

const SUMMARY: readonly SheetColumn<readonly [what: string, told: string]>[] = [
  ['What', 28, ([what]) => what],
  ['Told', 100, ([, told]) => told],
]

/** Who holds a row: by name, code and seat. */
function holder<Told>(label: string, rowOf: (told: Told) => Row): SheetColumn<Told>[] {
  return [
    [label, 22, (told) => rowOf(told).name],
    ['Code', 7, (told) => rowOf(told).code],
    ['Seat', 11, (told) => rowOf(told).seat],
  ]
}

function matrix({ columns }: Brief): SheetColumn<Row>[] {
  const shown = columns.filter((one) => one.isMinor !== true)
  const stands = shown.map(
    ({ key, label }): SheetColumn<Row> => [
      fitted(label),
      22,
      (row) => short(row.stands.find((stand) => stand.column === key)),
    ],
  )
  return [...holder('Member', (row: Row) => row), ...stands]
}

function short(stand: Stand | undefined): string {
  if (stand === undefined) return 'unknown'
  return `${stanceAndVote(stand)}${stand.quotes > 0 ? ` (${plural(stand.quotes, 'quote')})` : ''}`
}

function standColumns({ columns }: Brief): SheetColumn<{ readonly row: Row; readonly stand: Stand }>[] {
  return [
    ...holder('Who', ({ row }: { readonly row: Row }) => row),
    ['On', 24, ({ stand }) => columnName(stand.column, columns)],
    ['Stands', 16, ({ stand }) => stanceIn(stand.column, { stance: stand.stance })],
    ['Vote', 8, ({ stand }) => stand.vote],
    ['Day', 12, ({ stand }) => stand.date],
    ['Quotes', 8, ({ stand }) => stand.quotes],
    ['With it', 24, ({ stand }) => stand.marks.join('; ')],
    ['Before', 24, ({ stand }) => heldBefore(stand)],
    ...saying(({ stand }: { readonly stand: Stand }) => stand.words),
  ]
}

function heldBefore({ column, before }: Stand): string | undefined {
  if (before === undefined) return undefined
  return `${stanceIn(column, before)}${before.date === undefined ? '' : ` (${before.date})`}`
}

const LINES: readonly SheetColumn<Line>[] = [
  ['Day', 12, (line) => line.date],
  ['Reported', 12, (line) => line.reported],
  ['What', 50, (line) => line.what],
  ['Claims', 8, (line) => line.claims],
  ['Law', 30, (line) => line.law?.join('; ')],
  ...saying((line: Line) => line.words[0]),
]

const MEASURES: readonly SheetColumn<Brief['measures'][number]>[] = [
  ['Status', 12, (line) => line.status],
  ...LINES.map(([label, width, cell]) => [label === 'Law' ? 'In the law that day' : label, width, cell] as const),
]

const CHANGES: readonly SheetColumn<Brief['changes'][number]>[] = [
  ['Day', 12, (change) => change.day],
  ['What', 60, (change) => change.what],
  ['Law', 30, (change) => change.law?.join('; ')],
  ...saying((change: Brief['changes'][number]) => change.words[0]),
]

const TEXTS: readonly SheetColumn<BriefText>[] = [
  ['Text', 50, (text) => text.label],
  ['Symbol', 20, (text) => text.symbol],
  ['Status', 14, (text) => text.status],
  ['Sponsors', 24, (text) => names(text.sponsors)],
  ['Rivals', 24, (text) => text.rivals.join(', ')],
  ['Tabled', 12, (text) => text.tabled],
  ['Vote expected', 14, (text) => text.voteExpected.join(', ')],
  ['Decided', 12, (text) => text.decided],
  ['Tally', 12, (text) => text.vote?.tally],
  ['Vote', 12, (text) => text.vote?.id],
  ['Who stood where', 70, (text) => stood(text.stood)],
  ['Before', 70, (text) => stood(text.stoodBefore ?? [])],
]

const VOTES: readonly SheetColumn<Decision>[] = [
  ['Day', 12, (vote) => vote.date],
  ['Text', 22, (vote) => vote.text],
  ['Title', 70, (vote) => vote.title],
  ['End', 12, (vote) => vote.outcome],
  ['Tally', 10, (vote) => vote.tally],
  ['Vetoed by', 20, (vote) => names(vote.vetoedBy)],
  ['Against', 30, (vote) => names(vote.against)],
  ['Abstaining', 40, (vote) => names(vote.abstaining)],
  ['Row', 12, (vote) => vote.id],
  ['Source', 12, (vote) => vote.source],
  ['Confidence', 12, (vote) => vote.confidence],
]

/** A doubt with one of the passages that it rests on. */
interface DoubtfulWords {
  readonly what: string
  readonly words: Words
  readonly law?: readonly string[]
}

const DOUBTS: readonly SheetColumn<DoubtfulWords>[] = [
  ['What', 60, (doubt) => doubt.what],
  ['Law', 30, (doubt) => doubt.law?.join('; ')],
  ...saying((doubt: DoubtfulWords) => doubt.words),
]

const NOTES: readonly SheetColumn<string>[] = [['What', 120, (note) => note]]

const IN_FORCE: readonly SheetColumn<LawLine>[] = [
  ['Paragraph', 26, (line) => line.citation],
  ['Force', 12, (line) => line.force],
  ['Since', 12, (line) => line.since],
  ['Measure', 90, (line) => line.says.join(' ')],
  ...saying((line: LawLine) => line.words[0]),
]

const SOURCES: readonly SheetColumn<Source>[] = [
  ['No.', 6, (source) => source.number],
  ['Title', 60, (source) => source.title],
  ['Outlet', 20, (source) => source.outlet],
  ['Day', 12, (source) => source.published],
  ['Claims', 8, (source) => source.claims],
  ['Also in', 40, (source) => source.alsoIn.join('; ')],
  ['Address', 40, (source) => source.url],
  ['SHA-256', 66, (source) => source.hash],
  ['Article', 26, (source) => source.article],
]

const LAW_SOURCES: readonly SheetColumn<Brief['lawSources'][number]>[] = [
  ['Text', 22, (source) => source.symbol],
  ['Adopted', 12, (source) => source.adopted],
  ['What', 70, (source) => source.title],
  ['Address', 60, (source) => source.urls[0]],
]

function summary({ matter, on, since, basis, texts, count }: Brief): (readonly [string, string])[] {
  const onTable = texts.filter(({ isOnTheTable }) => isOnTheTable).map(({ label }) => label)
  return [
    ['Matter', matter.title],
    ['Day', on],
    ...(since === undefined ? [] : [['Changes since', since] as const]),
    ['On the table', onTable.length === 0 ? 'no draft' : onTable.join('; ')],
    ...(count === undefined
      ? []
      : [
          ['Count', `${count.text}: ${count.outcomeInWords}`] as const,
          ...[...count.needs, ...count.notes].map((note) => ['', note] as const),
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

function stood(groups: BriefText['stood']): string {
  return groups.map(({ mark, members }) => `${mark}: ${names(members)}`).join('; ')
}
