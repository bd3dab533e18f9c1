import { doerOf, type NounChunk, sameVerb, type VerbChunk, verbChunk } from './chunk.js'
import { canHold, type Entity } from './entity.js'
import { holderOf } from './holders.js'
import { issueOf } from './issue.js'
import { issueFrom } from './issues.js'
import type { Entry } from './lexicon.js'
import { drops, LIGHT } from './light-verbs.js'
import { ASIDE, brings, isAbsent, isOwn, isReceived, isStillToWin, isVetoCast } from './noun-guards.js'
import { agentAfter, agentBeyond, ledBy, verbBefore } from './noun-holders.js'
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
import type { FoundStance, Scene } from './scene.js'
import { settle } from './settled-stances.js'
import { hasOwnDoer } from './verb-moods.js'
import { WordSet } from './wordset.js'

const NONE = new WordSet(['no', 'little', 'scant'])

/** Nouns that carry a stance: "Beijing's opposition to the draft", "expressed concern over", "amid opposition by Russia and China". */
export function nouns(scene: Scene, into: FoundStance[]): void {
  if (scene.hits.stanceNouns.length === 0) return
  const { tokens, clauses } = scene
  for (let i = 0; i < clauses.chunks.length; i++) {
    const noun = clauses.chunks[i]
    if (noun?.kind !== 'noun') continue
    const match = nounEntry(scene, noun, i)
    if (match === undefined) continue
    // "its problems", "economic difficulties": only "problems with the text" are held
    if (TROUBLES.test(match.words) && tokens[noun.to]?.lower !== 'with') continue
    const verb = verbBefore(clauses, i)
    const after = agentAfter(clauses, i)
    let holder: Entity | undefined =
      ledBy(clauses, noun) ??
      (noun.owner !== undefined && (noun.owned !== undefined || isDenounced(scene, noun, i))
        ? noun.owner
        : (after ?? noun.owner ?? agentBeyond(clauses, i + 1)))
    // "added that the opposition has compiled a list": what follows is said of it
    const light =
      verb !== undefined &&
      LIGHT.hasVerb(verb) &&
      !clauses.verbs.some((each) => each.subject === noun && each.form === 'finite' && !each.passive && !each.copula)
    // "with only Algeria in opposition"
    const beside = noun.preposition === 'in' && noun.to === noun.from + 1 ? clauses.chunks[i - 2] : undefined
    if (beside?.kind === 'noun' && beside.preposition === 'with' && beside.entity !== undefined) holder = beside.entity
    // "China's threat of a veto"
    const held = noun.preposition === 'of' ? clauses.chunks[i - 2] : undefined
    if (holder === undefined && match.rule === 'veto' && held?.kind === 'noun') holder = held.owner
    if (holder === undefined && verb !== undefined && light && verb.index >= i - 5 && !brings(verb, match))
      holder = holderOf(scene, verb)
    if (!canHold(holder)) continue
    // "the unity of the Council" is no word of the Council's.
    if (holder === after && holder.codes.includes('UNSC')) continue
    if (verb !== undefined && verb.index >= i - 3 && (after ?? noun.owner) === holder && isStillToWin(verb)) continue
    if (isAbsent(scene, noun, verb, i)) continue
    // "British interests would be served"
    if (match.words === 'interest' && tokens[noun.to]?.lower !== 'in') continue
    if (
      verb !== undefined &&
      verb.index >= i - 3 &&
      after === undefined &&
      isReceived(scene, match.words, verb, holder)
    )
      continue
    if (match.rule === 'veto' && !isVetoCast(scene, noun, verb)) continue
    const dropped = verb !== undefined && drops(scene, verb) && match.role === 'attitude' && isOwn(scene, verb, holder)
    if (verb !== undefined && isAsked(verb) && (dropped || (holder === noun.owner && holder.pronoun === true))) continue
    // "refused to heed Norway's calls for talks": what another does about it turns nothing that Norway holds
    const another = verb !== undefined && !light && isOfAnother(verb, noun, holder)
    const here = verb === undefined || another ? verbChunk(noun.from, noun.to, noun.head) : sameVerb(verb)
    here.index = i
    here.negated = (verb !== undefined && light && verb.negated) !== dropped
    // "unable to agree because of Russian objections", "has to overcome Chinese opposition": what is done about them turns nothing
    if (!light || (verb !== undefined && !isOwn(scene, verb, holder))) here.parent = undefined
    const link = clauses.chunks[i + 1]
    if (
      match.about === 'conduct' &&
      !light &&
      after === undefined &&
      link?.kind !== 'subordinator' &&
      (link?.kind !== 'preposition' || ASIDE.has(link.word))
    )
      continue
    if (NONE.has(tokens[noun.from])) {
      // "has no objection to", "showed no interest in"
      if (match.role !== 'attitude' || match.about !== undefined || !light || dropped || here.negated) continue
      if (
        match.stance !== 'opposes' &&
        !/^(?:support|backing|enthusiasm|interest|sympathy|desire|wish|readiness|willingness)$/.test(match.words)
      )
        continue
      here.negated = true
    }
    // "Germany's preference is for dialogue"
    const being = clauses.chunks[i + 1]
    const start =
      being?.kind === 'verb' && being.copula && being.subject === noun ? i + 2 : after === undefined ? i + 1 : i + 3
    const ofState = match.about === 'conduct' && isOfState(scene, i + 1)
    const issue =
      (ofState ? undefined : issueFrom(clauses.chunks, start, tokens)) ??
      feared(scene, i, match) ??
      (after === undefined || match.about === 'conduct' ? undefined : nearIssue(scene, i)) ??
      (match.about === 'conduct' ? undefined : stopped(scene, noun)) ??
      (match.about === 'conduct' || !(amid(scene, noun, verb, i) || gained(scene, noun, verb, i, match))
        ? undefined
        : (nearIssue(scene, i) ?? laterIssue(scene, i) ?? theirText(scene, match))) ??
      (match.about === undefined &&
      standsAlone(match, verb) &&
      (light || after !== undefined || winning(verb, i) || amid(scene, noun, verb, i))
        ? raised(scene, i, after)
        : undefined)
    if (match.role === 'request') {
      const opens = clauses.chunks[after === undefined ? i + 1 : i + 3]
      const asks =
        (opens?.kind === 'preposition' && /^(?:for|to|on|upon)$/.test(opens.word)) ||
        opens?.kind === 'subordinator' ||
        (opens?.kind === 'verb' && opens.form === 'to')
      if (!asks || (another && issue === undefined && holder.codes.includes(scene.memory.target ?? ''))) continue
      const action = clauses.chunks.slice(i + 1, i + 6).find((chunk): chunk is VerbChunk => chunk.kind === 'verb')
      if (
        action !== undefined &&
        (action.form === 'to' || (action.form === 'finite' && opens?.kind === 'subordinator')) &&
        (issue === undefined || action.subject !== undefined)
      )
        ask(scene, holder, here, action, match, into)
      else if (issue !== undefined || !/^(?:request|call|appeal)s?$/.test(match.words))
        wanted(scene, holder, here, issue ?? issueOf('conduct', 1, true), match, into, undefined)
    } else settle(scene, match, holder, here, issue, into, i + 1)
    if (verb !== undefined && verb.lemma === 'echo' && noun.owner !== undefined) {
      const echo = holderOf(scene, verb)
      if (echo !== undefined) {
        if (match.role === 'request')
          wanted(scene, echo, here, issue ?? issueOf('conduct', -1, true), match, into, undefined)
        else settle(scene, match, echo, here, issue, into, i + 1)
      }
    }
  }
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

const DENOUNCING = new WordSet(
  'condemnation condemnations denunciation denunciations criticism criticisms censure rebuke accusation accusations'.split(
    ' ',
  ),
)

/** "its routine denunciations of Israel": what stands behind "of" is denounced. */
function isDenounced({ clauses, tokens }: Scene, noun: NounChunk, at: number): boolean {
  const of = clauses.chunks[at + 1]
  return of?.kind === 'preposition' && of.word === 'of' && DENOUNCING.has(tokens[noun.head])
}

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
    const size = length + (entry.role === 'request' && opens ? 0.5 : 0)
    if (size <= best) continue
    best = size
    found = entry
  }
  return found
}
