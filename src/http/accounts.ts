import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { PenholderError } from '../errors.js'
import {
  type Connection,
  hasAccounts,
  keepAccount,
  keepToken,
  type Stamp,
  type StoredAccount,
  storedAccount,
  storedAccounts,
  storedToken,
} from '../record/index.js'
import { Limiter } from './limits.js'
import { hashPassword, isPassword } from './passwords.js'
import { HttpError } from './problem.js'
import { mayAct, ROLES, type Role, type User } from './roles.js'

/** Wrong guesses at passwords from one address, and (so that nobody can lock another out at once) at one name. */
const GUESSES = { burst: 10, perMinute: 2 }
const GUESSES_OF_NAME = { burst: 40, perMinute: 4 }
const SESSION_HOURS = 12
const MOST_SESSIONS = 10_000
const LEAST_PASSWORD = 12
const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._@-]{0,62}[\p{L}\p{N}])?$/u

interface Session {
  readonly name: string
  until: number
}

/** Who asks, and what they may. */
export interface Accounts {
  /** False as long as the record has no accounts: then everybody on this machine is its owner. */
  readonly needsSignIn: () => Promise<boolean>
  /** Who a request is from, by its token or its cookie; undefined for nobody. Throws 401 for a token that is not good. */
  readonly userOf: (headers: Headers) => Promise<User | undefined>
  /** Throws 401 or 403 where this user may not do what the role may. */
  readonly allow: (role: Role | 'open', user: User | undefined) => void
  readonly signInFirst: () => HttpError
  /** Throws 401 for a wrong name or password, 429 after too many. The cookie is a whole Set-Cookie value. */
  readonly signIn: (name: string, password: string, address: string) => Promise<{ user: User; cookie: string }>
  /** Ends the session; answers with the Set-Cookie value that takes the cookie away. */
  readonly signOut: (headers: Headers) => string
  /** Ends every session of an account. */
  readonly endSessions: (name: string) => void
}

export function accountsOf(
  record: Connection,
  options: { readonly now: () => number; readonly isSecure: boolean; readonly owner: string },
): Accounts {
  const cookieName = options.isSecure ? '__Host-penholder' : 'penholder'
  /** By the hash of the cookie's value; kept in memory alone, so that a restart signs everybody out. */
  const sessions = new Map<string, Session>()
  const byAddress = new Limiter(GUESSES, options.now)
  const byName = new Limiter(GUESSES_OF_NAME, options.now)
  let isSignInNeeded = false

  async function needsSignIn(): Promise<boolean> {
    isSignInNeeded ||= await hasAccounts(record)
    return isSignInNeeded
  }

  async function userNamed(name: string): Promise<User | undefined> {
    const account = await storedAccount(record, name)
    return account === undefined || account.isDisabled ? undefined : { name, role: roleOf(account) }
  }

  async function userOfToken(token: string): Promise<User> {
    const [, id = '', secret = ''] = /^pht_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/.exec(token) ?? []
    const stored = id === '' ? undefined : await storedToken(record, id)
    const isGood = stored?.secret !== undefined && !stored.isEnded && isSame(stored.secret, sha256(secret))
    const user = isGood ? await userNamed(stored.account) : undefined
    if (user !== undefined) return user
    throw new HttpError(
      401,
      { code: 'refused', what: 'the token is not good', todo: 'make one with `penholder account token NAME`' },
      { 'www-authenticate': 'Bearer error="invalid_token"' },
    )
  }

  async function userOfCookie(headers: Headers): Promise<User | undefined> {
    const session = sessions.get(sha256(cookieIn(headers, cookieName) ?? ''))
    if (session === undefined || session.until < options.now()) return undefined
    session.until = options.now() + SESSION_HOURS * 3_600_000
    return userNamed(session.name)
  }

  const signInFirst = () =>
    new HttpError(
      401,
      { code: 'refused', what: 'nobody is signed in', todo: 'sign in, or send a token' },
      { 'www-authenticate': 'Bearer' },
    )

  return {
    needsSignIn,
    signInFirst,
    userOf: async (headers) => {
      if (!(await needsSignIn())) return { name: options.owner, role: 'admin' }
      const authorization = headers.get('authorization')
      if (authorization === null) return userOfCookie(headers)
      return userOfToken(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '')
    },
    allow: (role, user) => {
      if (role === 'open') return
      if (user === undefined) throw signInFirst()
      if (mayAct(user, role)) return
      const what = `this needs the role ${role}; ${user.name} is a ${user.role}`
      throw new HttpError(403, { code: 'refused', what, todo: 'ask an admin' })
    },
    signIn: async (name, password, address) => {
      byAddress.take(address)
      byName.take(name)
      const account = await storedAccount(record, name)
      const isRight = await isPassword(password, account?.secret)
      if (account === undefined || account.isDisabled || !isRight)
        throw new HttpError(401, { code: 'refused', what: 'no account has this name and password' })
      byAddress.forgive(address)
      byName.forgive(name)
      const value = randomBytes(32).toString('base64url')
      sessions.set(sha256(value), { name, until: options.now() + SESSION_HOURS * 3_600_000 })
      if (sessions.size > MOST_SESSIONS) sessions.delete(sessions.keys().next().value ?? '')
      const cookie = cookieOf(cookieName, value, options.isSecure, SESSION_HOURS * 3600)
      return { user: { name, role: roleOf(account) }, cookie }
    },
    signOut: (headers) => {
      sessions.delete(sha256(cookieIn(headers, cookieName) ?? ''))
      return cookieOf(cookieName, '', options.isSecure, 0)
    },
    endSessions: (name) => {
      for (const [key, session] of sessions) if (session.name === name) sessions.delete(key)
    },
  }
}

/** Makes an account; throws `conflict` where the name is taken, `bad-input` for a short password or a strange name. */
export async function addAccount(
  record: Connection,
  stamp: Stamp,
  given: { readonly name: string; readonly role: Role; readonly password: string },
): Promise<void> {
  const { name, role, password } = given
  if (!NAME.test(name))
    throw new PenholderError({
      code: 'bad-input',
      what: 'this is no name for an account',
      place: { path: 'name' },
      expected: 'at most 64 letters, digits, blanks and . _ @ -, with a letter or digit at each end',
    })
  if ((await storedAccount(record, name)) !== undefined)
    throw new PenholderError({
      code: 'conflict',
      what: `there is an account "${name}" already`,
      place: { path: 'name' },
    })
  if (!(await hasAccounts(record)) && role !== 'admin')
    throw new PenholderError({
      code: 'bad-input',
      what: 'the first account must be an admin: from then on nobody gets in without one',
      place: { path: 'role' },
      expected: 'admin',
    })
  const secret = await hashPassword(goodPassword(password))
  await keepAccount(record, stamp, { name, role, isDisabled: false, secret })
}

/** Changes an account's role or password, disables it or lets it in again. The last admin can't be taken away. */
export async function changeAccount(
  record: Connection,
  stamp: Stamp,
  name: string,
  change: {
    readonly role?: Role | undefined
    readonly password?: string | undefined
    readonly disabled?: boolean | undefined
  },
): Promise<StoredAccount> {
  const others = await storedAccounts(record)
  const before = others.find((account) => account.name === name)
  if (before === undefined) throw new PenholderError({ code: 'not-found', what: `there is no account "${name}"` })
  const secret = change.password === undefined ? before.secret : await hashPassword(goodPassword(change.password))
  const after: StoredAccount = {
    name,
    role: change.role ?? before.role,
    isDisabled: change.disabled ?? before.isDisabled,
    ...(secret === undefined ? {} : { secret }),
  }
  const isAdmin = ({ role, isDisabled }: StoredAccount) => role === 'admin' && !isDisabled
  if (isAdmin(before) && !isAdmin(after) && !others.some((one) => one.name !== name && isAdmin(one)))
    throw new PenholderError({ code: 'conflict', what: `${name} is the last admin`, todo: 'make another one first' })
  await keepAccount(record, stamp, after)
  return after
}

/** Makes a token for a program that acts for the account; it is told this once. */
export async function addToken(record: Connection, stamp: Stamp, account: string, label: string): Promise<string> {
  const id = randomBytes(6).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  await keepToken(record, stamp, { id, account, label, isEnded: false, secret: sha256(secret) })
  return `pht_${id}_${secret}`
}

/** Ends a token; throws `not-found` where there is none. */
export async function endToken(record: Connection, stamp: Stamp, id: string): Promise<void> {
  const token = await storedToken(record, id)
  if (token === undefined) throw new PenholderError({ code: 'not-found', what: `there is no token "${id}"` })
  if (!token.isEnded) await keepToken(record, stamp, { ...token, isEnded: true })
}

function goodPassword(password: string): string {
  if (password.length >= LEAST_PASSWORD && password.length <= 1000) return password
  throw new PenholderError({
    code: 'bad-input',
    what: 'the password is too short or too long',
    place: { path: 'password' },
    expected: `${LEAST_PASSWORD} to 1000 characters`,
  })
}

/** A role that this program does not know may nothing but read. */
function roleOf({ role }: StoredAccount): Role {
  return ROLES.find((known) => known === role) ?? 'reader'
}

function cookieOf(name: string, value: string, isSecure: boolean, seconds: number): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`
}

function cookieIn(headers: Headers, name: string): string | undefined {
  for (const each of (headers.get('cookie') ?? '').split(';')) {
    const [key, value] = each.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
