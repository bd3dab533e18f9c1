import type { VagueDate } from '../dates.js'
import type { Basis, Claim, StanceClaim } from '../read/index.js'
import { type Aside, asideOf } from './attach.js'
import { claimsSeenFrom, type Vantage } from './dated.js'
import { LADDER, type Position, sideOf } from './ladder.js'
import { councilOn } from './members.js'
import { ANY, CHOICES, type Choice } from './rule.js'
import type { CouncilText } from './texts.js'
import { type Dated, decidingClaims, lastDay, latestFirst, type Settled, uncontradicted, weight } from './weighing.js'

/** Where one actor stands, with the claims that this rests on and those that stand beside it. */
export interface ActorPosition {
  /** ISO 3166-1 alpha-3, or a body's code. */
  readonly actor: string
  readonly position: Position
  /** It holds something on the text but would not say how it will vote. */
  readonly isVoteUndeclared: boolean
  /** Every deciding claim hangs on a condition. */
  readonly isConditional: boolean
  /** Claims of the same time and weight contradict each other; the least favourable one is shown. */
  readonly isDisputed: boolean
  readonly date?: VagueDate
  readonly basis?: Basis
  /** What the position rests on, latest first. */
  readonly claims: readonly StanceClaim[]
  /** On the text too, but outweighed: older, unnamed, or of a headline. */
  readonly outweighed: readonly StanceClaim[]
  /** Not on this text: sanctions or talks in general, another version, a stance formerly held. */
  readonly aside: readonly { readonly claim: StanceClaim; readonly why: Aside }[]
  /** A position formerly taken on this text that differs: the stance changed. */
  readonly before?: { readonly position: Position; readonly date?: VagueDate }
  /** Letters that the actor may still be recorded with, as bits of `CHOICES`. */
  readonly choice: Choice
}

export interface Positions {
  /** Every member of the day, permanent ones first. */
  readonly members: readonly ActorPosition[]
  /** States and bodies that sat not in the Council that day: shown, never counted. */
  readonly others: readonly ActorPosition[]
  /** Claims on a group ("13 members support it"): shown, never shared out among names. */
  readonly collective: readonly StanceClaim[]
}

/**
 * Where each member of the day stands on a text: the latest claim on record wins over older and over unnamed ones,
 * nothing is inferred from sanctions in general, from another version or from a group, and members that no claim
 * names are unknown. Throws `bad-input` for days before 1946-01-12 or past the last one known.
 */
export function positions(
  claims: readonly Claim[],
  text: CouncilText,
  vantage: Vantage,
  settled: Settled = {},
): Positions {
  const council = councilOn(vantage.on)
  const stances = claimsSeenFrom(claims, vantage).filter((one): one is Dated => one.claim.kind === 'stance')
  const collective = stances.filter(
    ({ claim }) => isCollective(claim) && (settled.attached?.has(claim) || asideOf(claim, text) === undefined),
  )
  const byActor = new Map<string, Dated[]>()
  for (const one of stances) {
    if (isCollective(one.claim) || one.claim.about === 'conduct') continue
    byActor.set(one.claim.actor, [...(byActor.get(one.claim.actor) ?? []), one])
  }
  const sponsors = new Set(text.sponsors)
  const others = [...new Set([...byActor.keys(), ...sponsors])]
    .filter((actor) => !council.states.includes(actor))
    .sort()
  const of = (actor: string) => positionOf(actor, byActor.get(actor) ?? [], text, settled)
  return { members: council.states.map(of), others: others.map(of), collective: collective.map(({ claim }) => claim) }
}

function positionOf(actor: string, stances: readonly Dated[], text: CouncilText, settled: Settled): ActorPosition {
  const aside: { claim: StanceClaim; why: Aside }[] = []
  const attached: Dated[] = []
  for (const one of stances) {
    if (settled.attached?.has(one.claim)) {
      attached.push(one)
      continue
    }
    const isOld =
      text.settledIn.includes(one.claim.article) ||
      (text.since !== undefined && one.span !== undefined && one.span.to < text.since)
    const why = isOld && one.claim.about === 'resolution' ? 'another text' : asideOf(one.claim, text)
    if (why === undefined) attached.push(one)
    else aside.push({ claim: one.claim, why })
  }
  const isSponsor = text.sponsors.includes(actor)
  if (attached.length === 0) {
    const choice = isSponsor ? CHOICES.Y : ANY
    const position = isSponsor ? 'sponsors' : 'unknown'
    return { actor, position, ...PLAIN, claims: [], outweighed: [], aside, choice }
  }
  const deciding = decidingClaims(uncontradicted(attached, settled))
  const taken = read(deciding, isSponsor)
  const outweighed = attached.filter((one) => !deciding.includes(one)).sort(latestFirst)
  const older = outweighed.filter(
    (one) => weight(one) >= weight(deciding[0] as Dated) && lastDay(one) < lastDay(deciding.at(-1) as Dated),
  )
  const former =
    older.length === 0
      ? undefined
      : { ...read(decidingClaims(uncontradicted(older, settled)), isSponsor), date: dateOf(older[0]) }
  const [lead] = deciding
  const date = lead === undefined ? undefined : dateOf(lead)
  return {
    actor,
    position: taken.position,
    isVoteUndeclared: taken.isVoteUndeclared,
    isConditional: taken.isConditional,
    isDisputed: taken.isDisputed,
    ...(date !== undefined && { date }),
    ...(lead !== undefined && { basis: lead.claim.basis }),
    claims: deciding.map(({ claim }) => claim),
    outweighed: outweighed.map(({ claim }) => claim),
    aside,
    ...(former !== undefined &&
      former.position !== taken.position &&
      sideOf(former.position) !== sideOf(taken.position) && {
        before: { position: former.position, ...(former.date !== undefined && { date: former.date }) },
      }),
    choice: taken.choice,
  }
}

const PLAIN = { isVoteUndeclared: false, isConditional: false, isDisputed: false }

function read(claims: readonly Dated[], isSponsor: boolean) {
  const held = claims.map((one) => (isAlternative(one, claims) ? 'undeclared' : one.claim.stance))
  const found = LADDER.filter(([stance]) => held.includes(stance))
  const [first] = found
  const isConditional = claims.every(({ claim }) => claim.conditional === true)
  const isDisputed = new Set(found.map(([, position]) => sideOf(position)).filter((side) => side !== 'silent')).size > 1
  const isForIt = first?.[1] === 'for' && (isSponsor || found.some(([, position]) => position === 'sponsors'))
  const choices = found
    .filter(([, position]) => position !== 'undeclared' || found.length === 1)
    .map(([, , choice]) => choice)
  return {
    position: isForIt ? ('sponsors' as const) : (first?.[1] ?? ('unknown' as const)),
    isVoteUndeclared: found.length > 1 && found.some(([, position]) => position === 'undeclared'),
    isConditional,
    isDisputed,
    choice: isConditional ? ANY : choices.reduce((sum, choice) => sum | choice, 0) || ANY,
  }
}

/** "Will veto or abstain": words that name an abstention and another vote at once leave the vote open. */
function isAlternative({ claim }: Dated, claims: readonly Dated[]): boolean {
  if (claim.cast === true) return false
  return claims.some(
    ({ claim: other }) =>
      other.article === claim.article &&
      other.quote.start < claim.quote.end &&
      claim.quote.start < other.quote.end &&
      other.stance !== claim.stance &&
      other.stance !== 'undeclared' &&
      claim.stance !== 'undeclared' &&
      (other.stance === 'abstains' || claim.stance === 'abstains'),
  )
}

/** A claim on a group is never one of its members’: it is marked so, or its actor is the Council itself. */
function isCollective(claim: StanceClaim): boolean {
  return claim.collective !== undefined || claim.actor === 'UNSC'
}

function dateOf(one: Dated | undefined): VagueDate | undefined {
  return one?.claim.date ?? one?.span?.to
}
