import { STATES, THINGS } from '../bench/articles.js'
import type { Article } from '../src/articles/index.js'
import type { Connection, Incoming, Stamp } from '../src/record/index.js'
import { openRecord } from '../src/record/index.js'

const PLACES = ['NEW YORK', 'MOSCOW', 'PARIS', 'TOKYO', 'LONDON', 'BEIJING']

/** A short report, written for these tests; each number gives another one. */
export function report(number: number, more: Partial<Article> = {}): Article {
  const pick = (from: readonly string[], step: number) => from[Math.floor(number / step) % from.length] ?? ''
  const [a, b] = [pick(STATES.slice(0, 8), 1), pick(STATES.slice(0, 8), 8)]
  const day = (number % 27) + 1
  const colour = Array.from(
    { length: 30 },
    (_, at) => `${THINGS[(number * 7 + at * at) % 10]}${(number * 31 + at) % 97}`,
  )
  const text = `${a} opposes draft on Iran

${pick(PLACES, 3)}, June ${day}, 2010 - ${a} opposes a draft resolution that would impose sanctions on Iran, its ambassador said on Monday. ${b} supports the draft, a diplomat said.

Report ${number} was written for the tests of Penholder. ${colour.join(' ')}.
`
  return { id: `report-${number}.txt`, text, ...more }
}

export function incoming(articles: readonly Article[], from = '/tests'): Incoming[] {
  return articles.map((article) => ({ article, got: { from, at: '2026-01-01T00:00:00.000Z' } }))
}

export function stampAt(at: string, who = 'tester'): Stamp {
  return { who, at }
}

export const NOON = stampAt('2026-01-01T12:00:00.000Z')

/** All rows of the tables that articles go into, without `seq`, in an order of their own. */
export async function rowsOf(record: Connection): Promise<string[]> {
  const found: string[] = []
  for (const table of ['article', 'reading', 'claim']) {
    for (const { seq: _, ...row } of await record.all<Record<string, unknown>>(`select * from ${table}`)) {
      found.push(`${table} ${JSON.stringify(Object.entries(row).sort())}`)
    }
  }
  return found.sort()
}

export async function reopened(record: Connection, place: string): Promise<Connection> {
  await record.close()
  return openRecord(place)
}
