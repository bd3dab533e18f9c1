import { expect, test } from 'vitest'
import { tokensOf } from './tokens.js'
import { Trie } from './trie.js'
import { WordSet } from './wordset.js'

test('a set and a dictionary made after a word was read know it when a text is read again', () => {
  tokensOf('The zebra grazed quietly.')
  const animals = new WordSet(['zebra', 'okapi'])
  const deeds = new Trie<string>()
  deeds.add(['zebra', 'grazed'], 'grazing')
  deeds.add(['okapi', 'grazed', 'again'], 'grazing anew')
  const tokens = tokensOf('The Zebra grazed quietly. An okapi grazed again.')
  expect(tokens.filter((token) => animals.has(token)).map(({ lower }) => lower)).toEqual(['zebra', 'okapi'])
  const found = tokens.flatMap((_, at) => deeds.at(tokens, at).map(({ value, length }) => [at, value, length]))
  expect(found).toEqual([
    [1, 'grazing', 2],
    [6, 'grazing anew', 3],
  ])
})
