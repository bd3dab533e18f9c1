import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { check } from '../src/check/index.js'
import { claimsToReview, makeMatter, openMatter } from '../src/matters/index.js'
import { readArticle } from '../src/read/index.js'
import {
  addArticles,
  articleId,
  type Connection,
  keepCeilingReport,
  keepRulings,
  openRecord,
  proposals,
  storedReadings,
  verifyRecord,
} from '../src/record/index.js'
import { incoming, NOON, report } from './record-articles.js'

const folder = mkdtempSync(join(tmpdir(), 'penholder-mcp-'))
const place = join(folder, 'mcp.db')
const MAIN = resolve('dist/cli/main.js')
const clients: Client[] = []
afterAll(async () => {
  for (const each of clients) await each.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The official SDK's client, with the server as a child process. */
async function connect(...args: readonly string[]): Promise<Client> {
  const client = new Client({ name: 'test-assistant', version: '1' })
  const environment = { ...process.env, USER: 'tester', PENHOLDER_NOW: '2026-03-01T12:00:00Z' } as Record<
    string,
    string
  >
  delete environment.PENHOLDER_RECORD
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [MAIN, 'mcp', ...args],
    env: environment,
    stderr: 'ignore',
  })
  await client.connect(transport)
  clients.push(client)
  return client
}

/** Any tool's answer; an error of the tool as its text. */
async function call(client: Client, name: string, given: Record<string, unknown> = {}) {
  const { structuredContent, content, isError } = await client.callTool({ name, arguments: given })
  const [first] = content as { type: string; text: string }[]
  if (isError === true) return { error: first?.text ?? '' }
  expect(JSON.parse(first?.text ?? '')).toEqual(structuredContent)
  // biome-ignore lint/suspicious/noExplicitAny: the shapes are the library's, told apart by what is expected of them
  return structuredContent as any
}

const articles = Array.from({ length: 5 }, (_, number) => report(number))
const [first] = articles
const FIRST = first === undefined ? '' : articleId(first)

async function withRecord<T>(work: (record: Connection) => Promise<T>): Promise<T> {
  const record = await openRecord(place)
  try {
    return await work(record)
  } finally {
    await record.close()
  }
}

let client: Client
beforeAll(async () => {
  const record = await openRecord(place, { create: true })
  await addArticles(record, incoming(articles), NOON)
  await makeMatter(record, NOON, { title: 'The matter of the tests', target: 'IRN' })
  await record.close()
  client = await connect('--record', place)
})

describe('penholder mcp', () => {
  it('offers its tools, and says which of them writes', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name).sort()).toEqual(
      ['brief', 'check', 'count', 'law', 'matters', 'propose_claim', 'read', 'search'].sort(),
    )
    const writing = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)
    expect(writing.map(({ name }) => name)).toEqual(['propose_claim'])
    for (const { inputSchema, description } of tools) {
      expect(inputSchema.type).toBe('object')
      expect(description?.length).toBeGreaterThan(30)
    }
    expect(client.getInstructions()).toContain('never instructions')
  })

  it('reads an article as the library does, each claim with its words', async () => {
    const text = report(3).text
    const found = await call(client, 'read', { text, published: '2010-06-04', name: 'a.txt' })
    const expected = readArticle({ id: 'a.txt', text, published: '2010-06-04', publishedFrom: 'given' })
    expect(found.claims).toEqual(JSON.parse(JSON.stringify(expected.claims)))
    expect(found.claims.length).toBeGreaterThan(0)
    for (const { quote } of found.claims) expect(text.slice(quote.start, quote.end)).toBe(quote.text)
    expect(found.answer.matters.length).toBeGreaterThan(0)
  })

  it('counts a decision on record, votes by hand, and a matter', async () => {
    const recorded = await call(client, 'count', { text: 'S/2022/431' })
    expect(JSON.stringify(recorded)).toContain('vetoed')
    const hand = await call(client, 'count', { votes: { yes: ['JPN'], no: ['CHN'] }, on: '2006-07-08' })
    expect(JSON.stringify(hand)).toContain('open')
    expect((await call(client, 'count', { matter: 'the-matter-of-the-tests', on: '2010-06-09' })).on).toBe('2010-06-09')
    expect((await call(client, 'count', { text: 'S/1/1' })).error).toMatch(/no vote on|no symbol/)
    expect((await call(client, 'count', {})).error).toMatch(/one of text, votes and matter/)
    expect((await call(client, 'count', { votes: {} })).error).toMatch(/the day of the count is wanted/)
  })

  it('gives the measures of a day with their citations, also as they were known', async () => {
    const ask = (more: object) => call(client, 'law', { regime: 'dprk', on: '2018-01-02', goods: '2709', ...more })
    const cited = async (more: object) =>
      (await ask(more)).measures.map(({ citation }: { citation: string }) => citation)
    expect(await cited({})).toContain('S/RES/2397 (2017) para 4')
    expect(await cited({ known: '2017-12-01' })).toEqual(['S/RES/2375 (2017) para 15'])
    expect((await ask({ regime: 'atlantis' })).error).toMatch(/is no regime of the data; expected one of/)
  })

  it('checks an activity with the same answer as the library, and with the record’s ceilings', async () => {
    const activity = {
      kind: 'trade',
      action: 'supply',
      direction: 'to_dprk',
      goods: { description: 'diesel', hs_code: '2710.19' },
      quantity: { value: 40_000, unit: 'bbl' },
      circumstances: { livelihood: true, associated_parties: false },
    }
    const on = '2018-04-01'
    const { on: day, ...answer } = await call(client, 'check', { activity, on })
    expect(day).toBe(on)
    expect(answer).toEqual(JSON.parse(JSON.stringify(check(activity, { on }))))
    await withRecord((record) =>
      keepCeilingReport(record, NOON, {
        ceiling: '2397-5',
        from: '2018-01-01',
        to: '2018-01-31',
        source: 'committee',
        value: 470_000,
        unit: 'bbl',
        cited: 'written for this test',
      }),
    )
    expect((await call(client, 'check', { activity, on })).verdict).toBe('over-ceiling')
    expect((await call(client, 'check', { activity, on, known: '2020-01-01' })).verdict).toBe('cannot-tell')
    expect((await call(client, 'check', { activity: { kind: 'x', action: 'y' }, on })).error).toMatch(/kind/)
    expect((await call(client, 'check', { activity, on: '2018-02-30' })).error).toMatch(/2017-11-15/)
  })

  it('finds articles and claims, page by page, without their texts', async () => {
    const all = await call(client, 'search', { limit: 100 })
    expect(all.claims.length).toBeGreaterThan(8)
    const paged = []
    for (let next: string | undefined, turn = 0; turn < 50; turn++) {
      const page = await call(client, 'search', { limit: 3, ...(next === undefined ? {} : { next }) })
      paged.push(...page.claims)
      next = page.next
      if (next === undefined) break
    }
    expect(paged).toEqual(all.claims)
    expect(JSON.stringify(all)).not.toContain('was written for the tests')
    const stances = await call(client, 'search', { kind: 'stance', actor: 'RUS', limit: 100 })
    expect(stances.claims.length).toBeGreaterThan(0)
    for (const { claim } of stances.claims) expect(claim).toMatchObject({ kind: 'stance', actor: 'RUS' })
    const found = await call(client, 'search', { what: 'articles', limit: 2 })
    expect(found.articles).toHaveLength(2)
    const rest = await call(client, 'search', { what: 'articles', limit: 100, next: found.next })
    expect(rest.articles).toHaveLength(3)
    expect((await call(client, 'search', { words: 'nowhere-at-all' })).claims).toEqual([])
    expect((await call(client, 'search', { next: 'rubbish' })).error).toMatch(/no place in a list/)
  })

  it('gives a brief with its citations, and the text of the article that is asked for alone', async () => {
    const { matters } = await call(client, 'matters')
    expect(matters.map(({ id }: { id: string }) => id)).toEqual(['the-matter-of-the-tests'])
    const brief = await call(client, 'brief', { matter: 'the-matter-of-the-tests' })
    expect(brief.brief).toMatch(/“Russia supports the draft, a diplomat said” .*source-5/)
    expect((await call(client, 'brief', { matter: 'none' })).error).toMatch(/none/)
    expect((await client.listResources()).resources).toEqual([])
    const { resourceTemplates } = await client.listResourceTemplates()
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(['penholder://article/{id}'])
    const { contents } = await client.readResource({ uri: `penholder://article/${FIRST}` })
    expect(contents).toMatchObject([{ text: first?.text }])
    await expect(client.readResource({ uri: 'penholder://article/feed' })).rejects.toThrow(/no article feed/)
  })
})

describe('a proposal of a claim', () => {
  const words = first?.text.slice(0, 30) ?? ''
  const stance = { kind: 'stance', actor: 'FRA', stance: 'sponsors', about: 'talks', basis: 'media' }
  const proposed = { article: FIRST, quote: words, ...stance, note: 'missed by the reader' }

  it('enters for review, word for word, and counts nowhere until a person accepts it', async () => {
    const before = await withRecord((record) => storedReadings(record))
    const { id, state, claim } = await call(client, 'propose_claim', proposed)
    expect(state).toBe('proposed')
    expect(claim.quote).toEqual({ text: words, start: 0, end: words.length })
    expect(await call(client, 'propose_claim', proposed)).toMatchObject({ id, isNew: false, state: 'there already' })
    await withRecord(async (record) => {
      expect(await storedReadings(record)).toEqual(before)
      const isMine = ({ claim: { kind, article } }: { claim: { kind: string; article: string } }, own: string) =>
        kind === 'stance' && article === FIRST && own === id
      const view = await openMatter(record, 'the-matter-of-the-tests')
      expect(view.claims.some((one) => isMine(one, one.id))).toBe(false)
      expect(await proposals(record)).toMatchObject([
        {
          id,
          tool: 'test-assistant',
          for: 'tester',
          note: 'missed by the reader',
          kept: { by: 'assistant', at: '2026-03-01T12:00:00.000Z' },
        },
      ])
      for (const query of [{}, { matter: 'the-matter-of-the-tests' }]) {
        const items = []
        for await (const item of claimsToReview(record, query)) if (item.id === id) items.push(item)
        expect(items).toMatchObject([{ state: 'proposed', proposedBy: 'assistant' }])
      }
      expect((await verifyRecord(record)).problems).toEqual([])
      await keepRulings(record, { who: 'A. Person', at: '2026-03-02T00:00:00.000Z' }, [
        { claim: id, verdict: 'accepted' },
      ])
      const after = await openMatter(record, 'the-matter-of-the-tests')
      expect(after.claims.find((one) => one.id === id)).toMatchObject({
        ruling: 'accepted',
        ruled: { by: 'A. Person' },
      })
    })
  })

  it('is refused where its words do not stand there, or it is no claim', async () => {
    const refused = async (more: object) => (await call(client, 'propose_claim', { ...proposed, ...more })).error
    expect(await refused({ quote: 'words that nobody wrote' })).toMatch(/these words do not stand in the article/)
    expect(await refused({ quote: words.toUpperCase() })).toMatch(/do not stand in the article/)
    expect(await refused({ quote: 'the' })).toMatch(/more than once/)
    expect(await refused({ start: 3 })).toMatch(/at its place/)
    expect(await refused({ article: 'feed' })).toMatch(/no article feed/)
    expect(await refused({ stance: undefined })).toMatch(/stance/)
    expect(await refused({ by: 'UNSC' })).toMatch(/by/)
  })

  it('is refused where a person rejected the claim', async () => {
    const more = { ...proposed, quote: first?.text.slice(31, 60) ?? '' }
    const { id } = await call(client, 'propose_claim', more)
    await withRecord((record) => keepRulings(record, NOON, [{ claim: id, verdict: 'rejected', note: 'not said' }]))
    expect((await call(client, 'propose_claim', more)).error).toMatch(/a person rejected this claim \(not said\)/)
  })

  it('is not offered with --read-only; without a record only what needs none is', async () => {
    const names = async (one: Client) => (await one.listTools()).tools.map(({ name }) => name).sort()
    expect(await names(await connect('--record', place, '--read-only'))).not.toContain('propose_claim')
    const bare = await connect()
    expect(await names(bare)).toEqual(['check', 'count', 'law', 'read'])
    expect((await call(bare, 'count', { matter: 'x', on: '2010-01-01' })).error).toMatch(/no record is open/)
  })
})
