/** Keys from a terminal in raw mode, one at a time, and lines with a simple editing of their own. */
export interface Keys {
  /** The next key; undefined where the input has ended or the person pressed Ctrl-C or Ctrl-D. */
  next(): Promise<string | undefined>
  /** A line; undefined where the person broke off with Escape, Ctrl-C, or the end of the input. */
  line(prompt: string): Promise<string | undefined>
  /** Leaves the input as it is, so that the program can end. */
  stop(): Promise<void>
}

const ENDS = ['\u0003', '\u0004']
const ESCAPE = '\u001b'
const ERASERS = ['\u007f', '\b']

/** Keys of a stream of text; `write` echoes what is typed in a line. Arrow keys and their like are passed over. */
export function keysOf(input: AsyncIterable<string>, write: (text: string) => void): Keys {
  const chunks = input[Symbol.asyncIterator]()
  let waiting: string[] = []

  async function key(): Promise<string | undefined> {
    while (waiting.length === 0) {
      const { value, done } = await chunks.next()
      if (done === true) return undefined
      waiting = [...withoutSequences(value)]
    }
    return waiting.shift()
  }

  return {
    next: async () => {
      const pressed = await key()
      return pressed === undefined || ENDS.includes(pressed) ? undefined : pressed
    },
    line: async (prompt) => {
      write(prompt)
      let typed: string[] = []
      for (;;) {
        const pressed = await key()
        if (pressed === undefined || pressed === ESCAPE || ENDS.includes(pressed)) {
          write('\n')
          return undefined
        }
        if (pressed === '\r' || pressed === '\n') {
          write('\n')
          return typed.join('')
        }
        if (ERASERS.includes(pressed)) {
          if (typed.length > 0) write('\b \b')
          typed = typed.slice(0, -1)
        } else if (pressed >= ' ') {
          typed.push(pressed)
          write(pressed)
        }
      }
    },
    stop: async () => {
      await chunks.return?.()
    },
  }
}

/** Text without the sequences that arrow and function keys send; a lone Escape stays. */
function withoutSequences(text: string): string {
  return text.replaceAll(SEQUENCE, '')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Escape is what begins a sequence.
const SEQUENCE = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|O[A-Z])/g
