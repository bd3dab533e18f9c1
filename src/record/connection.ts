/** A value that both databases give back alike: text, a double or a safe integer, or null. Dates are ISO text, JSON is text. */
export type Value = string | number | null

/** One open database, spoken to in the common subset of SQL; placeholders are `?`. */
export interface Connection {
  readonly dialect: 'sqlite' | 'postgres'
  all<Row>(sql: string, values?: readonly Value[]): Promise<Row[]>
  /** Runs one statement; answers with the number of rows it changed. */
  run(sql: string, values?: readonly Value[]): Promise<number>
  /** Runs a file of statements without values. */
  execute(sql: string): Promise<void>
  /** All of `work` or nothing; writers wait for each other. Not to be nested. */
  transaction<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}
