import { Worker } from 'node:worker_threads'
import type { Failed, Job, Prepared } from './prepare.js'

/** Threads that prepare articles beside the one that writes. */
export interface Threads {
  prepare(jobs: readonly Job[]): Promise<(Prepared | Failed)[]>
  stop(): Promise<void>
}

/** How many articles a thread is handed at once. */
const HANDFUL = 25

interface Thread {
  readonly worker: Worker
  /** Handfuls that it was given and has not given back, oldest first. */
  readonly waiting: { done(prepared: (Prepared | Failed)[]): void; failed(error: unknown): void }[]
}

export function startThreads(count: number): Threads {
  const threads = Array.from({ length: count }, startThread)
  function hand(jobs: readonly Job[]): Promise<(Prepared | Failed)[]> {
    const [idlest] = [...threads].sort((a, b) => a.waiting.length - b.waiting.length)
    return new Promise((done, failed) => {
      idlest?.waiting.push({ done, failed })
      idlest?.worker.postMessage(jobs)
    })
  }
  return {
    prepare: async (jobs) => {
      const handfuls = Array.from({ length: Math.ceil(jobs.length / HANDFUL) }, (_, at) =>
        hand(jobs.slice(at * HANDFUL, (at + 1) * HANDFUL)),
      )
      return (await Promise.all(handfuls)).flat()
    },
    stop: async () => void (await Promise.all(threads.map(({ worker }) => worker.terminate()))),
  }
}

function startThread(): Thread {
  const worker = new Worker(new URL('./thread.js', import.meta.url))
  const waiting: Thread['waiting'] = []
  worker.on('message', (prepared: (Prepared | Failed)[]) => waiting.shift()?.done(prepared))
  worker.on('error', (error) => {
    for (const each of waiting.splice(0)) each.failed(error)
  })
  return { worker, waiting }
}
