import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../src/http/index.js'
import { OPERATIONS, type Operation } from '../src/http/index.js'
import { addArticles, browseClaims, type Connection } from '../src/record/index.js'
import { type Asking, appOver, ask, BASE, breaches } from './http-server.js'
import { incoming, NOON, report } from './record-articles.js'
import { homes, newRecord } from './record-homes.js'

/** One request: fields of the path, the query, and the rest. */
interface Case extends Asking {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly status?: number
}

interface Ids {
  readonly article: string
  readonly claim: string
  readonly kept: string
}

const trade = {
  kind: 'trade',
  action: 'supply',
  importer_country: 'PRK',
  exporter_country: 'CHN',
  goods: '2710 diesel',
  quantity: '20000 bbl',
}

/** For each operation, input that is answered and input that is refused. An operation without a line does not compile. */
const CASES: (ids: Ids) => Record<Operation, { readonly good: readonly Case[]; readonly bad: readonly Case[] }> = ({
  article,
  claim,
  kept,
}) => ({
  status: { good: [{}], bad: [{ query: { x: '1' }, status: 400 }] },
  session: { good: [{}], bad: [{ query: { x: '1' }, status: 400 }] },
  signIn: {
    good: [],
    bad: [
      { json: { name: 'nobody', password: 'wrong' }, status: 401 },
      { json: { name: 'nobody' }, status: 400 },
      { body: 'name=nobody', headers: { 'content-type': 'application/x-www-form-urlencoded' }, status: 415 },
    ],
  },
  signOut: { good: [{ status: 204 }], bad: [{ query: { x: '1' }, status: 400 }] },
  accounts: { good: [{}], bad: [{ query: { x: '1' }, status: 400 }] },
  addAccount: {
    good: [],
    bad: [
      { json: { name: 'first', role: 'reader', password: 'long enough, this one' }, status: 400 },
      { json: { name: 'first', role: 'admin', password: 'short' }, status: 400 },
      { json: { name: '../x', role: 'admin', password: 'long enough, this one' }, status: 400 },
    ],
  },
  changeAccount: { good: [], bad: [{ path: { name: 'nobody' }, json: { role: 'reader' }, status: 404 }] },
  regimes: { good: [{}], bad: [{ query: { on: '2017-01-01' }, status: 400 }] },
  law: {
    good: [
      { path: { regime: 'dprk-1718' }, query: { on: '2017-10-20' } },
      { path: { regime: 'PRK' }, query: { on: '2017-10-20', goods: '2710', all: 'true' } },
      { path: { regime: 'libya-1970' }, query: { on: '2011-03-01', kind: 'trade' } },
    ],
    bad: [
      { path: { regime: 'atlantis' }, status: 404 },
      { path: { regime: 'PRK' }, query: { on: '2017-02-30' }, status: 400 },
      { path: { regime: 'PRK' }, query: { kind: 'nothing' }, status: 400 },
    ],
  },
  lawChanges: {
    good: [{ path: { regime: 'PRK' }, query: { from: '2017-08-01', to: '2017-12-31' } }],
    bad: [{ path: { regime: 'PRK' }, query: { from: '2017-08-01' }, status: 400 }],
  },
  lawTimeline: {
    good: [{ path: { regime: 'PRK' }, query: { on: '2017-10-20' } }],
    bad: [{ path: { regime: 'atlantis' }, status: 404 }],
  },
  goods: {
    good: [{ query: { q: 'diesel' } }, { query: { q: '2701.12', on: '2017-10-20' } }, { query: { q: 'moonlight' } }],
    bad: [{ status: 400 }, { query: { q: ' ' }, status: 400 }],
  },
  lists: { good: [{}], bad: [{ query: { x: '1' }, status: 400 }] },
  searchLists: {
    good: [
      { json: { name: 'Korea Mining Development Trading Corporation', on: '2017-10-20' } },
      { json: { name: 'Nobody At All', on: '2017-10-20', kind: 'person', birthDate: '1950' } },
    ],
    bad: [
      { json: { on: '2017-10-20' }, status: 400 },
      { json: { name: 'x', on: '2017-10-20', list: 'none' }, status: 404 },
      { json: { name: 'x', on: '2017-10-20', imo: '1234560' }, status: 400 },
    ],
  },
  checkForm: { good: [{}], bad: [{ query: { x: '1' }, status: 400 }] },
  check: {
    good: [
      { json: { activity: trade, on: '2017-11-15' } },
      {
        json: {
          activity: { ...trade, goods: { hs_code: '2701' }, quantity: null },
          on: '2018-01-01',
          known: '2018-01-01',
        },
      },
      { json: { activity: { kind: 'travel', action: 'admit' }, on: '2018-01-01', regimes: ['dprk-1718'] } },
    ],
    bad: [
      { json: { activity: trade }, status: 400 },
      { json: { activity: { ...trade, quantity: 'much' }, on: '2017-11-15' }, status: 400 },
      { json: { activity: { kind: 'magic' }, on: '2017-11-15' }, status: 400 },
      { body: '{', headers: { 'content-type': 'application/json' }, status: 400 },
      { body: 'x', headers: { 'content-type': 'text/plain' }, status: 415 },
      { json: { activity: { ...trade, note: 'x'.repeat(1_100_000) }, on: '2017-11-15' }, status: 413 },
    ],
  },
  checkBatch: {
    good: [
      {
        body: 'id,date,kind,action,importer,hs_code\n1,2017-11-15,trade,supply,PRK,2710\n2,never,trade,supply,PRK,2710\n',
        headers: { 'content-type': 'text/csv' },
      },
      { json: [{ id: 'a', date: '2017-11-15', act: trade }, {}], query: { format: 'jsonl' } },
      { json: [{ id: '=1+1', date: '2017-11-15', act: trade }, {}], query: { format: 'xlsx' } },
      {
        body: new Uint8Array([0xff, 0xfe, ...Buffer.from('id,goods,parties\n1,coal,Zoé\n', 'utf16le')]),
        headers: { 'content-type': 'text/csv' },
      },
      {
        body: `${JSON.stringify(trade)}\nno JSON\n`,
        headers: { 'content-type': 'application/jsonl' },
        query: { on: '2017-11-15' },
      },
    ],
    bad: [
      { body: 'x', headers: { 'content-type': 'text/html' }, status: 415 },
      { body: '"', headers: { 'content-type': 'text/csv' }, status: 400 },
      {
        body: Buffer.from('goods,parties\ncoal,Zoé\n', 'latin1'),
        headers: { 'content-type': 'text/csv' },
        status: 400,
      },
      { json: {}, status: 400 },
    ],
  },
  ceilings: { good: [{}, { query: { on: '2018-06-30' } }], bad: [{ query: { on: 'x' }, status: 400 }] },
  ceiling: { good: [{ path: { id: '2397-5' } }], bad: [{ path: { id: 'none' }, status: 404 }] },
  addCeilingReport: {
    good: [
      {
        path: { id: '2397-5' },
        json: { from: '2018-01-01', to: '2018-01-31', quantity: '1410 t', source: 'committee', cited: 'a test' },
      },
      {
        path: { id: '2397-5' },
        json: { from: '2018-02-01', to: '2018-02-28', quantity: '900 t', source: 'China', cited: 'x' },
      },
    ],
    bad: [
      {
        path: { id: 'none' },
        json: { from: '2018-01-01', to: '2018-01-31', quantity: '1 t', source: 'x', cited: 'x' },
        status: 404,
      },
      {
        path: { id: '2397-5' },
        json: { from: '2018-02-01', to: '2018-01-31', quantity: '1 t', source: 'x', cited: 'x' },
        status: 400,
      },
      {
        path: { id: '2397-5' },
        json: { from: '2018-01-01', to: '2018-01-31', quantity: '1', source: 'x', cited: 'x' },
        status: 400,
      },
    ],
  },
  answers: { good: [{}, { query: { limit: '1' } }], bad: [{ query: { cursor: 'x' }, status: 400 }] },
  answer: { good: [{ path: { id: kept } }], bad: [{ path: { id: 'none' }, status: 404 }] },
  rerun: { good: [{ path: { id: kept } }], bad: [{ path: { id: 'none' }, status: 404 }] },
  brief: {
    good: [{ path: { matter: 'iran' }, query: { on: '2010-06-25', since: '2010-06-12' } }],
    bad: [
      { path: { matter: 'none' }, status: 404 },
      { path: { matter: 'iran' }, query: { on: '2010' }, status: 400 },
    ],
  },
  briefFile: {
    good: (['text', 'md', 'html', 'json', 'docx', 'xlsx'] as const).map((format) => ({
      path: { matter: 'iran', format },
    })),
    bad: [{ path: { matter: 'iran', format: 'odt' }, status: 400 }],
  },
  council: {
    good: [{}, { query: { on: '1950-06-25' } }],
    bad: [{ query: { on: '1900-01-01' }, status: 400 }],
  },
  votes: {
    good: [{ query: { words: 'korea', limit: '3' } }, { query: { vetoedBy: 'RUS', cast: 'N', member: 'RUS' } }],
    bad: [
      { query: { limit: '0' }, status: 400 },
      { query: { member: 'Atlantis' }, status: 400 },
    ],
  },
  countText: {
    good: [{ query: { text: 'S/RES/2375 (2017)' } }],
    bad: [{ query: { text: 'S/RES/99999 (2999)' }, status: 404 }, { status: 400 }],
  },
  countTextPicture: {
    good: [{ query: { text: 'S/RES/2375 (2017)' } }],
    bad: [{ query: { text: 'nothing' }, status: 404 }],
  },
  countByHand: {
    good: [{ json: { on: '2017-09-11', matter: 'substantive', yes: ['USA', 'GBR'], no: ['CHN'] } }],
    bad: [
      { json: { on: '2017-09-11', matter: 'substantive', yes: ['DEU'] }, status: 400 },
      { json: { on: '2017-09-11', matter: 'whatever' }, status: 400 },
    ],
  },
  articles: {
    good: [{}, { query: { limit: '2', target: 'IRN', from: '2010-06-01', to: '2010-06-20', words: 'harbour tests' } }],
    bad: [
      { query: { limit: '1000' }, status: 400 },
      { query: { cursor: 'bm9uc2Vuc2U' }, status: 400 },
      { query: { target: 'Iran' }, status: 400 },
    ],
  },
  addArticles: {
    good: [
      { json: { text: 'China opposes the draft on Iran, its envoy said.', published: '2010-06-05', name: 'pasted' } },
      {
        body: report(70).text,
        headers: { 'content-type': 'text/plain' },
        query: { name: 'a.txt', published: '2010-06-05' },
      },
    ],
    bad: [
      { json: { text: ' ' }, status: 400 },
      { json: { text: 'x', url: 'javascript:alert(1)' }, status: 400 },
      { json: { text: 'x', published: 'yesterday' }, status: 400 },
      { body: '', headers: { 'content-type': 'text/plain' }, status: 400 },
      { body: 'x', headers: { 'content-type': 'image/png' }, status: 415 },
      { body: 'x', status: 415, headers: { 'content-type': '' } },
    ],
  },
  article: {
    good: [{ path: { id: article } }, { path: { id: article }, query: { known: '2026-01-01' } }],
    bad: [
      { path: { id: 'none' }, status: 404 },
      { path: { id: article }, query: { known: '2025-01-01' }, status: 404 },
      { path: { id: article }, query: { known: 'once' }, status: 400 },
    ],
  },
  articleFlags: { good: [{ path: { id: article } }], bad: [{ path: { id: 'none' }, status: 404 }] },
  read: {
    good: [{ json: { text: 'Russia supports the draft resolution on Iran.', published: '2010-06-05' } }],
    bad: [{ json: {}, status: 400 }],
  },
  claims: {
    good: [
      {},
      { query: { kind: 'stance', actor: 'CHN', stance: 'opposes', limit: '2' } },
      { query: { article } },
      { query: { ruling: 'accepted' } },
    ],
    bad: [
      { query: { kind: 'poem' }, status: 400 },
      { query: { actor: 'China' }, status: 400 },
    ],
  },
  claim: {
    good: [{ path: { id: claim } }],
    bad: [
      { path: { id: '000000000000000000000000' }, status: 404 },
      { path: { id: 'x' }, status: 400 },
    ],
  },
  rulings: { good: [{ path: { id: claim } }], bad: [{ path: { id: '000000000000000000000000' }, status: 404 }] },
  rule: {
    good: [
      { path: { id: claim }, json: { verdict: 'accepted', note: 'seen' } },
      { path: { id: claim }, json: { verdict: 'withdrawn' } },
    ],
    bad: [
      { path: { id: claim }, json: { verdict: 'liked' }, status: 400 },
      { path: { id: claim }, json: { verdict: 'edited' }, status: 400 },
      { path: { id: '000000000000000000000000' }, json: { verdict: 'accepted' }, status: 404 },
    ],
  },
  moveClaim: {
    good: [{ path: { id: claim }, json: { matter: 'iran', note: 'here' } }],
    bad: [
      { path: { id: claim }, json: { matter: 'none-such' }, status: 404 },
      { path: { id: claim }, json: {}, status: 400 },
    ],
  },
  search: { good: [{ query: { q: 'harbour' } }], bad: [{ status: 400 }] },
  matters: { good: [{}, { query: { known: '2026-01-01' } }], bad: [{ query: { known: 'x' }, status: 400 }] },
  addMatter: {
    good: [{ json: { title: 'Another one', target: 'LBY', keywords: ['no-fly'] } }],
    bad: [
      { json: { title: 'Iran', id: 'iran' }, status: 409 },
      { json: { title: 'x', target: 'Atlantis' }, status: 400 },
      { json: { title: 'x', colour: 'red' }, status: 400 },
    ],
  },
  matter: {
    good: [{ path: { matter: 'iran' } }, { path: { matter: 'iran' }, query: { on: '2010-06-10' } }],
    bad: [{ path: { matter: 'none' }, status: 404 }],
  },
  changeMatter: {
    good: [{ path: { matter: 'iran' }, json: { note: 'changed', because: 'a test' } }],
    bad: [{ path: { matter: 'none' }, json: { note: 'x' }, status: 404 }],
  },
  matterClaims: {
    good: [{ path: { matter: 'iran' }, query: { limit: '3', kind: 'stance' } }],
    bad: [{ path: { matter: 'iran' }, query: { cursor: 'x' }, status: 400 }],
  },
  drafts: { good: [{ path: { matter: 'iran' } }], bad: [{ path: { matter: 'none' }, status: 404 }] },
  addDraft: {
    good: [{ path: { matter: 'iran' }, json: { label: 'A second draft', sponsors: ['FRA'], tabled: '2010-06-20' } }],
    bad: [
      { path: { matter: 'none' }, json: { label: 'x' }, status: 404 },
      { path: { matter: 'iran' }, json: { symbol: 'no symbol' }, status: 400 },
    ],
  },
  changeDraft: {
    good: [{ path: { draft: 'first' }, json: { versions: [{ label: 'one' }, { label: 'two', date: '2010-06-09' }] } }],
    bad: [{ path: { draft: 'none' }, json: { note: 'x' }, status: 404 }],
  },
  positions: {
    good: [
      { path: { matter: 'iran' }, query: { on: '2010-06-25' } },
      { path: { matter: 'iran' }, query: { on: '2010-06-25', quotes: '0' } },
    ],
    bad: [{ path: { matter: 'iran' }, query: { on: '1900-01-01' }, status: 400 }],
  },
  count: {
    good: [
      { path: { matter: 'iran' }, query: { on: '2010-06-25' } },
      { path: { matter: 'iran' }, query: { on: '2010-06-25', draft: 'first' } },
    ],
    bad: [
      { path: { matter: 'iran' }, query: { on: '2010-06-25', draft: 'none' }, status: 404 },
      { path: { matter: 'iran' }, query: { question: 'x' }, status: 400 },
    ],
  },
  countPicture: {
    good: [{ path: { matter: 'iran' }, query: { on: '2010-06-25' } }],
    bad: [{ path: { matter: 'none' }, status: 404 }],
  },
  timeline: {
    good: [{ path: { matter: 'iran' } }],
    bad: [{ path: { matter: 'none' }, status: 404 }],
  },
  matterFlags: {
    good: [{ path: { matter: 'iran' } }],
    bad: [{ path: { matter: 'none' }, status: 404 }],
  },
})

afterAll(async () => {
  for (const home of homes) await home.clear()
})

for (const home of homes) {
  describe.skipIf(home.missing !== undefined)(`the API over ${home.name}`, () => {
    let record: Connection
    let app: App
    let ids: Ids
    beforeAll(async () => {
      record = await newRecord(home)
      const articles = Array.from({ length: 12 }, (_, number) =>
        report(number, { published: `2010-06-${10 + number}` }),
      )
      await addArticles(record, incoming(articles), NOON)
      app = appOver(record)
      await ask(app, '/matters', { method: 'POST', json: { id: 'iran', title: 'Iran', target: 'IRN' } })
      await ask(app, '/matters/iran/drafts', {
        method: 'POST',
        json: { id: 'first', label: 'First', tabled: '2010-06-01' },
      })
      const answered = await ask(app, '/check', {
        method: 'POST',
        json: { activity: trade, on: '2017-11-15', keep: true },
      })
      const { kept } = answered.json as { kept: { id: string } }
      const { items } = await browseClaims(record, { limit: 1, seq: 1, kind: 'stance' })
      ids = { article: items[0]?.claim.article ?? '', claim: items[0]?.id ?? '', kept: kept.id }
    })
    afterAll(async () => {
      app.close()
      await record.close()
    })

    it.each(Object.keys(OPERATIONS) as Operation[])(
      '%s keeps to its document with good and bad input',
      async (name) => {
        const { good, bad } = CASES(ids)[name]
        for (const each of [...good, ...bad]) {
          const [method = '', pattern = ''] = OPERATIONS[name].split(' ')
          const path = pattern.replace(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(each.path?.[field] ?? ''))
          const told = await ask(app, `${path}?${new URLSearchParams(each.query)}`, { ...each, method })
          const shown = `${method} ${path} ${JSON.stringify(each.query ?? {})}: ${told.text.slice(0, 400)}`
          expect(told.status, shown).toBe(each.status ?? 200)
          expect(breaches(pattern, method, told), shown).toEqual([])
          if (told.status >= 400) {
            const { problems } = told.json as { problems: { code: string; what: string }[] }
            expect(problems.length, shown).toBeGreaterThan(0)
          }
        }
        expect(good.length + bad.length).toBeGreaterThan(0)
        expect(bad.length).toBeGreaterThan(0)
      },
    )

    it('would find an answer that is not as documented', async () => {
      const told = await ask(app, '/council')
      expect(breaches('/council', 'GET', told)).toEqual([])
      const { on: _, ...without } = told.json as Record<string, unknown>
      expect(breaches('/council', 'GET', { ...told, json: without })).not.toEqual([])
      expect(breaches('/council', 'GET', { ...told, json: { ...(told.json as object), more: 1 } })).not.toEqual([])
      expect(breaches('/council', 'GET', { ...told, status: 201 })).not.toEqual([])
    })

    it('tells unknown routes and methods as problems', async () => {
      const nothing = await ask(app, '/nothing')
      expect([nothing.status, nothing.type]).toEqual([404, 'application/problem+json'])
      const wrong = await ask(app, '/check', { method: 'GET' })
      expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST'])
      expect((await ask(app, '/articles', { method: 'DELETE' })).headers.get('allow')).toBe('GET, POST, HEAD')
      expect((await ask(app, 'http://localhost:8642/api/nothing')).status).toBe(404)
      expect((await ask(app, '/law?x=1&x=2')).status).toBe(400)
    })

    it('goes through a list by its cursors while others add to it', async () => {
      const seen: string[] = []
      const before = await ask(app, '/articles?limit=500')
      let path: string | undefined = '/articles?limit=5'
      for (let step = 0; path !== undefined; step++) {
        const { items, next } = (await ask(app, path)).json as { items: { id: string }[]; next?: string }
        seen.push(...items.map(({ id }) => id))
        await ask(app, '/articles', {
          method: 'POST',
          json: { text: `Added meanwhile, ${home.name} ${step}.`, published: '2010-06-15' },
        })
        path = next === undefined ? undefined : `/articles?limit=5&cursor=${next}`
      }
      expect(seen).toEqual((before.json as { items: { id: string }[] }).items.map(({ id }) => id))
      const all: string[] = []
      let place: string | undefined = '/claims?limit=4'
      while (place !== undefined) {
        const { items, next } = (await ask(app, place)).json as { items: { id: string }[]; next?: string }
        all.push(...items.map(({ id }) => id))
        place = next === undefined ? undefined : `/claims?limit=4&cursor=${next}`
      }
      const whole = (await ask(app, '/claims?limit=500')).json as { items: { id: string }[]; next?: string }
      expect(whole.next).toBeUndefined()
      expect(all).toEqual(whole.items.map(({ id }) => id))
      expect(new Set(all).size).toBe(all.length)
    })

    it('says 304 as long as nothing changed', async () => {
      const first = await ask(app, '/articles')
      const tag = first.headers.get('etag') ?? ''
      const again = await ask(app, '/articles', { headers: { 'if-none-match': `"other", ${tag}` } })
      expect([again.status, again.text]).toEqual([304, ''])
      await ask(app, '/articles', { method: 'POST', json: { text: 'This changes the record.' } })
      expect((await ask(app, '/articles', { headers: { 'if-none-match': tag } })).status).toBe(200)
      const law = (await ask(app, '/law')).headers.get('etag') ?? ''
      expect((await ask(app, '/law', { headers: { 'if-none-match': law } })).status).toBe(304)
      expect(
        (await ask(appOver(record, { data: 'newer' }), '/law', { headers: { 'if-none-match': law } })).status,
      ).toBe(200)
    })

    it('keeps what it adds under the name of who asked, and reads the same as the library', async () => {
      const text = 'France supports the draft resolution on Iran, its ambassador said.'
      const added = (await ask(app, '/articles', { method: 'POST', json: { text, published: '2010-06-05' } })).json
      const id = (added as { articles: string[] }).articles[0]
      const { claims } = (await ask(app, `/articles/${id}`)).json as {
        claims: { claim: { quote: { text: string } } }[]
      }
      const read = (await ask(app, '/read', { method: 'POST', json: { text, published: '2010-06-05' } })).json
      const [first] = (read as { articles: { claims: { quote: unknown }[] }[] }).articles
      expect(claims.length).toBeGreaterThan(0)
      expect(claims.map(({ claim }) => claim.quote)).toEqual(first?.claims.map(({ quote }) => quote))
      const [entry] = await record.all<{ who: string; act: string }>(
        'select who, act from log order by seq desc limit 1',
      )
      expect(entry).toEqual({ who: 'owner', act: 'add' })
    })

    it('says how many claims it leaves out', async () => {
      const positions = async (quotes: string) => {
        const { json } = await ask(app, `/matters/iran/positions?on=2010-06-25&quotes=${quotes}`)
        const { members } = json as { members: { cells: { claims: unknown[]; left?: { claims?: number } }[] }[] }
        return members.flatMap(({ cells }) => cells)
      }
      const [whole, none] = [await positions('10000'), await positions('0')]
      expect(whole.some(({ claims }) => claims.length > 0)).toBe(true)
      expect(none.map(({ claims, left }) => [claims.length, left?.claims ?? 0])).toEqual(
        whole.map(({ claims }) => [0, claims.length]),
      )
    })

    it('shows a ruling wherever its claim is', async () => {
      await ask(app, `/claims/${ids.claim}/ruling`, { method: 'POST', json: { verdict: 'rejected', note: 'not said' } })
      const line = (await ask(app, '/claims?ruling=rejected')).json as {
        items: { id: string; ruling: { note: string } }[]
      }
      expect(line.items.map(({ id, ruling }) => [id, ruling.note])).toContainEqual([ids.claim, 'not said'])
      const proposed = (await ask(app, '/claims?ruling=proposed&limit=500')).json as { items: { id: string }[] }
      expect(proposed.items.map(({ id }) => id)).not.toContain(ids.claim)
      const inMatter = (await ask(app, '/matters/iran/claims?limit=500')).json as { items: { id: string }[] }
      expect(inMatter.items.map(({ id }) => id)).not.toContain(ids.claim)
    })
  })
}

it('describes itself as OpenAPI 3.1, and for people', async () => {
  const record = await newRecord(homes[0] as (typeof homes)[number])
  const app = appOver(record)
  const document = (await ask(app, '/openapi.json')).json as { openapi: string; paths: Record<string, object> }
  expect(document.openapi).toBe('3.1.0')
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.sort()).toEqual([...Object.values(OPERATIONS), 'GET /events'].sort())
  const page = await ask(app, 'http://localhost:8642/api/')
  for (const name of Object.keys(OPERATIONS)) expect(page.text).toContain(`<code>${name}</code>`)
  expect(page.text).not.toContain('<script')
  const ids = [...page.text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, to] of page.text.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(to)
  const tag = (await ask(app, '/openapi.json')).headers.get('etag') ?? ''
  expect((await ask(app, '/openapi.json', { headers: { 'if-none-match': tag } })).status).toBe(304)
  expect(`${BASE}/openapi.json`).toContain('/api/v1/')
  await record.close()
})
