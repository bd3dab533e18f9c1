import { describe, expect, it } from 'vitest'
import type { Article } from './article.js'
import { openBytes } from './open.js'

async function open(text: string | Uint8Array, name = 'feed.xml') {
  const opened = await openBytes(typeof text === 'string' ? Buffer.from(text) : text, name)
  return {
    articles: opened.flatMap((each): Article[] => ('article' in each ? [each.article] : [])),
    problems: opened.flatMap((each) => ('problem' in each ? [each.problem] : [])),
  }
}

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Example Wire</title><link>https://example.org/</link><image><title>Logo</title></image>
<item>
  <title>Russia opposes draft &amp; says so</title>
  <link>https://example.org/1</link>
  <guid isPermaLink="false">wire-1</guid>
  <pubDate>Tue, 01 Jun 2010 23:30:00 -0400</pubDate>
  <description>A summary.</description>
  <media:title>Picture of a hall</media:title>
  <content:encoded><![CDATA[<p>Russia opposes the draft.</p><script>x()</script><p>It said so on Tuesday.</p>]]></content:encoded>
</item>
<item><title>Only a title &lt;b&gt;bold&lt;/b&gt;</title><guid>https://example.org/2</guid></item>
<item><link>https://example.org/3</link></item>
</channel></rss>`

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>
<entry><title type="html">China &amp;amp; the draft</title><id>urn:1</id>
<link rel="edit" href="https://example.org/edit"/><link href="https://example.org/a1"/>
<updated>2010-06-03T01:00:00Z</updated><published>2010-06-02T01:00:00Z</published>
<source><title>Another feed</title><id>urn:2</id></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>China <b>opposes</b> the draft.</p><p>Second.</p></div></content></entry>
<entry><title>Plain</title><id>urn:3</id><summary>France supports it.
It said so.</summary></entry></feed>`

describe('feeds', () => {
  it('opens RSS: full content before summary, the day as printed, the outlet', async () => {
    const { articles, problems } = await open(RSS)
    expect(articles).toMatchObject([
      {
        id: 'https://example.org/1',
        title: 'Russia opposes draft & says so',
        text: 'Russia opposes draft & says so\n\nRussia opposes the draft.\n\nIt said so on Tuesday.',
        published: '2010-06-01',
        publishedFrom: 'metadata',
        source: 'Example Wire',
        url: 'https://example.org/1',
      },
      { id: 'https://example.org/2', title: 'Only a title bold', source: 'Example Wire' },
    ])
    expect(problems).toMatchObject([{ what: 'an entry without words', place: { file: 'feed.xml:3' } }])
  })

  it('opens Atom, with markup as text and as XHTML', async () => {
    const { articles, problems } = await open(ATOM, 'feed.atom')
    expect(problems).toEqual([])
    expect(articles).toMatchObject([
      {
        title: 'China & the draft',
        text: 'China & the draft\n\nChina opposes the draft.\n\nSecond.',
        published: '2010-06-02',
        url: 'https://example.org/a1',
        source: 'Desk',
      },
      { id: 'urn:3', text: 'Plain\n\nFrance supports it.\nIt said so.' },
    ])
  })

  it('gives an entry the same hash when it comes again among others', async () => {
    const [before] = (await open(RSS)).articles
    const later = RSS.replace('<item>', '<item><title>Newer</title><guid>n</guid></item>\n<item>')
    const { articles } = await open(later)
    expect(articles[0]?.title).toBe('Newer')
    expect(articles[1]?.hash).toBe(before?.hash)
    expect(new Set(articles.map(({ hash }) => hash)).size).toBe(3)
  })

  it('tells a feed by its bytes, and its encoding by its declaration', async () => {
    const text = RSS.replace('UTF-8', 'windows-1251').replace('A summary.', '').replace('It said so', 'Россия')
    const bytes = Buffer.from(
      [...text].map((c) => (c.charCodeAt(0) > 0x40f ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))),
    )
    expect((await open(bytes, 'download')).articles[0]?.text).toContain('Россия on Tuesday')
  })

  it('refuses what is no feed, with what it is', async () => {
    const wrong: readonly (readonly [string, RegExp])[] = [
      ['<?xml version="1.0"?><urlset><url/></urlset>', /no feed \(its root is <urlset>\)/],
      ['<opml><body><outline/></body></opml>', /<opml>/],
      ['{"version": "https://jsonfeed.org/version/1.1", "items": []}', /no XML/],
      ['<rss><channel><title>x</title></channel></rss>', /a feed without entries/],
    ]
    for (const [text, message] of wrong) {
      const { articles, problems } = await open(text)
      expect(articles).toEqual([])
      expect(problems).toHaveLength(1)
      expect(problems[0]?.what).toMatch(message)
      expect(problems[0]).toMatchObject({ expected: 'RSS or Atom', place: { file: 'feed.xml' } })
    }
  })

  it('gives what it can of a feed that is cut off', async () => {
    const { articles } = await open(RSS.slice(0, RSS.indexOf('Only a title')))
    expect(articles[0]?.title).toBe('Russia opposes draft & says so')
  })
})
