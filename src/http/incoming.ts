import { type Article, openBytes } from '../articles/index.js'
import { PenholderError, type Problem } from '../errors.js'
import { sha256 } from '../record/index.js'
import { type Content, isContent } from './route.js'

/** Endings by which the reader of articles knows its formats. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/html': '.html',
  'message/rfc822': '.eml',
  'application/mbox': '.mbox',
  'application/xml': '.xml',
  'application/rss+xml': '.xml',
  'application/atom+xml': '.xml',
  'text/xml': '.xml',
  'application/jsonl': '.jsonl',
  'application/x-ndjson': '.jsonl',
  'application/warc': '.warc',
  'text/csv': '.csv',
  'application/gzip': '',
  'application/octet-stream': '',
}

export const ARTICLE_TYPES: readonly string[] = Object.keys(ENDINGS)
/** One upload; articles that are to come by the thousand go in by `penholder add`. */
export const UPLOAD_LIMIT = 16 * 1024 * 1024

/** An article given as JSON. */
export interface GivenArticle {
  readonly text: string
  readonly name?: string | undefined
  readonly published?: string | undefined
  readonly title?: string | undefined
  readonly source?: string | undefined
  readonly url?: string | undefined
}

/** The articles in a body, and what could not be opened. */
export async function articlesIn(
  body: GivenArticle | Content,
  query: { readonly name?: string | undefined; readonly published?: string | undefined },
): Promise<{ readonly articles: readonly Article[]; readonly problems: readonly Problem[] }> {
  if (!isContent(body)) return { articles: [articleGiven(body)], problems: [] }
  const name = nameOf(query.name, body.type)
  const opened = await openBytes(body.bytes, name, query.published === undefined ? {} : { published: query.published })
  const articles = opened.flatMap((each) => ('article' in each ? [each.article] : []))
  const problems = opened.flatMap((each) => ('problem' in each ? [each.problem] : []))
  if (articles.length > 0) return { articles, problems }
  throw new PenholderError(
    problems.length > 0 ? problems : { code: 'bad-input', what: 'no article', place: { path: 'body' } },
  )
}

function articleGiven({ text, name, published, title, source, url }: GivenArticle): Article {
  if (!/\S/.test(text))
    throw new PenholderError({
      code: 'bad-input',
      what: 'no words',
      place: { path: 'body.text' },
      expected: 'an article',
    })
  return {
    id: name ?? `pasted-${sha256(text).slice(0, 12)}`,
    text,
    ...(published === undefined ? {} : { published, publishedFrom: 'given' as const }),
    ...(title === undefined ? {} : { title }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
  }
}

/** The last part of the name given, with an ending that fits the media type. */
function nameOf(given: string | undefined, type: string): string {
  const ending = ENDINGS[type] ?? ''
  const last =
    (given ?? '')
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, '')
      .slice(0, 200) ?? ''
  if (last === '' || last === '-') return `upload${ending}`
  return ending === '' || last.toLowerCase().includes('.') ? last : `${last}${ending}`
}
