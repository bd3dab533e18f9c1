import { actorOf } from './actor-of.js'
import { add } from './add-stance.js'
import { WRONGS } from './allegations.js'
import { askedBy } from './asked.js'
import { entriesAt } from './asked-acts.js'
import { isBidden, isObject } from './bidden.js'
import type { Chunk, VerbChunk } from './chunk.js'
import type { Clauses } from './clauses.js'
import { isPressed, isSupposed } from './holders.js'
import { ROLES } from './lexicon.js'
import { inPassing, isOwnPlan } from './own-plans.js'
import { isSubjunctive } from './requests.js'
import { end, type FoundStance, type Scene } from './scene.js'
import { operatorBetween, turned } from './turned.js'
import { isUnderBlame } from './undertakings.js'
import { hasOwnDoer } from './verb-moods.js'
import { WordSet } from './wordset.js'

const SANCTIONING = new WordSet(
  'impose increase tighten toughen strengthen intensify extend renew expand reimpose levy slap lift ease maintain keep apply adopt introduce support back join widen broaden step take cut halt put place'.split(
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
  const { tokens, clauses, memory } = scene
  const holder = verb.passive ? undefined : verb.subject === undefined ? undefined : actorOf(scene, verb.subject)
  if (holder === undefined || holder.codes.length === 0) return
  if (isPressed(verb)) return
  if (verb.modal !== undefined && verb.modal !== 'will' && verb.modal !== 'would') return
  if (isSupposed(scene, verb)) return
  // "set its face against sending troops"
  const next = clauses.chunks[verb.index + (clauses.chunks[verb.index + 1]?.kind === 'noun' ? 2 : 1)]
  if (tokens[verb.from - 1]?.lower === 'against' || (next?.kind === 'preposition' && next.word === 'against')) return
  if (
    verb.reported !== undefined &&
    isSubjunctive(tokens, verb) &&
    entriesAt(tokens, verb.reported.at, scene.to, ROLES.request) !== undefined
  )
    return
  if (
    verb.parent !== undefined &&
    verb.form === 'to' &&
    entriesAt(tokens, verb.parent.at, scene.to, ROLES.request) !== undefined &&
    operatorBetween(scene, verb.parent, verb) === undefined
  )
    return
  // "has no intention of invading": the verb behind tells it
  if (verb.lemma === 'have' && tokens[verb.to]?.lower === 'no') return
  // "has no means of enforcing it"
  const { parent } = verb
  if (
    parent?.lemma === 'have' &&
    tokens[parent.to]?.lower === 'no' &&
    operatorBetween(scene, parent, verb) === undefined
  )
    return
  if (isBidden(scene, verb) || isUnderBlame(scene, verb)) return
  const issue = askedBy(clauses.chunks, verb, tokens, false)
  if (issue?.effect === undefined || issue.noun === undefined) return
  const { about } = issue
  if (about === 'talks' && (issue.effect === 'make' || issue.effect === 'stop')) {
    if (verb.subject !== undefined && verb.subject.entity === undefined) return
    if (WRONGS.hasVerb(verb) || isBlamedOn(clauses, verb)) return
    // "contained no talk of it", "quit as peace envoy"
    if (tokens[issue.noun.from]?.lower === 'no' || issue.noun.preposition === 'as') return
    // "the Council began negotiations": on its text
    if (verb.form === 'finite' && holder.codes.length === 1 && holder.codes[0] === 'UNSC') return
    // "withdrew its troops in accordance with the plan": not the plan
    if (issue.effect === 'stop' && !isObject(clauses, verb, issue.noun)) return
    if (verb.lemma === 'leave' && verb.form !== 'to' && verb.modal === undefined && inPassing(scene, verb)) return
    if (issue.effect === 'make' && !issue.sure && !TALKING.hasVerb(verb)) return
    if (verb.form === 'finite' && verb.modal === undefined && (issue.weak || issue.sure || HOLDING.hasVerb(verb)))
      return
    const now = turned(scene, issue.sign === 1 ? 'supports' : 'opposes', verb)
    if (now === undefined) return
    add(
      scene,
      into,
      holder,
      now === 'accepts' ? 'supports' : now,
      { about },
      verb,
      { rule: `deed:${issue.effect}-talks` },
      end(scene, verb.index + 1, issue),
    )
  } else if (
    about === 'implementation' &&
    issue.effect === 'comply' &&
    /^(?:comply|implement|enforce|abide|carry|apply|execute|adhere|respect|honou?r|fulfil|fulfill|observe|uphold)$/.test(
      verb.lemma,
    )
  ) {
    const now = turned(scene, 'supports', verb)
    if (now === undefined || now === 'accepts') return
    add(scene, into, holder, now, { about }, verb, { rule: 'deed:comply' }, end(scene, verb.index + 1, issue))
  } else if (about === 'force' && issue.sure === true && !holder.codes.includes(memory.target ?? '')) {
    if (isAnothers(verb)) return
    // "preventing Gaddafi from bombing the town", "defending itself from attacks": what is prevented is another's
    if (issue.sign === -1 && (!ENDING.hasVerb(verb) || isOfTarget(clauses.chunks[verb.index + 1], memory.target)))
      return
    const now = turned(scene, issue.sign === 1 ? 'supports' : 'opposes', verb)
    // "has no authority to use force", "proved unable to topple him"
    if (now === 'opposes' && verb.form === 'to' && verb.parent !== undefined && CAPABLE.hasVerb(verb.parent)) return
    if (now === undefined || (now === 'supports' && verb.conditional === true)) return
    add(
      scene,
      into,
      holder,
      now === 'accepts' ? 'supports' : now,
      { about },
      verb,
      { rule: 'deed:force' },
      end(scene, verb.index + 1, issue),
    )
  } else if (about === 'conduct' && issue.effect === 'stop' && holder.codes.includes(memory.target ?? '')) {
    const now = turned(scene, 'opposes', verb)
    if (now === 'accepts')
      add(
        scene,
        into,
        holder,
        'supports',
        { about },
        verb,
        { rule: 'deed:will-not-stop' },
        end(scene, verb.index + 1, issue),
      )
  } else if (
    about === 'sanctions' &&
    !holder.codes.includes('UNSC') &&
    !holder.codes.includes('UN') &&
    SANCTIONING.hasVerb(verb) &&
    !isAnothers(verb) &&
    !(issue.weak && verb.lemma === 'take') &&
    (issue.effect === 'make' || issue.effect === 'stop') &&
    (verb.modal !== undefined || verb.form !== 'finite')
  ) {
    if (
      !verb.conditional &&
      !holder.codes.includes('UNSC') &&
      (verb.form === 'to'
        ? verb.parent !== undefined && operatorBetween(scene, verb.parent, verb) !== undefined
        : verb.modal === 'will' || (verb.modal === 'would' && isOwnPlan(verb, holder)))
    ) {
      const then = turned(scene, issue.sign === 1 ? 'supports' : 'opposes', verb)
      // "has no plans to lift them"
      const now = then === 'accepts' && issue.sign === -1 ? 'supports' : then
      if (now !== undefined && now !== 'accepts' && !holder.codes.includes(memory.target ?? ''))
        add(scene, into, holder, now, { about }, verb, { rule: 'deed:sanctions' }, end(scene, verb.index + 1, issue))
    }
  }
}
