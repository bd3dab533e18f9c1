import { z } from 'zod'
import { isVagueDate } from '../dates.js'
import { ABOUT, BASES, BODIES, EVENT_TYPES, MEASURE_TYPES, MODES, STANCES, STATUSES } from './kinds.js'

export { ABOUT, BASES, BODIES, EVENT_TYPES, MEASURE_TYPES, MODES, STANCES, STATUSES }

/** ISO 3166-1 alpha-3 or a body's code. */
export const ActorCode = z.string().regex(/^[A-Z][A-Z0-9]{1,5}$/)

const shared = {
  /** The article's id: its file name, or the id that the input carries. */
  article: z.string(),
  quote: z.strictObject({ text: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() }),
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; absent where the text does not tell. Never the publication date by default. */
  date: z.string().refine(isVagueDate).optional(),
  basis: z.enum(BASES),
  speaker: z.strictObject({ name: z.string().optional(), office: z.string().optional() }).optional(),
  /** Which lexicon entry made the claim, and the words of the text that fired. */
  why: z.strictObject({ rule: z.string(), words: z.array(z.string()) }).optional(),
}

export const StanceClaim = z.strictObject({
  kind: z.literal('stance'),
  ...shared,
  actor: ActorCode,
  stance: z.enum(STANCES),
  about: z.enum(ABOUT),
  /** The state that the matter concerns. */
  target: ActorCode.optional(),
  measures: z.array(z.enum(MEASURE_TYPES)).optional(),
  /** Whose text or which version: words of the article such as "watered-down version", or a document symbol. */
  draft: z.string().optional(),
  past: z.literal(true).optional(),
  cast: z.literal(true).optional(),
  conditional: z.literal(true).optional(),
  /** A claim on a group that is not shared out among names ("13 members support it"): `actor` is then the body. */
  collective: z.strictObject({ text: z.string(), count: z.int().positive().optional() }).optional(),
})

export const ContactClaim = z.strictObject({
  kind: z.literal('contact'),
  ...shared,
  parties: z.array(ActorCode).min(2),
  mode: z.enum(MODES),
  persons: z.array(z.string()).optional(),
  place: z.string().optional(),
  planned: z.literal(true).optional(),
})

export const EventClaim = z.strictObject({
  kind: z.literal('event'),
  ...shared,
  type: z.enum(EVENT_TYPES),
  actor: ActorCode.optional(),
  against: ActorCode.optional(),
  /** A document symbol such as `S/RES/1695 (2006)`. */
  instrument: z.string().optional(),
  planned: z.literal(true).optional(),
})

export const MeasureClaim = z.strictObject({
  kind: z.literal('measure'),
  ...shared,
  by: ActorCode,
  against: ActorCode.optional(),
  types: z.array(z.enum(MEASURE_TYPES)).min(1),
  status: z.enum(STATUSES),
  goods: z.string().optional(),
  quantity: z.string().optional(),
  subject: z.string().optional(),
  instrument: z.string().optional(),
})

/** One thing that one article says, tied to the exact words that say it. */
export const Claim = z.discriminatedUnion('kind', [StanceClaim, ContactClaim, EventClaim, MeasureClaim])

export type StanceClaim = z.infer<typeof StanceClaim>
export type ContactClaim = z.infer<typeof ContactClaim>
export type EventClaim = z.infer<typeof EventClaim>
export type MeasureClaim = z.infer<typeof MeasureClaim>
export type Claim = z.infer<typeof Claim>
export type Stance = (typeof STANCES)[number]
export type About = (typeof ABOUT)[number]
export type Basis = (typeof BASES)[number]
export type EventType = (typeof EVENT_TYPES)[number]
export type MeasureType = (typeof MEASURE_TYPES)[number]
export type MeasureStatus = (typeof STATUSES)[number]
