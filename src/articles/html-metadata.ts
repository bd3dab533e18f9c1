import { Parser } from 'htmlparser2'
import type { VagueDate } from '../dates.js'
import { metadataDate } from './metadata-date.js'

/** What a page says about itself, outside its text. */
export interface PageMetadata {
  readonly title?: string
  readonly published?: VagueDate
  readonly source?: string
  readonly url?: string
}

const DATES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'citation_publication_date',
  'publish-date',
  'publishdate',
  'publication_date',
  'publicationdate',
  'pubdate',
  'published_time',
  'originalpublicationdate',
  'article_date_original',
  'date',
]
const TITLES = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'headline', 'parsely-title']
const SOURCES = [
  'og:site_name',
  'application-name',
  'dc.publisher',
  'dcterms.publisher',
  'publisher',
  'al:ios:app_name',
]
const ARTICLE_TYPES = /(^|\W)([A-Za-z]*Article|Report|[A-Za-z]*BlogPosting|WebPage)$/

const MOST_HEADINGS = 20

interface Found {
  readonly meta: Map<string, string>
  readonly scripts: string[]
  readonly headings: string[]
  readonly times: { readonly text: string; readonly marked: boolean }[]
  title: string
  canonical?: string
}

/** Title, day, outlet and address out of JSON-LD, meta tags, `time` elements and `link rel=canonical`, in this order. */
export function pageMetadata(html: string): PageMetadata {
  const found = scan(html)
  const linked = linkedData(found.scripts)
  const first = (keys: readonly string[]) => keys.map((key) => found.meta.get(key)).find((value) => value !== undefined)
  const said = linked.source ?? first(SOURCES)
  const named = linked.title ?? first(TITLES) ?? found.title
  const published = linked.published ?? firstDate(DATES.map((key) => found.meta.get(key))) ?? timeElement(found.times)
  const url = found.canonical ?? found.meta.get('og:url') ?? linked.url
  const { title, outlet } = headline(named === '' ? (found.headings[0] ?? '') : named, found.headings, said)
  const source = said ?? outlet
  return {
    ...(title === '' ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined || !/^https?:\/\//i.test(url) ? {} : { url }),
  }
}

function scan(html: string): Found {
  const found: Found = { meta: new Map(), scripts: [], headings: [], times: [], title: '' }
  let collect: string | undefined
  let words = ''
  new Parser({
    onopentag(name, attributes) {
      if (name === 'meta') {
        const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase()
        const value = attributes.content?.trim()
        if (key !== '' && value && !found.meta.has(key)) found.meta.set(key, value)
      } else if (name === 'link' && attributes.rel?.toLowerCase() === 'canonical' && attributes.href) {
        found.canonical ??= attributes.href
      } else if (name === 'time' && attributes.datetime) {
        const marks = `${attributes.itemprop ?? ''} ${attributes.class ?? ''} ${'pubdate' in attributes ? 'publish' : ''}`
        found.times.push({ text: attributes.datetime, marked: /publi|posted|entry-date/i.test(marks) })
      } else if (attributes.itemprop === 'datePublished' && attributes.content && !found.meta.has('datepublished')) {
        found.meta.set('datepublished', attributes.content)
      }
      const wanted =
        (name === 'title' && found.title === '') ||
        (name === 'script' && attributes.type?.toLowerCase() === 'application/ld+json') ||
        (/^h[1-3]$/.test(name) && found.headings.length < MOST_HEADINGS)
      if (!wanted) return
      collect = name
      words = ''
    },
    ontext(text) {
      if (collect !== undefined) words += text
    },
    onclosetag(name) {
      if (name !== collect) return
      const line = words.replace(/\s+/g, ' ').trim()
      if (name === 'title') found.title = line
      else if (name === 'script') found.scripts.push(words)
      else if (line !== '') found.headings.push(line)
      collect = undefined
    },
  }).end(html)
  return found
}

/** A published date where the page marks one, or where all its `time` elements agree. */
function timeElement(times: Found['times']): VagueDate | undefined {
  const marked = times.filter((time) => time.marked)
  const dates = new Set((marked.length > 0 ? marked.slice(0, 1) : times).map((time) => metadataDate(time.text)))
  return dates.size === 1 ? [...dates][0] : undefined
}

function firstDate(values: readonly (string | undefined)[]): VagueDate | undefined {
  return values
    .map((value) => (value === undefined ? undefined : metadataDate(value)))
    .find((date) => date !== undefined)
}

function linkedData(scripts: readonly string[]): PageMetadata {
  for (const script of scripts) {
    const item = nodes(parse(script)).find((node) => ARTICLE_TYPES.test([node['@type']].flat().join(' ')))
    if (item === undefined) continue
    const title = plain(item.headline) ?? plain(item.name)
    const published = firstDate([plain(item.datePublished)])
    const source = plain(item.publisher) ?? plain((item.publisher as { name?: unknown } | undefined)?.name)
    const url = plain(item.url)
    if (title === undefined && published === undefined) continue
    return {
      ...(title === undefined ? {} : { title }),
      ...(published === undefined ? {} : { published }),
      ...(source === undefined ? {} : { source }),
      ...(url === undefined ? {} : { url }),
    }
  }
  return {}
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*(<!--|\/\/<!\[CDATA\[)|(-->|\/\/\]\]>)\s*$/g, ''))
  } catch {
    return undefined
  }
}

function nodes(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((each) => (Array.isArray(each) ? [] : nodes(each)))
  if (typeof value !== 'object' || value === null) return []
  const node = value as Record<string, unknown>
  return [node, ...(Array.isArray(node['@graph']) ? nodes(node['@graph']) : [])]
}

function plain(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
  return text === '' ? undefined : text
}

/**
 * A page's title without its outlet: "Council meets - The Daily" is "Council meets" where a heading of the page says just that (the
 * rest is then the outlet), or where the outlet is known to be The Daily.
 */
function headline(
  title: string,
  headings: readonly string[],
  source: string | undefined,
): { title: string; outlet?: string } {
  if (title.length > 500) return { title: title.slice(0, 500) }
  const heading = headings.find((each) => each.length >= 12 && each.length < title.length && title.includes(each))
  if (heading !== undefined) {
    const rest = title.replace(heading, '').replace(/^[\s\-–—|·:»]+|[\s\-–—|·:«]+$/g, '')
    return { title: heading, ...(/^[^|–—»:]{2,40}$/.test(rest) ? { outlet: rest } : {}) }
  }
  const [, head = title, tail = ''] = /^(.{12,}?)\s+[-–—|·:»]\s+([^|–—]{2,40})$/.exec(title) ?? []
  const [known, end] = [source?.toLowerCase(), tail.toLowerCase()]
  const isOutlet = known !== undefined && end !== '' && (known.includes(end) || end.includes(known))
  return { title: isOutlet ? head : title }
}
