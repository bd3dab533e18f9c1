import { aboutOf } from './about.js'
import { entriesAt } from './asked-acts.js'
import { standsAt } from './before.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { isDone, isDoubted } from './done.js'
import { ROLES } from './lexicon.js'
import { CAUSING, ORDERING, WANTING } from './measure-prospects.js'
import { reports } from './reporting.js'
import type { Scene } from './scene.js'
import { READY } from './verb-moods.js'

/** How a measure stands to what is: told as done or announced, only wished, feared or weighed, or denied. */
export type Mood = 'told' | 'open' | 'denied'

/** What wishes, fears or weighs what stands under it. */
export const WISHING = new Set([
  ...WANTING,
  ...'resist hope wish expect ask call argue believe mean debate see lack find risk wait examine plan seem appear imagine welcome await question doubt shun dread convince persuade pressure encourage coax prod implore'.split(
    ' ',
  ),
])
/** What one does not come to do. */
export const FAILING = new Set(
  'refuse fail decline hesitate stop forgo refrain abstain drop neglect shrink balk baulk recoil bristle shy'.split(
    ' ',
  ),
)
/** One's own steps: who plans or threatens them would take them. */
const OWN = new Set(
  'consider weigh mull plan prepare contemplate threaten discuss vow pledge promise agree decide vote announce move intend study debate begin start continue proceed commit help join act use meet go aim manage set'.split(
    ' ',
  ),
)
/** Nouns of wish, thought or fear that take a measure after a preposition or a verb after "to". */
export const THOUGHTS = new Set(
  'call calls thought thoughts notion mention demand demands proposal proposals threat threats possibility prospect talk idea plan plans push appetite opposition objection objections resistance support backing need case risk fear fears option options question request requests appeal appeals pressure time moment reason reasons way ways intention intent desire wish readiness willingness reluctance refusal move moves effort efforts bid attempt attempts consideration discussion discussions debate introduction adoption merit merits effect hope hopes aim goal purpose warning warnings chance right mood justification basis grounds benefit alternative alternatives agreement deal accord consensus stage step element elements names name supporters opponents proponents advocates backers critics champions candidates'.split(
    ' ',
  ),
)
/** How what a verb tells stands to what is. */
export function moodOf(scene: Scene, verb: VerbChunk): Mood {
  // "denied that it had frozen", "had the bloc imposed"
  if (verb.form === 'finite' && (isDoubted(verb) || isInverted(scene, verb))) return 'denied'
  if (verb.negated) return verb.modal === undefined && verb.form === 'finite' ? 'denied' : 'open'
  if (verb.conditional === true) return 'open'
  if (verb.form === 'finite') return verb.modal === undefined || verb.modal === 'will' ? 'told' : 'open'
  const before = standsAt(scene.clauses.chunks, verb.index - 1)
  if (verb.form === 'ing') return ofGerund(scene, verb)
  if (verb.form === 'participle') return carried(scene, verb.subject) ? 'open' : broughtAbout(scene, verb)
  const { parent } = verb
  // "discussing whether to impose"
  if (/^(?:whether|how|when|if)$/.test(scene.tokens[verb.from - 1]?.lower ?? '')) return 'open'
  // "attempts in the Council to impose"
  const far = scene.clauses.chunks[verb.index - 3]
  const over =
    before?.kind === 'noun' && /^(?:in|by|of)$/.test(before.preposition ?? '') && before.entity && far?.kind === 'noun'
      ? far
      : before
  // "announced plans to freeze funds"
  if (parent !== undefined && over === verb.subject && /^(?:announce|unveil|approve)$/.test(parent.lemma))
    return under(scene, parent, verb)
  // "has no plans to impose", not "has no choice but to impose"
  if (parent?.lemma === 'have' && scene.tokens[parent.to]?.lower === 'no' && before?.kind === 'noun') return 'denied'
  if (over?.kind === 'noun' && THOUGHTS.has(headOf(scene, over))) return 'open'
  // "EU to impose sanctions": a headline
  if (parent === undefined && before === verb.subject && verb.subject?.entity !== undefined) return 'told'
  if (before?.kind === 'adjective' || parent === undefined) return parent?.passive === true ? 'told' : 'open'
  return under(scene, parent, verb)
}

/** "Had the bloc imposed an embargo": it did not. */
function isInverted(scene: Scene, { index, subject }: VerbChunk): boolean {
  const { chunks } = scene.clauses
  const had = standsAt(chunks, index - 2)
  if (had?.kind !== 'verb' || scene.tokens[had.at]?.lower !== 'had' || chunks[index - 1] !== subject) return false
  return (
    had.subject === undefined &&
    (index === 2 || chunks[index - 3]?.kind === 'open' || chunks[index - 3]?.kind === 'comma')
  )
}

/** "to have those sanctions adopted": as the verb that brings it about. */
function broughtAbout(scene: Scene, verb: VerbChunk): Mood {
  const { chunks } = scene.clauses
  const causing = standsAt(chunks, verb.index - 2)
  if (standsAt(chunks, verb.index - 1)?.kind !== 'noun' || causing?.kind !== 'verb') return 'told'
  // "wants the draft adopted"
  if (/^(?:want|like|need|wish|prefer)$/.test(causing.lemma)) return 'open'
  return /^(?:have|get|see)$/.test(causing.lemma) ? moodOf(scene, causing) : 'told'
}

/** What hangs on `parent`. */
function under(scene: Scene, parent: VerbChunk, child: VerbChunk): Mood {
  if (FAILING.has(parent.lemma)) return 'denied'
  // "have yet to apply sanctions"
  if (child.form === 'to' && scene.tokens[child.from - 1]?.lower === 'yet') return 'denied'
  // "will not follow others in imposing", "does not plan to impose"
  if (parent.negated && parent.form === 'finite' && (OWN.has(parent.lemma) || parent.lemma === 'follow'))
    return 'denied'
  if (parent.negated || parent.conditional === true) return 'open'
  // "prompted the bloc to impose sanctions"
  if (CAUSING.hasVerb(parent) && (isDone(parent) || parent.form === 'ing')) return 'told'
  // "has ordered banks to freeze"
  if (ORDERING.has(parent.lemma) && parent.modal === undefined && parent.form === 'finite') return 'told'
  // "vowed to impose", "is considering imposing": what becomes of it the status tells
  if (OWN.has(parent.lemma) && parent.modal === undefined && parent.form === 'finite') return 'told'
  if (parent.copula && parent.index + 1 !== child.index) return 'open'
  // "the resolution calls on states to freeze": a text does what it asks
  if (parent.subject !== undefined && aboutOf(parent.subject, scene.tokens)?.about === 'resolution') return 'told'
  // "It also calls on states to inspect ships", of a text that was adopted
  if (
    scene.memory.text === 'adopted' &&
    parent.form === 'finite' &&
    parent.modal === undefined &&
    isIt(scene, parent.subject)
  )
    return 'told'
  if (WISHING.has(parent.lemma) && !parent.passive) return 'open'
  if (parent.modal !== undefined && parent.modal !== 'will') return 'open'
  if (!parent.passive && entriesAt(scene.tokens, parent.at, scene.to, ROLES.request) !== undefined) return 'open'
  return parent.form === 'finite' ? 'told' : moodOf(scene, parent)
}

/** "it", that stands for the Council or its text */
function isIt(scene: Scene, noun: NounChunk | undefined): boolean {
  if (noun === undefined || scene.tokens[noun.from]?.lower !== 'it' || noun.to > noun.from + 1) return false
  return noun.entity?.codes.includes('UNSC') === true
}

/** "by imposing" is done; "warned against imposing", "imposing it would", "considers imposing" are not. */
function ofGerund(scene: Scene, verb: VerbChunk): Mood {
  const { chunks, verbs } = scene.clauses
  const before = chunks[verb.index - 1]
  const { parent } = verb
  if (before?.kind === 'preposition') {
    if (/^(?:without|than)$/.test(before.word)) return 'denied'
    const held = chunks[verb.index - 2]
    const shy = held?.kind === 'verb' ? held : parent
    if (/^(?:of|at|from)$/.test(before.word) && shy !== undefined && FAILING.has(shy.lemma)) return 'denied'
    if (/^(?:against|about|before|from|to|toward|towards|on|over)$/.test(before.word)) return 'open'
    const thought = chunks[verb.index - 2]
    if (thought?.kind === 'noun' && /^(?:of|for)$/.test(before.word) && THOUGHTS.has(headOf(scene, thought)))
      // "has no intention of imposing"
      return scene.tokens[thought.from]?.lower === 'no' ? 'denied' : 'open'
    if (before.word === 'for' && parent !== undefined && thought === parent && WISHING.has(parent.lemma)) return 'open'
    return 'told'
  }
  // "Any resolution imposing sanctions"
  if (before?.kind === 'noun') return carried(scene, before) ? 'open' : 'told'
  // "said imposing it would be costly"
  const told = before?.kind === 'verb' && before.form === 'finite' && reports(before)
  const leads = before === undefined || before.kind === 'subordinator' || before.kind === 'open' || told
  const next = verbs.find((each) => each.index > verb.index && each.form === 'finite')
  if (leads && next !== undefined && !chunks.slice(verb.index, next.index).some((chunk) => chunk.kind === 'comma'))
    return 'open'
  if (before?.kind === 'verb' && parent !== undefined) return under(scene, parent, verb)
  return parent === undefined ? 'told' : moodOf(scene, parent) === 'told' ? 'told' : 'open'
}

/** "any resolution", "a resolution that they would veto": none that exists. */
function carried(scene: Scene, noun: NounChunk | undefined): boolean {
  return noun !== undefined && /^(?:any|no|possible|such)$/.test(scene.tokens[noun.from]?.lower ?? '')
}

/** Whether the one who holds the verb takes the step: "threatened to impose", not "warned against imposing". */
export function isOwnStep(scene: Scene, verb: VerbChunk): boolean {
  if (verb.form === 'finite' || verb.form === 'participle') return true
  const { parent } = verb
  if (parent === undefined) return false
  // "is ready to blacklist them"
  if (verb.form === 'to' && parent.copula && !parent.negated && READY.has(scene.tokens[verb.from - 1])) return true
  // "wants the Council to impose"
  if (verb.form === 'to' && verb.subject !== undefined && verb.subject !== parent.subject) return true
  return OWN.has(parent.lemma) && !parent.negated
}

/** The last word of a noun phrase. */
export function headOf(scene: Scene, noun: NounChunk): string {
  return scene.tokens[noun.to - 1]?.lower ?? ''
}
