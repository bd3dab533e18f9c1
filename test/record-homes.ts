import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Connection, openRecord } from '../src/record/index.js'

/** Where records can be made: each home gives new empty places, and clears them away. */
export interface Home {
  readonly name: 'SQLite' | 'PostgreSQL'
  /** Why it can't be tested here. */
  readonly missing?: string
  place(): Promise<string>
  clear(): Promise<void>
}

const server = process.env.PENHOLDER_TEST_POSTGRES

function sqliteHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'penholder-record-'))
  let made = 0
  return {
    name: 'SQLite',
    place: async () => join(folder, `record-${++made}.db`),
    clear: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

function postgresHome(): Home {
  const schemas: string[] = []
  async function administer(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  return {
    name: 'PostgreSQL',
    ...(server === undefined ? { missing: 'PENHOLDER_TEST_POSTGRES names no server' } : {}),
    place: async () => {
      const schema = `penholder_test_${process.pid}_${schemas.length}_${Math.random().toString(36).slice(2, 8)}`
      schemas.push(schema)
      await administer(`create schema ${schema}`)
      const url = new URL(server ?? '')
      url.searchParams.set('options', `-c search_path=${schema} -c client_min_messages=warning`)
      return url.toString().replaceAll('+', '%20')
    },
    clear: async () => {
      for (const schema of schemas) await administer(`set client_min_messages = warning; drop schema ${schema} cascade`)
    },
  }
}

export const homes: readonly Home[] = [sqliteHome(), postgresHome()]

/** A new empty record. */
export async function newRecord(home: Home): Promise<Connection> {
  return openRecord(await home.place(), { create: true })
}
