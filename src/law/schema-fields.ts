import { z } from 'zod'
import { isCivilDate } from '../dates.js'

/** Fields that the schemas of law and of goods share. */

export const Day = z.string().refine(isCivilDate, 'expected a date YYYY-MM-DD, in quotes')
export const Id = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'expected lower case letters, digits, - and .')
export const Text = z.string().min(3)
export const Hs = z
  .string()
  .regex(/^\d{2}(?:-\d{2}|\d{2}(?:\d{2})?)?$/, 'expected an HS code of 2, 4 or 6 digits, or chapters 72-83')
