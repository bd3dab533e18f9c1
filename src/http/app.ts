import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { Connection } from '../record/index.js'
import { type Accounts, accountsOf } from './accounts.js'
import { type Answering, answering, hasTag } from './answer.js'
import { BASE } from './base.js'
import { type EventHub, eventHub } from './events.js'
import { openApiJson } from './openapi.js'
import { pageOf } from './pages.js'
import { HttpError, problemResponse, statusOf } from './problem.js'
import { placeOf } from './route.js'
import { OPERATIONS_IN_ORDER, routes } from './routes/index.js'
import { hostCheck, refuseHost, SAFE_HEADERS } from './safety.js'

export interface AppOptions {
  readonly record: Connection
  /** The version of the package. */
  readonly version: string
  /** The version of law, lists and lexicon that is installed: part of every ETag. */
  readonly data: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Under whose name everybody acts while there are no accounts. */
  readonly owner: string
  /** The address that the server listens on; 127.0.0.1 where absent. */
  readonly host?: string
  /** The address that people use, where it is another one: behind a proxy that speaks HTTPS. */
  readonly url?: string
  /** The folder of the built pages. */
  readonly pages?: string
  /** One line for each request: method, route, status, milliseconds. Never a value that was asked for. */
  readonly log?: (line: string) => void
  /** What failed inside, for the server's own log. */
  readonly onFailure?: (error: unknown) => void
}

export interface App {
  readonly fetch: (request: Request, from?: { readonly address?: string }) => Promise<Response>
  /** Ends what is still open: event streams, timers. */
  readonly close: () => void
}

/** The route of a request, for the log: never its values. */
interface Told {
  route: string
}

interface Env {
  readonly Bindings: { readonly address: string; readonly told: Told }
}

/** The whole server as one function from request to response, without a socket. */
export function createApp(options: AppOptions): App {
  const url = options.url === undefined ? undefined : new URL(options.url)
  const isOwnHost = hostCheck(options.host ?? '127.0.0.1', url)
  const isSecure = url?.protocol === 'https:'
  const accounts = accountsOf(options.record, { now: options.now, isSecure, owner: options.owner })
  const hub = eventHub(options.record)
  const api = apiOf(options, accounts, hub, answering(options, accounts, hub, url))

  async function respond(request: Request, address: string, told: Told): Promise<Response> {
    const { pathname, host: asked } = new URL(request.url)
    const host = request.headers.get('host') ?? asked
    if (!isOwnHost(host)) throw refuseHost(host)
    if (pathname.startsWith(`${BASE}/`)) return api.fetch(request, { address, told })
    told.route = pathname.startsWith('/api') ? '/api/' : 'page'
    return pageOf(request, pathname, options.pages, options.version)
  }

  return {
    fetch: async (request, { address = 'local' } = {}) => {
      const began = performance.now()
      const told: Told = { route: 'other' }
      let response: Response
      try {
        response = await respond(request, address, told)
      } catch (error) {
        if (statusOf(error) >= 500) options.onFailure?.(error)
        response = problemResponse(error)
      }
      for (const [name, value] of SAFE_HEADERS) if (!response.headers.has(name)) response.headers.set(name, value)
      options.log?.(`${request.method} ${told.route} ${response.status} ${(performance.now() - began).toFixed(1)} ms`)
      return response
    },
    close: () => hub.close(),
  }
}

function apiOf(options: AppOptions, accounts: Accounts, hub: EventHub, answer: Answering): Hono<Env> {
  const app = new Hono<Env>().basePath(BASE)
  const known = new Map<string, string[]>()
  const on = (
    method: string,
    path: string,
    work: (request: Request, address: string, params: Record<string, string>) => Promise<Response>,
  ) => {
    const pattern = path.replace(/\{(\w+)\}/g, ':$1')
    known.set(pattern, [...(known.get(pattern) ?? []), method])
    app.on(method, pattern, (c) => {
      c.env.told.route = `${BASE}${path}`
      return work(c.req.raw, c.env.address, c.req.param() as Record<string, string>)
    })
  }
  for (const operation of OPERATIONS_IN_ORDER) {
    const { method, path } = placeOf(operation)
    on(method, path, (request, address, params) => answer(operation, routes[operation], { request, address, params }))
  }
  on('GET', '/openapi.json', async (request) => {
    const text = openApiJson(options.version)
    const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`
    const headers = { etag, 'cache-control': 'no-cache' }
    if (hasTag(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
    return new Response(text, { headers: { ...headers, 'content-type': 'application/json' } })
  })
  on('GET', '/events', async (request) => {
    accounts.allow('reader', await accounts.userOf(request.headers))
    return hub.listen(request.headers.get('last-event-id') ?? undefined)
  })
  for (const [pattern, methods] of known) {
    app.all(pattern, (c) => {
      c.env.told.route = `${BASE}${pattern}`
      const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ')
      const what = `${c.req.method} is not taken here`
      throw new HttpError(405, { code: 'unsupported', what, expected: allow }, { allow })
    })
  }
  app.notFound(() => {
    throw new HttpError(404, { code: 'not-found', what: 'there is no such route', todo: `see ${BASE}/openapi.json` })
  })
  app.onError((error) => {
    throw error
  })
  return app
}
