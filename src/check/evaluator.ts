import type { ConditionName } from '../law/index.js'
import type { Facts } from './facts.js'

/** What a condition may look up beside the facts: names and days of the measure or exemption that it stands on. */
export interface Subject {
  readonly names?: readonly string[] | undefined
  readonly adopted?: string | undefined
  readonly confirmedBy?: 'procuring' | 'exporting' | undefined
}

/** Answers one condition: true, false, or undefined where the activity does not say. */
export type Evaluator = (facts: Facts, subject: Subject) => boolean | undefined

/** Conditions that more than a stated fact answers. */
export type Evaluators = Partial<Record<ConditionName, Evaluator>>
