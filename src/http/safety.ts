import { hostname } from 'node:os'
import { HttpError } from './problem.js'

/** Sent with every answer. Pages load nothing from elsewhere, run no inline script, and stand in nobody’s frame. */
export const SAFE_HEADERS: readonly (readonly [string, string])[] = [
  [
    'content-security-policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  ],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
]

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|::1)$/i

/** Whether an address or name is this machine alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host)
}

/**
 * Which names the server answers to. A page of somebody else whose name is made to point here (DNS rebinding) sends its
 * own name, and is refused. On loopback: the loopback names; else the public address given, numeric addresses, and the
 * machine's own name.
 */
export function hostCheck(bound: string, url: URL | undefined): (host: string) => boolean {
  if (url !== undefined) {
    return (host) => host.toLowerCase() === url.host.toLowerCase() || (isLoopback(bound) && isLoopback(nameOf(host)))
  }
  if (isLoopback(bound)) return (host) => isLoopback(nameOf(host))
  const own = new Set([bound.toLowerCase(), hostname().toLowerCase(), 'localhost'])
  return (host) => {
    const name = nameOf(host).toLowerCase()
    return own.has(name) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) || /^\[[0-9a-f:.]+\]$/.test(name)
  }
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '')
}

export function refuseHost(host: string): HttpError {
  return new HttpError(403, {
    code: 'refused',
    what: `this server does not answer to the name "${host.slice(0, 100)}"`,
    todo: 'use its own address, or start it with --url',
  })
}

/**
 * A request that changes something must not come from a page of another site. Browsers say where it comes from
 * (Sec-Fetch-Site, Origin); programs say neither, and carry no cookie that was lent to them.
 */
export function refuseForeign(headers: Headers, host: string, url: URL | undefined): void {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  const isForeignSite = site !== null && site !== 'same-origin' && site !== 'none'
  if (!isForeignSite && (origin === null || isOwnOrigin(origin, host, url))) return
  throw new HttpError(403, {
    code: 'refused',
    what: 'the request comes from a page of another site',
    place: { path: isForeignSite ? 'header.sec-fetch-site' : 'header.origin' },
    todo: 'use the workbench itself, or a token from a program',
  })
}

function isOwnOrigin(origin: string, host: string, url: URL | undefined): boolean {
  if (url !== undefined && origin === url.origin) return true
  return origin === `http://${host}` || origin === `https://${host}`
}
