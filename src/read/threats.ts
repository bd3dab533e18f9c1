import { actorOf } from './actor-of.js'
import { askedBy } from './asked.js'
import { entriesAt } from './asked-acts.js'
import type { VerbChunk } from './chunks.js'
import { isDoubted } from './done.js'
import { eventAt, type FoundEvent, families } from './event-found.js'
import { ROLES } from './lexicon.js'
import { OUTCOME_WORDS } from './outcomes.js'
import { type Scene, speakerOf } from './scene.js'
import { WordSet } from './wordset.js'

const HARMLESS = new WordSet('veto block support back keep continue work help cooperate protect defend'.split(' '))
/** What a target that is pressed says it will give up or begin. */
const STEPS = new WordSet(
  'end bar expel withdraw quit suspend stop resume restart retaliate respond reconsider leave start begin restore boycott abandon scrap cut rupture break close strengthen bolster boost reprocess weaponize weaponise unleash attack strike pull walk expand accelerate halt cease fight crush bomb invade seize bury repel punish hit confront wipe destroy annihilate erase flatten'.split(
    ' ',
  ),
)

/** What one warns of as one's own deed. */
const DIRE = new WordSet([...OUTCOME_WORDS, 'sanctions', 'isolation', 'test', 'tests'])

/** "threatened to …", "vowed retaliation"; and the target that says it will go on with, or give up, what is at issue. */
export function threatsIn(scene: Scene, into: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) {
    if (verb.negated) continue
    if (!threatened(scene, verb, into) && !consequences(scene, verb, into)) resolved(scene, verb, into)
  }
}

function push(
  scene: Scene,
  into: FoundEvent[],
  verb: VerbChunk,
  actors: readonly string[],
  rule: string,
  to: number,
): void {
  into.push(eventAt(scene, verb, 'threat', actors, to, rule))
}

function threatened(scene: Scene, verb: VerbChunk, into: FoundEvent[]): boolean {
  const match = entriesAt(scene.tokens, verb.at, scene.to, ROLES.event)
  if (match === undefined || families[match.entry.event ?? -1]?.type !== 'threat') return false
  // "it is wrong to threaten", "accused of threatening": talk of threats is none.
  const before = scene.clauses.chunks[verb.index - 1]
  const open =
    verb.form === 'finite' || (verb.form === 'ing' && before?.kind !== 'preposition' && verb.parent?.lemma !== 'keep')
  if (!open || verb.passive || verb.modal !== undefined || verb.conditional === true || isDoubted(verb)) return true
  if (isLooming(scene, verb)) return true
  const subject = verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
  const actors = subject?.codes ?? []
  if (actors.length === 0) return true
  const { chunks, verbs } = scene.clauses
  const next = verbs.find((each) => each.parent === verb && each.index > verb.index)
  if (next !== undefined && (next.lemma === 'do' || (HARMLESS.hasVerb(next) && !closes(scene, next)))) return true
  const { target } = scene.memory
  const promise =
    /^vow/.test(match.entry.words) && next !== undefined && target !== undefined && !actors.includes(target)
  const danger =
    /^threaten/.test(match.entry.words) &&
    next === undefined &&
    chunks[verb.index + 1]?.kind === 'noun' &&
    askedBy(chunks, verb, scene.tokens)?.about === 'conduct'
  // "warned of a disaster": no threat, save of what the one who warns would do
  const of = chunks[verb.index + 2]
  const warned = /^warn/.test(match.entry.words) && of?.kind === 'noun' && !DIRE.stands(scene.tokens, of.from, of.to)
  if (!promise && !danger && !warned && !isFeared(scene, verb, actors))
    push(scene, into, verb, actors, 'threaten', verb.index + 4)
  return true
}

/** "a cost that threatened to balloon", "was seized and threatened with death": nobody threatens. */
function isLooming({ tokens, clauses }: Scene, verb: VerbChunk): boolean {
  if (verb.lemma !== 'threaten') return false
  const before = clauses.verbs[clauses.verbs.indexOf(verb) - 1]
  const linked = clauses.chunks[verb.index - 1]?.kind === 'conjunction'
  if (linked && before?.passive === true && /^(?:with|by)$/.test(tokens[verb.to]?.lower ?? '')) return true
  const { subject } = verb
  if (subject?.entity !== undefined && subject.entity.pronoun !== true) return false
  return tokens[verb.to]?.lower === 'to' && SPREADING.has(tokens[verb.to + 1])
}
const SPREADING = new WordSet(
  'balloon embarrass derail spill engulf spiral become overwhelm undermine destabilize destabilise spread split drag delay damage complicate turn widen boil plunge overshadow unravel erupt escalate tear worsen jeopardize jeopardise disrupt'.split(
    ' ',
  ),
)

/** "threatened to block the strait", no text */
function closes({ tokens, to }: Scene, verb: VerbChunk): boolean {
  return verb.lemma === 'block' && WAYS.stands(tokens, verb.to, Math.min(verb.to + 5, to))
}
const WAYS = new WordSet(
  'strait straits shipping port ports aid traffic waterway supplies supply flights pipeline exports border canal airspace road roads'.split(
    ' ',
  ),
)

/** "warned of civil war": what one fears for others. */
function isFeared({ tokens, to, memory }: Scene, verb: VerbChunk, actors: readonly string[]): boolean {
  if (verb.lemma !== 'warn' || actors.includes(memory.target ?? '')) return false
  return CIVIL.stands(tokens, verb.to, Math.min(verb.to + 7, to))
}
export const CIVIL = new WordSet(['civil', 'sectarian', 'ethnic', 'regional', 'humanitarian'])

const CERTAIN = new Set(['will', 'would', "'ll", 'must', 'shall'])
const SUFFERING = new WordSet('face bear suffer pay be have meet trigger draw bring provoke'.split(' '))
const PAINS = new Set(
  'consequences consequence repercussions repercussion price retaliation punishment reprisals reprisal'.split(' '),
)

/** "will face serious consequences", "there will be repercussions", "we would hold it accountable". */
function consequences(scene: Scene, verb: VerbChunk, into: FoundEvent[]): boolean {
  const holds = verb.lemma === 'hold'
  if (verb.modal === undefined || !(holds || SUFFERING.hasVerb(verb))) return false
  if (verb.form !== 'finite' || !CERTAIN.has(verb.modal) || verb.conditional === true) return false
  const speaker = speakerOf(scene, verb.index)
  if (speaker === undefined || speaker.codes.length === 0) return false
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 5); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return false
    if (chunk === undefined || (chunk.kind !== 'noun' && chunk.kind !== 'adjective')) continue
    const head = scene.tokens[chunk.to - 1]?.lower ?? ''
    const told = holds
      ? /^(?:accountable|responsible)$/.test(head)
      : PAINS.has(head) && scene.tokens[chunk.from]?.lower !== 'no'
    if (!told) continue
    push(scene, into, verb, speaker.codes, 'consequences', at)
    return true
  }
  return false
}

function resolved(scene: Scene, verb: VerbChunk, into: FoundEvent[]): void {
  if (
    verb.form !== 'finite' ||
    verb.relative === true ||
    (verb.modal !== 'will' && verb.modal !== 'would' && verb.modal !== "'ll")
  )
    return
  const { target } = scene.memory
  const subject = verb.passive || verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
  if (target === undefined || subject === undefined || !subject.codes.includes(target)) return
  // "it remains to be seen whether he would"
  if (scene.tokens[(verb.subject?.from ?? 1) - 1]?.lower === 'whether') return
  const speaker = speakerOf(scene, verb.index)
  if (speaker === undefined || !speaker.codes.includes(target)) return
  const { chunks, verbs } = scene.clauses
  const next = verbs.find((each) => each.parent === verb && each.index === verb.index + 1)
  const issue = askedBy(chunks, next ?? verb, scene.tokens)
  if (
    issue?.about === 'conduct' &&
    issue.sign === 1 &&
    issue.noun !== undefined &&
    !/^(?:discuss|address|raise|review|consider|examine|study|meet)$/.test(verb.lemma)
  )
    push(scene, into, verb, [target], 'will-go-on', verb.index + 3)
  else if (
    STEPS.hasVerb(verb) &&
    issue?.about !== 'sanctions' &&
    (issue?.about !== 'talks' || /^(?:quit|boycott|abandon|leave|withdraw|rupture|break)$/.test(verb.lemma))
  )
    push(scene, into, verb, [target], 'will-give-up', verb.index + 3)
}
