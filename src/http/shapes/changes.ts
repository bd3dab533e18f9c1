import { z } from 'zod'

/** A word or a line that a person writes. */
export const Text = z.string().min(1).max(500)

type Changes<Facts extends z.ZodRawShape> = { [Name in keyof Facts]: z.ZodOptional<z.ZodNullable<Facts[Name]>> }

/** A change of facts: what is left out stays; null takes a fact away. `because` is kept in the log. */
export function changesOf<Facts extends z.ZodRawShape>(facts: Facts) {
  const nullable = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, z.nullable(fact).optional()]),
  ) as Changes<Facts>
  return z.strictObject({ ...nullable, because: Text.optional() })
}
