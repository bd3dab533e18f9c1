import { askedBy } from './asked.js'
import { type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import { type Issue, issueOf, signed } from './issue.js'
import { CHANGES } from './issue-words.js'
import { issueFrom } from './issues.js'
import type { Entry } from './lexicon.js'
import { planOpposed } from './opposers.js'
import { isOnText } from './pointing.js'
import { antecedentIssue, councilNamed, ofText, type Scene, subjectIssue } from './scene.js'
import { alone, PRAISE, standing } from './verb-moods.js'
import { WordSet } from './wordset.js'

const STATEMENTS = new WordSet(['statement', 'statements', 'remarks', 'comments', 'declaration'])

/** "a statement issued by the High Commissioner". */
export function isOthersWord({ clauses, tokens }: Scene, noun: NounChunk): boolean {
  if (!STATEMENTS.has(tokens[noun.head])) return false
  const at = placeIn(clauses.chunks, noun)
  for (let next = at + 1; next < at + 5; next++) {
    const chunk = clauses.chunks[next]
    if (chunk?.kind === 'comma' || chunk?.kind === 'conjunction' || chunk?.kind === 'relative') return false
    if (chunk?.kind !== 'noun' || (chunk.preposition !== 'by' && chunk.preposition !== 'from')) continue
    return chunk.entity?.codes.includes('UNSC') !== true
  }
  return false
}

/** 'hailed as a "victory" a statement that …': the thing comes behind what it is called. */
export function calledAs({ clauses }: Scene, verb: VerbChunk): number | undefined {
  const { chunks } = clauses
  const as = chunks[verb.index + 1]
  if (as?.kind !== 'preposition' || as.word !== 'as') return undefined
  for (let at = verb.index + 2; at < Math.min(chunks.length, verb.index + 8); at++) {
    const chunk = chunks[at]
    if (
      chunk?.kind === 'noun' &&
      at > verb.index + 2 &&
      chunk.preposition === undefined &&
      chunks[at - 1]?.kind !== 'conjunction'
    )
      return at
    if (chunk?.kind === 'verb' || chunk?.kind === 'comma' || chunk?.kind === 'mark') return undefined
  }
  return undefined
}

/** Where the object begins: behind what belongs to the wording ("seeks to water down", "was alone in opposing", "lashed out at"). */
export function behind({ clauses }: Scene, verb: VerbChunk, length: number): number {
  const { chunks } = clauses
  const to = verb.at + length + (verb.copula ? 1 : 0)
  let start = verb.index + 1
  for (let at = start, chunk = chunks[at]; chunk !== undefined && chunk.to <= to; chunk = chunks[++at])
    if (chunk.kind === 'verb' || chunk.kind === 'preposition' || chunk.kind === 'adverb') start = at + 1
  return start
}

const IDIOM = new WordSet(['forces', 'hands', 'ranks'])

/** "it could lead to a war", "nor does it authorise force": what comes of a text, and no part that anyone takes. */
export function isNoPart({ tokens }: Scene, verb: VerbChunk): boolean {
  if (verb.lemma === 'join' && IDIOM.has(tokens[verb.to])) return true
  if (verb.lemma === 'lead') return tokens[verb.to]?.lower === 'to' && !verb.negated
  return /^(?:authori[sz]e|mandate)$/.test(verb.lemma) && tokens[verb.subject?.from ?? -1]?.lower === 'it'
}

export const SIDES = new WordSet(
  'side sides camp camps party parties faction factions force forces group groups army armies view views'.split(' '),
)

/** What an attitude is about; `from` is the chunk where the object begins. */
export function attitudeIssue(scene: Scene, verb: VerbChunk, entry: Entry, from: number): Issue | undefined {
  const { tokens, clauses } = scene
  let object: Issue | undefined =
    verb.passive && verb.subject !== undefined
      ? subjectIssue(scene, verb.subject)
      : isWhereSaid(scene, verb, from)
        ? undefined
        : issueFrom(clauses.chunks, from, tokens)
  if (/^(?:oppose|block|hinder)$/.test(entry.rule)) object = planOpposed(scene, verb) ?? object
  if (verb.form === 'participle' && object?.about !== 'resolution')
    object = antecedentIssue(scene, verb.index) ?? object
  if (/^(?:vote|abstain|veto)/.test(entry.words))
    if (object === undefined || (object.weak && object.about === 'sanctions')) object = issueOf('resolution', 1, true)
  if (standing(verb) !== undefined || (object === undefined && alone(scene, verb)))
    object = issueFrom(clauses.chunks, verb.index + 1, tokens) ?? sentenceIssue(scene) ?? issueOf('resolution', 1, true)
  // "the text, which Chile opposes", "which it has refused to back"
  const which = verb.antecedent ?? (verb.form === 'to' ? verb.parent?.antecedent : undefined)
  if (object === undefined && which !== undefined) object = antecedentIssue(scene, which)
  if (object === undefined && entry.rule === 'block' && isMove(scene, from)) object = issueOf('resolution', 1, true)
  // "deplored a clause in it"
  if (object === undefined && entry.about === 'conduct' && isClause(scene, from))
    object = issueOf('resolution', 1, false)
  // "welcomed changes to the text": it is more to its mind
  if (object === undefined && PRAISE.has(entry.words) && isChange(scene, from)) object = issueOf('resolution', 1, false)
  const wishes = /^(?:want|like|see|have|prefer|seek)$/.test(verb.lemma) || FOR_LONG.test(verb.lemma)
  return (wishes ? wishedDone(scene, verb) : undefined) ?? object
}

/** "demanded in its resolution that": where, and not what. */
function isWhereSaid({ clauses: { chunks } }: Scene, verb: VerbChunk, from: number): boolean {
  const link = chunks[from]
  const noun = chunks[from + 1]
  if (verb.lemma !== 'demand' && verb.lemma !== 'call') return false
  // "in resolution 1695 in July that"
  let at = from + 2
  while (chunks[at]?.kind === 'preposition' || chunks[at]?.kind === 'adverb') at++
  const that = chunks[at]
  return link?.kind === 'preposition' && link.word === 'in' && noun?.kind === 'noun' && that?.kind === 'subordinator'
}

/** "changes to the text", "the amendments", where a text is spoken of */
function isChange(scene: Scene, at: number): boolean {
  const noun = scene.clauses.chunks[at]
  return noun?.kind === 'noun' && (CHANGES.has(scene.tokens[noun.head]) || isCalled(scene, noun)) && isOnText(scene, at)
}

/** "the paragraph", "its wording", where a text is spoken of */
function isClause(scene: Scene, at: number): boolean {
  const noun = scene.clauses.chunks[at]
  return noun?.kind === 'noun' && CLAUSES.has(scene.tokens[noun.head]) && isOnText(scene, at)
}
const CLAUSES = new WordSet(
  'clause clauses paragraph paragraphs provision provisions passage wording exemption'.split(' '),
)

/** "what he called a powerful signal" */
function isCalled({ clauses: { chunks }, tokens }: Scene, what: NounChunk): boolean {
  if (tokens[what.from]?.lower !== 'what') return false
  const signal = chunks[placeIn(chunks, what) + 3]
  return signal?.kind === 'noun' && signal.owner === undefined && SIGNALS.has(tokens[signal.head])
}
const SIGNALS = new WordSet(['signal', 'message', 'step', 'decision', 'result', 'outcome', 'moment', 'day', 'victory'])

/** "the council is to vote, but Russia will block the move" */
function isMove(scene: Scene, at: number): boolean {
  const noun = scene.clauses.chunks[at]
  return (
    noun?.kind === 'noun' &&
    noun.owner === undefined &&
    MOVES.has(scene.tokens[noun.head]) &&
    (councilNamed(scene) || ofText(scene) || scene.memory.raised === 'resolution')
  )
}

const MOVES = new WordSet(['move', 'step', 'bid', 'initiative', 'attempt', 'effort', 'efforts'])

/** "lobbied for weeks for the embargo to be eased" */
const FOR_LONG = /^(?:lobby|press|push|campaign)$/

/** "wants the sanctions lifted", "the matter solved by talks", "lobbies for the embargo to be eased" */
function wishedDone(scene: Scene, verb: VerbChunk): Issue | undefined {
  const { clauses, tokens } = scene
  const wish = clauses.verbs.find(
    (each) =>
      each.index > verb.index + 1 &&
      each.index <= verb.index + (FOR_LONG.test(verb.lemma) ? 6 : 4) &&
      (each.form === 'participle' ||
        (each.form === 'to' && each.passive) ||
        (each.form === 'finite' && each.past && each.modal === undefined)) &&
      each.agent === undefined,
  )
  if (wish === undefined) return doomed(scene, verb)
  // "We want it adopted"
  const it =
    wish.subject !== undefined && wish.subject.to === wish.subject.from + 1 && IT.has(tokens[wish.subject.from])
  return ADOPTING.hasVerb(wish) && it ? issueOf('resolution', 1, true) : askedBy(clauses.chunks, wish, tokens)
}

/** "wanted the draft to fail" */
function doomed(scene: Scene, verb: VerbChunk): Issue | undefined {
  const { clauses } = scene
  const end = clauses.verbs.find((each) => each.form === 'to' && each.index === verb.index + 2)
  const thing = clauses.chunks[verb.index + 1]
  if (end === undefined || thing?.kind !== 'noun' || !ENDING.hasVerb(end)) return undefined
  const issue = subjectIssue(scene, thing)
  return issue === undefined || issue.about === 'conduct' ? undefined : signed(issue, -issue.sign)
}
const ENDING = new WordSet(['fail', 'die', 'collapse', 'founder', 'lapse', 'expire'])
const ADOPTING = new WordSet(['adopt', 'pass', 'approve', 'vote'])
const IT = new WordSet(['it', 'this', 'that'])

function sentenceIssue(scene: Scene): Issue | undefined {
  let weak: Issue | undefined
  for (const chunk of scene.clauses.chunks) {
    const issue = chunk.kind === 'noun' ? subjectIssue(scene, chunk) : undefined
    if (issue === undefined || issue.about === 'conduct') continue
    if (!issue.weak) return issue
    weak ??= issue
  }
  return weak
}
