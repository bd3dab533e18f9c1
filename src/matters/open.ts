import type { CivilDate } from '../dates.js'
import {
  type Connection,
  type Known,
  latestRulings,
  type StoredMatter,
  seqKnown,
  storedAttachments,
  storedDrafts,
  storedMatter,
  storedReadings,
} from '../record/index.js'
import { candidateArticles } from './candidates.js'
import type { MatterClaim, MatterView } from './claim.js'
import { Gathering } from './gather.js'
import { viewOf, viewOn } from './on-day.js'

/** What is asked of a matter: a day in the world, a moment of the record's knowledge. */
export interface MatterQuery extends Known {
  /** Articles that came out after this day or on no known day, claims of later days and drafts that came later are left out. */
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
  const { id } = matter
  const seq = await seqKnown(record, query)
  const drafts = await storedDrafts(record, { matter: id, seq })
  const moved = await storedAttachments(record, { seq })
  const byHand = moved.filter((one) => one.matter === id).map(({ claim }) => claim.claim.article)
  const readings = await storedReadings(record, {
    articles: await candidateArticles(record, matter, byHand, seq),
    seq,
  })
  const rulings = [...(await latestRulings(record, { seq })).values()]
  const gathered = new Gathering(matter, readings, { rulings, moved }).all()
  const view = viewOf(matter, drafts, gathered)
  const asked = query.known === undefined ? view : { ...view, known: query.known }
  return query.on === undefined ? asked : viewOn(asked, query.on)
}

/** The claims that belong to a matter, as `openMatter` gives them. */
export async function matterClaims(
  record: Connection,
  id: string,
  query: MatterQuery = {},
): Promise<readonly MatterClaim[]> {
  return (await openMatter(record, id, query)).claims
}
