import type { Word } from './words.js'

const MEMBERS = new Map<string, number>()
let sets = 0

/** The sets that a word is in, one bit for each: asked once for a form. */
function setsOf(word: Word): number {
  if (word.setsAsOf !== sets) {
    word.setsAsOf = sets
    word.sets = MEMBERS.get(word.lower) ?? 0
  }
  return word.sets
}

/** A set of words in lower case of which whole sentences are asked: one bit of a word's form tells. There may be 32 of them. */
export class WordSet {
  private readonly bit = 1 << sets++

  constructor(words: Iterable<string>) {
    for (const word of words) MEMBERS.set(word, (MEMBERS.get(word) ?? 0) | this.bit)
  }

  has(token: { readonly word: Word } | undefined): boolean {
    return token !== undefined && (setsOf(token.word) & this.bit) !== 0
  }

  /** Whether one of the tokens from `from` on, before `to`, is in the set. */
  stands(tokens: readonly { readonly word: Word }[], from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.has(tokens[at])) return true
    return false
  }
}
