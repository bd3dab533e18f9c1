/**
 * Keeps articles in a new record, and opens it again: `npm run build && npx tsx bench/record.ts [COUNT] [THREADS]
 * [postgres://…]` (100,000 articles and a thread for each processor where none are given). Articles are put together from sentences written for this bench, about 400 words each, no two alike;
 * times are of the clock on the wall, commits are synced to the disk.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { addArticles, openRecord, repeats, storedReadings, verifyRecord } from 'penholder/record'
import { articles } from './articles.js'

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const [before, cpu] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const used = process.cpuUsage(cpu)
  const [wall, own] = [performance.now() - before, (used.user + used.system) / 1000]
  console.log(`${what}: ${wall.toFixed(0)} ms (${own.toFixed(0)} ms of the processor)`)
  return result
}

const count = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'penholder-bench-'))
const threads = Number(process.argv[3] ?? availableParallelism())
const place = process.argv[4] ?? join(folder, 'bench.db')
const stamp = { who: 'bench', at: '2026-01-01T00:00:00.000Z' }
try {
  const record = await openRecord(place, { create: true })
  const started = performance.now()
  const added = await timed(`add ${count} articles`, () => addArticles(record, articles(count), stamp, { threads }))
  console.log(
    `  ${Math.round(added.added / ((performance.now() - started) / 1000))} articles/s, ${added.claims} claims`,
  )
  await timed('add them again', () => addArticles(record, articles(count), stamp))
  await timed('look for repeats', () => repeats(record))
  await timed('verify', () => verifyRecord(record))
  if (count <= 20_000) await timed('all readings', () => storedReadings(record))
  await record.close()
  if (place.startsWith(folder)) console.log(`  ${(statSync(place).size / count / 1024).toFixed(1)} KiB an article`)
  const script = `import { openRecord } from '${new URL('../dist/record/index.js', import.meta.url)}'
    await (await openRecord(process.argv[1])).close()
    const times = []
    for (let at = 0; at < 15; at++) { const t = performance.now(); await (await openRecord(process.argv[1])).close(); times.push(performance.now() - t) }
    const t0 = performance.now() - times.reduce((a, b) => a + b)
    console.log('open again: ' + times.sort((a, b) => a - b)[7].toFixed(1) + ' ms (median of 15)')`
  const cold = `const t = performance.now(); const { openRecord } = await import('${new URL('../dist/record/index.js', import.meta.url)}')
    const loaded = performance.now(); const r = await openRecord(process.argv[1]); const open = performance.now(); await r.all('select max(seq) from log')
    console.log('in a new process: the room loads in ' + (loaded - t).toFixed(0) + ' ms, the record opens in ' + (open - loaded).toFixed(0) + ' ms, answers in ' + (performance.now() - open).toFixed(1) + ' ms')`
  for (const each of [script.replace(/const t0[^\n]*\n/, '\n'), cold, cold])
    process.stdout.write(
      spawnSync(process.execPath, ['--input-type=module', '-e', each, place], { encoding: 'utf8' }).stdout,
    )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
