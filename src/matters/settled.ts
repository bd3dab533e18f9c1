import type { Claim } from '../read/index.js'
import { type Attachment, type ClaimRuling, keyOf, type StoredReading } from '../record/index.js'

/** A thing that a person said of a claim, found again for every claim of the same place and key. */
export interface Finder<Said> {
  /** What was said last of the claim; `gist` is the claim's own. */
  said(claim: Claim, gist: string): Said | undefined
}

/**
 * Finds rulings and moves for claims: by the claim's gist; else by the same key at words of the same article that
 * overlap, since a newer reader may set a quote's ends differently; else by the same key and the same words in another
 * article that carries the same report.
 */
export function finderOf<Said extends ClaimRuling | Attachment>(
  said: readonly Said[],
  reportOf: ReadonlyMap<string, string>,
): Finder<Said> {
  const byGist = new Map<string, Said>()
  const byKey = new Map<string, { claim: Claim; one: Said }[]>()
  for (const one of said) {
    byGist.set(one.claim.gist, one)
    // What a person edited a claim to is settled, too, when a newer reader comes to say so itself.
    const edited = 'edited' in one && one.edited !== undefined ? [one.edited] : []
    for (const claim of [one.claim.claim, ...edited]) {
      const key = keyIn(claim, reportOf)
      byKey.set(key, [...(byKey.get(key) ?? []), { claim, one }])
    }
  }
  return {
    said: (claim, gist) =>
      byGist.get(gist) ?? byKey.get(keyIn(claim, reportOf))?.findLast((each) => isSamePlace(each.claim, claim))?.one,
  }
}

function keyIn(claim: Claim, reportOf: ReadonlyMap<string, string>): string {
  return JSON.stringify([reportOf.get(claim.article) ?? claim.article, ...keyOf(claim)])
}

function isSamePlace(a: Claim, b: Claim): boolean {
  if (a.article !== b.article) return a.quote.text === b.quote.text
  return overlap(a, b)
}

function overlap(a: Claim, b: Claim): boolean {
  return a.quote.start < b.quote.end && b.quote.start < a.quote.end
}

/** Whether two claims say the same of the same words. */
export function isSameClaim(a: Claim, b: Claim): boolean {
  return a.article === b.article && JSON.stringify(keyOf(a)) === JSON.stringify(keyOf(b)) && overlap(a, b)
}

/** For each article that repeats a report, the article that stands for it. */
export function reportsAmong(readings: readonly StoredReading[]): Map<string, string> {
  return new Map(
    readings.flatMap(({ article }) => (article.sameAs === undefined ? [] : [[article.id, article.sameAs] as const])),
  )
}

/** Claims of a repeat that the first report does not carry: its own words, or words that the first does not hold. */
export function isToldInFirst(claim: Claim, first: StoredReading): boolean {
  if (first.article.hasText && first.article.text.includes(claim.quote.text)) return true
  const key = JSON.stringify(keyOf(claim))
  return first.reading.claims.some(
    (other) => JSON.stringify(keyOf(other)) === key && other.quote.text === claim.quote.text,
  )
}
