import { type CivilDate, spanOf, type VagueDate } from '../dates.js'
import { PenholderError } from '../errors.js'
import { type MatterArticle, type MatterClaim, type MatterView, viewOn } from '../matters/index.js'
import { type Claim, sentencesOf } from '../read/index.js'
import { canonicalJson, sha256 } from '../record/index.js'
import type { Brief, Source, Words } from './brief.js'
import type { BriefMaterial, MaterialArticle } from './material.js'

/** The material as far as it was out on a day, in an order that does not depend on how it came. */
export interface Gathered {
  readonly on: CivilDate
  /** Without what was not out by the day. */
  readonly view: MatterView
  /** One for each report, by day of publication, then by id. */
  readonly articles: readonly MaterialArticle[]
  readonly claims: readonly MatterClaim[]
  readonly sources: readonly Source[]
  readonly basis: Omit<Brief['basis'], 'edition'>
  /** Names of the articles that have no day, or may be of a later one: in no brief. */
  readonly unplaced: readonly string[]
  wordsOf(claim: Claim): Words
}

/** The last day that an article about the matter can be of; of those that only speak of it where there is none. */
function lastDay(articles: readonly MatterArticle[]): CivilDate | undefined {
  const days = (own: readonly MatterArticle[]) => own.flatMap((article) => dayOf(article) ?? []).sort()
  return days(articles.filter(({ isAbout }) => isAbout)).at(-1) ?? days(articles).at(-1)
}

/**
 * Throws `bad-input` where no day is given and no article has one. An article counts from the last day that it can be
 * of, so that what comes later never changes the brief of an earlier day.
 */
export function gather(material: BriefMaterial, on = lastDay(material.view.articles)): Gathered {
  if (on === undefined) {
    throw new PenholderError({
      code: 'bad-input',
      what: `no article of "${material.view.matter.title}" has a day, so it can’t be told who sat in the Council`,
      expected: '--on with a day such as 2017-10-20',
    })
  }
  const view = viewOn(material.view, on)
  const byId = new Map(material.articles.map((article) => [article.id, article]))
  const isOut = (article: { readonly published?: VagueDate }) => (dayOf(article) ?? '9') <= on
  const own = view.articles.filter(isOut).sort(inOrder)
  const articles = own.flatMap(({ id }) => byId.get(id) ?? [])
  const order = new Map(articles.map((article, at) => [article.id, at]))
  const claims = view.claims
    .filter(({ claim }) => order.has(claim.article))
    .sort(
      (a, b) =>
        (order.get(a.claim.article) ?? 0) - (order.get(b.claim.article) ?? 0) ||
        a.claim.quote.start - b.claim.quote.start ||
        a.claim.quote.end - b.claim.quote.end ||
        (a.id < b.id ? -1 : 1),
    )
  const repeats = new Map(
    own.map(({ id, repeats: ids }) => [id, ids.flatMap((one) => byId.get(one) ?? []).filter(isOut)]),
  )
  const told = new Map<string, number>()
  for (const { claim } of claims) told.set(claim.article, (told.get(claim.article) ?? 0) + 1)
  const sources = articles.map((article, at) =>
    sourceOf(article, at + 1, told.get(article.id) ?? 0, repeats.get(article.id)),
  )
  const rulings = new Map(claims.map((one) => [one.claim, one.ruling]))
  const repeated = new Set([...repeats.values()].flat().map(({ id }) => id))
  const { undated } = view
  const vague = view.articles.filter(
    (article) => !isOut(article) && article.published !== undefined && spanOf(article.published).from <= on,
  )
  return {
    on,
    // Its notes count articles that may be of a later day; the brief has its own.
    view: { ...view, articles: own, claims, notes: [] },
    articles,
    claims,
    sources,
    basis: {
      articles: new Set([...order.keys(), ...repeated]).size,
      repeats: [...repeated].filter((id) => !order.has(id)).length,
      claims: claims.length,
      accepted: claims.filter(({ ruling }) => ruling === 'accepted').length,
      edited: claims.filter(({ ruling }) => ruling === 'edited').length,
      digest: digestOf(view, articles, claims),
    },
    unplaced: [...vague, ...undated].map(({ name }) => name).sort(),
    wordsOf: (claim) => wordsOf(claim, (order.get(claim.article) ?? -1) + 1, rulings.get(claim)),
  }
}

function dayOf({ published }: { readonly published?: VagueDate }): CivilDate | undefined {
  return published === undefined ? undefined : spanOf(published).to
}

function inOrder(a: { readonly id: string; readonly published?: VagueDate }, b: typeof a): number {
  const key = ({ id, published = '' }: typeof a) =>
    `${published === '' ? '' : spanOf(published).from} ${published} ${id}`
  return key(a) < key(b) ? -1 : 1
}

function sourceOf(
  article: MaterialArticle,
  number: number,
  claims: number,
  repeats: readonly MaterialArticle[] = [],
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
    claims,
    alsoIn: repeats.map((one) => [one.source, titleOf(one)].filter(Boolean).join(', ')),
  }
}

/** Its title, else its headline where the text shows one, else the file’s name. */
export function titleOf({ title, text, prose, name }: MaterialArticle): string {
  if (title !== undefined) return title
  const beginning = (prose ?? text).slice(0, 4000)
  const headline = sentencesOf(beginning).find((sentence) => sentence.headline)
  return headline === undefined ? name : beginning.slice(headline.start, headline.end).trim()
}

function wordsOf(claim: Claim, source: number, ruling: MatterClaim['ruling'] | undefined): Words {
  const { text, start, end } = claim.quote
  const speaker = claim.speaker?.name ?? claim.speaker?.office
  return {
    text,
    cite: { source, start, end },
    basis: claim.basis,
    ...(speaker !== undefined && { speaker }),
    ...(ruling !== undefined && ruling !== 'proposed' && { ruling }),
  }
}

/** When the record learned a thing is no part of what it says. */
function digestOf(
  { matter, drafts }: MatterView,
  articles: readonly MaterialArticle[],
  claims: readonly MatterClaim[],
): string {
  const { kept: _, ...facts } = matter
  return sha256(
    canonicalJson({
      matter: facts,
      drafts: drafts.map(({ kept: __, ...draft }) => draft),
      articles: articles.map(({ id, published, hash }) => [id, published ?? null, hash ?? null]),
      claims: claims.map(({ id, claim, ruling, draft, version }) => [
        id,
        ruling === 'edited' ? claim : ruling,
        draft ?? null,
        version ?? null,
      ]),
    }),
  ).slice(0, 16)
}
