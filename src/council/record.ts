import { votes as table } from '#data/votes'
import { type DocumentSymbol, printSymbol, yearOfResolution } from '../cite/index.js'
import type { CivilDate } from '../dates.js'
import type { Tally, Votes } from './outcome.js'
import { type PackedExtras, type PackedRecord, RESULTS } from './packed.js'
import { hasTally, type Letter, type Matter, type Modality, type Result } from './rule.js'
import type { Confidence, Scope, VoteKind } from './vote-lines.js'

/** A decision of the Council on record: what was put, who voted how, and how sure the row is. */
export interface RecordedVote {
  /** Of the data set that the record was made from: `BD-2057`; `ADD-…`, `PROC-…` where it has none. */
  readonly id: string
  readonly date: CivilDate
  /** Symbol of the resolution, draft or meeting, with what the source adds ("S/7951/Rev.2 (para. 1)"). */
  readonly text: string
  /** Agenda item or subject; an ellipsis where the source cut it. */
  readonly title: string
  readonly kind: VoteKind
  readonly scope: Scope
  readonly matter: Matter
  readonly modality: Modality
  readonly outcome: Result
  readonly vetoedBy: readonly string[]
  /** Members in the order of `letters`. */
  readonly members: readonly string[]
  /** One of Y, N, A, X for each member; empty where no breakdown is on record, nominal for a text adopted in parts. */
  readonly letters: string
  /** Absent for a decision without a vote and where the source has none. */
  readonly tally?: Omit<Tally, 'unknown'>
  readonly meeting?: string
  /** Codes of the data dictionary (data/council/README.md). */
  readonly source: string
  readonly confidence: Confidence
  readonly note?: string
  /** What was corrected against the source, and why. */
  readonly corrections: readonly string[]
}

const packed = table as PackedRecord
let record: readonly RecordedVote[] | undefined

/** Every decision on record since 1946, in order of time. */
export function recordedVotes(): readonly RecordedVote[] {
  record ??= unpackRecord()
  return record
}

/** The decisions on a text: usually one, more where it was voted in parts; none where the record has no vote on it. */
export function votesOnText(symbol: DocumentSymbol): RecordedVote[] {
  const printed = printSymbol(symbol)
  return recordedVotes().filter((vote) => {
    const at = vote.text.indexOf(printed)
    return at >= 0 && !/^[\w/.]/.test(vote.text.slice(at + printed.length))
  })
}

export function voteWithId(id: string): RecordedVote | undefined {
  return recordedVotes().find((vote) => vote.id === id.toUpperCase())
}

/** Last day of the record. */
export function lastRecordedDay(): CivilDate {
  return recordedVotes().at(-1)?.date ?? ''
}

/** Letters by member; empty where no breakdown is on record. */
export function votesByMember(vote: RecordedVote): Votes {
  return Object.fromEntries([...vote.letters].map((letter, at) => [vote.members[at] ?? '', letter as Letter]))
}

/** Where the vote of a member is, or undefined: not a member that day, or no breakdown. */
export function letterOf(vote: RecordedVote, state: string): Letter | undefined {
  const at = vote.members.indexOf(state)
  return at < 0 ? undefined : (vote.letters[at] as Letter | undefined)
}

function unpackRecord(): RecordedVote[] {
  const chambers = packed.chambers.map((members) => members.split(' '))
  const titles = packed.titles.split('~')
  return packed.votes.split('~').map((row) => {
    const [chamber, date = '', text = '', short = '', result, meeting = '', number = '', title, place = ''] =
      row.split('|')
    const members = chambers[Number(chamber)] ?? []
    const extras: PackedExtras = place === '' ? {} : (packed.extras[Number(place)] ?? {})
    const letters = short === '-' ? '' : short === '' ? 'Y'.repeat(members.length) : short
    const id = /^\d/.test(number) ? `BD-${number}` : number
    const source = extras.source ?? 'BD+DHL'
    const isResolution = /^\d+$/.test(text)
    const modality = (extras.modality ?? 'vote') as Modality
    const tally = hasTally(modality) ? tallyOf(letters, extras.tally) : undefined
    return {
      id,
      date,
      text: isResolution ? `S/RES/${text} (${yearOfResolution(Number(text)) ?? date.slice(0, 4)})` : text,
      title: titles[Number(title)] ?? '',
      kind: (extras.kind ?? (isResolution ? 'resolution' : 'draft')) as VoteKind,
      scope: (extras.scope ?? 'whole') as Scope,
      matter: (extras.matter ?? 'substantive') as Matter,
      modality,
      outcome: RESULTS[Number(result)] ?? 'adopted',
      vetoedBy: extras.by?.split(' ') ?? [],
      members,
      letters,
      ...(tally && { tally }),
      ...(meeting !== '' && { meeting: /^\d+$/.test(meeting) ? `S/PV.${meeting}` : meeting }),
      source,
      confidence: (extras.confidence ?? (source === 'BD' ? 'one source' : 'confirmed')) as Confidence,
      ...(extras.note !== undefined && { note: extras.note }),
      corrections: packed.corrections[id] ?? [],
    }
  })
}

function tallyOf(letters: string, given: readonly number[] | undefined): Omit<Tally, 'unknown'> | undefined {
  if (given !== undefined) {
    const [yes = 0, no = 0, abstaining = 0, notParticipating = 0] = given
    return { yes, no, abstaining, notParticipating }
  }
  if (letters === '') return undefined
  const count = (letter: Letter) => letters.split(letter).length - 1
  return { yes: count('Y'), no: count('N'), abstaining: count('A'), notParticipating: count('X') }
}
