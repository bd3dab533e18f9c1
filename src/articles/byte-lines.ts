import { PenholderError } from '../errors.js'
import type { Bytes } from './bytes.js'
import { LIMITS } from './limits.js'

const NEWLINE = 10

/** Reads bytes line by line or by count, in flat memory. */
export interface ByteReader {
  /** The next line with its line end; undefined at the end. Throws `too-large` for one past the limit. */
  line(): Promise<Uint8Array | undefined>
  /** The next bytes, fewer at the end. */
  take(count: number): Promise<Uint8Array>
  skip(count: number): Promise<void>
}

export function byteReader(source: Bytes): ByteReader {
  const pieces = source[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array()
  async function more(): Promise<boolean> {
    const next = await pieces.next()
    if (next.done === true) return false
    held = next.value
    return true
  }
  async function collect(count: number): Promise<Uint8Array> {
    const taken: Uint8Array[] = []
    let left = count
    while (left > 0) {
      if (held.length === 0 && !(await more())) break
      const part = held.subarray(0, left)
      taken.push(part)
      left -= part.length
      held = held.subarray(part.length)
    }
    return taken.length === 1 && taken[0] !== undefined ? taken[0] : Buffer.concat(taken)
  }
  return {
    take: collect,
    skip: async (count) => {
      for (let left = count; left > 0; ) {
        if (held.length === 0 && !(await more())) return
        const part = Math.min(left, held.length)
        held = held.subarray(part)
        left -= part
      }
    },
    line: async () => {
      const taken: Uint8Array[] = []
      let size = 0
      for (;;) {
        if (held.length === 0 && !(await more())) break
        const end = held.indexOf(NEWLINE)
        const part = end < 0 ? held : held.subarray(0, end + 1)
        taken.push(part)
        size += part.length
        held = held.subarray(part.length)
        if (size > LIMITS.line) throw longLine()
        if (end >= 0) break
      }
      return taken.length === 0 ? undefined : taken.length === 1 ? taken[0] : Buffer.concat(taken)
    },
  }
}

function longLine(): PenholderError {
  const what = `a line longer than ${LIMITS.line / 1024 / 1024} MiB`
  return new PenholderError({ code: 'too-large', what, todo: 'see whether the file is what its name says' })
}
