import { z } from 'zod'
import { isCivilDate, isVagueDate } from '../dates.js'

export const Day = z.string().refine(isCivilDate, 'a day such as 2017-11-15').describe('A day: YYYY-MM-DD')
export const Vague = z
  .string()
  .refine(isVagueDate, 'a day, month or year such as 2017-11-15, 2017-11, 2017')
  .describe('YYYY-MM-DD, YYYY-MM or YYYY')
export const Known = z
  .string()
  .max(40)
  .describe('Answer as of this moment of knowledge: a day (its end in UTC) or an ISO 8601 moment with a zone')
export const Words = z.string().min(1).max(400)
export const Id = z.string().min(1).max(200)
export const Actor = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,5}$/)
  .describe('A state by ISO 3166-1 alpha-3 (CHN), or a body such as UNSC, EU, IAEA')
