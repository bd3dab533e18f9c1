import { aboutOf } from './about.js'
import { entriesAt } from './asked-acts.js'
import { placeIn } from './chunk.js'
import type { VerbChunk } from './chunks.js'
import type { MeasureStatus } from './claim.js'
import { isDone } from './done.js'
import { ROLES } from './lexicon.js'
import { isLaw, PASSING } from './measure-standing.js'
import { isAwaited, isSetOut, isUnderWould, isWished } from './measure-undone.js'
import { isWeighed, textOfTokens } from './measure-words.js'
import type { Scene } from './scene.js'
import { operatorBetween } from './turned.js'
import { WordSet } from './wordset.js'

const ASKING = new WordSet(
  'seek want support back oppose consider discuss push reject favor favour prefer threaten propose demand urge request recommend suggest weigh study mull contemplate float warn avoid avert press lobby need fear negotiate prepare advocate endorse rule exclude prevent hint allude'.split(
    ' ',
  ),
)
const CALLS = new WordSet(
  'calls call demands demand proposals proposal pressure appeals appeal requests request moves move push threats threat plans plan'.split(
    ' ',
  ),
)
/** "ordered banks to freeze": an order is in force. */
export const ORDERING = new Set(
  'order instruct direct oblige require authorize authorise permit allow enable empower entitle'.split(' '),
)
const PROSPECT = new WordSet(
  'new further possible additional tougher stronger more fresh proposed potential future stricter harsher tighter any threatened planned draft wider broader toughest punishing crippling'.split(
    ' ',
  ),
)

/** What is wished, feared or weighed. */
const PLANS =
  /^(?:calls?|demands?|idea|possibility|prospect|option|plans?|proposals?|threats?|talk|way|purpose|aim|goal|favou?r|support|intention|hope|push|case|merits?|risk)$/

/** "a test that prompted sanctions" */
export const BRINGING = new WordSet(['prompt', 'trigger', 'draw', 'bring', 'earn', 'spark', 'provoke', 'face'])

/** "prompted the bloc to impose" */
export const CAUSING = new WordSet(['prompt', 'lead', 'cause', 'spur', 'drive', 'compel'])

/** Whether a wanting, fearing or weighing verb governs what follows. */
export function isWanted(scene: Scene, verb: VerbChunk | undefined): boolean {
  if (verb === undefined || BRINGING.hasVerb(verb)) return false
  return (
    verb.modal !== undefined ||
    verb.form === 'to' ||
    ASKING.hasVerb(verb) ||
    entriesAt(scene.tokens, verb.at, scene.to, ROLES.request) !== undefined
  )
}

/** "new", "possible", "tougher" before the measure. */
export function isProspect(scene: Scene, from: number, to: number): boolean {
  return PROSPECT.stands(scene.tokens, from, to)
}

const TEXTS = new WordSet(['resolution', 'resolutions', 'text'])
const DRAFTS = new WordSet(['draft', 'drafts', 'proposal', 'proposed', 'drafted', 'drafting'], true)

/** Whether the sentence speaks of a text that is not adopted yet. */
export function tellsDraft(scene: Scene): boolean {
  return DRAFTS.mayStandIn(scene.stock) && DRAFTS.stands(scene.tokens, scene.from, scene.to)
}

/** By a text that was adopted before: its subject, or the phrase just before "banning". */
export function byLaw(scene: Scene, verb: VerbChunk): boolean {
  const { chunks } = scene.clauses
  if (verb.subject !== undefined && isLaw(scene, verb.subject, placeIn(chunks, verb.subject))) return true
  if (verb.form !== 'ing') return false
  for (let at = verb.index - 1; at >= Math.max(0, verb.index - 6); at--) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' && !PASSING.hasVerb(chunk)) return false
    if (chunk?.kind === 'noun' && isLaw(scene, chunk, at)) return true
  }
  return false
}

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
  const { text } = scene.memory
  // "if the EU imposed sanctions", "unless it is lifted": no more than weighed
  if (verb.conditional === true && verb.form === 'finite')
    return kind === 'lift' || verb.negated || verb.perfect || (verb.passive && verb.agent === undefined)
      ? undefined
      : 'proposed'
  if (kind === 'lift') {
    // "demanded that it be lifted"
    if (verb.negated || verb.conditional === true || scene.tokens[verb.from]?.lower === 'be') return undefined
    // "would agree provided the bloc lifted the sanctions"
    if (isWished(scene, verb)) return undefined
    if (verb.subject !== undefined && isAwaited(scene, verb, verb.subject.from)) return undefined
    if (
      verb.passive ? verb.modal === undefined && verb.form !== 'to' : verb.form === 'finite' && verb.modal === undefined
    )
      return 'lifted'
    // "decided to lift"
    const { parent } = verb
    const decided = parent?.form === 'finite' && parent.modal === undefined && !parent.negated
    // "passed a resolution to ease"
    const passed = decided && PASSING.hasVerb(parent) && TEXTS.has(scene.tokens[verb.from - 1])
    return verb.form === 'to' &&
      decided &&
      (passed || /^(?:decide|agree|vote|move|order|direct|instruct)$/.test(parent.lemma))
      ? 'lifted'
      : undefined
  }
  if (verb.negated && !negatedEntry) return undefined
  const subject = verb.subject === undefined ? '' : textOfTokens(scene, verb.subject.from, verb.subject.to)
  const fromText = /\b(?:resolution|measures?|text|document|statement|sanctions?)\b/.test(subject)
  if (/\b(?:draft|proposal|proposed|amendment|possible|potential)\b/.test(subject) || isWeighed(scene, verb))
    return 'proposed'
  if (council && tellsDraft(scene) && text !== 'adopted') return 'proposed'
  const open = council && text === 'draft' && !byLaw(scene, verb) ? 'proposed' : 'in-force'
  if (verb.form === 'participle') return open
  if (verb.lemma === 'threaten') return 'proposed'
  // "demands that an embargo be imposed"
  if (verb.passive && verb.form === 'finite' && verb.modal === undefined && scene.tokens[verb.from]?.lower === 'be')
    return /^(?:order|decree|decide|announce|direct|instruct)$/.test(verb.reported?.lemma ?? '')
      ? 'in-force'
      : 'proposed'
  if (verb.form === 'finite' && verb.modal === undefined) {
    if (isUnderWould(scene, verb)) return 'proposed'
    const parent = verb.reported
    if (parent !== undefined && /^(?:demand|urge|propose|request|want|recommend|suggest)$/.test(parent.lemma))
      return 'proposed'
    if (ASKING.hasVerb(verb)) return council ? 'proposed' : 'announced'
    return verb.past || verb.perfect ? 'in-force' : open
  }
  // "states must expel the workers", "under the resolution, states shall …"
  if (council && verb.modal !== undefined && (negatedEntry || /^(?:must|shall)$/.test(verb.modal))) return open
  if (verb.modal !== undefined) {
    if (council) return text === 'adopted' && (fromText || isSetOut(scene, verb)) ? 'in-force' : 'proposed'
    // "said it would suspend": what one says of oneself is announced.
    const said = verb.reported?.subject?.entity?.codes[0]
    const own = verb.modal === 'would' && said !== undefined && verb.subject?.entity?.codes[0] === said
    return verb.modal === 'will' || (own && !ASKING.hasVerb(verb.reported)) ? 'announced' : 'proposed'
  }
  const { parent } = verb
  if (verb.form === 'to' && council && isAsked(scene, parent)) return 'proposed'
  if (verb.form === 'to') {
    const straightOn = scene.clauses.chunks[verb.index - 1] === verb.subject
    if (parent === undefined && !council && straightOn && verb.subject?.entity !== undefined) return 'announced'
    if (parent !== undefined && CAUSING.hasVerb(parent) && isDone(parent)) return 'in-force'
    if (parent === undefined)
      return open === 'proposed' ? open : council && text === 'adopted' ? 'in-force' : 'proposed'
    const { lemma } = parent
    // "tightens the embargo by ordering states to search ships"
    const outer = parent.form === 'ing' && ORDERING.has(lemma) ? parent.parent : undefined
    if (
      outer?.form === 'finite' &&
      outer.modal === undefined &&
      !outer.negated &&
      !(council && text === 'draft') &&
      !tellsDraft(scene)
    )
      return 'in-force'
    // "The EU is to impose"
    const held = verb.subject?.entity?.codes.length ?? 0
    if (lemma === 'be' && held > 0 && parent.index === verb.index - 1 && parent.modal === undefined && !parent.negated)
      return council ? 'proposed' : 'announced'
    if (ORDERING.has(lemma) && parent.form === 'finite' && parent.modal === undefined && !(council && text === 'draft'))
      return 'in-force'
    const done = parent.modal === undefined && parent.form === 'finite'
    const straight = scene.clauses.chunks[verb.index - 1]?.kind !== 'noun'
    if (council && done && straight && /^(?:vote|agree|decide)$/.test(lemma)) return 'in-force'
    // "states will have to search ships"
    if (council && text === 'adopted' && lemma === 'have' && parent.modal === 'will') return 'in-force'
    const saysText =
      done && parent.subject !== undefined && aboutOf(parent.subject, scene.tokens)?.about === 'resolution'
    const settled = text === 'adopted' ? done || parent.form === 'ing' : text === undefined && saysText
    if (/^(?:vow|pledge|promise|commit|announce)$/.test(lemma)) return 'announced'
    if (council) return settled ? 'in-force' : 'proposed'
    if (
      entriesAt(scene.tokens, parent.at, scene.to, ROLES.request) !== undefined &&
      verb.subject?.entity !== parent.subject?.entity
    )
      return 'proposed'
    // "has started to bar officials"
    const begun = scene.clauses.chunks[verb.index - 1] === parent && isDone(parent) && !parent.negated
    if (begun && /^(?:start|begin)$/.test(lemma)) return 'in-force'
    if (
      /^(?:threaten|consider|seek|want|call|urge|push|hope|initiate|start|begin|try|attempt|plan|propose)$/.test(lemma)
    )
      return 'proposed'
    const call = scene.clauses.chunks[verb.index - 1]
    if (call?.kind === 'noun' && CALLS.has(scene.tokens[call.to - 1])) return 'proposed'
    const turn = operatorBetween(scene, parent, verb)
    return turn === 'keep' ? 'announced' : turn === 'against' ? undefined : 'in-force'
  }
  // "calls for imposing sanctions"
  const link = scene.clauses.chunks[verb.index - 1]
  const noun = scene.clauses.chunks[verb.index - 2]
  if (
    link?.kind === 'preposition' &&
    /^(?:for|of|about)$/.test(link.word) &&
    (noun?.kind !== 'noun' || PLANS.test(scene.tokens[noun.to - 1]?.lower ?? '')) &&
    !/^(?:criticize|criticise|condemn|blame|praise|thank|accuse|punish|denounce)$/.test(parent?.lemma ?? '')
  )
    return 'proposed'
  // -ing: "by imposing", "joined in imposing" are done; "considering imposing" is not.
  if (parent !== undefined && (ASKING.hasVerb(parent) || /^(?:mean|hold|call)$/.test(parent.lemma))) return 'proposed'
  // "will tighten its sanctions by freezing funds"
  if (parent?.modal === 'will' && !council && link?.kind === 'preposition' && link.word === 'by') return 'announced'
  if (parent?.modal !== undefined && !(council && byLaw(scene, verb))) return 'proposed'
  return open
}
