import { z } from 'zod'

/** The kinds of activity. */
export const ACTIVITY_KINDS = [
  'trade',
  'finance',
  'asset_freeze',
  'vessel',
  'aviation',
  'inspection',
  'travel',
  'work',
  'service',
  'training',
  'cooperation',
  'investment',
  'diplomatic',
] as const

const Amount = z.looseObject({ value: z.number(), unit: z.string() })
const Open = z.record(z.string(), z.unknown())

/**
 * What somebody does or wants to do. Countries are ISO 3166-1 alpha-2 or alpha-3; `direction` is `to_<target>`,
 * `from_<target>`, `third_country` or null, `<target>` being an alias of the regime's target; HS codes have 2, 4 or 6
 * digits. `action` is a free verb (`supply`, `process_payment`, `omit_inspection`). Whether a party is listed is never
 * stated: it is looked up. `circumstances` is open: what is not known there is ignored.
 */
export const Activity = z.looseObject({
  kind: z.enum(ACTIVITY_KINDS),
  action: z.string().min(1),
  direction: z.string().nullish(),
  goods: z
    .looseObject({
      description: z.string().optional(),
      hs_code: z.string().nullish(),
      hs_edition: z.string().optional(),
    })
    .nullish(),
  exporter_country: z.string().nullish(),
  importer_country: z.string().nullish(),
  quantity: Amount.nullish(),
  value_usd: z.number().nullish(),
  period_total_so_far: Open.nullish(),
  actor: Open.nullish(),
  parties: z.array(Open).nullish(),
  vessel: Open.nullish(),
  counterpart_vessel: Open.nullish(),
  circumstances: Open.nullish(),
})
export type Activity = z.infer<typeof Activity>
