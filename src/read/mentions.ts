import { actorTrie, type Named } from './actors.js'
import { type Token, tokensOf } from './tokens.js'
import type { Found } from './trie.js'

/** A name found in the text: tokens `from` to `to`, and all that it may mean (several persons may share a surname). */
export interface Mention {
  readonly from: number
  readonly to: number
  readonly named: readonly Named[]
}

/** A name, and whether it needs no capital. */
type Wording = Named & { plain?: boolean }
const NO_NAMES: readonly Found<Wording>[] = []

/** Longest names first, left to right, without overlap. Names must be capitalised as names are; descriptions and offices need not. */
export function mentionsIn(tokens: readonly Token[], from: number, to: number): Mention[] {
  const mentions: Mention[] = []
  for (let at = from; at < to; ) {
    const token = tokens[at]
    const names = token?.kind === 'word' || token?.kind === 'number' ? actorTrie.at(tokens, at) : NO_NAMES
    let best = 0
    for (let i = 0; i < names.length; i++) {
      const { value, length } = names[i] as Found<Wording>
      if (length > best && isName(tokens, at, to, value, length)) best = length
    }
    if (best > 0) {
      let named: Named[] | undefined
      for (const { value, length } of names) {
        if (length !== best || !isName(tokens, at, to, value, length)) continue
        if (named === undefined) named = [value]
        else named.push(value)
      }
      mentions.push({ from: at, to: at + best, named: named ?? [] })
      at += best
    } else at++
  }
  return mentions
}

function isName(tokens: readonly Token[], at: number, to: number, named: Wording, length: number): boolean {
  if (at + length > to) return false
  if (named.plain !== true && tokens[at]?.capital !== true && !startsLow(tokens, at, length)) return false
  return named.kind !== 'contextual' || !followed(tokens, at + length)
}

/** "the North Korean": not "the North". */
function followed(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  return next?.kind === 'word' && next.capital && next.gap === 1
}

/** The one state or body that a name means, outside of running text; undefined for anything else. */
export function codeNamed(words: string): string | undefined {
  const tokens = tokensOf(words)
  const [mention] = mentionsIn(tokens, 0, tokens.length)
  if (mention === undefined || mention.from !== 0 || mention.to !== tokens.length) return undefined
  for (const named of mention.named)
    if ((named.kind === 'state' || named.kind === 'demonym' || named.kind === 'body') && 'code' in named)
      return named.code
  return undefined
}

/** "the North", "the Council": the name proper begins at the second word. */
function startsLow(tokens: readonly Token[], at: number, length: number): boolean {
  return length > 1 && tokens[at]?.lower === 'the' && tokens[at + 1]?.capital === true
}
