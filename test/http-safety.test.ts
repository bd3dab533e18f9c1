import { scryptSync } from 'node:crypto'
import { get } from 'node:http'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type App,
  addAccount,
  addToken,
  changeAccount,
  endToken,
  OPERATIONS,
  type Operation,
  openApi,
  ROLES,
  serve,
} from '../src/http/index.js'
import {
  addArticles,
  type Connection,
  exportRecord,
  importRecord,
  keepAccount,
  openRecord,
  storedAccounts,
  verifyRecord,
} from '../src/record/index.js'
import { appOver, ask, BASE, NOW } from './http-server.js'
import { incoming, NOON, report, stampAt } from './record-articles.js'
import { type Home, homes, newRecord } from './record-homes.js'

const home = homes[0] as Home
const PASSWORD = 'a long password for tests'
/** The password's hash at a cost that tests can pay often. */
const QUICK = `scrypt$1024$8$1$${Buffer.from('salt').toString('base64url')}$${scryptSync(PASSWORD, 'salt', 32, { N: 1024, r: 8, p: 1 }).toString('base64url')}`
const stamp = stampAt('2026-01-02T00:00:00.000Z', 'root')

let record: Connection
let place = ''
let app: App
beforeEach(async () => {
  place = await home.place()
  record = await openRecord(place, { create: true })
  await addArticles(record, incoming([report(1), report(2)]), NOON)
  app = appOver(record)
})
afterEach(async () => {
  app.close()
  await record.close()
})
afterAll(async () => {
  for (const each of homes) await each.clear()
})

/** An account of each role, and its token. */
async function people(): Promise<Record<(typeof ROLES)[number], string>> {
  const tokens: Record<string, string> = {}
  for (const role of [...ROLES].reverse()) {
    await keepAccount(record, stamp, { name: `the ${role}`, role, isDisabled: false, secret: QUICK })
    tokens[role] = await addToken(record, stamp, `the ${role}`, 'test')
  }
  return tokens as Record<(typeof ROLES)[number], string>
}

function bearer(token: string) {
  return { authorization: `Bearer ${token}` }
}

async function signedIn(name: string, password = PASSWORD): Promise<string> {
  const told = await ask(app, '/session', { method: 'POST', json: { name, password } })
  expect(told.status, told.text).toBe(200)
  return (told.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

describe('who may do what', () => {
  it('hashes passwords with salt, at a cost', async () => {
    await addAccount(record, stamp, { name: 'one', role: 'admin', password: PASSWORD })
    await addAccount(record, stamp, { name: 'two', role: 'reader', password: PASSWORD })
    const [one, two] = (await storedAccounts(record)).map(({ secret }) => secret)
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
    expect(one).not.toBe(two)
    await signedIn('two')
    await expect(addAccount(record, stamp, { name: 'three', role: 'reader', password: 'too short' })).rejects.toThrow(
      '12 to',
    )
  })

  it('asks nobody as long as there are no accounts, and everybody from the first one on', async () => {
    expect((await ask(app, '/status')).json).toMatchObject({
      needsSignIn: false,
      user: { name: 'owner', role: 'admin' },
    })
    await addAccount(record, stamp, { name: 'first', role: 'admin', password: PASSWORD })
    expect((await ask(app, '/status')).json).toMatchObject({ needsSignIn: true, user: null, record: null })
    expect((await ask(app, '/articles')).status).toBe(401)
  })

  it('holds every route to its role', async () => {
    const tokens = await people()
    const { paths } = openApi('') as unknown as { paths: Record<string, Record<string, { 'x-role': string }>> }
    const wanted = ['nobody', ...ROLES]
    for (const name of Object.keys(OPERATIONS) as Operation[]) {
      const [method = '', path = ''] = OPERATIONS[name].split(' ')
      const role = paths[path]?.[method.toLowerCase()]?.['x-role'] ?? ''
      for (const [rank, who] of wanted.entries()) {
        const headers = who === 'nobody' ? {} : bearer(tokens[who as 'reader'])
        const { status } = await ask(app, path.replace(/\{\w+\}/g, 'none'), { method, headers })
        const may = role === 'open' || rank >= wanted.indexOf(role)
        const expected = may ? 'let in' : who === 'nobody' ? 401 : 403
        const found = status === 401 || status === 403 ? status : 'let in'
        expect(found, `${who}: ${name} (${role})`).toBe(expected)
      }
    }
    const roles = Object.values(paths).flatMap((methods) => Object.values(methods).map((one) => one['x-role']))
    for (const role of ['open', 'reader', 'coder', 'reviewer', 'admin']) expect(roles).toContain(role)
    const keeping = { activity: { kind: 'trade', action: 'supply' }, on: '2017-10-20', keep: true }
    const kept = await ask(app, '/check', { method: 'POST', json: keeping, headers: bearer(tokens.reader) })
    expect(kept.status).toBe(403)
  })

  it('signs in and out with a cookie that scripts can’t read and other sites can’t lend', async () => {
    await people()
    const told = await ask(app, '/session', { method: 'POST', json: { name: 'the coder', password: PASSWORD } })
    const set = told.headers.get('set-cookie') ?? ''
    expect(set).toMatch(/; HttpOnly; SameSite=Strict;/)
    expect(set).not.toContain('Secure')
    const cookie = set.split(';')[0] ?? ''
    expect((await ask(app, '/session', { headers: { cookie } })).json).toEqual({ name: 'the coder', role: 'coder' })
    const out = await ask(app, '/session', { method: 'DELETE', headers: { cookie } })
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')])
    expect((await ask(app, '/session', { headers: { cookie } })).status).toBe(401)
  })

  it('marks the cookie Secure behind a proxy that speaks HTTPS', async () => {
    await people()
    const secure = appOver(record, { url: 'https://penholder.example.org' })
    const told = await ask(secure, 'https://penholder.example.org/api/v1/session', {
      method: 'POST',
      json: { name: 'the coder', password: PASSWORD },
      headers: { origin: 'https://penholder.example.org' },
    })
    expect(told.headers.get('set-cookie')).toMatch(/^__Host-penholder=[\w-]{43}; Path=\/; .*Secure/)
    secure.close()
  })

  it('ends sessions and tokens of an account that is disabled or gets another password', async () => {
    const tokens = await people()
    const cookie = await signedIn('the coder')
    await changeAccount(record, stamp, 'the coder', { disabled: true })
    expect((await ask(app, '/session', { headers: { cookie } })).status).toBe(401)
    expect((await ask(app, '/session', { headers: bearer(tokens.coder) })).status).toBe(401)
    const wrong = await ask(app, '/session', { method: 'POST', json: { name: 'the coder', password: PASSWORD } })
    expect(wrong.status).toBe(401)
    await changeAccount(record, stamp, 'the coder', { disabled: false })
    const again = await signedIn('the coder')
    const changed = await ask(app, '/accounts/the%20coder', {
      method: 'PATCH',
      json: { password: 'another long password' },
      headers: bearer(tokens.admin),
    })
    expect(changed.status).toBe(200)
    expect((await ask(app, '/session', { headers: { cookie: again } })).status).toBe(401)
    await signedIn('the coder', 'another long password')
    expect((await ask(app, '/session', { headers: bearer(tokens.coder) })).status).toBe(200)
    await endToken(record, stamp, tokens.coder.split('_')[1] ?? '')
    expect((await ask(app, '/session', { headers: bearer(tokens.coder) })).status).toBe(401)
  })

  it('refuses tokens that are made up', async () => {
    const tokens = await people()
    const [, id = ''] = tokens.admin.split('_')
    for (const token of [
      'x',
      'pht__',
      `pht_${id}_${'A'.repeat(43)}`,
      tokens.admin.slice(0, -1),
      `${tokens.admin}A`,
      `${id}`,
    ]) {
      expect((await ask(app, '/session', { headers: bearer(token) })).status, token).toBe(401)
    }
    expect((await ask(app, '/session', { headers: { authorization: 'Basic cm9vdDpyb290' } })).status).toBe(401)
    expect((await ask(app, '/session', { headers: { cookie: 'penholder=; penholder=x; y' } })).status).toBe(401)
  })

  it('never leaves itself without an admin', async () => {
    await addAccount(record, stamp, { name: 'one', role: 'admin', password: PASSWORD })
    await expect(changeAccount(record, stamp, 'one', { disabled: true })).rejects.toThrow('last admin')
    await expect(changeAccount(record, stamp, 'one', { role: 'reader' })).rejects.toThrow('last admin')
    await addAccount(record, stamp, { name: 'two', role: 'admin', password: PASSWORD })
    await changeAccount(record, stamp, 'one', { role: 'reader' })
    await expect(addAccount(record, stamp, { name: 'two', role: 'admin', password: PASSWORD })).rejects.toThrow(
      'already',
    )
  })

  it('tells no name from a wrong password, and lets nobody guess on', async () => {
    await people()
    const guess = (name: string) =>
      ask(app, '/session', { method: 'POST', json: { name, password: 'wrong wrong wrong' } })
    expect((await guess('the admin')).text).toBe((await guess('nobody at all')).text)
    for (let at = 0; at < 8; at++) expect((await guess('the admin')).status).toBe(401)
    const last = await guess('the admin')
    expect([last.status, Number(last.headers.get('retry-after'))]).toEqual([429, expect.any(Number)])
    expect(last.type).toBe('application/problem+json')
  })

  it('keeps passwords and tokens as hashes, and out of exports', async () => {
    const tokens = await people()
    const rows = JSON.stringify([
      await record.all('select * from account'),
      await record.all('select * from access_token'),
      await record.all('select * from log'),
    ])
    expect(rows).toContain('scrypt$1024$8$1$')
    for (const secret of [PASSWORD, ...Object.values(tokens).map((token) => token.slice('pht_123456789012_'.length))])
      expect(rows).not.toContain(secret)
    const lines: string[] = []
    for await (const text of exportRecord(record)) lines.push(...text.split('\n').filter((line) => line !== ''))
    expect(lines.join('\n')).not.toContain('scrypt$')
    const [stored] = await storedAccounts(record)
    expect(stored?.secret).toMatch(/^scrypt\$/)
    const other = await newRecord(home)
    await importRecord(other, lines, 'export')
    expect((await verifyRecord(other)).problems).toEqual([])
    expect((await verifyRecord(record)).problems).toEqual([])
    const restored = appOver(other)
    const told = await ask(restored, '/session', { method: 'POST', json: { name: 'the admin', password: PASSWORD } })
    expect(told.status).toBe(401)
    expect((await ask(restored, '/session', { headers: bearer(tokens.admin) })).status).toBe(401)
    restored.close()
    await other.close()
  })
})

describe('requests from elsewhere', () => {
  const write = { method: 'POST', json: { text: 'From elsewhere.' } }

  it('refuses writes from pages of other sites', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:9999' },
    ]) {
      const told = await ask(app, '/articles', { ...write, headers })
      expect([told.status, told.type], JSON.stringify(headers)).toEqual([403, 'application/problem+json'])
    }
    for (const headers of [
      { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:8642' },
      { 'sec-fetch-site': 'none' },
      {},
    ])
      expect((await ask(app, '/articles', { ...write, headers })).status).toBe(200)
    const form = { method: 'POST', body: 'text=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    expect((await ask(app, '/articles', form)).status).toBe(415)
    const [entries] = await record.all<{ n: number }>(`select count(*) as n from log where who = 'owner'`)
    expect(entries?.n).toBe(1)
  })

  it('answers to its own names alone (DNS rebinding)', async () => {
    for (const path of ['/api/v1/status', '/', '/api/']) {
      expect((await ask(app, `http://evil.example:8642${path}`)).status, path).toBe(403)
      expect((await ask(app, `http://localhost.evil.example:8642${path}`)).status, path).toBe(403)
    }
    for (const name of ['localhost', '127.0.0.1', '[::1]'])
      expect((await ask(app, `http://${name}:8642/api/v1/status`)).status, name).toBe(200)
    const behind = appOver(record, { host: '0.0.0.0', url: 'https://penholder.example.org' })
    expect((await ask(behind, 'https://penholder.example.org/api/v1/status')).status).toBe(200)
    expect((await ask(behind, 'https://evil.example/api/v1/status')).status).toBe(403)
    const open = appOver(record, { host: '0.0.0.0' })
    expect((await ask(open, 'http://192.0.2.1:8642/api/v1/status')).status).toBe(200)
    expect((await ask(open, 'http://evil.example:8642/api/v1/status')).status).toBe(403)
  })

  it('sends its policy with pages, answers and errors alike', async () => {
    for (const path of [
      'http://localhost:8642/',
      'http://localhost:8642/api/',
      '/status',
      '/nothing',
      'http://evil.example/',
    ]) {
      const { headers } = await ask(app, path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, path).toContain(`default-src 'none'`)
      expect(policy, path).not.toContain('unsafe')
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('access-control-allow-origin'), path).toBeNull()
    }
  })

  it('leads nowhere outside its folder', async () => {
    const pages = appOver(record, { pages: new URL('../dist/workbench/', import.meta.url).pathname })
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/assets/..%5c..%5cpackage.json',
      '/.hidden.js',
      '/%00.js',
      '/%',
    ]) {
      const told = await ask(pages, `http://localhost:8642${path}`)
      expect(told.text, path).not.toContain('"dependencies"')
      expect([200, 404], path).toContain(told.status)
    }
    expect((await ask(pages, 'http://localhost:8642/', { method: 'POST' })).status).toBe(405)
    pages.close()
  })
})

describe('what it tells', () => {
  it('logs method, route, status and time, and never what was asked', async () => {
    const lines: string[] = []
    const logged = appOver(record, { log: (line) => lines.push(line) })
    await ask(logged, '/search?q=secretword')
    await ask(logged, '/check', {
      method: 'POST',
      json: { activity: { kind: 'finance', action: 'pay', parties: [{ name: 'Secret Party' }] }, on: '2017-10-20' },
    })
    await ask(logged, '/law/secretregime')
    await ask(logged, '/secretpath')
    await ask(logged, 'http://localhost:8642/secretpage')
    expect(lines.map((line) => line.replace(/[\d.]+ ms$/, 'N ms'))).toEqual([
      'GET /api/v1/search 200 N ms',
      'POST /api/v1/check 200 N ms',
      'GET /api/v1/law/{regime} 404 N ms',
      'GET other 404 N ms',
      'GET page 404 N ms',
    ])
    logged.close()
  })

  it('tells of a failure inside that there was one, and no more', async () => {
    const failures: unknown[] = []
    const broken = appOver(
      { ...record, all: async () => Promise.reject(new Error('password=hunter2 at /home/secret')) },
      { onFailure: (error) => failures.push(error) },
    )
    const told = await ask(broken, '/articles')
    expect([told.status, told.type]).toEqual([500, 'application/problem+json'])
    expect(told.text).not.toMatch(/hunter2|secret/)
    expect(String(failures[0])).toContain('hunter2')
    broken.close()
  })

  it('keeps the parties of a check out of the log of the record', async () => {
    const json = {
      activity: { kind: 'finance', action: 'pay', parties: [{ name: 'Secret Party' }] },
      on: '2017-10-20',
      keep: true,
    }
    expect((await ask(app, '/check', { method: 'POST', json })).status).toBe(200)
    expect(JSON.stringify(await record.all('select * from log'))).not.toContain('Secret Party')
    expect((await ask(app, '/answers')).text).not.toContain('Secret Party')
  })
})

/** Reads a stream until a text is there. */
async function readUntil(response: Response, wanted: (text: string) => boolean): Promise<string> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  let text = ''
  while (!wanted(text)) {
    const { value, done } = await reader.read()
    if (done) break
    text += new TextDecoder().decode(value)
  }
  await reader.cancel()
  return text
}

describe('events', () => {
  const listen = (headers = {}) => app.fetch(new Request(`${BASE}/events`, { headers }))

  it('tells what comes into the record, also from another process', async () => {
    const response = await listen()
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const reading = readUntil(response, (text) => text.includes('id: 3'))
    await ask(app, '/articles', { method: 'POST', json: { text: 'Told at once.' } })
    const other = await openRecord(place)
    await addArticles(other, incoming([report(9)]), NOON)
    await other.close()
    const text = await reading
    const data = [...text.matchAll(/event: entry\ndata: (.*)\n/g)].map((match) => JSON.parse(match[1] ?? ''))
    expect(data.map(({ seq, act, who, rows }) => [seq, act, who, rows.article])).toEqual([
      [2, 'add', 'owner', 1],
      [3, 'add', 'tester', 1],
    ])
    expect(data[0].articles).toHaveLength(1)
  })

  it('goes on where a listener stopped', async () => {
    await ask(app, '/articles', { method: 'POST', json: { text: 'One.' } })
    await ask(app, '/articles', { method: 'POST', json: { text: 'Two.' } })
    const text = await readUntil(await listen({ 'last-event-id': '1' }), (all) => all.includes('id: 3'))
    expect([...text.matchAll(/^id: (\d+)$/gm)].map((match) => match[1])).toEqual(['2', '3'])
  })

  it('lets in only who may read', async () => {
    await people()
    expect((await listen()).status).toBe(401)
  })
})

describe('serve', () => {
  const options = () => ({ record, version: '0', data: '0', now: () => NOW, owner: 'owner', port: 0 })

  it('takes an address beside this machine’s own only with accounts', async () => {
    await expect(serve({ ...options(), host: '0.0.0.0' })).rejects.toThrow('no accounts')
    await addAccount(record, stamp, { name: 'one', role: 'admin', password: PASSWORD })
    const served = await serve({ ...options(), host: '0.0.0.0' })
    expect(served.needsSignIn).toBe(true)
    await served.stop()
  })

  it('says that a port is taken', async () => {
    const first = await serve({ ...options(), host: '127.0.0.1' })
    const port = Number(new URL(first.url).port)
    await expect(serve({ ...options(), host: '127.0.0.1', port })).rejects.toThrow('is taken')
    await first.stop()
  })

  it('answers over a socket, looks at the Host that was sent, and stops with streams open', async () => {
    const served = await serve({ ...options(), host: '127.0.0.1' })
    const status = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        get(`${served.url}api/v1/status`, { headers: { host } }, (response) => {
          response.resume()
          resolve(response.statusCode)
        }).on('error', reject)
      })
    expect(await status('localhost')).toBe(200)
    expect(await status('evil.example')).toBe(403)
    const events = await fetch(`${served.url}api/v1/events`)
    expect(events.status).toBe(200)
    await served.stop()
    await events.text().catch(() => undefined)
    await expect(fetch(`${served.url}api/v1/status`)).rejects.toThrow()
  })
})
