import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { ApiError, createClient } from '../src/http/client.js'
import { OPERATIONS } from '../src/http/index.js'

const MAIN = resolve('dist/cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'penholder-client-'))
const record = join(folder, 'record.db')
const env = { ...process.env, USER: 'tester' } as Record<string, string>
delete env.PENHOLDER_RECORD

function penholder(args: readonly string[], input = '') {
  const run = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env, input })
  return { out: run.stdout, err: run.stderr, code: run.status }
}

interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly told: () => string
  readonly ended: Promise<number | null>
}

async function started(more: readonly string[] = []): Promise<Running> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--record', record, '--port', '0', ...more], { env })
  let [out, err] = ['', '']
  child.stderr.on('data', (bytes) => {
    err += String(bytes)
  })
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  await new Promise<void>((done, fail) => {
    child.stdout.on('data', (bytes) => {
      out += String(bytes)
      if (out.endsWith('\n')) done()
    })
    void ended.then((code) => fail(new Error(`ended with ${code}: ${err}`)))
  })
  return { child, url: out.trim(), told: () => err, ended }
}

let server: Running
beforeAll(async () => {
  expect(penholder(['init', record]).code).toBe(0)
  expect(penholder(['add', 'examples/articles', '--record', record]).code).toBe(0)
  server = await started()
})
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(folder, { recursive: true, force: true })
})

describe('the client', () => {
  it('has a method for each operation and their types', async () => {
    const api = createClient({ base: server.url })
    expect(Object.keys(api).sort()).toEqual(Object.keys(OPERATIONS).sort())
    const law = await api.law({ regime: 'PRK', on: '2017-10-20', goods: '2710' })
    expectTypeOf(law.measures[0]?.says).toEqualTypeOf<string | undefined>()
    expect(law.measures.map(({ citation }) => citation)).toEqual(['S/RES/2375 (2017) para 14'])
    const { items, next } = await api.claims({ kind: 'stance', limit: 3 })
    expectTypeOf(next).toEqualTypeOf<string | undefined>()
    expect(items).toHaveLength(3)
    const more = await api.claims({ kind: 'stance', limit: 3, ...(next === undefined ? {} : { cursor: next }) })
    expect(more.items.map(({ id }) => id)).not.toEqual(items.map(({ id }) => id))
    // @ts-expect-error a regime is needed
    await expect(api.law({ on: '2017-10-20' })).rejects.toThrow(ApiError)
    // @ts-expect-error there is no such kind
    await expect(api.claims({ kind: 'poem' })).rejects.toThrow(ApiError)
  })

  it('sends bodies of JSON, files as they are, and fields of paths', async () => {
    const api = createClient({ base: server.url })
    const read = await api.read({
      content: readFileSync('examples/articles/dprk-2017-09-08-oil.html'),
      type: 'text/html',
      name: 'oil.html',
    })
    expect(read.articles[0]?.claims.length).toBeGreaterThan(5)
    const answer = await api.check({
      activity: { kind: 'trade', action: 'supply', importer_country: 'PRK', goods: '2710' },
      on: '2018-01-15',
    })
    expect(answer.citations[0]).toContain('2397')
    const batch = await api.checkBatch({
      content: 'date,kind,action,importer,goods\n2018-01-15,trade,supply,PRK,coal\n',
      type: 'text/csv',
      format: 'csv',
    })
    expect(await batch.text()).toMatch(/^id,verdict,/)
    await api.addMatter({ id: 'dprk', title: 'DPRK', target: 'PRK' })
    const count = await api.count({ matter: 'dprk', on: '2017-09-09' })
    expect(count.members).toHaveLength(15)
    const picture = await api.countPicture({ matter: 'dprk', on: '2017-09-09' })
    expect(await picture.text()).toMatch(/^<svg/)
    expect((await api.status()).user).toEqual({ name: 'tester', role: 'admin' })
  })

  it('throws what the server refuses, with code and place', async () => {
    const api = createClient({ base: server.url })
    const error = await api.matter({ matter: 'none/such' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({
      status: 404,
      code: 'not-found',
      problems: [{ what: 'there is no matter "none/such"' }],
    })
    const bad = await api.council({ on: '1900-01-01' }).catch((thrown: unknown) => thrown)
    expect(bad).toMatchObject({ status: 400, code: 'bad-input' })
  })
})

describe('penholder serve', () => {
  it('says where it is, that everybody may do everything, and one line for each request', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(server.told()).toContain('everybody on this machine may do everything, as tester')
    await fetch(`${server.url}api/v1/search?q=secretword`)
    expect(server.told()).toMatch(/^GET \/api\/v1\/search 200 [\d.]+ ms$/m)
    expect(server.told()).not.toContain('secretword')
  })

  it('ends without an error when it is told to, with listeners there', async () => {
    const other = await started(['--quiet'])
    const events = await fetch(`${other.url}api/v1/events`)
    other.child.kill('SIGINT')
    expect(await other.ended).toBe(0)
    await events.text().catch(() => undefined)
  })

  it('refuses what is not safe, and says what to do', () => {
    const open = penholder(['serve', '--record', record, '--host', '0.0.0.0'])
    expect([open.code, open.err]).toEqual([2, expect.stringContaining('penholder account add')])
    const none = penholder(['serve', '--record', join(folder, 'none.db')])
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('penholder init')])
    expect(penholder(['serve', '--record', record, '--port', '99999']).code).toBe(2)
    expect(penholder(['serve', '--record', record, '--url', 'ftp://x']).code).toBe(2)
  })
})

describe('penholder account', () => {
  const own = join(folder, 'accounts.db')
  const run = (args: readonly string[], input = '') => penholder(['account', ...args, '--record', own], input)

  it('makes accounts and tokens that let in, and takes them back', async () => {
    penholder(['init', own])
    expect(run(['list']).out).toContain('no accounts')
    expect(run(['add', 'first', '--role', 'reader'], 'a long password for tests\n')).toMatchObject({ code: 2 })
    expect(run(['add', 'first', '--role', 'admin'], 'short\n')).toMatchObject({
      code: 2,
      err: expect.stringContaining('12'),
    })
    const file = join(folder, 'password')
    writeFileSync(file, 'a long password for tests\nand a second line\n')
    expect(run(['add', 'first', '--role', 'admin', '--password-file', file]).out).toBe('first: admin\n')
    expect(run(['set', 'first', '--disable']).err).toContain('last admin')
    const token = run(['token', 'first', '--label', 'a script']).out.trim()
    expect(token).toMatch(/^pht_/)
    expect(run(['list']).out).toMatch(/^first {2}admin\n {4}token [0-9a-f]{12} {2}a script\n$/)
    expect(JSON.parse(run(['list', '--format', 'json']).out)).toMatchObject([{ name: 'first', hasPassword: true }])
    expect(run(['end-token', token.split('_')[1] ?? '']).code).toBe(0)
    expect(run(['list']).out).toBe('first  admin\n')
    expect(penholder(['verify', '--record', own]).code).toBe(0)
  })
})
