import { aboutOf } from './about.js'
import { add } from './add-stance.js'
import { standsAt } from './before.js'
import type { NounChunk, VerbChunk } from './chunk.js'
import type { Entity } from './entity.js'
import type { Held } from './held-of.js'
import { type Issue, signed } from './issue.js'
import { VETOES } from './issue-words.js'
import type { Progress } from './memory.js'
import { isOnText } from './pointing.js'
import type { FoundStance, Scene } from './scene.js'
import { WordSet } from './wordset.js'

type Fate = Progress['fate']

const FAILING = new WordSet(['fail', 'collapse', 'founder', 'flop'])
const PASSING = new WordSet(['adopt', 'pass', 'approve', 'endorse'])

/** What the Council does by a text that it adopts. */
const IMPOSING = new WordSet('impose slap tighten authorize authorise extend renew lift freeze ban'.split(' '))

/** How a vote came out, where the sentence tells it: "vetoed the draft", "the text failed", "the Council adopted it". */
export function fateIn({ clauses, tokens }: Scene): Fate {
  let fate: Fate
  for (const verb of clauses.verbs) {
    if (verb.form !== 'finite' || verb.modal !== undefined || verb.conditional === true) continue
    if (verb.lemma === 'veto' || (FAILING.hasVerb(verb) && isText(verb, tokens))) fate = verb.negated ? fate : 'failed'
    else if (IMPOSING.hasVerb(verb) && isCouncil(verb) && !verb.negated) fate = 'passed'
    else if (PASSING.hasVerb(verb) && (isText(verb, tokens) || isCouncil(verb)))
      fate = verb.negated ? 'failed' : 'passed'
  }
  return fate
}

function isText({ subject }: VerbChunk, tokens: Scene['tokens']): boolean {
  return subject !== undefined && aboutOf(subject, tokens)?.about === 'resolution'
}

function isCouncil({ subject }: VerbChunk): boolean {
  return subject?.entity?.codes[0] === 'UNSC'
}

/** The fate of the vote that is spoken of: told in the sentence or before it. */
export function fateOf(scene: Scene): Fate {
  const here = fateIn(scene)
  if (here !== undefined) return here
  scene.memory.asked = true
  return scene.memory.fate
}

/** "welcomed the outcome" of a vote that failed: against the text. */
export function byFate(scene: Scene, issue: Issue | undefined): Issue | undefined {
  const { noun } = issue ?? {}
  if (issue === undefined || noun === undefined || issue.about !== 'resolution') return issue
  return VOTED.has(scene.tokens[noun.head]) && fateOf(scene) === 'failed' ? signed(issue, -issue.sign) : issue
}
const VOTED = new WordSet(['outcome', 'result', 'vote'])

const OUTCOMES = new WordSet([...VOTED.words, 'failure', 'rejection', 'defeat', 'opportunity'])
const MISSED = new WordSet(['missed', 'lost', 'squandered', 'wasted'])

/**
 * "deplored the outcome", "regretted a missed opportunity": a vote that failed, by whoever would have had it pass; the one at issue deplores
 * one that did not. Whether that is told.
 */
export function regretsOutcome({ scene, entry, holder, verb, objectAt }: Held, into: FoundStance[]): boolean {
  const { chunks } = scene.clauses
  if (entry.about !== 'conduct' || entry.target === true || verb.negated) return false
  const first = chunks[objectAt]?.kind
  const at = first === 'open' || first === 'preposition' ? objectAt + 1 : objectAt
  const noun = standsAt(chunks, at)
  if (noun?.kind !== 'noun') return false
  const vetoed = VETOES.has(scene.tokens[noun.head]) && !isOwnVeto(noun, holder)
  if (!vetoed && !OUTCOMES.has(scene.tokens[noun.head])) return false
  const missed = MISSED.stands(scene.tokens, noun.from, noun.head)
  if (scene.tokens[noun.head]?.lower === 'opportunity' && !missed) return false
  // "regretted the failure of the talks", "the failure to act": what failed stands behind
  const open = chunks[at + 1]?.kind === 'preposition' || chunks[at + 1]?.kind === 'verb'
  if (!vetoed && !isOfVote(scene, at) && (noun.owner !== undefined || open)) return false
  const vote = scene.tokens[noun.head]?.lower === 'vote'
  if (!vetoed && ((verb.passive && !vote) || !isOnText(scene, at))) return false
  // "regretted the vote" of which nobody knows yet how it came out
  const fate = VOTED.has(scene.tokens[noun.head]) ? fateOf(scene) : undefined
  if (vote && fate === undefined) return false
  const own = fate === 'passed' || holder.codes.includes(scene.memory.target ?? '')
  add(scene, into, {
    holder,
    stance: own ? 'opposes' : 'supports',
    about: 'resolution',
    verb,
    rule: entry.rule,
    to: at,
  })
  return true
}

/** "the outcome of the vote" */
function isOfVote({ clauses: { chunks }, tokens }: Scene, at: number): boolean {
  const vote = chunks[at + 2]
  return vote?.kind === 'noun' && vote.preposition === 'of' && VOTES.has(tokens[vote.head])
}
const VOTES = new WordSet(['vote', 'ballot', 'voting'])

function isOwnVeto({ owner }: NounChunk, { codes }: Entity): boolean {
  return owner !== undefined && (owner.pronoun === true || owner.codes.some((code) => codes.includes(code)))
}

/** Of whom the clause behind "that" tells, which stands at a place. */
export function subjectBehindThat({ chunks, verbs }: Scene['clauses'], at: number): NounChunk | undefined {
  const that = chunks[at]
  if (that?.kind !== 'subordinator') return undefined
  const subject = verbs.find((each) => each.index > at)?.subject
  return subject === undefined || subject.from < that.from ? undefined : subject
}

const REGRETTING = /\b(?:regret|lament|bemoan|rue)\b/

/** "regretted that his idea had been set aside", "voiced regret that consensus had eluded them": no one's wrong. */
export function isMereLoss({ scene, entry, objectAt }: Held): boolean {
  const { clauses, tokens } = scene
  const subject = REGRETTING.test(entry.words) ? subjectBehindThat(clauses, objectAt) : undefined
  if (subject === undefined) return false
  if (subject.to === subject.from + 1 && IT.has(tokens[subject.from])) return false
  return (subject.entity?.codes.length ?? 0) === 0 && aboutOf(subject, tokens) === undefined
}
const IT = new WordSet(['it', 'there', 'this', 'that'])
