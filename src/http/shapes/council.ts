import { z } from 'zod'
import { Day } from './parameters.js'

export const Members = z.strictObject({
  on: Day,
  from: Day,
  to: Day,
  permanent: z.int(),
  members: z.array(
    z.strictObject({
      state: z.string(),
      name: z.string(),
      seat: z.enum(['permanent', 'elected']),
      from: Day,
      to: Day.optional(),
      note: z.string().optional(),
    }),
  ),
})

const Tally = z.strictObject({
  yes: z.int(),
  no: z.int(),
  abstaining: z.int(),
  notParticipating: z.int(),
  unknown: z.int().optional(),
})

export const Vote = z.strictObject({
  id: z.string(),
  date: Day,
  text: z.string(),
  title: z.string(),
  kind: z.string(),
  scope: z.string(),
  matter: z.string(),
  modality: z.string(),
  outcome: z.enum(['adopted', 'vetoed', 'not adopted']),
  vetoedBy: z.array(z.string()),
  members: z.array(z.string()),
  letters: z.string(),
  tally: Tally.optional(),
  meeting: z.string().optional(),
  source: z.string(),
  confidence: z.string(),
  note: z.string().optional(),
  corrections: z.array(z.string()),
})

/** A count as `penholder count --format json` prints it. */
export const CountView = z.looseObject({
  text: z.looseObject({ label: z.string(), status: z.string() }),
  from: z.enum(['record', 'votes', 'claims']),
  on: Day,
  matter: z.string(),
  outcome: z.enum(['adopted', 'vetoed', 'not adopted', 'open']),
  outcomeInWords: z.string(),
  required: z.int(),
  tally: Tally.optional(),
  vetoes: z.array(z.string()),
  possible: z.array(z.string()),
  needs: z.looseObject({}).optional(),
  needsInWords: z.array(z.string()),
  mayBlock: z.array(z.string()),
  members: z.array(
    z.looseObject({
      code: z.string(),
      name: z.string(),
      seat: z.enum(['permanent', 'elected']),
      isParty: z.boolean(),
      mark: z.string(),
    }),
  ),
  others: z.array(z.looseObject({ code: z.string(), name: z.string() })),
  collective: z.array(z.looseObject({})),
  notes: z.array(z.string()),
})
