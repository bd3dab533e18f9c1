import type { Article } from '../articles/index.js'
import { dayNumber, spanOf, type VagueDate } from '../dates.js'
import type { Problem } from '../errors.js'
import { type Cited, citedClaims, compareDates, grouped, inOrder, type Read } from './cited.js'
import type { Claim, ContactClaim, EventClaim, MeasureClaim, MeasureStatus, StanceClaim } from './claim.js'
import { type Flag, flagsIn, ruleFlags } from './flags.js'
import { type AtIssue, positionsIn } from './positions.js'
import type { Reading } from './reading.js'

/** What several articles say together: nothing is added to their claims but order. */
export interface Answer {
  /** In order of publication; the undated last. */
  readonly articles: readonly AnswerArticle[]
  readonly matters: readonly Matter[]
  readonly flags: readonly Flag[]
  /** What could not be told, with its article. */
  readonly problems: readonly Problem[]
}

export interface AnswerArticle {
  readonly id: string
  readonly title?: string
  readonly published?: VagueDate
  readonly source?: string
  readonly url?: string
  /** SHA-256 of the bytes that were read. */
  readonly hash?: string
  readonly target?: string
  readonly claims: number
  /** The article that it repeats; its claims are then not counted again. */
  readonly sameAs?: string
}

/** One state's case before the Council over a stretch of time without a long silence. */
export interface Matter {
  /** The state that the matter concerns; absent where the articles don't tell. */
  readonly target?: string
  /** First and last day of its articles, where they are dated. */
  readonly from?: VagueDate
  readonly to?: VagueDate
  readonly articles: readonly string[]
  readonly atIssue: readonly AtIssue[]
  readonly contacts: readonly Told<ContactClaim>[]
  /** In order of time; those without a date last. */
  readonly events: readonly Told<EventClaim>[]
  readonly measures: Readonly<Record<MeasureStatus, readonly Told<MeasureClaim>[]>>
}

/** One thing told, by the claim that tells most of it, and how often it is told. */
export interface Told<C extends Claim> extends Cited<C> {
  readonly claims: number
}

const SILENCE = 60

/** Readings and their articles as one answer. A report that is repeated in several articles counts once. */
export function answer(readings: readonly Reading[], articles: readonly Article[]): Answer {
  const read = inOrder(readings, articles)
  const told = read.filter((each) => each.sameAs === undefined)
  const matters = mattersOf(told).map((own) => ({ own, cited: own.flatMap(citedClaims) }))
  return {
    articles: read.map(articleOf),
    matters: matters.map(({ own, cited }) => matterOf(own, cited)),
    flags: [...matters.flatMap(({ cited }) => flagsIn(cited)), ...told.flatMap(ruleFlags)],
    problems: read.flatMap(({ reading }) => reading.problems),
  }
}

function articleOf({ article, reading, sameAs }: Read): AnswerArticle {
  const { published, target } = reading
  const { id, title, source, url, hash } = article
  return {
    id,
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
    ...(hash === undefined ? {} : { hash }),
    ...(target === undefined ? {} : { target }),
    claims: reading.claims.length,
    ...(sameAs === undefined ? {} : { sameAs }),
  }
}

/**
 * What the articles of one matter say together, however long the silences between them, with its flags. Give no repeats of
 * one report; `target` is the state that the matter concerns.
 */
export function saidTogether(
  readings: readonly Reading[],
  articles: readonly Article[],
  target: string | undefined,
): Matter & { readonly flags: readonly Flag[] } {
  const byId = new Map(articles.map((article) => [article.id, article]))
  const read = readings
    .flatMap((reading): Read[] => {
      const article = byId.get(reading.article)
      return article === undefined ? [] : [{ reading, article }]
    })
    .sort((a, b) => compareDates(a.reading.published, b.reading.published))
  const cited = read.flatMap(citedClaims)
  return { ...matterOf(read, cited, target), flags: [...flagsIn(cited), ...read.flatMap(ruleFlags)] }
}

/** Articles of one target, cut where more than sixty days pass without one; an undated article can't be put with others. */
function mattersOf(read: readonly Read[]): Read[][] {
  return [...grouped(read, ({ reading }) => reading.target).values()].flatMap((own) => {
    const stretches: Read[][] = []
    let end: number | undefined
    for (const each of own) {
      const span = each.reading.published === undefined ? undefined : spanOf(each.reading.published)
      const stretch = stretches.at(-1)
      const follows = span !== undefined && end !== undefined && dayNumber(span.from) - end <= SILENCE
      if (stretch !== undefined && follows) stretch.push(each)
      else stretches.push([each])
      if (span !== undefined) end = follows ? Math.max(end ?? 0, dayNumber(span.to)) : dayNumber(span.to)
    }
    return stretches
  })
}

function matterOf(own: readonly Read[], all: readonly Cited[], target = own[0]?.reading.target): Matter {
  const cited = withoutEchoes(all)
  const dates = own.flatMap(({ reading }) => (reading.published === undefined ? [] : [reading.published]))
  const [from, to] = [dates[0], dates.at(-1)]
  const measures = ofKind<MeasureClaim>(cited, 'measure')
  const byStatus = (status: MeasureStatus) =>
    once(
      measures.filter(({ claim }) => claim.status === status),
      ({ claim }) => [claim.by, claim.against, [...claim.types].sort()].join('|'),
    )
  return {
    ...(target === undefined ? {} : { target }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    articles: own.map(({ article }) => article.id),
    atIssue: positionsIn(ofKind<StanceClaim>(cited, 'stance'), target),
    contacts: once(ofKind<ContactClaim>(cited, 'contact'), ({ claim }) =>
      [claim.mode, [...claim.parties].sort(), claim.date ?? claim.article].join('|'),
    ).sort((a, b) => compareDates(a.claim.date, b.claim.date)),
    events: once(ofKind<EventClaim>(cited, 'event'), ({ claim }) =>
      [claim.type, claim.actor, claim.instrument, claim.date ?? claim.article].join('|'),
    ).sort((a, b) => compareDates(a.claim.date, b.claim.date)),
    measures: {
      proposed: byStatus('proposed'),
      announced: byStatus('announced'),
      'in-force': byStatus('in-force'),
      lifted: byStatus('lifted'),
    },
  }
}

/** Without what a headline says and the text below it says too. */
function withoutEchoes(cited: readonly Cited[]): Cited[] {
  const thing = ({ claim }: Cited) =>
    claim.kind === 'event'
      ? [claim.article, claim.type, claim.actor].join('|')
      : claim.kind === 'measure'
        ? [claim.article, claim.by, claim.against, claim.status].join('|')
        : undefined
  const told = new Set(cited.filter(({ claim }) => claim.basis !== 'headline').map(thing))
  return cited.filter((each) => each.claim.basis !== 'headline' || thing(each) === undefined || !told.has(thing(each)))
}

function ofKind<C extends Claim>(cited: readonly Cited[], kind: C['kind']): Cited<C>[] {
  return cited.filter((each): each is Cited<C> => each.claim.kind === kind)
}

/** One entry for each key: the claim from the text itself before one from a headline, then the first. */
function once<C extends Claim>(cited: readonly Cited<C>[], key: (cited: Cited<C>) => string): Told<C>[] {
  return [...grouped(cited, key).values()].flatMap((same) => {
    const best = same.find(({ claim }) => claim.basis !== 'headline') ?? same[0]
    return best === undefined ? [] : [{ ...best, claims: same.length }]
  })
}
