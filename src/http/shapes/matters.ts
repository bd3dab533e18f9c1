import { z } from 'zod'
import { LETTERS, MATTERS, POSITIONS } from '../../council/index.js'
import { Claim } from '../../read/index.js'
import { Flag } from './articles.js'
import { Day } from './parameters.js'

const Kept = z.strictObject({ by: z.string(), at: z.string() })

export const StoredMatter = z.strictObject({
  id: z.string(),
  title: z.string(),
  target: z.string().optional(),
  keywords: z.array(z.string()),
  regime: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  note: z.string().optional(),
  kept: Kept,
})

const Version = z.strictObject({ label: z.string(), date: z.string().optional(), note: z.string().optional() })

export const StoredDraft = z.strictObject({
  id: z.string(),
  matter: z.string(),
  label: z.string().optional(),
  symbol: z.string().optional(),
  versions: z.array(Version),
  sponsors: z.array(z.string()),
  rivals: z.array(z.string()),
  tabled: z.string().optional(),
  vote: z.looseObject({ date: z.string(), text: z.string().optional() }).optional(),
  adopted: z.string().optional(),
  note: z.string().optional(),
  kept: Kept,
})

const Text = z.string().min(1).max(500)
const Facts = {
  title: Text,
  target: Text,
  keywords: z.array(Text).max(100),
  regime: Text,
  from: Text,
  to: Text,
  note: Text,
}

export const NewMatter = z.strictObject({
  id: Text.optional(),
  title: Facts.title,
  target: Facts.target.optional(),
  keywords: Facts.keywords.optional(),
  regime: Facts.regime.optional(),
  from: Facts.from.optional(),
  to: Facts.to.optional(),
  note: Facts.note.optional(),
})

/** What is left out stays; null takes a fact away. `because` is kept in the log. */
export const MatterChange = z.strictObject({
  title: Facts.title.optional(),
  target: Facts.target.nullable().optional(),
  keywords: Facts.keywords.nullable().optional(),
  regime: Facts.regime.nullable().optional(),
  from: Facts.from.nullable().optional(),
  to: Facts.to.nullable().optional(),
  note: Facts.note.nullable().optional(),
  because: Text.optional(),
})

const DraftFacts = {
  label: Text,
  symbol: Text,
  versions: z.array(z.strictObject({ label: Text, date: Text.optional(), note: Text.optional() })).max(100),
  sponsors: z.array(Text).max(200),
  rivals: z.array(Text).max(50),
  tabled: Text,
  vote: z.strictObject({
    date: Text,
    text: Text.optional(),
    cast: z
      .strictObject({
        Y: z.array(Text).max(20).optional(),
        N: z.array(Text).max(20).optional(),
        A: z.array(Text).max(20).optional(),
        X: z.array(Text).max(20).optional(),
      })
      .optional(),
  }),
  adopted: Text,
  note: Text,
}

export const NewDraft = z.strictObject({
  id: Text.optional(),
  label: DraftFacts.label.optional(),
  symbol: DraftFacts.symbol.optional(),
  versions: DraftFacts.versions.optional(),
  sponsors: DraftFacts.sponsors.optional(),
  rivals: DraftFacts.rivals.optional(),
  tabled: DraftFacts.tabled.optional(),
  vote: DraftFacts.vote.optional(),
  adopted: DraftFacts.adopted.optional(),
  note: DraftFacts.note.optional(),
})

export const DraftChange = z.strictObject({
  label: DraftFacts.label.nullable().optional(),
  symbol: DraftFacts.symbol.nullable().optional(),
  versions: DraftFacts.versions.nullable().optional(),
  sponsors: DraftFacts.sponsors.nullable().optional(),
  rivals: DraftFacts.rivals.nullable().optional(),
  tabled: DraftFacts.tabled.nullable().optional(),
  vote: DraftFacts.vote.nullable().optional(),
  adopted: DraftFacts.adopted.nullable().optional(),
  note: DraftFacts.note.nullable().optional(),
  because: Text.optional(),
})

export const Matters = z.strictObject({
  items: z.array(StoredMatter),
  /** States that articles are about and no matter is. */
  suggested: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      target: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
      articles: z.int(),
    }),
  ),
})

export const MatterArticle = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string().optional(),
  published: z.string().optional(),
  source: z.string().optional(),
  url: z.string().optional(),
  hash: z.string().optional(),
  target: z.string().optional(),
  hasText: z.boolean(),
  /** Whether it is chiefly about the matter, and not only holds a claim of it. */
  isAbout: z.boolean(),
  repeats: z.array(z.string()),
})

export const MatterClaim = z.strictObject({
  id: z.string(),
  gist: z.string(),
  claim: Claim,
  read: Claim.optional(),
  ruling: z.enum(['proposed', 'accepted', 'edited']),
  ruled: Kept.extend({ note: z.string().optional() }).optional(),
  by: z.enum(['rule', 'hand']),
  draft: z.string().optional(),
  version: z.string().optional(),
  published: z.string().optional(),
  repeats: z.array(z.string()),
})

export const MatterWhole = z.strictObject({
  matter: StoredMatter,
  drafts: z.array(StoredDraft),
  articles: z.array(MatterArticle),
  claims: z.int(),
  /** First and last day of what its articles tell, where it is known. */
  from: Day.optional(),
  to: Day.optional(),
  /** Days on which a stance is told or a draft changes: stops of a slider over time. */
  days: z.array(Day),
  notes: z.array(z.string()),
})

export const Drafts = z.strictObject({ items: z.array(StoredDraft) })

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
  /** The Council's measures of the matter's regime over the same years. */
  /** The regime whose law is told. */
  regime: z.string().optional(),
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

export const Ruling = z.strictObject({
  id: z.string(),
  verdict: z.enum(['accepted', 'edited', 'rejected', 'withdrawn']),
  edited: Claim.optional(),
  note: z.string().optional(),
  kept: Kept,
})

export const Question = z.enum(MATTERS)
