import { z } from 'zod'

const Words = z.array(z.string().regex(/^[a-z0-9]+$/))
const Variants = z.record(z.string().regex(/^[a-z]*$/), Words)

/** Letters and words that spell one sound, for names of one language. */
export const Romanisation = z.strictObject({
  name: z.string().min(1),
  /** Whose nationals' names it reads (ISO 3166-1 alpha-3). */
  states: z.array(z.string().regex(/^[A-Z]{3}$/)),
  /** Articles that are left out. */
  drop: Words.optional(),
  words: Variants,
  letters: Variants,
  /** Alike more often than not: for possible matches. */
  near: Variants,
})

/** `data/names.yaml`. */
export const NamesData = z.strictObject({
  companyForms: Words,
  prefixes: Words,
  spellings: z.record(z.string(), z.string()),
  lightWords: z.array(z.strictObject({ weight: z.number().min(0).max(1), words: Words })),
  romanisations: z.array(Romanisation),
})

export type Romanisation = z.infer<typeof Romanisation>
export type NamesData = z.infer<typeof NamesData>
