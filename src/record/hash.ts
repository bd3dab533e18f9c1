import { createHash, type Hash, hash } from 'node:crypto'

export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex')
}

export function newSha256(): Hash {
  return createHash('sha256')
}

/** JSON with keys in order, so that the same value has the same bytes on every machine; what is undefined is left out. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  let written = ''
  if (Array.isArray(value)) {
    for (const each of value) written += `${written === '' ? '' : ','}${canonicalJson(each)}`
    return `[${written}]`
  }
  const fields = value as Readonly<Record<string, unknown>>
  for (const key of Object.keys(fields).sort()) {
    if (fields[key] !== undefined) written += `${written === '' ? '' : ','}${quoted(key)}:${canonicalJson(fields[key])}`
  }
  return `{${written}}`
}

/** Keys are few and come often. */
const keys = new Map<string, string>()
const MOST_KEYS = 1000

function quoted(key: string): string {
  const known = keys.get(key)
  if (known !== undefined) return known
  const made = JSON.stringify(key)
  if (keys.size < MOST_KEYS) keys.set(key, made)
  return made
}

/** A row's id made of what it says: the first 24 hexadecimal digits (96 bits) of the SHA-256 of its canonical JSON. */
export function idOf(...parts: readonly unknown[]): string {
  return sha256(canonicalJson(parts)).slice(0, 24)
}
