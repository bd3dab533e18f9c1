import { standsAt } from './before.js'
import type { VerbChunk } from './chunks.js'
import { courtOf } from './court.js'
import { type FoundMeasure, pushMeasure } from './measure-found.js'
import { leadOf } from './measure-guards.js'
import { issuerOf } from './measure-issuers.js'
import { moodOf } from './measure-mood.js'
import { isBill } from './measure-national.js'
import { asBody, ownersOf } from './measure-owners.js'
import { statusOf } from './measure-status.js'
import { isBanOn, typesBetween } from './measure-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Verbs that strike someone with a measure. */
export const STRIKING = new WordSet(['hit', 'slap', 'punish', 'target', 'threaten', 'smack', 'penalise', 'penalize'])

/** "The EU hit Minsk with sanctions", "threatened the junta with an embargo". */
export function struckWith(scene: Scene, verb: VerbChunk, into: FoundMeasure[]): void {
  if (!STRIKING.hasVerb(verb) || verb.passive || verb.negated) return
  const at = placeWith(scene, verb)
  const noun = standsAt(scene.clauses.chunks, at)
  if (noun?.kind !== 'noun') return
  const { types, named, last } = typesBetween(scene, at, at + (isBanOn(scene, at) ? 2 : 0), isBanOn(scene, at))
  if (!named || types.length === 0) return
  const lead = leadOf(scene, verb)
  const mood = moodOf(scene, lead)
  if (mood === 'denied') return
  const owners = asBody(ownersOf(scene, noun))
  const by = owners.length > 0 ? owners : issuerOf(scene, verb)
  if (by === undefined || by.length === 0) return
  const settled = statusOf(scene, lead, 'impose', by, false)
  if (settled === undefined) return
  const weighed = mood === 'open' && verb.form !== 'finite'
  const status = weighed || (verb.subject !== undefined && isBill(scene, verb.subject)) ? 'proposed' : settled
  pushMeasure(scene, into, {
    by,
    types,
    status,
    from: verb.index,
    to: Math.max(at, last),
    rule: 'measure:with',
    sure: true,
    words: [verb.from, verb.to],
    stretch: [verb.index + 1, at],
  })
}

/** "asked the International Criminal Court to look into the killings" */
export function sentToCourt(scene: Scene, verb: VerbChunk, into: FoundMeasure[]): void {
  const court = courtOf(scene, verb)
  if (court === undefined) return
  pushMeasure(scene, into, {
    by: ['UNSC'],
    types: ['icc-referral'],
    status: 'in-force',
    from: verb.index,
    to: court,
    rule: 'measure:court',
    sure: true,
    words: [verb.from, verb.to],
    // whose court it is tells nothing of whose case
    stretch: [verb.index + 1, Math.min(court - 1, verb.index + 1)],
  })
}

/** The noun behind "with", one object away from the verb; -1 where there is none. */
function placeWith(scene: Scene, verb: VerbChunk): number {
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length - 1, verb.index + 7); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'preposition' && chunk.word === 'with') return chunks[at + 1]?.kind === 'noun' ? at + 1 : -1
    if (chunk?.kind !== 'noun' && chunk?.kind !== 'preposition' && chunk?.kind !== 'adverb') return -1
  }
  return -1
}
