import { isNounish, smallOf, smallWord, verbForm, verbOf } from './lexicon.js'
import type { Mention } from './mentions.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/**
 * What a token does in its sentence. D determiner, P preposition, T "to", C conjunction, S subordinator, W relative, M modal,
 * B be, H have, O do, X negation, R subject pronoun, A adverb, J adjective, N noun, K name, V finite or bare verb,
 * E participle in -ed, G participle in -ing, U number, Q quotation mark, Y mark, Z possessive 's.
 */
export type Tag =
  | 'D' | 'P' | 'T' | 'C' | 'S' | 'W' | 'M' | 'B' | 'H' | 'O' | 'X' | 'R' | 'A' | 'J' | 'N' | 'K' | 'V' | 'E' | 'G' | 'U' | 'Q' | 'Y' | 'Z' // biome-ignore format: a list

const SMALL: Readonly<Record<string, Tag>> = {
  determiner: 'D', preposition: 'P', conjunction: 'C', subordinator: 'S', relative: 'W', modal: 'M', be: 'B', have: 'H', do: 'O',
  negation: 'X', 'subject-pronoun': 'R', 'object-pronoun': 'N', adverb: 'A', number: 'U', adjective: 'J',
} // biome-ignore format: a table

/** Tags for the tokens from `from` to `to` (index 0 is `from`). Names come from the mentions; a verb is told from a noun by its neighbours. */
export function tagsOf(tokens: readonly Token[], from: number, to: number, mentions: readonly Mention[]): Tag[] {
  const tags: Tag[] = new Array(to - from)
  const names = new Uint8Array(to - from)
  for (const mention of mentions) {
    const office = mention.named.every((each) => each.kind === 'office')
    const adjective =
      mention.named.every((each) => each.kind === 'demonym') && !/s$/.test(tokens[mention.to - 1]?.lower ?? '')
    for (let at = mention.from; at < mention.to; at++) names[at - from] = office ? 2 : adjective ? 3 : 1
  }
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token !== undefined) tags[at - from] = tagOf(tokens, at, from, to, tags, names)
  }
  return tags
}

function tagOf(
  tokens: readonly Token[],
  at: number,
  from: number,
  to: number,
  tags: readonly Tag[],
  names: Uint8Array,
): Tag {
  const token = tokens[at] as Token
  if (token.kind === 'open' || token.kind === 'close') return 'Q'
  // "P5+1"
  if (token.kind === 'mark' && isPlurals(tokens, at, to)) return 'Z'
  if (token.kind === 'mark') return token.lower === '+' && names[at - from] === 1 ? 'K' : 'Y'
  if (token.kind === 'number') return names[at - from] === 1 && tokens[at - 1]?.lower === '+' ? 'K' : 'U'
  if (token.key === "'s") return IS_BEFORE.has(tokens[at - 1]?.lower ?? '') ? 'B' : 'Z'
  const { lower } = token
  if (isDay(tokens, at, to)) return 'A'
  const named = names[at - from]
  if (named === 1 || named === 3) return token.capital || !(lower === 'the') ? 'K' : 'D'
  // "to monitor": a verb, though a monitor is somebody
  if (named === 2 && tags[at - from - 1] === 'T' && verbOf(token)?.forms.includes('base') === true) return 'V'
  if (named === 2) return token.lower === 'the' && names[at - from - 1] !== 2 ? 'D' : 'N'
  if (lower === 'to') return 'T'
  const small = token.capital && at > from && token.key !== token.lower ? undefined : smallOf(token)
  const previous = before(tags, at - from)
  if (small !== undefined) {
    if (lower === 'that') return thatTag(tokens, at, from, to, tags, names)
    if (lower === 'her' || lower === 'his') return 'D'
    if ((lower === 'long' || lower === 'far' || lower === 'yet') && previous === 'H') return 'A'
    if (lower === 'so' && tokens[at + 1]?.lower === 'far') return 'A'
    if (lower === 'once' && (tokens[at + 1]?.lower === 'again' || tokens[at + 1]?.lower === 'more')) return 'A'
    if (
      (lower === 'all' || lower === 'both' || lower === 'each') &&
      (tags[at - from - 1] === 'K' || tags[at - from - 1] === 'N' || tags[at - from - 1] === 'R') &&
      at + 1 < to
    ) {
      const next = tokens[at + 1]?.lower ?? ''
      const small2 = smallWord(next)
      if (small2 === 'have' || small2 === 'be' || small2 === 'modal' || verbForm(next)?.forms.includes('past'))
        return 'A'
    }
    if (lower === 'like' || lower === 'back' || lower === 'up' || lower === 'out') {
      if (lower === 'back' && (previous === 'T' || previous === 'M' || previous === 'X' || previous === 'R')) return 'V'
      return small === 'adverb' ? 'A' : 'P'
    }
    if (
      lower === 'further' &&
      at + 1 < to &&
      tokens[at + 1]?.kind === 'word' &&
      smallWord(tokens[at + 1]?.lower ?? '') === undefined &&
      previous !== 'M'
    )
      return 'J'
    if (lower === 'may' && token.capital && at > from) return 'K'
    if (lower === 'will' && previous === 'D') return 'N'
    if ((small === 'adjective' || small === 'number') && previous === 'T' && verbOf(token)?.forms.includes('base'))
      return 'V'
    // "has been proposed", "a text proposed by": a participle that is an adjective elsewhere.
    if (
      small === 'adjective' &&
      verbOf(token)?.forms.includes('pp') &&
      lower.endsWith('ed') &&
      (previous === 'B' || previous === 'H' || byFollows(tokens, at, to))
    )
      return 'E'
    if (lower === 'need' || lower === 'dare') return 'V'
    // "is pressing for a vote": no adjective.
    if (
      small === 'adjective' &&
      previous === 'B' &&
      lower.endsWith('ing') &&
      verbOf(token) !== undefined &&
      takesObject(tokens[at + 1])
    )
      return 'G'
    // "prepared a draft", "the draft prepared by": a noun where nothing follows that it could qualify.
    if (lower === 'draft' && !qualifies(tokens, at, to)) return 'N'
    if (lower === 'at' && isLeast(tokens[at + 1]?.lower) && isCounted(tokens[at + 2])) return 'A'
    return SMALL[small] ?? 'N'
  }
  if (token.capital && at > from && !startsQuote(tags, at - from) && tokens[at - 1]?.key !== ':') {
    // Capitals in the middle of a sentence are names, unless the whole line is in capitals or title case.
    if (!isTitle(tokens, from, to)) return 'K'
  }
  if (isLeast(lower) && tokens[at - 1]?.lower === 'at' && tags[at - from - 1] === 'A') return 'A'
  const form = verbOf(token)
  if (form !== undefined) return verbTag(tokens, at, from, to, tags, form.forms, names)
  if (lower.length > 4 && lower.endsWith('ly')) return 'A'
  // "to grind down", "to intimidate them": a verb that the list does not have.
  if (previous === 'T' && lower.length > 3 && !/(?:s|ion|ment|ity|ness|ing)$/.test(lower)) {
    const next = smallWord(tokens[at + 1]?.lower ?? '')
    if (next === 'determiner' || next === 'object-pronoun') return 'V'
  }
  if (lower.length > 5 && lower.endsWith('ed') && !lower.includes('-'))
    return previous === 'D' || previous === 'J' || previous === 'P'
      ? 'J'
      : previous === 'B' || previous === 'H'
        ? 'E'
        : tokens[at + 1]?.lower === 'by'
          ? 'E'
          : 'V'
  if (/(?:ous|ful|ive|able|ible|ic|al|less|ary|ant|ent|ese|ish|ian)$/.test(lower) && lower.length > 5 && at + 1 < to) {
    const next = tokens[at + 1]
    if (
      next?.kind === 'word' &&
      !lower.endsWith('ment') &&
      !(verbOf(next)?.forms.includes('s') === true && !isNounish(next.lower)) &&
      next.key !== "'s" &&
      smallWord(next.lower) === undefined &&
      verbOf(next)?.forms.some((form) => form === 'past' || form === 'ing') !== true
    )
      return 'J'
  }
  return token.capital && at > from ? 'K' : 'N'
}

/** Small words that no adjective stands before: "the killing has", "the meeting would". */
const CLOSES = new Set(['be', 'have', 'do', 'modal', 'subordinator', 'relative'])

/** "the meeting failed", "the fighting spread". */
function pastFollows(next: Token | undefined, small: string | undefined): boolean {
  if (next === undefined || next.kind !== 'word' || next.capital || small !== undefined) return false
  const forms = verbOf(next)?.forms
  return forms?.includes('past') === true && !forms.includes('base') && !isNounish(next.lower)
}

/** "our partners' efforts": the possessive of a plural. */
function isPlurals(tokens: readonly Token[], at: number, to: number): boolean {
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

function takesObject(next: Token | undefined): boolean {
  const small = next === undefined ? undefined : smallOf(next)
  return (
    small === 'determiner' ||
    small === 'object-pronoun' ||
    next?.lower === 'for' ||
    next?.lower === 'to' ||
    next?.lower === 'ahead'
  )
}

function isLeast(lower: string | undefined): boolean {
  return lower === 'least' || lower === 'most'
}

function isCounted(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'number' || smallOf(token) === 'number')
}

function qualifies(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[at + 1]
  if (at + 1 >= to || next?.kind !== 'word') return false
  const small = smallOf(next)
  if (small !== undefined) return small === 'adjective' || small === 'number'
  const forms = verbOf(next)?.forms
  return forms === undefined || isNounish(next.lower) || forms.includes('base')
}

/** "it's", "that's": a verb, no possessive. */
const IS_BEFORE = new Set(['it', 'that', 'there', 'he', 'she', 'what', 'who', 'here', 'this'])
const DAYS = new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
const MONTHS = new Set([
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'jan',
  'feb',
  'aug',
  'sept',
  'oct',
  'nov',
  'dec',
])
/** Days and dates stand beside the clause, not in it. */
function isDay(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at]
  if (token?.capital !== true) return false
  if (DAYS.has(token.lower)) return true
  if (!MONTHS.has(token.lower)) return false
  return token.lower !== 'may' || (at + 1 < to && tokens[at + 1]?.kind === 'number')
}

function startsQuote(tags: readonly Tag[], at: number): boolean {
  return tags[at - 1] === 'Q'
}

const titleCache = new WeakMap<readonly Token[], Map<number, boolean>>()
function isTitle(tokens: readonly Token[], from: number, to: number): boolean {
  let byStart = titleCache.get(tokens)
  if (byStart === undefined) {
    byStart = new Map()
    titleCache.set(tokens, byStart)
  }
  const known = byStart.get(from)
  if (known !== undefined) return known
  let words = 0
  let capitals = 0
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token?.kind !== 'word' || token.end - token.start < 4) continue
    words++
    if (token.capital) capitals++
  }
  const title = words > 2 && capitals / words > 0.75
  byStart.set(from, title)
  return title
}

/** The tag before, adverbs and quotation marks skipped. */
function before(tags: readonly Tag[], at: number): Tag | undefined {
  for (let i = at - 1; i >= 0 && i > at - 5; i--) if (tags[i] !== 'A' && tags[i] !== 'Q') return tags[i]
  return undefined
}

function thatTag(
  tokens: readonly Token[],
  at: number,
  from: number,
  to: number,
  tags: readonly Tag[],
  names: Uint8Array,
): Tag {
  const previous = tags[at - from - 1]
  const next = tokens[at + 1]
  if (at + 1 >= to || next === undefined) return 'N'
  if (previous === 'N' || previous === 'K' || previous === 'Z' || previous === 'J' || previous === 'U') {
    const small = smallWord(next.lower)
    if (small === 'modal' || small === 'be' || small === 'have' || small === 'do') return 'W'
    const form = verbOf(next)
    if (
      names[at + 1 - from] === 0 &&
      !next.capital &&
      form !== undefined &&
      !isNounish(next.lower) &&
      (form.forms.includes('s') || form.forms.includes('past'))
    )
      return 'W'
    return 'S'
  }
  if (previous === 'P' || previous === undefined) return 'D'
  return 'S'
}

function verbTag(
  tokens: readonly Token[],
  at: number,
  from: number,
  to: number,
  tags: readonly Tag[],
  forms: readonly string[],
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
    if (direct === 'N' && isNounish(token.lower)) return 'N'
    return 'G'
  }
  const bare = forms.includes('base')
  const s = forms.includes('s')
  if (previous === 'M' || previous === 'O') return bare ? 'V' : forms.includes('pp') ? 'E' : 'N'
  if (previous === 'T') return bare ? 'V' : s ? 'N' : 'J'
  if (previous === 'X') {
    const earlier = before(tags, at - from - 1)
    if (earlier === 'B' || earlier === 'H') return forms.includes('pp') ? 'E' : 'N'
    return bare ? 'V' : 'E'
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
      if (direct === 'J') return tokens[at - 1]?.lower === 'draft' && FARES.has(token.lower) ? 'V' : 'J'
      if (
        next?.kind === 'word' &&
        nextSmall === undefined &&
        previous !== 'N' &&
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
  // "the draft goes too far"
  if (direct === 'J' && s && !isNounish(token.lower) && tags[at - from - 2] === 'D') return 'V'
  // "The resolution bans exports", "Resolution 1929 bars Iran": what a text does.
  if (direct === 'N' || direct === 'U') {
    const subject = tokens[at - 1]?.kind === 'number' ? tokens[at - 2] : tokens[at - 1]
    if (s && (TEXT_DOES.has(token.lower) || !isNounish(token.lower)) && TEXTS.has(subject?.lower ?? '')) return 'V'
    // "The measures ban exports"
    if (
      bare &&
      next?.kind === 'word' &&
      nextSmall === undefined &&
      TEXTS_DO.has(token.lower) &&
      TEXTS_ALL.has(subject?.lower ?? '')
    )
      return 'V'
  }
  if (direct === 'D' || direct === 'J' || direct === 'P' || direct === 'Z' || direct === 'U') return 'N'
  if (at > from && names[at - from - 1] === 3) return 'N'
  // "condemned on Monday attacks by rebels"
  if (direct === 'A' && previous === 'P' && isNounish(token.lower) && isDay(tokens, at - 1, to)) return 'N'
  if (previous === 'R' || previous === 'W') return 'V'
  if (previous === 'B' || previous === 'H') return forms.includes('pp') ? 'E' : 'N'
  const name = direct === 'K' || (at - from - 1 >= 0 && names[at - from - 1] === 1)
  const noun = isNounish(token.lower)
  if (noun && name && governed(tags, names, at - from - 1)) return 'N'
  if (s && !noun) return direct === 'V' || direct === 'E' ? 'N' : 'V'
  const object =
    nextSmall === 'determiner' ||
    nextSmall === 'object-pronoun' ||
    nextSmall === 'subject-pronoun' ||
    next?.lower === 'that'
  if (
    (direct === 'N' || name) &&
    next?.lower === 'to' &&
    /^(?:needs?|plans|hopes|aims|wants|vows|threatens|claims|pledges)$/.test(token.lower)
  )
    return 'V'
  if (direct === 'N') {
    if (noun) {
      const particle = next?.lower === 'on' || next?.lower === 'for' || next?.lower === 'upon'
      return (object || particle) && (s ? determined(tags, at - from - 1) && !plural(tokens, at) : plural(tokens, at))
        ? 'V'
        : 'N'
    }
    return plural(tokens, at) || object || (next?.kind === 'word' && next.capital) ? 'V' : 'N'
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
  if (previous === 'C') return !noun || opens ? 'V' : 'N'
  if (previous === undefined) return noun ? 'N' : 'V'
  // "Britain and France, both members of the Council, support the draft": no verb has come yet.
  if (noun && object && direct === 'Y' && tokens[at - 1]?.key === ',' && !tags.some(isVerbal)) return 'V'
  return !noun && opens ? 'V' : 'N'
}

function isVerbal(tag: Tag): boolean {
  return tag === 'V' || tag === 'B' || tag === 'H' || tag === 'M' || tag === 'O'
}

/** A name behind a preposition or an article is no subject: "of UN sanctions", "a U.S. demand". */
function governed(tags: readonly Tag[], names: Uint8Array, last: number): boolean {
  let at = last
  while (at >= 0 && (names[at] ?? 0) > 0) at--
  // "the U.S. and United Nations sanctions"
  if (tags[at] === 'C' && (names[at - 1] ?? 0) > 0) {
    at--
    while (at >= 0 && (names[at] ?? 0) > 0) at--
  }
  while (at >= 0 && tags[at] === 'J') at--
  return tags[at] === 'P' || tags[at] === 'T' || tags[at] === 'D'
}

/** The noun before has an article: "the resolution calls on". */
function determined(tags: readonly Tag[], last: number): boolean {
  for (let at = last; at >= 0 && at > last - 5; at--) {
    if (tags[at] === 'D') return true
    if (tags[at] !== 'N' && tags[at] !== 'J' && tags[at] !== 'K') return false
  }
  return last < 4
}

function plural(tokens: readonly Token[], at: number): boolean {
  return /s$/.test(tokens[at - 1]?.lower ?? '')
}

/** When it was: "late Wednesday", "on Tuesday", "earlier this week". */
const WHEN = new WordSet([
  ...'late later earlier early last this on in yesterday today week month year weekend morning afternoon evening night'.split(
    ' ',
  ),
  ...DAYS,
  ...'january february march april may june july august september october november december'.split(' '),
])

/** "by", or "unanimously by", "late Wednesday by", comes next. */
function byFollows(tokens: readonly Token[], at: number, to: number): boolean {
  let day = at + 1
  while (day < Math.min(to, at + 6) && WHEN.has(tokens[day])) day++
  // "talked by telephone"
  if (day < to && /^(?:tele)?phone$|^video/.test(tokens[day + 1]?.lower ?? '')) return false
  if (day < to && tokens[day]?.lower === 'by') return true
  const next = at + 1 < to ? tokens[at + 1]?.lower : undefined
  if (next === 'by') return true
  const adverb = next !== undefined && (next === 'jointly' || (next.length > 4 && next.endsWith('ly')))
  return adverb && at + 2 < to && tokens[at + 2]?.lower === 'by'
}

/** What becomes of a draft. */
const FARES = new Set(
  'failed fell won got passed received faced drew met called gained died needed collapsed included'.split(' '),
)
const TEXTS = new Set('resolution draft text document statement measure proposal version declaration'.split(' '))
const TEXTS_ALL = new Set('resolutions measures sanctions drafts rules steps'.split(' '))
const TEXTS_DO = new Set('ban target limit cap halt freeze block bar cut curb hit'.split(' '))
const TEXT_DOES = new Set(
  'bans bars blocks permits transfers tests calls demands urges orders limits caps cuts freezes targets threatens condemns requests claims aims needs faces supports notes stresses marks changes places lists links'.split(
    ' ',
  ),
)
