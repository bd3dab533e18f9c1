import { isBody } from './bodies.js'
import type { NounChunk, VerbChunk } from './chunk.js'
import type { Clauses } from './clauses.js'
import { canHold, type Entity, withCodes } from './entity.js'
import { holderOf } from './holders.js'
import type { Entry } from './lexicon.js'
import { brings } from './noun-guards.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** "outrage over the massacre was led by France", "criticism voiced by Cuba". */
function ledBy(clauses: Clauses, noun: NounChunk): Entity | undefined {
  const verb = clauses.verbs.find((each) => each.subject === noun && each.passive && LED.hasVerb(each))
  const came = verb === undefined ? cameFrom(clauses, noun) : undefined
  if (came !== undefined) return came
  const entity = verb?.agent?.entity
  if (entity === undefined || entity.silent === true) return undefined
  // "Norway's preference is shared by Chile": both have it
  return noun.owner !== undefined && verb !== undefined && SHARED.hasVerb(verb)
    ? withCodes(entity, [...new Set([...noun.owner.codes, ...entity.codes])])
    : entity
}

const SHARED = new WordSet(['share', 'echo', 'join', 'second', 'repeat'])

/** "Support for the text came from Guatemala and Togo". */
function cameFrom(clauses: Clauses, noun: NounChunk): Entity | undefined {
  const verb = clauses.verbs.find(
    (each) => each.subject === noun && (each.lemma === 'come' || each.lemma === 'emanate' || each.lemma === 'stem'),
  )
  if (verb === undefined) return undefined
  for (let at = verb.index + 1; at < verb.index + 4; at++) {
    const from = clauses.chunks[at]
    if (from?.kind === 'noun') return from.preposition === 'from' ? (from.entity ?? from.owner) : undefined
  }
  return undefined
}

const LED = new WordSet([
  'lead',
  'voice',
  'express',
  'spearhead',
  'head',
  'echo',
  'share',
  'join',
  'raise',
  'expressed',
  'shared',
])

export function verbBefore(clauses: Clauses, index: number): VerbChunk | undefined {
  for (let at = index - 1; at >= 0 && at > index - 7; at--) {
    const chunk = clauses.chunks[at]
    if (chunk?.kind === 'verb') return chunk
    if (chunk?.kind === 'subordinator' || chunk?.kind === 'mark') return undefined
  }
  return undefined
}

/** "objections to the sanctions on Sudan from China": behind what it is about. */
function agentBeyond({ chunks }: Clauses, from: number): Entity | undefined {
  for (let at = from; at < from + 5; at += 2) {
    const noun = chunks[at + 1]
    if (chunks[at]?.kind !== 'preposition' || noun?.kind !== 'noun') return undefined
    if (at === from || (noun.preposition !== 'from' && noun.preposition !== 'by' && noun.preposition !== 'among'))
      continue
    const { entity } = noun
    return canHold(entity) && (entity.person === true || !isBody(entity.codes[0] as string)) ? entity : undefined
  }
  return undefined
}

/** "opposition by/from/of Russia and China". */
export function agentAfter(clauses: Clauses, index: number): Entity | undefined {
  const noun = clauses.chunks[index + 2]
  const link = clauses.chunks[index + 1]
  const beyond = clauses.chunks[index + 3]
  if (
    link?.kind === 'comma' &&
    beyond?.kind === 'noun' &&
    (beyond.preposition === 'from' || beyond.preposition === 'by')
  )
    return beyond.entity
  if (link?.kind === 'mark' && link.word === '(' && noun?.kind === 'noun') return noun.entity
  if (clauses.chunks[index + 1]?.kind !== 'preposition' || noun?.kind !== 'noun') return undefined
  if (noun.entity === undefined || noun.entity.codes.length === 0) {
    // "the support of nine members, including Mexico and Chile"
    const some = clauses.chunks.slice(index + 3, index + 8)
    const at = some.findIndex(
      (each) =>
        each.kind !== 'noun' &&
        each.kind !== 'verb' &&
        /^(?:including|like|notably|especially|particularly|chiefly|namely|as)$/.test(each.word),
    )
    const named = at < 0 ? undefined : some[at + 1]
    if (
      named?.kind === 'noun' &&
      (noun.preposition === 'of' ||
        noun.preposition === 'from' ||
        noun.preposition === 'by' ||
        noun.preposition === 'among')
    )
      return named.entity
  }
  if (
    noun.preposition === 'by' ||
    noun.preposition === 'from' ||
    noun.preposition === 'of' ||
    noun.preposition === 'among'
  )
    return noun.entity
  return undefined
}

/** A noun that carries a stance: "opposition", "its calls for talks". */
export interface Carrier {
  readonly scene: Scene
  readonly noun: NounChunk
  readonly index: number
  readonly entry: Entry
  /** Who is named behind it: "opposition by Russia". */
  readonly after: Entity | undefined
}

/** Who holds what a noun carries. `light` is the verb before where it adds nothing to the noun: whoever "voiced opposition" holds it. */
export function nounHolder(
  { scene, noun, index, entry, after }: Carrier,
  light: VerbChunk | undefined,
): Entity | undefined {
  const { clauses } = scene
  // "with only Algeria in opposition"
  const beside = noun.preposition === 'in' && noun.to === noun.from + 1 ? clauses.chunks[index - 2] : undefined
  if (beside?.kind === 'noun' && beside.preposition === 'with' && beside.entity !== undefined) return beside.entity
  const led = ledBy(clauses, noun)
  if (led !== undefined) return led
  const { owner } = noun
  if (owner !== undefined && (noun.owned !== undefined || isDenounced(scene, noun, index))) return owner
  // "fears of an attack by Seoul": who is feared
  const feared = FEARS.has(scene.tokens[noun.head]) && clauses.chunks[index + 4]?.kind === 'noun'
  const voiced =
    light !== undefined && !light.passive && light.index >= index - 5 && light.subject?.entity !== undefined
  const named = after ?? owner ?? (feared || voiced ? undefined : agentBeyond(clauses, index + 1))
  if (named !== undefined) return named
  // "China's threat of a veto"
  const of = noun.preposition === 'of' ? clauses.chunks[index - 2] : undefined
  const threatened = entry.rule === 'veto' && of?.kind === 'noun' ? of.owner : undefined
  if (threatened !== undefined) return threatened
  if (light === undefined || light.index < index - 5 || brings(light, entry) || (feared && light.passive))
    return undefined
  return holderOf(scene, light)
}

const FEARS = new WordSet('fear fears worry worries dread alarm anxiety anxieties prospect risk'.split(' '))
const DENOUNCING = new WordSet(
  'condemnation condemnations denunciation denunciations criticism criticisms censure rebuke accusation accusations'.split(
    ' ',
  ),
)

/** "its routine denunciations of Israel": what stands behind "of" is denounced. */
function isDenounced({ clauses, tokens }: Scene, noun: NounChunk, at: number): boolean {
  const of = clauses.chunks[at + 1]
  return of?.kind === 'preposition' && of.word === 'of' && DENOUNCING.has(tokens[noun.head])
}
