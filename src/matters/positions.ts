import {
  type ActorPosition,
  type Aside,
  type CouncilText,
  councilOn,
  type Letter,
  letterOf,
  type Position,
  positions,
  type Settled,
  textAtIssue,
  type Vantage,
} from '../council/index.js'
import { type CivilDate, spanOf } from '../dates.js'
import type { Basis, Claim, StanceClaim } from '../read/index.js'
import type { Connection, StoredDraft } from '../record/index.js'
import { printState } from '../states.js'
import type { MatterClaim, MatterView } from './claim.js'
import { type MatterQuery, openMatter } from './open.js'
import { textOfDraft } from './text.js'
import { endOf, gatheredVotes, openedOn, talkedOfFrom } from './vote.js'

/** Where one actor stands on one text. */
export interface PositionCell {
  readonly position: Position
  /** Claims on this text, each report once, those outweighed among them. */
  readonly quotes: number
  readonly date?: string
  readonly basis?: Basis
  readonly isDisputed: boolean
  readonly isConditional: boolean
  readonly isVoteUndeclared: boolean
  readonly before?: { readonly position: Position; readonly date?: string }
  /** Its vote, where the text was voted on by that day and it is on record or kept. */
  readonly vote?: Letter
  /** What the position rests on, latest first. */
  readonly claims: readonly MatterClaim[]
  /** On this text too, but older, of less weight, or contradicted by an accepted claim of the same day. */
  readonly outweighed: readonly MatterClaim[]
  /** Beside this text: sanctions in general, another version, what was held formerly. */
  readonly aside: readonly { readonly claim: MatterClaim; readonly why: Aside }[]
}

export interface PositionColumn {
  /** Absent where no draft is kept: the text is then the one that the claims tell of. */
  readonly draft?: string
  /** Only in a column of one version. */
  readonly version?: string
  readonly label: string
  readonly text: CouncilText
}

export interface PositionRow {
  /** ISO 3166-1 alpha-3, or a body's code. */
  readonly state: string
  readonly name: string
  /** `none`: no member that day, shown and never counted. */
  readonly seat: 'permanent' | 'elected' | 'none'
  /** One for each column. */
  readonly cells: readonly PositionCell[]
}

/** Members and drafts: who stands where on a day. */
export interface MatterPositions {
  readonly on: CivilDate
  /** Each draft, and after it its versions where it has several. */
  readonly columns: readonly PositionColumn[]
  /** Every member of the day, permanent ones first. */
  readonly members: readonly PositionRow[]
  /** Those that sat not in the Council that day and hold something, by code. */
  readonly others: readonly PositionRow[]
  /** Claims on a group, by column: shown, never shared out. */
  readonly collective: readonly (readonly MatterClaim[])[]
}

/**
 * Where the members of a day stand on each draft of a matter and on each of its versions; on the text that the claims
 * tell of where no draft is kept. Accepted claims outrank proposals of their day. Throws `bad-input` for a day before
 * 1946-01-12 or past the last one whose members are known.
 */
export function positionsOf(view: MatterView, { on }: { readonly on: CivilDate }): MatterPositions {
  const council = councilOn(on)
  const columns = columnsOf(view, on)
  const found = columns.map(({ column, claims }) => stancesOn(view, column, claims, on))
  const rowOf = (state: string, seat: PositionRow['seat']): PositionRow => ({
    state,
    name: printState(state),
    seat,
    cells: found.map(({ of }) => of(state)),
  })
  const others = [...new Set(found.flatMap((one) => one.others))].filter((state) => !council.states.includes(state))
  return {
    on,
    columns: columns.map(({ column }) => column),
    members: council.members.map(({ state, seat }) => rowOf(state, seat)),
    others: others.sort().map((state) => rowOf(state, 'none')),
    collective: found.map(({ collective }) => collective),
  }
}

/** The same, from the record. */
export async function matterPositions(
  record: Connection,
  id: string,
  query: MatterQuery & { readonly on: CivilDate },
): Promise<MatterPositions> {
  return positionsOf(await openMatter(record, id, query), query)
}

interface Column {
  readonly column: PositionColumn
  /** Its own claims, and those on no text, which stand beside it. */
  readonly claims: readonly MatterClaim[]
}

function columnsOf(view: MatterView, on: CivilDate): Column[] {
  const vantage = vantageOf(view, on)
  if (!view.drafts.some((draft) => talkedOfFrom(draft) <= on)) {
    const text = textAtIssue(
      view.claims.map(({ claim }) => claim),
      vantage,
    )
    return [{ column: { label: text.label, text }, claims: view.claims }]
  }
  return view.drafts
    .filter((draft) => talkedOfFrom(draft) <= on)
    .sort(byDay)
    .flatMap((draft) => {
      const text = textOfDraft(draft, view.drafts, view.claims, vantage)
      const claims = claimsBeside(view, draft)
      const whole = { column: { draft: draft.id, label: text.label, text }, claims }
      if (draft.versions.length < 2) return [whole]
      const come = draft.versions.filter(({ date }) => date === undefined || spanOf(date).from <= on)
      const versions = come.map(({ label }) => ({
        column: { draft: draft.id, version: label, label, text },
        claims: claims.filter((one) => one.version === label),
      }))
      return [whole, ...versions]
    })
}

/** Claims of a draft, and those of the matter on no text. */
export function claimsBeside(view: MatterView, draft: StoredDraft): MatterClaim[] {
  return view.claims.filter(
    (one) => one.draft === draft.id || (one.claim.kind === 'stance' && one.claim.about !== 'resolution'),
  )
}

export function vantageOf(view: MatterView, on: CivilDate): Vantage {
  return { on, articles: view.articles }
}

/** What people settled, for the council's own weighing. */
export function settledOf(claims: readonly MatterClaim[], draft: string | undefined): Settled {
  const of = (isMeant: (one: MatterClaim) => boolean): ReadonlySet<Claim> =>
    new Set(claims.filter(isMeant).map(({ claim }) => claim))
  return {
    accepted: of(({ ruling }) => ruling !== 'proposed'),
    ...(draft === undefined ? {} : { attached: of((one) => one.by === 'hand' && one.draft === draft) }),
  }
}

function stancesOn(
  view: MatterView,
  { draft, version, text }: PositionColumn,
  own: readonly MatterClaim[],
  on: CivilDate,
) {
  const settled = settledOf(own, draft)
  const byClaim = new Map<Claim, MatterClaim>(own.map((one) => [one.claim, one]))
  const kept = (claims: readonly StanceClaim[]) => claims.flatMap((claim) => byClaim.get(claim) ?? [])
  const attached = version === undefined ? settled : { ...settled, attached: new Set(own.map(({ claim }) => claim)) }
  const found = positions([...byClaim.keys()], text, vantageOf(view, on), attached)
  const all = new Map([...found.members, ...found.others].map((one) => [one.actor, one]))
  const cast = view.drafts.find(({ id }) => id === draft)
  const votes =
    cast !== undefined && cast.vote !== undefined && spanOf(cast.vote.date).from <= on
      ? gatheredVotes(cast.vote)
      : undefined
  const voteOf = (state: string): Letter | undefined =>
    version !== undefined ? undefined : ((text.vote && letterOf(text.vote, state)) ?? votes?.[state])
  return {
    of: (state: string) => cellOf(all.get(state), kept, voteOf(state)),
    others: found.others.map(({ actor }) => actor),
    collective: kept(found.collective),
  }
}

function cellOf(
  stand: ActorPosition | undefined,
  kept: (claims: readonly StanceClaim[]) => MatterClaim[],
  vote: Letter | undefined,
): PositionCell {
  const told = vote === undefined ? {} : { vote }
  if (stand === undefined) {
    const flags = { isDisputed: false, isConditional: false, isVoteUndeclared: false }
    return { position: 'unknown', quotes: 0, ...flags, ...told, claims: [], outweighed: [], aside: [] }
  }
  const { position, date, basis, before, isDisputed, isConditional, isVoteUndeclared } = stand
  const [claims, outweighed] = [kept(stand.claims), kept(stand.outweighed)]
  return {
    position,
    quotes: claims.length + outweighed.length,
    ...(date === undefined ? {} : { date }),
    ...(basis === undefined ? {} : { basis }),
    isDisputed,
    isConditional,
    isVoteUndeclared,
    ...(before === undefined ? {} : { before }),
    ...told,
    claims,
    outweighed,
    aside: stand.aside.flatMap(({ claim, why }) => kept([claim]).map((one) => ({ claim: one, why }))),
  }
}

/** The draft that came first, first. */
function byDay(a: StoredDraft, b: StoredDraft): number {
  const [first, second] = [a, b].map((draft) => openedOn(draft) ?? endOf(draft) ?? '') as [string, string]
  return first === second ? (a.id < b.id ? -1 : 1) : first < second ? -1 : 1
}
