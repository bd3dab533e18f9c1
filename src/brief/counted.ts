import { symbolFor } from '../cite/index.js'
import { type Count, countClaims, NEGOTIATION_DAYS, type Settled, type SourceArticle } from '../council/index.js'
import { addDays, type CivilDate, spanOf } from '../dates.js'
import { countOf, type MatterView } from '../matters/index.js'
import type { Claim } from '../read/index.js'
import type { StoredDraft } from '../record/index.js'
import type { Gathered } from './gather.js'
import { type SeenText, textsUntil } from './texts.js'

/** A text with its count: that of the brief’s day while it is on the table, else that of its own time. */
export interface CountedText {
  readonly key: string
  readonly isOnTheTable: boolean
  readonly asOf: CivilDate
  readonly count: Count
  /** The count on the eve of the decision, where reports of that time told of the draft. */
  readonly eve?: Count
  readonly seen?: SeenText
  readonly draft?: StoredDraft
}

/** Reports of a decision that still tell who stood where on it. */
const NEWS_DAYS = 14

interface Told {
  readonly claims: readonly Claim[]
  readonly articles: readonly SourceArticle[]
  readonly settled: Settled
}

/**
 * The texts of a matter with their counts, what is on the table last. Drafts that people keep stand for the texts that
 * the articles tell of and that fit them; claims on those drafts tell of no other text.
 */
export function countedTexts({ view, on }: Gathered): CountedText[] {
  const { matter, drafts } = view
  const free = view.claims.filter(({ draft }) => draft === undefined)
  const told: Told = {
    claims: free.map(({ claim }) => claim),
    articles: view.articles.map(({ id, published }) => ({
      id,
      ...(published !== undefined && { published }),
      ...(matter.target !== undefined && { target: matter.target }),
    })),
    settled: { accepted: new Set(free.filter(({ ruling }) => ruling !== 'proposed').map(({ claim }) => claim)) },
  }
  const all = textsUntil(told.claims, told.articles, on)
  const seen = all.filter((one) => !drafts.some((draft) => isOf(one, draft)))
  return [
    ...seen.map((one) => countedText(one, told, on)),
    ...drafts.map((draft): CountedText => {
      const count = countOf(view, { on, draft: draft.id })
      const { status } = count.text
      const isOnTheTable = (status === 'tabled' || status === 'expected') && count.ruling.outcome === 'open'
      const isTold = all.some((one) => isOf(one, draft))
      const eve = eveOfDraft(draft, count, view) ?? (isTold ? eveOn(dayBefore(count), told) : undefined)
      return { key: `draft-${draft.id}`, isOnTheTable, asOf: on, count, ...(eve !== undefined && { eve }), draft }
    }),
  ].sort(
    (a, b) => Number(a.isOnTheTable) - Number(b.isOnTheTable) || compare(timeOf(a), timeOf(b)) || compare(a.key, b.key),
  )
}

function countedText(seen: SeenText, told: Told, on: CivilDate): CountedText {
  const isOnTheTable = !seen.isClosed && addDays(seen.seen, NEGOTIATION_DAYS) >= on
  const end = addDays(seen.seen, seen.isClosed ? NEWS_DAYS : 0)
  const asOf = isOnTheTable || end > on ? on : end
  const eve = hasEve(seen) ? eveOn(addDays(seen.seen, -1), told) : undefined
  const count = countSeen(seen, told, asOf)
  return { key: `text-${seen.first}`, isOnTheTable, asOf, count, ...(eve !== undefined && { eve }), seen }
}

function countSeen({ text, isClosed }: SeenText, { claims, articles, settled }: Told, on: CivilDate): Count {
  const symbol = isClosed && text.vote !== undefined ? symbolFor(text.vote.text) : undefined
  const options = { on, matter: text.vote?.matter ?? ('substantive' as const), articles, settled }
  const count = countClaims(claims, options, symbol === undefined ? {} : { symbol })
  // What was told of it as a draft stays told when it is named by its symbol.
  const sponsors = count.text.sponsors.length >= text.sponsors.length ? count.text.sponsors : text.sponsors
  return { ...count, text: { ...text, ...count.text, sponsors } }
}

/** Whether it was spoken of before it was decided. */
function hasEve({ isClosed, first, seen }: SeenText): boolean {
  return isClosed && first < seen
}

function eveOn(on: CivilDate | undefined, { claims, articles, settled }: Told): Count | undefined {
  if (on === undefined) return undefined
  const eve = countClaims(claims, { on, known: on, matter: 'substantive', articles, settled })
  const isOpen = eve.text.status === 'tabled' || eve.text.status === 'expected'
  return isOpen ? eve : undefined
}

function eveOfDraft(draft: StoredDraft, count: Count, view: MatterView): Count | undefined {
  const on = dayBefore(count)
  const eve = on === undefined ? undefined : countOf(view, { on, draft: draft.id })
  return eve?.members.some(({ stand }) => stand !== undefined && stand.position !== 'unknown') ? eve : undefined
}

function dayBefore({ text }: Count): CivilDate | undefined {
  return text.decided === undefined ? undefined : addDays(spanOf(text.decided).from, -1)
}

/** Whether a text that articles tell of is the draft that people keep. */
function isOf({ text, seen }: SeenText, draft: StoredDraft): boolean {
  const symbols = [draft.symbol, draft.adopted, draft.vote?.text].filter((symbol) => symbol !== undefined)
  if (text.symbol !== undefined && symbols.includes(text.symbol)) return true
  if (text.symbol !== undefined && draft.adopted !== undefined) return false
  const day = firstDay(draft)
  const isNear =
    day === undefined || (addDays(day, -NEGOTIATION_DAYS) <= seen && seen <= addDays(day, NEGOTIATION_DAYS))
  return isNear && (text.sponsors.length === 0 || text.sponsors.some((state) => draft.sponsors.includes(state)))
}

function firstDay({ tabled, versions }: StoredDraft): CivilDate | undefined {
  return [tabled, ...versions.map(({ date }) => date)]
    .flatMap((day) => (day === undefined ? [] : [spanOf(day).from]))
    .sort()[0]
}

function timeOf({ seen, draft, count }: CountedText): string {
  if (seen !== undefined) return seen.seen
  const { decided } = count.text
  return (
    (decided === undefined ? undefined : spanOf(decided).to) ??
    (draft === undefined ? undefined : firstDay(draft)) ??
    ''
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
