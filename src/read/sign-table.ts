import { ABOUT } from './kinds.js'
import { NumberPairs } from './number-pairs.js'
import type { Token } from './tokens.js'
import type { Word } from './words.js'
import { WordSet } from './wordset.js'

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

/** Kinds that take a word by itself: small ones say nothing so. */
const BARE: ReadonlySet<number> = new Set([KIND.word, KIND['does it word'], KIND['says word']])

/** Words that say nothing of a stance by themselves. */
const SMALL_WORDS = new WordSet(
  'the and that for with its was has have had she they from this which not are were would been their said his her our will'.split(
    ' ',
  ),
)

/** Whether a word may say something of a stance by itself. */
function counts(word: Word): boolean {
  return word.lower.length > 2 && !SMALL_WORDS.has({ word })
}

/** As what words that follow one another are taken: each by itself (below zero for not at all), and each two. */
export interface RunKinds {
  readonly bare: number
  readonly pair: number
}
interface Span {
  readonly from: number
  readonly to: number
}

const fixedSigns: (readonly [Kind, string])[] = []

/** Numbers a sign that is no word of the text, so that it is found without a look-up. */
export function fixed(kind: Kind, word: string): number {
  return fixedSigns.push([kind, word]) - 1
}

const PAIR = ' '
/** Behind a word's rows: its number among the words that end a pair, 0 for none. */
const ENDS = KINDS.length

/** Numbers the signs that may stand in a sentence: each is a row of the table of weights. */
export class SignTable {
  /** What each row stands for: the kind, a tab, the word; two words that follow one another have a space between. */
  readonly names: string[] = []
  private readonly rows = KINDS.map(() => new Map<string, number>())
  /** The number of a word that begins a pair, and of one that ends a pair. */
  private readonly beginnings = KINDS.map(() => new Map<string, number>())
  private begun = 0
  private readonly endings = new Map<string, number>()
  /** The rows of pairs, by those numbers. */
  private readonly pairs = new NumberPairs()
  private fixedRows: number[] = []

  /** A table that learns gives a row to each sign that it meets for the first time. */
  constructor(private readonly learns = false) {}

  add(kind: Kind, word: string): number {
    const row = this.names.push(`${kind}\t${word}`) - 1
    const number = KIND[kind]
    this.rows[number]?.set(word, row)
    if (!this.learns && kind.endsWith('pair')) this.number(number, word, row)
    return row
  }

  /** Numbers the two words of a pair, so that its row is found without making a string of them. */
  private number(kind: number, words: string, row: number): void {
    const cut = words.indexOf(PAIR)
    const [first, second] = [words.slice(0, cut), words.slice(cut + 1)]
    const firsts = this.beginnings[kind] as Map<string, number>
    const beginning = firsts.get(first) ?? this.begun++
    const ending = this.endings.get(second) ?? this.endings.size + 1
    firsts.set(first, beginning)
    this.endings.set(second, ending)
    this.pairs.set(beginning, ending, row)
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
      if (!BARE.has(kind) || counts(word)) this.find(into, KINDS[kind] as Kind, word.lower)
      return
    }
    const row = this.rowsOf(word)[kind] as number
    if (row >= 0) into.push(row)
  }

  /** Adds the rows of words that follow one another: of each by itself, and of each two; `joined` with the word before. */
  takeRun(into: number[], tokens: readonly Token[], { from, to }: Span, joined: boolean, kinds: RunKinds): void {
    if (this.learns) {
      this.learnRun(into, tokens.slice(joined ? from - 1 : from, to), joined, kinds)
      return
    }
    const { bare, pair } = kinds
    let beginning = joined ? (this.rowsOf((tokens[from - 1] as Token).word)[pair] as number) : -1
    for (let at = from; at < to; at++) {
      const rows = this.rowsOf((tokens[at] as Token).word)
      const row = bare < 0 ? -1 : (rows[bare] as number)
      if (row >= 0) into.push(row)
      const ending = rows[ENDS] as number
      const both = beginning < 0 || ending === 0 ? -1 : this.pairs.get(beginning, ending)
      if (both >= 0) into.push(both)
      beginning = rows[pair] as number
    }
  }

  private learnRun(into: number[], tokens: readonly Token[], joined: boolean, { bare, pair }: RunKinds): void {
    for (let at = joined ? 1 : 0; at < tokens.length; at++) {
      const { word } = tokens[at] as Token
      if (bare >= 0) this.take(into, bare, word)
      if (at > 0) this.takePair(into, pair, (tokens[at - 1] as Token).word, word)
    }
  }

  /** Adds the row of two words that follow one another. */
  takePair(into: number[], kind: number, first: Word, second: Word): void {
    if (this.learns) {
      this.find(into, KINDS[kind] as Kind, `${first.lower}${PAIR}${second.lower}`)
      return
    }
    const beginning = this.rowsOf(first)[kind] as number
    if (beginning < 0) return
    const ending = this.rowsOf(second)[ENDS] as number
    if (ending === 0) return
    const row = this.pairs.get(beginning, ending)
    if (row >= 0) into.push(row)
  }

  /** A word's rows by the number of the kind; asked once for a form. */
  private rowsOf(word: Word): Int32Array {
    return word.rows !== undefined && word.rowsIn === this ? word.rows : this.lookUp(word)
  }

  private lookUp(word: Word): Int32Array {
    const rows = new Int32Array(KINDS.length + 1)
    const small = !counts(word)
    this.rows.forEach((words, kind) => {
      const row = this.beginnings[kind]?.get(word.lower) ?? words.get(word.lower)
      rows[kind] = row === undefined || (small && BARE.has(kind)) ? -1 : row
    })
    rows[ENDS] = this.endings.get(word.lower) ?? 0
    word.rows = rows
    word.rowsIn = this
    return rows
  }
}
