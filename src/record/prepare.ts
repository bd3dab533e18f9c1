import { type Article, sketchOf } from '../articles/index.js'
import { READER_VERSION, type Reading, readArticle } from '../read/index.js'
import type { Row } from './connection.js'
import { sha256 } from './hash.js'
import { articleRow, claimRow, readingRow } from './rows.js'
import type { ReadingHead } from './select.js'

/** An article to be kept, with where and when it was got. */
export interface Incoming {
  readonly article: Article
  /** A file's path, a web address, or `-` for standard input; and the moment. */
  readonly got: { readonly from: string; readonly at: string }
}

/** What makes readings, and its version. */
export interface Reader {
  readonly version: string
  readonly read: (article: Article) => Reading
}

export const READER: Reader = { version: READER_VERSION, read: (article) => readArticle(article) }

/** One article that is to be read. */
export interface Job {
  readonly id: string
  /** SHA-256 of the article's bytes. */
  readonly hash: string
  readonly item: Incoming
  /** What the record knew of it before. */
  readonly before?: ReadingHead
}

/** The rows of one article that was read; `article` only for a new one. */
export interface Prepared {
  readonly id: string
  readonly name: string
  readonly before?: ReadingHead
  readonly article?: Row
  readonly reading: Row
  readonly claims: readonly Row[]
}

/** An article that the reader failed on. */
export interface Failed {
  readonly name: string
  readonly failed: string
}

/** Reads an article and makes its rows: what takes the time, and needs no record. */
export function prepare({ id, hash, item, before }: Job, reader: Reader = READER): Prepared | Failed {
  const { article: given } = item
  try {
    const article = { ...(before === undefined ? given : redated(given, before)), id }
    const reading = reader.read(article)
    const claims = reading.claims.map((claim) => claimRow(id, claim))
    return {
      id,
      name: given.id,
      ...(before === undefined
        ? { article: articleRow(id, item, hash, sketchOf(given.prose ?? given.text)) }
        : { before }),
      reading: readingRow(id, reader.version, reading, {
        from: article.publishedFrom,
        claims: [...new Set(claims.map((row) => row.id))],
        before: before?.id,
      }),
      claims,
    }
  } catch (error) {
    return { name: given.id, failed: (error as Error).message }
  }
}

/** A day that was given once stays given, when the same bytes come again without one. */
export function redated(article: Article, before: ReadingHead): Article {
  if (article.publishedFrom === 'given' || before.publishedFrom !== 'given' || before.published === undefined)
    return article
  return { ...article, published: before.published, publishedFrom: 'given' }
}

/** The id that an article has in the record: the first 24 hexadecimal digits of the SHA-256 of its bytes. */
export function articleId(article: Article): string {
  return idOfBytes(bytesHash(article))
}

export function idOfBytes(hash: string): string {
  return hash.slice(0, 24)
}

export function bytesHash(article: Article): string {
  return article.hash ?? sha256(article.text)
}
