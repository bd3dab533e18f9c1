import { AsyncLocalStorage } from 'node:async_hooks'
import { PenholderError } from '../errors.js'

/** A value that both databases give back alike: text, a double or a safe integer, or null. Moments are ISO text, JSON is text. */
export type Value = string | number | null

/** One row by column. */
export type Row = Readonly<Record<string, Value>>

/** One open record, spoken to in the common subset of SQL; placeholders are `?`. */
export interface Connection {
  readonly dialect: 'sqlite' | 'postgres'
  /** The file or the URL (without its password), for messages. */
  readonly where: string
  all<Found>(sql: string, values?: readonly Value[]): Promise<Found[]>
  /** Runs one statement; answers with the number of rows it changed. */
  run(sql: string, values?: readonly Value[]): Promise<number>
  insert(table: string, columns: readonly string[], rows: readonly Row[]): Promise<void>
  /** Runs a file of statements without values. */
  execute(sql: string): Promise<void>
  /**
   * All of `work` or nothing. Writers of other processes wait meanwhile, and so do other calls on this connection;
   * calls made inside `work` are part of it, a transaction inside another joins it.
   */
  transaction<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** What an adapter does; `begin` takes the writers' lock. */
export interface Driver extends Omit<Connection, 'transaction'> {
  begin(): Promise<void>
  commit(): Promise<void>
  rollback(): Promise<void>
}

/** Puts calls in a row, so that what is not part of a transaction can't slip into it. */
export function queued(driver: Driver): Connection {
  const inside = new AsyncLocalStorage<true>()
  let tail: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (inside.getStore() === true) return work()
    const run = tail.then(work)
    tail = run.catch(() => undefined)
    return run
  }
  return {
    dialect: driver.dialect,
    where: driver.where,
    all: <Found>(sql: string, values?: readonly Value[]) => inTurn(() => driver.all<Found>(sql, checked(values))),
    run: (sql, values) => inTurn(() => driver.run(sql, checked(values))),
    insert: (table, columns, rows) => {
      for (const row of rows) checked(Object.values(row))
      return inTurn(() => driver.insert(table, columns, rows))
    },
    execute: (sql) => inTurn(() => driver.execute(sql)),
    transaction: (work) =>
      inside.getStore() === true ? work() : inTurn(() => inside.run(true, () => whole(driver, work))),
    close: () => inTurn(() => driver.close()),
  }
}

async function whole<T>(driver: Driver, work: () => Promise<T>): Promise<T> {
  await driver.begin()
  try {
    const result = await work()
    await driver.commit()
    return result
  } catch (error) {
    await driver.rollback()
    throw error
  }
}

/** SQLite cuts text at a NUL and PostgreSQL refuses it; half a surrogate pair would come back as another character. */
function checked(values: readonly Value[] = []): readonly Value[] {
  for (const value of values) {
    if (typeof value !== 'string' || (!value.includes('\0') && isWhole(value))) continue
    throw new PenholderError({
      code: 'bad-input',
      what: 'text with a NUL character or half a surrogate pair',
      expected: 'well-formed Unicode',
      todo: 'keep it as JSON',
    })
  }
  return values
}

/** Whether a text has no half surrogate pair. (`isWellFormed` is younger than the types that we compile with.) */
export function isWhole(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed()
}
