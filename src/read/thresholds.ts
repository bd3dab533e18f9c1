import type { VagueDate } from '../dates.js'

/** Words of a text that state a rule of voting which the Charter does not have. */
export interface WrongRule {
  readonly start: number
  readonly end: number
  /** What the Charter says instead. */
  readonly rule: string
}

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
] // prettier-ignore
const NUMBER = `(\\d{1,3}|${WORDS.join('|')})`
const NEEDED =
  '(?:needs?|needed|requires?|required|necessary|must|has to|have to|would have to|threshold|majority|to pass|to be adopted|for adoption|to adopt)' // prettier-ignore
const OTHER_BODY =
  /general assembly|parliament|congress|senate|board of governors|house of|lawmakers|knesset|bundestag|majlis|referendum|electoral/i
const COUNCIL = /security council|\bcouncil\b|\bresolution|\bdraft\b|\bveto|permanent member/i

/** More in one article show only that it is no article. */
const MOST = 100

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
      `\\b${NEEDED}\\b[^.;]{0,60}?\\b${NUMBER}(?: votes)?(?: out)? of (?:the |its |all )?(?:council['’]s )?${NUMBER}\\b`,
      'gi',
    ),
    wrong: ([, votes, members], _, rule) => numberOf(members) === rule.members && numberOf(votes) !== rule.votes,
    told: votesNeeded,
  },
  {
    find: new RegExp(
      `\\b${NUMBER} (?:votes )?(?:out )?of (?:the |its )?(?:council['’]s )?${NUMBER} (?:\\w+ ){0,3}?(?:must|have to|need to|is needed|are needed|is required|are required)\\b`,
      'gi',
    ),
    wrong: ([, votes, members], _, rule) => numberOf(members) === rule.members && numberOf(votes) !== rule.votes,
    told: votesNeeded,
  },
  {
    find: new RegExp(
      `\\b(?:needs?|needed|requires?|required|must (?:get|win|have|receive|secure|gain)|minimum of) (?:(?:the|a|at least|minimum|of|support|backing|only) ){0,4}${NUMBER} (?:affirmative |positive |favou?rable |[“"]?yes[”"]? )?votes?\\b(?! more)`,
      'gi',
    ),
    wrong: ([, votes], sentence, rule) => stray(numberOf(votes), sentence, rule),
    told: votesNeeded,
  },
  {
    find: new RegExp(
      `\\b${NUMBER} (?:affirmative |positive |favou?rable |[“"]?yes[”"]? )?votes (?:(?:are|were|is|being) )?(?:needed|required|necessary)\\b`,
      'gi',
    ),
    wrong: ([, votes], sentence, rule) => stray(numberOf(votes), sentence, rule),
    told: votesNeeded,
  },
  {
    find: /\b(?:two[- ]thirds|three[- ]quarters|three[- ]fifths|simple|absolute|unanimous)(?: majority| vote| of the (?:council|members|votes)|(?= approval| support| consent))/gi,
    wrong: (_, sentence) =>
      /\b(?:needs?|needed|requires?|required|must|to pass|to be adopted|for adoption|is enough|suffices)\b/i.test(
        sentence,
      ) && !/\bstatement\b/i.test(sentence),
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
export function wrongRules(text: string, published?: VagueDate): WrongRule[] {
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
  return !new RegExp(`\\b(?:${rule.votes}|${WORDS[rule.votes]})\\b`, 'i').test(sentence)
}

function numberOf(word = ''): number {
  const index = WORDS.indexOf(word.toLowerCase())
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
