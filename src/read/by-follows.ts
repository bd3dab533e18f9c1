import { DAYS, LONG_MONTHS } from './date-names.js'
import { isNounish, verbOf } from './lexicon.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** What stands between a participle and "by" to tell when: "late Wednesday", "on Tuesday", "earlier this week". */
const WHEN = new WordSet([
  ...'late later earlier early last this on in yesterday today week month year weekend morning afternoon evening night'.split(
    ' ',
  ),
  ...DAYS,
  ...LONG_MONTHS,
])

const PHONES = new WordSet(['phone', 'telephone'])

/** "phone", "video link" */
function isLine(token: Token | undefined): boolean {
  return PHONES.has(token) || token?.lower.startsWith('video') === true
}

const GIVEN = new WordSet(
  'submitted presented sent introduced circulated distributed handed delivered offered proposed addressed referred shown conveyed put given forwarded'.split(
    ' ',
  ),
)

/** "submitted to the Security Council by": to whom it is given stands between. */
function isGivenBy(tokens: readonly Token[], at: number, to: number): boolean {
  if (!GIVEN.has(tokens[at])) return false
  const next = tokens[at + 1]?.lower
  if (next !== 'to' && next !== 'before') return false
  for (let i = at + 2; i < Math.min(to, at + 9); i++) {
    const token = tokens[i]
    if (token?.kind !== 'word') return false
    if (token.lower === 'by') return i > at + 2
    // "sent to stop it by force"
    if (i === at + 2 && !token.capital && verbOf(token) !== undefined && !isNounish(token)) return false
  }
  return false
}

/** "by", or "unanimously by", "late Wednesday by", "to the Council by", comes next. */
export function byFollows(tokens: readonly Token[], at: number, to: number): boolean {
  let day = at + 1
  while (day < Math.min(to, at + 6) && WHEN.has(tokens[day])) day++
  // "talked by telephone"
  if (day < to && isLine(tokens[day + 1])) return false
  if (day < to && tokens[day]?.lower === 'by') return true
  const next = at + 1 < to ? tokens[at + 1]?.lower : undefined
  if (next === 'by' || isGivenBy(tokens, at, to)) return true
  const adverb = next !== undefined && (next === 'jointly' || (next.length > 4 && next.endsWith('ly')))
  return adverb && at + 2 < to && tokens[at + 2]?.lower === 'by'
}
