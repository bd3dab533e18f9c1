import {
  determined,
  endsAside,
  fixedTag,
  governed,
  isSeveral,
  isVerbal,
  object_,
  pastFollows,
  plural,
  pluralOf,
  takesObject,
} from './around-verbs.js'
import { byFollows } from './by-follows.js'
import { isDay } from './days.js'
import { isNounish, smallOf, verbOf } from './lexicon.js'
import { before, type Tag } from './tag.js'
import { FARES, TEXT_DOES, TEXTS, TEXTS_ALL, TEXTS_DO } from './text-verbs.js'
import type { Token } from './tokens.js'
import type { Forms } from './verbs.js'
import { WordSet } from './wordset.js'

/** Small words that no adjective stands before: "the killing has", "the meeting would". */
const CLOSES = new Set(['be', 'have', 'do', 'modal', 'subordinator', 'relative'])

/** Whether a word that can be a verb is one here, told from its neighbours. */
export function verbTag(
  tokens: readonly Token[],
  at: number,
  from: number,
  to: number,
  tags: readonly Tag[],
  forms: Forms,
  names: Uint8Array,
): Tag {
  const token = tokens[at] as Token
  const previous = before(tags, at - from)
  const last = at > from ? tags[at - from - 1] : undefined
  // 'a "convincing response"'
  const quoted = last === 'Q' && (tags[at - from - 2] === 'D' || tags[at - from - 2] === 'J')
  const direct = quoted ? tags[at - from - 2] : last
  const next = tokens[at + 1]
  const nextSmall = next === undefined || at + 1 >= to ? undefined : smallOf(next)
  // "those calling for force", "those opposed to it"
  if (last === 'D' && tokens[at - 1]?.lower === 'those' && nextSmall !== undefined && next?.kind === 'word') {
    if (forms.includes('ing')) return 'G'
    if (forms.includes('pp')) return 'E'
  }
  const fixed = fixedTag(tokens, at, previous)
  if (fixed !== undefined) return fixed
  if (forms.includes('ing')) {
    if (direct === 'D' || direct === 'J' || direct === 'Z')
      return nextSmall === 'preposition' ||
        next?.kind === 'mark' ||
        CLOSES.has(nextSmall ?? '') ||
        pastFollows(next, nextSmall)
        ? 'N'
        : direct === 'Z'
          ? 'G'
          : 'J'
    if (direct === 'N' && isNounish(token)) return 'N'
    return 'G'
  }
  const bare = forms.includes('base')
  const s = forms.includes('s')
  if (previous === 'M' || previous === 'O') return bare ? 'V' : forms.includes('pp') ? 'E' : 'N'
  // "subject to travel bans"
  if (
    previous === 'T' &&
    token.lower === 'travel' &&
    /^(?:bans?|restrictions?|curbs|sanctions|limits)$/.test(next?.lower ?? '')
  )
    return 'N'
  if (previous === 'T') return bare ? 'V' : s ? 'N' : 'J'
  if (previous === 'X') {
    const earlier = before(tags, at - from - 1)
    if (earlier === 'B' || earlier === 'H') return forms.includes('pp') ? 'E' : 'N'
    // "no longer objects"
    return bare || tokens[at - 1]?.lower === 'longer' ? 'V' : 'E'
  }
  if (forms.includes('past') || forms.includes('pp')) {
    if (previous === 'B' || previous === 'H') return 'E'
    if (!(bare || s)) {
      if (
        direct === 'D' &&
        /^(?:all|both|each)$/.test(tokens[at - 1]?.lower ?? '') &&
        !(next?.kind === 'word' && !next.capital && nextSmall === undefined && next.lower.endsWith('s'))
      )
        return 'V'
      if (direct === 'D' || direct === 'Z') return 'J'
      if (direct === 'P') return next !== undefined && nextSmall === undefined && next.kind === 'word' ? 'J' : 'E'
      // "adopt targeted measures"
      if (
        direct === 'V' &&
        next?.kind === 'word' &&
        !next.capital &&
        nextSmall === undefined &&
        next.gap > 0 &&
        verbOf(next)?.forms.includes('ing') !== true &&
        !next.lower.endsWith('ly')
      )
        return 'J'
      // "the draft failed to win nine votes": a noun by itself
      if (direct === 'J') return tokens[at - 1]?.lower === 'draft' && FARES.has(token) ? 'V' : 'J'
      if (
        next?.kind === 'word' &&
        nextSmall === undefined &&
        previous !== 'N' &&
        !(previous === 'C' && token.lower === 'threatened') &&
        previous !== 'K' &&
        previous !== 'R' &&
        /^(?:continued|increased|proposed|alleged|renewed|repeated|planned|reported|accelerated|suspected|threatened|stalled|expanded|heightened|intensified|broadened|strengthened|widened|improved|reduced)$/.test(
          token.lower,
        )
      )
        return 'J'
      if (
        (previous === 'S' || previous === undefined || previous === 'C') &&
        /(?:ed|en|wn)$/.test(token.lower) &&
        next?.kind === 'word' &&
        !next.capital &&
        nextSmall === undefined &&
        next.gap > 0 &&
        !next.lower.endsWith('ly') &&
        next.lower !== 'to' &&
        verbOf(next) === undefined
      )
        return 'J'
      if (byFollows(tokens, at, to) && forms.includes('pp')) return 'E'
      if (!forms.includes('past')) return 'E'
      return 'V'
    }
  }
  // "the resolution put forward by X"
  if (direct === 'N' && token.lower === 'put' && next?.lower === 'forward')
    return tokens[at + 2]?.lower === 'by' ? 'E' : 'V'
  // "The main sponsors - Chile and Peru - scheduled a vote"
  if (direct === 'J' && s && CHIEF.has(tokens[at - 1]) && (next?.kind === 'mark' || nextSmall === 'preposition'))
    return 'N'
  // "the draft goes too far"
  if (direct === 'J' && s && !isNounish(token) && tags[at - from - 2] === 'D') return 'V'
  // "The resolution bans exports", "Resolution 1929 bars Iran": what a text does.
  if (direct === 'N' || direct === 'U') {
    const subject = tokens[at - 1]?.kind === 'number' ? tokens[at - 2] : tokens[at - 1]
    if (s && (TEXT_DOES.has(token) || !isNounish(token)) && TEXTS.has(subject)) return 'V'
    // "The measures ban exports"
    if (bare && next?.kind === 'word' && nextSmall === undefined && TEXTS_DO.has(token) && TEXTS_ALL.has(subject))
      return 'V'
  }
  // "the ministry hit out at": with its particle a verb; "the air strikes on": a noun in its compound
  if (direct === 'N' && OUTBURSTS.has(token) && AWAY.has(next)) return 'V'
  if (direct === 'N' && s && isNounish(token) && COMPOUNDING.has(tokens[at - 1])) return 'N'
  if (direct === 'D' || direct === 'J' || direct === 'P' || direct === 'Z' || direct === 'U') return 'N'
  // "the Chinese want more time": a people, and what it does
  const people = at > from && names[at - from - 1] === 3
  if (people && !(bare && !isNounish(token) && tags[at - from - 2] === 'D' && takesObject(next))) return 'N'
  // "condemned on Monday attacks by rebels"
  if (direct === 'A' && previous === 'P' && isNounish(token) && isDay(tokens, at - 1, to)) return 'N'
  if (previous === 'R' || previous === 'W') return 'V'
  if (previous === 'B' || previous === 'H') return forms.includes('pp') ? 'E' : 'N'
  const name = direct === 'K' || (at - from - 1 >= 0 && names[at - from - 1] === 1)
  const noun = isNounish(token)
  // "The EU plans to": a name wants it
  if (name && next?.lower === 'to' && WANTS.has(token.lower)) return 'V'
  // "the US and the EU fear Iran's work": several names, and a name or an article behind
  const several = bare && name && object_(next, nextSmall) && isSeveral(tags, names, at - from - 1)
  if (noun && name && !several && governed(tags, names, at - from - 1)) return 'N'
  // "The resolution, adopted unanimously, demands that": what was said in passing ends, and no verb has come yet
  if (
    noun &&
    direct === 'Y' &&
    (s || bare) &&
    endsAside(tokens, at, from, tags) &&
    next?.kind === 'word' &&
    !isAnd(next)
  )
    return 'V'
  if (s && !noun) return direct === 'V' || direct === 'E' || (direct === 'G' && !name) ? 'N' : 'V'
  const object =
    nextSmall === 'determiner' ||
    nextSmall === 'object-pronoun' ||
    nextSmall === 'subject-pronoun' ||
    next?.lower === 'that'
  if (direct === 'N' && next?.lower === 'to' && WANTS.has(token.lower)) return 'V'
  if (direct === 'N') {
    if (noun) {
      const particle = next?.lower === 'on' || next?.lower === 'for' || next?.lower === 'upon'
      return (object || particle) && (s ? determined(tags, at - from - 1) && !plural(tokens, at) : plural(tokens, at))
        ? 'V'
        : 'N'
    }
    return plural(tokens, at) || pluralOf(tokens, tags, at, from) || object || (next?.kind === 'word' && next.capital)
      ? 'V'
      : 'N'
  }
  const opens =
    object ||
    next?.lower === 'to' ||
    (nextSmall === 'preposition' &&
      next?.lower !== 'of' &&
      next?.lower !== 'in' &&
      next?.lower !== 'against' &&
      (s || name)) ||
    (next?.capital === true && next.kind === 'word')
  // "Russia stands ready to"
  if (name && token.lower === 'stands' && nextSmall === 'adjective') return 'V'
  if (name) return noun ? (opens ? 'V' : 'N') : 'V'
  if (direct === 'A') return noun ? (opens ? 'V' : 'N') : 'V'
  // "but supports tougher sanctions"
  if (previous === 'C' && s && tokens[at - 1]?.lower === 'but' && nextSmall === 'adjective') return 'V'
  if (previous === 'C') return !noun || opens ? 'V' : 'N'
  // "Stop the killing", "Return to the table"
  const bids = bare && (object || (next?.lower === 'to' && direct === 'Q')) && nextSmall !== 'subject-pronoun'
  if (previous === undefined) return noun && !bids ? 'N' : 'V'
  if (direct === 'Q' && bids && (last === 'Q' ? tags[at - from - 2] : undefined) === 'Y') return 'V'
  // "Britain and France, both members of the Council, support the draft": no verb has come yet.
  if (noun && direct === 'Y' && tokens[at - 1]?.key === ',') {
    if (object && !tags.some(isVerbal)) return 'V'
    // "Norway and Chile, anxious to keep it up, hope to see a vote"
    if (next?.lower === 'to' && WANT.has(token) && !tags.some((tag, i) => isVerbal(tag) && tags[i - 1] !== 'T'))
      return 'V'
  }
  return !noun && opens ? 'V' : 'N'
}

const OUTBURSTS = new WordSet(['hit', 'put', 'set', 'cut', 'shut', 'cast'])

const AWAY = new WordSet(['out', 'back', 'off', 'aside', 'down'])

const COMPOUNDING = new WordSet(
  'air missile rocket drone peace phone telephone test bomb mortar artillery suicide terror terrorist ground tank arms weapons oil trade retaliatory'.split(
    ' ',
  ),
)

function isAnd({ lower }: Token): boolean {
  return lower === 'and' || lower === 'or'
}

const WANT = new WordSet('hope plan aim want need claim pledge threaten vow intend hopes plans aims claims'.split(' '))

const CHIEF = new WordSet(['main', 'chief', 'key', 'lead', 'principal', 'original', 'joint', 'other', 'top'])

const WANTS = new Set('need needs plans hopes aims wants vows threatens claims pledges'.split(' '))
