import { createHash, type Hash } from 'node:crypto'

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

export function newSha256(): Hash {
  return createHash('sha256')
}

/** JSON with keys in order, so that the same value has the same bytes on every machine; what is undefined is left out. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const written: string[] = []
  const fields = value as Readonly<Record<string, unknown>>
  for (const key of Object.keys(fields).sort()) {
    if (fields[key] !== undefined) written.push(`${JSON.stringify(key)}:${canonicalJson(fields[key])}`)
  }
  return `{${written.join(',')}}`
}

/** A row's id made of what it says: the first 24 hexadecimal digits (96 bits) of the SHA-256 of its canonical JSON. */
export function idOf(...parts: readonly unknown[]): string {
  return sha256(canonicalJson(parts)).slice(0, 24)
}
