import { z } from 'zod'
import { Claim } from '../../read/index.js'
import { changesOf, Text } from './changes.js'
import { StoredDraft } from './drafts.js'
import { Kept } from './page.js'
import { Day } from './parameters.js'

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

const Facts = {
  title: Text,
  target: Text,
  keywords: z.array(Text).max(100),
  regime: Text,
  from: Text,
  to: Text,
  note: Text,
}

export const NewMatter = z
  .strictObject({ id: Text, ...Facts })
  .partial()
  .extend({ title: Facts.title })

/** The title may be another, and never none. */
export const MatterChange = changesOf(Facts).extend({ title: Facts.title.optional() })

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

export const Ruling = z.strictObject({
  id: z.string(),
  verdict: z.enum(['accepted', 'edited', 'rejected', 'withdrawn']),
  edited: Claim.optional(),
  note: z.string().optional(),
  kept: Kept,
})
