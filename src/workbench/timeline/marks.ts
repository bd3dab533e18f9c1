import { type Claim, spanOf } from '../../http/view.js'
import type { MatterClaim, Timeline } from '../matter/shapes.js'
import { href } from '../place.js'
import { claimWords, nameOf, plain } from '../words.js'

export const LANES = [
  { id: 'triggers', label: 'Triggers' },
  { id: 'drafts', label: 'Drafts and votes' },
  { id: 'stances', label: 'Stances' },
  { id: 'contacts', label: 'Contacts' },
  { id: 'measures', label: 'Measures' },
  { id: 'answers', label: 'The target’s answers' },
] as const
export type LaneId = (typeof LANES)[number]['id']

/** One thing on the line: several reports of the same thing are one mark. */
export interface TimelineMark {
  readonly key: string
  readonly lane: LaneId
  readonly from: string
  readonly to: string
  readonly label: string
  /** Few letters that stand on the mark itself. */
  readonly short: string
  readonly isPlanned: boolean
  /** Stands on the day of its report, since its text gives no date. */
  readonly isReported?: boolean
  readonly claims: readonly MatterClaim[]
  /** Where it leads, for what no article but the law or the record tells. */
  readonly measure?: string
  /** Stands for many marks: it leads to its days. */
  readonly nearer?: { readonly from: string; readonly to: string }
}

const TRIGGERS = ['nuclear-test', 'missile-launch', 'attack', 'withdrawal']
const OF_COUNCIL = [
  'draft-tabled',
  'draft-expected',
  'vote-expected',
  'vote-held',
  'adopted',
  'vetoed',
  'not-adopted',
  'statement-adopted',
  'referral',
]
const SHORT: Readonly<Record<string, string>> = {
  'draft-tabled': 'tabled',
  'draft-expected': 'draft?',
  'vote-expected': 'vote?',
  'vote-held': 'vote',
  'not-adopted': 'fails',
  'statement-adopted': 'statement',
  'missile-launch': 'launch',
}

/** Everything dated of a matter as marks on lanes. What has no date is counted apart, or stands, marked so, on the day of its report. */
export function marksOf(line: Timeline, byReport: boolean): { marks: TimelineMark[]; undated: number } {
  const groups = new Map<string, { lane: LaneId; date: string; isReported: boolean; claims: MatterClaim[] }>()
  let undated = 0
  for (const one of [...line.events, ...line.contacts, ...line.measures, ...line.stances]) {
    const { claim } = one
    const lane = laneOf(claim, line.matter.target)
    if (lane === undefined) continue
    const isReported = claim.date === undefined
    const date = claim.date ?? (byReport ? one.published : undefined)
    if (isReported) undated++
    if (date === undefined) continue
    const key = `${lane}|${date}|${isReported ? 'reported|' : ''}${sameThing(claim)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { lane, date, isReported, claims: [one] })
    else group.claims.push(one)
  }
  const told = [...groups].map(([key, { lane, date, isReported, claims }]): TimelineMark => {
    const { claim } = claims[0] as MatterClaim
    const { from, to } = spanOf(date)
    const label = isReported ? `${claimWords(claim)} (reported that day, itself undated)` : claimWords(claim)
    const isPlanned = 'planned' in claim
    return { key, lane, from, to, label, short: shortOf(claim), isPlanned, isReported, claims }
  })
  return { marks: [...told, ...fromDrafts(line), ...fromLaw(line)].sort((a, b) => (a.from < b.from ? -1 : 1)), undated }
}

function laneOf(claim: Claim, target: string | undefined): LaneId | undefined {
  if (claim.kind === 'contact') return 'contacts'
  if (claim.kind === 'measure') return claim.status === 'proposed' ? 'drafts' : 'measures'
  if (claim.kind === 'stance') return claim.actor === target ? 'answers' : 'stances'
  if (OF_COUNCIL.includes(claim.type)) return 'drafts'
  if (TRIGGERS.includes(claim.type)) return 'triggers'
  if (claim.actor === target) return 'answers'
  return 'contacts'
}

/** Reports that tell the same thing of one day share a mark. */
function sameThing(claim: Claim): string {
  switch (claim.kind) {
    case 'contact':
      return [claim.mode, ...[...claim.parties].sort()].join()
    case 'measure':
      return ['measure', claim.by, claim.status, ...[...claim.types].sort()].join()
    case 'stance':
      return ['stance', claim.actor, claim.stance, claim.about].join()
    case 'event':
      return [claim.type, claim.actor, claim.instrument].join()
  }
}

function shortOf(claim: Claim): string {
  switch (claim.kind) {
    case 'event': {
      const word = SHORT[claim.type] ?? plain(claim.type)
      return claim.instrument === undefined ? word : `${word} ${numberOf(claim.instrument)}`
    }
    case 'contact':
      return claim.parties.length > 2 ? `${claim.parties[0]} +${claim.parties.length - 1}` : claim.parties.join('–')
    case 'measure':
      return `${claim.by} ${claim.status === 'lifted' ? 'lifts' : plain(claim.types[0] ?? 'measure')}${claim.types.length > 1 ? ' …' : ''}`
    case 'stance':
      return `${{ for: '+', against: '−', other: '·' }[sideOf(claim.stance)]} ${claim.actor}`
  }
}

/** `2375` of `S/RES/2375 (2017)`. */
function numberOf(symbol: string): string {
  return symbol.replace(/^S\/(?:RES\/)?/, '').replace(/ \(.*/, '')
}

function sideOf(stance: string): 'for' | 'against' | 'other' {
  if (stance === 'sponsors' || stance === 'supports') return 'for'
  return stance === 'opposes' || stance === 'vetoes' ? 'against' : 'other'
}

function fromDrafts(line: Timeline): TimelineMark[] {
  return line.drafts.flatMap((draft) => {
    const name = draft.symbol ?? draft.label ?? draft.id
    const mark = (day: string, label: string, short: string): TimelineMark => ({
      key: `draft|${draft.id}|${day}|${label}`,
      lane: 'drafts',
      ...spanOf(day),
      label,
      short,
      isPlanned: false,
      claims: [],
    })
    return [
      ...(draft.tabled === undefined
        ? []
        : [mark(draft.tabled, `${name} tabled by ${draft.sponsors.map(nameOf).join(', ') || 'somebody'}`, 'tabled')]),
      ...draft.versions.flatMap(({ label, date }) =>
        date === undefined ? [] : [mark(date, `${name}: ${label}`, label)],
      ),
      ...(draft.vote === undefined ? [] : [mark(draft.vote.date, `vote on ${name}`, 'vote')]),
    ]
  })
}

const DEEDS = { began: 'begin', ended: 'end', amended: 'are amended' } as const

/** What the law did: all that one instrument did on one day is one mark. */
function fromLaw(line: Timeline): TimelineMark[] {
  const groups = new Map<string, Timeline['law'][number][]>()
  for (const change of line.law) {
    const key = `${change.day}|${instrumentOf(change.by)}`
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups].flatMap(([key, changes]): TimelineMark[] => {
    const [first] = changes
    if (first === undefined) return []
    const told = Object.entries(DEEDS).flatMap(([change, word]) => {
      const count = changes.filter((one) => one.change === change).length
      return count === 0 ? [] : [`${count} ${word}`]
    })
    const exemptions = changes.filter(({ change }) => change.startsWith('exemption')).length
    if (exemptions > 0) told.push(`${exemptions} exemptions come or go`)
    const label =
      changes.length === 1
        ? `${first.by}: ${plain(first.change)}: ${first.says}`
        : `${instrumentOf(first.by)}: of the measures ${told.join(', ')}`
    const isOver = changes.every(({ change }) => change === 'ended' || change === 'exemption-closed')
    const short = `${numberOf(instrumentOf(first.by))}${isOver ? ' ends' : ''}`
    return [
      {
        key: `law|${key}`,
        lane: 'measures',
        from: first.day,
        to: first.day,
        label,
        short,
        isPlanned: false,
        claims: [],
        measure: first.id,
      },
    ]
  })
}

function instrumentOf(citation: string): string {
  return citation.replace(/ (?:para|Decision|Annex).*/, '')
}

/** Where a mark leads: to its source below, or nearer where it stands for many; the rest of the query is kept. */
export function markLink(matter: string, { key, nearer }: TimelineMark): string {
  const { from, to, without, undated } = Object.fromEntries(new URLSearchParams(location.search))
  const shown = nearer ?? { from, to, mark: key }
  return href(['matters', matter, 'timeline'], { ...shown, without, undated })
}
