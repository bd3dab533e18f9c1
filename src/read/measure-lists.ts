import type { VerbChunk } from './chunks.js'
import { type FoundMeasure, pushMeasure } from './measure-found.js'
import { issuerOf } from './measure-issuers.js'
import { asBody, ownersOf } from './measure-owners.js'
import { statusOf } from './measure-status.js'
import { textOfTokens } from './measure-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

export const LISTING = new WordSet('add put place include remove strike delete drop take delist'.split(' '), true)

/** "added 15 names to the list" */
function isOfNames(scene: Scene, verb: VerbChunk): boolean {
  const noun = verb.passive ? verb.subject : scene.clauses.chunks[verb.index + 1]
  return noun?.kind === 'noun' && /^(?:names?|individuals|entities)$/.test(scene.tokens[noun.to - 1]?.lower ?? '')
}

/** "added four men to its blacklist", "removed Cuba from the list of state sponsors of terrorism". */
export function listed(scene: Scene, verb: VerbChunk, into: FoundMeasure[]): void {
  if (!LISTING.hasVerb(verb) || verb.negated) return
  const { chunks } = scene.clauses
  // "delisted two banks": which list goes without saying
  if (verb.lemma === 'delist' && (verb.passive || chunks[verb.index + 1]?.kind === 'noun')) {
    push(scene, verb, 'lift', verb.index, into)
    return
  }
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 9); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return
    if (chunk?.kind !== 'noun' || !/^(?:to|on|in|into|onto|from|off)$/.test(chunk.preposition ?? '')) continue
    // "its list of state sponsors of terrorism"
    let end = chunk.to
    for (let of = at + 2; of < at + 6; of += 2) {
      const after = chunks[of]
      if (after?.kind !== 'noun' || after.preposition !== 'of') break
      end = after.to
    }
    const text = textOfTokens(scene, chunk.from, end)
    if (
      !/\b(?:black-?list|list)\b/.test(text) ||
      !(/terror|sanction|black-?list|designat|travel ban|targeted|frozen|freeze/.test(text) || isOfNames(scene, verb))
    )
      continue
    const off = chunk.preposition === 'from' || chunk.preposition === 'off'
    push(scene, verb, off ? 'lift' : 'designate', at, into, verb.passive ? asBody(ownersOf(scene, chunk)) : [])
    return
  }
}

/** What putting on a list does, or taking off it. */
type Listing = 'designate' | 'lift'

function push(
  scene: Scene,
  verb: VerbChunk,
  listing: Listing,
  to: number,
  into: FoundMeasure[],
  whose: readonly string[] = [],
): void {
  // "submitted names to be added to the list", "asked for two banks to be delisted"
  const wanted = verb.passive && verb.form === 'to' && scene.memory.council === true
  // "was added to an EU list"
  const by = wanted ? ['UNSC'] : whose.length > 0 ? whose : issuerOf(scene, verb)
  if (by === undefined || by.length === 0) return
  const status = wanted ? 'proposed' : statusOf(scene, verb, listing, by, false)
  if (status === undefined) return
  pushMeasure(scene, into, {
    by,
    types: ['designation'],
    status,
    from: verb.index,
    to,
    rule: 'measure:listed',
    sure: true,
    words: [verb.from, verb.to],
    stretch: [verb.index + 1, to],
  })
}
