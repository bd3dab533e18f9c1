import { isBody } from './bodies.js'
import type { VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import type { Entity } from './entity.js'
import type { Deed, DoneBy } from './event-deed.js'
import type { EventObject } from './event-objects.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Events of a state's arms programmes. */
export const TESTS: ReadonlySet<EventType> = new Set<EventType>(['nuclear-test', 'missile-launch'])

/** A test or a launch by whoever does it; an attack where it is one of a war; undefined where it is neither. */
export function testedBy(deed: Deed, doer: Entity | undefined): DoneBy | undefined {
  const { scene, verb, family, object } = deed
  // Rebels and other groups are no state, and not the one at issue either.
  if (!object.undergone && verb.subject?.entity?.silent === true) return undefined
  const actors = testersOf(deed, doer)
  if (family.type === 'missile-launch') {
    if (isNoLaunch(scene, verb)) return undefined
    if (isOfWar(scene)) return actors.length === 0 ? undefined : { type: 'attack', actors }
    // "a drone fired rockets at a convoy": no one's test
    if (aimed(scene, object)) return undefined
  }
  if (actors.length === 0 && !object.undergone && nobody(scene, verb)) return undefined
  return { type: family.type, actors }
}

/** A pronoun, or a voice without a state, leaves the one whose tests the article is about. */
function testersOf({ scene, verb }: Deed, doer: Entity | undefined): readonly string[] {
  const { target } = scene.memory
  const loose = doer?.pronoun === true || (verb.form === 'ing' && verb.subject === undefined)
  if (loose && target !== undefined) return [target]
  return doer?.codes.filter((code) => !isBody(code)) ?? []
}

function isNoLaunch(scene: Scene, verb: VerbChunk): boolean {
  // "sent a satellite into orbit", no missiles to a friend
  if (verb.lemma === 'send') return !ORBIT.stands(scene.tokens, verb.to, scene.to)
  // "would shoot down any missile", "shoot missiles out of the sky"
  return verb.lemma === 'shoot' && DOWN.stands(scene.tokens, verb.to, verb.to + 5)
}

const ORBIT = new WordSet(['orbit', 'space', 'aloft', 'stratosphere'])

/** "fired 110 Tomahawk missiles": no test. */
function isOfWar({ tokens, from, to }: Scene): boolean {
  return OF_WAR.stands(tokens, from, to)
}
const DOWN = new WordSet(['down', 'out'])
const OF_WAR = new WordSet('tomahawk tomahawks stormshadow coalition airstrikes'.split(' '))

/** Fired at someone, not into the sea. */
function aimed(scene: Scene, object: EventObject): boolean {
  const { chunks } = scene.clauses
  const at = chunks[object.at + 1]
  const whom = chunks[object.at + 2]
  if (
    object.undergone ||
    at?.kind !== 'preposition' ||
    whom?.kind !== 'noun' ||
    !/^(?:at|into|on|against)$/.test(at.word)
  )
    return false
  for (let i = whom.from; i < whom.to; i++)
    if (
      /^(?:seas?|ocean|waters?|space|orbit|pacific|site|base|range|coast|direction|desert|location|facility|airport)$/.test(
        scene.tokens[i]?.lower ?? '',
      )
    )
      return false
  return !/day$/.test(scene.tokens[whom.from]?.lower ?? '') && scene.tokens[whom.from]?.kind !== 'number'
}

/** A subject that is told and is of no state: "a drone", "gunmen". */
function nobody(scene: Scene, verb: VerbChunk): boolean {
  const { subject } = verb
  return (
    subject !== undefined &&
    subject.entity === undefined &&
    subject.owner === undefined &&
    /^(?:drones?|gunmen|militants?|rebels?|fighters?|insurgents?|men|boats?|plane)$/.test(
      scene.tokens[subject.to - 1]?.lower ?? '',
    )
  )
}
