import { isBeforeCouncil, isDoing } from './apart-tags.js'
import { takesObject } from './around-verbs.js'
import { standsAt } from './before.js'
import { byFollows } from './by-follows.js'
import { type smallOf, smallWord, verbForm, verbOf } from './lexicon.js'
import { before, type Tag, type Tagging } from './tag.js'
import { thatTag } from './that-tags.js'
import type { Token } from './tokens.js'
import type { Forms } from './verbs.js'
import { isBacking, isLeast, isNumber, isPastOnly, QUANTIFYING, qualifies } from './word-tests.js'
import { WordSet } from './wordset.js'

const SMALL: ReadonlyMap<string, Tag> = new Map(Object.entries<Tag>({
  determiner: 'D', preposition: 'P', conjunction: 'C', subordinator: 'S', relative: 'W', modal: 'M', be: 'B', have: 'H', do: 'O',
  negation: 'X', 'subject-pronoun': 'R', 'object-pronoun': 'N', adverb: 'A', number: 'U', adjective: 'J',
})) // biome-ignore format: a table

type Small = Exclude<ReturnType<typeof smallOf>, undefined>

/** What one of the language's small words does here; most do always the same. */
export function smallTag(line: Tagging, at: number, small: Small): Tag {
  const { tokens, from, to, tags } = line
  const token = tokens[at] as Token
  const { lower } = token
  if (lower === 'that') return thatTag(line, at)
  if (lower === 'her' || lower === 'his') return 'D'
  if (lower === 'need' || lower === 'dare') return 'V'
  const previous = before(tags, at - from)
  if (QUANTIFYING.has(token) ? standsApart(line, at, previous) : tellsHow(line, at, previous)) return 'A'
  // "no longer insists"
  if (lower === 'no' && tokens[at + 1]?.lower === 'longer') return 'X'
  if (lower === 'back') {
    if (previous === 'T' || previous === 'M' || previous === 'X' || previous === 'R') return 'V'
    if (isBacking(line, at)) return 'V'
  }
  // "would like to see it", "would like a text"
  if (lower === 'like' && previous === 'M' && tokens[at + 1]?.kind === 'word') return 'V'
  // "any outside intervention"
  if (lower === 'outside' && INTRUDING.has(tokens[at + 1])) return 'J'
  if (lower === 'before' && isBeforeCouncil(tokens, at, to)) return 'P'
  if (PARTICLES.has(token)) return small === 'adverb' ? 'A' : 'P'
  if (lower === 'further' && previous !== 'M' && at + 1 < to && isThing(tokens[at + 1])) return 'J'
  if (lower === 'may' && token.capital && at > from) return 'K'
  if (lower === 'will' && previous === 'D') return 'N'
  if ((small === 'adjective' || small === 'number') && previous === 'T' && verbOf(token)?.forms.includes('base'))
    return 'V'
  if (small === 'adjective') {
    // "has been proposed", "a text proposed by": a participle that is an adjective elsewhere.
    const done = lower.endsWith('ed') && verbOf(token)?.forms.includes('pp')
    if (done && (previous === 'B' || previous === 'H' || byFollows(tokens, at, to))) return 'E'
    if (lower.endsWith('ing') && isUnderWay(line, at, previous)) return 'G'
  }
  // "prepared a draft", "the draft prepared by": a noun where nothing follows that it could qualify.
  if (lower === 'draft' && !qualifies(line, at)) return 'N'
  return SMALL.get(small) ?? 'N'
}

/** "have each sent", "were both opposed", "Russia and China both voted": of whom was told before. */
function standsApart({ tokens, from, to, tags }: Tagging, at: number, previous: Tag | undefined): boolean {
  const last = standsAt(tags, at - from - 1)
  // "have both openly called"
  const verb = tokens[at + 1]?.lower.endsWith('ly') === true ? at + 2 : at + 1
  if ((previous === 'H' || previous === 'B' || previous === 'M') && isVerbal(verbOf(tokens[verb])?.forms)) return true
  if (isDoing(tokens, at, last)) return true
  if ((last !== 'K' && last !== 'N' && last !== 'R') || at + 1 >= to) return false
  const next = tokens[at + 1]?.lower ?? ''
  const small = smallWord(next)
  return small === 'have' || small === 'be' || small === 'modal' || verbForm(next)?.forms.includes('past') === true
}

/** Words that tell here how, how much or when, and elsewhere something else. */
function tellsHow({ tokens, from, to, tags }: Tagging, at: number, previous: Tag | undefined): boolean {
  const last = standsAt(tags, at - from - 1)
  const next = tokens[at + 1]
  switch (tokens[at]?.lower) {
    case 'long':
    case 'far':
      return previous === 'H'
    // "has yet to", "has not yet backed it"
    case 'yet':
      return previous === 'H' || previous === 'X'
    case 'so':
      return next?.lower === 'far'
    // "has most consistently argued", "not only voted for it"
    case 'most':
    case 'more':
      return next?.lower.endsWith('ly') === true && next.lower !== 'likely'
    case 'not':
      return at + 1 < to && MERELY.has(next)
    case 'once':
      return next?.lower === 'again' || next?.lower === 'more'
    case 'at':
      return isLeast(next?.lower) && isNumber(tokens[at + 2])
    // "Britain first called for it", "they first called for it"
    case 'first':
      if ((last === 'K' || previous === 'R') && verbOf(next)?.forms.includes('past')) return true
      return last === 'K' && isPastOnly(next, at + 1 < to)
    case 'last':
      return last === 'K' && isPastOnly(next, at + 1 < to)
    default:
      return false
  }
}

/** "is pressing for a vote": no adjective. */
function isUnderWay({ tokens, from, tags, names }: Tagging, at: number, previous: Tag | undefined): boolean {
  if (verbOf(tokens[at]) === undefined) return false
  if (previous === 'B' || previous === 'S' || previous === undefined) return takesObject(tokens[at + 1])
  return tags[at - from - 1] === 'V' && BEGINNING.has(tokens[at - 1]) && (names[at - from + 1] ?? 0) > 0
}

function isThing(token: Token | undefined): boolean {
  return token?.kind === 'word' && smallWord(token.lower) === undefined
}

/** "have each sent", "were both opposed", "may all agree" */
function isVerbal(forms: Forms | undefined): boolean {
  return forms !== undefined && (forms.includes('pp') || forms.includes('ing') || forms.includes('base'))
}

const PARTICLES = new WordSet(['like', 'back', 'up', 'out'])

const INTRUDING = new WordSet(
  'intervention interference powers forces help pressure involvement support military meddling influence actors foreign armed'.split(
    ' ',
  ),
)

const MERELY = new WordSet(['only', 'merely', 'just', 'simply', 'solely'])

const BEGINNING = new WordSet(
  'start starts started begin begins began keep keeps kept continue continues continued stop stops stopped'.split(' '),
)
