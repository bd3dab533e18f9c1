import { datelineEnd } from './datelines.js'
import { lexicon } from './lexicon.js'
import { addTokens, type Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** A sentence as a run of tokens. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly paragraph: number
  readonly headline: boolean
  /** Place, day and agency before the report begins: no part of it. */
  readonly dateline: boolean
}

export interface Text {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
}

/** No sentence is longer: what has no full stop for so long is no prose. */
const LONGEST_SENTENCE = 220
const MOST_HEADLINE_WORDS = 70
const abbreviations = new WordSet(lexicon.grammar.abbreviations)
const { starts, contains, equals, 'ends-text': endings } = lexicon.boilerplate
const startsBy = new Map<string, string[]>()
for (const each of starts) startsBy.set(each.slice(0, 3), [...(startsBy.get(each.slice(0, 3)) ?? []), each])
const equalsSet = new Set(equals)
const LONGEST_EQUAL = Math.max(...equals.map((each) => each.length))
const LONGEST_BOILERPLATE = Math.max(160, LONGEST_EQUAL + 1)
const CONTAINS = new RegExp(contains.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'))

interface Line {
  readonly start: number
  readonly end: number
  readonly blankBefore: boolean
}

/** Sentences of a text, without boilerplate lines; offsets are UTF-16. */
export function sentencesOf(text: string): { start: number; end: number; headline: boolean }[] {
  return textOf(text).sentences.map(({ start, end, headline }) => ({ start, end, headline }))
}

/** Tokens and sentences of the reporting in a text. */
export function textOf(text: string): Text {
  const lines = reportingLines(text)
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let paragraph = 0
  let headlineOpen = true
  for (let at = 0; at < lines.length; ) {
    const first = lines[at]
    if (first === undefined) break
    let next = at + 1
    while (next < lines.length && continues(text, lines[next - 1], lines[next])) next++
    const last = lines[next - 1] ?? first
    const from = tokens.length
    // Joined lines are scanned as one run, so that a quotation may span them.
    addTokens(tokens, text, first.start, last.end)
    const lone = next === at + 1
    const headline = headlineOpen && lone && isHeadline(text, first, tokens, from)
    if (headline || tokens.length - from > 25) headlineOpen = false
    if (headline) sentences.push(sentence(tokens, from, tokens.length, paragraph, true))
    else split(tokens, from, paragraph, sentences)
    paragraph++
    at = next
  }
  return { text, tokens, sentences }
}

function sentence(
  tokens: readonly Token[],
  from: number,
  to: number,
  paragraph: number,
  headline: boolean,
  dateline = false,
): Sentence {
  return { from, to, start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, paragraph, headline, dateline }
}

function reportingLines(text: string): Line[] {
  const lines: Line[] = []
  let blank = true
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const line = text.slice(start, Math.min(end, start + 400)).trim()
    if (line === '') blank = true
    else {
      // Longer lines are paragraphs, and letters in lower case take no less room.
      const lower = line.length < LONGEST_BOILERPLATE ? line.toLowerCase() : undefined
      if (lower !== undefined && lines.length > 3 && endsText(lower)) break
      if (lower !== undefined && isBoilerplate(lower)) blank = true
      else {
        lines.push({ start, end, blankBefore: blank })
        blank = false
      }
    }
    start = end + 1
  }
  return lines
}

function endsText(lower: string): boolean {
  return lower.length < 90 && endings.some((each) => lower.startsWith(each))
}

function isBoilerplate(lower: string): boolean {
  if (lower.length <= LONGEST_EQUAL && equalsSet.has(lower)) return true
  if (lower.length < 160) {
    for (const each of startsBy.get(lower.slice(0, 3)) ?? []) {
      if (!lower.startsWith(each)) continue
      // A line that begins like boilerplate but runs on as a sentence is reporting.
      if (lower.length < each.length + 60 && !/[.!?]["”]?$/.test(lower)) return true
      if (lower.length < 50) return true
    }
    return CONTAINS.test(lower)
  }
  return false
}

/** A hard-wrapped line goes on in the next one: no empty line between, no list mark, and the line before is full. */
function continues(text: string, before: Line | undefined, line: Line | undefined): boolean {
  if (before === undefined || line === undefined || line.blankBefore) return false
  if (DATE_LINE.test(text.slice(line.start, line.start + 40))) return false
  const head = text.slice(line.start, line.start + 4)
  if (/^\s*(?:[-*•·–]|\d+[.)])\s/.test(head)) return false
  const length = before.end - before.start
  if (length < 45) return false
  const tail = text.slice(Math.max(before.start, before.end - 3), before.end)
  return !(/[.!?]["”’)]?\s*$/.test(tail) && length > 130)
}

const DATE_LINE =
  /^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\p{L}+ \d{1,2},? \d{4}|\d{1,2} \p{L}+,? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})/iu

function isHeadline(text: string, line: Line, tokens: readonly Token[], from: number): boolean {
  const words = tokens.length - from
  if (words < 3 || words > MOST_HEADLINE_WORDS) return false
  const tail = text.slice(Math.max(line.start, line.end - 4), line.end).trim()
  if (/[.!?:;][”"]?$/.test(tail) && !/(?:[A-Z]\.){1,3}$/.test(tail)) return false
  // "GENEVA (Agency) - The talks opened on Monday": all of a short text
  const filed = datelineEnd(tokens, from)
  if (filed > from && tokens[filed - 2]?.key === ')') return false
  return !DATE_LINE.test(text.slice(line.start, line.start + 40))
}

function split(tokens: readonly Token[], from: number, paragraph: number, into: Sentence[]): void {
  let start = datelineEnd(tokens, from)
  const end = tokens.length
  if (start > from) into.push(sentence(tokens, from, start, paragraph, false, true))
  for (let at = start; at < end; at++) {
    const token = tokens[at]
    if (token === undefined) break
    let cut = 0
    if (token.kind === 'mark' && (token.key === '.' || token.key === '!' || token.key === '?')) {
      let next = at + 1
      while (
        next < end &&
        tokens[next]?.gap === 0 &&
        (tokens[next]?.kind === 'close' ||
          tokens[next]?.key === ')' ||
          tokens[next]?.key === "'" ||
          tokens[next]?.key === '’')
      )
        next++
      if (next >= end || endsSentence(tokens, at, next)) cut = next
    } else if (token.key.length > 1 && endsInAcronym(tokens, at, end)) cut = at + 1
    if (cut === 0 && at - start >= LONGEST_SENTENCE) cut = at + 1
    if (cut > 0) {
      if (cut > start) into.push(sentence(tokens, start, cut, paragraph, false))
      start = cut
      at = cut - 1
    }
  }
  if (start < end) into.push(sentence(tokens, start, end, paragraph, false))
}

function endsSentence(tokens: readonly Token[], at: number, next: number): boolean {
  const after = tokens[next]
  if (after === undefined) return true
  if (after.gap === 0) return false
  const before = tokens[at - 1]
  const point = tokens[at]?.key === '.'
  if (point && next === at + 1 && before !== undefined && before.end === tokens[at]?.start) {
    if (abbreviations.has(before) && !(before.lower === 'no' && after.kind !== 'number')) return false
    if (before.kind === 'word' && before.capital && before.end - before.start === 1) return false
  }
  return (
    after.capital ||
    after.kind === 'open' ||
    after.kind === 'number' ||
    after.kind === 'close' ||
    after.gap > 1 ||
    after.kind === 'mark'
  )
}

/** "… at the U.N. The council …": the acronym's point also ends the sentence where a sentence's first word follows. */
function endsInAcronym(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined || next === undefined || at + 1 >= end) return false
  if (!token.capital || token.end - token.start < 4 || token.key.length * 2 !== token.end - token.start) return false
  return next.gap > 0 && next.capital && FIRST_WORDS.has(next)
}

const FIRST_WORDS = new WordSet(
  'the it he she they in but a an this that we however on at earlier meanwhile there also'.split(' '),
)
