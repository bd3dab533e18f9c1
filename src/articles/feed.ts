import { Parser } from 'htmlparser2'
import { PenholderError } from '../errors.js'
import type { Article, Opened } from './article.js'
import { type Bytes, collect, hashOf } from './bytes.js'
import { decode } from './encoding.js'
import { declaredEncoding, withHeadline } from './html.js'
import { htmlText } from './html-text.js'
import { metadataDate } from './metadata-date.js'

/** One entry as it stands in the feed: what its direct children say, by their name without prefix. */
interface Entry {
  readonly source: string
  readonly fields: ReadonlyMap<string, string>
}

interface Feed {
  /** The root element's name. */
  readonly root: string
  readonly title?: string
  readonly entries: readonly Entry[]
}

/**
 * The entries of an RSS (0.9 to 2.0) or Atom feed: title, text (the full content where the feed has it, else the
 * summary), day, address and outlet. An article's hash is that of its entry, so an entry that comes again in a later
 * feed is the same article. Throws `bad-input` for XML that is no feed.
 */
export async function* articlesFromFeed(source: Bytes, name: string, encoding?: string): AsyncGenerator<Opened> {
  const bytes = await collect(source)
  const { text } = decode(bytes, { given: encoding, declared: declaredEncoding(bytes) })
  const feed = parseFeed(text)
  refuseOther(feed, name)
  let number = 0
  for (const entry of feed.entries) {
    number++
    const article = articleFrom(entry, feed, `${name}:${number}`)
    if (article === undefined) {
      const problem = {
        code: 'bad-input',
        what: 'an entry without words',
        place: { file: `${name}:${number}` },
      } as const
      yield { problem }
    } else yield { article }
  }
}

function refuseOther({ root, entries }: Feed, file: string): void {
  const isFeed = root === 'rss' || root === 'feed' || root === 'rdf'
  if (isFeed && entries.length > 0) return
  throw new PenholderError({
    code: isFeed ? 'not-found' : 'bad-input',
    what: isFeed ? 'a feed without entries' : root === '' ? 'no XML' : `XML that is no feed (its root is <${root}>)`,
    place: { file },
    expected: 'RSS or Atom',
    ...(isFeed ? {} : { todo: 'if it is a page, let its name end in .html' }),
  })
}

function articleFrom({ source, fields }: Entry, feed: Feed, fallback: string): Article | undefined {
  const title = plain(fields.get('title'))
  const written = fields.get('encoded') ?? fields.get('content') ?? fields.get('description') ?? fields.get('summary')
  const body = plain(written)
  if (body === undefined && title === undefined) return undefined
  const day = ['pubdate', 'published', 'date', 'issued', 'updated', 'modified']
    .map((key) => fields.get(key))
    .find(Boolean)
  const published = day === undefined ? undefined : metadataDate(day)
  const url = [fields.get('link'), fields.get('guid'), fields.get('id')].find((each) =>
    /^https?:\/\//i.test(each ?? ''),
  )
  // In Atom, `source` holds a whole feed's head.
  const outlet = (feed.root === 'feed' ? undefined : plain(fields.get('source'))) ?? feed.title
  return {
    id: url ?? fields.get('guid') ?? fields.get('id') ?? fallback,
    text: withHeadline(title, body ?? ''),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published, publishedFrom: 'metadata' as const }),
    ...(outlet === undefined ? {} : { source: outlet }),
    ...(url === undefined ? {} : { url }),
    hash: hashOf(Buffer.from(source)),
  }
}

/** Feeds carry HTML inside text; what has no markup is text already. */
function plain(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const words = /<[a-z!/]|&[a-z#]/i.test(text) ? htmlText(text).text : text
  return words.trim() || undefined
}

const LINK = new Set(['', 'alternate'])

/** One pass; a feed that is not well-formed gives what can be told. */
function parseFeed(xml: string): Feed {
  const entries: Entry[] = []
  const path: string[] = []
  let root = ''
  let title: string | undefined
  let fields: Map<string, string> | undefined
  let entryFrom = 0
  let entryDepth = 0
  let words = ''
  let inner: number | undefined
  const parser = new Parser(
    {
      onopentag(qualified, attributes) {
        const name = local(qualified)
        if (root === '') root = name
        path.push(name)
        if (fields === undefined && (name === 'item' || name === 'entry')) {
          fields = new Map()
          entryFrom = parser.startIndex
          entryDepth = path.length
        } else if (fields !== undefined && path.length === entryDepth + 1) {
          words = ''
          // XHTML inside Atom is markup of its own: its source is what is read.
          inner = attributes.type === 'xhtml' ? parser.endIndex + 1 : undefined
          const href = attributes.href
          if (name === 'link' && href !== undefined && LINK.has(attributes.rel ?? '') && !fields.has('link'))
            fields.set('link', href)
        } else if (fields === undefined) words = ''
      },
      ontext(text) {
        words += text
      },
      onclosetag(qualified) {
        const name = local(qualified)
        if (fields !== undefined && path.length === entryDepth) {
          entries.push({ source: xml.slice(entryFrom, parser.endIndex + 1), fields })
          fields = undefined
        } else if (fields !== undefined && path.length === entryDepth + 1) {
          const told = inner === undefined ? words.trim() : xml.slice(inner, parser.startIndex)
          // `media:title` and the like say less than the entry's own.
          if (told !== '' && !fields.has(name) && !/^(media|itunes|georss):/i.test(qualified)) fields.set(name, told)
        } else if (fields === undefined && name === 'title' && title === undefined) title = plain(words)
        path.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return { root, entries, ...(title === undefined ? {} : { title }) }
}

function local(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1).toLowerCase()
}
