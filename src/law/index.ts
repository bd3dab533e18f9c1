export type { Law, LawExemption, LawInstrument, LawMeasure, LawParagraph, RegimeLaw } from './measures.js'
