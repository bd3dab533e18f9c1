import { HttpError } from './problem.js'

/** Lets so many through at once and then so many a minute, for each key; `now` is in milliseconds. */
export interface Allowance {
  readonly burst: number
  readonly perMinute: number
}

/** Counts what each caller may still do. Keys that are quiet are forgotten. */
export class Limiter {
  private readonly left = new Map<string, { tokens: number; at: number }>()

  constructor(
    private readonly allowance: Allowance,
    private readonly now: () => number,
  ) {}

  /** Takes one; throws 429 with the time to wait where nothing is left. */
  take(key: string): void {
    const { burst, perMinute } = this.allowance
    const at = this.now()
    const known = this.left.get(key)
    const gained = known === undefined ? 0 : ((at - known.at) / 60_000) * perMinute
    const tokens = known === undefined ? burst : Math.min(burst, known.tokens + gained)
    if (tokens < 1) {
      this.left.set(key, { tokens, at })
      const seconds = Math.max(1, Math.ceil(((1 - tokens) / perMinute) * 60))
      throw new HttpError(
        429,
        { code: 'unavailable', what: 'too many requests from here', todo: `try again in ${seconds} s` },
        { 'retry-after': String(seconds) },
      )
    }
    this.left.delete(key)
    this.left.set(key, { tokens: tokens - 1, at })
    if (this.left.size > MOST_KEYS) this.left.delete(this.left.keys().next().value ?? '')
  }

  /** Gives back what a caller took who turned out to be welcome. */
  forgive(key: string): void {
    this.left.delete(key)
  }
}

const MOST_KEYS = 10_000

/** The body of a request, if it is not longer than `limit` bytes; throws 413 as soon as it is. */
export async function bodyOf(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  if (request.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function tooLarge(limit: number): HttpError {
  const most = limit >= 1024 * 1024 ? `${limit / 1024 / 1024} MiB` : `${limit / 1024} KiB`
  return new HttpError(413, {
    code: 'too-large',
    what: 'the body is too long',
    place: { path: 'body' },
    expected: `at most ${most}`,
  })
}
