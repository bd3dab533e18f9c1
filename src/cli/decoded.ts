import { PenholderError } from '../errors.js'

/**
 * The text of a file, piece by piece. A wrong letter in a name would hide a listed party: what is not UTF-8 (or UTF-16 with
 * its mark) is refused and not guessed. Throws `bad-input` with the file.
 */
export async function* decoded(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder?.decode() ?? ''
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new PenholderError({
      code: 'bad-input',
      what: 'the text is not UTF-8',
      place: { file },
      expected: 'UTF-8, or UTF-16 with its mark',
      todo: 'save it again; in Excel as “CSV UTF-8”',
    })
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** The lines of a text that comes in pieces, without their ends. */
export async function* linesIn(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
  }
  if (rest !== '') yield rest
}
