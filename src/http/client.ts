import type { Problem } from '../errors.js'
import { BASE } from './base.js'
import { OPERATIONS, type Operation } from './operations.js'
import type { Content, Reply, Route } from './route.js'
import type { typedRoutes } from './routes/index.js'

type Routes = typeof typedRoutes
type Parts<Name extends Operation> =
  Routes[Name] extends Route<infer Path, infer Query, infer Body, infer Answer> ? [Path, Query, Body, Answer] : never

/** Fields with `undefined` among their values may be left out. */
type Loose<T> = T extends object
  ? { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
      [Key in keyof T as undefined extends T[Key] ? Key : never]?: T[Key]
    }
  : unknown
type Fields<T> = unknown extends T ? unknown : T extends undefined ? unknown : Loose<Exclude<T, Content>>
/** Routes that take other media types than JSON too: the content and its type, in place of the fields of JSON. */
type Raw = { readonly content: string | Blob | ArrayBuffer | Uint8Array; readonly type: string }

/** What an operation takes: the fields of path, query and body in one object. */
export type InputOf<Name extends Operation> = Content extends Parts<Name>[2]
  ? Fields<Parts<Name>[0]> & Partial<Fields<Parts<Name>[1]>> & (Raw | Fields<Parts<Name>[2]>)
  : Fields<Parts<Name>[0]> & Partial<Fields<Parts<Name>[1]>> & Fields<Parts<Name>[2]>

type Json<T> = Exclude<T, Reply>
/** What an operation answers; files and pictures come as the response itself. */
export type AnswerOf<Name extends Operation> = [Json<Parts<Name>[3]>] extends [never] ? Response : Json<Parts<Name>[3]>

export type Client = {
  readonly [Name in Operation]: (
    ...input: unknown extends InputOf<Name> ? [] : [InputOf<Name>] | (object extends InputOf<Name> ? [] : never)
  ) => Promise<AnswerOf<Name>>
}

export interface ClientOptions {
  /** Where the server is, such as `http://127.0.0.1:8642`; the page's own where it is empty. */
  readonly base?: string
  /** A token of `penholder account token`; a browser sends its cookie by itself. */
  readonly token?: string
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
}

/** An error that the server told, with the library's code and places. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    readonly status: number,
    readonly code: string,
    readonly problems: readonly Problem[],
  ) {
    super(problems.map(({ what, todo }) => (todo === undefined ? what : `${what}; ${todo}`)).join('\n'))
  }
}

/** A client of the API, with a method for each operation. Throws `ApiError` for what the server refuses. */
export function createClient(options: ClientOptions = {}): Client {
  const call = async (name: Operation, input: Readonly<Record<string, unknown>> = {}) => {
    const { url, init } = requestFor(name, input, options)
    const response = await (options.fetch ?? fetch)(url, init)
    if (!response.ok) throw await errorOf(response)
    const type = response.headers.get('content-type') ?? ''
    return type.startsWith('application/json') ? response.json() : response
  }
  const entries = (Object.keys(OPERATIONS) as Operation[]).map((name) => [
    name,
    (input?: Readonly<Record<string, unknown>>) => call(name, input),
  ])
  return Object.fromEntries(entries) as Client
}

/** Query fields of operations that also have a body; every other field of theirs is the body's. */
const IN_QUERY: Partial<Record<Operation, readonly string[]>> = {
  addArticles: ['name', 'published'],
  read: ['name', 'published'],
  checkBatch: ['on', 'known', 'regimes', 'format'],
}

function requestFor(
  name: Operation,
  input: Readonly<Record<string, unknown>>,
  { base = '', token }: ClientOptions,
): { url: string; init: RequestInit } {
  const [method = 'GET', path = ''] = OPERATIONS[name].split(' ')
  const left = new Map(Object.entries(input).filter(([, value]) => value !== undefined))
  const filled = path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = String(left.get(field) ?? '')
    left.delete(field)
    return encodeURIComponent(value)
  })
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const query = new URLSearchParams()
  const isRaw = left.has('content') && left.has('type')
  const inQuery = method === 'GET' ? [...left.keys()] : isRaw || name === 'checkBatch' ? (IN_QUERY[name] ?? []) : []
  for (const field of inQuery) {
    const value = left.get(field)
    if (value !== undefined) query.set(field, Array.isArray(value) ? value.join(',') : String(value))
    left.delete(field)
  }
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (isRaw) {
    headers['content-type'] = String(left.get('type'))
    init.body = left.get('content') as never
  } else if (method !== 'GET' && left.size > 0) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(Object.fromEntries(left))
  }
  const search = query.size > 0 ? `?${query}` : ''
  return { url: `${base.replace(/\/$/, '')}${BASE}${filled}${search}`, init }
}

async function errorOf(response: Response): Promise<ApiError> {
  try {
    const { code, problems } = (await response.json()) as { code: string; problems: readonly Problem[] }
    return new ApiError(response.status, code, problems)
  } catch {
    const what = `the server answered ${response.status}`
    return new ApiError(response.status, 'unavailable', [{ code: 'unavailable', what }])
  }
}
