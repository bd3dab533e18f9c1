import type { Article, Sketch } from '../articles/index.js'
import type { Claim, Reading } from '../read/index.js'
import { isWhole, type Row } from './connection.js'
import { canonicalJson, idOf, sha256 } from './hash.js'

/** An article's facts as the row's `body` holds them. */
export interface ArticleBody {
  readonly name: string
  readonly got: { readonly from: string; readonly at: string }
  readonly title?: string
  readonly published?: string
  readonly publishedFrom?: NonNullable<Article['publishedFrom']>
  readonly source?: string
  readonly url?: string
}

export interface ReadingBody {
  readonly publishedFrom?: NonNullable<Article['publishedFrom']>
  readonly claims: readonly string[]
  readonly problems: Reading['problems']
}

export function articleRow(
  id: string,
  item: { article: Article; got: ArticleBody['got'] },
  bytesHash: string,
  sketch: Sketch | undefined,
): Row & { readonly id: string } {
  const { id: name, text, prose, hash, ...facts } = item.article
  // Prose is as long as the text, so that both take the same form.
  const isPlain = [text, prose ?? ''].every((each) => isWhole(each) && !each.includes('\0'))
  const written = (each: string) => (isPlain ? each : JSON.stringify(each))
  return {
    id,
    bytes_hash: bytesHash,
    // Plain text that came alone is its own bytes.
    text_hash: isPlain && hash === undefined ? bytesHash : sha256(written(text)),
    prose_hash: prose === undefined ? null : sha256(written(prose)),
    form: isPlain ? 'plain' : 'json',
    text: written(text),
    prose: prose === undefined ? null : written(prose),
    sketch: sketch === undefined ? null : printSketch(sketch),
    body: canonicalJson({ ...facts, name, got: item.got } satisfies ArticleBody),
  }
}

export function readingRow(
  article: string,
  reader: string,
  reading: Reading,
  more: { from: Article['publishedFrom']; claims: readonly string[]; before: string | undefined },
): Row & { readonly id: string } {
  const problems = reading.problems.map(({ place, ...problem }) => ({ ...problem, place: { ...place, file: article } }))
  return {
    id: idOf(article, reader, reading.published ?? null, more.before ?? null),
    article,
    reader,
    published: reading.published ?? null,
    target: reading.target ?? null,
    body: canonicalJson({ publishedFrom: more.from, claims: more.claims, problems }),
  }
}

export function claimRow(article: string, claim: Claim): Row & { readonly id: string } {
  const { article: _, why: __, ...says } = claim
  const body = canonicalJson(says)
  return {
    id: sha256(`${article}\n${body}`).slice(0, 24),
    article,
    kind: claim.kind,
    gist: idOf(article, claim.quote.start, ...keyOf(claim)),
    body,
  }
}

/** The keys by which CLAIMS.md says that two claims are the same. */
export function keyOf(claim: Claim): unknown[] {
  if (claim.kind === 'stance') return ['stance', claim.actor, claim.stance, claim.about]
  if (claim.kind === 'contact') return ['contact', [...claim.parties].sort(), claim.mode]
  if (claim.kind === 'event') return ['event', claim.type, claim.actor ?? null]
  return ['measure', claim.by, claim.against ?? null, [...claim.types].sort(), claim.status]
}

/** 64 numbers of 32 bits, little-endian, in base64. */
function printSketch(sketch: Sketch): string {
  const bytes = Buffer.alloc(sketch.length * 4)
  sketch.forEach((number, at) => {
    bytes.writeUInt32LE(number, at * 4)
  })
  return bytes.toString('base64')
}

export function parseSketch(text: string): Sketch {
  const bytes = Buffer.from(text, 'base64')
  const sketch = new Uint32Array(bytes.length / 4)
  for (let at = 0; at < sketch.length; at++) sketch[at] = bytes.readUInt32LE(at * 4)
  return sketch
}
