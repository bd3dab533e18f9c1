import type { VerbChunk } from './chunks.js'
import { type FoundMeasure, pushMeasure } from './measure-found.js'
import { issuerOf } from './measure-issuers.js'
import { statusOf } from './measure-status.js'
import { textOfTokens } from './measure-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const LISTING = new WordSet('add put place include remove strike delete drop take delist'.split(' '))

/** "added four men to its blacklist", "removed Cuba from the list of state sponsors of terrorism". */
export function listed(scene: Scene, verb: VerbChunk, into: FoundMeasure[]): void {
  if (!LISTING.hasVerb(verb) || verb.negated) return
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 9); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return
    if (chunk?.kind !== 'noun' || !/^(?:to|on|in|into|onto|from|off)$/.test(chunk.preposition ?? '')) continue
    const after = chunks[at + 2]
    const end = after?.kind === 'noun' && after.preposition === 'of' ? after.to : chunk.to
    const text = textOfTokens(scene, chunk.from, end)
    if (!/\b(?:black-?list|list)\b/.test(text) || !/terror|sanction|black-?list|designat|travel ban/.test(text))
      continue
    const off = chunk.preposition === 'from' || chunk.preposition === 'off'
    // "submitted names to be added to the list"
    const wanted = verb.passive && verb.form === 'to' && scene.memory.council === true
    const by = wanted ? ['UNSC'] : issuerOf(scene, verb)
    if (by === undefined || by.length === 0) return
    const status = wanted ? 'proposed' : statusOf(scene, verb, off ? 'lift' : 'designate', by, false)
    if (status !== undefined)
      pushMeasure(
        scene,
        into,
        by,
        ['designation'],
        status,
        verb.index,
        at,
        'measure:listed',
        [verb.from, verb.to],
        verb.index + 1,
        at,
      )
    return
  }
}
