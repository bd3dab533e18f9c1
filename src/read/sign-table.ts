import { ABOUT } from './kinds.js'

/** Numbers in a row: three sides of each thing. */
export const WIDTH = ABOUT.length * 3

/** Numbers the signs that may stand in a sentence, by their kind and word: each is a row of the table of weights. */
export class SignTable {
  /** What each row stands for: the kind, a tab, the word. */
  readonly names: string[] = []
  private readonly kinds = new Map<string, Map<string, number>>()
  private readonly pairs = new Map<string, Map<string, Map<string, number>>>()

  /** A table that learns gives a row to each sign that it meets for the first time. */
  constructor(private readonly learns = false) {}

  /** Adds the sign's row, where it has one. */
  find(into: number[], kind: string, word: string): void {
    const row = this.kinds.get(kind)?.get(word) ?? (this.learns ? this.add(kind, word) : undefined)
    if (row !== undefined) into.push(row)
  }

  /** The same for two words that follow one another. */
  findPair(into: number[], kind: string, first: string, second: string): void {
    const row = this.pairs.get(kind)?.get(first)?.get(second) ?? (this.learns ? this.addPair(kind, first, second) : undefined)
    if (row !== undefined) into.push(row)
  }

  add(kind: string, word: string): number {
    inner(this.kinds, kind).set(word, this.names.length)
    return this.names.push(`${kind}\t${word}`) - 1
  }

  addPair(kind: string, first: string, second: string): number {
    inner(inner(this.pairs, kind), first).set(second, this.names.length)
    return this.names.push(`${kind}\t${first} ${second}`) - 1
  }
}

function inner<V>(outer: Map<string, Map<string, V>>, key: string): Map<string, V> {
  let found = outer.get(key)
  if (found === undefined) {
    found = new Map()
    outer.set(key, found)
  }
  return found
}
