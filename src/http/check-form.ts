import type { Activity } from '../check/index.js'

type Kind = Activity['kind']

export interface Field {
  readonly label: string
  /** Where the value goes in the activity, as a dotted path. */
  readonly path: string
  readonly type: 'text' | 'state' | 'goods' | 'quantity' | 'choice' | 'parties' | 'number' | 'boolean'
  readonly hint?: string
  readonly choices?: readonly string[]
}

/** What a form may ask of an activity; every field may stay empty, which states nothing. */
export const FIELDS: Readonly<Record<string, Field>> = {
  action: {
    label: 'What is done',
    path: 'action',
    type: 'text',
    hint: 'a verb: supply, procure, process_payment, port_entry',
  },
  from: { label: 'From which state', path: 'exporter_country', type: 'state' },
  to: { label: 'To which state', path: 'importer_country', type: 'state' },
  goods: { label: 'Goods', path: 'goods', type: 'goods', hint: 'HS code, description, or both: 2710.19 diesel' },
  quantity: { label: 'Quantity', path: 'quantity', type: 'quantity', hint: 'with its unit: 20000 bbl' },
  total: {
    label: 'Total of the period before this act',
    path: 'period_total_so_far',
    type: 'quantity',
    hint: 'all States together, with its unit',
  },
  value: { label: 'Value in US dollars', path: 'value_usd', type: 'number' },
  parties: { label: 'Parties', path: 'parties', type: 'parties', hint: 'one name a line' },
  actor: {
    label: 'Who acts',
    path: 'actor.type',
    type: 'text',
    hint: 'bank, insurer, carrier, port_authority, national',
  },
  actorState: { label: 'State of who acts', path: 'actor.country', type: 'state' },
  vessel: { label: 'Vessel', path: 'vessel.name', type: 'text' },
  imo: { label: 'IMO number', path: 'vessel.imo', type: 'text', hint: 'seven digits' },
  flag: { label: 'Flag', path: 'vessel.flag', type: 'state' },
  purpose: {
    label: 'Purpose',
    path: 'circumstances.purpose_class',
    type: 'text',
    hint: 'commercial, humanitarian, livelihood, diplomatic_mission',
  },
  approval: {
    label: 'Approval by the committee',
    path: 'circumstances.committee_approval',
    type: 'choice',
    choices: ['not_sought', 'pending', 'granted', 'refused'],
  },
  notice: {
    label: 'Notice to the committee',
    path: 'circumstances.committee_notice',
    type: 'choice',
    choices: ['given', 'not_given'],
  },
}

const TRADE = [
  'action',
  'from',
  'to',
  'goods',
  'quantity',
  'total',
  'value',
  'parties',
  'purpose',
  'approval',
  'notice',
]
const PARTY = ['action', 'from', 'to', 'actor', 'actorState', 'parties', 'purpose', 'approval']

/** What is worth asking for each kind of activity, in the order of asking. */
export const FIELDS_OF: Readonly<Record<Kind, readonly string[]>> = {
  trade: TRADE,
  finance: ['action', 'from', 'to', 'actor', 'actorState', 'value', 'goods', 'parties', 'purpose', 'approval'],
  asset_freeze: ['action', 'actor', 'actorState', 'value', 'parties', 'purpose', 'approval', 'notice'],
  vessel: [
    'action',
    'vessel',
    'imo',
    'flag',
    'from',
    'to',
    'actor',
    'actorState',
    'goods',
    'parties',
    'purpose',
    'approval',
  ],
  aviation: ['action', 'from', 'to', 'actor', 'actorState', 'goods', 'parties', 'purpose', 'approval'],
  inspection: ['action', 'vessel', 'imo', 'flag', 'from', 'to', 'actorState', 'goods'],
  travel: PARTY,
  work: PARTY,
  service: PARTY,
  training: PARTY,
  cooperation: PARTY,
  investment: ['action', 'from', 'to', 'actor', 'actorState', 'goods', 'value', 'parties', 'purpose', 'approval'],
  diplomatic: PARTY,
}
