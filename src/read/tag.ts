import type { Token } from './tokens.js'

/**
 * What a token does in its sentence. D determiner, P preposition, T "to", C conjunction, S subordinator, W relative, M modal,
 * B be, H have, O do, X negation, R subject pronoun, A adverb, J adjective, N noun, K name, V finite or bare verb,
 * E participle in -ed, G participle in -ing, U number, Q quotation mark, Y mark, Z possessive 's.
 */
export type Tag =
  | 'D' | 'P' | 'T' | 'C' | 'S' | 'W' | 'M' | 'B' | 'H' | 'O' | 'X' | 'R' | 'A' | 'J' | 'N' | 'K' | 'V' | 'E' | 'G' | 'U' | 'Q' | 'Y' | 'Z' // biome-ignore format: a list

/** A sentence whose tokens get their tags from left to right. */
export interface Tagging {
  readonly tokens: readonly Token[]
  /** Its bounds; the index of a tag or name is the token's less `from`. */
  readonly from: number
  readonly to: number
  /** Of the tokens before the one in hand. */
  readonly tags: readonly Tag[]
  /** Which tokens stand in a name (1), an office (2) or a people's adjective (3). */
  readonly names: Uint8Array
}

/** The tag before, adverbs and quotation marks skipped. */
export function before(tags: readonly Tag[], at: number): Tag | undefined {
  for (let i = at - 1; i >= 0 && i > at - 5; i--) if (tags[i] !== 'A' && tags[i] !== 'Q') return tags[i]
  return undefined
}
