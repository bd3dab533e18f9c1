export { type Difference, differencesOf } from './differences.js'
export { currentEdition, currentVersions, type Outline, outlineOf, type Versions } from './editions.js'
export {
  type AnsweredCheck,
  eachKeptAnswer,
  figuresKnown,
  type KeptAnswer,
  keepAnswers,
  keptAnswers,
  noted,
} from './keep.js'
export { type Reason, reasonsFor, type Side } from './reasons.js'
export { dayKnown, type Rerun, rerunAnswers } from './rerun.js'
