import { aboutOf } from './about.js'
import { entriesAt } from './asked-acts.js'
import type { VerbChunk } from './chunks.js'
import type { MeasureStatus } from './claim.js'
import { isDone } from './done.js'
import { ROLES } from './lexicon.js'
import { PASSING } from './measure-law.js'
import { ASKING, byLaw, CALLS, CAUSING, ORDERING, tellsDraft } from './measure-prospects.js'
import { isAwaited, isSetOut, isUnderWould, isWished } from './measure-undone.js'
import { isWeighed, textOfTokens } from './measure-words.js'
import type { Scene } from './scene.js'
import { operatorBetween } from './turned.js'
import { WordSet } from './wordset.js'

/** Nouns by which one speaks of one's own step. */
const OWN_CALLS = new WordSet(['threats', 'threat', 'plans', 'plan'])
/** What is wished, feared or weighed. */
const PLANS =
  /^(?:calls?|demands?|idea|possibility|prospect|option|plans?|proposals?|threats?|talk|way|purpose|aim|goal|favou?r|support|intention|hope|push|case|merits?|risk)$/

const TEXTS = new WordSet(['resolution', 'resolutions', 'text'])

/** "urged the Council to be ready to sanction": asked for further up. */
function isAsked(scene: Scene, parent: VerbChunk | undefined): boolean {
  for (let at = parent?.parent, depth = 0; at !== undefined && depth < 3; at = at.parent, depth++)
    if (entriesAt(scene.tokens, at.at, scene.to, ROLES.request) !== undefined || ASKING.hasVerb(at)) return true
  return false
}

/**
 * Proposed, announced, in force or lifted, by tense, modality and who speaks; undefined where the verb denies it.
 * What the Council's text says is in force once the article told its adoption, and proposed while it tells a draft.
 */
export function statusOf(
  scene: Scene,
  verb: VerbChunk,
  kind: string,
  by: readonly string[],
  negatedEntry: boolean,
): MeasureStatus | undefined {
  const council = by.includes('UNSC')
  // "if the EU imposed sanctions", "unless it is lifted": no more than weighed
  if (verb.conditional === true && verb.form === 'finite')
    return kind === 'lift' || verb.negated || verb.perfect || (verb.passive && verb.agent === undefined)
      ? undefined
      : 'proposed'
  if (kind === 'lift') return isLiftedBy(scene, verb) ? 'lifted' : undefined
  if (verb.negated && !negatedEntry) return undefined
  if (isOfDraft(scene, verb, council)) return 'proposed'
  const open = council && scene.memory.text === 'draft' && !byLaw(scene, verb) ? 'proposed' : 'in-force'
  if (verb.form === 'participle') return open
  if (verb.lemma === 'threaten') return 'proposed'
  // "demands that an embargo be imposed"
  if (verb.passive && verb.form === 'finite' && verb.modal === undefined && scene.tokens[verb.from]?.lower === 'be')
    return /^(?:order|decree|decide|announce|direct|instruct)$/.test(verb.reported?.lemma ?? '')
      ? 'in-force'
      : 'proposed'
  if (verb.form === 'finite' && verb.modal === undefined) return ofFinite(scene, verb, council, open)
  // "states must expel the workers", "under the resolution, states shall …"
  const bidden = negatedEntry || (/^(?:must|shall)$/.test(verb.modal ?? '') && !isAskedBy(scene, verb))
  if (council && verb.modal !== undefined && bidden) return open
  if (verb.modal !== undefined) return ofModal(scene, verb, council)
  return verb.form === 'to' ? ofInfinitive(scene, verb, council, open) : ofGerund(scene, verb, council, open)
}

const DEMANDING = new WordSet('demand urge request insist recommend propose suggest ask want call plead'.split(' '))

/** Whether the lifting is told as done, decided or ordered. */
function isLiftedBy(scene: Scene, verb: VerbChunk): boolean {
  // "demanded that it be lifted"
  if (verb.negated || verb.conditional === true || scene.tokens[verb.from]?.lower === 'be') return false
  // "demanded that the bloc lift the sanctions"
  if (verb.form === 'finite' && !verb.past && verb.reported !== undefined && DEMANDING.hasVerb(verb.reported))
    return false
  // "would agree provided the bloc lifted the sanctions"
  if (isWished(scene, verb)) return false
  if (verb.subject !== undefined && isAwaited(scene, verb, verb.subject.from)) return false
  if (
    verb.passive ? verb.modal === undefined && verb.form !== 'to' : verb.form === 'finite' && verb.modal === undefined
  )
    return true
  // "decided to lift"
  const { parent } = verb
  if (verb.form !== 'to' || parent?.form !== 'finite' || parent.modal !== undefined || parent.negated) return false
  // "passed a resolution to ease"
  if (PASSING.hasVerb(parent) && TEXTS.has(scene.tokens[verb.from - 1])) return true
  return /^(?:decide|agree|vote|move|order|direct|instruct|begin|start)$/.test(parent.lemma)
}

/** By a text that is not adopted, or as one of the steps that are weighed. */
function isOfDraft(scene: Scene, verb: VerbChunk, council: boolean): boolean {
  if (/\b(?:draft|proposal|proposed|amendment|possible|potential)\b/.test(subjectOf(scene, verb))) return true
  if (isWeighed(scene, verb)) return true
  return council && tellsDraft(scene) && scene.memory.text !== 'adopted'
}

/** "The embargo must be tightened, the envoy said": another than the Council asks for it. */
function isAskedBy(scene: Scene, verb: VerbChunk): boolean {
  const teller = scene.clauses.speakerAt(verb.index)
  return verb.passive && teller !== undefined && teller.codes.length > 0 && !teller.codes.includes('UNSC')
}

/** The words of a verb's subject. */
function subjectOf(scene: Scene, { subject }: VerbChunk): string {
  return subject === undefined ? '' : textOfTokens(scene, subject.from, subject.to)
}

/** "imposed", "has banned", "freezes"; `open` is what holds while nothing tells more. */
function ofFinite(scene: Scene, verb: VerbChunk, council: boolean, open: MeasureStatus): MeasureStatus {
  if (isUnderWould(scene, verb)) return 'proposed'
  const parent = verb.reported
  if (parent !== undefined && /^(?:demand|urge|propose|request|want|recommend|suggest)$/.test(parent.lemma))
    return 'proposed'
  if (ASKING.hasVerb(verb)) return council ? 'proposed' : 'announced'
  return verb.past || verb.perfect ? 'in-force' : open
}

/** "would impose", "will ban", "could freeze" */
function ofModal(scene: Scene, verb: VerbChunk, council: boolean): MeasureStatus {
  if (council) {
    const fromText = /\b(?:resolution|measures?|text|document|statement|sanctions?)\b/.test(subjectOf(scene, verb))
    return scene.memory.text === 'adopted' && (fromText || isSetOut(scene, verb)) ? 'in-force' : 'proposed'
  }
  // "said it would suspend": what one says of oneself is announced.
  const said = verb.reported?.subject?.entity?.codes[0]
  const own = verb.modal === 'would' && said !== undefined && verb.subject?.entity?.codes[0] === said
  return verb.modal === 'will' || (own && !ASKING.hasVerb(verb.reported)) ? 'announced' : 'proposed'
}

/** "to impose": by the verb that it hangs on. */
function ofInfinitive(scene: Scene, verb: VerbChunk, council: boolean, open: MeasureStatus): MeasureStatus | undefined {
  const { parent } = verb
  if (council && isAsked(scene, parent)) return 'proposed'
  if (parent === undefined) return ofTitle(scene, verb, council, open)
  if (CAUSING.hasVerb(parent) && (isDone(parent) || parent.form === 'ing')) return 'in-force'
  if (isWayOfDoing(scene, parent, council)) return 'in-force'
  // "The EU is to impose"
  const held = verb.subject?.entity?.codes.length ?? 0
  const due = parent.lemma === 'be' && held > 0 && parent.index === verb.index - 1
  if (due && parent.modal === undefined && !parent.negated) return council ? 'proposed' : 'announced'
  if (ORDERING.has(parent.lemma) && isPlainFinite(parent) && !(council && scene.memory.text === 'draft'))
    return 'in-force'
  if (council && isVoted(scene, verb, parent)) return 'in-force'
  if (/^(?:vow|pledge|promise|commit|announce)$/.test(parent.lemma)) return 'announced'
  if (council) return isBySettledText(scene, parent) ? 'in-force' : 'proposed'
  return ofAim(scene, verb, parent)
}

function isPlainFinite(verb: VerbChunk): boolean {
  return verb.form === 'finite' && verb.modal === undefined
}

/** "EU to impose sanctions", "the first resolution to ban": an infinitive that hangs on no verb. */
function ofTitle(scene: Scene, verb: VerbChunk, council: boolean, open: MeasureStatus): MeasureStatus {
  const straightOn = scene.clauses.chunks[verb.index - 1] === verb.subject
  if (!council && straightOn && verb.subject?.entity !== undefined) return 'announced'
  if (open === 'proposed') return open
  return council && scene.memory.text === 'adopted' ? 'in-force' : 'proposed'
}

/** "tightens the embargo by ordering states to search ships" */
function isWayOfDoing(scene: Scene, parent: VerbChunk, council: boolean): boolean {
  const outer = parent.form === 'ing' && ORDERING.has(parent.lemma) ? parent.parent : undefined
  if (outer === undefined || !isPlainFinite(outer) || outer.negated) return false
  return !(council && scene.memory.text === 'draft') && !tellsDraft(scene)
}

/** "voted to impose"; of a text that was adopted, "states will have to search ships". */
function isVoted(scene: Scene, verb: VerbChunk, parent: VerbChunk): boolean {
  const straight = scene.clauses.chunks[verb.index - 1]?.kind !== 'noun'
  if (straight && isPlainFinite(parent) && /^(?:vote|agree|decide)$/.test(parent.lemma)) return true
  return scene.memory.text === 'adopted' && parent.lemma === 'have' && parent.modal === 'will'
}

/** Whether a text that is adopted, or told as a thing that stands, says so. */
function isBySettledText(scene: Scene, parent: VerbChunk): boolean {
  const done = isPlainFinite(parent)
  const { text } = scene.memory
  if (text === 'adopted') return done || parent.form === 'ing'
  if (text !== undefined || !done || parent.subject === undefined) return false
  return aboutOf(parent.subject, scene.tokens)?.about === 'resolution'
}

/** What a state or a bloc other than the Council is to do, by the verb above. */
function ofAim(scene: Scene, verb: VerbChunk, parent: VerbChunk): MeasureStatus | undefined {
  if (
    entriesAt(scene.tokens, parent.at, scene.to, ROLES.request) !== undefined &&
    verb.subject?.entity !== parent.subject?.entity
  )
    return 'proposed'
  const before = scene.clauses.chunks[verb.index - 1]
  // "has started to bar officials"
  const begun = before === parent && isDone(parent) && !parent.negated
  if (begun && /^(?:start|begin)$/.test(parent.lemma)) return 'in-force'
  if (
    /^(?:threaten|consider|seek|want|call|urge|push|hope|initiate|start|begin|try|attempt|plan|propose)$/.test(
      parent.lemma,
    )
  )
    return 'proposed'
  if (before?.kind === 'noun' && (CALLS.has(scene.tokens[before.to - 1]) || OWN_CALLS.has(scene.tokens[before.to - 1])))
    return 'proposed'
  const turn = operatorBetween(scene, parent, verb)
  return turn === 'keep' ? 'announced' : turn === 'against' ? undefined : 'in-force'
}

/** "by imposing", "joined in imposing" are done; "considering imposing", "calls for imposing" are not. */
function ofGerund(scene: Scene, verb: VerbChunk, council: boolean, open: MeasureStatus): MeasureStatus {
  const link = scene.clauses.chunks[verb.index - 1]
  const noun = scene.clauses.chunks[verb.index - 2]
  const { parent } = verb
  if (
    link?.kind === 'preposition' &&
    /^(?:for|of|about)$/.test(link.word) &&
    (noun?.kind !== 'noun' || PLANS.test(scene.tokens[noun.to - 1]?.lower ?? '')) &&
    !/^(?:criticize|criticise|condemn|blame|praise|thank|accuse|punish|denounce)$/.test(parent?.lemma ?? '')
  )
    return 'proposed'
  if (parent !== undefined && (ASKING.hasVerb(parent) || /^(?:mean|hold|call)$/.test(parent.lemma))) return 'proposed'
  // "will tighten its sanctions by freezing funds"
  if (parent?.modal === 'will' && !council && link?.kind === 'preposition' && link.word === 'by') return 'announced'
  if (parent?.modal !== undefined && !(council && byLaw(scene, verb))) return 'proposed'
  return open
}
