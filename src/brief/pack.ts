import { unzipSync, zipSync } from 'fflate'

/** The earliest day that a ZIP file can hold; its parts are the same in every time zone. */
const FIXED = new Date(1980, 0, 1)

/**
 * The same office file with the same bytes whenever it is made: entries carry one fixed date, and `mend` may change a
 * part that is text, such as the day of its making.
 */
export function repacked(bytes: Uint8Array, mend: (name: string, part: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
    if (name.endsWith('/')) return []
    const isText = /\.(?:xml|rels)$/.test(name)
    const data = isText ? new TextEncoder().encode(mend(name, new TextDecoder().decode(part))) : part
    return [[name, [data, { mtime: FIXED, level: 6, os: 0 }]] as const]
  })
  return zipSync(Object.fromEntries(parts) as Parameters<typeof zipSync>[0])
}
