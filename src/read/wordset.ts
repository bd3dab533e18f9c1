import type { Stock } from './stock.js'
import { grew, tellOfWords, type Word } from './words.js'

/** For each word in some set, in which of them it is: one bit for each set, 30 to a number. */
const MEMBERS = new Map<string, number[]>()
const IN_NONE: number[] = []
const BITS = 30
let sets = 0

tellOfWords((word) => {
  const bits = MEMBERS.get(word.lower) ?? IN_NONE
  pad(bits)
  word.sets = bits
})

function pad(bits: number[]): void {
  while (bits.length * BITS < sets) bits.push(0)
}

/** The bits of no set at all, to be added to. */
export function noSets(): number[] {
  const bits: number[] = []
  pad(bits)
  return bits
}

/** Adds the sets that a word is in. */
export function unite(into: number[], { sets: own }: Word): void {
  if (own === IN_NONE) return
  for (let slot = 0; slot < into.length; slot++) into[slot] = (into[slot] as number) | (own[slot] as number)
}

/** A set of words in lower case of which the stages ask at every token or verb: one bit of a word's form tells. */
export class WordSet {
  private readonly slot: number
  private readonly bit: number

  constructor(words: Iterable<string>) {
    this.slot = Math.floor(sets / BITS)
    this.bit = 1 << (sets % BITS)
    sets++
    grew()
    for (const word of words) {
      const bits = MEMBERS.get(word) ?? []
      pad(bits)
      bits[this.slot] = (bits[this.slot] ?? 0) | this.bit
      MEMBERS.set(word, bits)
    }
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
  mayStandIn({ sets: all }: Stock): boolean {
    return ((all[this.slot] as number) & this.bit) !== 0
  }

  private holds(word: Word): boolean {
    return ((word.sets[this.slot] as number) & this.bit) !== 0
  }
}
