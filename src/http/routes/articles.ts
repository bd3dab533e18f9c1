import { z } from 'zod'
import { PenholderError } from '../../errors.js'
import { answer, READER_VERSION, readArticle } from '../../read/index.js'
import {
  addArticles,
  articleId,
  browseArticles,
  type Connection,
  type StoredReading,
  storedReadings,
} from '../../record/index.js'
import { cursorOf, placeOfCursor } from '../cursor.js'
import { flagsOf } from '../flags.js'
import { ARTICLE_TYPES, articlesIn, UPLOAD_LIMIT } from '../incoming.js'
import { contentRoute, route, seqAt } from '../route.js'
import { rulingFinder, withRuling } from '../ruled.js'
import { Added, ArticleLine, ArticleWhole, Flag, ReadAnswer } from '../shapes/articles.js'
import { page } from '../shapes/page.js'
import { Cursor, Day, Id, Known, Limit, Vague, Words } from '../shapes/parameters.js'

const Place = z.strictObject({ published: z.string().nullable(), article: z.string(), seq: z.int().nonnegative() })
const Upload = z.strictObject({ name: z.string().min(1).max(400).optional(), published: Vague.optional() })
const Given = z.strictObject({
  text: z.string().min(1).max(4_000_000),
  name: z.string().min(1).max(200).optional(),
  published: Vague.optional(),
  title: z.string().max(1000).optional(),
  source: z.string().max(400).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
})
/** So many articles are kept before the others get their turn, and their progress is told. */
const BATCH = 25

export async function readingOf(record: Connection, id: string, seq: number): Promise<StoredReading> {
  const [found] = await storedReadings(record, { articles: [id], seq })
  if (found !== undefined) return found
  throw new PenholderError({ code: 'not-found', what: `there is no article ${id}`, place: { path: 'path.id' } })
}

export const articleRoutes = {
  articles: route({
    summary: 'Articles of the record, the latest published first',
    tag: 'articles',
    role: 'reader',
    query: z.strictObject({
      cursor: Cursor.optional(),
      limit: Limit,
      from: Day.optional(),
      to: Day.optional(),
      target: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
      words: Words.optional(),
    }),
    answer: page(ArticleLine),
    cached: 'record',
    handle: async ({ query }, { record, seq: now }) => {
      const { cursor, limit, from, to, target, words } = query
      const after = cursor === undefined ? undefined : placeOfCursor(Place, cursor)
      const seq = Math.min(after?.seq ?? now, now)
      const found = await browseArticles(record, {
        limit: limit + 1,
        seq,
        ...(after === undefined ? {} : { after }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(target === undefined ? {} : { target }),
        ...(words === undefined ? {} : { words: words.split(/\s+/) }),
      })
      const items = found.slice(0, limit)
      const last = items.at(-1)
      if (found.length <= limit || last === undefined) return { items }
      return { items, next: cursorOf({ published: last.published ?? null, article: last.id, seq }) }
    },
  }),
  article: route({
    summary: 'One article with its latest reading; claims in the order of the text',
    tag: 'articles',
    role: 'reader',
    path: z.strictObject({ id: Id }),
    query: z.strictObject({ known: Known.optional() }),
    answer: ArticleWhole,
    cached: 'record',
    handle: async ({ path, query }, context) => {
      const { record } = context
      const seq = await seqAt(context, query.known)
      const { article, reading, reader, claims } = await readingOf(record, path.id, seq)
      const find = await rulingFinder(context, seq)
      const { published, target, problems } = reading
      return {
        article,
        reading: {
          ...(published === undefined ? {} : { published }),
          ...(target === undefined ? {} : { target }),
          problems,
        },
        reader,
        claims: claims.map((claim) => withRuling(claim, find)),
      }
    },
  }),
  articleFlags: route({
    summary: 'What reading one article shows to be doubtful',
    tag: 'articles',
    role: 'reader',
    path: z.strictObject({ id: Id }),
    answer: page(Flag),
    cached: 'record',
    handle: async ({ path }, { record, seq }) => {
      return { items: flagsOf([await readingOf(record, path.id, seq)]) }
    },
  }),
  addArticles: contentRoute({
    summary: 'Keep articles with their claims, by the same way as `penholder add`; the same bytes are kept once',
    tag: 'articles',
    role: 'coder',
    query: Upload,
    body: Given,
    content: ARTICLE_TYPES,
    limit: UPLOAD_LIMIT,
    answer: Added,
    cached: 'no',
    handle: async ({ query, body }, { record, stamp, server }) => {
      const { articles, problems } = await articlesIn(body, query)
      const who = stamp()
      const job = `add-${who.at}`
      const incoming = articles.map((article) => ({ article, got: { from: 'workbench', at: who.at } }))
      const { added, there, reread, claims, ...rest } = await addArticles(record, incoming, who, {
        batch: BATCH,
        onProgress: (sums) => {
          if (articles.length > BATCH)
            server.progress({ job, done: sums.added + sums.there, total: articles.length, text: 'articles kept' })
        },
      })
      const ids = [...new Set(articles.map(articleId))]
      return { added, there, reread, claims, articles: ids, problems: [...problems, ...rest.problems] }
    },
  }),
  read: contentRoute({
    summary: 'Read articles without keeping them: claims, and what they say together',
    tag: 'articles',
    role: 'reader',
    query: Upload,
    body: Given,
    content: ARTICLE_TYPES,
    limit: UPLOAD_LIMIT,
    answer: ReadAnswer,
    cached: 'no',
    handle: async ({ query, body }) => {
      const { articles, problems } = await articlesIn(body, query)
      const readings = articles.map((article) => readArticle(article))
      return {
        reader: READER_VERSION,
        articles: articles.map(({ id, title, source, url, text }, at) => {
          const { published, target, claims = [], problems: own = [] } = readings[at] ?? {}
          return {
            id,
            ...(title === undefined ? {} : { title }),
            ...(published === undefined ? {} : { published }),
            ...(source === undefined ? {} : { source }),
            ...(url === undefined ? {} : { url }),
            ...(target === undefined ? {} : { target }),
            text,
            claims,
            problems: own,
          }
        }),
        answer: answer(readings, articles),
        problems,
      }
    },
  }),
}
