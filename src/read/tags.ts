import { takesObject } from './around-verbs.js'
import { byFollows } from './by-follows.js'
import { isDay } from './days.js'
import { isNounish, smallOf, smallWord, verbForm, verbOf } from './lexicon.js'
import type { Mention } from './mentions.js'
import { before, type Tag } from './tag.js'
import { thatTag } from './that-tags.js'
import { isTitle } from './titles.js'
import type { Token } from './tokens.js'
import { verbTag } from './verb-tags.js'
import type { Forms } from './verbs.js'
import { describes, isBacking, isCounted, isDone, isLeast, isPassingBy, isPlurals, qualifies } from './word-tests.js'
import { WordSet } from './wordset.js'

const SMALL: ReadonlyMap<string, Tag> = new Map(Object.entries<Tag>({
  determiner: 'D', preposition: 'P', conjunction: 'C', subordinator: 'S', relative: 'W', modal: 'M', be: 'B', have: 'H', do: 'O',
  negation: 'X', 'subject-pronoun': 'R', 'object-pronoun': 'N', adverb: 'A', number: 'U', adjective: 'J',
})) // biome-ignore format: a table

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
  if (token.key === "'s") return IS_BEFORE.has(tokens[at - 1]) ? 'B' : 'Z'
  const { lower } = token
  if (isDay(tokens, at, to)) return 'A'
  if (isPassingBy(tokens, at, to, tags, from)) return 'A'
  const named = names[at - from]
  // "members of the council" is one name
  if (named === 1 || named === 3)
    return token.capital || lower !== 'the' || (tokens[at - 1]?.lower === 'of' && names[at - from - 1] === 1)
      ? 'K'
      : 'D'
  // "to monitor": a verb, though a monitor is somebody
  if (named === 2 && tags[at - from - 1] === 'T' && verbOf(token)?.forms.includes('base') === true) return 'V'
  if (named === 2) return token.lower === 'the' && names[at - from - 1] !== 2 ? 'D' : 'N'
  if (lower === 'to') return 'T'
  if (lower === 'longer' && tokens[at - 1]?.lower === 'no') return 'A'
  // "India, itself a nuclear power"
  if (token.lower.endsWith('self') || token.lower === 'themselves') return 'A'
  const small = token.capital && at > from && token.key !== token.lower ? undefined : smallOf(token)
  const previous = before(tags, at - from)
  if (small !== undefined) {
    if (lower === 'that') return thatTag(tokens, at, from, to, tags, names)
    if (lower === 'her' || lower === 'his') return 'D'
    if ((lower === 'long' || lower === 'far' || lower === 'yet') && previous === 'H') return 'A'
    if (lower === 'so' && tokens[at + 1]?.lower === 'far') return 'A'
    // "has most consistently argued", "not only voted for it"
    if (
      (lower === 'most' || lower === 'more') &&
      tokens[at + 1]?.lower.endsWith('ly') &&
      tokens[at + 1]?.lower !== 'likely'
    )
      return 'A'
    // "no longer insists"
    if (lower === 'no' && tokens[at + 1]?.lower === 'longer') return 'X'
    if (lower === 'not' && at + 1 < to && MERELY.has(tokens[at + 1])) return 'A'
    if (lower === 'once' && (tokens[at + 1]?.lower === 'again' || tokens[at + 1]?.lower === 'more')) return 'A'
    // "have each sent", "were both opposed"
    if (
      (lower === 'all' || lower === 'both' || lower === 'each') &&
      (previous === 'H' || previous === 'B' || previous === 'M') &&
      isVerbal(verbOf(tokens[at + 1])?.forms)
    )
      return 'A'
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
    // "Washington first called for it"
    if (
      lower === 'first' &&
      (tags[at - from - 1] === 'K' || previous === 'R') &&
      verbOf(tokens[at + 1])?.forms.includes('past')
    )
      return 'A'
    if (lower === 'like' || lower === 'back' || lower === 'up' || lower === 'out') {
      if (lower === 'back' && (previous === 'T' || previous === 'M' || previous === 'X' || previous === 'R')) return 'V'
      if (lower === 'back' && isBacking(tokens, at, from, to, tags)) return 'V'
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
    // "Britain first called for it"
    if ((lower === 'first' || lower === 'last') && tags[at - from - 1] === 'K' && isDone(tokens[at + 1], at + 1 < to))
      return 'A'
    if (lower === 'need' || lower === 'dare') return 'V'
    // "is pressing for a vote": no adjective.
    if (
      small === 'adjective' &&
      lower.endsWith('ing') &&
      verbOf(token) !== undefined &&
      (previous === 'B' || previous === 'S' || previous === undefined
        ? takesObject(tokens[at + 1])
        : tags[at - from - 1] === 'V' && BEGINNING.has(tokens[at - 1]) && (names[at - from + 1] ?? 0) > 0)
    )
      return 'G'
    // "prepared a draft", "the draft prepared by": a noun where nothing follows that it could qualify.
    if (lower === 'draft' && !qualifies(tokens, at, to)) return 'N'
    if (lower === 'at' && isLeast(tokens[at + 1]?.lower) && isCounted(tokens[at + 2])) return 'A'
    return SMALL.get(small) ?? 'N'
  }
  if (token.capital && at > from && !startsQuote(tags, at - from) && tokens[at - 1]?.key !== ':') {
    // Capitals in the middle of a sentence are names, unless the whole line is in capitals or title case.
    if (!isTitle(tokens, from, to)) return 'K'
  }
  if (isLeast(lower) && tokens[at - 1]?.lower === 'at' && tags[at - from - 1] === 'A') return 'A'
  const form = verbOf(token)
  if (form !== undefined) return verbTag(tokens, at, from, to, tags, form.forms, names)
  if (lower.length > 4 && lower.endsWith('ly')) return lower.endsWith('-fly') ? 'J' : 'A'
  // "was confident that", "made it plain that"
  if (tokens[at + 1]?.lower === 'that' && !lower.endsWith('s') && describes(tokens, at, tags, from)) return 'J'
  // "who singles out", "which scotched the plan": a verb that the list does not have
  if (tags[at - from - 1] === 'W' && tokens[at - 1]?.lower !== 'whose' && /[^us]s$/.test(lower)) return 'V'
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
  if (token.word.adjectival && lower.length > 5 && at + 1 < to) {
    const next = tokens[at + 1]
    if (
      next?.kind === 'word' &&
      !lower.endsWith('ment') &&
      !(verbOf(next)?.forms.includes('s') === true && !isNounish(next)) &&
      next.key !== "'s" &&
      smallWord(next.lower) === undefined &&
      !isPastOrIng(verbOf(next)?.forms)
    )
      return 'J'
  }
  return token.capital && at > from ? 'K' : 'N'
}

/** "have each sent", "were both opposed", "may all agree" */
function isVerbal(forms: Forms | undefined): boolean {
  return forms !== undefined && (forms.includes('pp') || forms.includes('ing') || forms.includes('base'))
}

function isPastOrIng(forms: Forms | undefined): boolean {
  return forms !== undefined && (forms.includes('past') || forms.includes('ing'))
}

const MERELY = new WordSet(['only', 'merely', 'just', 'simply', 'solely'])

const BEGINNING = new WordSet(
  'start starts started begin begins began keep keeps kept continue continues continued stop stops stopped'.split(' '),
)

/** "it's", "that's": a verb, no possessive. */
const IS_BEFORE = new WordSet(['it', 'that', 'there', 'he', 'she', 'what', 'who', 'here', 'this'])

function startsQuote(tags: readonly Tag[], at: number): boolean {
  return tags[at - 1] === 'Q'
}
