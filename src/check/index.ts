export { Activity } from './activity.js'
export { ACTIVITY_KINDS } from './activity-kinds.js'
export type { Answer, PossibleMatch } from './answer.js'
export { type Band, bandText } from './ceiling-bands.js'
export { type CeilingFigure, type CeilingFigures, figuresFrom } from './ceiling-figures.js'
export {
  type CeilingShare,
  ceilingShares,
  type LimbShare,
  type RunningTotal,
  type SourceShare,
  type Step,
} from './ceiling-shares.js'
export {
  type Ceiling,
  type CeilingReport,
  ceilingFor,
  ceilingPeriod,
  ceilings,
  judgeReport,
  unitsOf,
} from './ceilings.js'
export { type CheckOptions, check, parseActivity } from './check.js'
export { COVERAGE_NOTE, type Coverage } from './coverage.js'
export { type ClassifiedGoods, classifyGoods, goodsFields } from './goods.js'
export { ANSWER_COLUMNS, answerCells, type BatchLine, checkLine, errorCells, lineOfRow } from './rows.js'
export { isAmong } from './scope.js'
export { isWanted, KINDS_OF_MEASURE, type MeasureQuery } from './select.js'
export { type Finding, VERDICTS, type Verdict } from './verdicts.js'
