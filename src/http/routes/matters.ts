import { z } from 'zod'
import { countView, horseshoe } from '../../council/index.js'
import { isCivilDate, spanOf } from '../../dates.js'
import { lawDiff, regimeAbout } from '../../law/index.js'
import {
  changeDraft,
  changeMatter,
  countOf,
  type MatterView,
  makeDraft,
  makeMatter,
  mattersSuggested,
  openMatter,
  type PositionRow,
  positionsOf,
  viewOn,
} from '../../matters/index.js'
import { type Connection, storedDrafts, storedMatter, storedMatters, storedReadings } from '../../record/index.js'
import { cursorOf, placeOfCursor } from '../cursor.js'
import { flagsOf } from '../flags.js'
import { type Context, type Reply, route, seqAt } from '../route.js'
import { CountView } from '../shapes/council.js'
import {
  DraftChange,
  Drafts,
  MatterChange,
  MatterClaim,
  MatterFlags,
  MatterPositions,
  Matters,
  MatterWhole,
  NewDraft,
  NewMatter,
  Question,
  StoredDraft,
  StoredMatter,
  Timeline,
} from '../shapes/matters.js'
import { page } from '../shapes/page.js'
import { Cursor, Day, Id, Known, Limit } from '../shapes/parameters.js'
import { shortened } from '../shortened.js'

const Named = z.strictObject({ matter: Id })
const Clocks = { on: Day.optional(), known: Known.optional() }
/** At most so many claims of each list of a member; `left` tells of more. */
const Quotes = z.coerce.number().int().min(0).max(10_000).default(20)
const CountQuery = z.strictObject({ ...Clocks, draft: Id.optional(), question: Question.optional(), quotes: Quotes })

/** A matter as it was known: loaded once for as long as the record stays the same, and its days made of that. */
export async function viewOf(
  context: Context,
  matter: string,
  { on, known }: { readonly on?: string | undefined; readonly known?: string | undefined },
): Promise<MatterView> {
  const seq = await seqAt(context, known)
  const key = JSON.stringify([matter, known, seq])
  const whole = await context.remember(`matter ${key}`, () =>
    openMatter(context.record, matter, { seq, ...(known === undefined ? {} : { known }) }),
  )
  return on === undefined ? whole : context.remember(`matter ${key} ${on}`, async () => viewOn(whole, on))
}

async function countFor(context: Context, matter: string, query: z.infer<typeof CountQuery>) {
  const on = query.on ?? context.today
  const { draft, question } = query
  const view = await viewOf(context, matter, { on, known: query.known })
  return countOf(view, {
    on,
    ...(draft === undefined ? {} : { draft }),
    ...(question === undefined ? {} : { question }),
  })
}

/** First and last day that the claims and articles of a matter speak of. */
function daysOf({ claims, articles }: MatterView): { from?: string; to?: string } {
  const days = [...claims.map(({ claim }) => claim.date), ...articles.map(({ published }) => published)]
    .flatMap((day) => (day === undefined ? [] : [spanOf(day)]))
    .filter(({ from, to }) => isCivilDate(from) && isCivilDate(to))
  const from = days.map((span) => span.from).sort()[0]
  const to = days
    .map((span) => span.to)
    .sort()
    .at(-1)
  return from === undefined || to === undefined ? {} : { from, to }
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

async function readingsOf(record: Connection, view: MatterView, seq: number) {
  return storedReadings(record, { articles: view.articles.map(({ id }) => id), seq })
}

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
    path: Named,
    query: z.strictObject(Clocks),
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
    path: Named,
    body: MatterChange,
    answer: StoredMatter,
    cached: 'no',
    handle: ({ path, body: { because, ...change } }, { record, stamp }) =>
      changeMatter(record, stamp(), path.matter, without(change), because),
  }),
  drafts: route({
    summary: 'The drafts of a matter',
    tag: 'matters',
    role: 'reader',
    path: Named,
    query: z.strictObject({ known: Known.optional() }),
    answer: Drafts,
    cached: 'record',
    handle: async ({ path, query: { known } }, context) => {
      const { record } = context
      const seq = await seqAt(context, known)
      await storedMatter(record, path.matter, { seq })
      return { items: await storedDrafts(record, { matter: path.matter, seq }) }
    },
  }),
  addDraft: route({
    summary: 'Make a draft of a matter',
    tag: 'matters',
    role: 'coder',
    path: Named,
    body: NewDraft,
    answer: StoredDraft,
    cached: 'no',
    handle: ({ path, body }, { record, stamp }) =>
      makeDraft(record, stamp(), { ...without(body), matter: path.matter }),
  }),
  changeDraft: route({
    summary: 'Change facts of a draft; lists are given whole',
    tag: 'matters',
    role: 'coder',
    path: z.strictObject({ draft: Id }),
    body: DraftChange,
    answer: StoredDraft,
    cached: 'no',
    handle: ({ path, body: { because, ...change } }, { record, stamp }) =>
      changeDraft(record, stamp(), path.draft, without(change) as never, because),
  }),
  matterClaims: route({
    summary: 'The claims of a matter, as people left them: by day of publication, then in the order of the text',
    tag: 'matters',
    role: 'reader',
    path: Named,
    query: z.strictObject({
      ...Clocks,
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
  positions: route({
    summary: 'Who stands where on a day: members and drafts, each cell with stance and quotes',
    tag: 'matters',
    role: 'reader',
    path: Named,
    query: z.strictObject({ ...Clocks, quotes: Quotes }),
    answer: MatterPositions,
    cached: 'record',
    isKept: true,
    handle: async ({ path, query }, context) => {
      const on = query.on ?? context.today
      const { members, others, ...rest } = positionsOf(await viewOf(context, path.matter, { ...query, on }), { on })
      const short = ({ cells, ...row }: PositionRow) => ({
        ...row,
        cells: cells.map((cell) => shortened(cell, query.quotes)),
      })
      return { ...rest, members: members.map(short), others: others.map(short) }
    },
  }),
  count: route({
    summary: 'The count of a matter’s text on a day under Article 27 of the Charter',
    tag: 'matters',
    role: 'reader',
    path: Named,
    query: CountQuery,
    answer: CountView,
    cached: 'record',
    isKept: true,
    handle: async ({ path, query }, context) => {
      const view = countView(await countFor(context, path.matter, query))
      return {
        ...view,
        members: view.members.map((member) => shortened(member, query.quotes)),
        others: view.others.map((other) => shortened(other, query.quotes)),
      }
    },
  }),
  countPicture: route({
    summary: 'The same as a picture of the Council’s table',
    tag: 'matters',
    role: 'reader',
    path: Named,
    query: CountQuery,
    files: ['image/svg+xml'],
    cached: 'record',
    isKept: true,
    handle: async ({ path, query }, context): Promise<Reply> => ({
      reply: true,
      type: 'image/svg+xml',
      body: horseshoe(await countFor(context, path.matter, query)),
    }),
  }),
  timeline: route({
    summary: 'All that a matter’s articles tell with its day, and what the law of its regime did meanwhile',
    tag: 'matters',
    role: 'reader',
    path: Named,
    query: z.strictObject(Clocks),
    answer: Timeline,
    cached: 'record',
    isKept: true,
    handle: async ({ path, query }, context) => {
      const view = await viewOf(context, path.matter, query)
      const { matter, drafts, articles, claims } = view
      const of = (kind: string) => claims.filter(({ claim }) => claim.kind === kind)
      const { from, to } = daysOf(view)
      const regime = regimeAbout(matter)
      const changes =
        regime === undefined || from === undefined || to === undefined ? [] : lawDiff(regime, from, query.on ?? to)
      return {
        matter,
        drafts,
        articles,
        events: of('event'),
        contacts: of('contact'),
        measures: of('measure'),
        stances: of('stance'),
        ...(regime === undefined ? {} : { regime: regime.regime.id }),
        law: changes.map(({ change, day, by, measure: { id, citation, says } }) => ({
          change,
          day,
          by,
          id,
          citation,
          says,
        })),
      }
    },
  }),
  matterFlags: route({
    summary: 'Where a matter’s sources disagree with each other, with the record or with the Charter',
    tag: 'matters',
    role: 'reader',
    path: Named,
    query: z.strictObject(Clocks),
    answer: MatterFlags,
    cached: 'record',
    isKept: true,
    handle: async ({ path, query }, context) => {
      const view = await viewOf(context, path.matter, query)
      const items = flagsOf(await readingsOf(context.record, view, context.seq))
      const named = new Set(items.flatMap(({ quotes }) => quotes.map(({ article }) => article)))
      return { items, articles: view.articles.filter(({ id }) => named.has(id)) }
    },
  }),
}

/** Without what was left out. */
function without<T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}
