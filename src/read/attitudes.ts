import { add } from './add-stance.js'
import { askedBy } from './asked.js'
import { entriesAt } from './asked-acts.js'
import { isNoAttitude, isNotOf, isNoView, isOfNothing } from './attitude-guards.js'
import { attitudeIssue, behind, calledAs } from './attitude-objects.js'
import type { VerbChunk } from './chunk.js'
import type { Stance } from './claim.js'
import { blames } from './condemning.js'
import type { Entity } from './entity.js'
import { fears } from './fears.js'
import { holderOf } from './holders.js'
import { type Issue, signed } from './issue.js'
import { issueFrom } from './issues.js'
import { type Entry, ROLES } from './lexicon.js'
import { againstOpposers, isOpposed } from './opposers.js'
import { prefersOther, wouldRather } from './preferences.js'
import { byFate, isMereLoss, regretsOutcome } from './results.js'
import { type FoundStance, type Scene, subjectIssue } from './scene.js'
import { FOR, settle } from './settled-stances.js'
import { turned } from './turned.js'
import { contrary, isDenied, standing } from './verb-moods.js'

/** "X opposes sanctions", "the draft was backed by Y", "Z is opposed to the text". */
export function attitude(scene: Scene, told: VerbChunk, into: FoundStance[]): void {
  const verb = isDenied(scene, told) ? contrary(told) : told
  const match = entriesAt(scene.tokens, verb.at, scene.to, ROLES.attitude, verb.negated)
  if (match === undefined) return
  const { entry } = match
  // "denied that it backed the rebels"
  if (verb !== told && FOR.has(entry.stance as Stance)) return
  if (isNoAttitude(scene, verb, entry)) return
  if (wouldRather(verb)) {
    prefersOther(scene, verb, into)
    return
  }
  const holder = standing(verb) ?? holderOf(scene, verb) ?? (verb.form === 'ing' ? scene.memory.issuers : undefined)
  if (holder === undefined || holder.codes.length === 0) return
  // "Britain denied that Russia opposed it": what another says of it
  if (verb !== told && !isSaidBy(scene, verb, holder)) return
  if (isNotOf(scene, verb, entry, holder)) return
  if (entry.stance === 'opposes' && opposesOpposing(scene, verb, entry, holder, into)) return
  if (entry.words === 'warn' && !actorAfter(scene, verb)) {
    fears(scene, holder, verb, entry, into)
    return
  }
  if (isNoView(scene, verb, entry, holder)) return
  if (entry.about === 'conduct' && missesAct(scene, verb, entry, holder, into)) return
  const from = calledAs(scene, verb) ?? behind(scene, verb, match.length)
  if (isMereLoss({ scene, entry, holder, verb, objectAt: from })) return
  const object = attitudeIssue(scene, verb, entry, from)
  if (object === undefined && regrets(scene, verb, entry, holder, into)) return
  if (FOR.has(entry.stance as Stance) && (object === undefined || object.about === 'conduct') && blames(scene, verb)) {
    // "stands by the condemnation", "shares their concern"; "refused to join the condemnation"
    if (turned(scene, 'supports', verb) === 'supports')
      add(scene, into, { holder, stance: 'opposes', about: 'conduct', verb, rule: entry.rule, to: verb.index + 2 })
    return
  }
  if (regretsOutcome({ scene, entry, holder, verb, objectAt: from }, into)) return
  if (isOfNothing(scene, verb, entry, object)) return
  settle({ scene, entry, holder, verb, objectAt: from }, sided(entry, byFate(scene, object)), into)
}

function isSaidBy(scene: Scene, verb: VerbChunk, holder: Entity): boolean {
  return (scene.clauses.speakerAt(verb.index) ?? holder).codes.some((code) => holder.codes.includes(code))
}

/** Who is against those who oppose a text, or against its being watered down, is for it; whether that is told. */
function opposesOpposing(scene: Scene, verb: VerbChunk, entry: Entry, holder: Entity, into: FoundStance[]): boolean {
  if (againstOpposers(scene, verb, holder, entry, into)) return true
  // "opposes watering down the draft"
  if (verb.form !== 'ing' || !isOpposed(scene, verb)) return false
  const kept = issueFrom(scene.clauses.chunks, verb.index + 1, scene.tokens)
  if (kept?.about === 'resolution' || kept?.about === 'sanctions')
    add(scene, into, {
      holder,
      stance: 'supports',
      about: kept.about,
      noun: kept.noun,
      verb,
      rule: 'oppose',
      to: verb.index + 2,
    })
  return true
}

/** "regretted that the text made no mention of it": what is regretted stands in a clause of its own; whether it does. */
function regrets(scene: Scene, verb: VerbChunk, entry: Entry, holder: Entity, into: FoundStance[]): boolean {
  const { clauses } = scene
  if (entry.about !== 'conduct' || clauses.chunks[verb.index + 1]?.kind !== 'subordinator') return false
  const clause = clauses.verbs.find((each) => each.reported === verb)
  const told = clause?.subject === undefined ? undefined : subjectIssue(scene, clause.subject)
  if (told?.about !== 'resolution') return fears(scene, holder, verb, entry, into)
  add(scene, into, {
    holder,
    stance: 'opposes',
    about: 'resolution',
    verb,
    rule: entry.rule,
    to: clause?.index ?? verb.index + 2,
  })
  return true
}

/** "regretted that the Council had not passed the text": who does wants it; whether that is told. */
function missesAct(scene: Scene, verb: VerbChunk, entry: Entry, holder: Entity, into: FoundStance[]): boolean {
  const { clauses } = scene
  if (verb.negated || clauses.chunks[verb.index + 1]?.kind !== 'subordinator') return false
  const clause = clauses.verbs.find((each) => each.reported === verb)
  const missed = clause === undefined ? undefined : leftUndone(scene, clause)
  if (clause === undefined || missed === undefined) return false
  add(scene, into, {
    holder,
    stance: 'supports',
    about: missed.about,
    noun: missed.noun,
    verb,
    rule: entry.rule,
    to: clause.index + 1,
  })
  return true
}

/** "that the Council had not passed the text", "failed to impose sanctions" */
function leftUndone({ clauses, tokens }: Scene, clause: VerbChunk): Issue | undefined {
  if (clause.subject?.entity?.codes.includes('UNSC') !== true || clause.passive) return undefined
  const failed = clause.lemma === 'fail' && !clause.negated
  if (!failed && !clause.negated) return undefined
  const action = failed ? clauses.verbs.find((each) => each.parent === clause && each.form === 'to') : clause
  const issue = action === undefined ? undefined : askedBy(clauses.chunks, action, tokens, false)
  return issue?.sign === 1 && UNDONE.has(issue.about) ? issue : undefined
}

const UNDONE: ReadonlySet<string> = new Set(['resolution', 'sanctions', 'force'])

/** "sided with Cairo against the text", "would rather abstain than veto the text" */
function sided(entry: Entry, object: Issue | undefined): Issue | undefined {
  if (entry.rule === 'abstain' && object?.about === 'resolution') return signed(object, 1)
  return SIDED.test(entry.words) && object?.about !== 'conduct' && object?.noun?.preposition === 'against'
    ? signed(object, -object.sign)
    : object
}

const SIDED =
  /^(?:side|stand|agree|align itself|align themselves) with$|^(?:line up|fall in|fall in line|stand|rally|close ranks) behind$/

/** "warned Iran", not "warned that". */
function actorAfter(scene: Scene, verb: VerbChunk): boolean {
  const next = scene.clauses.chunks[verb.index + 1]
  return next?.kind === 'noun' && next.entity !== undefined && next.entity.codes.length > 0
}
