import { expect, it } from 'vitest'
import { hashOf } from './bytes.js'
import { openBytes } from './open.js'

const FIRST = `Subject: Russia opposes draft
Date: Tue, 1 Jun 2010 10:00:00 +0000
From: Desk <desk@example.org>

Russia opposes the draft.

From Moscow it was said so.
`
const SECOND = 'Subject: Second\nDate: Wed, 2 Jun 2010 10:00:00 +0000\n\nChina too.\n'
const quoted = (mail: string) => mail.replaceAll(/^(>*From )/gm, '>$1').replace('>From: ', 'From: ')
const MBOX = `From desk@example.org Tue Jun  1 10:00:00 2010\n${quoted(FIRST)}\nFrom x Wed Jun  2 10:00:00 2010\n${SECOND}`

it('opens each mail of an mbox, with the hash that it has in a file of its own', async () => {
  for (const name of ['mails.mbox', 'unnamed']) {
    for (const text of [MBOX, MBOX.replaceAll('\n', '\r\n')]) {
      const opened = await openBytes(Buffer.from(text), name)
      expect(opened).toMatchObject([
        { article: { id: `${name}:1`, title: 'Russia opposes draft', published: '2010-06-01', source: 'Desk' } },
        { article: { id: `${name}:2`, title: 'Second', published: '2010-06-02' } },
      ])
      const own = text === MBOX ? FIRST : FIRST.replaceAll('\n', '\r\n')
      expect(opened[0]).toMatchObject({ article: { hash: hashOf(Buffer.from(own)) } })
      expect(opened[0]).toMatchObject({ article: { text: expect.stringContaining('From Moscow') } })
    }
  }
})

it('says what is wrong: no mbox, a mail without words', async () => {
  expect(await openBytes(Buffer.from('Dear all,\n\nFrom here on'), 'a.mbox')).toMatchObject([
    { problem: { what: expect.stringContaining('does not begin with "From "'), place: { file: 'a.mbox', line: 1 } } },
  ])
  const broken = `From x Tue Jun  1 10:00:00 2010\nContent-Type: image/png\n\n\nFrom x Wed Jun  2 10:00:00 2010\n${SECOND}`
  const opened = await openBytes(Buffer.from(broken), 'a.mbox')
  expect(opened).toHaveLength(2)
  expect(opened[1]).toMatchObject({ article: { title: 'Second' } })
})
