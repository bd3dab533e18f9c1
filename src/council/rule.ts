/** How a member voted: yes, no, abstention, or not participating (absent, or present and not voting). */
export const LETTERS = ['Y', 'N', 'A', 'X'] as const
export type Letter = (typeof LETTERS)[number]

/**
 * What is voted on, as far as the rule distinguishes. It can’t be derived from a text and is always an input.
 * A *preliminary question* (is this procedural?) is open to veto (San Francisco statement of 7 June 1945, part II, 2);
 * a review conference under Article 109 (3) takes any seven votes.
 */
export const MATTERS = ['substantive', 'procedural', 'preliminary question', 'article 109 (3)'] as const
export type Matter = (typeof MATTERS)[number]

export const MODALITIES = [
  'vote',
  'written procedure',
  'private ballot',
  'without vote',
  'consensus',
  'acclamation',
  'no objection',
  'in parts',
] as const
/** How the Council decided. The last five have no vote on the whole, so the rule has nothing to count. */
export type Modality = (typeof MODALITIES)[number]

export type Result = 'adopted' | 'vetoed' | 'not adopted'
/** `open`: the votes or positions known so far allow more than one result. */
export type Outcome = Result | 'open'

/** Whether votes were counted on the whole; where not, a recorded adoption has no tally. */
export function hasTally(modality: Modality): boolean {
  return modality === 'vote' || modality === 'written procedure' || modality === 'private ballot'
}

/**
 * Affirmative votes needed: nine, seven until 31 December 1965 (Charter, Article 27 (2) and (3), as amended from
 * 31 August 1965; the enlarged Council sat from 1 January 1966). Article 109 (3) kept its "any seven members".
 */
export function requiredVotes(on: string, matter: Matter): 7 | 9 {
  return on < '1966-01-01' || matter === 'article 109 (3)' ? 7 : 9
}

/** Charter, Article 27 (2) against (3); Article 109 (3) speaks of "any" members. */
export function isOpenToVeto(matter: Matter): boolean {
  return matter === 'substantive' || matter === 'preliminary question'
}

/** The letters that a member may still be recorded with, as bits; a vote cast is one bit. */
export type Choice = number
export const CHOICES: Readonly<Record<Letter, Choice>> = { Y: 1, N: 2, A: 4, X: 8 }
export const ANY: Choice = 15

/** What the rule needs to know of a Council: members in order, the permanent ones first. */
export interface Bench {
  readonly permanent: number
  readonly required: number
  readonly isOpenToVeto: boolean
}

export const CAN_BE_ADOPTED = 1
export const CAN_BE_VETOED = 2
export const CAN_FAIL = 4

/**
 * Which results are possible, as bits, when each member votes within its choice; order matters only in that permanent
 * members come first. A permanent member’s No below the threshold makes *not adopted* and no veto; an abstention,
 * absence or non-participation of a permanent member is never one.
 */
export function possibleResults(choices: ArrayLike<Choice>, bench: Bench): number {
  let sure = 0
  let possible = 0
  let forced = false
  let blocker = false
  let blockerWithoutYes = false
  for (let index = 0; index < choices.length; index++) {
    const choice = choices[index] ?? ANY
    if (choice === 1) sure++
    if (choice & 1) possible++
    if (index < bench.permanent && choice & 2) {
      blocker = true
      if (choice === 2) forced = true
      if (!(choice & 1)) blockerWithoutYes = true
    }
  }
  const { required } = bench
  let results = sure < required ? CAN_FAIL : 0
  if (possible >= required && !(bench.isOpenToVeto && forced)) results |= CAN_BE_ADOPTED
  if (bench.isOpenToVeto && blocker && possible - (blockerWithoutYes ? 0 : 1) >= required) results |= CAN_BE_VETOED
  return results
}

/** The one result that the bits leave, or `open`. */
export function outcomeOf(results: number): Outcome {
  if (results === CAN_BE_ADOPTED) return 'adopted'
  if (results === CAN_BE_VETOED) return 'vetoed'
  return results === CAN_FAIL ? 'not adopted' : 'open'
}
