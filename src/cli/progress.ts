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

/** A bar for many things of a known number; nothing in a pipe. */
export function progressFor(stream: NodeJS.WriteStream, work: { count: number; exact: boolean }): Progress {
  if (stream.isTTY !== true || !work.exact || work.count < WORTH_A_BAR) return QUIET
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
