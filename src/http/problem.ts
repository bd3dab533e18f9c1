import { z } from 'zod'
import { type ErrorCode, PenholderError, type Problem } from '../errors.js'

/** RFC 9457: every error of the API, with the library's own code and places. */
export const ProblemDocument = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  problems: z.array(
    z.strictObject({
      code: z.string(),
      what: z.string(),
      place: z
        .strictObject({
          file: z.string().optional(),
          line: z.int().optional(),
          column: z.int().optional(),
          path: z.string().optional(),
        })
        .optional(),
      expected: z.string().optional(),
      todo: z.string().optional(),
    }),
  ),
})
export type ProblemDocument = z.infer<typeof ProblemDocument>

const STATUS: Readonly<Record<ErrorCode, number>> = {
  'bad-input': 400,
  'not-found': 404,
  unsupported: 415,
  'too-large': 413,
  refused: 403,
  'bad-data': 500,
  conflict: 409,
  unavailable: 503,
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is malformed',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'There is no such thing here',
  405: 'This method is not taken here',
  409: 'Two facts cannot both hold',
  413: 'Too large',
  415: 'This format is not taken here',
  429: 'Too many requests',
  500: 'The server failed',
  503: 'Not to be reached now',
}

export const PROBLEM_TYPE = 'application/problem+json'

/** An error with its own status, beside those that the code gives. */
export class HttpError extends PenholderError {
  constructor(
    readonly status: number,
    problem: Problem,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem)
  }
}

export function statusOf(error: unknown): number {
  if (error instanceof HttpError) return error.status
  return error instanceof PenholderError ? (STATUS[error.code] ?? 500) : 500
}

/** The document of an error. What failed inside is not told: it goes to the server's own log. */
export function problemDocument(error: unknown): ProblemDocument {
  const status = statusOf(error)
  const isOurs = error instanceof PenholderError && status < 500
  const isAway = error instanceof PenholderError && status === 503
  const problems: readonly Problem[] = isOurs
    ? error.problems
    : isAway
      ? error.problems.map(({ code, what, todo }) => ({ code, what, ...(todo === undefined ? {} : { todo }) }))
      : [{ code: 'bad-data', what: 'the server failed; nothing was kept', todo: 'see the server’s log' }]
  const code = problems[0]?.code ?? 'bad-data'
  return {
    type: `urn:penholder:${code}`,
    title: TITLES[status] ?? 'The request failed',
    status,
    code,
    problems: problems.map((problem) => ({ ...problem })),
  }
}

/** The document as a response. */
export function problemResponse(error: unknown): Response {
  const document = problemDocument(error)
  const more = error instanceof HttpError ? error.headers : {}
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...more },
  })
}

/** A value by its schema; every defect is told with its path. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new PenholderError(
    result.error.issues.slice(0, 50).map(
      ({ path, message }): Problem => ({
        code: 'bad-input',
        what: message,
        place: { path: [where, ...path.map(String)].join('.') },
      }),
    ),
  )
}
