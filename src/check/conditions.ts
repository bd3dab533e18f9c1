import type { Condition, ConditionName } from '../law/index.js'
import { ofCircumstances } from './conditions-circumstances.js'
import { ofParties } from './conditions-parties.js'
import { ofVessels } from './conditions-vessels.js'
import type { Evaluators, Subject } from './evaluator.js'
import type { Facts } from './facts.js'
import { answerOf, conditionNumbers, toldOf, UNASKED } from './words.js'

/** Conditions whose unstated fact makes the answer impossible, with the field that would tell. */
export const ASKED: Partial<Record<ConditionName, string>> = {
  'target-flagged': 'vessel.flag',
  'either-target-flagged': 'vessel.flag and counterpart_vessel.flag',
  'target-linked': 'vessel.flag, owner and operator',
  'in-port': 'vessel.location',
  'sensitive-field': 'circumstances.subject',
  new: 'circumstances.new',
  'more-than-one-account': 'circumstances.existing_accounts',
}

/** Conditions that lists or computations answer: they say nothing about what the activity itself denied. */
const LOOKED_UP: ReadonlySet<ConditionName> = new Set<ConditionName>([
  'party-listed',
  'party-travel-banned',
  'family-of-listed',
  'vessel-listed',
  'vessel-port-banned',
  'vessel-deflag-listed',
  'of-target',
  'with-target',
  'between-others',
  'target-bank',
  'not-target-national',
  'venture-with-target',
])

const special: Evaluators = { ...ofParties, ...ofVessels, ...ofCircumstances }

function numberOf(name: ConditionName): number {
  return conditionNumbers.get(name) ?? -1
}

/** Conditions whose answer depends on the measure or exemption that they stand on. */
const BY_SUBJECT: ReadonlySet<ConditionName> = new Set<ConditionName>([
  'party-exempt-bank',
  'confirmed-origin',
  'via-named-port',
  'named-project',
  'named-aircraft',
  'sensitive-field',
  'existing-before',
  'prior-lien',
])

const NOWHERE = { evaluator: undefined, isBySubject: true }
const byNumber = [...conditionNumbers.keys()].map((name) => ({
  evaluator: special[name as ConditionName],
  isBySubject: BY_SUBJECT.has(name as ConditionName),
}))

function holdsAlone(name: ConditionName, facts: Facts, subject: Subject): boolean | undefined {
  const number = numberOf(name)
  const known = facts.answers[number] ?? UNASKED
  if (known !== UNASKED) return answerOf(known)
  const { evaluator, isBySubject } = byNumber[number] ?? NOWHERE
  const answer = evaluator === undefined ? facts.stated(name) : evaluator(facts, subject)
  if (!isBySubject) facts.answers[number] = toldOf(answer)
  return answer
}

/** Whether a condition holds: true, false, or undefined where the activity does not say. */
export function holds(condition: Condition, facts: Facts, subject: Subject): boolean | undefined {
  if (typeof condition === 'string') return holdsAlone(condition, facts, subject)
  if ('not' in condition) return holds(condition.not, facts, subject) !== true
  const parts = 'any' in condition ? condition.any : condition.all
  const wanted = 'any' in condition
  let isOpen = false
  for (const part of parts) {
    const held = holds(part, facts, subject)
    if (held === wanted) return wanted
    if (held === undefined) isOpen = true
  }
  return isOpen ? undefined : !wanted
}

/** The fields that would tell, for the open parts of a condition whose answer is asked. */
export function askedBy(condition: Condition, facts: Facts, subject: Subject): string[] {
  if (typeof condition === 'string')
    return ASKED[condition] === undefined || holds(condition, facts, subject) !== undefined ? [] : [ASKED[condition]]
  if ('not' in condition) return []
  return ('any' in condition ? condition.any : condition.all).flatMap((part) => askedBy(part, facts, subject))
}

/** Whether the activity itself, and no list, denies the condition. */
export function isDenied(condition: Condition, facts: Facts, subject: Subject): boolean {
  if (typeof condition === 'string') return !LOOKED_UP.has(condition) && holds(condition, facts, subject) === false
  if ('not' in condition)
    return (
      typeof condition.not === 'string' &&
      !LOOKED_UP.has(condition.not) &&
      holds(condition.not, facts, subject) === true
    )
  return ('any' in condition ? condition.any : condition.all).some((part) => isDenied(part, facts, subject))
}

/** Names of the conditions that hold, for the reason. */
export function heldIn(condition: Condition, facts: Facts, subject: Subject): string[] {
  if (typeof condition === 'string') return holds(condition, facts, subject) === true ? [condition] : []
  if ('not' in condition) return []
  return ('any' in condition ? condition.any : condition.all).flatMap((part) => heldIn(part, facts, subject))
}
