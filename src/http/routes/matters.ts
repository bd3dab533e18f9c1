import { z } from 'zod'
import { spanOf } from '../../dates.js'
import { changeMatter, type MatterView, makeMatter, mattersSuggested } from '../../matters/index.js'
import { storedMatters } from '../../record/index.js'
import { cursorOf, placeOfCursor } from '../cursor.js'
import { daysOf, viewOf } from '../matter-view.js'
import { route, seqAt } from '../route.js'
import { MatterChange, MatterClaim, Matters, MatterWhole, NewMatter, StoredMatter } from '../shapes/matters.js'
import { page } from '../shapes/page.js'
import { Clocks, Cursor, Id, Known, Limit, OfMatter } from '../shapes/parameters.js'
import { without } from '../without.js'

export const matterRoutes = {
  matters: route({
    summary: 'The matters, and states for which none was made yet',
    tag: 'matters',
    role: 'reader',
    query: z.strictObject({ known: Known.optional() }),
    answer: Matters,
    cached: 'record',
    isKept: true,
    handle: async ({ query: { known } }, context) => {
      const { record } = context
      const seq = await seqAt(context, known)
      const suggested = await mattersSuggested(record, { seq })
      return {
        items: await storedMatters(record, { seq }),
        suggested: suggested.map((one) => ({ ...one, articles: one.articles.length })),
      }
    },
  }),
  addMatter: route({
    summary: 'Make a matter; its id is made of its title where none is given',
    tag: 'matters',
    role: 'coder',
    body: NewMatter,
    answer: StoredMatter,
    cached: 'no',
    handle: ({ body }, { record, stamp }) => makeMatter(record, stamp(), without(body)),
  }),
  matter: route({
    summary: 'A matter with its drafts and articles',
    tag: 'matters',
    role: 'reader',
    path: OfMatter,
    query: Clocks,
    answer: MatterWhole,
    cached: 'record',
    handle: async ({ path, query }, context) => {
      const view = await viewOf(context, path.matter, query)
      const { matter, drafts, articles, claims, notes } = view
      return { matter, drafts, articles, claims: claims.length, ...daysOf(view), days: stopsOf(view), notes }
    },
  }),
  changeMatter: route({
    summary: 'Change facts of a matter; the older ones stay in the record',
    tag: 'matters',
    role: 'coder',
    path: OfMatter,
    body: MatterChange,
    answer: StoredMatter,
    cached: 'no',
    handle: ({ path, body: { because, ...change } }, { record, stamp }) =>
      changeMatter(record, stamp(), path.matter, without(change), because),
  }),
  matterClaims: route({
    summary: 'The claims of a matter, as people left them: by day of publication, then in the order of the text',
    tag: 'matters',
    role: 'reader',
    path: OfMatter,
    query: Clocks.extend({
      cursor: Cursor.optional(),
      limit: Limit,
      kind: z.enum(['stance', 'contact', 'event', 'measure']).optional(),
      draft: Id.optional(),
      ruling: z.enum(['proposed', 'accepted', 'edited']).optional(),
    }),
    answer: page(MatterClaim),
    cached: 'record',
    handle: async ({ path, query }, context) => {
      const { cursor, limit, kind, draft, ruling } = query
      const Place = z.strictObject({ at: z.int().nonnegative(), seq: z.int().nonnegative() })
      const place = cursor === undefined ? { at: 0, seq: context.seq } : placeOfCursor(Place, cursor)
      const seq = Math.min(place.seq, context.seq)
      const { claims } = await viewOf({ ...context, seq }, path.matter, query)
      const wanted = claims.filter(
        (one) =>
          (kind === undefined || one.claim.kind === kind) &&
          (draft === undefined || one.draft === draft) &&
          (ruling === undefined || one.ruling === ruling),
      )
      const end = place.at + limit
      return {
        items: wanted.slice(place.at, end),
        total: wanted.length,
        ...(end < wanted.length ? { next: cursorOf({ at: end, seq }) } : {}),
      }
    },
  }),
}

/** Days on which something about who stands where may change. */
function stopsOf({ claims, drafts }: MatterView): string[] {
  const told = claims
    .filter(({ claim }) => claim.kind === 'stance')
    .map(({ claim, published }) => claim.date ?? published)
  const made = drafts.flatMap(({ tabled, versions, vote }) => [tabled, vote?.date, ...versions.map(({ date }) => date)])
  const days = [...told, ...made].flatMap((day) => (day === undefined ? [] : [spanOf(day).to]))
  return [...new Set(days)].sort()
}
