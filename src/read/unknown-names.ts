import { smallOf } from './lexicon.js'
import type { Mention } from './mentions.js'
import { NUMBER_WORDS } from './number-words.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** Words that are part of many names and name no one alone. */
export const NO_NAME = new Set([
  'the',
  'a',
  'al',
  'el',
  'von',
  'de',
  'van',
  'mr',
  'mrs',
  'ms',
  'dr',
  'sir',
  'general',
  'president',
  'minister',
  'foreign',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
])

const PARTS = new WordSet(NO_NAME)

/** The words of a span as keys. */
export function spelled(tokens: readonly Token[], span: { from: number; to: number } | undefined): string[] {
  return span === undefined ? [] : tokens.slice(span.from, span.to).map((token) => token.lower)
}

/** A name of something else than a person covers the token. */
function isNamed(mentions: readonly Mention[], at: number): boolean {
  for (const mention of mentions)
    if (mention.from <= at && at < mention.to && mention.named[0]?.kind !== 'person') return true
  return false
}

/** "One diplomat said", "Both envoys", "Senior officials": a capital because the sentence begins there. */
function opensOnly(token: Token): boolean {
  return smallOf(token) !== undefined || NUMBER_WORDS.includes(token.lower) || QUALIFYING.has(token)
}

const QUALIFYING = new WordSet(
  'senior top unnamed unidentified leading key influential western diplomatic high-ranking high-level former current ruling visiting local regional foreign'.split(
    ' ',
  ),
)

/** The last run of capitalised words that no dictionary knows. */
export function unknownName(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  from: number,
  to: number,
): { from: number; to: number } | undefined {
  let end = -1
  let start = -1
  for (let at = to - 1; at >= from; at--) {
    const token = tokens[at]
    const name =
      token?.kind === 'word' &&
      token.capital &&
      !PARTS.has(token) &&
      !isNamed(mentions, at) &&
      !(at === from && opensOnly(token))
    if (name) {
      if (end < 0) end = at + 1
      start = at
    } else if (end >= 0 && !(token?.key === '.' || token?.lower === 'al')) break
  }
  return end < 0 || start < 0 ? undefined : { from: start, to: end }
}

/** The name as it is written, each word with its capital. */
export function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => title(token))
    .join(' ')
    .replace(/ \. /g, '. ')
}

export function title(token: Token): string {
  return token.lower.replace(/(^|[-'])([a-z])/g, (_, edge: string, letter: string) => edge + letter.toUpperCase())
}
