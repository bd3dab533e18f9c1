import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { VagueDate } from '../dates.js'
import { PenholderError, type Problem } from '../errors.js'
import type { Article, Opened } from './article.js'
import { type Bytes, collect, gunzip, hashOf, isGzip, peek } from './bytes.js'
import { decode } from './encoding.js'
import { fileProblem, type Source, sourcesOf } from './files.js'
import { type Format, formatByBytes, formatByName, holdsMany, type Many } from './formats.js'

export interface OpenOptions {
  /** Day of publication of all articles, over what they say themselves. */
  readonly published?: VagueDate
  /** Encoding of all texts without a byte order mark, as a WHATWG label; found out where absent. */
  readonly encoding?: string
  /** Whether web addresses are fetched; without it they are refused. */
  readonly fetch?: boolean
  /** What `-` reads. */
  readonly stdin?: Bytes
}

/**
 * Opens files, folders, web addresses and `-` (standard input) one after the other: plain text, Markdown, HTML, EML,
 * JSON Lines, RSS and Atom feeds, mbox, WARC, CSV with named columns, and gzip of these. What can't be opened comes as a problem with its place, and the rest goes on.
 */
export async function* openArticles(inputs: readonly string[], options: OpenOptions = {}): AsyncGenerator<Opened> {
  for (const source of sourcesOf(inputs)) yield* openSource(source, options)
}

/** How many things the inputs name, and whether that is also the number of articles (JSON Lines hold many). */
export function countSources(inputs: readonly string[]): { count: number; exact: boolean } {
  const sources = sourcesOf(inputs)
  const exact = sources.every(
    (source) => source.kind !== 'stdin' && (source.kind !== 'file' || !holdsMany(formatByName(source.path))),
  )
  return { count: sources.length, exact }
}

/** The article in bytes that are at hand; `name` tells the format by its ending, else the bytes do. */
export async function openBytes(bytes: Uint8Array, name: string, options: OpenOptions = {}): Promise<Opened[]> {
  const opened: Opened[] = []
  for await (const each of openStream(only(bytes), { id: name, name }, options)) opened.push(each)
  return opened
}

async function* openSource(source: Source, options: OpenOptions): AsyncGenerator<Opened> {
  if (source.kind === 'problem') yield { problem: source.problem }
  else if (source.kind === 'file')
    yield* openStream(createReadStream(source.path), { id: source.id, name: source.path }, options)
  else if (source.kind === 'stdin') yield* openStream(options.stdin ?? only(new Uint8Array()), { id: 'stdin' }, options)
  else yield* openUrl(source.url, options)
}

interface Naming {
  readonly id: string
  readonly name?: string
  /** As HTTP declares. */
  readonly charset?: string
  readonly format?: Format
}

async function* openStream(source: Bytes, naming: Naming, options: OpenOptions): AsyncGenerator<Opened> {
  try {
    const outer = await peek(source)
    const { head, bytes } = isGzip(outer.head) ? await peek(gunzip(outer.bytes)) : outer
    const format = naming.format ?? formatByName(naming.name ?? '') ?? formatByBytes(head)
    if (holdsMany(format)) {
      for await (const opened of articlesFrom(bytes, format, naming, options)) yield dated(opened, options)
    } else yield dated({ article: await articleFrom(await collect(bytes), format, naming, options) }, options)
  } catch (error) {
    for (const problem of problemsOf(error, naming)) yield { problem }
  }
}

async function* articlesFrom(bytes: Bytes, format: Many, naming: Naming, options: OpenOptions): AsyncGenerator<Opened> {
  if (format === 'lines') yield* (await import('./json-lines.js')).articlesFromLines(bytes, naming.id)
  else if (format === 'mbox') yield* (await import('./mbox.js')).articlesFromMbox(bytes, naming.id)
  else if (format === 'warc') yield* (await import('./warc.js')).articlesFromWarc(bytes, naming.id)
  else if (format === 'table') yield* (await import('./table.js')).articlesFromTable(bytes, naming.id, options.encoding)
  else yield* (await import('./feed.js')).articlesFromFeed(bytes, naming.id, options.encoding)
}

async function articleFrom(
  bytes: Uint8Array,
  format: Exclude<Format, Many>,
  naming: Naming,
  options: OpenOptions,
): Promise<Article> {
  if (bytes.length === 0) throw new PenholderError({ code: 'bad-input', what: 'empty', expected: 'an article' })
  const hash = hashOf(bytes)
  if (format === 'mail') {
    const { articleFromMail } = await import('./mail.js')
    return { ...(await articleFromMail(bytes, naming.id)), hash }
  }
  if (format === 'html') {
    const { articleFromHtml, declaredEncoding } = await import('./html.js')
    const declared = naming.charset ?? declaredEncoding(bytes)
    return { ...articleFromHtml(decode(bytes, { given: options.encoding, declared }).text, naming.id), hash }
  }
  const { text } = decode(bytes, { given: options.encoding, declared: naming.charset })
  if (!/\S/.test(text))
    throw new PenholderError({ code: 'bad-input', what: 'only white space', expected: 'an article' })
  if (format === 'text') return { id: naming.id, text, hash }
  const { articleFromMarkdown } = await import('./markdown.js')
  return { ...articleFromMarkdown(text, naming.id), hash }
}

/** A page's format by its media type; XML that is no page is taken for a feed. */
function formatOfPage(page: { type: string; url: string }): Format {
  if (page.type.includes('html')) return 'html'
  return /[/+]xml$/.test(page.type) ? 'feed' : (formatByName(new URL(page.url).pathname) ?? 'text')
}

async function* openUrl(url: string, options: OpenOptions): AsyncGenerator<Opened> {
  if (options.fetch !== true) {
    const problem = {
      code: 'refused',
      what: 'a web address',
      place: { file: url },
      todo: 'allow it with --fetch',
    } as const
    yield { problem }
    return
  }
  try {
    const { fetchPage } = await import('./fetch.js')
    const page = await fetchPage(url)
    const format = formatOfPage(page)
    const naming = { id: url, format, ...(page.charset === undefined ? {} : { charset: page.charset }) }
    for await (const opened of openStream(only(page.bytes), naming, options)) {
      yield 'article' in opened && !holdsMany(format) ? { article: { ...opened.article, url: page.url } } : opened
    }
  } catch (error) {
    for (const problem of problemsOf(error, { id: url })) yield { problem }
  }
}

function dated(opened: Opened, options: OpenOptions): Opened {
  if (options.published === undefined || !('article' in opened)) return opened
  return { article: { ...opened.article, published: options.published, publishedFrom: 'given' } }
}

function problemsOf(error: unknown, naming: Naming): readonly Problem[] {
  const file = naming.name ?? naming.id
  if (error instanceof PenholderError) {
    return error.problems.map((problem) => ({ ...problem, place: { file, ...problem.place } }))
  }
  if (typeof (error as { syscall?: unknown }).syscall === 'string') return [fileProblem(error, file)]
  const what = `can't be read (${basename(file)}: ${(error as Error).message})`
  return [{ code: 'bad-input', what, place: { file } }]
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
