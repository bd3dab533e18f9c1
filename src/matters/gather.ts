import type { Claim } from '../read/index.js'
import type { Attachment, ClaimRuling, StoredClaim, StoredMatter, StoredReading } from '../record/index.js'
import { belonging } from './belongs.js'
import type { MatterArticle, MatterClaim } from './claim.js'
import { isOnText, symbolsIn } from './on-draft.js'
import { type Finder, finderOf, isSameClaim, isToldInFirst, reportsAmong } from './settled.js'

/** What people said of claims, as the record knew it. */
export interface Said {
  readonly rulings: readonly ClaimRuling[]
  readonly moved: readonly Attachment[]
}

/** What belongs to a matter, whatever the day: claims are on a draft only where a person put them there. */
export interface Gathered {
  readonly claims: readonly MatterClaim[]
  readonly articles: readonly MatterArticle[]
  readonly repeats: readonly MatterArticle[]
  /** Those of `articles` without a day, where they were told apart already. */
  readonly undated?: readonly MatterArticle[]
}

/** One matter's claims being gathered from the readings. */
export class Gathering {
  private readonly firsts: ReadonlyMap<string, StoredReading>
  private readonly reports: ReadonlyMap<string, string>
  private readonly ruled: Finder<ClaimRuling>
  private readonly moved: Finder<Attachment>
  private readonly rulings: ReadonlyMap<string, readonly ClaimRuling[]>

  constructor(
    private readonly matter: StoredMatter,
    private readonly readings: readonly StoredReading[],
    said: Said,
  ) {
    this.reports = reportsAmong(readings)
    this.firsts = new Map(readings.map((reading) => [reading.article.id, reading]))
    this.ruled = finderOf(said.rulings, this.reports)
    this.moved = finderOf(said.moved, this.reports)
    this.rulings = grouped(said.rulings, ({ claim }) => claim.claim.article)
  }

  all(): Gathered {
    const byFirst = grouped([...this.reports], ([, first]) => first)
    const repeats = new Map([...byFirst].map(([first, own]) => [first, own.map(([id]) => id).sort()]))
    const claims: MatterClaim[] = []
    const articles: MatterArticle[] = []
    for (const reading of this.readings) {
      const { hasArticle, hasClaim } = belonging(this.matter, reading)
      const own = this.claimsOf(reading).flatMap((stored) => this.placed(stored, reading, hasClaim, repeats))
      claims.push(
        ...own.filter(
          (one, at) => one.read === undefined || !own.slice(0, at).some((other) => isEditTwice(one, other)),
        ),
      )
      const isRepeat = reading.article.sameAs !== undefined
      if (own.length > 0 || (hasArticle && !isRepeat))
        articles.push(articleOf(reading, hasArticle, repeats.get(reading.article.id)))
    }
    const counted = new Set(articles.flatMap((article) => article.repeats))
    const repeated = this.readings.filter(({ article }) => counted.has(article.id))
    return { claims, articles, repeats: repeated.map((reading) => articleOf(reading, true)) }
  }

  /** Those of the latest reading, and those of an older one that a person accepted or edited. */
  private claimsOf(reading: StoredReading): StoredClaim[] {
    const now = reading.claims
    const kept = (this.rulings.get(reading.article.id) ?? []).filter(
      ({ claim, verdict, edited }) =>
        verdict !== 'rejected' &&
        !now.some(
          (one) =>
            one.gist === claim.gist ||
            isSameClaim(one.claim, claim.claim) ||
            (edited !== undefined && isSameClaim(one.claim, edited)),
        ),
    )
    return [...now, ...kept.map(({ claim }) => claim)].sort(inText)
  }

  private placed(
    stored: StoredClaim,
    { article }: StoredReading,
    hasClaim: (claim: Claim) => boolean,
    repeats: ReadonlyMap<string, readonly string[]>,
  ): MatterClaim[] {
    const ruling = this.ruled.said(stored.claim, stored.gist)
    if (ruling?.verdict === 'rejected') return []
    const first = article.sameAs === undefined ? undefined : this.firsts.get(article.sameAs)
    if (first !== undefined && isToldInFirst(stored.claim, first)) return []
    const claim = editedAt(stored.claim, ruling)
    const moved = this.moved.said(stored.claim, stored.gist)
    if (moved === undefined ? !hasClaim(claim) : moved.matter !== this.matter.id) return []
    const symbols = isOnText(claim) ? symbolsIn(claim, article.hasText ? article.text : undefined) : []
    return [
      {
        id: stored.id,
        gist: stored.gist,
        claim,
        ...(claim === stored.claim ? {} : { read: stored.claim }),
        ruling: ruling === undefined ? 'proposed' : ruling.verdict === 'edited' ? 'edited' : 'accepted',
        ...(ruling === undefined
          ? {}
          : { ruled: { ...ruling.kept, ...(ruling.note === undefined ? {} : { note: ruling.note }) } }),
        by: moved === undefined ? 'rule' : 'hand',
        ...(moved?.draft === undefined ? {} : { draft: moved.draft }),
        ...(symbols.length === 0 ? {} : { symbols }),
        ...(article.published === undefined ? {} : { published: article.published }),
        repeats: (repeats.get(article.id) ?? []).filter((id) => this.isCarriedBy(id, stored.claim)),
      },
    ]
  }

  private isCarriedBy(article: string, claim: Claim): boolean {
    const reading = this.firsts.get(article)
    if (reading === undefined) return false
    return reading.article.hasText
      ? reading.article.text.includes(claim.quote.text)
      : reading.reading.claims.some((other) => other.quote.text === claim.quote.text)
  }
}

/** One edit stands for two claims where a newer reader says both what was read before and what it was edited to. */
function isEditTwice(one: MatterClaim, other: MatterClaim): boolean {
  return other.ruling === 'edited' && isSameClaim(one.claim, other.claim)
}

/** A claim as edited; where a report is repeated, the edit was of the same words in another article. */
function editedAt(claim: Claim, ruling: ClaimRuling | undefined): Claim {
  if (ruling?.edited === undefined) return claim
  const quote = ruling.edited.article === claim.article ? ruling.edited.quote : claim.quote
  return { ...ruling.edited, article: claim.article, quote }
}

function inText(a: StoredClaim, b: StoredClaim): number {
  const [first, second] = [a.claim.quote, b.claim.quote]
  if (first.start !== second.start) return first.start - second.start
  return first.end === second.end ? (a.id < b.id ? -1 : 1) : first.end - second.end
}

function articleOf(
  { article, reading }: StoredReading,
  isAbout: boolean,
  repeats: readonly string[] = [],
): MatterArticle {
  const { id, name, title, published, source, url, hash, hasText } = article
  return {
    id,
    name,
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
    ...(hash === undefined ? {} : { hash }),
    ...(reading.target === undefined ? {} : { target: reading.target }),
    isAbout,
    hasText,
    repeats,
  }
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const own = groups.get(keyOf(item))
    if (own === undefined) groups.set(keyOf(item), [item])
    else own.push(item)
  }
  return groups
}
