import { lookup } from 'node:dns/promises'
import { get as getHttp, type IncomingMessage } from 'node:http'
import { get as getHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { type ErrorCode, PenholderError } from '../errors.js'
import { isPublicAddress } from './addresses.js'
import { collect, gunzip } from './bytes.js'
import { LIMITS } from './limits.js'

export interface Page {
  readonly bytes: Uint8Array
  /** After redirects. */
  readonly url: string
  /** As the Content-Type header declares. */
  readonly charset?: string
  readonly type: string
}

/** The network as the fetcher sees it; tests put their own here. */
export interface Network {
  /** All addresses of a host name. */
  resolve(host: string): Promise<readonly string[]>
  /** Where a connection to an address really goes. */
  dial(address: string): string
}

const internet: Network = {
  resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map((found) => found.address),
  dial: (address) => address,
}

const TYPES = /^(text\/(html|plain|markdown|xml)|application\/((xhtml|rss|atom|rdf)\+)?xml|message\/rfc822)$/

/**
 * Gets one page by http or https. Each host name, of the address and of every redirect, is resolved once; all its
 * addresses must be public, and the socket is held to one of them. Throws `refused` where that fails or where the
 * address carries a user name, `too-large` and `unavailable` past the limits of size, redirects and time.
 */
export async function fetchPage(address: string, network: Network = internet): Promise<Page> {
  const deadline = AbortSignal.timeout(LIMITS.fetchTime)
  let url = parseUrl(address)
  for (let hop = 0; hop <= LIMITS.redirects; hop++) {
    const response = await request(url, await pinned(url, network), deadline)
    const { location } = response.headers
    if ((response.statusCode ?? 0) < 300 || (response.statusCode ?? 0) >= 400 || location === undefined) {
      return await pageFrom(response, url, deadline)
    }
    response.destroy()
    url = parseUrl(location, url)
  }
  throw failed('unavailable', `more than ${LIMITS.redirects} redirects`, address)
}

function parseUrl(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined
  if (url === undefined) throw failed('bad-input', 'no web address', address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw failed('refused', 'neither http nor https', address)
  if (url.username !== '' || url.password !== '') throw failed('refused', 'a web address with a user name', url.host)
  if (base?.protocol === 'https:' && url.protocol === 'http:')
    throw failed('refused', 'a redirect from https to http', url.href)
  return url
}

async function pinned(url: URL, network: Network): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  let addresses: readonly string[]
  try {
    addresses = await network.resolve(host)
  } catch (error) {
    throw failed('unavailable', `the host ${host} is not found`, url.href, error)
  }
  const inside = addresses.find((each) => !isPublicAddress(each))
  if (inside !== undefined) throw failed('refused', `${host} leads to ${inside}, which is no public address`, url.href)
  const [first] = addresses
  if (first === undefined) throw failed('unavailable', `the host ${host} is not found`, url.href)
  return network.dial(first)
}

function request(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  const family = address.includes(':') ? 6 : 4
  const hold: LookupFunction = (_, options, answer) =>
    options.all ? answer(null, [{ address, family }]) : answer(null, address, family)
  const headers = { accept: 'text/html, text/plain;q=0.9', 'accept-encoding': 'gzip', 'user-agent': 'penholder' }
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? getHttps : getHttp
    // A host that is an address itself never reaches `lookup`: the socket is told where to go.
    const literal = /^[\d.]+$|^\[/.test(url.hostname) ? { hostname: address } : {}
    get(url, { agent: false, lookup: hold, headers: { ...headers, host: url.host }, signal, ...literal }, resolve).on(
      'error',
      (error) =>
        reject(signal.aborted ? tooSlow(url) : failed('unavailable', `no answer (${error.message})`, url.href, error)),
    )
  })
}

async function pageFrom(response: IncomingMessage, url: URL, signal: AbortSignal): Promise<Page> {
  try {
    if (response.statusCode !== 200) throw failed('unavailable', `the server answers ${response.statusCode}`, url.href)
    const [type = '', ...parameters] = (response.headers['content-type'] ?? 'text/html').split(';')
    const name = type.trim().toLowerCase()
    if (!TYPES.test(name)) throw failed('unsupported', `a page of type ${name}`, url.href)
    const coding = response.headers['content-encoding'] ?? 'identity'
    if (coding !== 'gzip' && coding !== 'identity') throw failed('unsupported', `content coding ${coding}`, url.href)
    const bytes = await collect(coding === 'gzip' ? gunzip(response) : response, LIMITS.page)
    const charset = parameters.map((each) => /^\s*charset\s*=\s*"?([\w.:-]+)/i.exec(each)?.[1]).find(Boolean)
    return { bytes, url: url.href, type: name, ...(charset === undefined ? {} : { charset }) }
  } catch (error) {
    if (signal.aborted) throw tooSlow(url)
    if (error instanceof PenholderError) throw error
    throw failed('unavailable', `the page breaks off (${(error as Error).message})`, url.href, error)
  } finally {
    response.destroy()
  }
}

function tooSlow(url: URL): PenholderError {
  return failed('unavailable', `no whole page within ${LIMITS.fetchTime / 1000} s`, url.href)
}

function failed(code: ErrorCode, what: string, file: string, cause?: unknown): PenholderError {
  const expected = code === 'refused' ? { expected: 'a public http or https address' } : {}
  return new PenholderError({ code, what, place: { file }, ...expected }, cause === undefined ? undefined : { cause })
}
