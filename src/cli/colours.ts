import { stripVTControlCharacters } from 'node:util'
import { createColors } from 'picocolors'

export type Colours = ReturnType<typeof createColors>

/**
 * Colour for a terminal, none in a pipe. NO_COLOR, `--no-color` and TERM=dumb switch it off, FORCE_COLOR switches it on
 * (https://no-color.org, https://force-color.org).
 */
export function coloursFor(stream: { isTTY?: boolean }, wanted = true, env = process.env): Colours {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0'
  const refused = !wanted || (env.NO_COLOR !== undefined && env.NO_COLOR !== '') || env.FORCE_COLOR === '0'
  return createColors(!refused && (forced || (stream.isTTY === true && env.TERM !== 'dumb')))
}

/** Text of others made fit for a terminal: one line, no control or direction-changing characters. */
export function fitForTerminal(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
}

/** Words in lines of at most `width` visible characters; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let [line, used] = ['', 0]
  for (const word of text.split(' ')) {
    const length = stripVTControlCharacters(word).length
    if (used > 0 && used + 1 + length > width) {
      lines.push(line)
      line = word
      used = length
    } else {
      line = used === 0 ? word : `${line} ${word}`
      used += length + (used === 0 ? 0 : 1)
    }
  }
  return [...lines, line]
}
