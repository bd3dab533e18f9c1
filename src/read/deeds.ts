import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import { WRONGS } from './allegations.js'
import { askedBy } from './asked.js'
import { entriesAt } from './asked-acts.js'
import { isBidden, isObject } from './bidden.js'
import { isOfUN } from './bodies.js'
import type { Chunk, NounChunk, VerbChunk } from './chunk.js'
import type { About, Stance } from './claim.js'
import type { Clauses } from './clauses.js'
import type { Entity } from './entity.js'
import { isPressed, isSupposed } from './holders.js'
import type { Issue } from './issue.js'
import { ROLES } from './lexicon.js'
import { inPassing, isOwnPlan } from './own-plans.js'
import { isSubjunctive } from './request-guards.js'
import { end, type FoundStance, type Scene } from './scene.js'
import { operatorBetween, turned } from './turned.js'
import { isUnderBlame } from './undertakings.js'
import { hasOwnDoer, isDeniedDoing } from './verb-moods.js'
import { WordSet } from './wordset.js'

const SANCTIONING = new WordSet(
  'impose increase tighten toughen strengthen intensify extend renew expand reimpose levy slap lift ease maintain keep apply adopt introduce support back join widen broaden step take cut halt put place sanction penalise penalize punish isolate'.split(
    ' ',
  ),
)

const TALKING = new WordSet(
  'resume restart reopen hold return go come rejoin continue join start begin launch open enter engage participate take attend negotiate agree accept pursue seek revive facilitate promote convene find work settle solve resolve host mediate talk sit initiate commit recommit support back choose try favor favour push call'.split(
    ' ',
  ),
)

/** "held talks with", "had talks": a contact, and no stance. */
const HOLDING = new WordSet(['hold', 'have', 'conduct', 'meet', 'talk'])

const ENDING = new WordSet('stop end halt suspend cease pull withdraw abandon pause call'.split(' '))
const COMPLYING = new WordSet(
  'comply implement enforce abide carry apply execute adhere respect honour honor fulfil fulfill observe uphold'.split(
    ' ',
  ),
)
const ACCUSING = new WordSet('accuse suspect blame denounce condemn criticise criticize reproach charge'.split(' '))
const CAPABLE = new WordSet(['have', 'prove', 'lack', 'get'])

/** "want the two to back tougher measures", "an effort to push Peru to send troops": another wants it of them. */
function isAnothers(verb: VerbChunk): boolean {
  return hasOwnDoer(verb) && verb.subject?.entity !== undefined && verb.subject.owned === undefined
}

function isOfTarget(noun: Chunk | undefined, target: string | undefined): boolean {
  return noun?.kind === 'noun' && target !== undefined && (noun.entity ?? noun.owner)?.codes.includes(target) === true
}

/** "blamed armed gangs for derailing the talks": what another did. */
function isBlamedOn({ chunks }: Clauses, { form, index, parent }: VerbChunk): boolean {
  const link = chunks[index - 1]
  return form === 'ing' && link?.kind === 'preposition' && link.word === 'for' && parent?.form === 'finite'
}

/** What the actor does itself: boycotts talks, agrees to return to them, implements the resolution, will not give up its programme. */
export function deed(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  const holder = verb.passive || verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
  if (holder === undefined || holder.codes.length === 0) return
  if (verb.modal !== undefined && verb.modal !== 'will' && verb.modal !== 'would') return
  if (isPressed(verb) || isSupposed(scene, verb) || isUndone(scene, verb)) return
  const issue = askedBy(scene.clauses.chunks, verb, scene.tokens, false)
  if (issue?.effect === undefined || issue.noun === undefined) return
  const done = DEEDS[issue.about]?.({ scene, verb, holder, issue, noun: issue.noun })
  if (done === undefined) return
  const { stance, rule } = done
  add(scene, into, { holder, stance, about: issue.about, verb, rule, to: end(scene, verb.index + 1, issue) })
}

/** What someone does about an issue that a noun names. */
interface Deed {
  readonly scene: Scene
  readonly verb: VerbChunk
  readonly holder: Entity
  readonly issue: Issue
  readonly noun: NounChunk
}
interface Shown {
  readonly stance: Stance
  readonly rule: string
}

/** What a deed shows of its doer's stance, by what it is about. */
const DEEDS: Partial<Record<About, (deed: Deed) => Shown | undefined>> = {
  talks: ofTalks,
  implementation: ofCompliance,
  force: ofForce,
  conduct: ofConduct,
  sanctions: ofSanctions,
}

/** Set one's face against, asked by another or out of one's power: no deed. */
function isUndone(scene: Scene, verb: VerbChunk): boolean {
  const { tokens, clauses } = scene
  const { parent, reported } = verb
  // "denied rejecting the talks"; "accused Chad of sending troops": what the accused did
  if (
    isDeniedDoing(verb) ||
    ACCUSING.hasVerb(verb) ||
    (verb.form === 'ing' && parent !== undefined && ACCUSING.hasVerb(parent))
  )
    return true
  // "left for talks in Cairo": on the way to them
  if (verb.lemma === 'leave' && tokens[verb.to]?.lower === 'for') return true
  // "set its face against sending troops"
  const next = clauses.chunks[verb.index + (clauses.chunks[verb.index + 1]?.kind === 'noun' ? 2 : 1)]
  if (tokens[verb.from - 1]?.lower === 'against' || (next?.kind === 'preposition' && next.word === 'against'))
    return true
  if (reported !== undefined && isSubjunctive(tokens, verb) && requests(scene, reported)) return true
  const led = parent !== undefined && operatorBetween(scene, parent, verb) === undefined
  if (led && verb.form === 'to' && requests(scene, parent)) return true
  // "has no intention of invading": the verb behind tells it
  if (verb.lemma === 'have' && tokens[verb.to]?.lower === 'no') return true
  // "has no means of enforcing it"
  if (led && parent.lemma === 'have' && tokens[parent.to]?.lower === 'no') return true
  return isBidden(scene, verb) || isUnderBlame(scene, verb)
}

function requests({ tokens, to }: Scene, verb: VerbChunk): boolean {
  return entriesAt(tokens, verb.at, to, ROLES.request) !== undefined
}

function ofTalks({ scene, verb, holder, issue, noun }: Deed): Shown | undefined {
  const { tokens, clauses } = scene
  if (issue.effect !== 'make' && issue.effect !== 'stop') return undefined
  if (verb.subject !== undefined && verb.subject.entity === undefined) return undefined
  if (WRONGS.hasVerb(verb) || isBlamedOn(clauses, verb)) return undefined
  // "contained no talk of it", "quit as peace envoy"
  if (tokens[noun.from]?.lower === 'no' || noun.preposition === 'as') return undefined
  // "the Council began negotiations": on its text
  if (verb.form === 'finite' && holder.codes.length === 1 && holder.codes[0] === 'UNSC') return undefined
  // "withdrew its troops in accordance with the plan": not the plan
  if (issue.effect === 'stop' && !isObject(clauses, verb, noun)) return undefined
  if (verb.lemma === 'leave' && verb.form !== 'to' && verb.modal === undefined && inPassing(scene, verb))
    return undefined
  if (issue.effect === 'make' && !issue.sure && !TALKING.hasVerb(verb)) return undefined
  if (verb.form === 'finite' && verb.modal === undefined && (issue.weak || issue.sure || HOLDING.hasVerb(verb)))
    return undefined
  const now = turned(scene, issue.sign === 1 ? 'supports' : 'opposes', verb)
  return now === undefined ? undefined : { stance: accepted(now), rule: `deed:${issue.effect}-talks` }
}

function ofCompliance({ scene, verb, issue }: Deed): Shown | undefined {
  if (issue.effect !== 'comply' || !COMPLYING.hasVerb(verb)) return undefined
  const now = turned(scene, 'supports', verb)
  return now === undefined || now === 'accepts' ? undefined : { stance: now, rule: 'deed:comply' }
}

function ofForce({ scene, verb, holder, issue }: Deed): Shown | undefined {
  const { target } = scene.memory
  if (issue.sure !== true || holder.codes.includes(target ?? '') || isAnothers(verb)) return undefined
  // "preventing Gaddafi from bombing the town", "defending itself from attacks": what is prevented is another's
  if (issue.sign === -1 && (!ENDING.hasVerb(verb) || isOfTarget(scene.clauses.chunks[verb.index + 1], target)))
    return undefined
  const now = turned(scene, issue.sign === 1 ? 'supports' : 'opposes', verb)
  // "has no authority to use force", "proved unable to topple him"
  if (now === 'opposes' && verb.form === 'to' && CAPABLE.hasVerb(verb.parent)) return undefined
  if (now === undefined || (now === 'supports' && verb.conditional === true)) return undefined
  return { stance: accepted(now), rule: 'deed:force' }
}

function ofConduct({ scene, verb, holder, issue }: Deed): Shown | undefined {
  if (issue.effect !== 'stop' || !holder.codes.includes(scene.memory.target ?? '')) return undefined
  return turned(scene, 'opposes', verb) === 'accepts' ? { stance: 'supports', rule: 'deed:will-not-stop' } : undefined
}

function ofSanctions({ scene, verb, holder, issue }: Deed): Shown | undefined {
  if (!SANCTIONING.hasVerb(verb) || isAnothers(verb) || (issue.weak && verb.lemma === 'take')) return undefined
  if ((issue.effect !== 'make' && issue.effect !== 'stop') || verb.conditional) return undefined
  if (holder.codes.some((code) => isOfUN(code) || code === scene.memory.target)) return undefined
  const meant =
    verb.form === 'to'
      ? verb.parent !== undefined && operatorBetween(scene, verb.parent, verb) !== undefined
      : verb.modal === 'will' || (verb.modal === 'would' && isOwnPlan(verb, holder))
  if (!meant) return undefined
  const now = turned(scene, issue.sign === 1 ? 'supports' : 'opposes', verb)
  // "has no plans to lift them"
  if (now === 'accepts') return issue.sign === -1 ? { stance: 'supports', rule: 'deed:sanctions' } : undefined
  return now === undefined ? undefined : { stance: now, rule: 'deed:sanctions' }
}

/** What is let pass is backed. */
function accepted(now: Stance): Stance {
  return now === 'accepts' ? 'supports' : now
}
