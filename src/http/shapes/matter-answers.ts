import { z } from 'zod'
import { LETTERS, MATTERS, POSITIONS } from '../../council/index.js'
import { Flag } from './articles.js'
import { StoredDraft } from './drafts.js'
import { MatterArticle, MatterClaim, StoredMatter } from './matters.js'
import { Day } from './parameters.js'

/** What a matter's claims come to on a day. */

export const Question = z.enum(MATTERS)

const Cell = z.strictObject({
  position: z.enum(POSITIONS),
  quotes: z.int(),
  date: z.string().optional(),
  basis: z.string().optional(),
  isDisputed: z.boolean(),
  isConditional: z.boolean(),
  isVoteUndeclared: z.boolean(),
  before: z.strictObject({ position: z.enum(POSITIONS), date: z.string().optional() }).optional(),
  vote: z.enum(LETTERS).optional(),
  claims: z.array(MatterClaim),
  outweighed: z.array(MatterClaim),
  aside: z.array(z.strictObject({ claim: MatterClaim, why: z.unknown() })),
  /** How many more claims there are of each list than are shown. */
  left: z
    .strictObject({ claims: z.int().optional(), outweighed: z.int().optional(), aside: z.int().optional() })
    .optional(),
})

const Row = z.strictObject({
  state: z.string(),
  name: z.string(),
  seat: z.enum(['permanent', 'elected', 'none']),
  cells: z.array(Cell),
})

export const MatterPositions = z.strictObject({
  on: Day,
  columns: z.array(
    z.strictObject({
      draft: z.string().optional(),
      version: z.string().optional(),
      label: z.string(),
      text: z.looseObject({ status: z.string(), label: z.string() }),
    }),
  ),
  members: z.array(Row),
  others: z.array(Row),
  collective: z.array(z.array(MatterClaim)),
})

export const Timeline = z.strictObject({
  matter: StoredMatter,
  drafts: z.array(StoredDraft),
  articles: z.array(MatterArticle),
  events: z.array(MatterClaim),
  contacts: z.array(MatterClaim),
  measures: z.array(MatterClaim),
  stances: z.array(MatterClaim),
  /** The regime whose law is told. */
  regime: z.string().optional(),
  /** The Council's measures of the matter's regime over the same years. */
  law: z.array(
    z.strictObject({
      change: z.string(),
      day: Day,
      by: z.string(),
      id: z.string(),
      citation: z.string(),
      says: z.string(),
    }),
  ),
})

export const MatterFlags = z.strictObject({
  items: z.array(Flag),
  articles: z.array(MatterArticle),
})
