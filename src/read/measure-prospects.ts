import { entriesAt } from './asked-acts.js'
import { placeIn } from './chunk.js'
import type { VerbChunk } from './chunks.js'
import { ROLES } from './lexicon.js'
import { isLaw, PASSING } from './measure-law.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** What wishes, weighs or fears a step, with a measure or with a verb under it. */
export const WANTING: readonly string[] =
  'seek pursue want support back oppose consider discuss push reject favor favour prefer threaten propose demand urge request recommend suggest weigh study mull contemplate float warn avoid avert press lobby need fear negotiate advocate endorse rule exclude prevent'.split(
    ' ',
  )
/** What wishes, weighs or fears a measure. */
export const ASKING = new WordSet([...WANTING, 'prepare', 'hint', 'allude'])
/** Nouns by which someone else is to do what follows: "calls to impose". */
export const CALLS = new WordSet(
  'calls call demands demand proposals proposal pressure appeals appeal requests request moves move push drive efforts effort bid campaign'.split(
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
