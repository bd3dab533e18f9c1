import type { CivilDate } from '../dates.js'
import { PenholderError, type Problem } from '../errors.js'
import { type Council, councilOn, memberFor } from './members.js'
import {
  ANY,
  CAN_BE_ADOPTED,
  CAN_BE_VETOED,
  CAN_FAIL,
  CHOICES,
  type Choice,
  hasTally,
  isOpenToVeto,
  LETTERS,
  type Letter,
  type Matter,
  type Modality,
  type Outcome,
  outcomeOf,
  possibleResults,
  type Result,
  requiredVotes,
} from './rule.js'

/** Votes by member; a member that is left out is unknown, never absent. */
export type Votes = Readonly<Record<string, Letter>>

export interface Question {
  readonly on: CivilDate
  readonly matter: Matter
  /** How the Council decided; counted votes where it is left out. */
  readonly modality?: Modality
}

export interface Tally {
  readonly yes: number
  readonly no: number
  readonly abstaining: number
  readonly notParticipating: number
  readonly unknown: number
}

/** What would settle an open count. */
export interface Needs {
  /** Whether it can still be adopted. */
  readonly canPass: boolean
  /** Votes in favour that are still missing. */
  readonly moreYes: number
  /** Members that could give them. */
  readonly from: readonly string[]
  /** It fails for want of votes once so many of `from` do not vote in favour; absent where it can’t fail so any more. */
  readonly failsWithout?: number
  /** Permanent members whose No would still be a veto. */
  readonly canBeVetoedBy: readonly string[]
  /** Permanent members whose No stands already, or is signalled: a veto if the text gets the votes it needs. */
  readonly noCastBy: readonly string[]
}

export interface Ruling {
  readonly outcome: Outcome
  /** Affirmative votes needed on that day and matter. */
  readonly required: number
  /** Absent where the Council decided without counting votes on the whole. */
  readonly tally?: Tally
  /** The permanent members whose No defeated the text; empty where the outcome is no veto. */
  readonly vetoes: readonly string[]
  /** The results that are possible; one where the outcome is not open. */
  readonly possible: readonly Result[]
  /** Only for an open count. */
  readonly needs?: Needs
}

const NONE: readonly string[] = []
const RESULTS_BY_BITS: readonly (readonly Result[])[] = Array.from({ length: 8 }, (_, bits) => [
  ...(bits & CAN_BE_ADOPTED ? (['adopted'] as const) : []),
  ...(bits & CAN_BE_VETOED ? (['vetoed'] as const) : []),
  ...(bits & CAN_FAIL ? (['not adopted'] as const) : []),
])

/**
 * What the votes amount to under Article 27 of the Charter (or 109 (3)): `adopted`, `vetoed`, `not adopted`, or `open`
 * with what would settle it. Votes are given by member, or as letters in the order of `councilOn(on).states` with `?`
 * for unknown. Modality comes before the tally: an adoption without a vote has none.
 * Throws `bad-input` for a member that sat not on that day, for letters of the wrong length and for dates out of range.
 */
export function outcome(votes: Votes | string, question: Question): Ruling {
  const council = councilOn(question.on)
  const required = requiredVotes(question.on, question.matter)
  if (question.modality !== undefined && !hasTally(question.modality)) {
    return { outcome: 'adopted', required, vetoes: NONE, possible: RESULTS_BY_BITS[CAN_BE_ADOPTED] ?? [] }
  }
  return rulingOn(
    typeof votes === 'string' ? readLetters(votes, council) : readVotes(votes, question.on),
    council,
    question,
  )
}

/** The same for choices: the letters that each member may still be recorded with. */
function rulingOn(choices: readonly Choice[], council: Council, { on, matter }: Question): Ruling {
  const required = requiredVotes(on, matter)
  const bits = possibleResults(choices, {
    permanent: council.permanent,
    required,
    isOpenToVeto: isOpenToVeto(matter),
  })
  const result = outcomeOf(bits)
  const tally = tallyOf(choices)
  const possible = RESULTS_BY_BITS[bits] ?? []
  if (result === 'open') {
    const needs = needsOf(choices, council, required, isOpenToVeto(matter), tally.yes)
    return { outcome: result, required, tally, vetoes: NONE, possible, needs }
  }
  const vetoes =
    result === 'vetoed' ? council.states.filter((_, at) => at < council.permanent && choices[at] === 2) : NONE
  return { outcome: result, required, tally, vetoes, possible }
}

/**
 * What declared positions amount to before a vote: always `open`, as a position is no vote, with what is needed and what is
 * possible if members vote as they say.
 */
export function prospectOn(choices: readonly Choice[], council: Council, question: Question): Ruling {
  const ruling = rulingOn(choices, council, question)
  const { required } = ruling
  const yes = ruling.tally?.yes ?? 0
  const needs = needsOf(choices, council, required, isOpenToVeto(question.matter), yes)
  return { ...ruling, outcome: 'open', vetoes: NONE, needs }
}

function tallyOf(choices: readonly Choice[]): Tally {
  let [yes, no, abstaining, notParticipating] = [0, 0, 0, 0]
  for (const choice of choices) {
    if (choice === 1) yes++
    else if (choice === 2) no++
    else if (choice === 4) abstaining++
    else if (choice === 8) notParticipating++
  }
  const unknown = choices.length - yes - no - abstaining - notParticipating
  return { yes, no, abstaining, notParticipating, unknown }
}

function needsOf(
  choices: readonly Choice[],
  council: Council,
  required: number,
  vetoable: boolean,
  yes: number,
): Needs {
  const choiceAt = (at: number) => choices[at] ?? ANY
  const from = council.states.filter((_, at) => choiceAt(at) & 1 && choiceAt(at) !== 1)
  const reachable = yes + from.length
  const couldBlock = (at: number) =>
    vetoable && at < council.permanent && (choiceAt(at) & 2) !== 0 && reachable - (choiceAt(at) & 1) >= required
  const noCastBy = council.states.filter((_, at) => choiceAt(at) === 2 && couldBlock(at))
  return {
    canPass: reachable >= required && noCastBy.length === 0,
    moreYes: Math.max(0, required - yes),
    from,
    ...(yes < required && { failsWithout: Math.max(0, reachable - required + 1) }),
    canBeVetoedBy: council.states.filter((_, at) => choiceAt(at) !== 2 && couldBlock(at)),
    noCastBy,
  }
}

/** Votes by member from lists of codes or names; throws with every problem at once, such as a vote given twice. */
export function gatherVotes(lists: Readonly<Partial<Record<Letter, readonly string[]>>>, on: CivilDate): Votes {
  const votes: Record<string, Letter> = {}
  const problems: Problem[] = []
  for (const letter of LETTERS) {
    for (const name of lists[letter] ?? []) {
      const member = memberFor(name, on)
      if (typeof member !== 'string') problems.push(member)
      else if (votes[member] !== undefined) {
        problems.push({
          code: 'bad-input',
          what: `${member} votes twice: ${votes[member]} and ${letter}`,
          expected: 'one vote for each member',
        })
      } else votes[member] = letter
    }
  }
  if (problems.length > 0) throw new PenholderError(problems)
  return votes
}

function readVotes(votes: Votes, on: CivilDate): Choice[] {
  const { states } = councilOn(on)
  const choices = new Array<Choice>(states.length)
  let met = 0
  let isSound = true
  for (let index = 0; index < states.length; index++) {
    const letter = votes[states[index] as string]
    choices[index] = letter === undefined ? ANY : choiceOf(letter.charCodeAt(0))
    if (letter !== undefined) met++
    if (letter !== undefined && (CHOICES[letter] === undefined || choices[index] === ANY)) isSound = false
  }
  for (const _ in votes) met--
  if (isSound && met === 0) return choices
  throw new PenholderError(defectsOf(votes, on))
}

function defectsOf(votes: Votes, on: CivilDate): Problem[] {
  const { states } = councilOn(on)
  return Object.entries(votes).flatMap(([state, letter]): Problem[] => [
    ...(states.includes(state) ? [] : [asProblem(memberFor(state, on), state)]),
    ...(CHOICES[letter] === undefined
      ? [{ code: 'bad-input' as const, what: `${state} has the vote "${letter}"`, expected: LETTERS.join(', ') }]
      : []),
  ])
}

function asProblem(found: string | Problem, given: string): Problem {
  return typeof found === 'string' ? { code: 'bad-input', what: `"${given}" is no code`, expected: found } : found
}

function readLetters(letters: string, council: Council): Choice[] {
  const size = council.states.length
  const choices = new Array<Choice>(size)
  let isSound = letters.length === size
  for (let index = 0; isSound && index < size; index++) {
    const choice = choiceOf(letters.charCodeAt(index))
    choices[index] = choice
    isSound = choice !== 0
  }
  if (isSound) return choices
  throw new PenholderError({
    code: 'bad-input',
    what: `"${letters}" is no vote of ${size} members`,
    expected: `${size} letters Y, N, A, X or ?, in the order ${council.states.join(' ')}`,
  })
}

/** By character code, which is quicker than by letter: Y, N, A, X, ?; 0 for any other. */
function choiceOf(code: number): Choice {
  if (code === 89) return 1
  if (code === 65) return 4
  if (code === 78) return 2
  if (code === 88) return 8
  return code === 63 ? ANY : 0
}
