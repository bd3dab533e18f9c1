import { actorTrie, type Named } from './actors.js'
import { type Token, tokensOf } from './tokens.js'

/** A name found in the text: tokens `from` to `to`, and all that it may mean (several persons may share a surname). */
export interface Mention {
  readonly from: number
  readonly to: number
  readonly named: readonly Named[]
}

const NO_NAMES: Named[] = []

/** Longest names first, left to right, without overlap. Names must be capitalised as names are; descriptions and offices need not. */
export function mentionsIn(tokens: readonly Token[], from: number, to: number): Mention[] {
  const mentions: Mention[] = []
  for (let at = from; at < to; ) {
    const token = tokens[at]
    let best = 0
    let named: Named[] = NO_NAMES
    if (token?.kind === 'word' || token?.kind === 'number') {
      for (const { value, length } of actorTrie.at(tokens, at)) {
        if (at + length > to || !(value.plain === true || token.capital || startsLow(tokens, at, length))) continue
        if (value.kind === 'contextual' && followed(tokens, at + length)) continue
        if (length > best) {
          best = length
          named = []
        }
        if (length === best) named.push(value)
      }
    }
    if (best > 0) {
      mentions.push({ from: at, to: at + best, named })
      at += best
    } else at++
  }
  return mentions
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
