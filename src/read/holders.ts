import { actorOf } from './actor-of.js'
import { standsAt } from './before.js'
import { doerOf } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { type Entity, withCodes } from './entity.js'
import { type Scene, speakerOf } from './scene.js'
import { isWished } from './wished.js'
import { WordSet } from './wordset.js'

/** The one who holds a verb's stance: its subject, or the agent of a passive. */
export function holderOf(scene: Scene, verb: VerbChunk): Entity | undefined {
  const noun = doerOf(verb)
  if (
    (isPressed(verb) && scene.tokens[verb.subject?.from ?? -1]?.lower !== 'us') ||
    isAskedOf(verb, noun) ||
    isNeededOf(scene, verb, noun) ||
    wasExpected(verb) ||
    isWished(scene, verb, noun)
  )
    return undefined
  if (noun !== undefined && isTextToCome(scene, verb, noun)) return undefined
  const holder = noun === undefined ? undefined : (actorOf(scene, noun) ?? amender(scene, verb, noun))
  if (holder !== undefined && isObliged(verb) && !speaksThere(scene, verb, holder)) return undefined
  return holder !== undefined && verb.form === 'ing' && verb.parent?.lemma === 'join'
    ? withJoined(scene, holder, verb.parent)
    : holder
}

/** "the need for Iran to comply", "pressure on Damascus to start talks": what is wanted of one is no deed of its. */
export function isPressed(verb: VerbChunk): boolean {
  const { subject } = verb
  if (subject === undefined || !PRESSED.has(subject.preposition)) return false
  let first = verb
  while (first.parent !== undefined && first.parent.from >= subject.to) first = first.parent
  return first.form === 'to' && subject.to >= first.from - 1
}

const PRESSED = new Set<string | undefined>(['for', 'on', 'upon', 'to'])

/** "China should back it", "must be ready to agree": what one is to do. */
function isObliged(verb: VerbChunk): boolean {
  let at: VerbChunk | undefined = verb
  for (let depth = 0; at !== undefined && depth < 3; at = at.parent, depth++) {
    if (at.modal === 'must' || at.modal === 'should' || at.modal === 'ought') return true
    if (at.form === 'finite') return false
  }
  return false
}

/** It says so itself. */
function speaksThere(scene: Scene, verb: VerbChunk, holder: Entity): boolean {
  const speaker = speakerOf(scene, verb.index)
  return speaker?.codes.some((code) => holder.codes.includes(code)) === true
}

/** "Japan wants the Council to condemn it": whom one asks does not hold it yet. */
function isAskedOf(verb: VerbChunk, noun: NounChunk | undefined): boolean {
  const { parent } = verb
  return (
    verb.form === 'to' &&
    noun !== undefined &&
    parent !== undefined &&
    noun.from >= parent.to &&
    noun.to <= verb.from &&
    /^(?:want|urge|ask|call|press|push|request|tell|lobby|exhort|implore|beg|need|expect|encourage|invite|require|order|pressure|like|wish|prefer|challenge)$/.test(
      parent.lemma,
    )
  )
}

const PASSED = new WordSet(['passed', 'adopted', 'approved'])

/** "If passed, it would call on …": the text, and not who was named before. */
function isTextToCome({ tokens, from }: Scene, verb: VerbChunk, noun: NounChunk): boolean {
  return (
    verb.modal === 'would' &&
    tokens[noun.from]?.lower === 'it' &&
    noun.to === noun.from + 1 &&
    PASSED.has(tokens[noun.from - 2]) &&
    noun.from - from < 8
  )
}

/** "had been expected to oppose it": it did otherwise. */
function wasExpected({ form, parent }: VerbChunk): boolean {
  return (
    form === 'to' &&
    parent?.passive === true &&
    parent.had &&
    /^(?:expect|think|believe|predict|tip|rumour|rumor|incline|suppose)$/.test(parent.lemma)
  )
}

/** "The draft needs all five permanent members to vote yes", "they must vote yes": what it takes is nobody's stance yet. */
function isNeededOf({ tokens }: Scene, verb: VerbChunk, noun: NounChunk | undefined): boolean {
  if (noun === undefined || noun.entity?.pronoun === true) return false
  if (verb.form === 'to') return noun.to <= verb.from && NEEDS.has(tokens[noun.from - 1])
  return verb.modal === 'must' && verb.lemma === 'vote'
}

const NEEDS = new WordSet(['need', 'needs', 'needed', 'requires', 'required', 'takes'])

/** "if it continues to pursue the bomb", "if they don't stop and return to talks": nothing that is done. */
export function isSupposed({ clauses }: Scene, verb: VerbChunk): boolean {
  let top = verb
  while (top.form !== 'finite' && top.parent !== undefined && top.parent.index < top.index) top = top.parent
  if (top.conditional === true) return true
  if (standsAt(clauses.chunks, top.index - 1)?.kind !== 'conjunction') return false
  const before = clauses.verbs.findLast((each) => each.index < top.index && each.form === 'finite')
  return before?.conditional === true && before.subject === top.subject
}

const INTENTIONS = new WordSet(
  'effort efforts attempt attempts bid bids call calls plan plans move moves push drive proposal proposals threat threats campaign demand demands pressure idea scheme request requests suggestion suggestions'.split(
    ' ',
  ),
)

/** "Western efforts to take it to the Council": what the noun's owner means to do, and not the subject of the verb before. */
export function isIntended({ clauses, tokens }: Scene, verb: VerbChunk): boolean {
  if (verb.form !== 'to') return false
  // "the agency must decide to bring the case before the Council": what it is told to do
  if (verb.parent?.modal === 'must' || verb.parent?.modal === 'should') return true
  const noun = clauses.chunks[verb.index - 1]
  if (noun?.kind !== 'noun' || !INTENTIONS.has(tokens[noun.head])) return false
  return noun.owner === undefined || !noun.owner.codes.every((code) => verb.subject?.entity?.codes.includes(code))
}

const AMENDMENTS = new WordSet([
  'amendment',
  'amendments',
  'changes',
  'proposals',
  'language',
  'counter-proposal',
  'counterproposal',
  'revisions',
  'edits',
])

/** "Russia proposed amendments that would gut the text": what they do, their author wants. */
function amender(scene: Scene, verb: VerbChunk, noun: NounChunk): Entity | undefined {
  if (verb.relative !== true || !AMENDMENTS.has(scene.tokens[noun.head])) return undefined
  const giver = scene.clauses.verbs.findLast((each) => each.index < verb.index && each !== verb && each.to <= noun.from)
  return noun.owner ?? giver?.subject?.entity
}

/** "Bolivia joined Russia and China in opposing it": so do those who are joined. */
function withJoined(scene: Scene, holder: Entity, join: VerbChunk): Entity {
  const { chunks } = scene.clauses
  // "Chile was joined by Peru in opposing it"
  const by = join.passive ? join.agent?.entity : undefined
  if (by !== undefined && by.silent !== true) return withCodes(holder, [...new Set([...holder.codes, ...by.codes])])
  const others = chunks[join.index + 1]
  if (others?.kind !== 'noun' || others.entity === undefined || others.entity.silent === true) return holder
  const link = chunks[join.index + 2]
  if (link?.kind !== 'preposition' || link.word !== 'in') return holder
  return withCodes(holder, [...new Set([...holder.codes, ...others.entity.codes])])
}
