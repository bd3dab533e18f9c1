import type { ContactClaim, EventClaim, MeasureClaim } from '../read/index.js'
import { printActor } from '../states.js'

/** `asset-freeze` is asset freeze. */
export function plain(code: string): string {
  return code.replaceAll('-', ' ')
}

const ISSUES: Readonly<Record<string, string>> = {
  resolution: 'a resolution',
  sanctions: 'sanctions',
  force: 'the use of force',
  talks: 'talks',
  implementation: 'carrying out what was adopted',
  conduct: 'conduct',
}

/** What is at issue beside a text: `sanctions`, `conduct of Japan`. */
export function issueLabel(about: string, target: string | undefined): string {
  return about === 'conduct' && target !== undefined
    ? `conduct of ${printActor(target)}`
    : (ISSUES[about] ?? plain(about))
}

/** `call: Japan with Germany, Italy`: who took part in all of it, then who in some; `meeting: Japan – Russia` where all met. */
export function contactLine(
  { mode, place, planned }: ContactClaim,
  [all = [], some = []]: readonly (readonly string[])[],
): string {
  const parties = [all.map(printActor).join(' – '), some.map(printActor).join(', ')].filter((each) => each !== '')
  return `${mode}: ${parties.join(' with ')}${place === undefined ? '' : `, ${place}`}${planned === true ? ' (planned)' : ''}`
}

/** Several actors told by the same words share a line: the three who tabled a draft. */
export function eventLine({ type, against, instrument, planned }: EventClaim, actors: readonly string[]): string {
  const by = actors.length === 0 ? '' : `: ${actors.map(printActor).join(', ')}`
  const on = against === undefined ? '' : ` against ${printActor(against)}`
  const text = instrument === undefined ? '' : ` ${instrument}`
  return `${plain(type)}${by}${on}${text}${planned === true ? ' (planned)' : ''}`
}

export function measureLine({ by, against, types, goods, quantity, subject, instrument }: MeasureClaim): string {
  const on = against === undefined ? '' : ` against ${printActor(against)}`
  const more = [goods, quantity, subject, instrument].filter((each) => each !== undefined)
  return `${printActor(by)}: ${types.map(plain).join(', ')}${on}${more.length === 0 ? '' : ` (${more.join('; ')})`}`
}

const STANCES: Readonly<Record<string, string>> = {
  sponsors: 'sponsors it',
  for: 'for',
  supports: 'for',
  accepts: 'accepts it',
  undeclared: 'undeclared',
  abstaining: 'will abstain',
  abstains: 'abstains',
  against: 'against',
  opposes: 'against',
  'veto signalled': 'signals a veto',
  vetoes: 'signals a veto',
  unknown: 'unknown',
}
const VOTES: Readonly<Record<string, string>> = {
  Y: 'voted for',
  N: 'voted against',
  A: 'abstained',
  X: 'did not take part',
}

/** A stance for people, in the same words for a text and for what else is at issue; a vote in its place where one was cast. */
export function stanceName({ stance, vote }: { readonly stance: string; readonly vote?: string }): string {
  return vote === undefined ? (STANCES[stance] ?? plain(stance)) : (VOTES[vote] ?? vote)
}

export function columnName(key: string, columns: readonly { readonly key: string; readonly label: string }[]): string {
  return columns.find((column) => column.key === key)?.label ?? key
}

/** The same by what is at issue: conduct is condemned or defended, not voted on. */
export function stanceIn(column: string, stand: { readonly stance: string; readonly vote?: string }): string {
  if (!column.startsWith('conduct|')) return stanceName(stand)
  if (stand.stance === 'opposes') return 'condemns it'
  return stand.stance === 'supports' ? 'defends it' : stanceName(stand)
}

/** What was held and how it voted, said once where the vote is what was said. */
export function stanceAndVote(stand: {
  readonly column: string
  readonly stance: string
  readonly vote?: string
}): string {
  const { column, stance, vote } = stand
  if (vote === undefined) return stanceIn(column, stand)
  const said = SAME[vote]?.includes(stance) ?? false
  if (said || stance === 'unknown') return stanceName({ stance, vote })
  return stance === 'sponsors' && vote === 'Y'
    ? 'voted for, sponsor'
    : `${stanceName({ stance, vote })}, before: ${stanceName({ stance })}`
}

/** Stances that say no more than the vote does. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  Y: ['for', 'supports'],
  N: ['against', 'opposes', 'veto signalled', 'vetoes'],
  A: ['abstaining', 'abstains'],
}

/** Which way a stance leans, for its colour. */
export function leanOf({
  stance,
  vote,
}: {
  readonly stance: string
  readonly vote?: string
}): 'good' | 'bad' | 'mixed' {
  const name = stanceName({ stance, ...(vote !== undefined && { vote }) })
  if (['for', 'sponsors it', 'voted for'].includes(name)) return 'good'
  return ['against', 'signals a veto', 'voted against'].includes(name) ? 'bad' : 'mixed'
}

/** Text of others on one line, without control or direction-changing characters. */
export function fitted(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
