import { z } from 'zod'
import { ABOUT, BODIES, EVENT_TYPES, MEASURE_TYPES, MODES, STANCES } from '../../read/index.js'
import {
  type ArticleLine,
  articleLines,
  browseArticles,
  browseClaims,
  type ClaimLine,
  type Connection,
  claimWithId,
  type StoredClaim,
} from '../../record/index.js'
import { cursorOf, placeOfCursor } from '../cursor.js'
import { route } from '../route.js'
import { rulingFinder, withRuling } from '../ruled.js'
import { ClaimInContext, ClaimLine as ClaimLineShape, SearchAnswer } from '../shapes/articles.js'
import { page } from '../shapes/page.js'
import { Cursor, Day, Id, Limit, Words } from '../shapes/parameters.js'
import { readingOf } from './articles.js'

const Place = z.strictObject({
  published: z.string().nullable(),
  article: z.string(),
  start: z.int().nonnegative(),
  id: z.string(),
  seq: z.int().nonnegative(),
})
const Actor = z.string().regex(/^[A-Z][A-Z0-9]{1,5}$/, `expected an ISO alpha-3 code or one of ${BODIES.join(', ')}`)
const SEARCHED = 20
const SNIPPET = 160

/** Claims with the few facts of their articles that a list shows. */
export async function withArticles<T extends ClaimLine>(record: Connection, claims: readonly T[], seq: number) {
  const ids = [...new Set(claims.map(({ claim }) => claim.article))]
  const lines = new Map((await articleLines(record, ids, seq)).map((line) => [line.id, line]))
  return claims.map((claim) => ({ ...claim, article: shortOf(lines.get(claim.claim.article), claim.claim.article) }))
}

function shortOf(line: ArticleLine | undefined, id: string) {
  const { name = id, title, published, source } = line ?? {}
  return {
    id,
    name,
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(source === undefined ? {} : { source }),
  }
}

/** The paragraph that a quote stands in. */
function contextOf(text: string, quote: { readonly start: number; readonly end: number }) {
  const before = text.lastIndexOf('\n\n', quote.start)
  const after = text.indexOf('\n\n', quote.end)
  const start = before < 0 ? 0 : before + 2
  const end = after < 0 ? text.length : after
  return { text: text.slice(start, end), start, end, quoteStart: quote.start - start, quoteEnd: quote.end - start }
}

export const claimRoutes = {
  claims: route({
    summary: 'Claims of the record, in the order of their articles (latest published first) and of the text',
    tag: 'claims',
    role: 'reader',
    query: z.strictObject({
      cursor: Cursor.optional(),
      limit: Limit,
      kind: z.enum(['stance', 'contact', 'event', 'measure']).optional(),
      actor: Actor.optional(),
      stance: z.enum(STANCES).optional(),
      about: z.enum(ABOUT).optional(),
      type: z.enum([...EVENT_TYPES, ...MEASURE_TYPES, ...MODES]).optional(),
      target: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
      article: Id.optional(),
      from: Day.optional(),
      to: Day.optional(),
      words: Words.optional(),
      ruling: z.enum(['proposed', 'accepted', 'edited', 'rejected']).optional(),
    }),
    answer: page(ClaimLineShape),
    cached: 'record',
    handle: async ({ query }, context) => {
      const { record, seq: now } = context
      const { cursor, article, words, ruling, ...filter } = query
      const after = cursor === undefined ? undefined : placeOfCursor(Place, cursor)
      const seq = Math.min(after?.seq ?? now, now)
      const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
      const find = await rulingFinder(context, seq)
      const { items, next } = await browseClaims(record, {
        ...asked,
        ...(ruling === undefined
          ? {}
          : { isWanted: (claim: StoredClaim) => (find(claim)?.verdict ?? 'proposed') === ruling }),
        limit: query.limit,
        seq,
        ...(after === undefined ? {} : { after }),
        ...(article === undefined ? {} : { articles: [article] }),
        ...(words === undefined ? {} : { words: words.split(/\s+/) }),
      })
      return {
        items: await withArticles(
          record,
          items.map((item) => withRuling(item, find)),
          seq,
        ),
        ...(next === undefined ? {} : { next: cursorOf({ ...next, seq }) }),
      }
    },
  }),
  claim: route({
    summary: 'One claim, in the paragraph that it stands in',
    tag: 'claims',
    role: 'reader',
    path: z.strictObject({ id: Id }),
    answer: ClaimInContext,
    cached: 'record',
    handle: async ({ path }, context) => {
      const { record, seq } = context
      const claim = withRuling(await claimWithId(record, path.id, { seq }), await rulingFinder(context, seq))
      const { article, reading } = await readingOf(record, claim.claim.article, seq)
      const { published } = reading
      const [line] = await withArticles(record, [{ ...claim, ...(published === undefined ? {} : { published }) }], seq)
      return { ...line, ...(article.hasText ? { context: contextOf(article.text, claim.claim.quote) } : {}) }
    },
  }),
  search: route({
    summary: 'Words in the articles and their titles; the articles that hold them all, and claims whose quotes do',
    tag: 'articles',
    role: 'reader',
    query: z.strictObject({ q: Words, limit: Limit }),
    answer: SearchAnswer,
    cached: 'record',
    isKept: true,
    handle: async ({ query: { q, limit } }, { record, seq }) => {
      const words = q.toLowerCase().split(/\s+/)
      const lines = await browseArticles(record, { words, limit: Math.min(limit, SEARCHED), seq })
      const articles = []
      for (const line of lines) {
        const { article } = await readingOf(record, line.id, seq)
        const snippet = snippetOf(article.text, words)
        articles.push({ ...line, ...(snippet === undefined ? {} : { snippet }) })
      }
      const { items } = await browseClaims(record, {
        articles: lines.map(({ id }) => id),
        limit,
        seq,
        isWanted: ({ claim }) => words.every((word) => claim.quote.text.toLowerCase().includes(word)),
      })
      return { q, articles, claims: await withArticles(record, items, seq) }
    },
  }),
}

/** Some words round the first place where one of the words stands. */
function snippetOf(text: string, words: readonly string[]): string | undefined {
  const lower = text.toLowerCase()
  const places = words.map((word) => lower.indexOf(word)).filter((at) => at >= 0)
  if (places.length === 0) return undefined
  const at = Math.min(...places)
  const start = text.lastIndexOf(' ', Math.max(0, at - SNIPPET / 2)) + 1
  return text
    .slice(start, at + SNIPPET)
    .replace(/\s+/g, ' ')
    .trim()
}
