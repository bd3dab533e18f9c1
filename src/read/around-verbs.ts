import { standsAt } from './before.js'
import { isNounish, smallOf, verbOf } from './lexicon.js'
import type { Tag, Tagging } from './tag.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** "the meeting failed", "the fighting spread". */
export function pastFollows(next: Token | undefined, small: string | undefined): boolean {
  if (next === undefined || next.kind !== 'word' || next.capital || small !== undefined) return false
  const forms = verbOf(next)?.forms
  return forms?.includes('past') === true && !forms.includes('base') && !isNounish(next)
}

export function takesObject(next: Token | undefined): boolean {
  const small = next === undefined ? undefined : smallOf(next)
  return (
    small === 'determiner' ||
    small === 'object-pronoun' ||
    next?.lower === 'for' ||
    next?.lower === 'to' ||
    next?.lower === 'ahead'
  )
}

/** An article or a name, of which something is said. */
export function object_(next: Token | undefined, small: string | undefined): boolean {
  return small === 'determiner' || small === 'object-pronoun' || (next?.kind === 'word' && next.capital)
}

/** "the US and the EU": names that an "and" joins before a verb of many. */
export function isSeveral(tags: readonly Tag[], names: Uint8Array, last: number): boolean {
  let at = last
  while (at >= 0 && ((names[at] ?? 0) > 0 || tags[at] === 'D')) at--
  return tags[at] === 'C' && (names[at - 1] ?? 0) > 0 && !tags.some(isVerbal)
}

/** "The text, adopted unanimously, demands": a subject, a comma, what is said in passing, a comma. */
export function endsAside({ tokens, from, tags }: Tagging, at: number): boolean {
  if (tokens[at - 1]?.key !== ',') return false
  let comma = at - 2
  while (comma > from && tokens[comma]?.key !== ',') comma--
  if (comma <= from || tokens[comma]?.key !== ',') return false
  const opens = tags[comma + 1 - from]
  const passing = opens === 'E' || opens === 'W' || (opens === 'V' && tokens[comma + 1]?.lower.endsWith('ed') === true)
  if (!passing) return false
  let noun = false
  for (let i = from; i < comma; i++) {
    const tag = tags[i - from] as Tag
    if (tag === 'Y' || tag === 'P' || tag === 'S' || isVerbal(tag) || tag === 'G' || tag === 'E') return false
    if (tag === 'N' || tag === 'K') noun = true
  }
  return noun
}

export function isVerbal(tag: Tag): boolean {
  return tag === 'V' || tag === 'B' || tag === 'H' || tag === 'M' || tag === 'O'
}

/** A name behind a preposition or an article is no subject: "of UN sanctions", "a U.S. demand". */
export function governed(tags: readonly Tag[], names: Uint8Array, last: number): boolean {
  let at = last
  while (at >= 0 && (names[at] ?? 0) > 0) at--
  // "the U.S. and United Nations sanctions"
  if (standsAt(tags, at) === 'C' && (names[at - 1] ?? 0) > 0) {
    at--
    while (at >= 0 && (names[at] ?? 0) > 0) at--
  }
  while (at >= 0 && tags[at] === 'J') at--
  const tag = standsAt(tags, at)
  return tag === 'P' || tag === 'T' || tag === 'D'
}

/** The noun before has an article: "the resolution calls on". */
export function determined(tags: readonly Tag[], last: number): boolean {
  for (let at = last; at >= 0 && at > last - 5; at--) {
    if (tags[at] === 'D') return true
    if (tags[at] !== 'N' && tags[at] !== 'J' && tags[at] !== 'K') return false
  }
  return last < 4
}

/** "provisions of the draft violate": a plural before "of". */
export function pluralOf(line: Tagging, at: number): boolean {
  const { tokens, from, tags } = line
  if (tags.some(isVerbal) && !REPORTS.has(lastVerb(line))) return false
  for (let i = at - 1; i > from && i > at - 6; i--) {
    if (tokens[i]?.lower === 'of') return /[^s]s$/.test(tokens[i - 1]?.lower ?? '')
    if (tags[i - from] !== 'N' && tags[i - from] !== 'D' && tags[i - from] !== 'J') return false
  }
  return false
}

function lastVerb({ tokens, from, tags }: Tagging): Token | undefined {
  for (let i = tags.length - 1; i >= 0; i--) if (isVerbal(tags[i] as Tag)) return tokens[from + i]
  return undefined
}

const REPORTS = new WordSet(
  'say says said believe believes believed think thinks thought argue argues argued'.split(' '),
)

export function plural(tokens: readonly Token[], at: number): boolean {
  return /s$/.test(tokens[at - 1]?.lower ?? '')
}

const EXPECTING = new WordSet('expect expects expected believe believes believed doubt doubts doubted'.split(' '))
const FEW = new WordSet(['few', 'one'])
const FEW_OF = new WordSet(['no', 'any', 'every', 'hardly'])

/** How things are done: "by military means". */
const MANNERS: ReadonlySet<string> = new Set(['military', 'diplomatic', 'peaceful', 'political', 'other', 'necessary'])
/** Words before one who calls: "with visiting President Lee". */
function isCaller(before: Token | undefined): boolean {
  return before !== undefined && /^(?:with|told|to|by|and|assured|urged|alongside|informed|from)$/.test(before.lower)
}

const SENIOR = new WordSet([
  'senior',
  'top',
  'high-ranking',
  'foreign',
  'officials',
  'diplomats',
  'envoys',
  'ministers',
])

/** Behind a first name or a people's adjective: "President Lee", "U.S. diplomats". */
function isNameOf(token: Token | undefined): boolean {
  return token?.kind === 'word' && (token.capital || (verbOf(token) === undefined && smallOf(token) === undefined))
}

/** Words whose neighbours settle what they are: "told visiting President Lee", "as Mr Lavrov heads to Damascus", "by military means". */
export function fixedTag(tokens: readonly Token[], at: number, previous: Tag | undefined): Tag | undefined {
  const lower = tokens[at]?.lower
  const next = tokens[at + 1]
  if (lower === 'visiting')
    return isCaller(tokens[at - 1]) && (SENIOR.has(next) || (next?.capital === true && isNameOf(tokens[at + 2])))
      ? 'J'
      : undefined
  if (lower === 'heads') return previous === 'K' && (next?.lower === 'to' || next?.lower === 'for') ? 'V' : undefined
  // "have sought targeted air strikes"
  if (lower === 'targeted')
    return previous === 'E' && next?.kind === 'word' && !next.capital && smallOf(next) === undefined ? 'J' : undefined
  // "few expect it to pass", "no one believes them"
  if (EXPECTING.has(tokens[at]) && FEW.has(tokens[at - 1])) {
    const word = tokens[at - 1]?.lower
    return word !== 'one' || FEW_OF.has(tokens[at - 2]) ? 'V' : undefined
  }
  if (lower === 'means') return MANNERS.has(tokens[at - 1]?.lower ?? '') ? 'N' : undefined
  return undefined
}
