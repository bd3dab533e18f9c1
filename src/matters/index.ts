export type { MatterArticle, MatterClaim, MatterView } from './claim.js'
export { countOf, draftAtIssue, type MatterCountOptions, matterCount } from './count.js'
export { editableFields, editedClaim, fieldOf } from './edit.js'
export { type Change, changeDraft, changeMatter, makeDraft, makeMatter } from './make.js'
export { viewOn } from './on-day.js'
export { isOnText, TEXT_EVENTS } from './on-draft.js'
export { type MatterQuery, matterClaims, openAs, openMatter } from './open.js'
export {
  type MatterPositions,
  matterPositions,
  type PositionCell,
  type PositionColumn,
  type PositionRow,
  positionsOf,
} from './positions.js'
export {
  articleOf,
  claimsToReview,
  REVIEW_STATES,
  type ReviewItem,
  type ReviewQuery,
  type ReviewState,
} from './review.js'
export { mattersSuggested, type SuggestedMatter } from './suggested.js'
export { recordedVoteOf } from './vote.js'
