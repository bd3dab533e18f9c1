import { PenholderError, type Problem } from '../errors.js'
import type { Opened } from './article.js'
import { byteReader } from './byte-lines.js'
import { type Bytes, hashOf } from './bytes.js'
import { LIMITS } from './limits.js'
import { articleFromMail } from './mail.js'

const FROM = Buffer.from('From ')

/**
 * The mails of an mbox (RFC 4155), one at a time; a quoted `>From ` is unquoted (mboxrd), so that a mail's hash is that
 * of the same mail in a file of its own. An article's id is `<name>:<number>`; a mail that can't be read is a problem
 * and does not end the others.
 */
export async function* articlesFromMbox(source: Bytes, name: string): AsyncGenerator<Opened> {
  let number = 0
  for await (const mail of mailsOf(source, name)) {
    number++
    const id = `${name}:${number}`
    if (mail === 'too large') {
      const what = `a mail larger than ${LIMITS.article / 1024 / 1024} MiB`
      yield { problem: { code: 'too-large', what, place: { file: id } } }
      continue
    }
    try {
      yield { article: { ...(await articleFromMail(mail, id)), hash: hashOf(mail) } }
    } catch (error) {
      for (const problem of problemsOf(error, id)) yield { problem }
    }
  }
}

async function* mailsOf(source: Bytes, name: string): AsyncGenerator<Uint8Array | 'too large'> {
  const reader = byteReader(source)
  let lines: Uint8Array[] = []
  let size = 0
  let isBlank = true
  let began = false
  const whole = () => (size > LIMITS.article ? ('too large' as const) : Buffer.concat(withoutLastBlank(lines)))
  for (let line = await reader.line(); line !== undefined; line = await reader.line()) {
    if (isBlank && startsWith(line, FROM)) {
      if (began) yield whole()
      began = true
      lines = []
      size = 0
      isBlank = false
      continue
    }
    if (!began) {
      const what = 'no mbox: the first line does not begin with "From "'
      throw new PenholderError({ code: 'bad-input', what, place: { file: name, line: 1 }, expected: 'mbox (RFC 4155)' })
    }
    isBlank = /^\r?\n?$/.test(Buffer.from(line.subarray(0, 3)).toString('latin1'))
    const text = isQuotedFrom(line) ? line.subarray(1) : line
    size += text.length
    if (size <= LIMITS.article) lines.push(text)
  }
  if (began) yield whole()
}

/** The blank line before the next mail belongs to the mbox. */
function withoutLastBlank(lines: readonly Uint8Array[]): readonly Uint8Array[] {
  const last = lines.at(-1)
  return last !== undefined && last.length <= 2 && (last[0] === 10 || last[0] === 13) ? lines.slice(0, -1) : lines
}

function isQuotedFrom(line: Uint8Array): boolean {
  let at = 0
  while (line[at] === 62) at++
  return at > 0 && startsWith(line.subarray(at), FROM)
}

function startsWith(line: Uint8Array, beginning: Uint8Array): boolean {
  return beginning.every((byte, at) => line[at] === byte)
}

/** The problems of an error, with their place; other errors go on. */
export function problemsOf(error: unknown, file: string): Problem[] {
  if (error instanceof PenholderError)
    return error.problems.map((problem) => ({ ...problem, place: { ...problem.place, file } }))
  return [{ code: 'bad-input', what: `can’t be read (${(error as Error).message})`, place: { file } }]
}
