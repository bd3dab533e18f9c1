import { parentPort } from 'node:worker_threads'
import { type Job, prepare } from './prepare.js'

parentPort?.on('message', (jobs: readonly Job[]) => {
  parentPort?.postMessage(jobs.map((job) => prepare(job)))
})
