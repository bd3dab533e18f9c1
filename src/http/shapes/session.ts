import { z } from 'zod'
import { ROLES } from '../roles.js'

export const RoleName = z.enum(ROLES)

export const SignedIn = z.strictObject({ name: z.string(), role: RoleName })

export const Status = z.strictObject({
  name: z.literal('penholder'),
  version: z.string(),
  reader: z.string(),
  today: z.string(),
  user: SignedIn.nullable(),
  needsSignIn: z.boolean(),
  record: z.strictObject({ seq: z.int(), at: z.string().optional(), articles: z.int(), claims: z.int() }).nullable(),
  dataUntil: z.record(z.string(), z.string()),
})

export const AccountView = z.strictObject({
  name: z.string(),
  role: RoleName,
  isDisabled: z.boolean(),
  hasPassword: z.boolean(),
  tokens: z.array(z.strictObject({ id: z.string(), label: z.string(), isEnded: z.boolean() })),
})
