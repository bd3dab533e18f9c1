import { type Connection, entriesAfter, recordHead } from '../record/index.js'
import { HttpError } from './problem.js'
import type { Progress } from './route.js'

/** How often the record is looked at while somebody listens, and how often a silent stream says that it lives. */
const LOOK = 1000
const HEARTBEAT = 15_000
const MOST_LISTENERS = 200
const MOST_ENTRIES = 500

export interface EventHub {
  /** A stream of Server-Sent Events; from after the entry `lastId` on, or from now. */
  readonly listen: (lastId: string | undefined) => Promise<Response>
  readonly tell: (progress: Progress) => void
  /** Looks at the record now, and not only when its time comes. */
  readonly look: () => void
  readonly close: () => void
}

interface Listener {
  readonly send: (text: string) => void
  readonly end: () => void
  seen: number
}

/** Tells listeners what is new in the record, whichever process added it, and how far long work is. */
export function eventHub(record: Connection): EventHub {
  const listeners = new Set<Listener>()
  let looking: NodeJS.Timeout | undefined
  let beating: NodeJS.Timeout | undefined
  let isBusy = false

  async function look(): Promise<void> {
    if (isBusy || listeners.size === 0) return
    isBusy = true
    try {
      const from = Math.min(...[...listeners].map(({ seen }) => seen))
      for (const entry of await entriesAfter(record, from, MOST_ENTRIES)) {
        const text = `id: ${entry.seq}\nevent: entry\ndata: ${JSON.stringify(entry)}\n\n`
        for (const listener of listeners) {
          if (listener.seen >= entry.seq) continue
          listener.seen = entry.seq
          listener.send(text)
        }
      }
    } catch {
      // The record can't be read just now; the next look may.
    } finally {
      isBusy = false
    }
  }

  function wake(): void {
    looking ??= setInterval(() => void look(), LOOK).unref()
    beating ??= setInterval(() => {
      for (const listener of listeners) listener.send(': still here\n\n')
    }, HEARTBEAT).unref()
  }

  function sleep(): void {
    if (listeners.size > 0) return
    clearInterval(looking)
    clearInterval(beating)
    looking = undefined
    beating = undefined
  }

  return {
    listen: async (lastId) => {
      if (listeners.size >= MOST_LISTENERS)
        throw new HttpError(503, { code: 'unavailable', what: 'too many listen already', todo: 'try again later' })
      const head = await recordHead(record)
      const seen = /^\d{1,9}$/.test(lastId ?? '') ? Math.min(Number(lastId), head.seq) : head.seq
      let listener: Listener
      const encoder = new TextEncoder()
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          listener = {
            seen,
            send: (text) => {
              // A listener that does not read is let go, and comes back with its last id.
              if ((controller.desiredSize ?? 0) < -1000) leave(listener)
              else controller.enqueue(encoder.encode(text))
            },
            end: () => controller.close(),
          }
          listeners.add(listener)
          listener.send(`retry: 2000\n: from ${seen}\n\n`)
          wake()
          if (seen < head.seq) void look()
        },
        cancel() {
          listeners.delete(listener)
          sleep()
        },
      })
      return new Response(body, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
      })
    },
    tell: (progress) => {
      for (const listener of listeners) listener.send(`event: progress\ndata: ${JSON.stringify(progress)}\n\n`)
    },
    look: () => void look(),
    close: () => {
      for (const listener of [...listeners]) leave(listener)
    },
  }

  function leave(listener: Listener): void {
    if (!listeners.delete(listener)) return
    listener.end()
    sleep()
  }
}
