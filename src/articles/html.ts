import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { PenholderError } from '../errors.js'
import type { Article } from './article.js'
import { type PageMetadata, pageMetadata } from './html-metadata.js'
import { ABSURD_DEPTH, htmlText } from './html-text.js'
import { LIMITS } from './limits.js'

/**
 * The article in a saved page: its headline as the first paragraph, then its text, with the site's frame gone.
 * A page that nests too deeply or is too large for the extractor gives its text without navigation, header and footer.
 * Throws `bad-input` where no words remain.
 */
export function articleFromHtml(html: string, id: string): Article {
  const page = htmlText(html, { furniture: false })
  if (page.text === '') throw nothingToRead(id)
  const metadata = pageMetadata(page.depth > ABSURD_DEPTH ? html.slice(0, 65_536) : html)
  const readable = page.nodes <= LIMITS.nodes && page.depth <= LIMITS.depth
  const extracted = readable ? extract(html) : undefined
  const body = extracted !== undefined && extracted.text.length >= page.text.length / 20 ? extracted.text : page.text
  const title = metadata.title ?? extracted?.title
  return { id, text: withHeadline(title, body), ...about(metadata), ...(title === undefined ? {} : { title }) }
}

/** The encoding that a page declares in its first bytes. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]*encoding=["']([\w.:-]+)/.exec(head)?.[1]
  )
}

/** Puts the headline above the text unless the text begins with it. */
export function withHeadline(title: string | undefined, body: string): string {
  if (title === undefined) return body
  const bare = (text: string) =>
    text
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim()
      .toLowerCase()
  return bare(body.slice(0, title.length * 2 + 20)).startsWith(bare(title)) ? body : `${title}\n\n${body}`
}

function extract(html: string): { text: string; title?: string } | undefined {
  const { document } = parseHTML(html)
  const result = new Readability(document as never, { charThreshold: 250 }).parse()
  if (!result?.content) return undefined
  const title = result.title?.trim()
  return { text: htmlText(result.content).text, ...(title ? { title } : {}) }
}

function about(metadata: PageMetadata): Omit<Article, 'id' | 'text'> {
  const { published, source, url } = metadata
  return {
    ...(published === undefined ? {} : { published, publishedFrom: 'metadata' as const }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
  }
}

function nothingToRead(file: string): PenholderError {
  return new PenholderError({
    code: 'bad-input',
    what: 'a page without words',
    place: { file },
    expected: 'an article',
  })
}
