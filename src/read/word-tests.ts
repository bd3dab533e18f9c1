import { standsAt } from './before.js'
import { isNounish, smallOf, verbOf } from './lexicon.js'
import { before, type Tagging } from './tag.js'
import { areMany, type Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** "have at times resisted", "would in fact back it": two words between a verb's own that tell when or how. */
export function isPassingBy({ tokens, from, to, tags }: Tagging, at: number): boolean {
  const last = standsAt(tags, at - from - 1)
  if (PASSING.has(tokens[at])) {
    if (last !== 'H' && last !== 'M' && last !== 'B' && last !== 'X' && last !== 'O') return false
    if (isLately(tokens, at, to)) return true
    return at + 2 < to && (PASSING_BY.get(tokens[at]?.lower ?? '')?.has(tokens[at + 1]) ?? false)
  }
  if (last === 'A' && (isLately(tokens, at - 1, to) || isLately(tokens, at - 2, to))) return true
  return (
    last === 'A' &&
    PASSING.has(tokens[at - 1]) &&
    (PASSING_BY.get(tokens[at - 1]?.lower ?? '')?.has(tokens[at]) ?? false)
  )
}

/** "have in the past blocked", "has in recent weeks refused" */
function isLately(tokens: readonly Token[], at: number, to: number): boolean {
  if (at + 3 >= to || tokens[at]?.lower !== 'in') return false
  const last = tokens[at + 2]
  return tokens[at + 1]?.lower === 'the'
    ? last?.lower === 'past' && !AGO.has(tokens[at + 3])
    : tokens[at + 1]?.lower === 'recent' && AGO.has(last)
}
const AGO = new WordSet(['hours', 'days', 'weeks', 'months', 'years', 'times'])

const PASSING = new WordSet(['at', 'in', 'for', 'on', 'of', 'by'])

const PASSING_BY: ReadonlyMap<string, WordSet> = new Map([
  ['at', new WordSet(['times', 'first', 'last', 'once', 'least'])],
  [
    'in',
    new WordSet([
      'fact',
      'effect',
      'turn',
      'theory',
      'practice',
      'principle',
      'private',
      'public',
      'recent',
      'general',
    ]),
  ],
  ['for', new WordSet(['now', 'years', 'months', 'weeks', 'days', 'decades', 'once', 'example', 'instance', 'long'])],
  ['on', new WordSet(['occasion', 'occasions', 'balance', 'principle', 'average'])],
  ['of', new WordSet(['course', 'late'])],
  ['by', new WordSet(['now', 'then', 'contrast'])],
])

/** "All members of the Council back the draft": the verb that the clause has not had yet. */
export function isBacking({ tokens, from, to, tags }: Tagging, at: number): boolean {
  const next = tokens[at + 1]
  const last = tags[at - from - 1]
  if (at + 1 >= to || next === undefined || !(last === 'N' || last === 'K' || last === 'A')) return false
  const it = next.lower === 'it' && areMany(tokens[at - 1])
  if (!it && smallOf(next) !== 'determiner' && !(next.kind === 'word' && next.capital)) return false
  for (let i = at - 1; i >= from; i--) {
    const tag = tags[i - from]
    if (tag === 'S' || tag === 'W' || tag === 'Q') return true
    if (tag === 'V' || tag === 'B' || tag === 'H' || tag === 'M' || tag === 'O' || tag === 'G' || tag === 'E')
      return REPORTED.has(tokens[i])
  }
  return true
}

const REPORTED = new WordSet(['said', 'say', 'says', 'believe', 'believes', 'believed', 'think', 'thinks'])

/** Behind "was", or "made it": what something is. */
export function describes({ tokens, from, tags }: Tagging, at: number): boolean {
  const previous = before(tags, at - from)
  return previous === 'B' || (tokens[at - 1]?.lower === 'it' && tags[at - from - 2] === 'V')
}

/** "our partners' efforts": the possessive of a plural. */
export function isPlurals({ tokens, to }: Tagging, at: number): boolean {
  const token = tokens[at]
  const owner = tokens[at - 1]
  const next = tokens[at + 1]
  return (
    (token?.key === "'" || token?.key === '’') &&
    token.gap === 0 &&
    owner?.kind === 'word' &&
    owner.lower.endsWith('s') &&
    at + 1 < to &&
    next?.kind === 'word' &&
    next.gap > 0
  )
}

/** A verb that tells what was done, and nothing else. */
export function isPastOnly(token: Token | undefined, here: boolean): boolean {
  const forms = here ? verbOf(token)?.forms : undefined
  return forms?.includes('past') === true && !forms.includes('base') && !isNounish(token)
}

export function isLeast(lower: string | undefined): boolean {
  return lower === 'least' || lower === 'most'
}

/** "13", "thirteen" */
export function isNumber(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'number' || smallOf(token) === 'number')
}

export function qualifies({ tokens, to }: Tagging, at: number): boolean {
  const next = tokens[at + 1]
  if (at + 1 >= to || next?.kind !== 'word') return false
  // "Washington's draft calls for"
  if (TEXT_ASKS.has(next) && ASKED.has(tokens[at + 2])) return false
  const small = smallOf(next)
  if (small !== undefined) return small === 'adjective' || small === 'number'
  const forms = verbOf(next)?.forms
  return forms === undefined || isNounish(next) || forms.includes('base')
}

const TEXT_ASKS = new WordSet(['calls', 'demands', 'urges', 'threatens', 'asks', 'requires', 'condemns', 'bans'])

const ASKED = new WordSet(['for', 'on', 'upon', 'that', 'the', 'a', 'an', 'all', 'both', 'any'])

/** "both sides", and "have both sent". */
export const QUANTIFYING = new WordSet(['all', 'both', 'each'])
