import type { Article } from '../articles/index.js'
import { aboutOf } from './about.js'
import type { Claim } from './claim.js'
import { addContact, addEvents, addMeasures, addStances, type Making } from './claim-makers.js'
import type { FoundContact } from './contact-found.js'
import { vetoTold } from './council-vetoes.js'
import type { FoundEvent } from './event-found.js'
import { earlyEvents, lateEvents } from './events.js'
import { tellsDraft } from './measure-prospects.js'
import { measuresIn } from './measures.js'
import { hold, type Progress } from './memory.js'
import { raise } from './pointing.js'
import type { ReadOptions } from './reading.js'
import { fateIn } from './results.js'
import type { FoundStance, Scene } from './scene.js'
import type { Sentence } from './sentences.js'
import { stancesIn } from './stances.js'
import { votesOnce } from './votes-told.js'
import { weighed } from './weighing.js'
import { datedIn } from './when.js'

/** A sentence of which it is known who is who, and the contacts that it tells. */
export interface ReadSentence {
  readonly sentence: Sentence
  readonly scene: Scene
  /** No one is named, meant or speaks in it. */
  readonly bare: boolean
  readonly contacts: readonly FoundContact[]
}

/** Is shown each sentence in which someone may hold something, with what the grammar found there, before that is weighed. */
export type Watch = (scene: Scene, found: readonly FoundStance[]) => void

/**
 * The claims of sentences that follow one another, in the order of the text and of their kinds; the same claim twice in a sentence
 * is one. Each stage passes over all the sentences before the next begins: so its code and words stay in the processor's nearest
 * memory, which makes reading half as fast again. `progress` is what the sentences before have told; it is carried on.
 */
export function claimsIn(
  read: readonly ReadSentence[],
  progress: Progress,
  article: Article,
  options: ReadOptions,
  watch?: Watch,
): Claim[] {
  const makings = read.map(({ scene, sentence }) => makingOf(scene, sentence, progress, article, options))
  const scenes = read.map(({ scene }) => scene)
  const held = makings.filter((_, at) => read[at]?.bare === false)
  const stances = stancesIn(held.map(({ scene }) => scene))
  const cast = new Map<Scene, readonly FoundStance[]>()
  held.forEach((making, at) => {
    const { memory } = making.scene
    let found = stances[at] ?? []
    if (memory.asked && at > 0) {
      memory.raised = progress.raised
      memory.fate = progress.fate
      memory.lastHeld = progress.lastHeld
      found = stancesIn([making.scene])[0] ?? []
    }
    watch?.(making.scene, found)
    for (const each of weighed(making.scene, found)) addStances(making, each)
    if (making.stances.some((each) => each.cast === true)) cast.set(making.scene, found)
    if (!making.sentence.headline) hold(found, progress)
    raise(making.scene, found, progress)
    progress.fate = fateIn(making.scene) ?? progress.fate
  })
  const begun = earlyEvents(scenes)
  makings.forEach((making, at) => {
    const { memory } = making.scene
    memory.text = progress.text
    const events = lateEvents(making.scene, begun[at] ?? [])
    vetoTold(cast.get(making.scene) ?? [], events)
    settleText(making.scene, events)
    progress.text = memory.text
    for (const each of votesOnce(making.scene, events)) addEvents(making, each)
  })
  const measures = measuresIn(scenes)
  const claims: Claim[] = []
  makings.forEach((making, at) => {
    for (const each of measures[at] ?? []) addMeasures(making, each)
    for (const each of read[at]?.contacts ?? []) addContact(making, each)
    claims.push(...making.stances, ...making.events, ...making.measures, ...making.contacts)
  })
  return claims
}

function makingOf(
  scene: Scene,
  sentence: Sentence,
  progress: Progress,
  article: Article,
  { why = false }: ReadOptions,
): Making {
  const dated = datedIn(scene, { published: scene.memory.published, last: progress.lastDate })
  progress.lastDate = dated.last
  if (dated.unresolved) progress.undated = true
  return { scene, article, sentence, dated, why, stances: [], events: [], measures: [], contacts: [] }
}

/** No one is named, meant or speaks, and no text of the Council stands for it: no one holds or meets anything. */
export function namesNoOne(scene: Scene): boolean {
  const { chunks, voiced } = scene.clauses
  if (voiced || scene.mentions.length > 0 || scene.memory.issuers !== undefined) return false
  for (const chunk of chunks) {
    if (chunk.kind !== 'noun') continue
    if ((chunk.entity?.codes.length ?? 0) > 0 || (chunk.owner?.codes.length ?? 0) > 0) return false
    if (aboutOf(chunk, scene.tokens)?.about === 'resolution') return false
  }
  return true
}

/** How far the text at issue has come, as the sentence tells it. */
function settleText(scene: Scene, events: readonly FoundEvent[]): void {
  let failed = false
  for (const { type, planned } of events) {
    if ((type === 'adopted' || type === 'statement-adopted') && planned !== true) {
      scene.memory.text = 'adopted'
      return
    }
    failed ||= type === 'vetoed' || type === 'not-adopted' || type === 'vote-expected'
  }
  if (failed || (scene.memory.text !== 'adopted' && tellsDraft(scene))) scene.memory.text = 'draft'
}
