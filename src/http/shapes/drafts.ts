import { z } from 'zod'
import { changesOf, Text } from './changes.js'
import { Kept } from './page.js'

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

const Facts = {
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

export const NewDraft = z.strictObject({ id: Text, ...Facts }).partial()

export const DraftChange = changesOf(Facts)

export const Drafts = z.strictObject({ items: z.array(StoredDraft) })
