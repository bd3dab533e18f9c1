import { afterAll, describe, expect, it } from 'vitest'
import {
  addArticles,
  articleId,
  exportRecord,
  importRecord,
  keepProposal,
  keepRulings,
  proposals,
  storedReadings,
  verifyRecord,
} from '../src/record/index.js'
import { incoming, NOON, report, stampAt } from './record-articles.js'
import { homes, newRecord } from './record-homes.js'

afterAll(async () => {
  for (const home of homes) await home.clear()
})

const LATER = stampAt('2026-05-01T00:00:00.000Z')
const article = report(1)
const id = articleId(article)
const quote = { text: article.text.slice(0, 40) }
const claim = { kind: 'event', type: 'report', article: id, basis: 'media', quote }

describe.each(homes.filter(({ missing }) => missing === undefined))('proposals over $name', (home) => {
  it('are kept beside the readings, once, and go through an export', async () => {
    const one = await newRecord(home)
    await addArticles(one, incoming([article]), NOON)
    const before = await storedReadings(one)
    const first = await keepProposal(one, LATER, { claim, tool: 'x', for: 'somebody', note: 'why' })
    expect(first.isNew).toBe(true)
    expect(await keepProposal(one, LATER, { claim })).toMatchObject({ isNew: false, claim: { id: first.claim.id } })
    expect(await storedReadings(one)).toEqual(before)
    const [kept] = await proposals(one)
    expect(kept).toEqual({
      id: first.claim.id,
      gist: first.claim.gist,
      seq: 2,
      claim: { ...claim, quote: { ...quote, start: 0, end: 40 } },
      tool: 'x',
      for: 'somebody',
      note: 'why',
      kept: { by: LATER.who, at: LATER.at },
    })
    expect(await proposals(one, { known: '2026-04-30' })).toEqual([])
    expect(await proposals(one, { articles: ['none'] })).toEqual([])
    expect((await verifyRecord(one)).problems).toEqual([])
    const lines: string[] = []
    for await (const text of exportRecord(one)) lines.push(...text.trimEnd().split('\n'))
    const copy = await newRecord(home)
    await importRecord(copy, lines, 'x')
    expect(await proposals(copy)).toEqual(await proposals(one))
    await copy.close()
    await one.close()
  })

  it('say nothing that a reading says, or that a person rejected', async () => {
    const one = await newRecord(home)
    await addArticles(one, incoming([article]), NOON)
    const [reading] = await storedReadings(one)
    const [read] = reading?.claims ?? []
    expect(await keepProposal(one, LATER, { claim: { ...read?.claim } })).toMatchObject({ isNew: false })
    expect(await proposals(one)).toEqual([])
    await keepRulings(one, NOON, [{ claim: read?.id ?? '', verdict: 'rejected' }])
    await expect(keepProposal(one, LATER, { claim: { ...read?.claim } })).rejects.toThrow(/a person rejected/)
    await one.close()
  })

  it.each([
    ['no words', { quote: { text: ' ' } }, /has no words/],
    ['other words', { quote: { text: 'never written' } }, /do not stand in the article/],
    ['another place', { quote: { ...quote, start: 1 } }, /at its place/],
    ['an end that is not the words’', { quote: { ...quote, start: 0, end: 12 } }, /at its place/],
    ['no quote', { quote: undefined }, /has no words/],
    ['no article', { article: undefined }, /there is no article/],
    ['an unknown type', { type: 'party' }, /type/],
    ['a field of another kind', { stance: 'opposes' }, /stance/],
  ])('with %s are refused, and nothing is kept', async (_what, more, told) => {
    const one = await newRecord(home)
    await addArticles(one, incoming([article]), NOON)
    await expect(keepProposal(one, LATER, { claim: { ...claim, ...more } })).rejects.toThrow(told)
    expect(await one.all('select seq from log')).toHaveLength(1)
    await one.close()
  })
})
