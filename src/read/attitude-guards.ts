import { isAccord } from './about.js'
import { calledAs, isNoPart, isOthersWord, SIDES } from './attitude-objects.js'
import { isOfUN } from './bodies.js'
import type { Chunk, VerbChunk } from './chunk.js'
import type { Stance } from './claim.js'
import { blocksCondemning } from './condemning.js'
import type { Entity } from './entity.js'
import { holderOf } from './holders.js'
import type { Issue } from './issue.js'
import { issueFrom } from './issues.js'
import type { Entry } from './lexicon.js'
import { isOtherwise } from './opposers.js'
import { asks } from './reporting.js'
import { isUnderHow } from './requests.js'
import { isText, type Scene } from './scene.js'
import { FOR } from './settled-stances.js'
import { isFarFrom, isWarnedOf } from './unexpected.js'
import { DEFYING, isForetold, isPersuadable, isPlanned, toldByOthers } from './verb-moods.js'
import { WordSet } from './wordset.js'

/** The verb's words show no attitude here, whoever its subject is. */
export function isNoAttitude(scene: Scene, verb: VerbChunk, entry: Entry): boolean {
  const { tokens, clauses } = scene
  if (entry.negated === true && !verb.negated) return true
  if (entry.rule === 'ignore' && (verb.form !== 'finite' || toldByOthers(scene, verb))) return true
  // "each time it ignores a resolution": a wrong that is told of it.
  if (entry.rule === 'ignore' && verb.modal === undefined && DEFYING.hasVerb(verb)) return true
  if (entry.rule === 'oppose' && isOtherwise(scene, verb, entry.words)) return true
  // "Russia, which wields a veto, ": it has one
  if (verb.lemma === 'wield' && verb.form === 'finite' && !verb.past && !verb.perfect && verb.modal === undefined)
    return true
  // "stopped short of a veto"
  if (entry.words === 'stop' && tokens[verb.to]?.lower === 'short') return true
  // "got cold feet about vetoing it": an operator
  if (/^get cold feet/.test(entry.words) && isVerbBehind(clauses.chunks, verb.index)) return true
  // "stopped buying its oil": a step of its own
  if (entry.rule === 'hinder' && clauses.chunks[verb.index + 1]?.kind === 'verb') return true
  // "the opposing sides"
  if (verb.form === 'ing' && verb.lemma === 'oppose' && SIDES.has(tokens[verb.to])) return true
  // "accused it of pursuing weapons": what another says of it.
  if (verb.form === 'ing' && /^(?:accuse|suspect)$/.test(verb.parent?.lemma ?? '') && FOR.has(entry.stance as Stance))
    return true
  if (verb.modal === 'should' || verb.modal === 'must') {
    // "the Council should support": what another wants of it.
    if (holderOf(scene, verb)?.codes.some(isOfUN) === true) return true
  }
  // "urged Iran to accept the offer": what is asked is not held.
  if (isAsked(verb)) return true
  if (verb.modal === 'may' || verb.modal === 'might' || isUnderHow(scene, verb)) return true
  // "would abstain rather than use its veto"
  if (tokens[verb.from - 1]?.lower === 'than' && tokens[verb.from - 2]?.lower === 'rather') return true
  if (
    verb.conditional === true &&
    (entry.rule === 'back' || entry.rule === 'go-along' || (entry.rule === 'abstain' && verb.form === 'finite'))
  )
    return true
  // "could be persuaded to abstain"
  if (isPersuadable(verb) || isInPower(scene, verb)) return true
  if (isForetold(verb) || isRefused(scene, verb)) return true
  // "Far from opposing it, Chile helped write it"; "warned Peru against vetoing it"
  if (verb.form === 'ing' && (isFarFrom(scene, verb) || isWarnedOf(scene, verb))) return true
  // "hesitated to veto it": an operator
  if (entry.rule === 'undeclared' && clauses.chunks[verb.index + 1]?.kind === 'verb') return true
  return entry.rule === 'take-part' && isNoPart(scene, verb)
}

/** A verb stands behind the particles of another. */
function isVerbBehind(chunks: readonly Chunk[], index: number): boolean {
  for (let at = index + 1; at < index + 5; at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb') return chunk.form === 'ing'
    if (chunk?.kind === 'comma') return false
  }
  return false
}

/** "does not have the means to enforce it": what one could do, and no word of whether one would. */
function isInPower({ clauses, tokens }: Scene, { form, index, parent }: VerbChunk): boolean {
  const noun = clauses.chunks[index - 1]
  if (form !== 'to' || noun?.kind !== 'noun' || parent === undefined || !OWNING.hasVerb(parent)) return false
  return POWERS.has(tokens[noun.head])
}

const OWNING = new WordSet(['have', 'lack', 'possess', 'need'])
const POWERS = new WordSet('capability capabilities capacity ability means power powers resources equipment'.split(' '))

/** "Peru's reluctance to back the text is known": the noun tells it. */
function isRefused({ clauses, tokens }: Scene, { form, index, parent }: VerbChunk): boolean {
  const noun = clauses.chunks[index - 1]
  return (
    form === 'to' &&
    parent === undefined &&
    noun?.kind === 'noun' &&
    noun.owner !== undefined &&
    REFUSALS.has(tokens[noun.head])
  )
}

const REFUSALS = new WordSet('reluctance refusal unwillingness hesitation hesitancy failure inability'.split(' '))

/** What the verb tells of its subject is no stance that this one holds. */
export function isNotOf(scene: Scene, verb: VerbChunk, entry: Entry, holder: Entity): boolean {
  // "The Council voted for it" tells a vote, and no view.
  if (/^(?:vote|approve)/.test(entry.words) && holder.codes.length === 1 && holder.codes[0] === 'UNSC') return true
  if (isText(scene, verb) && (verb.modal !== undefined || !/^(?:condemn|back)$/.test(entry.rule))) return true
  if (entry.rule === 'sponsor' && !sponsors(scene, verb)) return true
  return (entry.rule === 'veto' || entry.rule === 'block') && (verb.conditional === true || isPossible(verb))
}

function sponsors(scene: Scene, verb: VerbChunk): boolean {
  if (isPlanned(scene, verb) || verb.form === 'participle') return true
  if (verb.form === 'ing')
    return UNDER_WAY.hasVerb(verb.parent) || LEADING.stands(scene.tokens, verb.from - 2, verb.from)
  return verb.form === 'finite' && (verb.modal === undefined || verb.modal === 'will') && !verb.negated
}

/** "joined Chile in drafting it", "has begun circulating a text", "took the lead in drafting it" */
const UNDER_WAY = new WordSet(['join', 'begin', 'start', 'finish', 'lead', 'resume', 'complete'])
const LEADING = new WordSet(['lead', 'initiative', 'role'])

function isPossible({ modal }: VerbChunk): boolean {
  return modal === 'could' || modal === 'can' || modal === 'may' || modal === 'might'
}

/** Nor is it a view of the holder's, once it is known that it opposes no opposition and fears nothing. */
export function isNoView(scene: Scene, verb: VerbChunk, entry: Entry, holder: Entity): boolean {
  const { rule } = entry
  if (rule === 'condemn' && blocksCondemning(scene, verb)) return true
  if (entry.words === 'warn' && bids(scene, verb)) return true
  if ((rule === 'veto' || rule === 'undeclared' || rule === 'approve') && holder.codes.some(isOfUN)) return true
  const ofTarget = holder.codes.includes(scene.memory.target ?? '')
  // "Libyans vote on Saturday for an assembly"
  if (entry.words === 'vote for' && ofTarget && !verb.passive)
    return issueFrom(scene.clauses.chunks, calledAs(scene, verb) ?? verb.index + 1, scene.tokens) === undefined
  if (rule !== 'give-in') return false
  // "we should not stand aside", "he needs to step aside": what is wanted, and no word of a vote
  return (
    ofTarget ||
    verb.modal === 'should' ||
    verb.modal === 'must' ||
    verb.parent?.lemma === 'need' ||
    verb.parent?.lemma === 'have'
  )
}

/** What the verb is about leaves no stance. */
export function isOfNothing(scene: Scene, verb: VerbChunk, entry: Entry, object: Issue | undefined): boolean {
  const { clauses, tokens } = scene
  const before = isInfinitive(clauses.chunks[verb.index + 1])
  if (entry.rule === 'approve' && !verb.passive) {
    // "approved the deal"
    if (object?.noun !== undefined && isAccord(object.noun, tokens) && clauses.chunks[verb.index + 1] === object.noun)
      return false
    if (object?.weak !== false || (verb.lemma === 'adopt' && verb.form !== 'to')) return true
  }
  if (entry.rule === 'undeclared' && object?.about !== 'resolution') return true
  // "agreed not to veto it": the infinitive says what
  if (entry.rule === 'approve' && verb.lemma === 'agree' && before) return true
  // "needs to take action": what it is to do
  if (entry.words === 'need' && before && verb.subject?.entity?.pronoun !== true) return true
  // "wanted for a bombing"
  if (verb.lemma === 'want' && verb.form !== 'finite' && verb.form !== 'to' && tokens[verb.to]?.lower === 'for')
    return true
  // "applauded statements by rebel leaders": no words of the Council
  if (verb.passive || object?.about !== 'resolution' || !object.weak || object.noun === undefined) return false
  return isOthersWord(scene, object.noun)
}

function isInfinitive(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'verb' && chunk.form === 'to'
}

/** "urged Iran to accept it", "urged Russia to stop blocking it" */
function isAsked(verb: VerbChunk): boolean {
  for (let at = verb, depth = 0; at.form !== 'finite' && at.parent !== undefined && depth < 2; at = at.parent, depth++)
    // "was lobbied to oppose it"
    if (at.form === 'to' && at.parent.passive && BIDDING.hasVerb(at.parent)) return true
    else if (at.form === 'to' && asks(at.parent)) return at.subject !== undefined && at.subject.from > at.parent.from
  return false
}

const BIDDING = new WordSet('ask beg encourage invite lobby press pressure push tell urge'.split(' '))

/** "warned the United Nations to tread softly", "warned Peru not to block it": asked, and not blamed. */
function bids(scene: Scene, verb: VerbChunk): boolean {
  const to = scene.clauses.verbs.find((each) => each.parent === verb && each.form === 'to')
  return to !== undefined && to.index <= verb.index + 3
}
