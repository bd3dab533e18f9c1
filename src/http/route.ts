import type { z } from 'zod'
import { type Connection, type Stamp, seqKnown } from '../record/index.js'
import type { Accounts } from './accounts.js'
import { OPERATIONS, type Operation } from './operations.js'
import type { Role, User } from './roles.js'

/** What a handler has at hand beside its input. */
export interface Context {
  readonly record: Connection
  /** The last entry of the log that this answer may see: the same for all queries of one request. */
  readonly seq: number
  /** The day of the server's clock, in UTC. */
  readonly today: string
  /** Undefined only on routes that are open to all. */
  readonly user: User | undefined
  /** Who and when, for the log. Throws where nobody is signed in. */
  readonly stamp: () => Stamp
  /** Remembers a value for as long as the record stays as it is; asked for at once by many it is worked out once. */
  readonly remember: <T>(key: string, make: () => Promise<T>) => Promise<T>
  /** Where the request comes from, for limits. */
  readonly address: string
  readonly headers: Headers
  readonly server: Server
}

/** What the routes need of the running server. */
export interface Server {
  readonly version: string
  readonly accounts: Accounts
  readonly progress: (told: Progress) => void
}

/** How far a long piece of work is; goes to all who listen. */
export interface Progress {
  readonly job: string
  readonly done: number
  readonly total?: number
  readonly text: string
}

/** A body that is no JSON: its media type and its bytes. */
export interface Content {
  readonly type: string
  readonly bytes: Uint8Array
}

/** An answer that is no JSON, or has a status or headers of its own. */
export interface Reply {
  readonly reply: true
  readonly status?: 200 | 201 | 204
  readonly type?: string
  readonly body?: string | Uint8Array | ReadableStream<Uint8Array>
  readonly headers?: Readonly<Record<string, string>>
}

export function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && (value as Reply).reply === true
}

interface Declared<Path, Query> {
  readonly summary: string
  readonly tag: string
  /** Who may ask; `open`: also without an account. */
  readonly role: Role | 'open'
  readonly path?: z.ZodType<Path>
  readonly query?: z.ZodType<Query>
  /** Most bytes of a body; 1 MiB where absent. */
  readonly limit?: number
  /** The answer's schema; absent for one without JSON. */
  readonly answer?: z.ZodType
  /** Media types of an answer that is no JSON. */
  readonly files?: readonly string[]
  /** What the answer depends on: the installed data, the record too, or more than that (then it has no ETag). */
  readonly cached: 'data' | 'record' | 'no'
  /** Kept in memory as long as the record stays the same: for answers that take long. */
  readonly isKept?: boolean
}

type Handle<Path, Query, Body, Answer> = (
  given: { readonly path: Path; readonly query: Query; readonly body: Body },
  context: Context,
) => Answer | Promise<Answer>

/** One operation: what it takes, who may ask, what it answers. The OpenAPI document and the validation come from it. */
export interface Route<Path = unknown, Query = unknown, Body = unknown, Answer = unknown>
  extends Declared<Path, Query> {
  /** Of a body of JSON. */
  readonly body?: z.ZodType
  /** Media types of bodies that are taken as they are. */
  readonly content?: readonly string[]
  readonly handle: Handle<Path, Query, Body, Answer>
}

/** A route whose body, where it has one, is JSON. */
export function route<Path = unknown, Query = unknown, Body = undefined, Answer = unknown>(
  own: Declared<Path, Query> & { readonly body?: z.ZodType<Body>; readonly handle: Handle<Path, Query, Body, Answer> },
): Route<Path, Query, Body, Answer> {
  return own
}

/** A route that takes JSON, and other media types as they are. */
export function contentRoute<Path = unknown, Query = unknown, Body = unknown, Answer = unknown>(
  own: Declared<Path, Query> & {
    readonly body: z.ZodType<Body>
    readonly content: readonly string[]
    readonly handle: Handle<Path, Query, Body | Content, Answer>
  },
): Route<Path, Query, Body | Content, Answer> {
  return own
}

/** Method and path of an operation. */
export function placeOf(operation: Operation): { readonly method: string; readonly path: string } {
  const [method = '', path = ''] = OPERATIONS[operation].split(' ')
  return { method, path }
}

export function isContent(body: unknown): body is Content {
  return typeof body === 'object' && body !== null && (body as Content).bytes instanceof Uint8Array
}

/** The last entry that an answer may see: of this request, or of the moment asked for where that is earlier. */
export async function seqAt(context: Context, known: string | undefined): Promise<number> {
  return known === undefined ? context.seq : Math.min(context.seq, await seqKnown(context.record, { known }))
}
