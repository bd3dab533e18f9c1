import type { z } from 'zod'
import type { Problem } from './errors.js'

/** A data file as the build hands it to a room's compiler: its plain value, and a way back to line and column. */
export interface DataFile {
  readonly file: string
  readonly value: unknown
  /** Line and column (from 1) of the node at `path`, or of its nearest parent that exists. */
  locate(path: readonly (string | number)[]): { line: number; column: number }
}

/** What a room makes of its data files: the value that ships as `#data/<name>`, and every defect found. */
export interface Compiled {
  readonly value: unknown
  readonly problems: readonly Problem[]
}

/** A defect of a data file, with line and column. */
export function dataProblem(
  file: DataFile,
  path: readonly (string | number)[],
  what: string,
  more: Partial<Problem> = {},
): Problem {
  return { code: 'bad-data', what, place: { file: file.file, ...file.locate(path), path: path.join('.') }, ...more }
}

/** Parses the file by a schema; every issue becomes a problem with its place, and the value is undefined then. */
export function parseDataFile<T>(file: DataFile, schema: z.ZodType<T>): { value?: T; problems: Problem[] } {
  const result = schema.safeParse(file.value)
  if (result.success) return { value: result.data, problems: [] }
  return {
    problems: result.error.issues.map((issue) =>
      dataProblem(
        file,
        issue.path.filter((key) => typeof key !== 'symbol'),
        issue.message,
      ),
    ),
  }
}
