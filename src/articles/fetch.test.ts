import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress } from './addresses.js'
import { fetchPage, type Network } from './fetch.js'
import { LIMITS } from './limits.js'

describe('public addresses', () => {
  it.each([
    '127.0.0.1',
    '127.1.2.3',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fc00::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s is none', (address) => expect(isPublicAddress(address)).toBe(false))
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111', '2a00:1450:4001::200e'])('%s is one', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )
})

describe('fetching', () => {
  let server: Server
  let port = 0
  let asked: string[] = []
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.headers.host}${request.url}`)
      answer(request, response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  /** A network in which names have the addresses given here, and every public address is the test's server. */
  const network = (hosts: Readonly<Record<string, readonly string[]>>): Network & { asked: string[] } => {
    const names: string[] = []
    return {
      asked: names,
      resolve: async (host) => {
        names.push(host)
        return hosts[host] ?? (/^[\d.:a-f]+$/.test(host) ? [host] : Promise.reject(new Error('ENOTFOUND')))
      },
      dial: () => '127.0.0.1',
    }
  }
  const page = (path = '/', host = 'news.test') => `http://${host}:${port}${path}`

  it('gets a page, holding the socket to the address that was checked', async () => {
    answer = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset="windows-1251"', 'content-encoding': 'gzip' })
        .end(gzipSync('<p>x</p>'))
    const hosts = network({ 'news.test': ['93.184.215.14'] })
    const got = await fetchPage(page('/a'), hosts)
    expect(got).toMatchObject({ url: page('/a'), type: 'text/html', charset: 'windows-1251' })
    expect(Buffer.from(got.bytes).toString()).toBe('<p>x</p>')
    expect(hosts.asked).toEqual(['news.test'])
    expect(asked.at(-1)).toBe(`news.test:${port}/a`)
  })

  it.each([
    ['http://127.0.0.1/', /127\.0\.0\.1, which is no public address/],
    ['http://2130706433/', /127\.0\.0\.1/],
    ['http://0x7f.1/', /127\.0\.0\.1/],
    ['http://169.254.169.254/latest/', /169\.254/],
    ['http://[::ffff:127.0.0.1]/', /no public address/],
    ['http://[::1]/', /no public address/],
    ['http://inside.test/', /10\.0\.0\.5/],
    ['http://both.test/', /10\.0\.0\.5/],
    ['http://user:secret@news.test/', /user name/],
    ['file:///etc/passwd', /neither http nor https/],
    ['ftp://news.test/', /neither http nor https/],
    ['http://nowhere.test/', /is not found/],
    ['http://', /no web address/],
  ])('refuses %s', async (address, reason) => {
    asked = []
    const hosts = network({
      'inside.test': ['10.0.0.5'],
      'both.test': ['93.184.215.14', '10.0.0.5'],
      'news.test': ['93.184.215.14'],
    })
    await expect(fetchPage(address, hosts)).rejects.toThrow(reason)
    expect(asked).toEqual([])
  })

  it('refuses localhost by the machine’s own resolver', async () => {
    await expect(fetchPage(`http://localhost:${port}/`)).rejects.toThrow(/no public address/)
  })

  it('checks every redirect again and follows only a few', async () => {
    const hosts = network({
      'news.test': ['93.184.215.14'],
      'moved.test': ['93.184.215.15'],
      'inside.test': ['192.168.0.1'],
    })
    const to = (location: string) => {
      answer = (request, response) => {
        const first = request.headers.host?.startsWith('news.test')
        if (first) response.writeHead(302, { location }).end()
        else response.writeHead(200, { 'content-type': 'text/plain' }).end('moved')
      }
    }
    to(page('/b', 'moved.test'))
    expect(await fetchPage(page(), hosts)).toMatchObject({ url: page('/b', 'moved.test') })
    for (const inside of [
      'http://127.0.0.1/',
      'http://inside.test/',
      'http://[::ffff:a9fe:a9fe]/',
      'http://3232235521/',
    ]) {
      to(inside)
      await expect(fetchPage(page(), hosts)).rejects.toThrow(/no public address/)
    }
    to('file:///etc/passwd')
    await expect(fetchPage(page(), hosts)).rejects.toThrow(/neither http nor https/)
    to(page('/again'))
    await expect(fetchPage(page(), hosts)).rejects.toThrow(/more than 5 redirects/)
  })

  it('does not resolve a name a second time, whatever it would answer', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('pinned')
    let count = 0
    const rebinding: Network = {
      resolve: async () => (count++ === 0 ? ['93.184.215.14'] : ['127.0.0.1']),
      dial: () => '127.0.0.1',
    }
    expect(Buffer.from((await fetchPage(page(), rebinding)).bytes).toString()).toBe('pinned')
    expect(count).toBe(1)
  })

  it('stops at the limits of size, kind and status', async () => {
    const hosts = network({ 'news.test': ['93.184.215.14'] })
    answer = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
        .end(gzipSync(randomBytes(LIMITS.page + 1)))
    await expect(fetchPage(page(), hosts)).rejects.toThrow(/too large/)
    answer = (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF')
    await expect(fetchPage(page(), hosts)).rejects.toThrow(/type application\/pdf/)
    answer = (_, response) => response.writeHead(404).end()
    await expect(fetchPage(page(), hosts)).rejects.toThrow(/answers 404/)
    answer = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-length': '100' })
        .write('cut', () => response.destroy())
    await expect(fetchPage(page(), hosts)).rejects.toThrow(/breaks off|no answer/)
  })
})
