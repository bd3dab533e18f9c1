export type {
  Brief,
  BriefCount,
  BriefText,
  BriefVote,
  Change,
  Cite,
  Column,
  Decision,
  Doubt,
  LawLine,
  Line,
  Row,
  Source,
  Stand,
  Words,
} from './brief.js'
export { type BriefOptions, briefFrom } from './brief-from.js'
export type { BriefMaterial, MaterialArticle } from './material.js'
export { briefOf } from './open.js'
export { BRIEF_FORMATS, type BriefFormat, renderBrief, renderTables } from './render.js'
export type { SheetTable } from './sheets.js'
