import { z } from 'zod'
import { law } from '../../law/index.js'
import { READER_VERSION } from '../../read/index.js'
import { recordSize, type StoredAccount, storedAccounts, storedTokens } from '../../record/index.js'
import { addAccount, changeAccount } from '../accounts.js'
import { type Reply, route } from '../route.js'
import { page } from '../shapes/page.js'
import { AccountView, RoleName, SignedIn, Status } from '../shapes/session.js'

const Password = z.string().max(1000)
const Named = z.strictObject({ name: z.string().min(1).max(100) })

function viewOf({ name, role, isDisabled, secret }: StoredAccount, tokens: Awaited<ReturnType<typeof storedTokens>>) {
  const own = tokens.filter(({ account }) => account === name)
  return {
    name,
    role: role as z.infer<typeof RoleName>,
    isDisabled,
    hasPassword: secret !== undefined,
    tokens: own.map(({ id, label, isEnded }) => ({ id, label, isEnded })),
  }
}

export const sessionRoutes = {
  status: route({
    summary: 'What this server is, who asks, and how far its record and data reach',
    tag: 'session',
    role: 'open',
    answer: Status,
    cached: 'no',
    handle: async (_, { record, server, user, today, seq, remember }) => {
      const needsSignIn = await server.accounts.needsSignIn()
      const size = user === undefined ? null : await remember('size', () => recordSize(record, seq))
      return {
        name: 'penholder' as const,
        version: server.version,
        reader: READER_VERSION,
        today,
        user: user ?? null,
        needsSignIn,
        record: size,
        dataUntil: Object.fromEntries(law.regimes.map(({ regime }) => [regime.id, regime.dataUntil])),
      }
    },
  }),
  session: route({
    summary: 'Who is signed in',
    tag: 'session',
    role: 'reader',
    answer: SignedIn,
    cached: 'no',
    handle: (_, { user, server }) => {
      if (user === undefined) throw server.accounts.signInFirst()
      return user
    },
  }),
  signIn: route({
    summary: 'Sign in with a name and a password; the answer sets a cookie',
    tag: 'session',
    role: 'open',
    body: z.strictObject({ name: z.string().max(100), password: Password }),
    answer: SignedIn,
    cached: 'no',
    handle: async ({ body }, { server, address }): Promise<Reply | z.infer<typeof SignedIn>> => {
      const { user, cookie } = await server.accounts.signIn(body.name, body.password, address)
      return { reply: true, type: 'application/json', body: JSON.stringify(user), headers: { 'set-cookie': cookie } }
    },
  }),
  signOut: route({
    summary: 'Sign out',
    tag: 'session',
    role: 'open',
    cached: 'no',
    handle: (_, { server, headers }): Reply => ({
      reply: true,
      status: 204,
      headers: { 'set-cookie': server.accounts.signOut(headers) },
    }),
  }),
  accounts: route({
    summary: 'All accounts, without their secrets',
    tag: 'session',
    role: 'admin',
    answer: page(AccountView),
    cached: 'no',
    handle: async (_, { record }) => {
      const tokens = await storedTokens(record)
      return { items: (await storedAccounts(record)).map((account) => viewOf(account, tokens)) }
    },
  }),
  addAccount: route({
    summary: 'Make an account; the first one must be an admin',
    tag: 'session',
    role: 'admin',
    body: z.strictObject({ name: z.string().max(100), role: RoleName, password: Password }),
    answer: AccountView,
    cached: 'no',
    handle: async ({ body }, { record, stamp }) => {
      await addAccount(record, stamp(), body)
      return { name: body.name, role: body.role, isDisabled: false, hasPassword: true, tokens: [] }
    },
  }),
  changeAccount: route({
    summary: 'Change an account’s role or password, disable it or let it in again; its sessions end',
    tag: 'session',
    role: 'admin',
    path: Named,
    body: z.strictObject({
      role: RoleName.optional(),
      password: Password.optional(),
      disabled: z.boolean().optional(),
    }),
    answer: AccountView,
    cached: 'no',
    handle: async ({ path, body }, { record, stamp, server }) => {
      const after = await changeAccount(record, stamp(), path.name, body)
      server.accounts.endSessions(path.name)
      return viewOf(after, await storedTokens(record, path.name))
    },
  }),
}
