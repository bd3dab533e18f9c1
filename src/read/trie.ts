import type { Token } from './tokens.js'

interface Node<T> {
  next?: Map<string, Node<T>>
  out?: T[]
}

/** A dictionary of wordings over tokens: a trie of hash maps. Looking up at one token costs at most the longest wording. */
export class Trie<T> {
  private readonly root: Node<T> = { next: new Map() }

  add(keys: readonly string[], value: T): void {
    if (keys.length === 0) return
    let node = this.root
    for (const key of keys) {
      node.next ??= new Map()
      let next = node.next.get(key)
      if (next === undefined) {
        next = {}
        node.next.set(key, next)
      }
      node = next
    }
    node.out ??= []
    node.out.push(value)
  }

  /** Calls `found` for every wording that begins at `at` and ends before `end`, shortest first; `length` is in tokens. */
  each(tokens: readonly Token[], at: number, end: number, found: (value: T, length: number) => void): void {
    this.walk(this.root, tokens, at, at, end, found)
  }

  private walk(
    node: Node<T>,
    tokens: readonly Token[],
    start: number,
    at: number,
    end: number,
    found: (value: T, length: number) => void,
  ): void {
    if (at > start && node.out !== undefined) for (const value of node.out) found(value, at - start)
    if (node.next === undefined || at >= end) return
    const token = tokens[at]
    if (token === undefined) return
    if (at > start && (token.kind === 'open' || token.kind === 'close')) {
      this.walk(node === this.root ? node : { next: node.next }, tokens, start, at + 1, end, found)
      return
    }
    const exact = node.next.get(token.key)
    if (exact !== undefined) this.walk(exact, tokens, start, at + 1, end, found)
    if (token.lower !== token.key) {
      const lower = node.next.get(token.lower)
      if (lower !== undefined) this.walk(lower, tokens, start, at + 1, end, found)
    }
    if (at > start && POSSESSIVE.has(token.lower)) {
      const any = node.next.get('its')
      if (any !== undefined && any !== exact) this.walk(any, tokens, start, at + 1, end, found)
    }
  }
}

/** "its" in a wording stands for any possessive. */
const POSSESSIVE = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your'])
