import { z } from 'zod'
import { dayKnown, figuresKnown, keepAnswers, noted } from '../../answers/index.js'
import { ACTIVITY_KINDS, type BatchLine, check, checkLine, goodsFields } from '../../check/index.js'
import { PenholderError } from '../../errors.js'
import { parseQuantity } from '../../quantities.js'
import { batchFile, linesOf } from '../batch.js'
import { FIELDS, FIELDS_OF } from '../check-form.js'
import { type Context, contentRoute, route, seqAt } from '../route.js'
import { CheckAnswer, CheckForm } from '../shapes/check.js'
import { Day, Known, Names } from '../shapes/parameters.js'

/** An activity as JSON; goods and amounts may also be words, which are read as the command line reads them. */
const Given = z
  .looseObject({ kind: z.enum(ACTIVITY_KINDS) })
  .meta({ description: 'An activity: see the Activity schema of penholder/check. `goods` and amounts may be words.' })

const BATCH_LIMIT = 32 * 1024 * 1024

/** The Committee's figures under ceilings, as the record knew them. */
async function figuresFor(context: Context, known: string | undefined) {
  const seq = await seqAt(context, known)
  const figures = await context.remember(`figures ${seq}`, () => figuresKnown(context.record, { seq }))
  return noted(figures)
}

function activityOf(given: Readonly<Record<string, unknown>>): unknown {
  const read = { ...given }
  if (typeof read.goods === 'string') read.goods = goodsFields(read.goods)
  for (const field of ['quantity', 'period_total_so_far'] as const) {
    const words = read[field]
    if (typeof words !== 'string') continue
    try {
      read[field] = parseQuantity(words)
    } catch (error) {
      throw error instanceof PenholderError
        ? new PenholderError(error.problems.map((problem) => ({ ...problem, place: { path: `activity.${field}` } })))
        : error
    }
  }
  return read
}

export const checkRoutes = {
  checkForm: route({
    summary: 'What a form asks for each kind of activity',
    tag: 'check',
    role: 'reader',
    answer: CheckForm,
    cached: 'data',
    handle: () => ({
      kinds: ACTIVITY_KINDS.map((kind) => ({ kind, label: kind.replace('_', ' '), fields: FIELDS_OF[kind] })),
      fields: FIELDS,
    }),
  }),
  check: route({
    summary:
      'An activity against law and lists of a day: findings with their paragraphs; `keep` keeps question and answer',
    tag: 'check',
    role: 'reader',
    body: z.strictObject({
      activity: Given,
      on: Day,
      known: Known.optional(),
      regimes: z.array(z.string()).max(50).optional(),
      /** Needs the role coder. */
      keep: z.boolean().optional(),
      note: z.string().trim().min(1).max(2000).optional(),
      label: z.string().trim().min(1).max(200).optional(),
    }),
    answer: CheckAnswer,
    cached: 'no',
    handle: async ({ body }, context) => {
      const { on, known, regimes, keep = false, note, label } = body
      if (keep) context.server.accounts.allow('coder', context.user)
      const activity = activityOf(body.activity)
      const { figures, used } = await figuresFor(context, known)
      const asked = {
        on,
        ...(known === undefined ? {} : { known }),
        ...(regimes === undefined ? {} : { regimes }),
      }
      const answer = check(activity, { ...asked, ...(known === undefined ? {} : { known: dayKnown(known) }), figures })
      if (!keep) return { on, ...answer }
      const reports = used()
      const more = {
        ...(note === undefined ? {} : { note }),
        ...(label === undefined ? {} : { label }),
        ...(reports === undefined ? {} : { figures: reports }),
      }
      const [kept] = await keepAnswers(context.record, context.stamp(), [{ activity, answer, ...asked, ...more }])
      return { on, ...answer, ...(kept === undefined ? {} : { kept }) }
    },
  }),
  checkBatch: contentRoute({
    summary: 'Many activities at once, as CSV, JSON Lines or a JSON array; one answer for each, in order',
    tag: 'check',
    role: 'reader',
    query: z.strictObject({
      on: Day.optional(),
      known: Known.optional(),
      regimes: Names.optional(),
      format: z.enum(['csv', 'jsonl', 'xlsx']).default('csv'),
    }),
    body: z.array(z.looseObject({})),
    content: ['text/csv', 'application/jsonl', 'application/x-ndjson'],
    limit: BATCH_LIMIT,
    files: ['text/csv', 'application/jsonl', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    cached: 'no',
    handle: async ({ query, body }, context) => {
      const { on, known, regimes } = query
      const { figures } = await figuresFor(context, known)
      const options = {
        ...(on === undefined ? {} : { on }),
        ...(known === undefined ? {} : { known: dayKnown(known) }),
        ...(regimes === undefined ? {} : { regimes }),
        figures,
      }
      return batchFile(linesOf(body), (line: BatchLine) => checkLine(line, options).answer, query.format)
    },
  }),
}
