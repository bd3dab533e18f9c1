import { type ActorPosition, councilOn, type Letter } from '../council/index.js'
import type { CivilDate } from '../dates.js'
import { type MatterPositions, type PositionCell, positionsOf } from '../matters/index.js'
import type { AtIssue, Position, StanceClaim } from '../read/index.js'
import { printActor, printState } from '../states.js'
import type { Column, Row, Stand } from './brief.js'
import type { CountedText } from './counted.js'
import type { Gathered } from './gather.js'
import { issueLabel } from './wording.js'

export interface Matrix {
  readonly columns: readonly Column[]
  readonly members: readonly Row[]
  readonly others: readonly Row[]
}

/**
 * Who stands where: the texts that are to be shown, other versions and drafts that were spoken of beside them, and what
 * else is at issue. Members of the day first, the permanent ones leading; then the target, states without a seat, bodies.
 */
export function matrixOf(
  texts: readonly CountedText[],
  issues: readonly AtIssue[],
  target: string | undefined,
  gathered: Gathered,
): Matrix {
  const stands = new Map<string, Stand[]>()
  const columns: Column[] = []
  const add = (column: Column, found: readonly (readonly [string, Stand])[]) => {
    if (found.length === 0 && !texts.some(({ key }) => key === column.key)) return
    columns.push(column)
    for (const [actor, stand] of found) stands.set(actor, [...(stands.get(actor) ?? []), stand])
  }
  const versions = texts.some(({ draft }) => draft !== undefined)
    ? positionsOf(gathered.view, { on: gathered.on })
    : undefined
  for (const text of texts) {
    add({ key: text.key, label: columnLabel(text) }, textStands(text.key, text.count, gathered))
    const eve = `${text.key} before`
    if (text.eve !== undefined)
      add({ key: eve, label: 'before the vote', isPast: true }, textStands(eve, text.eve, gathered))
    if (versions !== undefined && text.draft !== undefined)
      for (const [column, found] of versionStands(versions, text.draft.id, gathered)) add(column, found)
    for (const why of ['another version', 'another text'] as const)
      add({ key: `${text.key} ${why}`, label: why }, asideStands(text, why, gathered))
  }
  for (const issue of issues) {
    if (issue.about === 'resolution') continue
    const label = issueLabel(issue.about, issue.target)
    const isOurs = target === undefined || issue.target === undefined || issue.target === target
    const name = issue.text === undefined ? label : `${label} (${issue.text})`
    const column = {
      key: [issue.about, issue.target ?? '', issue.text ?? ''].join('|'),
      label: name,
      ...(!isOurs && { isMinor: true as const }),
    }
    add(
      column,
      issue.positions.map((position) => [position.actor, issueStand(column.key, position, gathered)]),
    )
  }
  const council = councilOn(gathered.on)
  const rowOf = (code: string, seat: Row['seat']): Row => ({
    code,
    name: printActor(code),
    seat,
    stands: stands.get(code) ?? [],
  })
  const others = [...stands.keys()]
    .filter((code) => !council.states.includes(code))
    .sort((a, b) => Number(b === target) - Number(a === target) || (printActor(a) < printActor(b) ? -1 : 1))
  return {
    columns,
    members: council.members.map(({ state, seat }) => rowOf(state, seat)),
    others: others.map((code) => rowOf(code, 'none')),
  }
}

export function columnLabel({ count, draft }: CountedText): string {
  const { text } = count
  if (draft !== undefined) return draft.symbol ?? draft.label ?? draft.id
  if (text.symbol !== undefined) return text.symbol
  if (text.status === 'expected') return 'text expected'
  const by = text.sponsors.length === 0 ? '' : ` by ${text.sponsors.map(printState).join(', ')}`
  return text.status === 'tabled'
    ? `draft${by}`
    : `text ${text.status}${text.decided === undefined ? '' : ` ${text.decided}`}`
}

function textStands(key: string, count: CountedText['count'], gathered: Gathered): [string, Stand][] {
  const members = count.members.map(({ state, vote, stand }) => [state, stand, vote] as const)
  const others = count.others.map((stand) => [stand.actor, stand, undefined] as const)
  return [...members, ...others].flatMap(([actor, stand, vote]): [string, Stand][] => {
    if (vote === undefined && (stand === undefined || stand.position === 'unknown')) return []
    return [[actor, standOf(key, stand, vote, gathered)]]
  })
}

function standOf(
  column: string,
  stand: Omit<ActorPosition, 'choice'> | undefined,
  vote: Letter | undefined,
  gathered: Gathered,
): Stand {
  const claims = stand?.claims ?? []
  const [strongest] = [...claims].sort((a, b) => strength(b) - strength(a))
  return {
    column,
    stance: stand?.position ?? 'unknown',
    ...(vote !== undefined && { vote }),
    quotes: claims.length + (stand?.outweighed.length ?? 0),
    ...(stand?.date !== undefined && { date: stand.date }),
    marks: [
      ...(stand?.isVoteUndeclared === true ? ['vote undeclared'] : []),
      ...(stand?.isConditional === true ? ['with an if'] : []),
      ...(stand?.isDisputed === true ? ['sources contradict each other'] : []),
    ],
    ...(stand?.before !== undefined && {
      before: { stance: stand.before.position, ...(stand.before.date !== undefined && { date: stand.before.date }) },
    }),
    ...(strongest !== undefined && { words: gathered.wordsOf(strongest) }),
  }
}

/** What is held of each version of a draft that people keep. */
function versionStands(found: MatterPositions, draft: string, gathered: Gathered): [Column, [string, Stand][]][] {
  return found.columns.flatMap((column, at): [Column, [string, Stand][]][] => {
    if (column.draft !== draft || column.version === undefined) return []
    const key = `draft-${draft} ${column.version}`
    const stands = [...found.members, ...found.others].flatMap((row): [string, Stand][] => {
      const cell = row.cells[at]
      if (cell === undefined || cell.position === 'unknown') return []
      return [[row.state, cellStand(key, cell, gathered)]]
    })
    return [[{ key, label: column.version }, stands]]
  })
}

function cellStand(column: string, cell: PositionCell, gathered: Gathered): Stand {
  const { position, claims, outweighed, ...flags } = cell
  const stand = { ...flags, actor: '', position, aside: [] }
  return standOf(
    column,
    { ...stand, claims: stancesOf(claims), outweighed: stancesOf(outweighed) },
    undefined,
    gathered,
  )
}

function stancesOf(claims: PositionCell['claims']): StanceClaim[] {
  return claims.flatMap(({ claim }) => (claim.kind === 'stance' ? [claim] : []))
}

/** What is held of an earlier version or of another draft: the latest words stand for it. */
function asideStands({ key, count }: CountedText, why: string, gathered: Gathered): [string, Stand][] {
  const published = new Map(gathered.articles.map((article) => [article.id, article.published]))
  const all = [...count.members.flatMap(({ stand }) => stand ?? []), ...count.others]
  return all.flatMap((stand): [string, Stand][] => {
    const claims = stand.aside
      .filter(
        (one) =>
          one.why === why && one.claim.about === 'resolution' && isOfTime(published.get(one.claim.article), count),
      )
      .map(({ claim }) => claim)
    const lead = claims.at(-1)
    if (lead === undefined) return []
    const date = lead.date ?? published.get(lead.article)
    return [
      [
        stand.actor,
        {
          column: `${key} ${why}`,
          stance: lead.stance,
          quotes: claims.length,
          ...(date !== undefined && { date }),
          marks: lead.past === true ? ['formerly'] : [],
          words: gathered.wordsOf(lead),
        },
      ],
    ]
  })
}

/** Older stances belong to older texts, which are shown for themselves. */
function isOfTime(published: string | undefined, { text }: CountedText['count']): boolean {
  return text.since === undefined || published === undefined || published >= text.since.slice(0, published.length)
}

function issueStand(column: string, position: Position, gathered: Gathered): Stand {
  const { stance, date, claims, words, before, also } = position
  const last = before.at(-1)
  const { claim } = words
  return {
    column,
    stance,
    quotes: claims,
    ...(date !== undefined && { date }),
    marks: [
      ...(claim.past === true ? ['formerly'] : []),
      ...(claim.conditional === true ? ['with an if'] : []),
      ...also.map((held) => `also ${held.stance}`),
    ],
    ...(last !== undefined && { before: { stance: last.stance, ...(last.date !== undefined && { date: last.date }) } }),
    words: gathered.wordsOf(claim),
  }
}

const TRUST: Readonly<Record<StanceClaim['basis'], number>> = {
  'on-record': 5,
  spokesperson: 4,
  document: 4,
  media: 3,
  unnamed: 2,
  headline: 0,
}

/** A vote that was cast says more than words, a named speaker more than a source, a plain stance more than one with an if. */
function strength({ basis, cast, conditional }: StanceClaim): number {
  return TRUST[basis] + (cast === true ? 10 : 0) - (conditional === true ? 4 : 0)
}

/** The last day of a Council that is another than that of the brief’s day would show members that are gone. */
export function hasSameMembers(one: CivilDate, other: CivilDate): boolean {
  return councilOn(one).states.join() === councilOn(other).states.join()
}
