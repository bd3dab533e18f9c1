import { z } from 'zod'
import { type KeptAnswer, keptAnswers, rerunAnswers } from '../../answers/index.js'
import { PenholderError } from '../../errors.js'
import { cursorOf, placeOfCursor } from '../cursor.js'
import { route, seqAt } from '../route.js'
import { CheckAnswer } from '../shapes/check.js'
import { Problems, page } from '../shapes/page.js'
import { Cursor, Day, Id, Known, Limit } from '../shapes/parameters.js'

const Line = z.strictObject({
  id: z.string(),
  at: z.string(),
  who: z.string(),
  on: Day,
  known: z.string().optional(),
  regimes: z.array(z.string()).optional(),
  label: z.string().optional(),
  note: z.string().optional(),
  verdict: z.string(),
  citations: z.array(z.string()),
})
const Kept = z.looseObject({
  ...Line.shape,
  activity: z.looseObject({}),
  versions: z.looseObject({}),
  answer: z.looseObject(CheckAnswer.omit({ on: true }).shape),
})
const Place = z.strictObject({ at: z.int().nonnegative(), seq: z.int().nonnegative() })

/** What a list shows: not the activity, which may name parties. */
function lineOf({ id, at, who, on, known, regimes, label, note, answer }: KeptAnswer) {
  return {
    id,
    at,
    who,
    on,
    ...(known === undefined ? {} : { known }),
    ...(regimes === undefined ? {} : { regimes }),
    ...(label === undefined ? {} : { label }),
    ...(note === undefined ? {} : { note }),
    verdict: answer.verdict,
    citations: answer.citations,
  }
}

export const answerRoutes = {
  answers: route({
    summary: 'Checks that were kept, the latest first; without their parties',
    tag: 'check',
    role: 'reader',
    query: z.strictObject({ known: Known.optional(), cursor: Cursor.optional(), limit: Limit }),
    answer: page(Line),
    cached: 'record',
    handle: async ({ query: { known, cursor, limit } }, context) => {
      const seq = await seqAt(context, known)
      const place = cursor === undefined ? { at: 0, seq } : placeOfCursor(Place, cursor)
      const kept = await context.remember(`answers ${Math.min(place.seq, seq)}`, () =>
        keptAnswers(context.record, { seq: Math.min(place.seq, seq) }),
      )
      const end = place.at + limit
      return {
        items: [...kept].reverse().slice(place.at, end).map(lineOf),
        total: kept.length,
        ...(end < kept.length ? { next: cursorOf({ at: end, seq: Math.min(place.seq, seq) }) } : {}),
      }
    },
  }),
  answer: route({
    summary: 'A kept check with its activity and its answer as it was given',
    tag: 'check',
    role: 'reader',
    path: z.strictObject({ id: Id }),
    answer: Kept,
    cached: 'record',
    handle: async ({ path }, { record, seq }) => {
      const kept = await keptOf(() => keptAnswers(record, { ids: [path.id], seq }), path.id)
      const { activity, versions, answer } = kept
      return { ...lineOf(kept), activity, versions, answer }
    },
  }),
  rerun: route({
    summary: 'A kept check asked again of today’s program and data: what differs, and why',
    tag: 'check',
    role: 'reader',
    path: z.strictObject({ id: Id }),
    answer: z.looseObject({
      id: z.string(),
      differs: z.boolean(),
      differences: z.array(z.looseObject({})),
      why: z.array(z.looseObject({ kind: z.string(), what: z.string() })),
      problems: Problems.optional(),
    }),
    cached: 'record',
    handle: async ({ path }, { record, seq }) => {
      const kept = await keptOf(() => keptAnswers(record, { ids: [path.id], seq }), path.id)
      for await (const { is, differs, differences, why, problems } of rerunAnswers(record, [kept])) {
        const more = { ...(is === undefined ? {} : { is }), ...(problems === undefined ? {} : { problems }) }
        return { id: kept.id, on: kept.on, was: kept.answer, differs, differences, why, ...more }
      }
      throw notThere(path.id)
    },
  }),
}

async function keptOf(find: () => Promise<readonly KeptAnswer[]>, id: string): Promise<KeptAnswer> {
  const [kept] = await find()
  if (kept === undefined) throw notThere(id)
  return kept
}

function notThere(id: string): PenholderError {
  return new PenholderError({ code: 'not-found', what: `there is no kept answer ${id}`, place: { path: 'path.id' } })
}
