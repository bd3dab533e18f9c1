import { PassThrough, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { check } from '../check/index.js'
import { askActivity } from './check-form.js'

const ENTER = '\r'
const DOWN = '\u001b[B'
const BREAK_OFF = '\u0003'

/** A terminal at which somebody sits who types each answer when its question has appeared. */
function sitting(answers: readonly (readonly [question: string, keys: string])[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input })
  const left = [...answers]
  let shown = ''
  const output = new Writable({
    write(chunk, _encoding, done) {
      shown += String(chunk)
      const [next] = left
      if (next !== undefined && shown.includes(next[0])) {
        left.shift()
        // Arrows and the end of a line come by themselves; a question is ready once it is drawn.
        const keys = next[1].split(/(?<=\[B)|(?=\r)/)
        setImmediate(() => {
          for (const key of keys) input.write(key)
        })
      }
      done()
    },
  })
  return { terminal: { input, output: Object.assign(output, { columns: 100, rows: 30 }) }, left, shown: () => shown }
}

const rest = [
  ['What is done', `supply${ENTER}`],
  ['From which state', `China${ENTER}`],
  ['To which state', `PRK${ENTER}`],
  ['Goods', `2710.19 diesel${ENTER}`],
  ['Quantity with unit', `20000bbl${ENTER}`],
  ['Total of the period', `430000bbl${ENTER}`],
  ['Parties', `Koryo Bank; Example Trading${ENTER}`],
  ['Purpose', `livelihood${ENTER}`],
  ['Approval by the committee', `${DOWN}${ENTER}`],
  ['Notice to the committee', ENTER],
] as const

describe('the guided form of a check', () => {
  it('makes an activity of what is typed and chosen', async () => {
    const { terminal, left } = sitting([['Day of the act', `2017-11-15${ENTER}`], ['Kind of activity', ENTER], ...rest])
    const asked = await askActivity(terminal)
    expect(left).toEqual([])
    expect(asked).toEqual({
      on: '2017-11-15',
      act: {
        kind: 'trade',
        action: 'supply',
        exporter_country: 'CHN',
        importer_country: 'PRK',
        goods: { hs_code: '2710.19', description: 'diesel' },
        quantity: { value: 20_000, unit: 'bbl' },
        period_total_so_far: { value: 430_000, unit: 'bbl' },
        parties: [{ name: 'Koryo Bank' }, { name: 'Example Trading' }],
        circumstances: { purpose_class: 'livelihood', committee_approval: 'not_sought' },
      },
    })
    expect(check(asked?.act, { on: asked?.on ?? '' }).findings.length).toBeGreaterThan(0)
  })

  it('leaves unsaid what is left empty', async () => {
    const empty = rest.map(([question]) => [question, question === 'What is done' ? `travel${ENTER}` : ENTER] as const)
    const { terminal } = sitting([
      ['Day of the act', `2018-02-06${ENTER}`],
      ['Kind of activity', `${DOWN}${ENTER}`],
      ...empty,
    ])
    expect(await askActivity(terminal)).toEqual({
      on: '2018-02-06',
      act: { kind: 'finance', action: 'travel', circumstances: {} },
    })
  })

  it('asks again for a day that is none, and for a quantity without a unit', async () => {
    const { terminal, shown } = sitting([
      ['Day of the act', `2017-11-31${ENTER}`],
      ['a day such as', `\u007f0${ENTER}`],
      ['Kind of activity', ENTER],
      ...rest
        .map(([question, keys]) => [question, question === 'Quantity with unit' ? `20000${ENTER}` : keys] as const)
        .slice(0, 5),
      ['a number with its unit', `bbl${ENTER}`],
      ...rest.slice(5),
    ])
    expect(await askActivity(terminal)).toMatchObject({
      on: '2017-11-30',
      act: { quantity: { value: 20_000, unit: 'bbl' } },
    })
    expect(shown()).toContain('a day such as 2017-11-15')
  })

  it('gives nothing where the person breaks off', async () => {
    const { terminal, shown } = sitting([
      ['Day of the act', `2017-11-15${ENTER}`],
      ['Kind of activity', BREAK_OFF],
    ])
    expect(await askActivity(terminal)).toBeUndefined()
    expect(shown()).toContain('Nothing was checked.')
  })
})
