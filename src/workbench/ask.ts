import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../http/view.js'
import type { Wanted } from './place.js'

/** An answer of the server that is no good, with what it says of it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly status: number,
    readonly problems: readonly Problem[],
  ) {
    super(problems[0]?.what ?? `the server answered ${status}`)
  }
}

const BASE = '/api/v1'

export function address(path: string, query: Wanted = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, value)
  const text = search.toString()
  return `${BASE}${path}${text === '' ? '' : `?${text}`}`
}

/** What is sent: JSON unless `type` says otherwise. */
export interface Sent {
  readonly method: 'POST' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly type?: string
}

/** The response of one request; throws a `Refusal` where it is no success. */
export async function request(url: string, sent?: Sent, signal?: AbortSignal): Promise<Response> {
  if (sent !== undefined) onSent()
  const response = await fetch(url, {
    credentials: 'same-origin',
    ...(signal !== undefined && { signal }),
    ...(sent !== undefined && {
      method: sent.method,
      ...(sent.body !== undefined && {
        body: sent.type === undefined ? JSON.stringify(sent.body) : (sent.body as BodyInit),
        headers: { 'content-type': sent.type ?? 'application/json' },
      }),
    }),
  })
  if (response.ok) return response
  if (response.status === 401) for (const listener of signedOut) listener()
  throw new Refusal(response.status, await problemsOf(response))
}

export async function send<T>(path: string, sent: Sent, query: Wanted = {}): Promise<T> {
  const response = await request(address(path, query), sent)
  return (response.status === 204 ? undefined : await response.json()) as T
}

async function problemsOf(response: Response): Promise<readonly Problem[]> {
  try {
    const told = (await response.json()) as { problems?: Problem[]; title?: string }
    if (told.problems !== undefined && told.problems.length > 0) return told.problems
    return [{ code: 'bad-input', what: told.title ?? `the server answered ${response.status}` }]
  } catch {
    return [{ code: 'bad-input', what: `the server answered ${response.status}` }]
  }
}

let onSent = () => {}

/** Calls back whenever something is sent that may change the record. */
export function whenSent(listener: () => void): void {
  onSent = listener
}

const signedOut = new Set<() => void>()

/** Calls back when the server wants to know who asks. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener)
  return () => {
    signedOut.delete(listener)
  }
}

export interface Answered<T> {
  /** The latest answer; that of the question before while a new one is under way. */
  readonly value?: T
  readonly failure?: Error
  readonly isAsking: boolean
  readonly again: () => void
}

/** Asks the API each time the address changes; undefined asks nothing. */
export function useAnswer<T>(url: string | undefined): Answered<T> {
  const [round, setRound] = useState(0)
  const [state, setState] = useState<{ url?: string; value?: T; failure?: Error; isAsking: boolean }>({
    isAsking: url !== undefined,
  })
  useEffect(() => {
    if (url === undefined) {
      setState({ isAsking: false })
      return
    }
    const stop = new AbortController()
    setState((before) => ({ ...before, isAsking: true }))
    request(url, undefined, stop.signal)
      .then((response) => response.json() as Promise<T>)
      .then((value) => setState({ url, value, isAsking: false }))
      .catch((failure: Error) => {
        if (!stop.signal.aborted) setState({ url, failure, isAsking: false })
      })
    return () => stop.abort()
  }, [url, round])
  return { ...state, again: () => setRound((count) => count + 1) }
}
