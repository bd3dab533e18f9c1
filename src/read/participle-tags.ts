import { pastFollows } from './around-verbs.js'
import { byFollows } from './by-follows.js'
import { isNounish, smallOf, verbOf } from './lexicon.js'
import type { Spot } from './spot.js'
import type { Tag } from './tag.js'
import { FARES } from './text-verbs.js'
import type { Token } from './tokens.js'
import { QUANTIFYING } from './word-tests.js'
import { WordSet } from './wordset.js'

/** "the killing", "a convincing response", "pressing for a vote": what a form in -ing is. */
export function ingTag(spot: Spot): Tag {
  const { direct, next, nextSmall, token } = spot
  if (direct === 'D' || direct === 'J' || direct === 'Z') {
    if (
      nextSmall === 'preposition' ||
      next?.kind === 'mark' ||
      CLOSES.has(nextSmall ?? '') ||
      pastFollows(next, nextSmall)
    )
      return 'N'
    return direct === 'Z' ? 'G' : 'J'
  }
  if (modified(spot)) return 'J'
  // "a statement backing the plan", "a letter warning of war": what the text does
  if (SAYING.has(token) && WRITINGS.has(spot.tokens[spot.at - 1])) return 'G'
  // "the Council meeting at which"
  if (direct === 'K' && token.lower === 'meeting' && isOfThat(spot)) return 'N'
  if (direct === 'K' && isHeld(spot)) return 'N'
  return direct === 'N' && isNounish(token) ? 'N' : 'G'
}

const MEETINGS = new WordSet(['meeting', 'gathering', 'briefing', 'hearing', 'ruling'])

/** "a G8 meeting": behind an article and a name, where no object follows. */
function isHeld({ tags, at, from, next, nextSmall, token }: Spot): boolean {
  if (!MEETINGS.has(token)) return false
  let article = at - 1
  while (article > from && tags[article - from] === 'K') article--
  if (tags[article - from] !== 'D') return false
  const ends = next === undefined || next.kind !== 'word' || nextSmall === 'preposition' || CLOSES.has(nextSmall ?? '')
  return ends || pastFollows(next, nextSmall)
}

const WRITINGS = new WordSet(
  'statement resolution draft text letter report measure document declaration motion communique message'.split(' '),
)
const SAYING = new WordSet(['backing', 'warning'])

function isOfThat({ tokens, at, to }: Spot): boolean {
  const which = tokens[at + 2]
  return at + 2 < to && which !== undefined && smallOf(which) === 'relative'
}

/** Small words that no adjective stands before: "the killing has", "the meeting would". */
const CLOSES = new Set(['be', 'have', 'do', 'modal', 'subordinator', 'relative'])

/** "voted", "the proposed text", "a text drafted by": what a form that is past or participle, and nothing else, is. */
export function pastTag(spot: Spot): Tag {
  const { tokens, at, to, direct, previous, next, nextSmall, forms, token } = spot
  if (
    direct === 'D' &&
    QUANTIFYING.has(tokens[at - 1]) &&
    !(next?.kind === 'word' && !next.capital && nextSmall === undefined && next.lower.endsWith('s'))
  )
    return 'V'
  if (direct === 'D' || direct === 'Z' || modified(spot)) return 'J'
  if (direct === 'P') return next !== undefined && nextSmall === undefined && next.kind === 'word' ? 'J' : 'E'
  // "adopt targeted measures", "have imposed limited sanctions"
  if (
    takesThing(spot) &&
    (thingFollows(spot) || nextSmall === 'adjective') &&
    verbOf(next)?.forms.includes('ing') !== true
  )
    return 'J'
  // "the draft failed to win nine votes": a noun by itself
  if (direct === 'J') return tokens[at - 1]?.lower === 'draft' && FARES.has(token) ? 'V' : 'J'
  if (qualifiesNext(spot)) return 'J'
  if (
    (previous === 'S' || previous === undefined || previous === 'C') &&
    /(?:ed|en|wn)$/.test(token.lower) &&
    thingFollows(spot) &&
    next?.lower !== 'to' &&
    verbOf(next) === undefined
  )
    return 'J'
  if (byFollows(tokens, at, to) && forms.includes('pp')) return 'E'
  return forms.includes('past') ? 'V' : 'E'
}

/** "a heavily armed force", "the recently adopted text", "a fast growing crisis": behind an article and an adverb, before a thing. */
function modified(spot: Spot): boolean {
  const { direct, previous, tokens, at, next, nextSmall } = spot
  if (direct !== 'A' || (previous !== 'D' && previous !== 'Z') || QUANTIFYING.has(tokens[at - 2])) return false
  return next?.kind === 'word' && nextSmall === undefined && next.gap > 0 && !isAdverb(next)
}

/** Behind a verb that is not passive. */
function takesThing({ direct, tags, at, from }: Spot): boolean {
  return direct === 'V' || direct === 'G' || (direct === 'E' && tags[at - from - 2] === 'H')
}

/** A word that is no name, no small word and no adverb, with a space before it. */
function thingFollows({ next, nextSmall }: Spot): boolean {
  return next?.kind === 'word' && !next.capital && nextSmall === undefined && next.gap > 0 && !isAdverb(next)
}

/** By its ending; "no-fly" is none. */
function isAdverb({ lower }: Token): boolean {
  return lower.endsWith('ly') && !lower.endsWith('-fly')
}

/** "Continued attacks", "proposed sanctions": no subject stands before. */
function qualifiesNext({ previous, next, nextSmall, token }: Spot): boolean {
  return (
    next?.kind === 'word' &&
    nextSmall === undefined &&
    previous !== 'N' &&
    !(previous === 'C' && token.lower === 'threatened') &&
    previous !== 'K' &&
    previous !== 'R' &&
    QUALIFYING.has(token)
  )
}

const QUALIFYING = new WordSet(
  'continued increased proposed alleged renewed repeated planned reported accelerated suspected threatened stalled expanded heightened intensified broadened strengthened widened improved reduced'.split(
    ' ',
  ),
)
