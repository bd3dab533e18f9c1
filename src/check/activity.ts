import { z } from 'zod'
import { ACTIVITY_KINDS } from './activity-kinds.js'

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

const KINDS: ReadonlySet<unknown> = new Set(ACTIVITY_KINDS)

/** True where the value is plainly an activity, so that the schema, which finds and names defects, need not run. */
export function isPlainActivity(input: unknown): input is Activity {
  if (typeof input !== 'object' || input === null) return false
  const act = input as Record<string, unknown>
  if (!KINDS.has(act.kind) || typeof act.action !== 'string' || act.action === '') return false
  if (!isTextOrAbsent(act.direction) || !isTextOrAbsent(act.exporter_country) || !isTextOrAbsent(act.importer_country))
    return false
  if (act.value_usd != null && !Number.isFinite(act.value_usd)) return false
  if (
    !isRecordOrAbsent(act.period_total_so_far) ||
    !isRecordOrAbsent(act.actor) ||
    !isRecordOrAbsent(act.circumstances)
  )
    return false
  if (!isRecordOrAbsent(act.vessel) || !isRecordOrAbsent(act.counterpart_vessel)) return false
  const goods = act.goods as Record<string, unknown> | null | undefined
  if (!isRecordOrAbsent(goods)) return false
  if (
    goods != null &&
    (!isTextOrAbsent(goods.description) || !isTextOrAbsent(goods.hs_code) || goods.hs_edition !== undefined)
  )
    return false
  const quantity = act.quantity as Record<string, unknown> | null | undefined
  if (quantity != null && (!Number.isFinite(quantity.value) || typeof quantity.unit !== 'string')) return false
  return (
    act.parties == null ||
    (Array.isArray(act.parties) && act.parties.every((one) => one != null && isRecordOrAbsent(one)))
  )
}

function isRecordOrAbsent(value: unknown): boolean {
  return value == null || (typeof value === 'object' && !Array.isArray(value))
}

function isTextOrAbsent(value: unknown): boolean {
  return value == null || typeof value === 'string'
}
