import type { CivilDate } from '../dates.js'
import { spanOf } from '../dates.js'
import type { Brief, BriefText, Change, Line, Row, Stand } from './brief.js'
import { decisionChanges } from './decisions.js'
import { columnName, stanceIn } from './wording.js'

/** What a brief tells that the brief of the day before did not: stances, texts, events, measures. In order of time. */
export function changesBetween(before: Brief, after: Brief): Change[] {
  return [
    ...textChanges(before.texts, after.texts, after.on),
    ...decisionChanges(before.decisions, after.decisions),
    ...stanceChanges(before, after),
    ...lineChanges('event', before.events, after.events),
    ...lineChanges('contact', before.contacts, after.contacts),
    ...lineChanges('measure', before.measures.map(withStatus), after.measures.map(withStatus)),
  ]
    .map((change) =>
      change.day !== '' && change.day <= before.on ? { ...change, what: `${change.what} (told later)` } : change,
    )
    .sort(byDay)
}

/** Where no day is given: every stance that is another than before. */
export function changesTold(rows: readonly Row[], columns: Brief['columns']): Change[] {
  return rows
    .flatMap(({ name, stands }) =>
      stands.flatMap((stand) => {
        if (stand.before === undefined) return []
        const was = `${stanceIn(stand.column, stand.before)}${stand.before.date === undefined ? '' : ` (${stand.before.date})`}`
        return [changed(name, stand, was, columns)]
      }),
    )
    .sort(byDay)
}

function stanceChanges(before: Brief, after: Brief): Change[] {
  const old = new Map([...before.members, ...before.others].map((row) => [row.code, row]))
  return [...after.members, ...after.others].flatMap((row) =>
    row.stands.flatMap((stand) => {
      // What was held before a vote is told where the text is, and changed no more.
      if (after.columns.some(({ key, isPast }) => key === stand.column && isPast === true)) return []
      const was = old.get(row.code)?.stands.find(({ column }) => column === stand.column)
      const isSame = was !== undefined && was.stance === stand.stance && was.vote === stand.vote
      const isNews = stand.words !== undefined || stand.stance === 'sponsors'
      if (isSame || !isNews) return []
      const change = changed(
        row.name,
        stand,
        was === undefined ? 'unknown' : stanceIn(stand.column, was),
        after.columns,
      )
      const text = stand.vote === undefined ? undefined : after.texts.find(({ key }) => key === stand.column)
      return [text?.vote === undefined ? change : { ...change, day: text.vote.date }]
    }),
  )
}

function changed(name: string, stand: Stand, was: string, columns: Brief['columns']): Change {
  return {
    day: stand.date === undefined ? '' : spanOf(stand.date).from,
    what: `${name} on ${columnName(stand.column, columns)}: ${was} → ${stanceIn(stand.column, stand)}`,
    words: stand.words === undefined ? [] : [stand.words],
  }
}

function textChanges(before: readonly BriefText[], after: readonly BriefText[], on: CivilDate): Change[] {
  const old = new Map(before.map((text) => [text.key, text]))
  return after.flatMap((text): Change[] => {
    const was = old.get(text.key)
    if (was !== undefined && was.status === text.status && was.label === text.label) return []
    const day = text.decided ?? text.tabled
    const isOpenOnly = was !== undefined && text.status === 'no end told'
    if (isOpenOnly) return []
    return [
      {
        day: day === undefined ? on : spanOf(day).from,
        what: was === undefined ? `New: ${text.label}` : `${was.label} → ${text.label}`,
        words: text.words,
      },
    ]
  })
}

function lineChanges(kind: string, before: readonly Line[], after: readonly Line[]): Change[] {
  const old = new Set(before.map(keyOf))
  return after
    .filter((line) => !old.has(keyOf(line)))
    .map((line) => ({
      day: dayOfLine(line),
      what: `${kind}: ${line.what}`,
      words: line.words,
      ...(line.law && { law: line.law }),
    }))
}

function withStatus(line: Brief['measures'][number]): Line {
  return { ...line, what: `${line.status}, ${line.what}` }
}

/** By its words: the same thing told again is no news, and another number of claims for it neither. */
function keyOf({ what, date }: Line): string {
  return `${what}|${date ?? ''}`
}

function dayOfLine({ date, reported }: Line): CivilDate {
  const day = date ?? reported
  return day === undefined ? '' : spanOf(day).from
}

function byDay(a: Change, b: Change): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
}
