import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Article } from '../src/articles/index.js'
import { BRIEF_FORMATS, type BriefFormat, briefOf, renderBrief } from '../src/brief/index.js'
import { makeDraft, makeMatter } from '../src/matters/index.js'
import { addArticles, type Connection, keepRulings, openRecord, storedReadings } from '../src/record/index.js'
import { FIVE } from './brief-articles.js'
import { incoming, NOON, stampAt } from './record-articles.js'
import { type Home, homes } from './record-homes.js'

const FORMATS = Object.keys(BRIEF_FORMATS) as BriefFormat[]

/** The brief’s tests, the same over each database. */
export function briefSuite(): void {
  afterAll(async () => {
    for (const home of homes) await home.clear()
  })
  for (const home of homes) {
    describe.skipIf(home.missing !== undefined)(`the brief over ${home.name}`, () => suite(home))
  }
}

const bytesOf = new Map<BriefFormat, string>()

type Asked = Parameters<typeof briefOf>[2]

async function written(record: Connection, asked: Asked = {}, matter = 'PRK'): Promise<Record<string, string>> {
  const brief = await briefOf(record, matter, asked)
  const found: Record<string, string> = {}
  for (const format of FORMATS) found[format] = Buffer.from(await renderBrief(brief, format)).toString('base64')
  return found
}

function suite(home: Home): void {
  const open: Connection[] = []
  async function record(articles: readonly Article[] = [], stamp = NOON): Promise<Connection> {
    const made = await openRecord(await home.place(), { create: true })
    open.push(made)
    for (const article of articles) await addArticles(made, incoming([article]), stamp)
    return made
  }
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close()
  })

  it('has the same bytes in whatever order the articles came, and when they came twice', async () => {
    const expected = await written(await record(FIVE), { since: '2009-01-01' })
    // The first home's bytes are those of the other too.
    for (const format of FORMATS) {
      const bytes = bytesOf.get(format) ?? expected[format]
      bytesOf.set(format, bytes ?? '')
      expect(expected[format] === bytes, format).toBe(true)
    }
    const order = fc.shuffledSubarray([...FIVE], { minLength: FIVE.length })
    await fc.assert(
      fc.asyncProperty(order, async (shuffled) => {
        const other = await record(shuffled, stampAt('2026-05-05T05:05:05.000Z'))
        await addArticles(other, incoming([...shuffled].reverse()), NOON)
        expect(await written(other, { since: '2009-01-01' })).toEqual(expected)
      }),
      { numRuns: 3 },
    )
  })

  it('of a day is the same after later articles were added', async () => {
    const one = await record(FIVE.slice(0, 1))
    const before = await written(one, { on: '2006-07-08' })
    await addArticles(one, incoming(FIVE.slice(1)), stampAt('2026-02-01T00:00:00.000Z'))
    expect(await written(one, { on: '2006-07-08' })).toEqual(before)
    expect(await written(one)).not.toEqual(before)
  })

  it('can be given again as it was known, whatever came later', async () => {
    const one = await record(FIVE.slice(0, 3))
    await makeMatter(one, NOON, { id: 'missiles', title: 'Missiles', target: 'PRK' })
    const before = await written(one, {}, 'missiles')
    const later = stampAt('2026-02-01T00:00:00.000Z')
    await addArticles(one, incoming(FIVE.slice(3)), later)
    const claims = (await storedReadings(one)).flatMap((reading) => reading.claims)
    const against = claims.find(({ claim }) => claim.kind === 'stance' && claim.actor === 'RUS')
    await keepRulings(one, later, [{ claim: against?.id ?? '', verdict: 'rejected' }])
    await makeDraft(one, later, {
      id: 'japan',
      matter: 'missiles',
      label: 'Japan’s draft',
      sponsors: ['JPN'],
      tabled: '2006-07-07',
    })
    expect(await written(one, { known: '2026-01-31' }, 'missiles')).toEqual(before)
    expect((await written(one, {}, 'missiles')).json).not.toEqual(before.json)
  })

  it('leaves out what was rejected and marks what was accepted', async () => {
    const one = await record(FIVE.slice(0, 1))
    const claims = (await storedReadings(one)).flatMap((reading) => reading.claims)
    const on = (actor: string) =>
      claims.filter(({ claim }) => claim.kind === 'stance' && claim.actor === actor && claim.basis !== 'headline')
    const verdicts = [
      ...on('RUS').map(({ id }) => ({ claim: id, verdict: 'rejected' as const })),
      ...on('FRA').map(({ id }) => ({ claim: id, verdict: 'accepted' as const })),
    ]
    expect(on('RUS').length * on('FRA').length).toBeGreaterThan(0)
    await keepRulings(one, NOON, verdicts)
    const brief = await briefOf(one, 'PRK')
    const row = (code: string) => brief.members.find((member) => member.code === code)
    expect(row('RUS')?.stands).toEqual([])
    expect(row('FRA')?.stands[0]?.words?.ruling).toBe('accepted')
    expect(brief.basis.accepted).toBe(on('FRA').length)
    expect(brief.count?.mayBlock).toEqual(['CHN'])
  })

  it('shows drafts that people keep with their versions', async () => {
    const one = await record(FIVE.slice(0, 1))
    await makeMatter(one, NOON, { id: 'missiles', title: 'Missiles', target: 'PRK' })
    await makeDraft(one, NOON, {
      id: 'japan',
      matter: 'missiles',
      label: 'Japan’s draft',
      sponsors: ['JPN'],
      tabled: '2006-07-07',
      versions: [
        { label: 'first', date: '2006-07-07' },
        { label: 'second', date: '2006-07-14' },
      ],
    })
    const early = await briefOf(one, 'missiles', { on: '2006-07-08' })
    expect(early.texts).toHaveLength(1)
    expect(early.texts[0]).toMatchObject({ draft: 'japan', isOnTheTable: true, sponsors: ['JPN'] })
    expect(early.texts[0]?.versions.map(({ label }) => label)).toEqual(['first'])
    const late = await briefOf(one, 'missiles', { on: '2006-07-14' })
    expect(late.columns.map(({ label }) => label)).toEqual(expect.arrayContaining(['Japan’s draft', 'first', 'second']))
    await expect(briefOf(one, 'PRK')).rejects.toThrow('one of missiles')
  })

  it('keeps what was held before a vote beside the vote', async () => {
    const brief = await briefOf(await record(FIVE), 'PRK', { on: '2006-07-16', since: '2006-07-10' })
    const china = brief.members.find(({ code }) => code === 'CHN')?.stands ?? []
    expect(china.map(({ column, stance, vote }) => [column, stance, vote])).toEqual(
      expect.arrayContaining([
        ['text-2006-07-08', expect.any(String), 'Y'],
        ['text-2006-07-08 before', 'against', undefined],
      ]),
    )
    const [text] = brief.texts
    expect(text?.vote?.tally).toBe('15–0–0')
    expect(text?.stoodBefore?.find(({ mark }) => mark === 'opposes it')?.members).toEqual(['CHN', 'RUS'])
    const changes = brief.changes.map(({ day, what }) => `${day} ${what}`)
    expect(changes).toContainEqual(
      expect.stringMatching(/^2006-07-15 Russia on S\/RES\/1695 \(2006\): against → voted for/),
    )
  })

  it('says what is missing where there is little', async () => {
    const one = await record()
    await makeMatter(one, NOON, { id: 'empty', title: 'Nothing yet', target: 'FRA' })
    await expect(briefOf(one, 'empty')).rejects.toThrow('--on')
    await expect(briefOf(one, 'PRK')).rejects.toThrow('no matter "PRK"')
    await expect(briefOf(one, 'empty', { on: '2006-02-30' })).rejects.toThrow('is no date')
    await expect(briefOf(one, 'empty', { on: '2006-07-08', since: '2006-07-08' })).rejects.toThrow('no day before')
    const brief = await briefOf(one, 'empty', { on: '2006-07-08' })
    expect(brief).toMatchObject({ texts: [], columns: [], events: [], sources: [] })
    expect(brief.members).toHaveLength(15)
    expect(brief.unknown.join(' ')).toContain('No sanctions regime of the data fits France')
    for (const format of FORMATS) expect((await renderBrief(brief, format)).length).toBeGreaterThan(500)
  })

  it('names undated articles, and leaves them out', async () => {
    const { published: _, publishedFrom: __, ...undated } = { ...(FIVE[2] as Article), id: 'undated.txt' }
    const text = undated.text.replace('Saturday, July 15, 2006', 'Saturday')
    const one = await record([FIVE[0] as Article, { ...undated, text }])
    const brief = await briefOf(one, 'PRK')
    expect(brief.sources).toHaveLength(1)
    expect(brief.unknown.join(' ')).toContain('undated.txt')
  })

  it('lets no word of an article become markup or a formula', async () => {
    const one = await record(FIVE)
    const brief = await briefOf(one, 'PRK')
    const text = async (format: BriefFormat) => new TextDecoder().decode(await renderBrief(brief, format))
    const html = await text('html')
    expect(html).not.toContain('<script')
    expect(html).toContain('&#60;script&#62;')
    const md = await text('md')
    expect(md).toContain('\\<script\\>')
    expect(md).toContain('\\*bold\\*')
    const workbook = unzipSync(await renderBrief(brief, 'xlsx'))
    const parts = Object.entries(workbook).map(([name, part]) => [name, new TextDecoder().decode(part)] as const)
    expect(parts.some(([, part]) => /<f[ >]/.test(part))).toBe(false)
    const strings = parts.find(([name]) => name === 'xl/sharedStrings.xml')?.[1] ?? ''
    expect(strings).toContain('=HYPERLINK(')
    expect(strings).toContain('_x005F_x0041_')
    for (const format of ['docx', 'xlsx'] as const) wellFormed(unzipSync(await renderBrief(brief, format)))
  })

  it('stands on words that are in the articles, each with its place', async () => {
    const one = await record(FIVE)
    const brief = await briefOf(one, 'PRK', { since: '2006-07-10' })
    const texts = new Map((await storedReadings(one)).map(({ article }) => [article.id, article.text]))
    let seen = 0
    const look = (value: unknown): void => {
      if (value === null || typeof value !== 'object') return
      const { text, cite } = value as { text?: string; cite?: { source: number; start: number; end: number } }
      if (text !== undefined && cite !== undefined) {
        const article = brief.sources[cite.source - 1]?.article ?? ''
        expect(texts.get(article)?.slice(cite.start, cite.end)).toBe(text)
        seen++
      }
      for (const each of Object.values(value)) look(each)
    }
    look(brief)
    expect(seen).toBeGreaterThan(20)
    expect(brief.sources.map(({ alsoIn }) => alsoIn.length)).toEqual([1, 0, 0, 0])
    expect(brief.basis).toMatchObject({ articles: 5, repeats: 1 })
    // No article tells of it; the record of votes does.
    expect(brief.decisions.map(({ text }) => text)).toContain('S/RES/1718 (2006)')
    expect(brief.changes.map(({ what }) => what).join()).toContain('vote on record: S/RES/1718 (2006), adopted 15–0–0')
  })
}

function wellFormed(parts: Readonly<Record<string, Uint8Array>>): void {
  const xml = Object.entries(parts).filter(([name]) => /\.(?:xml|rels)$/.test(name))
  expect(xml.length).toBeGreaterThan(5)
  for (const [name, part] of xml) {
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw new Error(`${name}: ${error.message}`)
    })
    parser.write(new TextDecoder().decode(part)).close()
  }
}
