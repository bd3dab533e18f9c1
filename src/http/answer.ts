import { z } from 'zod'
import { PenholderError } from '../errors.js'
import { recordHead } from '../record/index.js'
import type { Accounts } from './accounts.js'
import type { AppOptions } from './app.js'
import type { EventHub } from './events.js'
import { bodyOf, Limiter } from './limits.js'
import { Memory } from './memory.js'
import type { Operation } from './operations.js'
import { HttpError, parsed } from './problem.js'
import { type Content, type Context, isReply, placeOf, type Reply, type Route, type Server } from './route.js'
import { refuseForeign } from './safety.js'

const JSON_LIMIT = 1024 * 1024
const WRITES = { burst: 300, perMinute: 600 }
/** Characters of answers that are kept in memory together. */
const ANSWERS = 32_000_000
/** Answers come from the caches of nobody but the one who asked, and are asked for again each time. */
const CACHE = 'private, no-cache'
const Nothing = z.strictObject({})

interface Asked {
  readonly request: Request
  readonly address: string
  readonly params: Record<string, string>
}

/** Answers one request to one route. */
export type Answering = (operation: Operation, route: Route, asked: Asked) => Promise<Response>

/** What all routes have in common: who asks, from where, the input by its schemas, ETag, and the answer as JSON. */
export function answering(options: AppOptions, accounts: Accounts, hub: EventHub, url: URL | undefined): Answering {
  const answers = new Memory<string | Reply>(1000, ANSWERS, lengthOf)
  const values = new Memory<unknown>(100)
  const writes = new Limiter(WRITES, options.now)
  const server: Server = { version: options.version, accounts, progress: hub.tell }

  return async (operation, route, { request, address, params }) => {
    const isWrite = placeOf(operation).method !== 'GET'
    if (isWrite) refuseForeign(request.headers, request.headers.get('host') ?? new URL(request.url).host, url)
    const user = await accounts.userOf(request.headers)
    accounts.allow(route.role, user)
    if (isWrite && isCostly(route)) writes.take(user?.name ?? address)
    const path = parsed(route.path ?? Nothing, params, 'path')
    const query = parsed(route.query ?? Nothing, queryOf(request.url), 'query')
    const body = isWrite ? await bodyFor(route, request) : undefined
    const head = await recordHead(options.record)
    const today = new Date(options.now()).toISOString().slice(0, 10)
    const state = route.cached === 'record' ? head.hash.slice(0, 16) : 'data'
    const tag = route.cached === 'no' ? undefined : `W/"${state}.${options.data}.${today}"`
    if (tag !== undefined && hasTag(request.headers.get('if-none-match'), tag))
      return new Response(null, { status: 304, headers: { etag: tag, 'cache-control': CACHE } })
    const context: Context = {
      record: options.record,
      seq: head.seq,
      today,
      user,
      stamp: () => {
        if (user === undefined) throw accounts.signInFirst()
        return { who: user.name, at: new Date(options.now()).toISOString() }
      },
      remember: async <T>(key: string, make: () => Promise<T>) => (await values.of(head.hash, key, make)) as T,
      address,
      headers: request.headers,
      server,
    }
    const make = async () => {
      const answer = await route.handle({ path, query, body: body as never }, context)
      return isReply(answer) ? answer : JSON.stringify(answer)
    }
    if (isWrite && route.role !== 'reader') return responseOf(await make().finally(hub.look), tag)
    const key = `${operation} ${state} ${options.data} ${today} ${JSON.stringify([path, query])}`
    return responseOf(route.isKept === true ? await answers.of(head.hash, key, make) : await make(), tag)
  }
}

function lengthOf(answer: string | Reply): number {
  if (typeof answer === 'string') return answer.length
  const { body } = answer
  return typeof body === 'string' || body instanceof Uint8Array ? body.length : 0
}

/** What changes the record, or takes large bodies: these are limited; a check is not. */
function isCostly({ role, content }: Route): boolean {
  return (role !== 'open' && role !== 'reader') || content !== undefined
}

function responseOf(answer: string | Reply, tag: string | undefined): Response {
  const headers = {
    'cache-control': tag === undefined ? 'no-store' : CACHE,
    ...(tag === undefined ? {} : { etag: tag }),
  }
  if (typeof answer === 'string')
    return new Response(answer, { headers: { 'content-type': 'application/json', ...headers } })
  const { status = 200, type, body = null, headers: own } = answer
  return new Response(body as never, {
    status,
    headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }), ...own },
  })
}

/** `If-None-Match` compares weakly, and may name several. */
export function hasTag(header: string | null, tag: string): boolean {
  if (header === null) return false
  const bare = (each: string) => each.trim().replace(/^W\//, '')
  return header.split(',').some((each) => each.trim() === '*' || bare(each) === bare(tag))
}

/** Each name once; a name that comes twice is no question with one answer. */
function queryOf(url: string): Record<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of new URL(url).searchParams) {
    if (found.has(name))
      throw new PenholderError({ code: 'bad-input', what: 'is given twice', place: { path: `query.${name}` } })
    found.set(name, value)
  }
  return Object.fromEntries(found)
}

async function bodyFor(route: Route, request: Request): Promise<unknown> {
  if (route.body === undefined && route.content === undefined) {
    const bytes = await bodyOf(request, JSON_LIMIT)
    if (bytes.length === 0) return undefined
    throw new PenholderError({ code: 'bad-input', what: 'no body is taken here', place: { path: 'body' } })
  }
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const takes = [...(route.body === undefined ? [] : ['application/json']), ...(route.content ?? [])]
  if (!takes.includes(type))
    throw new HttpError(415, {
      code: 'unsupported',
      what: type === '' ? 'the body has no Content-Type' : `a body of ${type.slice(0, 100)} is not taken here`,
      place: { path: 'header.content-type' },
      expected: takes.join(', '),
    })
  const bytes = await bodyOf(request, route.limit ?? JSON_LIMIT)
  if (type !== 'application/json' || route.body === undefined) return { type, bytes } satisfies Content
  return parsed(route.body, jsonOf(bytes), 'body')
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    const what = error instanceof SyntaxError ? error.message : 'not UTF-8'
    throw new PenholderError({ code: 'bad-input', what, place: { path: 'body' }, expected: 'JSON in UTF-8' })
  }
}
