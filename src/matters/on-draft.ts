import { findSymbols, printSymbol, symbolFor } from '../cite/index.js'
import { asideOf, type CouncilText, NEGOTIATION_DAYS } from '../council/index.js'
import { addDays, type CivilDate, spanOf } from '../dates.js'
import { type Claim, type EventType, statesNamed } from '../read/index.js'
import type { StoredDraft } from '../record/index.js'
import { hasWords } from './belongs.js'
import { endAmong, endOf, openedOn, talkedOfFrom } from './vote.js'

/** What a claim is on, as far as its words, its holder and its day tell. */
export interface OnDraft {
  readonly draft?: string
  readonly version?: string
}

/** Events that tell of a text before the Council. */
export const TEXT_EVENTS: readonly EventType[] = [
  'draft-tabled',
  'draft-expected',
  'vote-expected',
  'vote-held',
  'adopted',
  'vetoed',
  'not-adopted',
]

/** Days on which a draft was before the Council: from first talk of it to its end; `after` is how long it is still spoken of. */
interface Life {
  readonly draft: StoredDraft
  readonly from: CivilDate
  readonly opened: CivilDate
  /** The first day that is kept of it, where any is but its end. */
  readonly tabled?: CivilDate
  readonly end?: CivilDate
  /** Whether it ended by its own vote, and not by that of a rival. */
  readonly isDecided: boolean
}

/**
 * Finds the draft and version that a claim is on: by the symbol it names, by a label in its words, by the state whose
 * text it says it is, else by its day, where only one draft was before the Council then. Nothing where it is on no text
 * or where several fit.
 */
export function draftFinder(
  drafts: readonly StoredDraft[],
): (claim: Claim, published: string | undefined, symbols?: readonly string[]) => OnDraft {
  const lives = livesOf(drafts)
  return (claim, published, symbols) => {
    if (!isOnText(claim)) return {}
    const day = dayOf(claim, published)
    const draft =
      bySymbol(claim, drafts, symbols) ??
      byLabel(claim, lives, day) ??
      bySponsor(claim, lives, day) ??
      byDay(lives, day)
    if (draft === undefined || draft === 'another') return {}
    return { draft: draft.id, ...versionOf(claim, draft, day) }
  }
}

/** The version of a draft that a claim is on, where the draft was told by hand. */
export function versionOf(claim: Claim, draft: StoredDraft, day: CivilDate | undefined): { version?: string } {
  const { versions } = draft
  if (versions.length === 0) return {}
  const words = wordsOf(claim)
  const named = versions.filter(({ label }) => hasWords(words, label.toLowerCase()))
  if (named.length === 1 && named[0] !== undefined) return { version: named[0].label }
  const dated = versions.filter(({ date }) => date !== undefined && day !== undefined && spanOf(date).from <= day)
  const isEarlier =
    claim.kind === 'stance' && asideOf(claim, { ...BARE, sponsors: draft.sponsors }) === 'another version'
  const live = dated.at(isEarlier ? -2 : -1)
  return live === undefined ? {} : { version: live.label }
}

const BARE: CouncilText = {
  status: 'tabled',
  label: '',
  sponsors: [],
  voteExpected: [],
  settledIn: [],
  rivals: [],
  claims: [],
  candidates: [],
}

/** Whether a claim is on a text of the Council at all. */
export function isOnText(claim: Claim): boolean {
  if (claim.kind === 'stance') return claim.about === 'resolution'
  if (claim.kind === 'event') return TEXT_EVENTS.includes(claim.type)
  return claim.kind === 'measure' && claim.by === 'UNSC' && claim.status === 'proposed'
}

/** The last day that a claim can be of; of what is planned, the day of the report. */
export function dayOf(claim: Claim, published: string | undefined): CivilDate | undefined {
  const report = published === undefined ? undefined : spanOf(published).to
  const own = claim.date === undefined ? undefined : spanOf(claim.date)
  if (own === undefined) return report
  return report !== undefined && own.to > report ? report : own.to
}

/** A quote may end inside a symbol. */
const SYMBOL_LENGTH = 30

/** Symbols that begin in a claim's quote; `text` is the article's, where it is here. */
export function symbolsIn({ quote: { text: words, start, end } }: Claim, text: string | undefined): string[] {
  const around = text === undefined ? words : text.slice(start, end + SYMBOL_LENGTH)
  const begun = findSymbols(around).filter((found) => found.start < end - start)
  return [...new Set(begun.map(({ symbol }) => printSymbol(symbol)))]
}

function bySymbol(
  claim: Claim,
  drafts: readonly StoredDraft[],
  inWords: readonly string[] = [],
): StoredDraft | 'another' | undefined {
  const given = claim.kind === 'stance' ? claim.draft : claim.kind === 'contact' ? undefined : claim.instrument
  const named = given === undefined ? undefined : symbolFor(given)
  const symbols = new Set([
    ...(named === undefined ? [] : [printSymbol(named)]),
    ...(claim.kind === 'stance' ? findSymbols(claim.draft ?? '').map(({ symbol }) => printSymbol(symbol)) : []),
  ])
  const having = (wanted: ReadonlySet<string>) =>
    drafts.filter(({ symbol, adopted, vote }) =>
      [symbol, adopted, vote?.text].some((one) => one !== undefined && wanted.has(one)),
    )
  const found = having(symbols)
  if (symbols.size > 0) return found.length === 1 ? found[0] : 'another'
  // A symbol that merely stands in the words may be that of a text which this one builds on: it says only what it is.
  const standing = having(new Set(inWords))
  return standing.length === 1 ? standing[0] : undefined
}

function byLabel(claim: Claim, lives: readonly Life[], day: CivilDate | undefined): StoredDraft | undefined {
  const words = wordsOf(claim)
  const found = lives.filter(({ draft }) =>
    [draft.label, ...draft.versions.map(({ label }) => label)].some(
      (label) => label !== undefined && label.length > 3 && hasWords(words, label.toLowerCase()),
    ),
  )
  return nearest(found, day)
}

/** "Japan's draft", and who is said to have tabled or to sponsor one. */
function bySponsor(claim: Claim, lives: readonly Life[], day: CivilDate | undefined): StoredDraft | undefined {
  const named = [
    ...(claim.kind === 'stance' && claim.draft !== undefined ? statesNamed(claim.draft) : []),
    ...ownersIn(claim),
  ]
  const isTabling =
    (claim.kind === 'stance' && claim.stance === 'sponsors') ||
    (claim.kind === 'event' && claim.type === 'draft-tabled')
  const actor = isTabling && 'actor' in claim && claim.actor !== undefined ? [claim.actor] : []
  const states = named.length > 0 ? named : actor
  if (states.length === 0) return undefined
  return nearest(
    lives.filter(({ draft }) => states.some((state) => draft.sponsors.includes(state))),
    day,
  )
}

/** "The Brazilian draft", "Japan’s softer text": a name right before the word, or one that owns it. */
const OWNED = /((?:\p{Lu}[\p{L}.’'-]*\s+(?:and\s+)?)+)(?:draft|text|version|proposal|resolution)\b/gu
const OWNED_WITH_ADJECTIVE = /(\p{Lu}[\p{L}.-]*)['’]s?\s+\p{Ll}+\s+(?:draft|text|version|proposal|resolution)\b/gu

function ownersIn({ quote }: Claim): string[] {
  const owners = [OWNED, OWNED_WITH_ADJECTIVE].flatMap((pattern) =>
    [...quote.text.matchAll(pattern)].flatMap(([, name = '']) => statesNamed(name)),
  )
  return [...new Set(owners)]
}

/** The only one that lives that day; the only one at all where no day is known. */
function nearest(lives: readonly Life[], day: CivilDate | undefined): StoredDraft | undefined {
  const living = day === undefined ? lives : lives.filter((life) => isSpokenOf(life, day))
  return living.length === 1 ? living[0]?.draft : undefined
}

/** The only draft before the Council that day, or the only one that it was just done with. */
function byDay(lives: readonly Life[], day: CivilDate | undefined): StoredDraft | undefined {
  if (day === undefined) return undefined
  const open = lives.filter(
    ({ from, end, opened }) => from <= day && (end === undefined ? day <= last(opened) : day <= end),
  )
  if (open.length > 0) return open.length === 1 ? open[0]?.draft : tabledBy(open, day)
  const done = lives.filter((life) => isSpokenOf(life, day)).sort((a, b) => ((a.end ?? '') < (b.end ?? '') ? -1 : 1))
  const latest = done.filter(({ end }) => end === done.at(-1)?.end)
  // Of a draft and the rival that gave way to it, the one that was decided is spoken of.
  const decided = latest.length === 1 ? latest : latest.filter(({ isDecided }) => isDecided)
  return decided.length === 1 ? decided[0]?.draft : undefined
}

/** Where several are in talk but only one lies on the table by that day, it is that one. */
function tabledBy(open: readonly Life[], day: CivilDate): StoredDraft | undefined {
  const tabled = open.filter((life) => life.tabled !== undefined && life.tabled <= day)
  return tabled.length === 1 ? tabled[0]?.draft : undefined
}

function isSpokenOf({ from, opened, end }: Life, day: CivilDate): boolean {
  return from <= day && day <= (end === undefined ? last(opened) : addDays(end, NEGOTIATION_DAYS))
}

function last(opened: CivilDate): CivilDate {
  return opened === '' ? '~' : addDays(opened, 2 * NEGOTIATION_DAYS)
}

/** A draft that is kept without any day is taken as always there. */
function livesOf(drafts: readonly StoredDraft[]): Life[] {
  const dated = drafts.map((draft) => ({
    draft,
    opened: talkedOfFrom(draft),
    tabled: openedOn(draft),
    end: endAmong(draft, drafts),
  }))
  return dated.map(({ draft, opened, tabled, end }) => {
    // Talk of it begins after the Council's act on the text before it.
    const acts = dated.flatMap((other) =>
      other.end !== undefined && other.end < opened ? [addDays(other.end, 1)] : [],
    )
    const from = opened === '' ? '' : ([addDays(opened, -NEGOTIATION_DAYS), ...acts].sort().at(-1) ?? opened)
    return {
      draft,
      from,
      opened,
      ...(tabled === undefined ? {} : { tabled }),
      ...(end === undefined ? {} : { end }),
      isDecided: endOf(draft) !== undefined,
    }
  })
}

function wordsOf(claim: Claim): string {
  return `${claim.kind === 'stance' ? (claim.draft ?? '') : ''} ${claim.quote.text}`.toLowerCase()
}
