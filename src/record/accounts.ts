import { PenholderError } from '../errors.js'
import type { Connection, Row } from './connection.js'
import { canonicalJson, sha256 } from './hash.js'
import { keep, type Stamp } from './log.js'

/** Who may sign in to a server of this record, as last said. */
export interface StoredAccount {
  readonly name: string
  readonly role: string
  readonly isDisabled: boolean
  /** The password's salted hash; absent where the record came from an export, which holds no secrets. */
  readonly secret?: string
}

/** A token for a program. */
export interface StoredToken {
  readonly id: string
  readonly account: string
  readonly label: string
  readonly isEnded: boolean
  /** SHA-256 of the token; absent where the record came from an export. */
  readonly secret?: string
}

interface AccountRow {
  readonly id: string
  readonly seq: number
  readonly body: string
  readonly secret: string | null
}

/** Every account, by name. */
export async function storedAccounts(connection: Connection): Promise<StoredAccount[]> {
  const rows = await connection.all<AccountRow>('select id, seq, body, secret from account order by id, seq')
  return latestOf(rows).map(accountOf)
}

export async function storedAccount(connection: Connection, name: string): Promise<StoredAccount | undefined> {
  const [row] = await connection.all<AccountRow>(
    'select id, seq, body, secret from account where id = ? order by seq desc limit 1',
    [name],
  )
  return row === undefined ? undefined : accountOf(row)
}

/** Whether there is an account at all, also a disabled one. */
export async function hasAccounts(connection: Connection): Promise<boolean> {
  return (await connection.all('select id from account limit 1')).length > 0
}

/** Keeps an account as it is from now on; `secret` is the password's hash, never the password. */
export async function keepAccount(connection: Connection, stamp: Stamp, account: StoredAccount): Promise<number> {
  const { name, role, isDisabled, secret } = account
  const row = withSecret({ id: name, body: canonicalJson({ role, isDisabled }) }, secret)
  return keep(connection, stamp, 'account', { account: [row] }, { account: name })
}

/** Tokens of an account, or all. */
export async function storedTokens(connection: Connection, account?: string): Promise<StoredToken[]> {
  const columns = 'select id, seq, account, body, secret from access_token'
  const rows =
    account === undefined
      ? await connection.all<AccountRow & { account: string }>(`${columns} order by id, seq`)
      : await connection.all<AccountRow & { account: string }>(`${columns} where account = ? order by id, seq`, [
          account,
        ])
  return latestOf(rows).map(tokenOf)
}

export async function storedToken(connection: Connection, id: string): Promise<StoredToken | undefined> {
  const [row] = await connection.all<AccountRow & { account: string }>(
    'select id, seq, account, body, secret from access_token where id = ? order by seq desc limit 1',
    [id],
  )
  return row === undefined ? undefined : tokenOf(row)
}

/** Keeps a token as it is from now on; its account must be there. */
export async function keepToken(connection: Connection, stamp: Stamp, token: StoredToken): Promise<number> {
  const { id, account, label, isEnded, secret } = token
  if ((await storedAccount(connection, account)) === undefined)
    throw new PenholderError({ code: 'not-found', what: `there is no account "${account}"` })
  const row = withSecret({ id, account, body: canonicalJson({ label, isEnded }) }, secret)
  return keep(connection, stamp, isEnded ? 'token ended' : 'token', { access_token: [row] }, { account, token: id })
}

/** The log's digest holds the secret's hash, so that exports can leave the secret out and still be verified. */
function withSecret(row: Row, secret: string | undefined): Row {
  return { ...row, secret: secret ?? null, secret_hash: secret === undefined ? null : sha256(secret) }
}

function latestOf<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

function accountOf({ id, body, secret }: AccountRow): StoredAccount {
  const { role, isDisabled } = JSON.parse(body) as { role: string; isDisabled: boolean }
  return { name: id, role, isDisabled, ...(secret === null ? {} : { secret }) }
}

function tokenOf({ id, account, body, secret }: AccountRow & { account: string }): StoredToken {
  const { label, isEnded } = JSON.parse(body) as { label: string; isEnded: boolean }
  return { id, account, label, isEnded, ...(secret === null ? {} : { secret }) }
}
