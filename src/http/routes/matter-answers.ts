import { z } from 'zod'
import { countView, horseshoe } from '../../council/index.js'
import { lawDiff, regimeAbout } from '../../law/index.js'
import { countOf, type MatterView, type PositionRow, positionsOf } from '../../matters/index.js'
import { type Connection, storedReadings } from '../../record/index.js'
import { flagsOf } from '../flags.js'
import { daysOf, viewOf } from '../matter-view.js'
import { type Context, type Reply, route } from '../route.js'
import { CountView } from '../shapes/council.js'
import { MatterFlags, MatterPositions, Question, Timeline } from '../shapes/matter-answers.js'
import { Clocks, Id, OfMatter } from '../shapes/parameters.js'
import { shortened } from '../shortened.js'

/** At most so many claims of each list of a member; `left` tells of more. */
const Quotes = z.coerce.number().int().min(0).max(10_000).default(20)
const CountQuery = Clocks.extend({ draft: Id.optional(), question: Question.optional(), quotes: Quotes })

/** What a matter's claims come to: positions, count, timeline, flags. */
export const matterAnswerRoutes = {
  positions: route({
    summary: 'Who stands where on a day: members and drafts, each cell with stance and quotes',
    tag: 'matters',
    role: 'reader',
    path: OfMatter,
    query: Clocks.extend({ quotes: Quotes }),
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
    path: OfMatter,
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
    path: OfMatter,
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
    path: OfMatter,
    query: Clocks,
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
    path: OfMatter,
    query: Clocks,
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

async function readingsOf(record: Connection, view: MatterView, seq: number) {
  return storedReadings(record, { articles: view.articles.map(({ id }) => id), seq })
}
