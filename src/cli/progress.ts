import { Presets, SingleBar } from 'cli-progress'

/** How far long work is; on a terminal only, and on standard error. */
export interface Progress {
  step(): void
  /** Makes room for a message. */
  clear(): void
  stop(): void
}

const QUIET: Progress = { step() {}, clear() {}, stop() {} }
const WORTH_A_BAR = 20
const COUNTED_BY = 50

/** A bar for many things of a known number, a count where the number is not known; nothing in a pipe. */
export function progressFor(stream: NodeJS.WriteStream, work: { count: number; exact: boolean }): Progress {
  if (stream.isTTY !== true) return QUIET
  if (!work.exact) return counter(stream)
  if (work.count < WORTH_A_BAR) return QUIET
  const format = '{bar} {value} of {total} articles'
  const bar = new SingleBar(
    { format, stream, clearOnComplete: true, hideCursor: true, etaBuffer: 50 },
    Presets.shades_grey,
  )
  bar.start(work.count, 0)
  return {
    step: () => bar.increment(),
    clear: () => stream.write('\r\x1b[K'),
    stop: () => bar.stop(),
  }
}

/** How many articles are done, where nobody knows how many there are. */
function counter(stream: NodeJS.WriteStream): Progress {
  let done = 0
  const clear = () => {
    if (done >= COUNTED_BY) stream.write('\r\x1b[K')
  }
  return {
    step: () => {
      done++
      if (done % COUNTED_BY === 0) stream.write(`\r\x1b[K${done.toLocaleString('en')} articles`)
    },
    clear,
    stop: clear,
  }
}
