/**
 * Requests a second and their 99th percentile at 50 connections on a record of many articles: `npm run build && npx tsx
 * bench/http.ts [COUNT] [RECORD]` (100,000 articles and a new record in the temporary folder where none is given; a
 * record that is there is used as it is). The server is another process of the same machine, so that it shares the
 * processors with the one that asks.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { addArticles, openRecord } from 'penholder/record'
import { articles } from './articles.js'

const CONNECTIONS = 50
const SECONDS = 3
const count = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'penholder-bench-'))
const place = process.argv[3] ?? join(folder, 'bench.db')
const main = resolve('dist/cli/main.js')

interface Asked {
  readonly path: string
  readonly body?: unknown
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

function ask(base: string, { path, body }: Asked): Promise<{ status: number; length: number }> {
  return new Promise((done, fail) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers =
      text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
    const asking = request(
      `${base}${path}`,
      { agent, method: text === undefined ? 'GET' : 'POST', headers },
      (response) => {
        let length = 0
        response.on('data', (chunk: Buffer) => {
          length += chunk.length
        })
        response.on('end', () => done({ status: response.statusCode ?? 0, length }))
      },
    )
    // A socket that the server closed just as it was used again: asked once more, as browsers do.
    asking.on('error', (error: NodeJS.ErrnoException) =>
      asking.reusedSocket && error.code === 'ECONNRESET' ? ask(base, { path, body }).then(done, fail) : fail(error),
    )
    asking.end(text)
  })
}

/** Milliseconds of the processor that a process has used; 0 where there is no /proc. */
function used(pid: number): number {
  const stat = existsSync('/proc/self/stat') ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ''
  const [, , , , , , , , , , , user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return (user + system) * 10
}

let server: number | undefined

async function measure(base: string, what: string, next: (number: number) => Asked): Promise<void> {
  const first = performance.now()
  const { status, length } = await ask(base, next(0))
  const alone = performance.now() - first
  const times: number[] = []
  let [number, wrong] = [0, status === 200 ? 0 : 1]
  const [began, before] = [performance.now(), used(server ?? process.pid)]
  const end = began + SECONDS * 1000
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        const start = performance.now()
        const answer = await ask(base, next(number++))
        times.push(performance.now() - start)
        if (answer.status !== 200) wrong++
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const each = (used(server ?? process.pid) - before) / times.length
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
  console.log(
    `${what.padEnd(44)} first ${alone.toFixed(0).padStart(6)} ms  ${Math.round(times.length / seconds)
      .toString()
      .padStart(
        6,
      )}/s  p50 ${at(0.5).padStart(6)} ms  p99 ${at(0.99).padStart(7)} ms  ${each.toFixed(2).padStart(8)} ms of the processor each  ${length} bytes${wrong > 0 ? `  ${wrong} WRONG` : ''}`,
  )
}

function day(number: number): string {
  return `20${String(6 + (number % 12)).padStart(2, '0')}-${String(1 + (Math.floor(number / 12) % 12)).padStart(2, '0')}-15`
}

const activity = (number: number) => ({
  kind: 'trade',
  action: 'supply',
  exporter_country: 'CHN',
  importer_country: 'PRK',
  goods: ['2710 diesel', '2701 coal', '8703 car', '0303 fish'][number % 4],
  quantity: `${1 + (number % 5000)} t`,
  parties: [{ name: `Example Trading ${number % 1000}` }],
})

try {
  if (!existsSync(place)) {
    const record = await openRecord(place, { create: true })
    await addArticles(
      record,
      articles(count),
      { who: 'bench', at: '2026-01-01T00:00:00.000Z' },
      { threads: availableParallelism() },
    )
    await record.close()
  }
  const began = performance.now()
  const child = spawn(process.execPath, [main, 'serve', '--record', place, '--port', '0', '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const base = await new Promise<string>((done) => {
    child.stdout.on('data', (chunk: Buffer) => done(`${String(chunk).trim()}api/v1`))
  })
  server = child.pid
  console.log(`the server answers ${(performance.now() - began).toFixed(0)} ms after its start`)
  await ask(base, { path: '/matters', body: { id: 'bench', title: 'Bench', target: 'IRN' } })
  await measure(base, 'bare route (who is signed in)', () => ({ path: '/session' }))
  await measure(base, 'law on one day', () => ({ path: '/law/PRK?on=2017-10-20&goods=2710' }))
  await measure(base, 'law on 144 days in turn', (number) => ({ path: `/law/PRK?on=${day(number)}&goods=2710` }))
  await measure(base, 'check, another activity each time', (number) => ({
    path: '/check',
    body: { activity: activity(number), on: '2017-11-15' },
  }))
  await measure(base, 'articles, first page', () => ({ path: '/articles?limit=50' }))
  await measure(base, 'count of one matter on one day', () => ({ path: '/matters/bench/count?on=2012-06-15' }))
  await measure(base, 'positions on one day', () => ({ path: '/matters/bench/positions?on=2012-06-15' }))
  await measure(base, 'brief on one day, HTML', () => ({ path: '/matters/bench/brief/html?on=2012-06-15' }))
  const memory = await new Promise<string>((done) => {
    const asked = spawn('ps', ['-o', 'rss=', '-p', String(child.pid)])
    asked.stdout.on('data', (chunk: Buffer) => done(String(chunk).trim()))
    asked.on('error', () => done('?'))
  })
  console.log(`memory of the server: ${Math.round(Number(memory) / 1024)} MiB`)
  agent.destroy()
  child.kill('SIGTERM')
  await new Promise((done) => child.on('exit', done))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
