import type { VagueDate } from '../dates.js'
import { NUMBER_WORDS } from './number-words.js'

/** Words of a text that state a rule of voting which the Charter does not have. */
export interface WrongRule {
  readonly start: number
  readonly end: number
  /** What the Charter says instead. */
  readonly rule: string
}

const NUMBER = `(\\d{1,3}|${NUMBER_WORDS.join('|')})`
/** "needs", "must win": what the text itself would need, not what a state must do. */
const NEEDS =
  '(?:needs?(?! for)|needed|requires?|required|must (?:get|win|have|receive|secure|gain|attract|be (?:backed|approved|supported|endorsed) by))'
const ARE_NEEDED = '(?:(?:is|are|was|were|would be) )?(?:needed|required|necessary)'
const MEMBERS = '(?:(?:council )?(?:members?|votes|countries|nations|states|ambassadors) )?'
const SHARE =
  '(?:two[- ]thirds|three[- ]quarters|three[- ]fifths|simple majority|absolute majority|unanimous (?:approval|support|consent|vote|backing|agreement)|unanimity)'
const OTHER_BODY =
  /general assembly|parliament|congress|senate|board of governors|house of|lawmakers|knesset|bundestag|majlis|referendum|electoral/i
const COUNCIL = /security council|\bcouncil\b|\bresolution|\bdraft\b|\bveto|permanent member/i

/** More in one article show only that it is no article. */
const MOST = 100
/** Characters of a text that are looked at: more than any article has. */
const LOOKED_AT = 1_000_000

interface Pattern {
  readonly find: RegExp
  /** Whether this match is a wrong rule, given the sentence around it. */
  readonly wrong: (match: RegExpMatchArray, sentence: string, rule: Rule) => boolean
  readonly told: (rule: Rule) => string
}

interface Rule {
  readonly votes: number
  readonly members: number
}

const votesNeeded = ({ votes, members }: Rule) => `${votes} of ${members} votes are needed (Charter, Article 27)`
const noVeto = () =>
  'a permanent member that abstains or is absent does not block (Charter, Article 27 (3), in the practice of the Council)'

const PATTERNS: readonly Pattern[] = [
  {
    find: new RegExp(
      `\\b${NEEDS}(?: [\\w’'-]+){0,6}? ${NUMBER}(?: votes)?(?: out)? of (?:the |its |all )?(?:council['’]s )?${NUMBER}\\b`,
      'gi',
    ),
    wrong: ([, votes, members], _, rule) => numberOf(members) === rule.members && numberOf(votes) !== rule.votes,
    told: votesNeeded,
  },
  {
    find: new RegExp(
      `\\b${NUMBER} (?:votes )?(?:out )?of (?:the |its )?(?:council['’]s )?${NUMBER} ${MEMBERS}(?:must (?:agree|vote|approve|back|support|say)|(?:have|has|need) to (?:agree|vote|approve|back|support|say)|${ARE_NEEDED}|to pass\\b|for adoption)`,
      'gi',
    ),
    wrong: ([, votes, members], _, rule) => numberOf(members) === rule.members && numberOf(votes) !== rule.votes,
    told: votesNeeded,
  },
  {
    find: new RegExp(
      `\\b(?:${NEEDS}|minimum of) (?:(?:the|a|at least|minimum|of|support|backing|only) ){0,4}${NUMBER} (?:affirmative |positive |favou?rable |[“"]?yes[”"]? )?votes?\\b(?! more)`,
      'gi',
    ),
    wrong: ([, votes], sentence, rule) => stray(numberOf(votes), sentence, rule),
    told: votesNeeded,
  },
  {
    find: new RegExp(
      `\\b${NUMBER} (?:affirmative |positive |favou?rable |[“"]?yes[”"]? )?votes (?:being )?${ARE_NEEDED}\\b`,
      'gi',
    ),
    wrong: ([, votes], sentence, rule) => stray(numberOf(votes), sentence, rule),
    told: votesNeeded,
  },
  {
    find: new RegExp(
      `\\b${NEEDS}(?: to be)?(?: (?:a|an|the|at least|support|backing|approval|of|be|by|only)){0,4} ${SHARE}\\b`,
      'gi',
    ),
    wrong: (_, sentence) => !/\bstatement\b/i.test(sentence),
    told: votesNeeded,
  },
  {
    find: new RegExp(
      `\\b${SHARE}(?: \\w+){0,5}? (?:(?:is|are|was|were|would be) (?:needed|required|necessary|enough|sufficient)|suffices)\\b`,
      'gi',
    ),
    wrong: (_, sentence) => !/\bstatement\b/i.test(sentence),
    told: votesNeeded,
  },
  {
    find: /\ball (?:of the |the )?five (?:permanent |veto[- ]\w+ |of the )?[^.;]{0,50}?\b(?:must|have to|need to|are required to|would have to|had to) (?:all )?(?:vote (?:[“"]?yes[”"]?|in favou?r|for)|approve|back|support|endorse)/gi,
    wrong: () => true,
    told: noVeto,
  },
  {
    find: /\b(?:needs?|requires?|required) (?:the )?(?:affirmative votes?|yes votes?|[“"]yes[”"] votes?|positive votes?|approval|support|backing|votes?|consent) (?:of|from) all (?:of )?(?:the |its )?(?:five\b|permanent members)/gi,
    wrong: () => true,
    told: noVeto,
  },
  {
    find: /\babst(?:ention|aining)\b[^.;]{0,50}?\b(?:counts? as|amounts? to|equals?|is the same as|would be|has the (?:effect|force) of|is) (?:a |an effective )?(?:veto|[“"]?no[”"]? vote)\b/gi,
    wrong: ([words]) => !/\b(?:not|never|n[’']t)\b/i.test(words),
    told: noVeto,
  },
  {
    find: new RegExp(
      `\\b${NUMBER}[- ](?:member|nation|seat|strong) (?:U\\.?N\\.? |United Nations )?Security Council\\b`,
      'gi',
    ),
    wrong: ([, members], _, rule) => numberOf(members) !== rule.members,
    told: ({ members }) => `the Council has ${members} members (Charter, Article 23)`,
  },
]

/**
 * Statements about the Council's rule of voting that the Charter contradicts. Nine of fifteen since 1 January 1966,
 * seven of eleven before; an article without a date is held against the rule of today.
 */
export function wrongRules(whole: string, published?: VagueDate): WrongRule[] {
  const text = whole.slice(0, LOOKED_AT)
  const rule = published !== undefined && published < '1966' ? { votes: 7, members: 11 } : { votes: 9, members: 15 }
  const found: WrongRule[] = []
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern.find)) {
      if (found.length >= MOST) break
      const [start, end] = [match.index, match.index + match[0].length]
      const sentence = text.slice(...sentenceAround(text, start, end))
      const elsewhere = OTHER_BODY.test(sentence) && !/security council/i.test(sentence)
      if (elsewhere || !COUNCIL.test(sentence) || !pattern.wrong(match, sentence, rule)) continue
      if (!found.some((other) => other.start < end && start < other.end))
        found.push({ start, end, rule: pattern.told(rule) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** A stated need of votes that is not the rule; "needs two votes to reach nine" is none. */
function stray(votes: number, sentence: string, rule: Rule): boolean {
  if (votes === rule.votes || votes < 3) return false
  return !new RegExp(`\\b(?:${rule.votes}|${NUMBER_WORDS[rule.votes]})\\b`, 'i').test(sentence)
}

function numberOf(word = ''): number {
  const index = NUMBER_WORDS.indexOf(word.toLowerCase())
  return index >= 0 ? index : Number(word)
}

function sentenceAround(text: string, start: number, end: number): [number, number] {
  const before = text.slice(Math.max(0, start - 400), start)
  const after = text.slice(end, end + 400)
  const from = Math.max(
    ...[...before.matchAll(/[.!?][”"']?\s|\n\s*\n/g)].map((match) => match.index + match[0].length),
    0,
  )
  const to = /[.!?][”"']?\s|\n\s*\n/.exec(after)?.index ?? after.length
  return [start - before.length + from, end + to]
}
