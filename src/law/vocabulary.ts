/**
 * The closed vocabulary of the law files. Every value has one line of meaning; `data/law/README.md` explains how to use
 * them. Nothing here is about one regime: "the target" is the state that the regime is about.
 */

/** What a paragraph's verb does to states. */
export const FORCES = {
  binding: 'states must: decides, demands, requires, directs',
  'called-for': 'states are asked: calls upon, urges, encourages, recommends',
  interpretive:
    'says what another paragraph means (clarifies, affirms, reaffirms, notes, underscores); binds through it',
} as const

/** What a measure wants. */
export const DUTIES = {
  forbid: 'the act must not happen',
  require: 'the state must do the act; the activity that leaves it undone is the breach',
  cap: 'the act may happen up to a ceiling',
} as const

/** Which way goods, funds or persons go, seen from the target. */
export const FLOWS = {
  into: 'to the target',
  out: 'from the target',
  both: 'to or from the target; an act between others is not meant',
  any: 'the direction does not matter',
} as const

/** How one gets through an exemption. */
export const GATES = {
  itself: 'holds as soon as its conditions are met',
  notice: 'holds once the committee has been told in time',
  approval: 'holds once the committee has approved',
} as const

/** What a paragraph does to earlier measures or exemptions. */
export const EFFECTS = {
  replaces: 'ends them and puts this paragraph’s measure in their place',
  ends: 'ends them',
  suspends: 'they don’t apply from this day on, until reinstated',
  reinstates: 'they apply again',
  exempts: 'opens an exemption from them',
  amends: 'changes a detail that is told in words; the measure stays',
} as const

/** How wide a measure is drawn; among equally strict findings the narrower leads. */
export const BREADTHS = {
  named: 'names the very thing, such as one kind of goods, one act or one project',
  category: 'names a category in words, such as arms or luxury goods',
  chapters: 'names whole chapters of goods or all goods',
  'catch-all': 'reaches anything that is held to contribute',
} as const

type Keys<T> = Extract<keyof T, string>
export type Force = Keys<typeof FORCES>
export type Duty = Keys<typeof DUTIES>
export type Flow = Keys<typeof FLOWS>
export type Gate = Keys<typeof GATES>
export type EffectName = Keys<typeof EFFECTS>
export type Breadth = Keys<typeof BREADTHS>

export function keysOf<T extends object>(table: T): [Keys<T>, ...Keys<T>[]] {
  return Object.keys(table) as [Keys<T>, ...Keys<T>[]]
}
