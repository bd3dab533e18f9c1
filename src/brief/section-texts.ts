import type { Brief, BriefText } from './brief.js'
import type { Block, Section } from './document.js'
import { line, plain, said, section, strong } from './spans.js'

export function tableSection(brief: Brief): Section {
  const onTable = brief.texts.filter(({ isOnTheTable }) => isOnTheTable)
  const [latest] = brief.texts
  const nothing =
    latest === undefined
      ? 'No draft and no decision is spoken of.'
      : `No draft is on the table. The last text: ${latest.label}.`
  const { count } = brief
  return section('table', 'On the table', [
    ...(onTable.length === 0 ? [line(plain(nothing))] : onTable.flatMap(textLines)),
    ...(count === undefined
      ? []
      : [
          line(strong(`Count: ${count.outcomeInWords}`)),
          ...[...count.needs, ...count.notes].map((note) => line(plain(note))),
          {
            kind: 'picture' as const,
            svg: count.picture,
            alt: `The Council on ${count.text}: ${count.outcomeInWords}`,
          },
        ]),
  ])
}

export function textLines(text: BriefText): Block[] {
  const { versions, rivals, words } = text
  return [
    line(strong(text.label), ...words.slice(0, 2).flatMap((one) => [{ text: ' ' }, ...said([one])])),
    ...(versions.length === 0
      ? []
      : [
          line(
            plain(
              `Versions: ${versions.map(({ label, date, note }) => [label, date, note].filter(Boolean).join(', ')).join('; ')}.`,
            ),
          ),
        ]),
    ...(rivals.length === 0 ? [] : [line(plain(`Rival drafts: ${rivals.join(', ')}.`))]),
  ]
}
