import { type CivilDate, isCivilDate, spanOf, type VagueDate } from '../dates.js'
import { PenholderError } from '../errors.js'
import { type Claim, sentencesOf } from '../read/index.js'
import { canonicalJson, sha256 } from '../record/index.js'
import type { Brief, Source, Words } from './brief.js'
import type { BriefMaterial, MaterialArticle, MaterialClaim } from './material.js'

/** The material as far as it was out on a day, in an order that does not depend on how it came. */
export interface Gathered {
  readonly on: CivilDate
  /** One for each report, by day of publication, then by id. */
  readonly articles: readonly MaterialArticle[]
  readonly claims: readonly MaterialClaim[]
  readonly sources: readonly Source[]
  readonly basis: Omit<Brief['basis'], 'edition'>
  /** Names of the articles that have no day, or may be of a later one: in no brief. */
  readonly unplaced: readonly string[]
  wordsOf(claim: Claim): Words
}

/**
 * Throws `bad-input` where no day is given and no article has one. An article counts from the last day that it can be
 * of, so that what comes later never changes the brief of an earlier day.
 */
export function gather(material: BriefMaterial, on = lastDay(material.articles)): Gathered {
  if (on === undefined) {
    throw new PenholderError({
      code: 'bad-input',
      what: `no article of the matter "${material.matter.title}" has a day, so it can’t be told who sat in the Council`,
      expected: '--on with a day such as 2017-10-20',
    })
  }
  if (!isCivilDate(on))
    throw new PenholderError({ code: 'bad-input', what: `"${on}" is no date`, expected: 'YYYY-MM-DD' })
  const out = material.articles.filter((article) => dayOf(article) !== undefined && (dayOf(article) ?? '') <= on)
  const unplaced = material.articles.filter(
    (article) => article.published === undefined || (!out.includes(article) && spanOf(article.published).from <= on),
  )
  const reports = new Map<string, MaterialArticle[]>()
  for (const article of [...out].sort(inOrder)) {
    const key = article.sameAs ?? article.id
    reports.set(key, [...(reports.get(key) ?? []), article])
  }
  const articles = [...reports.values()].flatMap(([first]) => first ?? [])
  const order = new Map(articles.map((article, at) => [article.id, at]))
  const claims = material.claims
    .filter(({ claim }) => order.has(claim.article))
    .sort(
      (a, b) =>
        (order.get(a.claim.article) ?? 0) - (order.get(b.claim.article) ?? 0) ||
        a.claim.quote.start - b.claim.quote.start ||
        a.claim.quote.end - b.claim.quote.end ||
        (a.id < b.id ? -1 : 1),
    )
  const sources = articles.map((article, at) =>
    sourceOf(article, at + 1, claims, reports.get(article.sameAs ?? article.id)),
  )
  const rulings = new Map(claims.map((one) => [one.claim, one.ruling]))
  return {
    on,
    articles,
    claims,
    sources,
    basis: {
      articles: out.length,
      repeats: out.length - articles.length,
      claims: claims.length,
      accepted: claims.filter(({ ruling }) => ruling === 'accepted').length,
      edited: claims.filter(({ ruling }) => ruling === 'edited').length,
      digest: digestOf(material, articles, claims),
    },
    unplaced: unplaced.map(({ name }) => name).sort(),
    wordsOf: (claim) => wordsOf(claim, (order.get(claim.article) ?? -1) + 1, rulings.get(claim)),
  }
}

/** The last day that an article of the matter can be of. */
function lastDay(articles: readonly MaterialArticle[]): CivilDate | undefined {
  return articles
    .flatMap((article) => dayOf(article) ?? [])
    .sort()
    .at(-1)
}

function dayOf({ published }: { readonly published?: VagueDate }): CivilDate | undefined {
  return published === undefined ? undefined : spanOf(published).to
}

function inOrder(a: MaterialArticle, b: MaterialArticle): number {
  const [one, other] = [a, b].map(
    ({ published = '', id }) => `${published === '' ? '' : spanOf(published).from} ${published} ${id}`,
  )
  return (one ?? '') < (other ?? '') ? -1 : 1
}

function sourceOf(
  article: MaterialArticle,
  number: number,
  claims: readonly MaterialClaim[],
  same: readonly MaterialArticle[] = [],
): Source {
  const { id, source, published, url, hash } = article
  return {
    number,
    article: id,
    title: titleOf(article),
    ...(source !== undefined && { outlet: source }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
    ...(hash !== undefined && { hash }),
    claims: claims.filter(({ claim }) => claim.article === id).length,
    alsoIn: same.filter((one) => one !== article).map((one) => [one.source, titleOf(one)].filter(Boolean).join(', ')),
  }
}

/** Its title, else its headline where the text shows one, else the file’s name. */
export function titleOf({ title, text, prose, name }: MaterialArticle): string {
  if (title !== undefined) return title
  const beginning = (prose ?? text).slice(0, 4000)
  const headline = sentencesOf(beginning).find((sentence) => sentence.headline)
  return headline === undefined ? name : beginning.slice(headline.start, headline.end).trim()
}

function wordsOf(claim: Claim, source: number, ruling: MaterialClaim['ruling']): Words {
  const { text, start, end } = claim.quote
  const speaker = claim.speaker?.name ?? claim.speaker?.office
  return {
    text,
    cite: { source, start, end },
    basis: claim.basis,
    ...(speaker !== undefined && { speaker }),
    ...(ruling !== undefined && { ruling }),
  }
}

function digestOf(
  { matter, drafts }: BriefMaterial,
  articles: readonly MaterialArticle[],
  claims: readonly MaterialClaim[],
): string {
  return sha256(
    canonicalJson({
      matter,
      drafts,
      articles: articles.map(({ id, published, hash }) => [id, published ?? null, hash ?? null]),
      claims: claims.map(({ id, ruling, draft }) => [id, ruling ?? null, draft ?? null]),
    }),
  ).slice(0, 16)
}
