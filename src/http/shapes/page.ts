import { z } from 'zod'

/** A list's page. */
export function page<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.string().optional(), total: z.int().optional() })
}

export interface Page<T> {
  readonly items: readonly T[]
  /** Give it back as `cursor` for the page after this one; absent on the last. */
  readonly next?: string
  readonly total?: number
}

/** Who put something into the record, and when. */
export const Kept = z.strictObject({ by: z.string(), at: z.string() })

export const Problems = z.array(z.looseObject({ code: z.string(), what: z.string() }))
