import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type App, OPERATIONS, type Operation } from '../src/http/index.js'
import { addArticles, type Connection, verifyRecord } from '../src/record/index.js'
import { type Asking, appOver, ask, breaches } from './http-server.js'
import { incoming, NOON, report } from './record-articles.js'
import { type Home, homes, newRecord } from './record-homes.js'

let record: Connection
let app: App
const failures: unknown[] = []
beforeAll(async () => {
  record = await newRecord(homes[0] as Home)
  await addArticles(record, incoming([report(1), report(2), report(3)]), NOON)
  let time = Date.parse('2026-02-01T12:00:00Z')
  // The clock runs, so that limits on writes do not hide what is behind them.
  app = appOver(record, { now: () => (time += 1000), onFailure: (error) => failures.push(error) })
  await ask(app, '/matters', { method: 'POST', json: { id: 'iran', title: 'Iran', target: 'IRN' } })
})
afterAll(async () => {
  app.close()
  await record.close()
  for (const home of homes) await home.clear()
})

const word = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom(
    'iran',
    'PRK',
    '2017-10-20',
    '2010-06',
    '2026-01-01',
    '',
    ' ',
    '%',
    '_',
    "'",
    '"',
    '\u0000',
    '\ud800',
    '../..',
    '__proto__',
    'constructor',
    'toString',
    '-1',
    '1e309',
    'NaN',
    'null',
    '[]',
    'trade',
    'supply',
    '2710',
    'S/RES/2375 (2017)',
  ),
)
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.anything({ maxDepth: 2, withNullPrototype: false }).map((value) => {
    try {
      return JSON.parse(JSON.stringify(value) ?? 'null') as unknown
    } catch {
      return null
    }
  }),
)
/** Bodies that come near to what is wanted, with strange values in them. */
const near = fc.record(
  Object.fromEntries(
    [
      'activity',
      'on',
      'known',
      'regimes',
      'name',
      'names',
      'text',
      'published',
      'url',
      'title',
      'target',
      'keywords',
      'verdict',
      'edited',
      'matter',
      'draft',
      'label',
      'symbol',
      'versions',
      'sponsors',
      'vote',
      'yes',
      'no',
      'role',
      'password',
      'from',
      'to',
      'quantity',
      'source',
      'cited',
      'factor',
      'imo',
      'birthDate',
      'keep',
      'id',
      'note',
    ].map((field) => [field, fc.oneof(word, json)]),
  ),
  { requiredKeys: [] },
)
const activity = fc.record({
  on: fc.constantFrom('2017-10-20', '2011-03-01', '1900-01-01'),
  activity: fc.record(
    {
      kind: fc.constantFrom('trade', 'finance', 'vessel', 'travel', 'work', 'service', 'investment', 'aviation'),
      action: word,
      direction: fc.oneof(word, json),
      goods: fc.oneof(word, json),
      exporter_country: word,
      importer_country: word,
      quantity: fc.oneof(word, fc.record({ value: fc.double(), unit: word })),
      value_usd: fc.double(),
      period_total_so_far: fc.oneof(word, json),
      actor: fc.oneof(word, fc.record({ type: word, country: word }), json),
      parties: fc.oneof(
        json,
        fc.array(fc.record({ name: word, imo: word, birthDate: word }, { requiredKeys: [] }), { maxLength: 3 }),
      ),
      vessel: fc.oneof(json, fc.record({ name: word, imo: word, flag: word })),
      circumstances: fc.oneof(json, fc.dictionary(word, fc.oneof(word, fc.boolean()))),
    },
    { requiredKeys: ['kind', 'action'] },
  ),
})

const asking: fc.Arbitrary<Asking> = fc.oneof(
  { weight: 2, arbitrary: json.map((value) => ({ json: value })) },
  { weight: 4, arbitrary: near.map((value) => ({ json: value })) },
  { weight: 4, arbitrary: activity.map((value) => ({ json: value })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.oneof(
          word,
          fc.uint8Array({ maxLength: 200 }),
          json.map((value) => JSON.stringify(value)),
          fc
            .array(fc.array(word, { maxLength: 4 }), { maxLength: 4 })
            .map((rows) => rows.map((row) => row.join(',')).join('\n')),
        ),
        fc.constantFrom(
          'text/plain',
          'text/html',
          'text/csv',
          'application/json',
          'application/jsonl',
          'application/xml',
          'message/rfc822',
          'application/mbox',
          'application/warc',
          'application/gzip',
          'application/octet-stream',
          'nothing',
        ),
      )
      .map(([body, type]) => ({ body, headers: { 'content-type': type } })),
  },
)

const query = fc.dictionary(
  fc.constantFrom(
    'on',
    'known',
    'from',
    'to',
    'q',
    'cursor',
    'limit',
    'kind',
    'actor',
    'goods',
    'words',
    'text',
    'target',
    'draft',
    'format',
    'article',
    'name',
    'published',
    'since',
    'paragraph',
    'all',
    'x',
  ),
  word,
  { maxKeys: 4 },
)

it.each(Object.keys(OPERATIONS) as Operation[])('%s answers anything with an answer or a problem', async (name) => {
  const [method = '', pattern = ''] = OPERATIONS[name].split(' ')
  // A wrong guess at a password costs a tenth of a second; its body is looked at before that.
  const runs = Number(process.env.PENHOLDER_TEST_RUNS ?? (name === 'signIn' || name === 'addAccount' ? 20 : 60))
  await fc.assert(
    fc.asyncProperty(asking, query, fc.array(word, { minLength: 2, maxLength: 2 }), async (given, asked, fields) => {
      const names = [...fields]
      const path = pattern.replace(/\{\w+\}/g, () => encodeURIComponent(toWhole(names.shift() ?? '') || 'iran'))
      const search = new URLSearchParams(
        Object.entries(asked).map(([key, value]): [string, string] => [key, toWhole(value)]),
      )
      const told = await ask(app, `${path}?${search}`, method === 'GET' ? { method } : { ...given, method })
      expect(told.status, told.text).toBeLessThan(500)
      // A path that was "." or ".." leads to another route.
      if (told.status !== 404) expect(breaches(pattern, method, told)).toEqual([])
    }),
    { numRuns: runs },
  )
  expect(failures).toEqual([])
})

it('leaves the record whole', async () => {
  expect((await verifyRecord(record)).problems).toEqual([])
})

/** Half a surrogate pair can't be in a URL. */
function toWhole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}
