import type { Token } from './tokens.js'

interface Wording<T> {
  readonly keys: readonly string[]
  readonly value: T
}
/** A wording found in a text; `length` is in tokens. */
export interface Found<T> {
  readonly value: T
  readonly length: number
}

/** Which dictionaries know a word as the first of a wording: one bit for each of them. */
const BEGINNERS = new Map<string, number>()
let dictionaries = 0
let masked: readonly Token[] | undefined
let masks = new Int32Array(0)

/** For each token the dictionaries that have a wording beginning there: asked once for a text. */
function beginners(tokens: readonly Token[]): Int32Array {
  if (masked === tokens) return masks
  masked = tokens
  masks = new Int32Array(tokens.length)
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.kind === 'open' || token.kind === 'close') continue
    let mask = BEGINNERS.get(token.key) ?? 0
    if (token.lower !== token.key) mask |= BEGINNERS.get(token.lower) ?? 0
    masks[at] = mask
  }
  return masks
}

/** Longer lists behind one first word get an index by the second. */
const FEW = 12
const NONE: readonly never[] = []

/**
 * A dictionary of wordings over tokens, by their first word. What begins at a token is looked up once for each text and kept
 * until another text is read, so that every stage may ask again at no cost.
 */
export class Trie<T> {
  private readonly bit = 1 << dictionaries++
  private readonly first = new Map<string, Wording<T>[]>()
  private readonly second = new Map<string, Map<string, Wording<T>[]>>()
  private read: readonly Token[] | undefined
  private found: (readonly Found<T>[] | undefined)[] = []

  add(keys: readonly string[], value: T): void {
    const [key] = keys
    if (key === undefined) return
    const list = this.first.get(key)
    BEGINNERS.set(key, (BEGINNERS.get(key) ?? 0) | this.bit)
    if (list === undefined) this.first.set(key, [{ keys, value }])
    else list.push({ keys, value })
  }

  /** Every wording that begins at a token, shortest first. */
  at(tokens: readonly Token[], at: number): readonly Found<T>[] {
    if (((beginners(tokens)[at] ?? 0) & this.bit) === 0) return NONE
    if (this.read !== tokens) {
      this.read = tokens
      this.found = []
    }
    const known = this.found[at]
    if (known !== undefined) return known
    const made = this.look(tokens, at)
    this.found[at] = made
    return made
  }

  /** Calls `found` for every wording that begins at `at` and ends at or before `end`. */
  each(tokens: readonly Token[], at: number, end: number, found: (value: T, length: number) => void): void {
    const list = this.at(tokens, at)
    for (let i = 0; i < list.length; i++) {
      const each = list[i] as Found<T>
      if (at + each.length <= end) found(each.value, each.length)
    }
  }

  private look(tokens: readonly Token[], at: number): readonly Found<T>[] {
    const token = tokens[at]
    if (token === undefined) return NONE
    const exact = this.first.get(token.key)
    const lower = token.lower === token.key ? undefined : this.first.get(token.lower)
    if (exact === undefined && lower === undefined) return NONE
    let made: Found<T>[] | undefined
    const take = (list: readonly Wording<T>[]) => {
      for (const wording of list) {
        const length = matched(wording.keys, tokens, at)
        if (length === 0) continue
        made ??= []
        made.push({ value: wording.value, length })
      }
    }
    if (exact !== undefined) this.behind(token.key, exact, tokens, at, take)
    if (lower !== undefined) this.behind(token.lower, lower, tokens, at, take)
    if (made === undefined) return NONE
    return (made as Found<T>[]).length > 1 ? (made as Found<T>[]).sort((a, b) => a.length - b.length) : made
  }

  private behind(
    key: string,
    list: readonly Wording<T>[],
    tokens: readonly Token[],
    at: number,
    take: (list: readonly Wording<T>[]) => void,
  ): void {
    if (list.length <= FEW) {
      take(list)
      return
    }
    let index = this.second.get(key)
    if (index === undefined) {
      index = new Map()
      for (const wording of list) {
        const next = wording.keys[1] ?? ''
        const same = index.get(next)
        if (same === undefined) index.set(next, [wording])
        else same.push(wording)
      }
      this.second.set(key, index)
    }
    const alone = index.get('')
    if (alone !== undefined) take(alone)
    let next = at + 1
    while (tokens[next]?.kind === 'open' || tokens[next]?.kind === 'close') next++
    const token = tokens[next]
    if (token === undefined) return
    const exact = index.get(token.key)
    if (exact !== undefined) take(exact)
    const lower = token.lower === token.key ? undefined : index.get(token.lower)
    if (lower !== undefined) take(lower)
    if (POSSESSIVE.has(token.lower) && token.lower !== 'its') {
      const any = index.get('its')
      if (any !== undefined) take(any)
    }
  }
}

/** How many tokens from `at` the wording takes, or 0. Quotation marks between its words don't count against it. */
function matched(keys: readonly string[], tokens: readonly Token[], at: number): number {
  let here = at
  for (let i = 0; i < keys.length; i++) {
    if (i > 0) while (tokens[here]?.kind === 'open' || tokens[here]?.kind === 'close') here++
    const token = tokens[here]
    const key = keys[i] as string
    if (token === undefined) return 0
    if (token.key !== key && token.lower !== key && !(i > 0 && key === 'its' && POSSESSIVE.has(token.lower))) return 0
    here++
  }
  return here - at
}

/** "its" in a wording stands for any possessive. */
const POSSESSIVE = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your'])
