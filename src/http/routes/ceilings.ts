import { z } from 'zod'
import { type Ceiling, ceilingFor, ceilingShares, ceilings, judgeReport } from '../../check/index.js'
import { PenholderError } from '../../errors.js'
import { parseQuantity } from '../../quantities.js'
import { ceilingReports, keepCeilingReport } from '../../record/index.js'
import { stateFor } from '../../states.js'
import { route } from '../route.js'
import { Clocks, Day, Id } from '../shapes/parameters.js'

const Share = z.looseObject({})
const CeilingLine = z.looseObject({
  id: z.string(),
  regime: z.string(),
  citation: z.string(),
  says: z.string(),
  cap: z.looseObject({ period: z.string(), counted: z.string() }),
  /** For each period with reports, and each source: running totals, the band of the factors, the steps. */
  shares: z.array(Share),
})
const Named = z.strictObject({ id: Id })

function lineOf(ceiling: Ceiling, reports: Awaited<ReturnType<typeof ceilingReports>>, on: string | undefined) {
  const { measure, regime, conversions } = ceiling
  const { id, citation, says, cap, periods } = measure
  const shares = ceilingShares(ceiling, reports, on)
  return { id, regime, citation, says, cap, periods, ...(conversions === undefined ? {} : { conversions }), shares }
}

/** States by any of their names become codes, so that what they report is taken together. */
function sourceOf(text: string): string {
  return /^(?:committee|panel)$/i.test(text) ? text.toLowerCase() : (stateFor(text)?.code ?? text)
}

export const ceilingRoutes = {
  ceilings: route({
    summary: 'Every ceiling of the law, with the share that the quantities reported under it make, by source',
    tag: 'check',
    role: 'reader',
    query: Clocks,
    answer: z.strictObject({ items: z.array(CeilingLine) }),
    cached: 'record',
    handle: async ({ query: { on, known } }, { record, seq }) => {
      const reports = await ceilingReports(record, known === undefined ? { seq } : { known })
      return { items: ceilings().map((ceiling) => lineOf(ceiling, reports, on)) }
    },
  }),
  ceiling: route({
    summary: 'One ceiling with its shares',
    tag: 'check',
    role: 'reader',
    path: Named,
    query: Clocks,
    answer: CeilingLine,
    cached: 'record',
    handle: async ({ path, query: { on, known } }, { record, seq }) => {
      const ceiling = ceilingFor(path.id)
      return lineOf(ceiling, await ceilingReports(record, known === undefined ? { seq } : { known }), on)
    },
  }),
  addCeilingReport: route({
    summary: 'Keep a quantity that somebody reported under a ceiling',
    tag: 'check',
    role: 'coder',
    path: Named,
    body: z.strictObject({
      from: Day,
      to: Day,
      /** With its unit, such as `1410 t`. */
      quantity: z.string().min(1).max(100),
      /** `committee`, `panel`, a state, `article:ID`, or another name. */
      source: z.string().trim().min(1).max(200),
      cited: z.string().trim().min(1).max(1000),
      factor: z.number().positive().optional(),
      note: z.string().trim().min(1).max(2000).optional(),
    }),
    answer: z.strictObject({ id: z.string(), isNew: z.boolean() }),
    cached: 'no',
    handle: ({ path, body }, { record, stamp }) => {
      const ceiling = ceilingFor(path.id)
      const { quantity, source, factor, note, ...rest } = body
      if (rest.to < rest.from)
        throw new PenholderError({ code: 'bad-input', what: 'it ends before it begins', place: { path: 'body.to' } })
      const report = {
        ceiling: ceiling.measure.id,
        ...rest,
        ...parseQuantity(quantity),
        source: sourceOf(source),
        ...(factor === undefined ? {} : { factor }),
        ...(note === undefined ? {} : { note }),
      }
      judgeReport(report, ceiling)
      return keepCeilingReport(record, stamp(), report)
    },
  }),
}
