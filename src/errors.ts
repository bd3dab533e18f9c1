/** Where a defect sits: a file with line and column (from 1), or a path inside a value ("act.quantity.unit"). */
export interface Place {
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly path?: string
}

/** The closed set of codes; `exitCode` says which exit of the command line each one takes. */
export type ErrorCode =
  | 'bad-input' // the user's words or file: fix the input
  | 'not-found' // a file, symbol, matter or page that does not exist
  | 'unsupported' // a format or encoding that is not read
  | 'too-large' // past a stated limit
  | 'refused' // not done for safety (a private address, a downgrade)
  | 'bad-data' // the project's own data are defective
  | 'conflict' // two facts that cannot both hold
  | 'unavailable' // a service or file that cannot be reached now

/** A defect of input or data, with its place; collected, never thrown one at a time where several can be told. */
export interface Problem {
  readonly code: ErrorCode
  readonly what: string
  readonly place?: Place
  readonly expected?: string
  readonly todo?: string
}

/** The one error class of the package: says what, where, what was expected and what to do. */
export class PenholderError extends Error {
  override readonly name = 'PenholderError'
  readonly code: ErrorCode
  readonly problems: readonly Problem[]

  constructor(problem: Problem | readonly Problem[], options?: ErrorOptions) {
    const problems = Array.isArray(problem) ? (problem as readonly Problem[]) : [problem as Problem]
    super(problems.map(printProblem).join('\n'), options)
    this.code = problems[0]?.code ?? 'bad-input'
    this.problems = problems
  }
}

export function printPlace(place: Place): string {
  const spot = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':')
  return [spot, place.path].filter(Boolean).join(' ')
}

/** One line: `place: what; expected …; todo`. */
export function printProblem(problem: Problem): string {
  const where = problem.place === undefined ? '' : `${printPlace(problem.place)}: `
  const expected = problem.expected === undefined ? '' : `; expected ${problem.expected}`
  const todo = problem.todo === undefined ? '' : `; ${problem.todo}`
  return `${where}${problem.what}${expected}${todo}`
}

/** Exit code of the command line for an error: 2 bad input, 4 bad data. */
export function exitCode(code: ErrorCode): 2 | 4 {
  return code === 'bad-data' ? 4 : 2
}
