export { lawAsKnown } from './as-known.js'
export { type LawChange, lawDiff, type MeasureInForce, measuresInForce } from './in-force.js'
export type { Law, LawEffect, LawExemption, LawInstrument, LawMeasure, LawParagraph, RegimeLaw } from './measures.js'
export { law, measureFor, regimeAbout, regimeFor } from './published.js'
export type { Cap, Condition, Exemption, GoodsGroup, Purpose, Report } from './schema.js'
export { measuresSpokenOf, measuresSpokenOfOn } from './spoken.js'
export { timelineSvg } from './timeline.js'
export {
  ACTS,
  type Act,
  CONDITIONS,
  type ConditionName,
  type Duty,
  type Flow,
  type Force,
  KIND_OF_ACT,
} from './vocabulary.js'
