import { createHash, type Hash } from 'node:crypto'

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

export function newSha256(): Hash {
  return createHash('sha256')
}

/** JSON with keys in order, so that the same value has the same bytes on every machine; what is undefined is left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  )
}

/** A row's id made of what it says: the first 24 hexadecimal digits (96 bits) of the SHA-256 of its canonical JSON. */
export function idOf(...parts: readonly unknown[]): string {
  return sha256(canonicalJson(parts)).slice(0, 24)
}
