import { createHash } from 'node:crypto'
import type { Connection } from './connection.js'

/** One entry of the append-only log. `at` is when the record learned it (ISO 8601, UTC). */
export interface LogEntry {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly act: string
  readonly body: string
  readonly previous: string
  readonly hash: string
}

/** Who did a thing and when, as the face that called says; the record reads no clock of its own. */
export interface Stamp {
  readonly who: string
  readonly at: string
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Appends one entry inside the caller's transaction and answers with its `seq`. Moments never run backwards in the log. */
export async function append(connection: Connection, stamp: Stamp, act: string, body: unknown): Promise<number> {
  const [last] = await connection.all<{ seq: number; at: string; hash: string }>(
    'select seq, at, hash from log order by seq desc limit 1',
  )
  const at = last !== undefined && last.at > stamp.at ? last.at : stamp.at
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at,
    who: stamp.who,
    act,
    body: canonicalJson(body),
    previous: last?.hash ?? '',
  }
  await connection.run('insert into log (seq, at, who, act, body, previous, hash) values (?, ?, ?, ?, ?, ?, ?)', [
    entry.seq,
    entry.at,
    entry.who,
    entry.act,
    entry.body,
    entry.previous,
    entryHash(entry),
  ])
  return entry.seq
}

export function entryHash(entry: Omit<LogEntry, 'hash'>): string {
  return sha256([entry.previous, entry.seq, entry.at, entry.who, entry.act, entry.body].join('\n'))
}

/** JSON with keys in order, so that the same value has the same bytes on every machine. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
