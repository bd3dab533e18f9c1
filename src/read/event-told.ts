import { entriesAt } from './asked-acts.js'
import { standsAt } from './before.js'
import { placeIn } from './chunk.js'
import type { VerbChunk } from './chunks.js'
import { isContingent } from './contingent.js'
import { isDoubted } from './done.js'
import { heldBy } from './event-doers.js'
import type { EventFamily } from './event-found.js'
import { type Entry, ROLES } from './lexicon.js'
import { moodOf } from './measure-mood.js'
import type { Scene } from './scene.js'
import { operatorBetween } from './turned.js'
import { isDeniedDoing } from './verb-moods.js'
import { WordSet } from './wordset.js'

/** What governs the verb beyond its own helpers: "will fire and test" shares its modal. */
function modalOf(scene: Scene, verb: VerbChunk): string | undefined {
  if (verb.modal !== undefined || verb.form !== 'finite' || verb.past) return verb.modal
  const { chunks, verbs } = scene.clauses
  if (chunks[verb.index - 1]?.kind !== 'conjunction' || scene.tokens[verb.at]?.lower !== verb.lemma) return undefined
  const before = verbs[verbs.indexOf(verb) - 1]
  if (before === undefined || before.subject !== verb.subject) return undefined
  return before.modal ?? (before.form === 'to' ? 'should' : undefined)
}

/** "the risk of attacking": thought of, not done. */
const IDEAS = new WordSet(
  'possibility risk threats threat idea prospect chance hope option aim goal way ways purpose point talk fear danger'.split(
    ' ',
  ),
)
/** "met to adopt": what the Council does on its way to a decision that it took. */
export const SITTING = new WordSet('hold meet vote gather convene manage move act assemble go proceed'.split(' '))
/** "joined forces to veto it" */
export const JOINING = new WordSet('join combine team unite band'.split(' '))
/** "prompted it to withdraw": caused, and so done. */
const CAUSING = new WordSet('prompt lead cause force drive push'.split(' '))

/** Whether the verb tells something that is, was or will be, and not what is asked, feared or denied. */
export function isTold(scene: Scene, verb: VerbChunk, entry: Entry, family: EventFamily): boolean {
  if (
    (verb.conditional === true && !isReduced(scene, verb, family)) ||
    (verb.negated && entry.negated !== true) ||
    (!verb.negated && entry.negated === true)
  )
    return false
  // "demanded that Eritrea withdraw its troops"
  const { reported } = verb
  if (
    reported !== undefined &&
    verb.form === 'finite' &&
    !verb.past &&
    scene.tokens[verb.at]?.lower === verb.lemma &&
    /^(?:demand|insist|urge|request|propose|recommend|ask|require|suggest|order)$/.test(reported.lemma)
  )
    return false
  // "denied that it had tested a bomb", "denied testing one"
  if (isDoubted(verb) || isDeniedDoing(verb) || isDemanded(scene, verb)) return false
  // "will go on until it signs an agreement"
  if (family.type === 'agreement' && verb.subject?.preposition === 'until' && !verb.past && !verb.perfect) return false
  const modal = modalOf(scene, verb)
  if (modal !== undefined && modal !== 'will' && modal !== 'would' && modal !== "'ll") return false
  // "if sanctions came, it would leave": nothing is planned
  if (modal !== undefined && family.actor !== 'UNSC' && isContingent(scene, verb)) return false
  if (verb.form === 'finite' && isInverted(scene, verb)) return false
  // "asked that sanctions be adopted"
  if (verb.passive && verb.modal === undefined && verb.form === 'finite' && scene.tokens[verb.from]?.lower === 'be')
    return false
  // "in the event that the text is adopted"
  if (inTheEvent(scene, verb)) return false
  // "to have those sanctions adopted"
  if (verb.form === 'participle' && moodOf(scene, verb) !== 'told') return false
  const { parent } = verb
  if (family.type === 'talks-held' && verb.form !== 'finite' && verb.form !== 'participle') return false
  if (family.type === 'agreement' && isSought(verb)) return false
  // "time for the Council to refer it to the court"
  const link = standsAt(scene.clauses.chunks, verb.index - 2)
  if (family.type === 'referral' && verb.form === 'to' && link?.kind === 'preposition' && link.word === 'for')
    return false
  if (verb.form === 'to') {
    const holder = heldBy(scene, verb)
    if (holder !== undefined) return true
    if (parent === undefined || parent.negated || parent.conditional === true) return false
    const done = parent.form === 'finite' && parent.modal === undefined
    if (done && family.actor === 'UNSC' && (SITTING.hasVerb(parent) || JOINING.hasVerb(parent))) return true
    if (done && /^(?:vote|decide)$/.test(parent.lemma)) return true
    // "hope to introduce their text"
    if (
      family.type === 'draft-tabled' &&
      /^(?:hope|aim|want|intend|plan)$/.test(parent.lemma) &&
      parent.modal === undefined
    )
      return true
    if (done && CAUSING.hasVerb(parent)) return true
    if (!parent.passive && entriesAt(scene.tokens, parent.at, scene.to, ROLES.request) !== undefined) return false
    if (parent.modal !== undefined && parent.modal !== 'will' && parent.modal !== 'would') return false
    return operatorBetween(scene, parent, verb) === 'keep'
  }
  if (verb.form === 'ing' && parent !== undefined) {
    const before = scene.clauses.chunks[verb.index - 1]
    // "should take the initiative in drafting a text"
    if (/^(?:should|could|must|might|can|may)$/.test(parent.modal ?? '')) return false
    if (/^(?:stop|refrain|halt|avoid|prevent|ban|prohibit|suspend|cease|bar|forgo)$/.test(parent.lemma)) return false
    if (before?.kind === 'preposition' && /^(?:from|against|without|than|about)$/.test(before.word)) return false
    // "close to reaching a deal", "serious about signing it"
    if (
      family.type === 'agreement' &&
      before?.kind === 'preposition' &&
      /^(?:about|towards?|to|at|on)$/.test(before.word)
    )
      return false
    const idea = scene.clauses.chunks[verb.index - 2]
    if (before?.kind === 'preposition' && idea?.kind === 'noun' && IDEAS.has(scene.tokens[idea.to - 1])) return false
  }
  return true
}

/** "a demand that it withdraw its troops" */
function isDemanded(
  { clauses: { chunks }, tokens }: Scene,
  { at, form, lemma, modal, past, subject }: VerbChunk,
): boolean {
  if (form !== 'finite' || past || modal !== undefined || subject === undefined || tokens[at]?.lower !== lemma)
    return false
  const place = placeIn(chunks, subject)
  const link = standsAt(chunks, place - 1)
  const noun = standsAt(chunks, place - 2)
  return (
    link?.kind === 'subordinator' && link.word === 'that' && noun?.kind === 'noun' && DEMANDS.has(tokens[noun.head])
  )
}
const DEMANDS = new WordSet(
  'demand demands call calls request requests insistence ultimatum proposal condition conditions recommendation'.split(
    ' ',
  ),
)

/** "trying to reach a deal", "would be able to sign it" */
function isSought({ form, modal, parent }: VerbChunk): boolean {
  if (form === 'to') return !MAKING_IT.hasVerb(parent)
  return modal !== undefined && modal !== 'will' && modal !== "'ll"
}
const MAKING_IT = new WordSet(
  'manage agree decide succeed plan prepare expect schedule set vow promise help'.split(' '),
)

/** "if it failed to honour the resolution passed on Thursday": told of the text, not of the condition. */
function isReduced(scene: Scene, verb: VerbChunk, family: EventFamily): boolean {
  const { chunks } = scene.clauses
  const noun = chunks[verb.index - 1]
  const over = chunks[verb.index - 2]
  if (family.actor !== 'UNSC' || verb.passive || verb.modal !== undefined || noun?.kind !== 'noun') return false
  return over?.kind === 'preposition' || (over?.kind === 'verb' && over.to === noun.from)
}

function inTheEvent(scene: Scene, verb: VerbChunk): boolean {
  const from = verb.subject?.from ?? verb.from
  for (let at = from - 1; at >= Math.max(scene.from, from - 3); at--)
    if (scene.tokens[at]?.lower === 'event') return true
  return false
}

/** "Had the text been adopted": the helper stands before the subject. */
export function isInverted(scene: Scene, verb: VerbChunk): boolean {
  return verb.passive && scene.tokens[verb.from]?.lower === 'been'
}

/** Told as to come: with a modal, or "to" and the verb. */
export function isFuture(verb: VerbChunk): boolean {
  return verb.modal !== undefined || verb.form === 'to'
}
