import type { Brief } from './brief.js'
import { standSections } from './section-stands.js'
import {
  changeTable,
  decisionTable,
  doubtTable,
  earlierTable,
  lawSourceTable,
  lawTable,
  lineTable,
  measureTable,
  sourceTable,
} from './section-tables.js'
import { tableSection } from './section-texts.js'
import { line, plain, section } from './spans.js'
import { fitted, plural } from './wording.js'

/** A run of words in one style. */
export interface Span {
  readonly text: string
  readonly style?: 'strong' | 'quote' | 'cite' | 'dim' | 'good' | 'bad' | 'mixed'
  /** Where a citation leads: the anchor of a source, or an address. */
  readonly href?: string
}

export type Spans = readonly Span[]

export interface Table {
  readonly kind: 'table'
  /** `grid` has short cells to be compared; the cells of `rows` are read one after the other. */
  readonly layout: 'grid' | 'rows'
  readonly columns: readonly { readonly label: string; readonly weight: number }[]
  readonly rows: readonly (readonly Spans[])[]
}

export type Block =
  | { readonly kind: 'line'; readonly spans: Spans }
  | { readonly kind: 'picture'; readonly svg: string; readonly alt: string }
  | Table

export interface Section {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/** A brief as a document, which each format then draws in its own way. */
export interface BriefDocument {
  readonly title: string
  readonly subtitle: string
  readonly sections: readonly Section[]
  readonly foot: readonly string[]
}

export function documentOf(brief: Brief): BriefDocument {
  const { matter, on, since, basis } = brief
  const ruled = basis.accepted + basis.edited
  return {
    title: `${fitted(matter.title)}: brief of ${on}`,
    subtitle: [
      `Rests on ${plural(basis.articles - basis.repeats, 'report')}${basis.repeats === 0 ? '' : ` (and ${plural(basis.repeats, 'repeat')} of them)`}`,
      `${plural(basis.claims, 'claim')}, ${ruled === 0 ? 'none of them reviewed' : `${ruled} of them reviewed`}`,
      matter.isMade ? `matter ${matter.id}` : 'no matter was made: every article about this state',
    ].join(' · '),
    sections: [
      tableSection(brief),
      ...standSections(brief),
      section(
        'changes',
        since === undefined ? 'Stances that changed' : `What changed after ${since}`,
        changeTable(brief),
      ),
      section('contacts', 'Contacts', lineTable(brief.contacts)),
      section('events', 'Events', lineTable(brief.events)),
      section('measures', 'Measures, as reported', measureTable(brief)),
      section('earlier', 'Earlier texts', earlierTable(brief)),
      section('decisions', 'Votes on record whose title names the state concerned', decisionTable(brief)),
      section('doubts', 'Doubtful', doubtTable(brief)),
      section(
        'unknown',
        'Not known',
        brief.unknown.map((note) => line(plain(note))),
      ),
      section('in-force', `Measures of the Council in force on ${on}`, lawTable(brief)),
      section('sources', 'Sources', sourceTable(brief)),
      section('law', 'Texts cited', lawSourceTable(brief)),
    ].filter(({ blocks }) => blocks.length > 0),
    foot: [
      '[2:104–151] is source 2, characters 104 to 151 of its text (UTF-16, from 0). ✓ marks words whose reading a person accepted or edited.',
      'Positions are as reported and are no votes; unknown means that no report says, undeclared that the member would not say. Measures are told in our own words; national law may be stricter. No legal advice.',
      `State of the record ${basis.digest} · ${basis.edition}`,
    ],
  }
}
