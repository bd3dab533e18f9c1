import { add } from './add-stance.js'
import { askedBy } from './asked.js'
import { entriesAt } from './asked-acts.js'
import { behind, calledAs, isNoPart, isOthersWord, SIDES } from './attitude-objects.js'
import type { Chunk, VerbChunk } from './chunk.js'
import type { Stance } from './claim.js'
import { blames, blocksCondemning } from './condemning.js'
import { fears } from './fears.js'
import { holderOf } from './holders.js'
import { type Issue, issueOf, signed } from './issue.js'
import { issueFrom } from './issues.js'
import { ROLES } from './lexicon.js'
import { againstOpposers, isOpposed, isOtherwise, planOpposed } from './opposers.js'
import { asks } from './reporting.js'
import { isUnderHow } from './requests.js'
import { antecedentIssue, type FoundStance, isText, type Scene, subjectIssue } from './scene.js'
import { FOR, settle } from './settled-stances.js'
import { turned } from './turned.js'
import { alone, contrary, DEFYING, isDenied, isForetold, isPlanned, standing, toldByOthers } from './verb-moods.js'

/** "X opposes sanctions", "the draft was backed by Y", "Z is opposed to the text". */
export function attitude(scene: Scene, told: VerbChunk, into: FoundStance[]): void {
  const verb = isDenied(scene, told) ? contrary(told) : told
  const { tokens, clauses, to } = scene
  const match = entriesAt(tokens, verb.at, to, ROLES.attitude, verb.negated)
  if (match === undefined) return
  const { entry } = match
  if (entry.negated === true && !verb.negated) return
  // "denied that it backed the rebels"
  if (verb !== told && FOR.has(entry.stance as Stance)) return
  if (entry.rule === 'ignore' && (verb.form !== 'finite' || toldByOthers(scene, verb))) return
  if (entry.rule === 'oppose' && isOtherwise(scene, verb, entry.words)) return
  // "stopped short of a veto"
  if (entry.words === 'stop' && tokens[verb.to]?.lower === 'short') return
  // "the opposing sides"
  if (verb.form === 'ing' && verb.lemma === 'oppose' && SIDES.has(tokens[verb.to])) return
  // "accused it of pursuing weapons": what another says of it.
  if (verb.form === 'ing' && /^(?:accuse|suspect)$/.test(verb.parent?.lemma ?? '') && FOR.has(entry.stance as Stance))
    return
  if (verb.modal === 'should' || verb.modal === 'must') {
    // "the Council should support": what another wants of it.
    const asked = holderOf(scene, verb)
    if (asked?.codes.some((code) => code === 'UNSC' || code === 'UN') === true) return
  }
  // "urged Iran to accept the offer": what is asked is not held.
  if (isAsked(verb)) return
  if (verb.modal === 'may' || verb.modal === 'might' || isUnderHow(scene, verb)) return
  // "would abstain rather than use its veto"
  if (tokens[verb.from - 1]?.lower === 'than' && tokens[verb.from - 2]?.lower === 'rather') return
  if (verb.conditional === true && entry.rule === 'back') return
  if (isForetold(verb)) return
  // "hesitated to veto it": an operator
  if (entry.rule === 'undeclared' && clauses.chunks[verb.index + 1]?.kind === 'verb') return
  if (entry.rule === 'take-part' && isNoPart(scene, verb)) return
  const holder = standing(verb) ?? holderOf(scene, verb) ?? (verb.form === 'ing' ? scene.memory.issuers : undefined)
  if (holder === undefined || holder.codes.length === 0) return
  // "Britain denied that Russia opposed it": what another says of it
  if (
    verb !== told &&
    (scene.clauses.speakerAt(verb.index) ?? holder).codes.every((code) => !holder.codes.includes(code))
  )
    return
  // "The Council voted for it" tells a vote, and no view.
  if (/^(?:vote|approve)/.test(entry.words) && holder.codes.length === 1 && holder.codes[0] === 'UNSC') return
  if (isText(scene, verb) && (verb.modal !== undefined || !/^(?:condemn|back)$/.test(entry.rule))) return
  if (
    entry.rule === 'sponsor' &&
    !isPlanned(scene, verb) &&
    (verb.form !== 'finite' || (verb.modal !== undefined && verb.modal !== 'will') || verb.negated) &&
    !(verb.form === 'participle') &&
    !(verb.form === 'ing' && verb.parent?.lemma === 'join')
  )
    return
  if (
    (entry.rule === 'veto' || entry.rule === 'block') &&
    (verb.conditional === true ||
      verb.modal === 'could' ||
      verb.modal === 'can' ||
      verb.modal === 'may' ||
      verb.modal === 'might')
  )
    return
  if (entry.stance === 'opposes' && againstOpposers(scene, verb, holder, entry, into)) return
  // "opposes watering down the draft"
  if (entry.stance === 'opposes' && verb.form === 'ing' && isOpposed(scene, verb)) {
    const kept = issueFrom(clauses.chunks, verb.index + 1, tokens)
    if (kept?.about === 'resolution' || kept?.about === 'sanctions')
      add(scene, into, holder, 'supports', kept, verb, { rule: 'oppose' }, verb.index + 2)
    return
  }
  if (entry.rule === 'condemn' && blocksCondemning(scene, verb)) return
  if (entry.words === 'warn' && !actorAfter(scene, verb)) {
    fears(scene, holder, verb, entry, into)
    return
  }
  if (entry.words === 'warn' && bids(scene, verb)) return
  if (
    (entry.rule === 'veto' || entry.rule === 'undeclared' || entry.rule === 'approve') &&
    holder.codes.some((code) => code === 'UNSC' || code === 'UN')
  )
    return
  if (entry.rule === 'give-in') {
    if (holder.codes.includes(scene.memory.target ?? '')) return
    // "we should not stand aside", "he needs to step aside": what is wanted, and no word of a vote
    if (
      verb.modal === 'should' ||
      verb.modal === 'must' ||
      verb.parent?.lemma === 'need' ||
      verb.parent?.lemma === 'have'
    )
      return
  }
  let object: Issue | undefined =
    verb.passive && verb.subject !== undefined
      ? subjectIssue(scene, verb.subject)
      : issueFrom(clauses.chunks, calledAs(scene, verb) ?? behind(scene, verb, match.length), tokens)
  if (entry.rule === 'oppose') object = planOpposed(scene, verb) ?? object
  if (verb.form === 'participle' && object?.about !== 'resolution')
    object = antecedentIssue(scene, verb.index) ?? object
  if (
    /^(?:vote|abstain|veto)/.test(entry.words) &&
    (object === undefined || (object.weak && object.about === 'sanctions'))
  ) {
    // "Libyans vote on Saturday for an assembly"
    if (entry.words === 'vote for' && object === undefined && holder.codes.includes(scene.memory.target ?? '')) return
    object = issueOf('resolution', 1, true)
  }
  if (standing(verb) !== undefined || (object === undefined && alone(scene, verb)))
    object = issueFrom(clauses.chunks, verb.index + 1, tokens) ?? sentenceIssue(scene) ?? issueOf('resolution', 1, true)
  if (object === undefined && verb.antecedent !== undefined) object = antecedentIssue(scene, verb.antecedent)
  if (/^(?:want|like|see|have|prefer)$/.test(verb.lemma)) {
    // "wants the sanctions lifted", "the matter solved by talks"
    const wish = clauses.verbs.find(
      (each) =>
        each.index > verb.index + 1 &&
        each.index <= verb.index + 4 &&
        (each.form === 'participle' || (each.form === 'finite' && each.past && each.modal === undefined)) &&
        each.agent === undefined,
    )
    const asked = wish === undefined ? undefined : askedBy(clauses.chunks, wish, tokens)
    if (asked !== undefined) object = asked
  }
  if (object === undefined && entry.about === 'conduct' && clauses.chunks[verb.index + 1]?.kind === 'subordinator') {
    // "regretted that the text made no mention of it"
    const clause = clauses.verbs.find((each) => each.reported === verb)
    const told = clause?.subject === undefined ? undefined : subjectIssue(scene, clause.subject)
    if (told?.about === 'resolution') {
      add(scene, into, holder, 'opposes', { about: 'resolution' }, verb, entry, clause?.index ?? verb.index + 2)
      return
    }
    if (fears(scene, holder, verb, entry, into)) return
  }
  if (FOR.has(entry.stance as Stance) && (object === undefined || object.about === 'conduct') && blames(scene, verb)) {
    // "stands by the condemnation", "shares their concern"; "refused to join the condemnation"
    if (turned(scene, 'supports', verb) !== 'supports') return
    add(scene, into, holder, 'opposes', { about: 'conduct' }, verb, entry, verb.index + 2)
    return
  }
  if (
    entry.rule === 'approve' &&
    !verb.passive &&
    (object?.weak !== false || (verb.lemma === 'adopt' && verb.form !== 'to'))
  )
    return
  if (entry.rule === 'undeclared' && object?.about !== 'resolution') return
  // "agreed not to veto it": the infinitive says what
  if (entry.rule === 'approve' && verb.lemma === 'agree' && isInfinitive(clauses.chunks[verb.index + 1])) return
  // "needs to take action": what it is to do
  if (entry.words === 'need' && isInfinitive(clauses.chunks[verb.index + 1]) && verb.subject?.entity?.pronoun !== true)
    return
  // "wanted for a bombing"
  if (verb.lemma === 'want' && verb.form !== 'finite' && verb.form !== 'to' && tokens[verb.to]?.lower === 'for') return
  // "applauded statements by rebel leaders": no words of the Council
  if (
    !verb.passive &&
    object?.about === 'resolution' &&
    object.weak &&
    object.noun !== undefined &&
    isOthersWord(scene, object.noun)
  )
    return
  // "sided with Cairo against the text"
  if (SIDED.test(entry.words) && object?.about !== 'conduct' && object?.noun?.preposition === 'against')
    object = signed(object, -object.sign)
  // "each time it ignores a resolution": a wrong that is told of it.
  if (entry.rule === 'ignore' && verb.modal === undefined && DEFYING.hasVerb(verb)) return
  settle(scene, entry, holder, verb, object, into, calledAs(scene, verb) ?? behind(scene, verb, match.length))
}

const SIDED = /^(?:side|stand|agree|align itself|align themselves) with$/

function isInfinitive(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'verb' && chunk.form === 'to'
}

/** "urged Iran to accept it", "urged Russia to stop blocking it" */
function isAsked(verb: VerbChunk): boolean {
  for (let at = verb, depth = 0; at.form !== 'finite' && at.parent !== undefined && depth < 2; at = at.parent, depth++)
    if (at.form === 'to' && asks(at.parent)) return at.subject !== undefined && at.subject.from > at.parent.from
  return false
}

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

/** "warned the United Nations to tread softly", "warned Peru not to block it": asked, and not blamed. */
function bids(scene: Scene, verb: VerbChunk): boolean {
  const to = scene.clauses.verbs.find((each) => each.parent === verb && each.form === 'to')
  return to !== undefined && to.index <= verb.index + 3
}

/** "warned Iran", not "warned that". */
function actorAfter(scene: Scene, verb: VerbChunk): boolean {
  const next = scene.clauses.chunks[verb.index + 1]
  return next?.kind === 'noun' && next.entity !== undefined && next.entity.codes.length > 0
}
