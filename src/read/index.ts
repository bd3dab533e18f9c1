export { type Answer, type AnswerArticle, answer, type Matter, saidTogether, type Told } from './answer.js'
export type { Cited } from './cited.js'
export {
  ABOUT,
  type About,
  BASES,
  type Basis,
  BODIES,
  Claim,
  ContactClaim,
  EVENT_TYPES,
  EventClaim,
  type EventType,
  MEASURE_TYPES,
  MeasureClaim,
  type MeasureStatus,
  type MeasureType,
  MODES,
  STANCES,
  STATUSES,
  type Stance,
  StanceClaim,
} from './claim.js'
export { FLAG_KINDS, type Flag, type FlagQuote } from './flags.js'
export { statesNamed } from './named.js'
export { type AtIssue, type Held, type Position, sideOf } from './positions.js'
export { READER_VERSION, type Reading, type ReadOptions, readArticle } from './reading.js'
export { sentencesOf } from './sentences.js'
export { type WrongRule, wrongRules } from './thresholds.js'
