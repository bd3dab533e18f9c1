import type { VagueDate } from '../dates.js'
import { type Cited, compareDates, grouped, timeOf } from './cited.js'
import { type About, type Basis, STANCES, type Stance, type StanceClaim } from './claim.js'

/** One stance of one actor with the strongest words that show it. */
export interface Held {
  readonly stance: Stance
  readonly words: Cited<StanceClaim>
  /** Day of these words, as far as it is known. */
  readonly date?: VagueDate
  /** How many claims say so; a repeated report counts once. */
  readonly claims: number
}

/** Where one actor stands on one thing at issue. */
export interface Position extends Held {
  readonly actor: string
  /** The group in the article's words, where it is told together and shared out among no names; `actor` is then the body. */
  readonly collective?: string
  /** Stances of another side on the same day, such as undeclared beside opposes. */
  readonly also: readonly Held[]
  /** Stances of another side that it held before, oldest first. */
  readonly before: readonly Held[]
}

/** One thing at issue and who stands where on it, from the sponsors to the vetoes. */
export interface AtIssue {
  readonly about: About
  /** The state whose matter it is. */
  readonly target?: string
  /** Symbol of the text, where the claims name one. */
  readonly text?: string
  readonly positions: readonly Position[]
}

const SIDES: Readonly<Record<Stance, 'for' | 'tolerant' | 'against'>> = {
  sponsors: 'for',
  supports: 'for',
  accepts: 'tolerant',
  undeclared: 'tolerant',
  abstains: 'tolerant',
  opposes: 'against',
  vetoes: 'against',
}
/** What leads where one actor shows several stances on one day. */
const WEIGHT: Readonly<Record<Stance, number>> = {
  vetoes: 7,
  sponsors: 6,
  opposes: 5,
  supports: 4,
  abstains: 3,
  accepts: 2,
  undeclared: 1,
}
const TRUST: Readonly<Record<Basis, number>> = {
  'on-record': 5,
  spokesperson: 4,
  document: 4,
  media: 3,
  unnamed: 2,
  headline: 0,
}
const ISSUES: readonly About[] = ['resolution', 'sanctions', 'force', 'talks', 'implementation', 'conduct']

/** For, tolerant or against: the side that a stance is on. */
export function sideOf(stance: Stance): 'for' | 'tolerant' | 'against' {
  return SIDES[stance]
}

/** Who stands where, for each thing at issue; `target` is the matter's, for claims that name none. */
export function positionsIn(stances: readonly Cited<StanceClaim>[], target: string | undefined): AtIssue[] {
  const issues = new Map<string, { about: About; target?: string; text?: string; claims: Cited<StanceClaim>[] }>()
  for (const cited of stances) {
    const { about, draft } = cited.claim
    const whose = cited.claim.target ?? target
    const text = draft !== undefined && /^[SA]\//.test(draft) ? draft : undefined
    const key = [about, whose, text].join('|')
    const issue = issues.get(key) ?? {
      about,
      ...(whose === undefined ? {} : { target: whose }),
      ...(text === undefined ? {} : { text }),
      claims: [],
    }
    issue.claims.push(cited)
    issues.set(key, issue)
  }
  return [...issues.values()]
    .map(({ claims, ...issue }) => ({ ...issue, positions: positions(claims) }))
    .sort(
      (a, b) =>
        Number(a.target !== target) - Number(b.target !== target) || ISSUES.indexOf(a.about) - ISSUES.indexOf(b.about),
    )
}

function positions(claims: readonly Cited<StanceClaim>[]): Position[] {
  const byHolder = grouped(claims, ({ claim }) => `${claim.actor}|${claim.collective?.text.toLowerCase() ?? ''}`)
  return [...byHolder.values()]
    .map(positionOf)
    .sort((a, b) => STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance) || (a.actor < b.actor ? -1 : 1))
}

function positionOf(own: readonly Cited<StanceClaim>[]): Position {
  const written = own.filter((cited) => cited.claim.basis !== 'headline')
  const counted = written.length > 0 ? written : own
  const present = counted.filter((cited) => cited.claim.past !== true)
  const current = present.length > 0 ? present : counted
  // What has no date can't be put before or after: it stands beside the latest.
  const days = current.flatMap((cited) => timeOf(cited) ?? []).sort(compareDates)
  const today = current.filter((cited) => timeOf(cited) === undefined || compareDates(timeOf(cited), days.at(-1)) === 0)
  const [lead, ...also] = heldBy(today, (a, b) => WEIGHT[b.stance] - WEIGHT[a.stance])
  if (lead === undefined) throw new Error('a position without claims')
  const said = heldBy(current.filter((cited) => cited.claim.stance === lead.stance))[0] ?? lead
  const earlier = counted.filter(
    (cited) =>
      sideOf(cited.claim.stance) !== sideOf(lead.stance) && (cited.claim.past === true || !today.includes(cited)),
  )
  const beside = also.filter((held) => sideOf(held.stance) !== sideOf(lead.stance))
  const { actor, collective } = said.words.claim
  const holder = collective === undefined ? { actor } : { actor, collective: collective.text }
  return { ...holder, ...said, also: beside, before: heldBy(earlier, (a, b) => compareDates(a.date, b.date)) }
}

function heldBy(claims: readonly Cited<StanceClaim>[], order: (a: Held, b: Held) => number = () => 0): Held[] {
  return [...grouped(claims, (cited) => cited.claim.stance)]
    .map(([stance, same]): Held => {
      const words =
        [...same].sort((a, b) => strength(b) - strength(a) || compareDates(timeOf(b), timeOf(a)))[0] ?? same[0]
      if (words === undefined) throw new Error('a stance without claims')
      const date = timeOf(words)
      return { stance, words, claims: same.length, ...(date === undefined ? {} : { date }) }
    })
    .sort(order)
}

/** A vote that was cast says more than words, a named speaker more than a source, a plain stance more than one with an if. */
function strength({ claim }: Cited<StanceClaim>): number {
  return (claim.cast === true ? 10 : 0) + TRUST[claim.basis] - (claim.conditional === true ? 4 : 0)
}
