import { z } from 'zod'
import { isCivilDate, isVagueDate } from '../../dates.js'
import { momentOf } from '../../record/index.js'

/** A civil date. */
export const Day = z
  .string()
  .refine(isCivilDate, 'expected a day such as 2017-10-20')
  .meta({ format: 'date', examples: ['2017-10-20'] })

/** A day, a month or a year. */
export const Vague = z.string().refine(isVagueDate, 'expected 2017-10-20, 2017-10 or 2017')

export const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** The moment of the record's knowledge: a day, which means its end in UTC, or a moment with its zone. */
export const Known = z.string().refine(isMoment, 'expected a day such as 2026-11-22 or 2026-11-22T05:17:28Z')

function isMoment(text: string): boolean {
  try {
    momentOf(text)
    return true
  } catch {
    return false
  }
}

/** Names separated by commas. */
export const Names = z.string().transform((text) => text.split(/\s*,\s*/).filter((each) => each !== ''))

/** Text of a query: short, and not empty. */
export const Words = z.string().trim().min(1).max(400)

export const Limit = z.coerce.number().int().min(1).max(500).default(50)

export const Cursor = z.string().min(1).max(400)

export const Id = z.string().min(1).max(200)

/** The path of a matter, or of what is asked of it. */
export const OfMatter = z.strictObject({ matter: Id })

/** The day that is asked for, and what the record knew. */
export const Clocks = z.strictObject({ on: Day.optional(), known: Known.optional() })
