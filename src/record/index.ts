export {
  hasAccounts,
  keepAccount,
  keepToken,
  type StoredAccount,
  type StoredToken,
  storedAccount,
  storedAccounts,
  storedToken,
  storedTokens,
} from './accounts.js'
export { type Added, type AddOptions, addArticles } from './add.js'
export {
  type AnswerRow,
  type AnswersWanted,
  answerIdFor,
  answerRows,
  type Edition,
  eachAnswerRow,
  editionBody,
  keepAnswerRows,
  type NewAnswer,
} from './answers.js'
export { type Attachment, claimWithId, keepAttachments, storedAttachments } from './attachments.js'
export { type ArticleLine, articleLines, browseArticles } from './browse-articles.js'
export { browseClaims, type ClaimFilter, type ClaimLine, type ClaimPlace } from './browse-claims.js'
export { ceilingReports, type KeptCeilingReport, keepCeilingReport, type NewCeilingReport } from './ceilings.js'
export type { Connection, Row, Value } from './connection.js'
export { keepDraft, type StoredDraft, storedDraft, storedDrafts } from './drafts.js'
export { exportRecord, type Manifest } from './export.js'
export { DraftFacts, type DraftInput, MatterFacts, type MatterInput, slugOf } from './facts.js'
export { type FilesFound, verifyFiles } from './files.js'
export { canonicalJson, idOf, sha256 } from './hash.js'
export { entriesAfter, type LogNews, type RecordHead, recordHead } from './head.js'
export { importRecord } from './import.js'
export { type Known, momentOf, seqKnown } from './known.js'
export type { ArticleFilter, ArticlePlace } from './latest-readings.js'
export { keep, type LogEntry, type NewRows, type Stamp } from './log.js'
export { type Kept, keepMatter, type StoredMatter, storedMatter, storedMatters } from './matters.js'
export { isServer, openRecord } from './open.js'
export { articleId, type Incoming, type Reader } from './prepare.js'
export { keepProposal, type NewProposal, type Proposal, proposals } from './proposals.js'
export { type ReadingChange, readingDiff, rereadArticles } from './reread.js'
export { keyOf } from './rows.js'
export {
  type ClaimRuling,
  keepRulings,
  latestRulings,
  type RulingInput,
  rulingsOf,
  VERDICTS,
  type Verdict,
} from './rulings.js'
export { articlesAbout, articlesWithName, latestReadings, type ReadingHead } from './select.js'
export { recordSize } from './size.js'
export {
  repeats,
  type StoredArticle,
  type StoredClaim,
  type StoredReading,
  storedReadings,
  type Wanted,
} from './stored.js'
export { type Verified, verifyRecord } from './verify.js'
