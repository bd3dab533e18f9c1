import { type CivilDate, isCivilDate, spanOf } from '../dates.js'
import { PenholderError } from '../errors.js'
import type { Claim } from '../read/index.js'
import {
  type Attachment,
  type ClaimRuling,
  type Connection,
  type Known,
  latestRulings,
  type StoredClaim,
  type StoredDraft,
  type StoredMatter,
  type StoredReading,
  seqKnown,
  storedAttachments,
  storedDrafts,
  storedMatter,
  storedReadings,
} from '../record/index.js'
import { belonging } from './belongs.js'
import { candidateArticles } from './candidates.js'
import type { MatterArticle, MatterClaim, MatterView } from './claim.js'
import { dayOf, draftFinder, isOnText, type OnDraft, versionOf } from './on-draft.js'
import { type Finder, finderOf, isSameClaim, isToldInFirst, reportsAmong } from './settled.js'
import { openedOn } from './vote.js'

/** What is asked of a matter: a day in the world, a moment of the record's knowledge. */
export interface MatterQuery extends Known {
  /** Articles that came out after this day, claims of later days and drafts that came later are left out. */
  readonly on?: CivilDate
}

/**
 * A matter with everything that belongs to it, loaded once: `positionsOf` and `countOf` work on it without the record.
 * Throws `not-found` for a matter that the record did not know.
 */
export async function openMatter(record: Connection, id: string, query: MatterQuery = {}): Promise<MatterView> {
  const seq = await seqKnown(record, query)
  return openAs(record, await storedMatter(record, id, { seq }), { ...query, seq })
}

/** The same for a matter that nobody needs to have kept, such as all that is told about one state. */
export async function openAs(record: Connection, matter: StoredMatter, query: MatterQuery = {}): Promise<MatterView> {
  if (query.on !== undefined && !isCivilDate(query.on)) {
    throw new PenholderError({ code: 'bad-input', what: `"${query.on}" is no date`, expected: 'YYYY-MM-DD' })
  }
  const { id } = matter
  const seq = await seqKnown(record, query)
  const all = await storedDrafts(record, { matter: id, seq })
  const drafts = all.filter((draft) => query.on === undefined || (openedOn(draft) ?? '') <= query.on)
  const moved = await storedAttachments(record, { seq })
  const byHand = moved.filter((one) => one.matter === id).map(({ claim }) => claim.claim.article)
  const ids = await candidateArticles(record, matter, byHand, seq)
  const readings = (await storedReadings(record, { articles: ids, seq })).filter(({ article }) =>
    isOut(article.published, query.on),
  )
  const rulings = [...(await latestRulings(record, { seq })).values()]
  const { claims, articles } = new Gathering(matter, drafts, readings, { rulings, moved, on: query.on }).all()
  return {
    matter,
    drafts,
    claims,
    articles,
    ...(query.on === undefined ? {} : { on: query.on }),
    ...(query.known === undefined ? {} : { known: query.known }),
    notes: notesOn(matter, claims, articles, drafts),
  }
}

/** The claims that belong to a matter, as `openMatter` gives them. */
export async function matterClaims(
  record: Connection,
  id: string,
  query: MatterQuery = {},
): Promise<readonly MatterClaim[]> {
  return (await openMatter(record, id, query)).claims
}

function isOut(published: string | undefined, on: CivilDate | undefined): boolean {
  return on === undefined || published === undefined || spanOf(published).from <= on
}

interface Said {
  readonly rulings: readonly ClaimRuling[]
  readonly moved: readonly Attachment[]
  readonly on: CivilDate | undefined
}

/** One matter's claims being gathered from the readings. */
class Gathering {
  private readonly firsts: ReadonlyMap<string, StoredReading>
  private readonly reports: ReadonlyMap<string, string>
  private readonly ruled: Finder<ClaimRuling>
  private readonly moved: Finder<Attachment>
  private readonly onDraft: ReturnType<typeof draftFinder>

  constructor(
    private readonly matter: StoredMatter,
    private readonly drafts: readonly StoredDraft[],
    private readonly readings: readonly StoredReading[],
    private readonly said: Said,
  ) {
    this.reports = reportsAmong(readings)
    this.firsts = new Map(readings.map((reading) => [reading.article.id, reading]))
    this.ruled = finderOf(said.rulings, this.reports)
    this.moved = finderOf(said.moved, this.reports)
    this.onDraft = draftFinder(drafts)
  }

  all(): { claims: MatterClaim[]; articles: MatterArticle[] } {
    const repeats = new Map<string, string[]>()
    for (const [id, first] of this.reports) repeats.set(first, [...(repeats.get(first) ?? []), id].sort())
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
        articles.push(articleOf(reading, repeats.get(reading.article.id)))
    }
    return { claims, articles }
  }

  /** Those of the latest reading, and those of an older one that a person accepted or edited. */
  private claimsOf(reading: StoredReading): StoredClaim[] {
    const now = reading.claims
    const kept = this.said.rulings.filter(
      ({ claim, verdict, edited }) =>
        claim.claim.article === reading.article.id &&
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
    const day = dayOf(claim, article.published)
    if (this.said.on !== undefined && claim.date !== undefined && isLater(claim, article.published, this.said.on))
      return []
    const where =
      moved === undefined
        ? this.onDraft(claim, article.published, article.hasText ? article.text : undefined)
        : this.placedByHand(claim, moved, day)
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
        ...where,
        ...(article.published === undefined ? {} : { published: article.published }),
        repeats: (repeats.get(article.id) ?? []).filter((id) => this.isCarriedBy(id, stored.claim)),
      },
    ]
  }

  private placedByHand(claim: Claim, { draft: id }: Attachment, day: CivilDate | undefined): OnDraft {
    const draft = this.drafts.find((one) => one.id === id)
    return draft === undefined ? {} : { draft: draft.id, ...versionOf(claim, draft, day) }
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

/** Whether a claim is of a day after the one asked about; what is planned is known from its report on. */
function isLater(claim: Claim, published: string | undefined, on: CivilDate): boolean {
  const from = claim.date === undefined ? undefined : spanOf(claim.date).from
  if (from === undefined || from <= on) return false
  return published === undefined || spanOf(published).from > on || from <= spanOf(published).to
}

function inText(a: StoredClaim, b: StoredClaim): number {
  const [first, second] = [a.claim.quote, b.claim.quote]
  if (first.start !== second.start) return first.start - second.start
  return first.end === second.end ? (a.id < b.id ? -1 : 1) : first.end - second.end
}

function articleOf({ article, reading }: StoredReading, repeats: readonly string[] = []): MatterArticle {
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
    hasText,
    repeats,
  }
}

function notesOn(
  matter: StoredMatter,
  claims: readonly MatterClaim[],
  articles: readonly MatterArticle[],
  drafts: readonly StoredDraft[],
): string[] {
  const loose =
    drafts.length === 0 ? 0 : claims.filter(({ claim, draft }) => draft === undefined && isOnText(claim)).length
  const undated = articles.filter(({ published }) => published === undefined).length
  const textless = articles.filter(({ hasText }) => !hasText).length
  const is = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`)
  return [
    ...(loose === 0
      ? []
      : [
          `${is(loose, 'One claim on a text is', 'claims on a text are')} on none of the drafts that are kept, or it can’t be told on which.`,
        ]),
    ...(undated === 0 ? [] : [`${is(undated, 'One article has', 'articles have')} no day of publication.`]),
    ...(textless === 0 || matter.keywords.length === 0
      ? []
      : [
          `${is(textless, 'One article is', 'articles are')} here without text, so keywords can’t be looked for in it.`,
        ]),
  ]
}
