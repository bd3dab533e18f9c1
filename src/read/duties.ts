import { add } from './add-stance.js'
import { askedBy } from './asked.js'
import { isBody } from './bodies.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { Stance } from './claim.js'
import type { Entity } from './entity.js'
import { firmIssue } from './firmness.js'
import { isBidding } from './imperatives.js'
import { type Issue, issueOf, signed } from './issue.js'
import { end, type FoundStance, type Scene, speakerOf, subjectIssue } from './scene.js'
import { byItself } from './warfare.js'
import { WordSet } from './wordset.js'

/** "time for the Council to act", "important for Iran to comply": the one called upon. */
function calledUpon(scene: Scene, verb: VerbChunk): NounChunk | undefined {
  const { chunks } = scene.clauses
  let at = verb.index - 1
  if (chunks[at]?.kind === 'adverb') at--
  const noun = chunks[at]
  if (noun?.kind !== 'noun' || noun.preposition !== 'for' || noun.entity === undefined) return undefined
  const before = chunks[at - 2]
  if (before === undefined) return undefined
  const word = scene.tokens[before.to - 1]?.lower ?? ''
  return /^(?:time|important|essential|crucial|imperative|vital|urgent|necessary|need|high|critical)$/.test(word)
    ? noun
    : undefined
}

const NOBODY = new WordSet(['nobody', 'none', 'no', 'neither', 'nothing'])
const BESTOWING = new WordSet(['give', 'grant', 'allow', 'afford', 'offer'])

/** The last word of the phrase behind a verb. */
function lastOf(scene: Scene, verb: VerbChunk): string {
  const next = scene.clauses.chunks[verb.index + 1]
  return next?.kind === 'noun' ? (scene.tokens[next.head]?.lower ?? '') : ''
}

/** "no reason why the Council should not act": it may as well. */
function isGroundless({ tokens }: Scene, verb: VerbChunk): boolean {
  const from = verb.subject?.from ?? verb.from
  if (!/^(?:why|that|for)$/.test(tokens[from - 1]?.lower ?? '')) return false
  return (
    /^(?:reason|reasons|grounds|cause|basis|justification)$/.test(tokens[from - 2]?.lower ?? '') &&
    /^(?:no|little|any|scant)$/.test(tokens[from - 3]?.lower ?? '')
  )
}

const ACTS = new WordSet(['action', 'actions', 'step', 'steps', 'move', 'moves', 'decision'])

/** "no need for the Council to discuss it". */
function isNeedless({ tokens }: Scene, { from }: NounChunk): boolean {
  return tokens[from - 2]?.lower === 'need' && /^(?:no|little|scant|any)$/.test(tokens[from - 3]?.lower ?? '')
}

const QUESTIONS = new WordSet(['what', 'how', 'which', 'whom', 'who', 'why', 'where', 'when', 'whether', 'else'])

/** "what Iran must do", "how the Council should respond": a question, and no demand. */
export function isAskedAbout(scene: Scene, verb: VerbChunk): boolean {
  const { subject } = verb
  const before = scene.clauses.chunks[verb.index - 1]
  if (before?.kind === 'noun' && before.to > before.from + 1 && QUESTIONS.has(scene.tokens[before.from])) return true
  if (subject === undefined || subject.from >= verb.from) return false
  if (QUESTIONS.has(scene.tokens[subject.from]) && subject.to > subject.from + 1) return true
  return QUESTIONS.has(scene.tokens[subject.from - 1]) && !isGroundless(scene, verb)
}

/** "there must be no letup" */
function isNone({ tokens, clauses }: Scene, { subject, index }: VerbChunk): boolean {
  if (tokens[subject?.from ?? -1]?.lower !== 'there') return false
  return tokens[clauses.chunks[index + 1]?.from ?? -1]?.lower === 'no'
}

/** What the Council does in order not to act. */
const WAITING = new WordSet(['wait', 'consider', 'study', 'listen', 'hear', 'understand', 'take'])

/** What is done to a text or with a state by saying yes or no to it; other passives ("must not be misconstrued") ask for nothing. */
const DECIDING = new WordSet(
  'adopt pass approve support back endorse vote impose lift ease strengthen tighten extend renew implement enforce respect honor honour reject withdraw amend change revise authorize authorise launch resume hold continue use avoid settle solve resolve stop end prevent exclude rule defuse punish condemn refer report'.split(
    ' ',
  ),
)

function isMerelyTaken(scene: Scene, verb: VerbChunk, issue: Issue | undefined): boolean {
  if (DECIDING.hasVerb(verb)) return false
  const { subject } = verb
  if (issue === undefined) return subject?.entity === undefined
  const about = subject === undefined ? undefined : subjectIssue(scene, subject)?.about
  if (issue.effect === undefined) return about === 'resolution'
  return (
    issue.about === 'conduct' && about === undefined && subject?.entity === undefined && subject?.owner === undefined
  )
}

/** "we", or the speaker's state by its name. */
function isOwn({ tokens }: Scene, { subject }: VerbChunk, speaker: Entity): boolean {
  if (subject?.entity === undefined) return false
  if (FIRST.has(tokens[subject.from])) return true
  const { codes, office, pronoun } = subject.entity
  if (codes.length === 0 || office !== undefined || pronoun === true) return false
  return codes.every((code) => speaker.codes.includes(code))
}

const FIRST = new WordSet(['we', 'i'])

export const MUST = new Set(['must', 'should', 'shall', 'ought'])

/** "Iran must stop", "the Council should act", "all sides need to return to talks": the speaker asks. */
export function duty(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const { tokens, clauses } = scene
  const modal = (verb.modal !== undefined && MUST.has(verb.modal)) || isBidding(scene, verb)
  const need =
    verb.form === 'to' &&
    verb.parent !== undefined &&
    verb.parent.index === verb.index - 1 &&
    /^(?:need|have|ought)$/.test(verb.parent.lemma) &&
    verb.parent.form !== 'participle' &&
    !verb.parent.negated
  const call = verb.form === 'to' ? calledUpon(scene, verb) : undefined
  if (!modal && !need && call === undefined) return
  if (verb.conditional === true || isAskedAbout(scene, verb)) return
  const speaker = speakerOf(scene, verb.index)
  if (speaker === undefined || speaker.codes.length === 0) return
  const subject = verb.subject?.entity
  const groundless = isGroundless(scene, verb) || (call !== undefined && isNeedless(scene, call))
  const nobody = verb.subject !== undefined && NOBODY.has(tokens[verb.subject.from])
  // "nobody has to explain it to them"
  if (need && nobody) return
  const asked = askedBy(clauses.chunks, verb, tokens, groundless || nobody ? !verb.negated : verb.negated)
  let issue = nobody ? asked : (firmIssue(scene, verb) ?? asked)
  if (issue === undefined && groundless) return
  // "there should be no sanctions"
  if (issue?.weak === false && verb.copula && isNone(scene, verb)) issue = signed(issue, -issue.sign)
  // "the inspectors should be given more time"
  if (verb.passive && BESTOWING.hasVerb(verb)) {
    if (!/^(?:time|chance|opportunity)$/.test(lastOf(scene, verb))) return
    issue = issueOf('talks', verb.negated ? -1 : 1, false)
  }
  // "has contracts with Damascus which must be honoured"
  const behind = verb.passive && verb.relative === true && verb.subject?.preposition !== undefined
  if (behind && (issue === undefined || issue.about === 'conduct')) return
  if (verb.passive && !BESTOWING.hasVerb(verb) && isMerelyTaken(scene, verb, issue)) return
  if (subject?.codes.includes('UNSC') === true && WAITING.hasVerb(verb) && issue?.effect === undefined) return
  if (issue === undefined) {
    // "the agency must report to us": a body that is told its work does no wrong.
    if (subject?.codes.every((code) => isBody(code) && code !== 'UNSC') === true) return
    if (
      subject === undefined ||
      subject.codes.length === 0 ||
      subject.codes.every((code) => speaker.codes.includes(code))
    )
      return
    if (subject.codes.includes('UNSC')) issue = issueOf('resolution', 1, true)
    else issue = issueOf('conduct', -1, true)
  }
  const council = subject?.codes.includes('UNSC') === true
  // "the regime needs to take action": its own, and none of the Council's
  if (
    issue.about === 'resolution' &&
    ACTS.has(tokens[issue.noun?.head ?? -1]) &&
    subject?.codes.includes(scene.memory.target ?? '') === true
  )
    issue = issueOf('conduct', 1, true, issue.noun)
  if (
    issue.about === 'conduct' &&
    verb.subject !== undefined &&
    subjectIssue(scene, verb.subject)?.about === 'resolution' &&
    call === undefined
  )
    return
  issue = byItself(scene, subject, issue)
  if (issue.about === 'conduct') {
    // "we also have to think", "China needs to get used to it", said by China: no one's wrong
    if (!council && isOwn(scene, verb, speaker) && (issue.effect === 'mend' || issue.effect === 'spoil')) return
    if (council) issue = issueOf('resolution', 1, issue.weak, issue.noun, issue.effect, issue.sure)
    else issue = signed(issue, -1)
  }
  const stance: Stance = issue.sign === 1 ? 'supports' : 'opposes'
  add(scene, into, {
    holder: speaker,
    stance,
    about: issue.about,
    noun: issue.noun,
    verb,
    rule: `must:${issue.effect ?? 'for'}`,
    to: end(scene, verb.index + 1, issue),
  })
}
