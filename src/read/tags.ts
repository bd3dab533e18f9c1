import { standsAt } from './before.js'
import { isDay } from './days.js'
import { isNounish, smallOf, smallWord, verbOf } from './lexicon.js'
import type { Mention } from './mentions.js'
import { smallTag } from './small-tags.js'
import { before, type Tag, type Tagging } from './tag.js'
import { isTitle } from './titles.js'
import type { Token } from './tokens.js'
import { verbTag } from './verb-tags.js'
import { findVerb } from './verbless.js'
import type { Forms } from './verbs.js'
import { describes, isLeast, isPassingBy, isPlurals } from './word-tests.js'
import { WordSet } from './wordset.js'

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
  const line: Tagging = { tokens, from, to, tags, names }
  for (let at = from; at < to; at++) tags[at - from] = tagOf(line, at)
  findVerb(line, tags)
  return tags
}

function tagOf(line: Tagging, at: number): Tag {
  const { tokens, from, to, tags, names } = line
  const token = tokens[at] as Token
  if (token.kind === 'open' || token.kind === 'close') return 'Q'
  // "P5+1"
  if (token.kind === 'mark' && isPlurals(line, at)) return 'Z'
  if (token.kind === 'mark') return token.lower === '+' && names[at - from] === 1 ? 'K' : 'Y'
  if (token.kind === 'number') return names[at - from] === 1 && tokens[at - 1]?.lower === '+' ? 'K' : 'U'
  if (token.key === "'s") return IS_BEFORE.has(tokens[at - 1]) ? 'B' : 'Z'
  const { lower } = token
  // "its envoy's Tuesday visit"
  if (isDay(tokens, at, to)) return standsAt(tags, at - from - 1) === 'Z' && tokens[at + 1]?.kind !== 'mark' ? 'J' : 'A'
  if (isPassingBy(line, at)) return 'A'
  if ((names[at - from] ?? 0) > 0) return namedTag(line, at)
  if (lower === 'to') return 'T'
  if (lower === 'longer' && tokens[at - 1]?.lower === 'no') return 'A'
  // "India, itself a nuclear power"
  if (token.lower.endsWith('self') || token.lower === 'themselves') return 'A'
  const small = token.capital && at > from && token.key !== token.lower ? undefined : smallOf(token)
  if (small !== undefined) return smallTag(line, at, small)
  if (token.capital && at > from && !startsQuote(tags, at - from) && tokens[at - 1]?.key !== ':') {
    // Capitals in the middle of a sentence are names, unless the whole line is in capitals or title case.
    if (!isTitle(tokens, from, to)) return 'K'
  }
  if (isLeast(lower) && tokens[at - 1]?.lower === 'at' && tags[at - from - 1] === 'A') return 'A'
  const form = verbOf(token)
  // "in a statement read out by its president"
  if (lower === 'read' && isReadOut(tokens, at, to)) return 'E'
  if (form !== undefined) return verbTag(line, at, form.forms)
  return unlistedTag(line, at)
}

function isReadOut(tokens: readonly Token[], at: number, to: number): boolean {
  return at + 1 < to && READ.has(tokens[at - 1]) && ALOUD.has(tokens[at + 1])
}
const READ = new WordSet(['statement', 'declaration', 'letter', 'message', 'text', 'communique'])
const ALOUD = new WordSet(['out', 'aloud', 'by', 'to', 'on'])

/** A word of a name, an office or a people's adjective. */
function namedTag({ tokens, from, tags, names }: Tagging, at: number): Tag {
  const token = tokens[at] as Token
  // "to monitor": a verb, though a monitor is somebody
  if (names[at - from] === 2) {
    if (standsAt(tags, at - from - 1) === 'T' && verbOf(token)?.forms.includes('base') === true) return 'V'
    return token.lower === 'the' && names[at - from - 1] !== 2 ? 'D' : 'N'
  }
  // "members of the council" is one name
  const inside = standsAt(tokens, at - 1)?.lower === 'of' && names[at - from - 1] === 1
  return token.capital || token.lower !== 'the' || inside ? 'K' : 'D'
}

/** What a word is that no list has, told from its ending and its neighbours. */
function unlistedTag(line: Tagging, at: number): Tag {
  const { tokens, from, to, tags } = line
  const token = tokens[at] as Token
  const { lower } = token
  const previous = before(tags, at - from)
  const last = standsAt(tags, at - from - 1)
  if (lower.length > 4 && lower.endsWith('ly')) return lower.endsWith('-fly') ? 'J' : 'A'
  // "was confident that", "made it plain that"
  if (tokens[at + 1]?.lower === 'that' && !lower.endsWith('s') && describes(line, at)) return 'J'
  // "who singles out", "which scotched the plan": a verb that the list does not have
  if (last === 'W' && tokens[at - 1]?.lower !== 'whose' && /[^us]s$/.test(lower)) return 'V'
  // "to grind down", "to intimidate them": a verb that the list does not have.
  if (previous === 'T' && lower.length > 3 && !/(?:s|ion|ment|ity|ness|ing)$/.test(lower)) {
    const next = smallWord(tokens[at + 1]?.lower ?? '')
    if (next === 'determiner' || next === 'object-pronoun') return 'V'
  }
  if (lower.length > 5 && lower.endsWith('ed') && !lower.includes('-')) {
    if (previous === 'D' || previous === 'J' || previous === 'P') return 'J'
    return previous === 'B' || previous === 'H' || tokens[at + 1]?.lower === 'by' ? 'E' : 'V'
  }
  if (
    token.word.adjectival &&
    lower.length > 5 &&
    !lower.endsWith('ment') &&
    at + 1 < to &&
    isQualified(tokens[at + 1])
  )
    return 'J'
  return token.capital && at > from ? 'K' : 'N'
}

/** A noun that an adjective may stand before. */
function isQualified(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.key === "'s" || smallWord(token.lower) !== undefined) return false
  const forms = verbOf(token)?.forms
  return !(forms?.includes('s') === true && !isNounish(token)) && !isPastOrIng(forms)
}

function isPastOrIng(forms: Forms | undefined): boolean {
  return forms !== undefined && (forms.includes('past') || forms.includes('ing'))
}

/** "it's", "that's": a verb, no possessive. */
const IS_BEFORE = new WordSet(['it', 'that', 'there', 'he', 'she', 'what', 'who', 'here', 'this'])

function startsQuote(tags: readonly Tag[], at: number): boolean {
  return tags[at - 1] === 'Q'
}
