import { findSymbols, parseSymbol, printSymbol } from '../cite/index.js'
import type { CivilDate } from '../dates.js'
import type { Quote } from '../quotes.js'
import { quoteAt } from '../quotes.js'
import { councilOn, KNOWN_DAYS } from './members.js'
import { votesOnText } from './record.js'
import { requiredVotes } from './rule.js'

/** A tally in a text that the Charter or the record contradicts. */
export interface WrongTally {
  readonly quote: Quote
  readonly what: string
}

const WORDS =
  'none|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen'.split('|')
const NUMBER = `(\\d{1,2}|${WORDS.join('|')}|nil|no)(?!\\w|\\.\\d)`
/** "by 15 votes to none with two abstentions", "13-0 with 2 abstentions", "in a 10–4–1 vote"; only near words of voting. */
const TALLY = new RegExp(
  String.raw`(?<![\w.,/–-])${NUMBER}(?:\s+votes?)?(?:\s+in\s+favou?r,?)?(?:\s*[-–—]\s*|\s+to\s+|\s*,?\s+with\s+|(?<=favou?r,)\s+)${NUMBER}(?:\s+against)?(?:(?:\s*[-–—]\s*|\s*,?\s+(?:with|and)\s+|\s*,\s*)${NUMBER}(?:\s+(?:abstentions?|abstaining)|(?=\s+vote)|(?=[\s,;)]|$)))?`,
  'gi',
)
const VOTING =
  /\b(?:vot(?:e[ds]?|ing)|adopt(?:ed|ion)?|pass(?:ed|ing)?|approved?|veto(?:ed)?|rejected?|failed|tally)\b/i
const NEAR = /vot|adopt|pass|approv|tally|favou?r|against|abst|result/i
const COUNCIL = /\b(?:security council|council|resolution|draft)\b/i
const OTHERS = /general assembly|parliament|congress|senate|house of|board of governors|lawmakers|human rights council/i
const MOST = 50

/**
 * Tallies that can’t be: an adoption with fewer votes than Article 27 asks, more votes than members, or numbers that the
 * record contradicts where the sentence names the resolution. `on`: the day of the report; without it nothing is told.
 */
export function wrongTallies(text: string, on: CivilDate | undefined): WrongTally[] {
  if (on === undefined || on < KNOWN_DAYS.from || on > KNOWN_DAYS.to) return []
  const members = councilOn(on).states.length
  const required = requiredVotes(on, 'substantive')
  const found: WrongTally[] = []
  for (const match of text.matchAll(TALLY)) {
    if (found.length >= MOST) break
    const [start, end] = [match.index, match.index + match[0].length]
    const sentence = sentenceAround(text, start, end)
    if (!NEAR.test(text.slice(Math.max(0, start - 60), end + 30))) continue
    if (!VOTING.test(sentence) || !COUNCIL.test(sentence) || OTHERS.test(sentence)) continue
    const [yes = -1, no = -1, abstaining] = [
      numberOf(match[1]),
      numberOf(match[2]),
      match[3] === undefined ? undefined : numberOf(match[3]),
    ]
    if (yes < no && !/veto|reject|fail/i.test(sentence)) continue
    const what = contradiction(sentence, { yes, no, abstaining }, members, required)
    if (what !== undefined) found.push({ quote: quoteAt(text, start, end), what })
  }
  return found
}

function contradiction(
  sentence: string,
  { yes, no, abstaining }: { yes: number; no: number; abstaining: number | undefined },
  members: number,
  required: number,
): string | undefined {
  const cast = yes + no + (abstaining ?? 0)
  if (cast > members) return `${cast} votes are more than the Council’s ${members} members (Charter, Article 23)`
  const isAdopted = /\b(?:adopted|passed|approved)\b/i.test(sentence) && !/\b(?:not|fail|reject|veto)/i.test(sentence)
  if (isAdopted && yes < required && cast > required) {
    return `${yes} votes do not adopt: ${required} are needed (Charter, Article 27)`
  }
  for (const { symbol } of findSymbols(sentence)) {
    const votes = symbol.kind === 'resolution' ? votesOnText(parseSymbol(printSymbol(symbol))) : []
    const tally = votes.length === 1 ? votes[0]?.tally : undefined
    if (tally === undefined) continue
    const differs =
      tally.yes !== yes || tally.no !== no || (abstaining !== undefined && tally.abstaining !== abstaining)
    if (differs) return `the record has ${tally.yes}–${tally.no}–${tally.abstaining} for ${printSymbol(symbol)}`
  }
  return undefined
}

function numberOf(word = ''): number {
  const lower = word.toLowerCase()
  if (lower === 'no' || lower === 'nil' || lower === 'none') return 0
  const at = WORDS.indexOf(lower)
  return at < 0 ? Number(lower) : at - 1
}

function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 300), start)
  const after = text.slice(end, end + 300)
  const from = Math.max(0, ...[...before.matchAll(/[.!?][”"']?\s|\n/g)].map((match) => match.index + match[0].length))
  const to = /[.!?][”"']?(?:\s|$)|\n/.exec(after)?.index ?? after.length
  return before.slice(from) + text.slice(start, end) + after.slice(0, to)
}
