import type { Count, CountedMember } from './count.js'
import type { Position } from './ladder.js'
import { hasTally, type Letter } from './rule.js'

/** How a seat is shown: a word for people, a letter and a pattern that stay readable in grey, a colour that most can tell. */
export interface Mark {
  readonly label: string
  readonly letter: string
  /** After the palette of M. Okabe and K. Ito, made for colour-blind readers. */
  readonly fill: string
  readonly ink: string
  readonly pattern?: 'stripes' | 'crossed' | 'dots' | 'dashed'
}

const VOTES: Readonly<Record<Letter, Mark>> = {
  Y: { label: 'in favour', letter: 'Y', fill: '#56B4E9', ink: '#000' },
  N: { label: 'against', letter: 'N', fill: '#D55E00', ink: '#fff', pattern: 'stripes' },
  A: { label: 'abstaining', letter: 'A', fill: '#F0E442', ink: '#000', pattern: 'dots' },
  X: { label: 'not participating', letter: 'X', fill: '#fff', ink: '#000', pattern: 'crossed' },
}
const NOT_PUT: Mark = { label: 'no vote taken', letter: '–', fill: '#F4F4F4', ink: '#000' }
const UNKNOWN: Mark = { label: 'unknown', letter: '?', fill: '#fff', ink: '#555', pattern: 'dashed' }
const POSITIONS: Readonly<Record<Position, Mark>> = {
  sponsors: { label: 'sponsors it', letter: 'S', fill: '#0072B2', ink: '#fff' },
  for: { label: 'for it', letter: 'F', fill: '#56B4E9', ink: '#000' },
  accepts: { label: 'accepts it', letter: 'C', fill: '#A6DCC9', ink: '#000' },
  undeclared: { label: 'undeclared', letter: 'U', fill: '#DDDDDD', ink: '#000' },
  abstaining: { label: 'will abstain', letter: 'A', fill: '#F0E442', ink: '#000', pattern: 'dots' },
  against: { label: 'opposes it', letter: 'O', fill: '#E69F00', ink: '#000', pattern: 'stripes' },
  'veto signalled': { label: 'signals a veto', letter: 'V', fill: '#D55E00', ink: '#fff', pattern: 'stripes' },
  unknown: UNKNOWN,
}

/** The order in which a legend or a table lists marks. */
export const MARKS: readonly Mark[] = [VOTES.Y, VOTES.N, VOTES.A, VOTES.X, NOT_PUT, ...Object.values(POSITIONS)]

/** The vote where one was cast, else the position; unknown where neither is told. */
export function markOf(member: CountedMember, count: Count): Mark {
  if (member.vote === undefined && count.text.vote !== undefined && !hasTally(count.text.vote.modality)) return NOT_PUT
  return markFor(member.vote, member.stand?.position)
}

/** The mark of a vote, else of a position; unknown where there is neither. */
export function markFor(vote: Letter | undefined, position: Position | undefined): Mark {
  if (vote !== undefined) return VOTES[vote]
  return position === undefined ? UNKNOWN : POSITIONS[position]
}

/** Members by mark, in the order of `MARKS`. */
export function membersByMark(count: Count): { readonly mark: Mark; readonly members: readonly CountedMember[] }[] {
  return MARKS.map((mark) => ({
    mark,
    members: count.members.filter((member) => markOf(member, count) === mark),
  })).filter(({ members }) => members.length > 0)
}
