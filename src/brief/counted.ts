import { symbolFor } from '../cite/index.js'
import { type Count, countClaims, NEGOTIATION_DAYS, type SourceArticle } from '../council/index.js'
import { addDays, type CivilDate, spanOf } from '../dates.js'
import type { Gathered } from './gather.js'
import type { BriefMaterial, MaterialDraft } from './material.js'
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
  readonly draft?: MaterialDraft
}

/** Reports of a decision that still tell who stood where on it. */
const NEWS_DAYS = 14

/**
 * The texts of a matter with their counts, what is on the table last. Drafts that people made stand for the texts that
 * the articles tell of and that fit them.
 */
export function countedTexts(material: BriefMaterial, gathered: Gathered): CountedText[] {
  const { on } = gathered
  const articles = sourcesFor(gathered, material.matter.target)
  const claims = gathered.claims.map(({ claim }) => claim)
  const made = material.drafts.filter((draft) => (firstDay(draft) ?? '') <= on)
  const seen = textsUntil(claims, articles, on)
  const told = seen
    .filter((one) => !made.some((draft) => isOf(one, draft)))
    .map((one): CountedText => {
      const isOnTheTable = !one.isClosed && addDays(one.seen, NEGOTIATION_DAYS) >= on
      const asOf = isOnTheTable ? on : ([on, addDays(one.seen, one.isClosed ? NEWS_DAYS : 0)].sort()[0] ?? on)
      const eve = one.isClosed && one.first < one.seen ? eveOf(one, claims, articles) : undefined
      const count = countOf(one, claims, articles, asOf)
      return { key: `text-${one.first}`, isOnTheTable, asOf, count, ...(eve !== undefined && { eve }), seen: one }
    })
  const drafts = made.map((draft): CountedText => {
    const count = material.countOf?.(draft.id, on) ?? emptyCount(draft, on)
    const isOnTheTable = count.text.decided === undefined && count.text.vote === undefined
    return { key: `draft-${draft.id}`, isOnTheTable, asOf: on, count, draft }
  })
  return [...told, ...drafts].sort(
    (a, b) =>
      Number(a.isOnTheTable) - Number(b.isOnTheTable) || (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0),
  )
}

function countOf(
  { text, isClosed }: SeenText,
  claims: Parameters<typeof countClaims>[0],
  articles: readonly SourceArticle[],
  on: CivilDate,
): Count {
  const symbol = isClosed && text.vote !== undefined ? symbolFor(text.vote.text) : undefined
  const options = { on, matter: text.vote?.matter ?? ('substantive' as const), articles }
  const count = countClaims(claims, options, symbol === undefined ? {} : { symbol })
  // What was told of it as a draft stays told when it is named by its symbol.
  return { ...count, text: { ...text, ...count.text, sponsors: longer(text.sponsors, count.text.sponsors) } }
}

function eveOf(
  { seen }: SeenText,
  claims: Parameters<typeof countClaims>[0],
  articles: readonly SourceArticle[],
): Count | undefined {
  const on = addDays(seen, -1)
  const eve = countClaims(claims, { on, known: on, matter: 'substantive', articles })
  const isOpen = eve.text.status === 'tabled' || eve.text.status === 'expected'
  return isOpen ? eve : undefined
}

function emptyCount(draft: MaterialDraft, on: CivilDate): Count {
  const count = countClaims([], { on, matter: 'substantive' })
  const { symbol, label, sponsors } = draft
  return {
    ...count,
    text: { ...count.text, status: 'tabled', label, sponsors, ...(symbol !== undefined && { symbol }) },
  }
}

/** Whether a text that articles tell of is the draft that people made. */
function isOf({ text, seen }: SeenText, draft: MaterialDraft): boolean {
  const symbols = [draft.symbol, draft.adopted].filter((symbol) => symbol !== undefined)
  if (text.symbol !== undefined && symbols.includes(text.symbol)) return true
  if (text.symbol !== undefined && draft.adopted !== undefined) return false
  const day = firstDay(draft)
  const isNear =
    day === undefined || (addDays(day, -NEGOTIATION_DAYS) <= seen && seen <= addDays(day, NEGOTIATION_DAYS))
  return (
    isNear &&
    (text.sponsors.length === 0 ||
      draft.sponsors.length === 0 ||
      text.sponsors.some((state) => draft.sponsors.includes(state)))
  )
}

export function firstDay({ tabled, versions }: MaterialDraft): CivilDate | undefined {
  return [tabled, ...versions.map(({ date }) => date)]
    .flatMap((day) => (day === undefined ? [] : [spanOf(day).from]))
    .sort()[0]
}

function timeOf({ seen, draft }: CountedText): string {
  return seen?.seen ?? (draft === undefined ? undefined : firstDay(draft)) ?? ''
}

function longer(a: readonly string[], b: readonly string[]): readonly string[] {
  return b.length >= a.length ? b : a
}

/** Articles as the council’s room wants them. */
export function sourcesFor({ articles }: Gathered, target: string | undefined): SourceArticle[] {
  return articles.map(({ id, published }) => ({
    id,
    ...(published !== undefined && { published }),
    ...(target !== undefined && { target }),
  }))
}
