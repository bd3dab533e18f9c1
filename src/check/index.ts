export { ACTIVITY_KINDS, Activity } from './activity.js'
export { type Answer, type CheckOptions, check, type PossibleMatch, parseActivity } from './check.js'
export { COVERAGE_NOTE, type Coverage } from './coverage.js'
export { type Finding, VERDICTS, type Verdict } from './verdicts.js'
