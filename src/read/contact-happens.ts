import { entriesAt } from './asked-acts.js'
import type { VerbChunk } from './chunks.js'
import { stateIn } from './counterparts.js'
import { ROLES } from './lexicon.js'
import type { Scene } from './scene.js'
import { operatorBetween } from './turned.js'
import { WordSet } from './wordset.js'

/** "flew to Geneva to meet": who goes to meet, meets. */
export const MOVING = new WordSet('travel fly go arrive come visit head return gather convene sit assemble'.split(' '))

const GATHERING = new WordSet(['gather', 'reconvene', 'convene', 'regroup', 'assemble'])
/** "gathered in Tokyo", no "gathered evidence": several who do so meet. */
export function gathers(scene: Scene, verb: VerbChunk): boolean {
  if (!GATHERING.hasVerb(verb) || verb.passive) return false
  const next = scene.clauses.chunks[verb.index + 1]
  return next?.kind !== 'noun' || next.preposition !== undefined
}

/** Told as done or planned; not asked for, refused or imagined. */
export function happens(scene: Scene, verb: VerbChunk): boolean {
  if (verb.negated || verb.conditional === true || (verb.passive && !isReceived(verb))) return false
  if (verb.modal !== undefined && !/^(?:will|would|'ll)$/.test(verb.modal)) return false
  const { parent } = verb
  if (verb.form === 'to') {
    // "was to have met"
    if (verb.perfect && parent?.lemma === 'be') return false
    // "was the first leader to telephone"
    const leader = scene.clauses.chunks[verb.index - 1]
    if (
      parent?.lemma === 'be' &&
      !parent.negated &&
      leader?.kind === 'noun' &&
      scene.tokens
        .slice(leader.from, leader.to)
        .some((token) => /^(?:first|last|latest|only|second|third)$/.test(token.lower))
    )
      return true
    // "is to travel"
    if (parent?.lemma === 'be' && !parent.negated && parent.index + 1 === verb.index) return true
    const before = scene.tokens[verb.from - 1]?.lower ?? ''
    if (
      /^(?:ready|willing|unwilling|prepared|reluctant|able|unable|keen|eager|free|happy|open|chance|opportunity|intention|need|right|refusal|offer|readiness|willingness)$/.test(
        before,
      )
    )
      return false
    if (before === 'plans' && hasNo(scene, verb)) return false
    // "in Washington to meet the president"
    if (
      parent === undefined &&
      leader?.kind === 'noun' &&
      leader.preposition === 'in' &&
      stateIn(scene, leader) !== undefined
    )
      return true
    if (parent === undefined || parent.negated || (parent.modal !== undefined && parent.modal !== 'will')) return false
    if (!parent.passive && entriesAt(scene.tokens, parent.at, scene.to, ROLES.request) !== undefined) return false
    if (MOVING.hasVerb(parent) && parent.form === 'finite') return true
    if (/^(?:refuse|decline|fail|want|wish|hope|offer|seek|continue|try|need|like)$/.test(parent.lemma)) return false
    return operatorBetween(scene, parent, verb) === 'keep'
  }
  return verb.form !== 'ing' || !(isOpenTo(scene, verb) || (parent !== undefined && UNDECIDED.hasVerb(parent)))
}

const UNDECIDED = new WordSet('refuse reject avoid oppose consider propose suggest favor contemplate weigh'.split(' '))

/** "left the door open to meeting them", "is averse to joining the talks" */
function isOpenTo({ tokens }: Scene, verb: VerbChunk): boolean {
  return tokens[verb.from - 1]?.lower === 'to' && OPEN.has(tokens[verb.from - 2])
}
const OPEN = new WordSet('open ajar averse opposed amenable agreeable close closer committed'.split(' '))

/** "was received by Putin" */
function isReceived(verb: VerbChunk): boolean {
  return verb.agent !== undefined && /^(?:receive|host|greet|welcome|meet|summon|call)$/.test(verb.lemma)
}

/** "has no plans to meet" */
function hasNo(scene: Scene, verb: VerbChunk): boolean {
  const noun = scene.clauses.chunks[verb.index - 1]
  return noun?.kind === 'noun' && /^(?:no|any)$/.test(scene.tokens[noun.from]?.lower ?? '')
}
