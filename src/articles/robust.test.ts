import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBytes } from './open.js'

const NAMES = ['a', 'a.txt', 'a.md', 'a.html', 'a.eml', 'a.jsonl', 'a.txt.gz', 'a.html.gz', 'a.jsonl.gz']

/** Words and marks that formats are made of, so that chance finds their corners. */
const piece = fc.constantFrom(
  '<p>',
  '</p>',
  '<div',
  '>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<title>',
  '<table><tr><td>',
  '&amp',
  '&#x;',
  '<br>',
  '<![CDATA[',
  '{"text":',
  '"',
  '}',
  '\\u12',
  '---\n',
  '# ',
  '[a](b)',
  '**',
  '`',
  '\n',
  '\r\n',
  '\t',
  ' ',
  'Subject: ',
  'Content-Type: multipart/mixed; boundary=b\n',
  '--b',
  '=?utf-8?q?',
  '?=',
  'Russia opposed it.',
  'ä',
  '\ud800',
  '\u202e',
  '\ufeff',
  '“',
  '\u0000',
  '\u001b$B',
)
const markup = fc.array(piece, { maxLength: 60 }).map((pieces) => Buffer.from(pieces.join('')))

async function check(bytes: Uint8Array, name: string): Promise<void> {
  for (const opened of await openBytes(bytes, name)) {
    if ('article' in opened) {
      expect(opened.article.text.trim()).not.toBe('')
      expect(opened.article.prose?.length ?? opened.article.text.length).toBe(opened.article.text.length)
    } else expect(opened.problem.place?.file ?? opened.problem.what).toBeTruthy()
  }
}

describe('any bytes', () => {
  it('give an article or a problem, whatever the name says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), markup), fc.constantFrom(...NAMES), check),
      { numRuns: 600 },
    )
  })

  it('do so in gzip too, whole or cut', async () => {
    await fc.assert(
      fc.asyncProperty(markup, fc.constantFrom(...NAMES), fc.nat(200), async (bytes, name, cut) => {
        const packed = gzipSync(bytes)
        await check(packed, name)
        await check(packed.subarray(0, Math.max(2, packed.length - cut)), name)
      }),
      { numRuns: 200 },
    )
  })
})

/** Each of these took minutes in some reading of it; a hang shows as the test's timeout, not as a measured time. */
describe('input that invites a hang', () => {
  const word = '<p>Russia opposed it, said he.</p>'
  it.each([
    ['opening marks', '<'.repeat(3_000_000) + word],
    ['scripts that never close', '<script>'.repeat(200_000) + word],
    ['a comment that never closes', `<!--${'x -'.repeat(1_000_000)}`],
    ['attributes', `<div ${'a="b" '.repeat(300_000)}>${word}`],
    ['white space', `<p>a${' \n'.repeat(2_000_000)}b</p>`],
    ['many deep branches', ('<div>'.repeat(390) + word + '</div>'.repeat(390)).repeat(200)],
    ['inline elements', '<b>'.repeat(100_000) + word],
  ])('in HTML: %s', async (_, html) => check(Buffer.from(`<html><body>${html}`), 'a.html'))

  it.each(['[', '*', '_a', '<a', '`', '](', '- ', '[a](b) ', ' #'])('in Markdown: %s', async (mark) =>
    check(Buffer.from(`x${mark.repeat(500_000)}x`), 'a.md'),
  )
})
