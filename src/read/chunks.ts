import { opensAside } from './bare-relatives.js'
import { standsAt } from './before.js'
import { type Chunk, nounChunk, otherChunk } from './chunk.js'
import { DAYS, LONG_MONTHS } from './date-names.js'
import { lexicon } from './lexicon.js'
import { NEAR } from './near-spans.js'
import type { Tag } from './tag.js'
import type { Token } from './tokens.js'
import { verbAt } from './verb-groups.js'
import { WordSet } from './wordset.js'

export {
  type Chunk,
  type NounChunk,
  nounChunk,
  sameVerb,
  type VerbChunk,
} from './chunk.js'

const abbreviated = new WordSet(lexicon.grammar.abbreviations)

/** Cuts the tagged tokens of one sentence into noun phrases, verb groups and the small words between them. */
export function chunksOf(tokens: readonly Token[], tags: readonly Tag[], from: number, to: number): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = from; at < to; ) {
    const made = chunkAt(tokens, tags, at, from, to)
    if (made.kind === 'noun' || made.kind === 'verb' || made.kind !== 'mark' || made.word !== '.') chunks.push(made)
    at = Math.max(made.to, at + 1)
    dropAcronym(chunks, tokens)
  }
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i]
    if (chunk?.kind === 'verb') chunk.index = i
    else if (chunk?.kind === 'noun') {
      let before = i - 1
      let dated = false
      while (before >= 0 && (chunks[before]?.kind === 'adverb' || chunks[before]?.kind === 'open'))
        if (isDay(tokens[chunks[before--]?.from ?? -1])) dated = true
      const governing = standsAt(chunks, before)
      // "and in February it expanded": the month is what "in" governs
      if (dated && opensSubject(tokens[chunk.from])) continue
      if (governing?.kind === 'preposition') chunk.preposition = governing.word
    }
  }
  return chunks
}

/** "it", "the EU", "Moscow": not the night or the year of a day. */
function opensSubject(token: Token | undefined): boolean {
  return token?.kind === 'word' && (token.capital || OPENERS.has(token))
}
const OPENERS = new WordSet(['it', 'they', 'he', 'she', 'we', 'i', 'the', 'its', 'their', 'his', 'her'])
const CALENDAR = new WordSet([...DAYS, ...LONG_MONTHS])

function isDay(token: Token | undefined): boolean {
  return token?.capital === true && CALENDAR.has(token)
}

/** "the Republic of Korea (ROK), and Japan": the short form in brackets says nothing of its own. */
function dropAcronym(chunks: Chunk[], tokens: readonly Token[]): void {
  const size = chunks.length
  if (size < 4) return
  const close = chunks[size - 1]
  const short = chunks[size - 2]
  const open = chunks[size - 3]
  if (close?.kind !== 'mark' || close.word !== ')' || open?.kind !== 'mark' || open.word !== '(') return
  if (short?.kind !== 'noun' || short.to - short.from !== 1 || chunks[size - 4]?.kind !== 'noun') return
  const token = tokens[short.from]
  if (token?.capital === true && token.key !== token.lower) chunks.length = size - 3
}

function chunkAt(tokens: readonly Token[], tags: readonly Tag[], at: number, from: number, to: number): Chunk {
  const tag = tags[at - from] as Tag
  const word = tokens[at]?.lower ?? ''
  if (isWhen(tokens, tags, at, from, to)) return otherChunk('adverb', at, at + 2, word)
    const verb = verbAt(tokens, tags, at, from, to)
  if (verb !== undefined) return verb
  switch (tag) {
    case 'D': case 'J': case 'N': case 'K': case 'U': case 'R': case 'Z':
      return nounAt(tokens, tags, at, from, to)
    case 'A':
      return tags[at - from + 1] === 'Z' ? nounAt(tokens, tags, at, from, to) : otherChunk('adverb', at, at + 1, word)
    case 'P': case 'T':
      return otherChunk('preposition', at, at + 1, word)
    case 'C':
      return otherChunk('conjunction', at, at + 1, word)
    case 'S':
      return otherChunk('subordinator', at, at + 1, word)
    case 'W':
      return otherChunk('relative', at, at + 1, word)
    case 'Q':
      return otherChunk(tokens[at]?.kind === 'open' ? 'open' : 'close', at, at + 1, word)
    case 'Y':
      return otherChunk(word === ',' ? 'comma' : word === '-' || word === '–' || word === '—' ? 'dash' : 'mark', at, at + 1, word)
    default:
      return otherChunk('adverb', at, at + 1, word)
  }
} // biome-ignore format: a table

const SPANS = new WordSet([
  ...DAYS,
  ...'week month year weekend night morning afternoon evening summer spring autumn winter'.split(' '),
])

const MONTHS = new WordSet(LONG_MONTHS)

/** "Russia and China last month vetoed it": when, and no part of the noun before; "last month's talks" are talks. */
function isWhen(tokens: readonly Token[], tags: readonly Tag[], at: number, from: number, to: number): boolean {
  // "Russia has three times vetoed it"
  if (tags[at - from] === 'U' && tokens[at + 1]?.lower === 'times' && at + 2 < to) {
    const then = tags[at + 2 - from]
    return then === 'V' || then === 'H' || then === 'E'
  }
  if (!NEAR.has(tokens[at]) || at + 1 >= to) return false
  if (!SPANS.has(tokens[at + 1]) && !(tokens[at + 1]?.capital === true && MONTHS.has(tokens[at + 1]))) return false
  const after = tags[at - from + 2]
  return after !== 'Z' && after !== 'N'
}

const COUNTING = new WordSet(['more', 'fewer', 'less'])

/** A tag that a noun phrase may be made of. */
function isNominal(tag: Tag): boolean {
  return tag === 'N' || tag === 'K' || tag === 'D' || tag === 'J' || tag === 'U' || tag === 'Z' || tag === 'R'
}

function nounAt(tokens: readonly Token[], tags: readonly Tag[], at: number, from: number, to: number): Chunk {
  let end = at
  let head = -1
  let owned: number | undefined
  const first = tags[at - from]
  if (first === 'R') return nounChunk(at, at + 1, at)
  for (; end < to; end++) {
    const tag = tags[end - from] as Tag
    if (tag === 'R' || (tag === 'D' && end > at && opensAnew(tokens, tags, end, from))) break
    if (end > at && isWhen(tokens, tags, end, from, to)) break
    if (tag === 'K' && end > at && tags[end - from - 1] === 'N' && opensAside(tokens, tags, end, from, to)) break
    // "more than 500 sanctions"
    if (tokens[end + 1]?.lower === 'than' && tags[end + 2 - from] === 'U' && COUNTING.has(tokens[end])) {
      end++
      continue
    }
    if (tag === 'A') {
      const next = tags[end - from + 1]
      if (next === 'Z' && end === at) continue
      // "an Oct. 4 draft"
      if (
        end > at &&
        (tags[end - from - 1] === 'D' || tags[end - from - 1] === 'J') &&
        abbreviated.has(tokens[end]) &&
        tokens[end + 1]?.key === '.' &&
        tokens[end + 2]?.kind === 'number'
      ) {
        end++
        continue
      }
      if (
        end > at &&
        (next === 'J' || next === 'N' || next === 'U') &&
        tags[end - from - 1] !== 'N' &&
        tags[end - from - 1] !== 'K'
      )
        continue
      if (end > at && isDateWord(tokens[end]) && tags[end - from - 1] === 'Z') continue
      break
    }
    if (tag === 'Y') {
      // "a clear, strong message"
      if (
        tokens[end]?.key === ',' &&
        tags[end - from - 1] === 'J' &&
        (tags[end - from + 1] === 'J' || (tags[end - from + 1] === 'N' && tags[end - from + 2] === 'N' && head < 0))
      )
        continue
      if (tokens[end]?.key === '.' && abbreviated.has(tokens[end - 1]) && tags[end - from + 1] === 'K') continue
      if (
        tokens[end]?.key === '.' &&
        tokens[end - 1]?.capital &&
        (tokens[end - 1]?.end ?? 0) - (tokens[end - 1]?.start ?? 0) === 1 &&
        tags[end - from + 1] === 'K'
      )
        continue
      break
    }
    if (
      tag === 'Q' &&
      end > at &&
      tags[end - from + 1] !== undefined &&
      (tags[end - from - 1] === 'D' || tags[end - from - 1] === 'J') &&
      (tags[end - from + 1] === 'N' || tags[end - from + 1] === 'J')
    )
      continue
    if (!isNominal(tag)) break
    if (tag === 'Z') owned = end + 1
    else if (tag === 'N' || tag === 'K' || tag === 'U') head = end
  }
  if (head < 0) {
    if (owned === undefined && first === 'D' && tags[end - from - 1] === 'J' && end > at + 1)
      return nounChunk(at, end, end - 1)
    if (owned === undefined && first === 'D' && end === at + 1) return nounChunk(at, end, at)
    if (owned === undefined)
      return otherChunk('adjective', at, Math.max(end, at + 1), tokens[Math.max(end, at + 1) - 1]?.lower ?? '')
    head = end - 1
  }
  return nounChunk(at, end, head, owned)
}

/** A determiner begins a phrase of its own, but for "its own", "'s the", "four other". */
function opensAnew(tokens: readonly Token[], tags: readonly Tag[], at: number, from: number): boolean {
  const before = tags[at - from - 1]
  if (before === 'Z' || before === 'D') return false
  return !(before === 'U' && tokens[at]?.lower === 'other')
}

const DATE_WORD =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/
function isDateWord(token: Token | undefined): boolean {
  return token?.capital === true && DATE_WORD.test(token.lower)
}
