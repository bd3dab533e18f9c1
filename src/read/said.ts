import type { VerbChunk } from './chunk.js'
import type { Scene } from './scene.js'
import type { Trie } from './trie.js'

/** What a wording at a verb says, and the token behind it. */
export interface Said<T> {
  readonly said: T
  readonly to: number
}

/** The wording at a token that reaches farther than `before`; those that count only denied are left out where the verb is not. */
export function longerAt<T extends { readonly denied: boolean }>(
  { tokens, to }: Scene,
  verb: VerbChunk,
  wordings: Trie<T>,
  at: number,
  before: Said<T> | undefined,
): Said<T> | undefined {
  let best = before
  for (const { value, length } of wordings.at(tokens, at)) {
    if (at + length > to || at + length <= (best?.to ?? 0) || (value.denied && !verb.negated)) continue
    best = { said: value, to: at + length }
  }
  return best
}

/** The same, from a token on up to the second one behind the verb. */
export function longestFrom<T extends { readonly denied: boolean }>(
  scene: Scene,
  verb: VerbChunk,
  wordings: Trie<T>,
  from: number,
  before: Said<T> | undefined,
): Said<T> | undefined {
  let best = before
  for (let at = from; at < Math.min(scene.to, verb.to + 3); at++) best = longerAt(scene, verb, wordings, at, best)
  return best
}
