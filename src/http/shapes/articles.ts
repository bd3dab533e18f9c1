import { z } from 'zod'
import { Claim, FLAG_KINDS } from '../../read/index.js'
import { Kept, Problems } from './page.js'

export const ArticleLine = z.strictObject({
  id: z.string(),
  seq: z.int(),
  name: z.string(),
  title: z.string().optional(),
  published: z.string().optional(),
  source: z.string().optional(),
  url: z.string().optional(),
  target: z.string().optional(),
  reader: z.string(),
  claims: z.int(),
})

/** A claim of the record. */
export const ClaimRow = z.strictObject({
  id: z.string(),
  gist: z.string(),
  seq: z.int(),
  claim: Claim,
  /** What was ruled on it last, unless that was taken back. */
  ruling: z
    .strictObject({
      verdict: z.enum(['accepted', 'edited', 'rejected']),
      edited: Claim.optional(),
      note: z.string().optional(),
      kept: Kept,
    })
    .optional(),
})

export const ClaimLine = ClaimRow.extend({
  published: z.string().optional(),
  article: z.strictObject({
    id: z.string(),
    name: z.string(),
    title: z.string().optional(),
    published: z.string().optional(),
    source: z.string().optional(),
  }),
})

export const ClaimInContext = ClaimLine.extend({
  /** The paragraph round the quote, with UTF-16 offsets into the article; absent where the record has no text. */
  context: z
    .strictObject({
      text: z.string(),
      start: z.int(),
      end: z.int(),
      quoteStart: z.int(),
      quoteEnd: z.int(),
    })
    .optional(),
})

export const StoredArticle = z.strictObject({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  prose: z.string().optional(),
  hasText: z.boolean(),
  title: z.string().optional(),
  published: z.string().optional(),
  publishedFrom: z.string().optional(),
  source: z.string().optional(),
  url: z.string().optional(),
  hash: z.string().optional(),
  got: z.strictObject({ from: z.string(), at: z.string() }),
  sameAs: z.string().optional(),
})

export const ArticleWhole = z.strictObject({
  article: StoredArticle,
  reading: z.strictObject({
    published: z.string().optional(),
    target: z.string().optional(),
    problems: Problems,
  }),
  reader: z.string(),
  claims: z.array(ClaimRow),
})

export const Added = z.strictObject({
  added: z.int(),
  there: z.int(),
  reread: z.int(),
  claims: z.int(),
  /** Ids in the record of all articles of the body, in its order, also of those that were there already. */
  articles: z.array(z.string()),
  problems: Problems,
})

export const Flag = z.strictObject({
  kind: z.enum([...FLAG_KINDS, 'wrong-tally', 'wrong-measure']),
  what: z.string(),
  quotes: z.array(
    z.strictObject({
      article: z.string(),
      line: z.int(),
      quote: z.strictObject({ text: z.string(), start: z.int(), end: z.int() }),
    }),
  ),
})

export const ReadAnswer = z.strictObject({
  reader: z.string(),
  articles: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string().optional(),
      published: z.string().optional(),
      source: z.string().optional(),
      url: z.string().optional(),
      target: z.string().optional(),
      text: z.string(),
      claims: z.array(Claim),
      problems: Problems,
    }),
  ),
  answer: z.looseObject({
    articles: z.array(z.looseObject({})),
    matters: z.array(z.looseObject({})),
    flags: z.array(Flag),
    problems: Problems,
  }),
  problems: Problems,
})

export const SearchAnswer = z.strictObject({
  q: z.string(),
  articles: z.array(ArticleLine.extend({ snippet: z.string().optional() })),
  claims: z.array(ClaimLine),
})
