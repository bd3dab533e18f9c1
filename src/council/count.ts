import type { CivilDate } from '../dates.js'
import { PenholderError } from '../errors.js'
import type { Claim, StanceClaim } from '../read/index.js'
import { printState } from '../states.js'
import type { Vantage } from './dated.js'
import { type Council, councilOn } from './members.js'
import { notesOn } from './notes.js'
import { type Needs, outcome, prospectOn, type Question, type Ruling, type Votes } from './outcome.js'
import { type ActorPosition, positions } from './positions.js'
import { letterOf, type RecordedVote } from './record.js'
import type { Letter, Matter } from './rule.js'
import { type CouncilText, type TextQuery, textAtIssue } from './texts.js'
import type { Settled } from './weighing.js'

/** A member in a count: its vote where votes are counted, its position where claims are. */
export interface CountedMember {
  readonly state: string
  readonly seat: 'permanent' | 'elected'
  readonly vote?: Letter
  readonly stand?: ActorPosition
  /** Marked as a party to the dispute, which Article 27 (3) would have abstain under Chapter VI; never inferred, no effect on the outcome. */
  readonly isParty: boolean
}

/** The members of a day, what each holds or did, and what it amounts to under Article 27. */
export interface Count {
  /** Votes on record, votes given by hand, or positions read from claims. */
  readonly from: 'record' | 'votes' | 'claims'
  readonly on: CivilDate
  readonly known?: CivilDate
  readonly matter: Matter
  readonly text: CouncilText
  readonly members: readonly CountedMember[]
  readonly ruling: Ruling
  /** Permanent members that said they are against or signalled a veto, of those whose No would be one. */
  readonly mayBlock: readonly string[]
  /** Only with claims: states and bodies without a seat that day. */
  readonly others: readonly ActorPosition[]
  readonly collective: readonly StanceClaim[]
  /** What the reader of this count must know, in whole sentences. */
  readonly notes: readonly string[]
}

export interface CountOptions extends Vantage {
  readonly matter: Matter
  readonly parties?: readonly string[]
  /** What people settled of the claims. */
  readonly settled?: Settled
}

/** Counts a decision on record. */
export function countRecorded(vote: RecordedVote, parties: readonly string[] = []): Count {
  const question: Question = { on: vote.date, matter: vote.matter, modality: vote.modality }
  const ruling =
    vote.letters === '' && vote.tally === undefined ? recordedRuling(vote, question) : rulingOfRecord(vote, question)
  const notes = [
    ...(vote.letters === '' && vote.tally !== undefined ? ['Who voted how is not on record; only the tally is.'] : []),
    ...(ruling.tally === undefined && vote.outcome === 'adopted'
      ? [`Adopted ${HOW[vote.modality] ?? 'without a vote'}: there is no tally.`]
      : []),
    ...(vote.confidence === 'confirmed' ? [] : [`Confidence of this row: ${vote.confidence} (source ${vote.source}).`]),
    ...(vote.note === undefined ? [] : [`${vote.note}.`]),
    ...vote.corrections.map((told) => `Corrected against the source: ${told}.`),
  ]
  return {
    from: 'record',
    on: vote.date,
    matter: vote.matter,
    text: {
      ...RECORDED,
      status: vote.outcome,
      label: `${vote.text}: ${vote.title}`,
      symbol: vote.text,
      decided: vote.date,
      vote,
    },
    members: councilOn(vote.date).members.map(({ state, seat }) => {
      const letter = ruling.tally === undefined ? undefined : letterOf(vote, state)
      return { state, seat, isParty: parties.includes(state), ...(letter !== undefined && { vote: letter }) }
    }),
    ruling,
    mayBlock: [],
    others: [],
    collective: [],
    notes,
  }
}

/** Counts votes given by hand; members left out are unknown. */
export function countVotes(votes: Votes, options: CountOptions & { readonly label?: string }): Count {
  const { on, matter, parties = [] } = options
  return {
    from: 'votes',
    on,
    matter,
    text: { ...RECORDED, status: 'none', label: options.label ?? 'votes given by hand' },
    members: councilOn(on).members.map(({ state, seat }) => {
      const letter = votes[state]
      return { state, seat, isParty: parties.includes(state), ...(letter !== undefined && { vote: letter }) }
    }),
    ruling: outcome(votes, { on, matter }),
    mayBlock: [],
    others: [],
    collective: [],
    notes: [],
  }
}

/**
 * Counts the positions that claims tell on the text at issue on a day. A text that was decided by then is closed with its
 * recorded vote; a text that is only expected is counted as what is said of it, and the notes say that there is no draft.
 * Throws `not-found` where the query names a text that neither the record nor a claim knows.
 */
export function countClaims(claims: readonly Claim[], options: CountOptions, query: TextQuery = {}): Count {
  const text = textAtIssue(claims, options, query)
  if (query.sponsor !== undefined && !text.sponsors.includes(query.sponsor)) {
    throw new PenholderError({
      code: 'not-found',
      what: `no claim tells of a draft that ${printState(query.sponsor)} tabled by ${options.on}`,
      todo: 'name another sponsor or symbol, or leave --draft out',
    })
  }
  return countText(claims, text, options)
}

/** Counts the positions that claims tell on a text that is known already; else as `countClaims`. */
export function countText(claims: readonly Claim[], text: CouncilText, options: CountOptions): Count {
  const council = councilOn(options.on)
  const found = positions(claims, text, options, options.settled)
  const closed = text.vote === undefined ? undefined : countRecorded(text.vote, options.parties)
  const ruling = closed?.ruling ?? rulingOfText(text, found.members, council, options)
  const stands = new Map(found.members.map((one) => [one.actor, one]))
  return {
    from: 'claims',
    on: options.on,
    ...(options.known !== undefined && { known: options.known }),
    matter: text.vote?.matter ?? options.matter,
    text,
    members: (text.vote === undefined ? council : councilOn(text.vote.date)).members.map(({ state, seat }) => {
      const stand = stands.get(state)
      const vote = closed?.members.find((one) => one.state === state)?.vote
      const isParty = options.parties?.includes(state) ?? false
      return { state, seat, isParty, ...(stand && { stand }), ...(vote !== undefined && { vote }) }
    }),
    ruling,
    mayBlock: ruling.needs === undefined ? [] : objectors(ruling.needs, stands),
    others: found.others,
    collective: found.collective,
    notes: [...(closed?.notes ?? []), ...notesOn(text, found.members, found.others)],
  }
}

const HOW: Readonly<Record<string, string>> = {
  'without vote': 'without a vote',
  consensus: 'by consensus',
  acclamation: 'by acclamation',
  'no objection': 'without objection',
  'in parts': 'in parts, with no vote on the whole',
}

const RECORDED = { sponsors: [], voteExpected: [], rivals: [], settledIn: [], claims: [], candidates: [] } as const

function rulingOfRecord(vote: RecordedVote, question: Question): Ruling {
  if (vote.letters !== '') return outcome(vote.letters, question)
  const { tally } = vote
  return { ...recordedRuling(vote, question), ...(tally && { tally: { ...tally, unknown: 0 } }) }
}

function recordedRuling(vote: RecordedVote, question: Question): Ruling {
  const { required } = outcome({}, { ...question, modality: 'vote' })
  return { outcome: vote.outcome, required, vetoes: vote.vetoedBy, possible: [vote.outcome] }
}

/** A decision that is only reported has its reported end and no tally. */
function rulingOfText(
  text: CouncilText,
  members: readonly ActorPosition[],
  council: Council,
  { on, matter }: Question,
): Ruling {
  const choices = members.map((member) => member.choice)
  const prospect = prospectOn(choices, council, { on, matter })
  const { status } = text
  if (status !== 'adopted' && status !== 'vetoed' && status !== 'not adopted') return prospect
  return { outcome: status, required: prospect.required, vetoes: [], possible: [status] }
}

function objectors(needs: Needs, stands: ReadonlyMap<string, ActorPosition>): string[] {
  return [...needs.noCastBy, ...needs.canBeVetoedBy].filter((state) => {
    const position = stands.get(state)?.position
    return position === 'against' || position === 'veto signalled'
  })
}
