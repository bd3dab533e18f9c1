import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addArticles,
  browseArticles,
  browseClaims,
  type Connection,
  recordHead,
  rereadArticles,
  storedReadings,
} from '../src/record/index.js'
import { incoming, NOON, report } from './record-articles.js'
import { homes, newRecord } from './record-homes.js'

afterAll(async () => {
  for (const home of homes) await home.clear()
})

for (const home of homes) {
  describe.skipIf(home.missing !== undefined)(`lists of a record over ${home.name}`, () => {
    let record: Connection
    let seq = 0
    beforeAll(async () => {
      record = await newRecord(home)
      const days = ['2010', '2010-06', '2010-06-05', '2010-06-20', '2011-01-01']
      const articles = Array.from({ length: 900 }, (_, number) => {
        const published = days[number % 6]
        return {
          ...report(number),
          ...(published === undefined
            ? { text: `No day ${number}. ${report(number).text.split('\n\n')[2]}` }
            : { published }),
        }
      })
      await addArticles(record, incoming(articles), NOON)
      seq = (await recordHead(record)).seq
    })
    afterAll(async () => record.close())

    const all = (filter: Omit<Parameters<typeof browseArticles>[1], 'limit' | 'seq'> = {}) =>
      browseArticles(record, { limit: 10_000, seq, ...filter })

    it('puts the latest first and the undated last, each once', async () => {
      const lines = await all()
      expect(lines).toHaveLength(900)
      expect(new Set(lines.map(({ id }) => id)).size).toBe(900)
      const days = lines.map(({ published }) => published ?? '')
      expect(days).toEqual([...days].sort().reverse())
      expect(days.at(-1)).toBe('')
      const readings = await storedReadings(record)
      expect(new Map(lines.map(({ id, claims }) => [id, claims]))).toEqual(
        new Map(readings.map(({ article, claims }) => [article.id, claims.length])),
      )
    })

    it('takes a vague day where it may lie inside', async () => {
      const found = new Set((await all({ from: '2010-06-10', to: '2010-06-30' })).map(({ published }) => published))
      expect(found).toEqual(new Set(['2010', '2010-06', '2010-06-20']))
      expect(new Set((await all({ to: '2010-06-06' })).map(({ published }) => published))).toEqual(
        new Set(['2010', '2010-06', '2010-06-05']),
      )
    })

    it('looks for words through the whole record, whatever their signs', async () => {
      const held = (word: string) => async () => {
        const { length } = (await storedReadings(record)).filter(({ article }) =>
          article.text.toLowerCase().includes(word),
        )
        return length
      }
      expect(await all({ words: ['REPORT', 'No day'] })).toHaveLength(await held('no day')())
      expect(await all({ words: ['Report 893 was'] })).toHaveLength(await held('report 893 was')())
      for (const words of [['100%'], ['no_day'], ['\\'], ["'"], ['no day 5%']])
        expect(await all({ words }), words[0]).toHaveLength(await held((words[0] ?? '').toLowerCase())())
      expect(await browseArticles(record, { limit: 7, seq, words: ['report'] })).toHaveLength(7)
    })

    it('goes through claims by any filter as reading them all does', async () => {
      const stances = (await storedReadings(record)).flatMap(({ claims }) =>
        claims.filter(({ claim }) => claim.kind === 'stance' && claim.actor === 'CHN' && claim.stance === 'opposes'),
      )
      const ids: string[] = []
      let after: Parameters<typeof browseClaims>[1]['after']
      do {
        const page = await browseClaims(record, {
          kind: 'stance',
          actor: 'CHN',
          stance: 'opposes',
          limit: 17,
          seq,
          ...(after === undefined ? {} : { after }),
        })
        expect(page.items.length).toBeLessThanOrEqual(17)
        ids.push(...page.items.map(({ id }) => id))
        after = page.next
      } while (after !== undefined)
      expect(stances.length).toBeGreaterThan(20)
      expect([...ids].sort()).toEqual(stances.map(({ id }) => id).sort())
    })

    it('shows claims of the latest reading alone, and what was known before', async () => {
      const none = { version: '9', read: () => ({ article: '', claims: [], problems: [] }) }
      await rereadArticles(record, NOON, { reader: none as never })
      const now = (await recordHead(record)).seq
      expect(now).toBeGreaterThan(seq)
      expect((await browseClaims(record, { limit: 10, seq: now })).items).toEqual([])
      expect((await browseClaims(record, { limit: 10, seq })).items).toHaveLength(10)
    })
  })
}
