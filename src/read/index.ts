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
export { READER_VERSION, type Reading, type ReadOptions, readArticle } from './reading.js'
export { sentencesOf } from './sentences.js'
