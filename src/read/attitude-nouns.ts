import { aboutOf } from './about.js'
import { doerOf, type NounChunk, sameVerb, type VerbChunk, verbChunk } from './chunk.js'
import { canHold, type Entity } from './entity.js'
import { holderOf } from './holders.js'
import { type Issue, issueOf } from './issue.js'
import { issueFrom } from './issues.js'
import type { Entry } from './lexicon.js'
import { drops, LIGHT } from './light-verbs.js'
import { ASIDE, isAbsent, isOwn, isReceived, isStillToWin, isVetoCast } from './noun-guards.js'
import { agentAfter, type Carrier, nounHolder, verbBefore } from './noun-holders.js'
import {
  amid,
  feared,
  gained,
  laterIssue,
  nearIssue,
  raised,
  standsAlone,
  stopped,
  theirText,
  winning,
} from './noun-issues.js'
import { asks } from './reporting.js'
import { ask, wanted } from './requests.js'
import { regretsOutcome, subjectBehindThat } from './results.js'
import type { FoundStance, Scene } from './scene.js'
import { settle } from './settled-stances.js'
import { hasOwnDoer } from './verb-moods.js'
import { WordSet } from './wordset.js'

const NONE = new WordSet(['no', 'little', 'scant'])

/** Nouns that carry a stance: "Beijing's opposition to the draft", "expressed concern over", "amid opposition by Russia and China". */
export function nouns(scene: Scene, into: FoundStance[]): void {
  if (scene.hits.stanceNouns.length === 0) return
  const { chunks } = scene.clauses
  for (let index = 0; index < chunks.length; index++) {
    const noun = chunks[index]
    const entry = noun?.kind === 'noun' ? nounEntry(scene, noun, index) : undefined
    const held = noun?.kind !== 'noun' || entry === undefined ? undefined : heldIn(scene, noun, index, entry)
    if (held !== undefined && !isUnheld(held)) make(held, into)
  }
}

/** A noun that carries a stance, and who holds it. */
interface Held extends Carrier {
  readonly holder: Entity
  /** The verb before, and whether it adds nothing to the noun: "voiced opposition". */
  readonly verb: VerbChunk | undefined
  readonly light: boolean
  /** "dropped its opposition" */
  readonly dropped: boolean
  /** "refused to heed Norway's calls": what the verb tells is done by another than the holder. */
  readonly another: boolean
}

function heldIn(scene: Scene, noun: NounChunk, index: number, entry: Entry): Held | undefined {
  const { clauses, tokens } = scene
  // "its problems", "economic difficulties": only "problems with the text" are held
  if (TROUBLES.test(entry.words) && tokens[noun.to]?.lower !== 'with') return undefined
  // "won relief from sanctions": what it is rid of, and no view
  if (entry.words === 'relief' && tokens[noun.to]?.lower === 'from') return undefined
  const verb = verbBefore(clauses, index)
  const after = agentAfter(clauses, index)
  const light = verb !== undefined && LIGHT.hasVerb(verb) && !isDoer(scene, noun)
  const holder = nounHolder({ scene, noun, index, entry, after }, light ? verb : undefined)
  if (!canHold(holder)) return undefined
  const dropped = verb !== undefined && drops(scene, verb) && entry.role === 'attitude' && isOwn(scene, verb, holder)
  const another = verb !== undefined && !light && isOfAnother(verb, noun, holder)
  return { scene, noun, index, entry, holder, verb, light, after, dropped, another }
}

/** "added that the opposition has compiled a list": what follows is said of it. */
function isDoer({ clauses }: Scene, noun: NounChunk): boolean {
  return clauses.verbs.some((each) => each.subject === noun && each.form === 'finite' && !each.passive && !each.copula)
}

/** It is not there, only wanted, another's, or no stance here. */
function isUnheld(held: Held): boolean {
  const { scene, noun, index, entry, holder, verb, after } = held
  const { tokens } = scene
  // "if they withdraw their support"
  if (held.dropped && verb?.conditional === true) return true
  // "the unity of the Council" is no word of the Council's.
  if (holder === after && holder.codes.includes('UNSC')) return true
  const near = verb !== undefined && verb.index >= index - 3
  if (near && (after ?? noun.owner) === holder && isStillToWin(verb)) return true
  if (isAbsent(scene, noun, verb, index)) return true
  // "British interests would be served"
  if (entry.words === 'interest' && tokens[noun.to]?.lower !== 'in') return true
  if (near && after === undefined && isReceived(scene, entry.words, verb, holder)) return true
  if (entry.rule === 'veto' && !isVetoCast(scene, noun, verb)) return true
  const own = holder === noun.owner && holder.pronoun === true
  if (verb !== undefined && isAsked(verb) && (held.dropped || own)) return true
  return (
    (entry.about === 'conduct' && (isOfNoOne(held) || isOfOthers(held))) ||
    (NONE.has(tokens[noun.from]) && !lacks(held))
  )
}

/** "the condemnation", and nothing behind it that would be condemned. */
function isOfNoOne({ scene, index, light, after }: Held): boolean {
  const link = scene.clauses.chunks[index + 1]
  if (light || after !== undefined || link?.kind === 'subordinator') return false
  return link?.kind !== 'preposition' || ASIDE.has(link.word)
}

/** "expressed regret that agreement had eluded the Council": no doing of the one at issue. */
function isOfOthers({ scene, index, entry }: Held): boolean {
  const { clauses, memory, tokens } = scene
  const subject = entry.words === 'regret' ? subjectBehindThat(clauses, index + 1) : undefined
  if (subject === undefined) return false
  return subject.entity?.codes.includes(memory.target ?? '') !== true && aboutOf(subject, tokens)?.about !== 'conduct'
}

/** "has no objection to", "showed no interest in": a stance, too. */
function lacks({ entry, verb, light, dropped }: Held): boolean {
  if (entry.role !== 'attitude' || entry.about !== undefined || !light || dropped || verb?.negated) return false
  return entry.stance === 'opposes' || LACKED.test(entry.words)
}

const LACKED = /^(?:support|backing|enthusiasm|interest|sympathy|desire|wish|readiness|willingness)$/

/** The verb before, as it stands to the noun; where it is another's, the noun in its place. */
function verbBeside({ scene, noun, index, holder, verb, light, dropped, another }: Held): VerbChunk {
  const made = verb === undefined || another ? verbChunk(noun.from, noun.to, noun.head) : sameVerb(verb)
  made.index = index
  made.negated = NONE.has(scene.tokens[noun.from]) || (light && verb?.negated === true) !== dropped
  // "unable to agree because of Russian objections", "has to overcome Chinese opposition": what is done about them turns nothing
  if (!light || (verb !== undefined && !isOwn(scene, verb, holder))) made.parent = undefined
  return made
}

/** What the noun's stance is about. */
function nounIssue({ scene, noun, index, entry, verb, light, after }: Held): Issue | undefined {
  const { chunks } = scene.clauses
  // "Germany's preference is for dialogue"
  const being = chunks[index + 1]
  const is = being?.kind === 'verb' && being.copula && being.subject === noun
  const start = is ? index + 2 : after === undefined ? index + 1 : index + 3
  const ofConduct = entry.about === 'conduct'
  const issue =
    (ofConduct && isOfState(scene, index + 1) ? undefined : issueFrom(chunks, start, scene.tokens)) ??
    feared(scene, index, entry)
  if (issue !== undefined || ofConduct) return issue
  const around = amid(scene, noun, verb, index)
  const found =
    (after === undefined ? undefined : nearIssue(scene, index)) ??
    stopped(scene, noun) ??
    (around || gained(scene, noun, verb, index, entry)
      ? (nearIssue(scene, index) ?? laterIssue(scene, index) ?? theirText(scene, entry))
      : undefined)
  if (found !== undefined || entry.about !== undefined || !standsAlone(entry, verb)) return found
  return light || after !== undefined || winning(verb, index) || around ? raised(scene, index, after) : undefined
}

function make(held: Held, into: FoundStance[]): void {
  const { scene, noun, index, entry, holder, verb } = held
  const here = verbBeside(held)
  const issue = nounIssue(held)
  if (entry.role === 'request' && !makeRequest(held, here, issue, into)) return
  if (regretsOutcome({ scene, entry, holder, verb: here, objectAt: index + 1 }, into)) return
  if (entry.role !== 'request') settle({ scene, entry, holder, verb: here, objectAt: index + 1 }, issue, into)
  if (verb?.lemma !== 'echo' || noun.owner === undefined) return
  const echo = holderOf(scene, verb)
  if (echo === undefined) return
  if (entry.role === 'request')
    wanted({ scene, entry, holder: echo, verb: here }, issue ?? issueOf('conduct', -1, true), into)
  else settle({ scene, entry, holder: echo, verb: here, objectAt: index + 1 }, issue, into)
}

/** "its call for talks", "a request that Peru withdraw": asks for it; whether there was anything to ask for. */
function makeRequest(
  { scene, index, entry, holder, after, another }: Held,
  here: VerbChunk,
  issue: Issue | undefined,
  into: FoundStance[],
): boolean {
  const { chunks } = scene.clauses
  const opens = chunks[after === undefined ? index + 1 : index + 3]
  const asks =
    (opens?.kind === 'preposition' && /^(?:for|to|on|upon)$/.test(opens.word)) ||
    opens?.kind === 'subordinator' ||
    (opens?.kind === 'verb' && opens.form === 'to')
  if (!asks || (another && issue === undefined && holder.codes.includes(scene.memory.target ?? ''))) return false
  const action = chunks.slice(index + 1, index + 6).find((chunk): chunk is VerbChunk => chunk.kind === 'verb')
  if (
    action !== undefined &&
    (action.form === 'to' || (action.form === 'finite' && opens?.kind === 'subordinator')) &&
    (issue === undefined || action.subject !== undefined)
  )
    ask({ scene, entry, holder, verb: here }, action, into)
  else if (issue !== undefined || !/^(?:request|call|appeal)s?$/.test(entry.words))
    wanted({ scene, entry, holder, verb: here }, issue ?? issueOf('conduct', 1, true), into)
  return true
}

/** "urged Peru to drop its objections": it has not. */
function isAsked(verb: VerbChunk): boolean {
  return hasOwnDoer(verb) && asks(verb.parent)
}

/** The noun has an owner, and who does what the verb tells is someone else. */
function isOfAnother(verb: VerbChunk, noun: NounChunk, holder: Entity): boolean {
  if (holder !== noun.owner) return false
  const doer = doerOf(verb)?.entity
  return doer === undefined || !doer.codes.some((code) => holder.codes.includes(code))
}

const TROUBLES = /^(?:problem|difficulty)$/

/** "a condemnation of Damascus and new sanctions": what is joined to the state condemned is no part of it. */
function isOfState({ clauses, tokens }: Scene, of: number): boolean {
  const state = clauses.chunks[of + 1]
  return (
    clauses.chunks[of]?.kind === 'preposition' &&
    state?.kind === 'noun' &&
    clauses.chunks[of + 2]?.kind === 'conjunction' &&
    ((state.entity?.codes.length ?? 0) > 0 || tokens[state.head]?.capital === true)
  )
}

function nounEntry(scene: Scene, noun: NounChunk, index: number): Entry | undefined {
  const next = scene.clauses.chunks[index + 1]
  const opens = next?.kind === 'subordinator' || (next?.kind === 'verb' && next.form === 'to')
  let found: Entry | undefined
  let best = 0
  for (const { entry, at, length } of scene.hits.stanceNouns) {
    if (at + length !== noun.to || at < noun.from || length > 3) continue
    // "Tehran's nuclear drive"
    if (entry.words === 'drive' && aboutOf(noun, scene.tokens)?.about === 'conduct') continue
    const size = length + (entry.role === 'request' && opens ? 0.5 : 0)
    if (size <= best) continue
    best = size
    found = entry
  }
  return found
}
