import type { StanceClaim } from '../read/index.js'
import { ANY, CHOICES, type Choice } from './rule.js'

export const POSITIONS = [
  'sponsors',
  'for',
  'accepts',
  'undeclared',
  'abstaining',
  'against',
  'veto signalled',
  'unknown',
] as const

/** Our reading of where one actor stands on one text on a day. `unknown`: no claim says; `undeclared`: it would not say. */
export type Position = (typeof POSITIONS)[number]

const NO_BLOCK = CHOICES.Y | CHOICES.A | CHOICES.X
const NO_YES = CHOICES.N | CHOICES.A | CHOICES.X

/** Least favourable to the text first: where claims of one time contradict each other, the count must not lean on the better one. */
export const LADDER: readonly [StanceClaim['stance'], Position, Choice][] = [
  ['vetoes', 'veto signalled', CHOICES.N],
  ['opposes', 'against', NO_YES],
  ['abstains', 'abstaining', CHOICES.A],
  ['accepts', 'accepts', NO_BLOCK],
  ['supports', 'for', CHOICES.Y],
  ['sponsors', 'sponsors', CHOICES.Y],
  ['undeclared', 'undeclared', ANY],
]

/** The side of the vote that a position falls on; `silent` for those of whom no side is known. */
export function sideOf(position: Position): 'for' | 'against' | 'abstaining' | 'silent' {
  if (position === 'sponsors' || position === 'for' || position === 'accepts') return 'for'
  if (position === 'against' || position === 'veto signalled') return 'against'
  return position === 'abstaining' ? 'abstaining' : 'silent'
}
