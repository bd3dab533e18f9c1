import { timeWords } from './days.js'
import type { Stock } from './stock.js'
import type { Token } from './tokens.js'
import { grew, signOf, tellOfWords, type Word } from './words.js'

/** A wording found in a text; `length` is in tokens. */
export interface Found<T> {
  readonly value: T
  readonly length: number
}

/** The words read so far, the wordings that end here, and the words that may follow. */
interface Node<T> {
  ends: End<T>[] | undefined
  /** The number of the only word; 0 for none. */
  key: number
  only: Node<T> | undefined
  next: Map<number, Node<T>> | undefined
  /** The signs of all words that may follow: one look tells most of those that may not. */
  signs: number
}
interface End<T> {
  readonly value: T
  readonly order: number
}
/** What a dictionary knows of the wordings that begin with a word. */
interface Opening<T> {
  /** Those that are the word alone. */
  readonly alone: readonly Found<T>[]
  /** As it is spelled, and in lower case where that is not the same. */
  readonly exact: Node<T> | undefined
  readonly lower: Node<T> | undefined
  readonly signs: number
}

/** Which dictionaries know a word as the first of a wording: one bit for each of them; `grown` counts the wordings of all. */
const BEGINNERS = new Map<string, number>()
let dictionaries = 0
let grown = 0

/** The words of all wordings have numbers, from 1: they are compared faster than letters, and most words of a text have none. */
const NUMBERS = new Map<string, number>()

function numberOf(key: string): number {
  const known = NUMBERS.get(key)
  if (known !== undefined) return known
  const number = NUMBERS.size + 1
  NUMBERS.set(key, number)
  return number
}
const ITS = numberOf('its')

tellOfWords((word) => {
  word.starts = BEGINNERS.get(word.key) ?? 0
  word.keyed = NUMBERS.get(word.key) ?? 0
  word.lowered = 0
  if (word.lower !== word.key) {
    word.starts |= BEGINNERS.get(word.lower) ?? 0
    word.lowered = NUMBERS.get(word.lower) ?? 0
  }
  word.openings = []
})

const NONE: readonly never[] = []
/**
 * A dictionary of wordings over tokens. What a word alone means is kept with the word; what begins at a token with several words is
 * looked up once for each text and kept until another text is read, so that every stage may ask again at little cost.
 */
export class Trie<T> {
  private readonly number = dictionaries++
  private readonly bit = 1 << this.number
  private readonly first = new Map<string, Node<T>>()
  private read: readonly Token[] | undefined
  private found: (readonly Found<T>[] | undefined)[] = []

  add(keys: readonly string[], value: T): void {
    const [key] = keys
    if (key === undefined) return
    BEGINNERS.set(key, (BEGINNERS.get(key) ?? 0) | this.bit)
    let node = this.first.get(key)
    if (node === undefined) {
      node = nodeOf()
      this.first.set(key, node)
    }
    for (let at = 1; at < keys.length; at++) node = child(node, keys[at] as string)
    node.ends ??= []
    node.ends.push({ value, order: grown++ })
    grew()
  }

  /** Every wording that begins at a token, shortest first; of one length, in the order in which they were added. */
  at(tokens: readonly Token[], at: number): readonly Found<T>[] {
    const token = tokens[at]
    return token === undefined || (token.word.starts & this.bit) === 0 ? NONE : this.begun(tokens, at, token)
  }

  private begun(tokens: readonly Token[], at: number, token: Token): readonly Found<T>[] {
    const opening = (token.word.openings[this.number] as Opening<T> | undefined) ?? this.open(token.word)
    if (opening.signs === 0) return opening.alone
    const next = tokens[wordAfter(tokens, at + 1)]
    if (next === undefined || (opening.signs & next.word.signs) === 0) return opening.alone
    if (this.read !== tokens) {
      this.read = tokens
      this.found = new Array(tokens.length)
    }
    const known = this.found[at]
    if (known !== undefined) return known
    const made = look(opening, tokens, at)
    this.found[at] = made
    return made
  }

  /** Whether some wording may begin in a sentence; where not, none does. */
  mayStandIn({ starts }: Stock): boolean {
    return (starts & this.bit) !== 0
  }

  /** Calls `found` for every wording that begins at `at` and ends at or before `end`. */
  each(tokens: readonly Token[], at: number, end: number, found: (value: T, length: number) => void): void {
    const list = this.at(tokens, at)
    for (let i = 0; i < list.length; i++) {
      const each = list[i] as Found<T>
      if (at + each.length <= end) found(each.value, each.length)
    }
  }

  private open(word: Word): Opening<T> {
    const exact = this.first.get(word.key)
    const lower = word.lower === word.key ? undefined : this.first.get(word.lower)
    const ends = [...(exact?.ends ?? []), ...(lower?.ends ?? [])].sort((a, b) => a.order - b.order)
    const alone = ends.length === 0 ? NONE : ends.map(({ value, order }): Hit<T> => ({ value, length: 1, order }))
    const opening = { alone, exact, lower, signs: (exact?.signs ?? 0) | (lower?.signs ?? 0) }
    word.openings[this.number] = opening
    return opening
  }
}

/** All that begins with a word that more than one wording may begin with. */
function look<T>(opening: Opening<T>, tokens: readonly Token[], at: number): readonly Found<T>[] {
  const longer: Hit<T>[] = []
  const { exact, lower, alone } = opening
  if (exact !== undefined) goOn(exact, tokens, at, at + 1, longer)
  if (lower !== undefined) goOn(lower, tokens, at, at + 1, longer)
  if (longer.length === 0) return alone
  if (longer.length > 1) longer.sort(byLength)
  return alone.length === 0 ? longer : [...alone, ...longer]
}

function byLength(a: Hit<unknown>, b: Hit<unknown>): number {
  return a.length - b.length || a.order - b.order
}

/** The place of the next word. Quotation marks between the words of a wording don't count against it. */
function wordAfter(tokens: readonly Token[], from: number): number {
  let at = from
  let kind = tokens[at]?.kind
  while (kind === 'open' || kind === 'close') kind = tokens[++at]?.kind
  return at
}

interface Hit<T> extends Found<T> {
  readonly order: number
}

/** A node's only child needs no table: most wordings share no beginning with another. */
function child<T>(node: Node<T>, word: string): Node<T> {
  const key = numberOf(word)
  node.signs |= signOf(word)
  if (node.key === key) return node.only as Node<T>
  const made = node.next?.get(key) ?? nodeOf<T>()
  if (node.key === 0 && node.next === undefined) {
    node.key = key
    node.only = made
    return made
  }
  node.next ??= new Map()
  if (node.key !== 0) node.next.set(node.key, node.only as Node<T>)
  node.key = 0
  node.next.set(key, made)
  return made
}

function nodeOf<T>(): Node<T> {
  return { ends: undefined, key: 0, only: undefined, next: undefined, signs: 0 }
}

function after<T>(node: Node<T>, key: number): Node<T> | undefined {
  if (key === 0) return undefined
  return node.next === undefined ? (node.key === key ? node.only : undefined) : node.next.get(key)
}

/** Collects what ends at `here` or behind it. */
function walk<T>(node: Node<T>, tokens: readonly Token[], from: number, here: number, hits: Hit<T>[]): void {
  const { ends } = node
  if (ends !== undefined)
    for (let i = 0; i < ends.length; i++) {
      const each = ends[i] as End<T>
      hits.push({ value: each.value, length: here - from, order: each.order })
    }
  if (node.signs !== 0) goOn(node, tokens, from, here, hits)
}

/** Collects what ends behind `here`. "its" in a wording stands for any possessive. */
function goOn<T>(node: Node<T>, tokens: readonly Token[], from: number, here: number, hits: Hit<T>[]): void {
  const at = wordAfter(tokens, here)
  const word = tokens[at]?.word
  if (word === undefined || (node.signs & word.signs) === 0) return
  const exact = after(node, word.keyed)
  if (exact !== undefined) walk(exact, tokens, from, at + 1, hits)
  const low = after(node, word.lowered)
  if (low !== undefined) walk(low, tokens, from, at + 1, hits)
  const its = word.possessive && word.lower !== 'its' ? after(node, ITS) : undefined
  if (its !== undefined) walk(its, tokens, from, at + 1, hits)
  const passed = passedOver(tokens, at)
  if (passed > 0 && here > from) follow(node, tokens, from, wordAfter(tokens, at + passed), hits)
}

/** The wording goes on behind an adverb or a time. */
function follow<T>(node: Node<T>, tokens: readonly Token[], from: number, at: number, hits: Hit<T>[]): void {
  const word = tokens[at]?.word
  if (word === undefined || (node.signs & word.signs) === 0) return
  const next = after(node, word.keyed) ?? after(node, word.lowered) ?? (word.possessive ? after(node, ITS) : undefined)
  if (next !== undefined) walk(next, tokens, from, at + 1, hits)
}

/** How many words at a place may stand between those of a wording: an adverb, "on Monday", "last week". */
function passedOver(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.word
  if (word === undefined) return 0
  return word.passing ? 1 : word.timing ? timeWords(tokens, at) : 0
}
