import { lexicon } from './lexicon.js'
import { keysOf, type Token } from './tokens.js'
import { Trie } from './trie.js'

type Word = 'stands' | 'collective' | 'both' | 'the-state'

const words = new Trie<Word>()
for (const word of lexicon.who['stands-for-state']) words.add(keysOf(word), 'stands')
for (const word of lexicon.who.collective) words.add(keysOf(word), 'collective')
for (const word of lexicon.who.both) words.add(keysOf(word), 'both')
for (const word of lexicon.who['the-state']) words.add(keysOf(`the ${word}`), 'the-state')

/** "the foreign ministry": the span ends in a word that stands for its state. */
export function standsHead(tokens: readonly Token[], from: number, to: number): boolean {
  return tailWord(tokens, from, to) === 'stands'
}

/** What the longest known word at the end of the span is: one that stands for its state, a crowd, several together, the state itself. */
export function tailWord(tokens: readonly Token[], from: number, to: number): Word | undefined {
  let found: Word | undefined
  let best = 0
  for (let at = Math.max(from, to - 5); at < to; at++) {
    for (const { value, length } of words.at(tokens, at))
      if (at + length === to && length > best) {
        best = length
        found = value
      }
  }
  return found
}
