import type { Word } from './words.js'

const MULTIPLIER = 0x01000193
const SMALLEST = 1024

/** Words by their spelling, found from a text's UTF-16 units without making a string of them. */
export class Spellings {
  private words: (Word | undefined)[] = new Array(SMALLEST).fill(undefined)
  private hashes = new Int32Array(SMALLEST)
  private size = 0

  /** `make` gives the word of a spelling that is not known; more than `most` are forgotten and made again. */
  constructor(
    private readonly make: (spelling: string) => Word,
    private readonly most: number,
  ) {}

  /** The word that the units from `from` on, before `to`, spell. */
  at(units: Uint16Array, from: number, to: number): Word {
    let hash = to - from
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (units[at] as number), MULTIPLIER)
    hash ^= hash >>> 15
    const mask = this.hashes.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = this.words[slot]
      if (word === undefined) return this.learn(units, from, to, hash)
      if (this.hashes[slot] === hash && spells(word.spelling, units, from, to)) return word
    }
  }

  each(each: (word: Word) => void): void {
    for (const word of this.words) if (word !== undefined) each(word)
  }

  private learn(units: Uint16Array, from: number, to: number, hash: number): Word {
    const word = this.make(spelled(units, from, to))
    if (to - from > LONG) return word
    if (this.size >= this.most) this.resize(SMALLEST)
    else if (this.size * 2 >= this.words.length) this.resize(this.words.length * 2)
    this.put(word, hash)
    return word
  }

  private put(word: Word, hash: number): void {
    const mask = this.hashes.length - 1
    let slot = hash & mask
    while (this.words[slot] !== undefined) slot = (slot + 1) & mask
    this.words[slot] = word
    this.hashes[slot] = hash
    this.size++
  }

  /** Larger tables keep what they know; a smaller one forgets it. */
  private resize(length: number): void {
    const { words, hashes } = this
    this.words = new Array(length).fill(undefined)
    this.hashes = new Int32Array(length)
    this.size = 0
    if (length < words.length) return
    for (let slot = 0; slot < words.length; slot++) {
      const word = words[slot]
      if (word !== undefined) this.put(word, hashes[slot] as number)
    }
  }
}

/** Longer spellings are kept nowhere. */
export const LONG = 60
/** So many units are put together at once where there are very many. */
const BLOCK = 8192

function spells(spelling: string, units: Uint16Array, from: number, to: number): boolean {
  if (spelling.length !== to - from) return false
  for (let at = from; at < to; at++) if (spelling.charCodeAt(at - from) !== units[at]) return false
  return true
}

/** A string of its own, which holds no larger text in memory. */
function spelled(units: Uint16Array, from: number, to: number): string {
  let text = ''
  if (to - from <= LONG) for (let at = from; at < to; at++) text += String.fromCharCode(units[at] as number)
  else
    for (let at = from; at < to; at += BLOCK)
      text += String.fromCharCode(...units.subarray(at, Math.min(to, at + BLOCK)))
  return text
}
