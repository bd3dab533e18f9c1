import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keysOf, tokensOf } from './tokens.js'

const cut = (text: string) => tokensOf(text).map((token) => text.slice(token.start, token.end))

it('keeps acronyms, hyphens and apostrophes together and cuts possessives and short forms off', () => {
  expect(cut("The U.N.'s six-party talks won't help D'Alema")).toEqual([
    'The', 'U.N.', "'s", 'six-party', 'talks', 'wo', "n't", 'help', "D'Alema",
  ]) // biome-ignore format: a list
  expect(cut('17:1728/05/2009 MOSCOW, 2,000 on the 5th')).toEqual([
    '17:1728/05/2009',
    'MOSCOW',
    ',',
    '2,000',
    'on',
    'the',
    '5th',
  ])
})

it('asks dictionaries for acronyms in capitals and for all else in plain lower case', () => {
  expect(keysOf('the U.S. and us')).toEqual(['the', 'US', 'and', 'us'])
  expect(keysOf('Côte d’Ivoire')).toEqual(['cote', "d'ivoire"])
})

it('opens and closes straight, curly and typewriter quotation marks', () => {
  const kinds = (text: string) =>
    tokensOf(text).flatMap(({ kind }) => (kind === 'open' || kind === 'close' ? [kind] : []))
  expect(kinds('He said "no" and “never”')).toEqual(['open', 'close', 'open', 'close'])
  expect(kinds("``It is so,'' he said")).toEqual(['open', 'close'])
  expect(kinds('A "quote that never ends\n\nand "another" one')).toEqual(['open', 'open', 'close'])
})

it('covers every character but white space, in order, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let end = 0
      for (const token of tokensOf(text)) {
        expect(text.slice(end, token.start).trim()).toBe('')
        expect(token.end).toBeGreaterThan(token.start)
        end = token.end
      }
      expect(text.slice(end).trim()).toBe('')
    }),
  )
})
