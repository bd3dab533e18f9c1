export { type Chunks, parseConsolidatedXml, readConsolidatedXml, type XmlReading } from './consolidated-xml.js'
export {
  asOf,
  BirthDate,
  CONSEQUENCES,
  Consequence,
  type ConsequenceInForce,
  type ConsequenceKind,
  consequencesOn,
  Designation,
  isListingInForce,
  KINDS,
  type Kind,
  Listing,
  ListSnapshot,
  listingsOn,
  snapshotOn,
} from './designation.js'
export { parseImo } from './imo.js'
export type { Likeness, NameField } from './index-names.js'
export type { Party } from './party.js'
export { designationLists, listFor } from './published.js'
export type { Conflict, Reason } from './reasons.js'
export { type Match, type OutsideMatch, type Screening, screen, type Through } from './screen.js'
export { normalise } from './spelling.js'
