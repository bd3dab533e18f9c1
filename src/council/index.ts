export {
  type Council,
  councilOn,
  everMembers,
  isMember,
  KNOWN_DAYS,
  memberFor,
  membersOn,
  type Term,
  termsOf,
} from './members.js'
export { gatherVotes, type Needs, outcome, type Question, type Ruling, type Tally, type Votes } from './outcome.js'
export {
  lastRecordedDay,
  letterOf,
  type RecordedVote,
  recordedVotes,
  votesByMember,
  votesOnText,
  voteWithId,
} from './record.js'
export {
  hasTally,
  isOpenToVeto,
  LETTERS,
  type Letter,
  MATTERS,
  type Matter,
  MODALITIES,
  type Modality,
  type Outcome,
  type Result,
  requiredVotes,
} from './rule.js'
export type { Confidence, Scope, VoteKind } from './vote-lines.js'
