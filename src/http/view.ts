/**
 * What the workbench may know of the rooms below besides the API: types, and pure helpers that draw nothing from data
 * sets but the names of states. No server code, so that the pages stay small.
 */
export type { Answer as CheckAnswer, Finding, Verdict } from '../check/index.js'
export { ACTIVITY_KINDS, VERDICTS } from '../check/index.js'
export type { countView, Letter, Mark, Position } from '../council/index.js'
export { MARKS, markFor } from '../council/index.js'
export type { CivilDate, Period, VagueDate } from '../dates.js'
export { addDays, dayNumber, fromDayNumber, isCivilDate, isWithin, spanOf } from '../dates.js'
export type { Problem } from '../errors.js'
export type { Cap, LawExemption, LawMeasure } from '../law/index.js'
export type { Quantity } from '../quantities.js'
export { parseQuantity, printQuantity } from '../quantities.js'
export type { Claim, Flag } from '../read/index.js'
export { ABOUT, EVENT_TYPES, MEASURE_TYPES, MODES, STANCES, STATUSES } from '../read/index.js'
export type { ArticleLine } from '../record/index.js'
export { printActor, printState, stateFor, states } from '../states.js'
export type { Field } from './check-form.js'
export { mayAct } from './roles.js'
export type { Page } from './shapes/page.js'
