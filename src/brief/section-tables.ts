import type { Brief, BriefText, Line } from './brief.js'
import type { Block, Spans } from './document.js'
import { column, grouped, law, names, plain, plainTail, rows, said, strong } from './spans.js'
import { fitted, plural } from './wording.js'

export function dated({ date, reported }: { readonly date?: string; readonly reported?: string }): Spans {
  return date !== undefined
    ? [plain(date)]
    : [{ text: reported === undefined ? 'no date' : `reported ${reported}`, style: 'dim' }]
}

export function lineTable(lines: readonly Line[]): Block[] {
  const found = lines.map((each): Spans[] => [dated(each), [strong(each.what), ...law(each.law)], said(each.words)])
  return rows([column('Day', 2), column('What', 6), column('Words', 9)], found)
}

export function measureTable({ measures }: Brief): Block[] {
  const found = measures.map((each): Spans[] => [
    [plain(each.status.replaceAll('-', ' '))],
    dated(each),
    [strong(each.what)],
    each.law === undefined ? [] : [{ text: grouped(each.law), style: 'cite' }],
    said(each.words),
  ])
  return rows(
    [column('Status', 2), column('Day', 2), column('What', 5), column('In the law that day', 4), column('Words', 8)],
    found,
  )
}

export function lawTable({ inForce }: Brief): Block[] {
  const found = inForce.map(({ citation, force, says, since, words }): Spans[] => [
    [strong(citation)],
    [plain(force)],
    [plain(since)],
    [plain(says.join(' ')), ...(words.length === 0 ? [] : [{ text: ' ' }, ...said(words)])],
  ])
  return rows([column('Paragraph', 4), column('Force', 2), column('Since', 2), column('Measure', 9)], found)
}

export function changeTable({ changes }: Brief): Block[] {
  const found = changes.map(({ day, what, words, law: cited }): Spans[] => [
    [plain(day)],
    [strong(what), ...law(cited)],
    said(words.slice(0, 1)),
  ])
  return rows([column('Day', 2), column('What', 7), column('Words', 8)], found)
}

export function earlierTable({ texts }: Brief): Block[] {
  const found = texts
    .filter(({ isOnTheTable }) => !isOnTheTable)
    .map((text): Spans[] => {
      const stood = (groups: BriefText['stood']) =>
        groups
          .filter(({ mark }) => mark !== 'unknown')
          .map(({ mark, members }) => `${mark}: ${members.length > 9 ? members.length : names(members)}`)
          .join('; ')
      const before = text.stoodBefore === undefined ? '' : stood(text.stoodBefore)
      return [
        [plain(text.decided ?? text.tabled ?? text.asOf)],
        [
          strong(text.label),
          ...(text.vote === undefined
            ? []
            : [
                {
                  text: ` (vote ${text.vote.id}, ${text.vote.source}, ${text.vote.confidence})`,
                  style: 'cite' as const,
                },
              ]),
        ],
        [plain(text.vote === undefined ? text.status : `${text.vote.outcome} ${text.vote.tally}`)],
        [plain(stood(text.stood)), ...(before === '' ? [] : [{ text: ` Before: ${before}.` }])],
        said(text.words.slice(0, 1)),
      ]
    })
  return rows(
    [column('Day', 2), column('Text', 5), column('End', 2), column('Who stood where', 5), column('Words', 5)],
    found,
  )
}

export function decisionTable({ decisions }: Brief): Block[] {
  const found = decisions.map((one): Spans[] => [
    [plain(one.date)],
    [strong(one.text), plainTail(` ${fitted(one.title)}`)],
    [plain(`${one.outcome} ${one.tally}`)],
    [plain(votersOf(one))],
    [{ text: `${one.id}, ${one.source}, ${one.confidence}`, style: 'cite' }],
  ])
  return rows(
    [column('Day', 2), column('Text', 7), column('End', 3), column('Against or abstaining', 5), column('Row', 3)],
    found,
  )
}

function votersOf({ against, abstaining, vetoedBy }: Brief['decisions'][number]): string {
  return [
    ...(against.length === 0
      ? []
      : [
          `against: ${against.map((code) => `${names([code])}${vetoedBy.includes(code) ? ' (veto)' : ''}`).join(', ')}`,
        ]),
    ...(abstaining.length === 0 ? [] : [`abstaining: ${names(abstaining)}`]),
  ].join('; ')
}

export function doubtTable({ doubts }: Brief): Block[] {
  const found = doubts.map(({ what, words, law: cited }): Spans[] => [[strong(what), ...law(cited)], said(words)])
  return rows([column('What', 6), column('Words', 9)], found)
}

export function sourceTable({ sources }: Brief): Block[] {
  const found = sources.map((source): Spans[] => [
    [{ text: `[${source.number}]`, style: 'cite', href: `source-${source.number}` }],
    [
      strong(source.title),
      plainTail(source.outlet === undefined ? '' : `, ${fitted(source.outlet)}`),
      plainTail(source.alsoIn.length === 0 ? '' : ` (also in ${source.alsoIn.map(fitted).join('; ')})`),
    ],
    [plain(source.published ?? 'no date')],
    [plain(plural(source.claims, 'claim'))],
    [
      ...(source.url === undefined ? [] : [{ text: fitted(source.url), href: source.url }, { text: ' ' }]),
      ...(source.hash === undefined ? [] : [{ text: `SHA-256 ${source.hash.slice(0, 16)}…`, style: 'dim' as const }]),
    ],
  ])
  return rows([column('No.', 1), column('Source', 7), column('Day', 2), column('Claims', 2), column('Where', 5)], found)
}

export function lawSourceTable({ lawSources }: Brief): Block[] {
  const found = lawSources.map(({ symbol, title, adopted, urls }): Spans[] => [
    [strong(symbol)],
    [plain(adopted)],
    [plain(title)],
    urls.slice(0, 1).map((url) => ({ text: url, href: url })),
  ])
  return rows([column('Text', 4), column('Adopted', 2), column('What', 7), column('Where', 6)], found)
}
