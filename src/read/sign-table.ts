import { ABOUT } from './kinds.js'
import type { Word } from './words.js'

export const THINGS = ABOUT.length
/** For it, open, against it. */
export const SIDES = 3
/** Numbers in a row: the sides of each thing. */
export const WIDTH = THINGS * SIDES
/** Three sides are packed in one number, so far apart; no side's numbers may add up to half of it. */
export const SPAN = 2 ** 18

/** What a word may be a sign as; `data/weights/README.md` tells what each means. */
export const KINDS = [
  'word', 'next to', 'before', 'owns', 'after', 'undergoes',
  'does', 'does not', 'does it', 'does it not', 'does it may', 'does it noun', 'does it word', 'does it pair',
  'says', 'says not', 'says may', 'says noun', 'says word', 'says pair',
  'may', 'form', 'is', 'does it is', 'says is', 'thing', 'held', 'rule', 'rule elsewhere', 'rule of others',
] as const // biome-ignore format: a list
export type Kind = (typeof KINDS)[number]
/** The number of each kind. */
export const KIND = Object.fromEntries(KINDS.map((kind, at) => [kind, at])) as Readonly<Record<Kind, number>>

const fixedSigns: (readonly [Kind, string])[] = []

/** Numbers a sign that is no word of the text, so that it is found without a look-up. */
export function fixed(kind: Kind, word: string): number {
  return fixedSigns.push([kind, word]) - 1
}

const PAIR = ' '
/** Behind a word's rows: whether it ends a pair. */
const ENDS = KINDS.length

/** Numbers the signs that may stand in a sentence: each is a row of the table of weights. */
export class SignTable {
  /** What each row stands for: the kind, a tab, the word; two words that follow one another have a space between. */
  readonly names: string[] = []
  private readonly rows = KINDS.map(() => new Map<string, number>())
  /** Where in `followers` stands what may follow a word that begins a pair. */
  private readonly pairs = KINDS.map(() => new Map<string, number>())
  private readonly followers: Map<string, number>[] = []
  private readonly endings = new Set<string>()
  private fixedRows: number[] = []

  /** A table that learns gives a row to each sign that it meets for the first time. */
  constructor(private readonly learns = false) {}

  add(kind: Kind, word: string): number {
    const row = this.names.push(`${kind}\t${word}`) - 1
    const number = KIND[kind]
    if (!kind.endsWith('pair')) this.rows[number]?.set(word, row)
    else {
      const cut = word.indexOf(PAIR)
      const firsts = this.pairs[number]
      const first = word.slice(0, cut)
      const place = firsts?.get(first) ?? this.followers.push(new Map()) - 1
      firsts?.set(first, place)
      this.followers[place]?.set(word.slice(cut + 1), row)
      this.endings.add(word.slice(cut + 1))
    }
    return row
  }

  /** Adds the row of a sign told by its name, where it has one. */
  find(into: number[], kind: Kind, word: string): void {
    const row = this.rows[KIND[kind]]?.get(word) ?? (this.learns ? this.add(kind, word) : undefined)
    if (row !== undefined) into.push(row)
  }

  /** Adds the row of a sign that `fixed` has numbered. */
  put(into: number[], sign: number): void {
    if (this.learns) {
      this.find(into, ...(fixedSigns[sign] as [Kind, string]))
      return
    }
    const row = this.rowOf(sign)
    if (row >= 0) into.push(row)
  }

  /** The row of a sign that `fixed` has numbered; below zero where it has none. */
  rowOf(sign: number): number {
    if (this.fixedRows.length < fixedSigns.length)
      this.fixedRows = fixedSigns.map(([kind, word]) => this.rows[KIND[kind]]?.get(word) ?? -1)
    return this.fixedRows[sign] as number
  }

  /** Adds the row of a word as a sign of the kind of that number. */
  take(into: number[], kind: number, word: Word): void {
    if (this.learns) {
      this.find(into, KINDS[kind] as Kind, word.lower)
      return
    }
    const row = this.rowsOf(word)[kind] as number
    if (row >= 0) into.push(row)
  }

  /** Adds the row of two words that follow one another. */
  takePair(into: number[], kind: number, first: Word, second: Word): void {
    if (this.learns) {
      const known = this.followers[this.pairs[kind]?.get(first.lower) ?? -1]?.get(second.lower)
      into.push(known ?? this.add(KINDS[kind] as Kind, `${first.lower}${PAIR}${second.lower}`))
      return
    }
    const place = this.rowsOf(first)[kind] as number
    if (place < 0 || this.rowsOf(second)[ENDS] === 0) return
    const row = this.followers[place]?.get(second.lower)
    if (row !== undefined) into.push(row)
  }

  /** A word's rows by the number of the kind; asked once for a form. */
  private rowsOf(word: Word): Int32Array {
    return word.rows !== undefined && word.rowsIn === this ? word.rows : this.lookUp(word)
  }

  private lookUp(word: Word): Int32Array {
    const rows = new Int32Array(KINDS.length + 1)
    this.rows.forEach((words, kind) => {
      rows[kind] = this.pairs[kind]?.get(word.lower) ?? words.get(word.lower) ?? -1
    })
    rows[ENDS] = this.endings.has(word.lower) ? 1 : 0
    word.rows = rows
    word.rowsIn = this
    return rows
  }
}
