import { describe, expect, test } from 'vitest'
import { states } from '../states.js'
import { compileWeights } from './compile-weights.js'
import { ABOUT } from './kinds.js'
import { readArticle } from './reading.js'
import { fixed, KIND, SignTable, WIDTH } from './sign-table.js'
import { STRIDE, weights } from './weights.js'
import { wordOf } from './words.js'

function stancesOf(sentence: string): string[] {
  const text = `Council weighs steps on Iran\n\nUNITED NATIONS, June 8, 2010 - The Security Council discussed Iran on Tuesday.\n\n${sentence}\n`
  return readArticle({ id: 'written-for-the-test', text }, { why: true }).claims.flatMap((claim) =>
    claim.kind === 'stance' && claim.quote.start >= text.indexOf(sentence)
      ? [`${claim.actor} ${claim.stance} ${claim.about} ${claim.why?.rule}`]
      : [],
  )
}

describe('the weights', () => {
  test('find a stance in words that no rule knows', () => {
    expect(stancesOf('"This draft is a poisoned chalice," Russian envoy Pavel Orlov told the council.')).toContain(
      'RUS opposes resolution weighed:resolution',
    )
  })

  test('call nobody’s view of conduct a veto, whoever casts one in the sentence', () => {
    const told = stancesOf(
      '"The double veto has cost lives and leaves the regime free to torture its own people," the French envoy said.',
    )
    expect(told).toContain('FRA opposes conduct weighed:conduct')
  })

  test('take nothing from a sentence that states nothing', () => {
    expect(stancesOf('Iran lies between Iraq and Afghanistan and has a population of seventy million.')).toEqual([])
  })

  test('are whole: a row of numbers for each sign, none of them all zero', () => {
    const { table, rows, bias } = weights()
    expect(table.names.length).toBeGreaterThan(5000)
    expect(rows.length).toBe(table.names.length * STRIDE)
    expect(bias.length).toBe(ABOUT.length)
    for (let row = 0; row < table.names.length; row++)
      expect(
        rows.subarray(row * STRIDE, row * STRIDE + ABOUT.length).some((each) => each !== 0),
        table.names[row],
      ).toBe(true)
  })
})

describe('a weighed stance', () => {
  test('of one whom only a rule knows is quoted from the beginning of its sentence', () => {
    const sentence =
      'The French-drafted resolution imposes harsh new sanctions on banks, ships and oil after weeks of bargaining over the list of firms, goods and officials that it names.'
    const text = `Council weighs steps on Iran\n\nUNITED NATIONS, June 8, 2010 - The Security Council discussed Iran on Tuesday.\n\n${sentence}\n`
    const { claims } = readArticle({ id: 'written-for-the-test', text }, { why: true })
    for (const { quote, why } of claims.filter((claim) => claim.why?.rule.startsWith('weighed:') === true))
      expect(sentence.startsWith(quote.text), `${why?.rule} ${quote.text}`).toBe(true)
  })
})

describe('no weight decides by country', () => {
  test('the name of a state is no sign', () => {
    const named = new Set(states.flatMap(({ name, short = name }) => [name.toLowerCase(), short.toLowerCase()]))
    expect(named.has('belgium')).toBe(true)
    const words = weights().table.names.filter((name) => named.has((name.split('\t')[1] as string).toLowerCase()))
    expect(words).toEqual([])
  })
})

describe('a table of signs', () => {
  const sign = fixed('is', 'speaker')

  test('finds the words that it was given and no others', () => {
    const table = new SignTable()
    const word = table.add('says', 'reject')
    const pair = table.add('says pair', 'dead letter')
    const own = table.add('is', 'speaker')
    const found: number[] = []
    table.take(found, KIND.says, wordOf('reject'))
    table.take(found, KIND.does, wordOf('reject'))
    table.take(found, KIND.says, wordOf('welcome'))
    table.takePair(found, KIND['says pair'], wordOf('dead'), wordOf('letter'))
    table.takePair(found, KIND['says pair'], wordOf('dead'), wordOf('sea'))
    table.put(found, sign)
    expect(found).toEqual([word, pair, own])
  })

  test('that learns gives a row to each sign once', () => {
    const table = new SignTable(true)
    const found: number[] = []
    for (let time = 0; time < 2; time++) {
      table.take(found, KIND.word, wordOf('veto'))
      table.takePair(found, KIND['does it pair'], wordOf('dead'), wordOf('letter'))
      table.put(found, sign)
    }
    expect(found).toEqual([0, 1, 2, 0, 1, 2])
    expect(table.names).toEqual(['word\tveto', 'does it pair\tdead letter', 'is\tspeaker'])
  })
})

describe('the compiler of weights', () => {
  const compiled = (value: unknown) =>
    compileWeights([{ file: 'data/weights/stances.yaml', value, locate: () => ({ line: 1, column: 1 }) }])
  const zeros = Array.from({ length: WIDTH }, () => '0').join(' ')

  test('takes whole rows', () => {
    const { value, problems } = compiled({ stance: { bias: zeros, signs: { says: { reject: zeros } } } })
    expect(problems).toEqual([])
    expect(value).toMatchObject({ kinds: [{ kind: 'says', words: ['reject'] }], numbers: [zeros] })
  })

  test.each([
    ['too few numbers', { stance: { bias: '0 0', signs: {} } }],
    ['a kind that no sign has', { stance: { bias: zeros, signs: { shouts: { reject: zeros } } } }],
    ['numbers too large to add up', { stance: { bias: zeros.replaceAll('0', '131072'), signs: {} } }],
    ['no number', { stance: { bias: zeros, signs: { says: { reject: zeros.replace('0', 'x') } } } }],
  ])('refuses %s', (_, value) => {
    expect(compiled(value).problems).not.toEqual([])
  })
})
