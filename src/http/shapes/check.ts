import { z } from 'zod'
import { ACTIVITY_KINDS, VERDICTS, type Verdict } from '../../check/index.js'
import { KINDS } from '../../lists/index.js'
import { Day } from './parameters.js'

const VerdictName = z.enum(Object.keys(VERDICTS) as [Verdict, ...Verdict[]])

export const Finding = z.strictObject({
  verdict: VerdictName,
  regime: z.string(),
  measure: z.string(),
  citations: z.array(z.string()),
  reason: z.string(),
  facts: z.array(z.string()),
  missing: z.array(z.string()),
  conditions: z.array(z.string()),
})

/** What a check answers: the strictest finding leads. Never "allowed". */
export const CheckAnswer = z.looseObject({
  on: Day,
  verdict: VerdictName,
  citations: z.array(z.string()),
  findings: z.array(Finding),
  missing: z.array(z.string()),
  possible: z.array(
    z.strictObject({
      given: z.string(),
      listed: z.string(),
      reference: z.string().optional(),
      regime: z.string(),
    }),
  ),
  coverage: z.strictObject({
    regimes: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        dataUntil: Day,
        instruments: z.int(),
        measures: z.int(),
        notEncoded: z.array(z.string()),
      }),
    ),
    beyondData: Day.optional(),
    note: z.string(),
  }),
})

export const CheckForm = z.strictObject({
  kinds: z.array(z.strictObject({ kind: z.enum(ACTIVITY_KINDS), label: z.string(), fields: z.array(z.string()) })),
  fields: z.record(
    z.string(),
    z.strictObject({
      label: z.string(),
      /** Where the value goes in the activity, as a dotted path; `goods` and `quantity` are read from words. */
      path: z.string(),
      type: z.enum(['text', 'state', 'goods', 'quantity', 'choice', 'parties', 'number', 'boolean']),
      hint: z.string().optional(),
      choices: z.array(z.string()).optional(),
    }),
  ),
})

export const Screenings = z.strictObject({
  items: z.array(
    z.looseObject({
      list: z.string(),
      on: Day,
      asOf: Day,
      listed: z.array(z.looseObject({})),
      possible: z.array(z.looseObject({})),
      outside: z.array(z.looseObject({})),
      through: z.array(z.looseObject({})),
    }),
  ),
})

export const Lists = z.strictObject({
  items: z.array(z.strictObject({ list: z.string(), title: z.string(), asOf: Day, designations: z.int() })),
})

export const KindOfParty = z.enum(KINDS)
