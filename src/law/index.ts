export type { Law, LawExemption, LawInstrument, LawMeasure, LawParagraph, RegimeLaw } from './measures.js'
export { law, measureFor, regimeFor } from './published.js'
export type { Cap, Condition, Exemption, GoodsGroup, Purpose, Report } from './schema.js'
export {
  ACTS,
  type Act,
  CONDITIONS,
  type ConditionName,
  type Duty,
  type Flow,
  type Force,
} from './vocabulary.js'
