import type { VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import { actorsFor, againstOf, TESTS } from './event-actors.js'
import { type FoundEvent, families } from './event-found.js'
import { bare, objectOf } from './event-objects.js'
import { isFuture, isTold, JOINING, SITTING } from './event-told.js'
import { entryTrie, ROLES, rolesAt } from './lexicon.js'
import { inSpeech, type Scene } from './scene.js'

/** The events that a verb tells with its object. */
export function verbEvents(scene: Scene, verb: VerbChunk, into: FoundEvent[]): void {
  if ((rolesAt(scene.tokens, verb.at) & ROLES.event) === 0) return
  const seen = new Set<number>()
  entryTrie.each(scene.tokens, verb.at, scene.to, (entry, length) => {
    if (entry.role !== 'event' || entry.part !== 'verb' || entry.event === undefined || seen.has(entry.event)) return
    const family = families[entry.event]
    if (family === undefined || family.type === 'threat') return
    if (family.type === 'adopted' && verb.passive && /^(?:authori[sz]e|agree)$/.test(verb.lemma)) return
    const refused =
      verb.negated && !verb.perfect && family.type === 'adopted' && verb.form === 'finite' && verb.modal === undefined
    if (!refused && !isTold(scene, verb, entry, family)) return
    if (family.type === 'missile-launch' && verb.modal === 'would' && !inSpeech(scene, verb)) return
    const object = family.objects === undefined ? bare(verb) : objectOf(scene, verb, entry.event, verb.at + length)
    if (object === undefined || scene.tokens[object.noun.from]?.lower === 'no') return
    const ahead =
      isFuture(verb) &&
      !(verb.form === 'to' && family.actor === 'UNSC' && (SITTING.hasVerb(verb.parent) || JOINING.hasVerb(verb.parent)))
    const made = actorsFor(scene, verb, entry, family, object, ahead)
    if (made === undefined || made.actors.length === 0) return
    seen.add(entry.event)
    const speaker = scene.clauses.speakerAt(verb.index)
    // "in a resolution adopted on Friday"
    const aside = object.undergone && object.noun !== verb.subject && family.actor === 'UNSC'
    const against = againstOf(scene, family, object, verb, made.actors)
    into.push({
      type: refused ? 'not-adopted' : made.type,
      actors: ONE.has(made.type) ? made.actors.slice(0, 1) : made.actors,
      from: verb.index,
      to: Math.max(object.at, verb.index),
      ...(against === undefined ? {} : { against }),
      ...(ahead ? { planned: true } : {}),
      ...(speaker === undefined ? {} : { speaker }),
      // "for firing the rocket", "after testing a bomb": in passing
      ...((TESTS.has(family.type) && verb.form !== 'finite') || aside ? { passing: true } : {}),
      rule: family.type,
      words: [verb.from, verb.to],
    })
  })
}

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
