import { horseshoe, needLines, outcomeLine } from '../council/index.js'
import { type CivilDate, isCivilDate } from '../dates.js'
import { PenholderError } from '../errors.js'
import { law } from '../law/index.js'
import { type Claim, type MeasureClaim, type Reading, type StanceClaim, saidTogether } from '../read/index.js'
import type { Brief, BriefCount, Line } from './brief.js'
import { changesBetween, changesTold } from './changes.js'
import { type CountedText, countedTexts } from './counted.js'
import { decisionsOn } from './decisions.js'
import { doubtsIn, notKnown } from './doubts.js'
import { editionName } from './edition.js'
import { type Gathered, gather } from './gather.js'
import { inForceLines, lawChanges, lawSources, regimeOf } from './in-force.js'
import type { BriefMaterial } from './material.js'
import { hasSameMembers, matrixOf } from './stands.js'
import { labelOf, textOf } from './text-of.js'
import { contactLines, eventLines, measureLines } from './told.js'

export interface BriefOptions {
  /** The day in the world; the last day of the matter’s articles where it is left out. */
  readonly on?: CivilDate
  /** What changed after this day; every change of stance that is told where it is left out. */
  readonly since?: CivilDate
  /** The law is told as it was known at the end of this day: later texts are not there. */
  readonly lawKnown?: CivilDate
}

/**
 * The brief of a matter from plain values: the same for the same values, in whatever order they come, and the same for a
 * day whatever was published after it. Throws `bad-input` where no day is given and no article is dated, and for a
 * `since` that is not before the day.
 */
export function briefFrom(material: BriefMaterial, options: BriefOptions = {}): Brief {
  const brief = briefOn(material, options.on, options.lawKnown)
  const { since } = options
  const regime = regimeOf(law, brief.matter, options.lawKnown)
  if (since === undefined) return { ...brief, changes: changesTold([...brief.members, ...brief.others], brief.columns) }
  if (!isCivilDate(since) || since >= brief.on) {
    throw new PenholderError({
      code: 'bad-input',
      what: `"${since}" is no day before the brief’s, which is ${brief.on}`,
      expected: 'a day such as 2017-09-01',
    })
  }
  const changes = [
    ...changesBetween(briefOn(material, since, options.lawKnown), brief),
    ...(regime === undefined ? [] : lawChanges(regime, since, brief.on)),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return { ...brief, since, changes }
}

function briefOn(material: BriefMaterial, day: CivilDate | undefined, lawKnown: CivilDate | undefined): Brief {
  const gathered = gather(material, day)
  const { on, claims: own } = gathered
  const matter = matterOf(material)
  const claims = own.map(({ claim }) => claim)
  const single = claims.filter((claim) => claim.kind !== 'stance' || claim.collective === undefined)
  const readings = readingsOf(gathered, single, matter.target)
  const said = saidTogether(readings, gathered.articles, matter.target)
  const texts = countedTexts(gathered)
  const shown = texts.filter((text) => text.isOnTheTable || text === texts.at(-1))
  const matrix = matrixOf(
    shown.filter(({ count }) => hasSameMembers(count.on, on)),
    said.atIssue,
    matter.target,
    gathered,
  )
  const regime = regimeOf(law, matter, lawKnown)
  const measures = claims.filter((claim): claim is MeasureClaim => claim.kind === 'measure')
  const latest = texts.at(-1)
  const isCounted = latest !== undefined && (latest.isOnTheTable || latest.count.text.vote !== undefined)
  const base = {
    matter,
    on,
    basis: { ...gathered.basis, edition: editionName() },
    texts: texts.map((text) => textOf(text, gathered)).reverse(),
    ...(isCounted && { count: countOf(latest) }),
    ...matrix,
    collective: collectiveLines(claims, gathered),
    changes: [],
    contacts: contactLines(said, gathered),
    events: eventLines(said, gathered),
    measures: measureLines(said, gathered),
    inForce: regime === undefined ? [] : inForceLines(regime, measures, gathered),
    decisions: decisionsOn(matter, gathered),
    doubts: doubtsIn(said.flags, readings, measures, gathered),
    sources: gathered.sources,
  }
  const cited = new Set([
    ...base.inForce.map(({ citation }) => citation),
    ...[...base.measures, ...base.doubts].flatMap((line) => line.law ?? []),
    ...base.texts.flatMap(({ symbol }) => symbol ?? []),
  ])
  return {
    ...base,
    unknown: [...unplacedNote(gathered, day), ...notKnown(base, texts, regime, gathered)],
    lawSources: regime === undefined ? [] : lawSources(regime, cited),
  }
}

function matterOf({ view: { matter }, isMade }: BriefMaterial): Brief['matter'] {
  const { id, title, target, regime } = matter
  return { id, title, ...(target !== undefined && { target }), ...(regime !== undefined && { regime }), isMade }
}

/** Named only in the brief of the last day: that of an earlier one must not change when more articles come. */
function unplacedNote({ unplaced }: Gathered, day: CivilDate | undefined): string[] {
  if (unplaced.length === 0 || day !== undefined) return []
  return [`Left out, as they have no day or may be of a later one: ${unplaced.join(', ')}.`]
}

function readingsOf(gathered: Gathered, claims: readonly Claim[], target: string | undefined): Reading[] {
  const byArticle = new Map<string, Claim[]>()
  for (const claim of claims) {
    const own = byArticle.get(claim.article)
    if (own === undefined) byArticle.set(claim.article, [claim])
    else own.push(claim)
  }
  return gathered.articles.map(({ id, published }) => ({
    article: id,
    claims: byArticle.get(id) ?? [],
    ...(published !== undefined && { published }),
    ...(target !== undefined && { target }),
    problems: [],
  }))
}

function countOf({ count }: CountedText): BriefCount {
  return {
    text: labelOf(count),
    outcome: count.ruling.outcome,
    outcomeInWords: outcomeLine(count),
    required: count.ruling.required,
    needs: needLines(count),
    mayBlock: count.mayBlock,
    notes: count.notes,
    // A vote is shown on its own day.
    picture: horseshoe({ ...count, on: count.text.vote?.date ?? count.on }),
  }
}

function collectiveLines(claims: readonly Claim[], gathered: Gathered): Line[] {
  const published = new Map(gathered.articles.map((article) => [article.id, article.published]))
  return claims
    .filter((claim): claim is StanceClaim => claim.kind === 'stance' && claim.collective !== undefined)
    .map((claim) => {
      const reported = published.get(claim.article)
      return {
        what: `${claim.collective?.text}: ${claim.stance}, ${claim.about}`,
        ...(claim.date !== undefined ? { date: claim.date } : reported !== undefined && { reported }),
        words: [gathered.wordsOf(claim)],
        claims: 1,
      }
    })
}
