import { z } from 'zod'
import { Day } from './parameters.js'

const Period = z.strictObject({ from: Day, to: Day.optional() })

const Exemption = z.looseObject({
  id: z.string(),
  gist: z.string(),
  gate: z.string(),
  citation: z.string(),
  periods: z.array(Period),
})

/** A measure of the law as `penholder law --format json` prints it; its further fields are those of data/law/README.md. */
export const Measure = z.looseObject({
  id: z.string(),
  citation: z.string(),
  symbol: z.string(),
  paragraph: z.string(),
  verb: z.string(),
  force: z.string(),
  adopted: Day,
  says: z.string(),
  duty: z.string(),
  acts: z.array(z.string()),
  flow: z.string(),
  goods: z.array(z.string()).optional(),
  hs: z.array(z.string()).optional(),
  periods: z.array(Period),
  exemptions: z.array(Exemption),
  /** Exemptions open on the day asked; absent for a measure that does not apply that day. */
  open: z.array(Exemption).optional(),
  replaces: z.array(z.string()),
  endedBy: z.array(z.strictObject({ citation: z.string(), effect: z.string(), from: Day })),
  amendedBy: z.array(z.strictObject({ citation: z.string(), from: Day, gist: z.string() })),
  inForce: z.boolean(),
})

export const Regimes = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      target: z.string(),
      from: Day,
      dataUntil: Day,
      measures: z.int(),
      instruments: z.array(
        z.strictObject({
          symbol: z.string(),
          title: z.string(),
          adopted: Day,
          operativeParagraphs: z.int().optional(),
          encodedParagraphs: z.int(),
        }),
      ),
    }),
  ),
})

export const LawOnDay = z.strictObject({
  regime: z.string(),
  name: z.string(),
  on: Day,
  dataUntil: Day,
  measures: z.array(Measure),
})

export const Changes = z.strictObject({
  regime: z.string(),
  from: Day,
  to: Day,
  changes: z.array(
    z.strictObject({
      change: z.enum(['began', 'ended', 'amended', 'exemption-opened', 'exemption-closed']),
      day: Day,
      by: z.string(),
      id: z.string(),
      citation: z.string(),
      says: z.string(),
      exemption: Exemption.optional(),
      gist: z.string().optional(),
    }),
  ),
})

export const GoodsFound = z.strictObject({
  q: z.string(),
  on: Day,
  isRecognised: z.boolean(),
  isCodeGiven: z.boolean(),
  /** Codes given, or found for the words. */
  codes: z.array(z.string()),
  groups: z.array(z.strictObject({ id: z.string(), name: z.string(), meaning: z.string() })),
  barrelsPerTonne: z.strictObject({ from: z.number(), to: z.number() }).optional(),
  measures: z.array(
    z.strictObject({
      regime: z.string(),
      id: z.string(),
      citation: z.string(),
      says: z.string(),
      inForce: z.boolean(),
    }),
  ),
})
