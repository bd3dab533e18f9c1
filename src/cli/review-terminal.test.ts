import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createColors } from 'picocolors'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ALL } from '../../test/matter-articles.js'
import { incoming, NOON } from '../../test/record-articles.js'
import { claimsToReview, makeMatter, type ReviewItem } from '../matters/index.js'
import { addArticles, type Connection, latestRulings, openRecord, rulingsOf } from '../record/index.js'
import { keysOf } from './keys.js'
import { reviewOn } from './review-terminal.js'

const folder = mkdtempSync(join(tmpdir(), 'penholder-review-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let record: Connection
let items: ReviewItem[]
let made = 0
beforeEach(async () => {
  record = await openRecord(join(folder, `${++made}.db`), { create: true })
  await addArticles(record, incoming(ALL), NOON)
  await makeMatter(record, NOON, { title: 'Iran', target: 'IRN' })
  items = []
  for await (const item of claimsToReview(record, { matter: 'iran', kinds: ['stance'] })) items.push(item)
  return () => record.close()
})

/** Presses keys in turn, a text for each chunk that a terminal would send; answers with what was shown. */
async function press(keys: readonly string[], width = 80, isColoured = false) {
  let shown = ''
  const place = {
    keys: (async function* () {
      yield* keys
    })(),
    write: (text: string) => {
      shown += text
    },
    colours: createColors(isColoured),
    width,
  }
  const done = await reviewOn(place, items, record, () => NOON)
  return { shown, ...done }
}

async function verdicts(): Promise<(readonly [string, string])[]> {
  return [...(await latestRulings(record)).values()].map(({ claim, verdict }) => [claim.id, verdict] as const)
}

describe('a review on a terminal', () => {
  it('keeps each ruling at once, and stops where the keys end', async () => {
    expect(items.length).toBeGreaterThan(5)
    const { ruled, left, shown } = await press(['a', 'r', 's', 'a', 'q', 'a'])
    expect({ ruled, left }).toEqual({ ruled: 3, left: items.length - 3 })
    expect(await verdicts()).toEqual([
      [items[0]?.id, 'accepted'],
      [items[1]?.id, 'rejected'],
      [items[3]?.id, 'accepted'],
    ])
    expect(shown).toContain(`1 of ${items.length} · tabled.txt · 2010-06-02`)
    expect(shown).toContain('FRA sponsors resolution 2010-06-02')
    // The keys may come in one piece, and the input may end without a word.
    expect(await press(['rr'])).toMatchObject({ ruled: 2 })
    expect(await press([])).toMatchObject({ ruled: 0, left: items.length })
    expect(await press(['a', '\u0003', 'a'])).toMatchObject({ ruled: 1 })
    expect((await verdicts())[0]).toEqual([items[0]?.id, 'accepted'])
  })

  it('shows the sentence with the quote marked, and nothing that could steer a terminal', async () => {
    const { shown } = await press(['s', 's', 'q'])
    const flat = shown.replace(/\s+/g, ' ')
    expect(flat).toContain('»France tabled a draft resolution on Wednesday that would impose« sanctions on Iran.')
    expect(flat).toContain('»Russia opposes the draft resolution, its ambassador said«.')
    const [first] = items
    if (first === undefined) throw new Error('nothing to review')
    items = [{ ...first, article: { ...first.article, name: 'a\u001b[2Jb', title: 'c\u202ed' } }]
    const hostile = (await press(['q'])).shown
    expect(hostile).toContain('a[2Jb · cd')
    expect(hostile.includes('\u001b') || hostile.includes('\u202e')).toBe(false)
    expect((await press(['q'], 80, true)).shown).toContain('\u001b[7m')
  })

  it('undoes to what stood before', async () => {
    await press(['r'])
    const again = await press(['a', 'u', 'q'])
    expect(again.shown).toMatch(/accepted\n.*undone\n.*1 of/s)
    expect(again.ruled).toBe(0)
    expect(await verdicts()).toEqual([[items[0]?.id, 'rejected']])
    expect((await rulingsOf(record, items[0]?.id ?? '')).map(({ verdict }) => verdict)).toEqual([
      'rejected',
      'accepted',
      'rejected',
    ])
    await press(['s', 'a', 'a', 'u', 'u', 'u', 'r'])
    expect(await verdicts()).toEqual([
      [items[0]?.id, 'rejected'],
      [items[1]?.id, 'rejected'],
    ])
    expect((await press(['u', 'q'])).shown).toContain('nothing to undo')
  })

  it('takes a note with the next ruling alone', async () => {
    await press(['n', 'Sa', 'id', '\u007f\u007fid so\r', 'a', 'r'])
    const rulings = [...(await latestRulings(record)).values()]
    expect(rulings.map(({ note }) => note)).toEqual(['Said so', undefined])
    await press(['s', 's', 'n', 'not this\u001b', 'a'])
    expect([...(await latestRulings(record)).values()].map(({ note }) => note)).toEqual([
      'Said so',
      undefined,
      undefined,
    ])
  })

  it('edits fields, tells what can’t be, and keeps nothing where one breaks off', async () => {
    const broken = await press(['e', 'stance=opposes\r', '\u001b', 'q'])
    expect(broken).toMatchObject({ ruled: 0 })
    expect(await verdicts()).toEqual([])
    const { shown, ruled } = await press([
      'e',
      'stance=likes\r',
      'nonsense\r',
      'quote=nobody said this\r',
      'stance=supports\r',
      'quote=France tabled a draft resolution\r',
      'target=\r',
      '\r',
      'q',
    ])
    expect(ruled).toBe(1)
    expect(shown).toContain('Invalid option')
    expect(shown).toContain('field=value, such as stance=opposes')
    expect(shown).toContain('do not stand in the article')
    const [ruling] = [...(await latestRulings(record)).values()]
    expect(ruling).toMatchObject({ verdict: 'edited', edited: { stance: 'supports', actor: 'FRA' } })
    expect(ruling?.edited?.quote.text).toBe('France tabled a draft resolution')
    expect(ruling?.edited).not.toHaveProperty('target')
    // An edit that says nothing is none.
    expect(await press(['s', 'e', '\r', 'q'])).toMatchObject({ ruled: 0 })
  })

  it('passes over keys that mean nothing', async () => {
    const { ruled, shown } = await press(['\u001b[A', '\u001bOP', '\r', ' ', 'x', 'a'])
    expect(ruled).toBe(1)
    expect(shown.split('a accept').length).toBeGreaterThan(3)
  })
})

describe('keys', () => {
  it('come one at a time, whole characters, without what arrow keys send', async () => {
    const keys = keysOf(
      (async function* () {
        yield 'a\u001b[1;5Cb'
        yield '😀é'
      })(),
      () => undefined,
    )
    const got: (string | undefined)[] = []
    for (let at = 0; at < 5; at++) got.push(await keys.next())
    expect(got).toEqual(['a', 'b', '😀', 'é', undefined])
  })
})
