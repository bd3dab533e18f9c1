export { type Aside, asideOf } from './attach.js'
export {
  type Count,
  type CountedMember,
  type CountOptions,
  countClaims,
  countRecorded,
  countText,
  countVotes,
} from './count.js'
export { claimsSeenFrom, type DatedClaim, type SourceArticle, type Vantage } from './dated.js'
export { horseshoe } from './horseshoe.js'
export { POSITIONS, type Position } from './ladder.js'
export { MARKS, type Mark, markFor, markOf, membersByMark } from './marks.js'
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
export { type ActorPosition, type Positions, positions } from './positions.js'
export { presidentOn } from './presidency.js'
export {
  lastRecordedDay,
  letterOf,
  type RecordedVote,
  recordedVotes,
  votesByMember,
  votesOnText,
  voteWithId,
} from './record.js'
export { type WrongTally, wrongTallies } from './reported.js'
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
export { type Agreement, agreementOf, searchVotes, type VetoRow, type VoteQuery, vetoesByMember } from './search.js'
export { listed, needLines, outcomeLine } from './sentences.js'
export { type CouncilText, isDecided, NEGOTIATION_DAYS, type TextQuery, textAtIssue } from './texts.js'
export { countView } from './view.js'
export type { Confidence, Scope, VoteKind } from './vote-lines.js'
export { voteNamed, votesNamed } from './vote-named.js'
export type { Settled } from './weighing.js'
