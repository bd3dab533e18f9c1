import { z } from 'zod'
import { Hs, Id, Text } from './schema-fields.js'

/** The shape of `data/goods.yaml`, as strict as that of the law (`schema.ts`). */

export const GoodsGroup = z.strictObject({
  id: Id,
  name: Text,
  meaning: Text,
  /** A wider group that takes this one in. */
  within: Id.optional(),
  /** Words or phrases in a description that put goods in the group; matched at word starts, plural and case do not matter. */
  words: z.array(z.string().min(2)).optional(),
  /** Words that keep goods out although a word above is there. */
  notWords: z.array(z.string().min(2)).optional(),
  /** Codes from national practice, with their source; the Council's own codes stand on the measure. */
  practice: z.array(z.strictObject({ codes: z.array(Hs).min(1), edition: Text, source: Text })).optional(),
  /** How many barrels a tonne can make: the lightest and the heaviest product that the group holds. */
  barrelsPerTonne: z.strictObject({ from: z.number().positive(), to: z.number().positive(), source: Text }).optional(),
  /** The factors (barrels for each tonne) that those who report under a ceiling use, and the band that shares are shown in. */
  conversions: z
    .strictObject({
      band: z.strictObject({ from: z.number().positive(), to: z.number().positive(), source: Text }),
      published: z.array(z.strictObject({ barrelsPerTonne: z.number().positive(), by: Text, source: Text })).min(1),
    })
    .optional(),
  /** What decides when a code is given: the code, the words, or either. */
  decides: z.enum(['code', 'words', 'either']),
})
export type GoodsGroup = z.infer<typeof GoodsGroup>

export const GoodsName = z.strictObject({
  words: z.array(z.string().min(2)).min(1),
  hs: z.array(Hs).min(1),
})
export const Goods = z.strictObject({
  groups: z.array(GoodsGroup),
  /** Everyday names of goods and the HS headings they fall under, for activities without a code. */
  names: z.array(GoodsName),
})
export type Goods = z.infer<typeof Goods>
