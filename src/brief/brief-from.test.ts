import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatterClaim } from '../matters/index.js'
import { type Claim, StanceClaim } from '../read/index.js'
import { briefFrom } from './brief-from.js'
import { documentOf } from './document.js'
import { documentMarkdown } from './markdown.js'
import type { BriefMaterial } from './material.js'
import { documentText } from './text.js'

const TEXT =
  'Thirteen members back it. Russia opposes the draft. China is for talks. An envoy called. Germany backs it.'

function claim(words: string, more: Partial<StanceClaim>): StanceClaim {
  const start = TEXT.indexOf(words)
  return StanceClaim.parse({
    kind: 'stance',
    article: 'a',
    quote: { text: words, start, end: start + words.length },
    basis: 'media',
    actor: 'RUS',
    stance: 'opposes',
    about: 'resolution',
    target: 'PRK',
    ...more,
  })
}

const CLAIMS: readonly Claim[] = [
  claim('Thirteen members back it', {
    actor: 'UNSC',
    stance: 'supports',
    collective: { text: 'thirteen members', count: 13 },
  }),
  claim('Russia opposes the draft', {}),
  claim('China is for talks', { actor: 'CHN', stance: 'supports', about: 'talks' }),
  claim('Germany backs it', { actor: 'DEU', stance: 'supports', article: 'b' }),
]

function material(claims: readonly Claim[], ids = ['a', 'b', 'c']): BriefMaterial {
  const days: Readonly<Record<string, string>> = { a: '2006-07-08', b: '2006-07', c: '' }
  const articles = ids.map((id) => ({
    id,
    name: `${id}.txt`,
    text: TEXT,
    hasText: true,
    problems: [],
    ...(days[id] !== '' && { published: days[id] ?? '' }),
  }))
  const dayOf = (id: string) => articles.find((each) => each.id === id)?.published
  const held = claims.map((one): MatterClaim => {
    const id = `${one.article}-${one.quote.start}`
    return {
      id,
      gist: id,
      claim: one,
      ruling: 'proposed',
      by: 'rule',
      article: one.article,
      ...(dayOf(one.article) && { published: dayOf(one.article) }),
      repeats: [],
    } as MatterClaim
  })
  return {
    isMade: false,
    view: {
      matter: { id: 'x', title: 'Case', target: 'PRK', keywords: [], kept: { by: 'me', at: '' } },
      drafts: [],
      claims: held,
      articles: articles.map((article) => ({ ...article, repeats: [], isAbout: true })),
      repeats: [],
      undated: articles
        .filter((each) => each.published === undefined)
        .map((each) => ({ ...each, repeats: [], isAbout: true })),
      notes: [],
    },
    articles,
  }
}

describe('briefFrom', () => {
  it('keeps what is said of a group apart, and shares it out among nobody', () => {
    const brief = briefFrom(material(CLAIMS), { on: '2006-07-08' })
    expect(brief.collective).toMatchObject([
      { what: 'thirteen members: supports, resolution', words: [{ text: 'Thirteen members back it' }] },
    ])
    const told = brief.members.filter(({ stands }) => stands.length > 0).map(({ code }) => code)
    expect(told).toEqual(['CHN', 'RUS'])
    expect(brief.others).toEqual([])
    expect(documentText(documentOf(brief))).toContain('SAID OF A GROUP')
  })

  it('counts an article from the last day that it can be of, and never one without a day', () => {
    const sources = (on?: string) =>
      briefFrom(material(CLAIMS), on === undefined ? {} : { on }).sources.map(({ article }) => article)
    expect(sources('2006-07-07')).toEqual([])
    expect(sources('2006-07-30')).toEqual(['a'])
    expect(sources('2006-07-31')).toEqual(['b', 'a'])
    const last = briefFrom(material(CLAIMS))
    expect(last.on).toBe('2006-07-31')
    expect(last.unknown[0]).toContain('c.txt')
    expect(briefFrom(material(CLAIMS), { on: '2006-07-31' }).unknown.join()).not.toContain('c.txt')
  })

  it('does not depend on the order of what it is made of', () => {
    const expected = briefFrom(material(CLAIMS))
    const shuffled = fc.tuple(
      fc.shuffledSubarray([...CLAIMS], { minLength: CLAIMS.length }),
      fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3 }),
    )
    fc.assert(
      fc.property(shuffled, ([claims, ids]) => {
        expect(briefFrom(material(claims, ids))).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })

  it('writes Markdown in which cells stay cells', () => {
    const lines = documentMarkdown(documentOf(briefFrom(material(CLAIMS)))).split('\n')
    const table = lines.slice(lines.indexOf('## Who stands where') + 2).filter((line) => line.startsWith('|'))
    const widths = new Set(table.slice(0, 17).map((line) => line.split(/(?<!\\)\|/).length))
    expect(widths.size).toBe(1)
  })
})
