import { describe, expect, it } from 'vitest'
import { articleFromHtml } from './html.js'
import { pageMetadata } from './html-metadata.js'
import { metadataDate } from './metadata-date.js'
import { openBytes } from './open.js'

const paragraphs = [
  'UNITED NATIONS — The Security Council put off a vote on Thursday, as two members asked their capitals, diplomats said.',
  'A draft that Britain &amp; France circulated would freeze assets, ban travel, and ask for reports, one envoy said.',
  'The ministry in the capital called the text “unbalanced,” and said that it would answer, a spokesman told reporters.',
]
/** Written for the project: a page with the frame that news sites put around an article. */
const page = `<!doctype html><html><head><title>Council puts off vote - The Example Times</title>
<meta property="og:site_name" content="The Example Times"><meta property="og:title" content="Council puts off vote">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"X"},{"@type":"NewsArticle","headline":"Council puts off vote","datePublished":"2011-03-10T22:15:00-05:00","publisher":{"@type":"Organization","name":"The Example Times"}}]}</script>
<style>p { color: red }</style></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<header>Subscribe now</header><main><article><h1>Council puts off vote</h1>${paragraphs.map((each) => `<p>${each}</p>`).join('\n')}
<div class="share-buttons"><a href="#">Share on a network</a></div></article></main>
<aside class="related"><h2>Most read</h2><ul><li><a href="/a">Another story altogether</a></li></ul></aside>
<form class="comments">Leave a reply<textarea></textarea></form><footer>© The Example Times</footer></body></html>`

describe('a saved page', () => {
  it('gives headline and text without the frame, with title, day and outlet', () => {
    const article = articleFromHtml(page, 'a.html')
    expect(article.text).toBe(['Council puts off vote', ...paragraphs].join('\n\n').replace('&amp;', '&'))
    expect(article).toMatchObject({
      title: 'Council puts off vote',
      published: '2011-03-10',
      source: 'The Example Times',
    })
  })

  it('of an old layout gives its text too: tables, line breaks, forms around everything', () => {
    const links = '<a href="/">Home</a> | <a href="/w">World</a>'
    const table = `<html><head><title>Council puts off vote - The Old Example</title></head><body><table><tr><td>${links}</td></tr><tr><td width=440>
      <h2>Council puts off vote</h2><font size=1>July 6, 2006</font><br><br>${paragraphs.join('<br><br>')}<br><br></td><td><b>RELATED</b></td></tr></table></body></html>`
    const article = articleFromHtml(table, 'a.html')
    expect(article).toMatchObject({ title: 'Council puts off vote', source: 'The Old Example' })
    expect(article.text.split('\n\n')).toEqual(
      expect.arrayContaining(paragraphs.map((each) => each.replace('&amp;', '&'))),
    )
    const form = `<html><body><form action="x.aspx"><div id="header">${links}</div><div class="story">${paragraphs.map((each) => `<p>${each}</p>`).join('')}</div></form></body></html>`
    expect(articleFromHtml(form, 'a.html').text).toBe(paragraphs.join('\n\n').replace('&amp;', '&'))
    const pre = `<html><body><pre>PRESS RELEASE\n\n${paragraphs[0]}\n${paragraphs[1]}</pre></body></html>`
    expect(articleFromHtml(pre, 'a.html').text).toBe(
      `PRESS RELEASE\n\n${paragraphs[0]}\n${paragraphs[1]?.replace('&amp;', '&')}`,
    )
  })

  it('is read in the encoding that it declares', async () => {
    const latin = Buffer.from(
      `<html><head><meta charset="iso-8859-1"></head><body><p>C\xf4te</p></body></html>`,
      'latin1',
    )
    expect((await openBytes(latin, 'a.html'))[0]).toMatchObject({ article: { text: 'Côte' } })
  })

  it('that nests without end or holds too much is read all the same', () => {
    const deep = `<html><body>${'<div>'.repeat(200_000)}<p>At last a word.</p>`
    expect(articleFromHtml(deep, 'a.html').text).toBe('At last a word.')
    const wide = `<html><body>${'<p>A paragraph, said he.</p>'.repeat(100_000)}</body></html>`
    expect(articleFromHtml(wide, 'a.html').text.length).toBe(100_000 * 23 - 2)
  })

  it('without words is refused', () => {
    expect(() => articleFromHtml('<html><body><script>x()</script><nav>Home</nav></body></html>', 'a.html')).toThrow(
      /without words/,
    )
  })
})

describe('metadata', () => {
  const published = (head: string) => pageMetadata(`<html><head>${head}</head></html>`).published
  it('finds the day in meta tags and time elements, and not where they disagree', () => {
    expect(published('<meta property="article:published_time" content="2017-09-11T23:59:00+09:00">')).toBe('2017-09-11')
    expect(published('<meta name="DC.date.issued" content="2017-09">')).toBe('2017-09')
    expect(published('<meta name="article:modified_time" content="2019-01-01">')).toBeUndefined()
    expect(published('<time datetime="2006-07-07">Friday</time>')).toBe('2006-07-07')
    expect(published('<time datetime="2006-07-07"></time><time datetime="2006-07-08"></time>')).toBeUndefined()
    expect(published('<time datetime="2006-07-08"></time><time class="published" datetime="2006-07-07"></time>')).toBe(
      '2006-07-07',
    )
    expect(published('<script type="application/ld+json">{broken</script>')).toBeUndefined()
  })

  it('reads the dates that metadata write, and leaves doubtful ones', () => {
    expect(metadataDate('Fri, 07 Jul 2006 23:30:00 -0400')).toBe('2006-07-07')
    expect(metadataDate('July 7, 2006')).toBe('2006-07-07')
    expect(metadataDate('20060707T1200Z')).toBe('2006-07-07')
    expect(metadataDate('20060707')).toBe('2006-07-07')
    expect(metadataDate('07/08/2006')).toBeUndefined()
    expect(metadataDate('2006-02-30')).toBeUndefined()
  })

  it('cuts the outlet off a title only where it is the outlet', () => {
    const title = (text: string, site: string) =>
      pageMetadata(`<title>${text}</title><meta property="og:site_name" content="${site}">`).title
    expect(title('Council puts off vote | The Example', 'The Example')).toBe('Council puts off vote')
    expect(title('Council puts off vote - diplomats', 'The Example')).toBe('Council puts off vote - diplomats')
  })
})
