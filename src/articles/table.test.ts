import { expect, it } from 'vitest'
import { openBytes } from './open.js'

const TABLE = `ID,Title,Text,Published,Section,Source
1,Russia opposes,"Russia opposes, it said,
the ""draft"".",2010-06-01,world,Wire
2,China,China too.,,world,
`

it('opens the rows of a table by the names of its columns', async () => {
  const expected = [
    {
      article: {
        id: '1',
        title: 'Russia opposes',
        text: 'Russia opposes, it said,\nthe "draft".',
        published: '2010-06-01',
        publishedFrom: 'metadata',
        source: 'Wire',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    },
    { article: { id: '2', title: 'China', text: 'China too.', hash: expect.any(String) } },
  ]
  expect(await openBytes(Buffer.from(TABLE), 'a.csv')).toEqual(expected)
  expect(await openBytes(Buffer.from(`\ufeff${TABLE}`), 'a.csv')).toEqual(expected)
  expect(await openBytes(Buffer.from('text;title\n"It is; so";T\n'), 'a.csv')).toMatchObject([
    { article: { id: 'a.csv:2', text: 'It is; so', title: 'T' } },
  ])
  expect(await openBytes(Buffer.from('title\ttext\nT\tA, b; c\n'), 'a.tsv')).toMatchObject([
    { article: { text: 'A, b; c' } },
  ])
})

it('says what is wrong with a table or a row', async () => {
  const problem = async (text: string | Uint8Array) =>
    (await openBytes(Buffer.from(text as string), 'a.csv')).flatMap((each) => ('problem' in each ? [each.problem] : []))
  expect(await problem('headline,body\na,b\n')).toMatchObject([
    { what: 'a table without a column "text" (it has "headline", "body")', place: { file: 'a.csv', line: 1 } },
  ])
  expect(await problem('id,text\n1,\n2,x\n')).toMatchObject([{ what: 'an article without words', place: { line: 2 } }])
  expect(await problem('text,published\nx,07/08/2006\n')).toMatchObject([
    { what: expect.stringContaining('is no date') },
  ])
  expect(await problem('text\n"never closed\n')).toMatchObject([{ what: expect.stringContaining('a broken table') }])
  expect(await problem(Buffer.from('text\ncaf\xe9\n', 'latin1'))).toMatchObject([
    { what: 'not UTF-8', todo: expect.stringContaining('--encoding') },
  ])
  const [opened] = await openBytes(Buffer.from('text\ncaf\xe9\n', 'latin1'), 'a.csv', { encoding: 'windows-1252' })
  expect(opened).toMatchObject({ article: { text: 'café' } })
})
