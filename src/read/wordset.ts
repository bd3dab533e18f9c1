import type { Stock } from './stock.js'
import { grew, tellOfWords, type Word } from './words.js'

/** For each word in some set, in which of them it is: one bit for each set, 30 to a number. */
const MEMBERS = new Map<string, number[]>()
const IN_NONE: number[] = []
const BITS = 30
/** What is sought in each sentence: for a set that no stage seeks nobody can tell that it isn't there. */
export const UNTOLD = 1 << BITS
/** The first number of each word holds the sets that stages seek in whole sentences. */
let sets = BITS
let sought = 0

tellOfWords((word) => {
  const bits = MEMBERS.get(word.lower) ?? IN_NONE
  pad(bits)
  word.sets = bits
})

function pad(bits: number[]): void {
  while (bits.length * BITS < sets) bits.push(0)
}

/** A set of words in lower case of which the stages ask at every token or verb: one bit of a word's form tells. */
export class WordSet {
  readonly words: readonly string[]
  private readonly slot: number
  private readonly bit: number
  private readonly seek: number

  /** `seeking`: a stage seeks the set in whole sentences (`mayStandIn`); there may be thirty such sets. */
  constructor(words: Iterable<string>, seeking = false) {
    if (seeking && sought === BITS)
      throw new RangeError(`no more than ${BITS} sets of words can be sought in sentences`)
    this.words = [...words]
    const number = seeking ? sought++ : sets++
    this.slot = Math.floor(number / BITS)
    this.bit = 1 << (number % BITS)
    this.seek = seeking ? this.bit : UNTOLD
    grew()
    for (const word of this.words) {
      const bits = MEMBERS.get(word) ?? []
      pad(bits)
      bits[this.slot] = (bits[this.slot] ?? 0) | this.bit
      MEMBERS.set(word, bits)
    }
  }

  /** The words of several sets: one look tells that a word is in none of them. */
  static of(...sets: readonly WordSet[]): WordSet {
    return new WordSet(new Set(sets.flatMap(({ words }) => words)))
  }

  /** Whether a token's word is in the set, as it stands there. */
  has(token: { readonly word: Word } | undefined): boolean {
    return token !== undefined && this.holds(token.word)
  }

  /** Whether a verb's lemma is in the set. */
  hasVerb(verb: { readonly root: Word } | undefined): boolean {
    return verb !== undefined && this.holds(verb.root)
  }

  /** Whether one of the tokens from `from` on, before `to`, is in the set. */
  stands(tokens: readonly { readonly word: Word }[], from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.has(tokens[at])) return true
    return false
  }

  /** Whether some word of a sentence may be in the set; where not, none is. */
  mayStandIn(stock: Stock): boolean {
    return (stock.sought & this.seek) !== 0
  }

  private holds(word: Word): boolean {
    return ((word.sets[this.slot] as number) & this.bit) !== 0
  }
}
