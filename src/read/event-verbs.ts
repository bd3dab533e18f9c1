import type { VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import { actorsFor, againstOf } from './event-actors.js'
import type { Deed } from './event-deed.js'
import { type FoundEvent, families } from './event-found.js'
import { bare, objectOf } from './event-objects.js'
import { TESTS } from './event-tests.js'
import { isFuture, isTold, JOINING, SITTING } from './event-told.js'
import { type Entry, entryTrie, ROLES, rolesAt } from './lexicon.js'
import { inSpeech, type Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** The events that a verb tells with its object. */
export function verbEvents(scene: Scene, verb: VerbChunk, into: FoundEvent[]): void {
  if ((rolesAt(scene.tokens, verb.at) & ROLES.event) === 0) return
  let seen = NONE
  for (const { value: entry, length } of entryTrie.at(scene.tokens, verb.at)) {
    if (entry.role !== 'event' || entry.part !== 'verb' || entry.event === undefined) continue
    if (verb.at + length > scene.to || seen.includes(entry.event) || !told(scene, verb, entry, length, into)) continue
    seen = [...seen, entry.event]
  }
}

const NONE: readonly number[] = []

/** Adds the event of a wording at the verb; whether it tells one. */
function told(scene: Scene, verb: VerbChunk, entry: Entry, length: number, into: FoundEvent[]): boolean {
  if (entry.event === undefined) return false
  const family = families[entry.event]
  if (family === undefined || family.type === 'threat') return false
  if (family.type === 'adopted' && verb.passive && /^(?:authori[sz]e|agree)$/.test(verb.lemma)) return false
  const refused =
    verb.negated && !verb.perfect && family.type === 'adopted' && verb.form === 'finite' && verb.modal === undefined
  if (!refused && !isTold(scene, verb, entry, family)) return false
  if (family.type === 'missile-launch' && verb.modal === 'would' && !inSpeech(scene, verb)) return false
  // "a deputy who would start talks": a plan
  if (family.type === 'talks-held' && verb.modal === 'would') return false
  // "split on sending it to the court"
  if (family.type === 'referral' && verb.form === 'ing' && !isBehind(scene, verb)) return false
  const object = family.objects === undefined ? bare(verb) : objectOf(scene, verb, entry.event, verb.at + length)
  if (object === undefined || scene.tokens[object.noun.from]?.lower === 'no') return false
  // "left the capital without a ceasefire"
  if (!object.undergone && object.noun.preposition === 'without') return false
  // "left for talks in Cairo": on the way to them
  if (verb.lemma === 'leave' && object.noun.preposition === 'for') return false
  // "ended two days of talks", "ended the first round of talks": they were held to the end
  if (family.type === 'withdrawal' && verb.lemma === 'end' && isStretch(scene, verb)) return false
  const ahead =
    isFuture(verb) &&
    !(verb.form === 'to' && family.actor === 'UNSC' && (SITTING.hasVerb(verb.parent) || JOINING.hasVerb(verb.parent)))
  const deed: Deed = { scene, verb, entry, family, object, ahead }
  const made = actorsFor(deed)
  if (made === undefined || made.actors.length === 0) return false
  const speaker = scene.clauses.speakerAt(verb.index)
  // "in a resolution adopted on Friday"
  const aside = object.undergone && object.noun !== verb.subject && family.actor === 'UNSC'
  const against = againstOf(deed, made.actors)
  into.push({
    type: refused ? 'not-adopted' : made.type,
    actors: ONE.has(made.type) ? made.actors.slice(0, 1) : made.actors,
    from: verb.index,
    to: Math.max(object.at, verb.index),
    against,
    planned: ahead ? true : undefined,
    speaker,
    // "for firing the rocket", "after testing a bomb": in passing
    passing: (TESTS.has(family.type) && verb.form !== 'finite') || aside ? true : undefined,
    rule: family.type,
    words: [verb.from, verb.to],
  })
  return true
}

/** "after referring it", "by sending the file": done. */
function isBehind(scene: Scene, verb: VerbChunk): boolean {
  const before = scene.clauses.chunks[verb.index - 1]
  if (before?.kind !== 'preposition' && before?.kind !== 'subordinator') return false
  return /^(?:after|since|by|in|for)$/.test(before.word)
}

function isStretch(scene: Scene, verb: VerbChunk): boolean {
  const object = scene.clauses.chunks[verb.index + 1]
  return object?.kind === 'noun' && STRETCHES.has(scene.tokens[object.head])
}

const STRETCHES = new WordSet('round rounds day days week weeks hour hours session sessions visit trip'.split(' '))

/** What several do together is one event of the first. */
const ONE: ReadonlySet<EventType> = new Set<EventType>([
  'agreement',
  'draft-expected',
  'talks-held',
  'talks-agreed',
  'talks-stalled',
  'report',
  'referral',
  'inspection',
])
