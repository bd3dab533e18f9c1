import { entriesAt } from './asked-acts.js'
import { doerOf } from './chunk.js'
import { issueFrom } from './issues.js'
import { ROLES } from './lexicon.js'
import { NUMBER_WORDS } from './number-words.js'
import { type FoundStance, type Scene, subjectIssue } from './scene.js'
import type { Need } from './stock.js'
import { turned } from './turned.js'
import { WordSet } from './wordset.js'

/** A group told together, by its tokens; the number where one is told. */
export interface Collective {
  readonly from: number
  readonly to: number
  readonly count?: number
}

const HEADS = new WordSet(['members', 'council', 'countries', 'nations', 'delegations', 'states'], true)
const NUMBER = `(?:\\d{1,2}|${NUMBER_WORDS.slice(2).join('|')})`
/** "13 of the 15 members", "at least nine council members", "most members of the Security Council". */
const GROUP = new RegExp(
  `(?:^| )((?:(at least |more than |some |about |nearly )?(${NUMBER})(?: of| out of)?|most(?: of)?|(?:a|the) majority of)(?: the| its)?(?: (?:un )?(?:security )?council ?['’]s)?(?: ${NUMBER})?(?: other| elected| remaining)?(?: un)?(?: security)?(?: council)?(?: (?:members|countries|nations|delegations|states))?(?: (?:of|on|in) the(?: un)?(?: security)? council)?)$`,
)

/** Without one of these nothing is found. */
export const GROUPS: readonly Need[] = [HEADS]

/** "13 members support it": told of the Council's members together, and shared out among no names. */
export function collectivesIn(scene: Scene, into: FoundStance[]): void {
  const { tokens, clauses, memory } = scene
  for (const verb of clauses.verbs) {
    if (verb.conditional === true || (verb.modal !== undefined && verb.modal !== 'would' && verb.modal !== 'will'))
      continue
    const noun = doerOf(verb)
    if (
      noun === undefined ||
      (noun.entity !== undefined && noun.entity.silent !== true && !holdsAll(noun.entity.codes))
    )
      continue
    if (!HEADS.has(tokens[noun.head]) && !HEADS.has(tokens[verb.from - 1])) continue
    const match = entriesAt(tokens, verb.at, scene.to, ROLES.attitude)
    if (match?.entry.stance === undefined || (match.entry.negated === true && !verb.negated)) continue
    const group = verb.passive
      ? groupUpTo(scene, noun.from, afterCouncil(scene, noun.to))
      : groupUpTo(scene, scene.from, verb.from)
    if (group === undefined) continue
    const issue =
      verb.passive && verb.subject !== undefined
        ? subjectIssue(scene, verb.subject)
        : issueFrom(clauses.chunks, verb.index + 1, tokens)
    if (issue === undefined || issue.sign === -1 || issue.about === 'conduct') continue
    const stance = turned(scene, match.entry.stance, verb)
    if (stance === undefined || stance === 'sponsors' || stance === 'vetoes') continue
    into.push({
      actors: ['UNSC'],
      stance,
      about: issue.about,
      from: verb.index,
      to: Math.min(verb.index + 2, clauses.chunks.length - 1),
      rule: `${match.entry.rule}:together`,
      words: [verb.from, verb.to],
      collective: group,
      ...(memory.target === undefined ? {} : { target: memory.target }),
      ...(verb.had ? { past: true } : {}),
      ...(verb.modal === 'would' ? { conditional: true } : {}),
    })
  }
}

function holdsAll(codes: readonly string[]): boolean {
  return codes.length === 0 || (codes.length === 1 && codes[0] === 'UNSC')
}

/** "… of the Security Council" behind an agent belongs to it. */
function afterCouncil({ tokens, to }: Scene, from: number): number {
  for (let at = from; at < Math.min(to, from + 5); at++) if (tokens[at]?.lower === 'council') return at + 1
  return from
}

/** The group whose name ends before the token; undefined where none does, or where all of them are told. */
function groupUpTo({ tokens }: Scene, first: number, to: number): Collective | undefined {
  const from = Math.max(first, to - 12)
  let words = ''
  for (let at = from; at < to; at++) words += `${at === from ? '' : ' '}${tokens[at]?.lower ?? ''}`
  const found = GROUP.exec(words)
  if (found?.[1] === undefined || !/members|council/.test(found[1])) return undefined
  const length = found[1].split(' ').length
  const number = found[3]
  const told = number === undefined ? undefined : numberOf(number)
  if (told !== undefined && told > 14) return undefined
  const count = found[2] === undefined ? told : undefined
  if (count !== undefined && count < 2) return undefined
  return { from: to - length, to, ...(count === undefined ? {} : { count }) }
}

function numberOf(word: string): number {
  const written = NUMBER_WORDS.indexOf(word)
  return written >= 0 ? written : Number(word)
}
