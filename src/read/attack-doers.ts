import { actorOf } from './actor-of.js'
import { standsAt } from './before.js'
import { isBody } from './bodies.js'
import type { NounChunk } from './chunks.js'
import type { Entity } from './entity.js'
import { forcesOf, isForce } from './event-doers.js'
import { codeNamed } from './mentions.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Forces that are the target's own where no other is named. */
const BARE = new WordSet('tanks troops soldiers warplanes helicopters jets gunships army snipers artillery'.split(' '))

/** Forces that have left their side, and deeds without a doer. */
const RENEGADE = new WordSet(
  'rebel rebels rebellious opposition insurgent insurgents free renegade defecting defected mutinous mutinying rogue deserting deserters defectors ex-soldiers bombings bombing blast blasts explosion explosions'.split(
    ' ',
  ),
)

/** "rebel fighters", "the Free Army": they act for no state. */
export function isRenegade({ tokens }: Scene, noun: NounChunk | undefined): boolean {
  return noun !== undefined && RENEGADE.stands(tokens, noun.from, noun.to)
}

/** Courts and helpers, which attack no one. */
const HARMLESS: ReadonlySet<string> = new Set(['ICC', 'ICRC', 'ICJ'])

/** A state, or a body that has forces; others only meet. */
export function isArmed(code: string): boolean {
  return !HARMLESS.has(code) && (!isBody(code) || code === 'NATO' || code === 'AU')
}

const REBELS = new WordSet(
  'opponents rebels rebel opposition insurgents militants fighters gunmen defectors dissidents'.split(' '),
)

/** "Opponents of the president stepped up their attacks" */
export function isOfRebels({ tokens, from }: Scene, noun: NounChunk, owner: Entity | undefined): boolean {
  return owner?.pronoun === true && tokens[noun.from]?.lower === 'their' && REBELS.stands(tokens, from, noun.from)
}

/** Those of several states, or of others than the one at issue. */
const FOREIGN = new WordSet(['western', 'allied', 'coalition', 'foreign'])

/** Who they are: a state, whose forces, who backs or leads them; the target's own where no one is named. */
export function doersOf(scene: Scene, noun: NounChunk): readonly string[] {
  const { tokens, memory } = scene
  if (isRenegade(scene, noun)) return []
  const there = placeOf(scene, noun) ?? leaderOf(scene, noun)
  if (there !== undefined) return there
  if (noun.entity?.silent === true && !isForce(scene, noun)) return armedGroup(scene, noun)
  const entity = actorOf(scene, noun)
  const codes = (entity?.codes.length ?? 0) > 0 ? (entity?.codes ?? []) : (noun.owner?.codes ?? [])
  const states = codes.filter(isArmed)
  if (states.length > 0) return states
  for (let at = noun.from; at < noun.to; at++) {
    const word = tokens[at]?.lower ?? ''
    const cut = word.lastIndexOf('-')
    if (cut < 1 || !/^(?:led|backed|sponsored|allied)$/.test(word.slice(cut + 1))) continue
    const start = tokens[at]?.start ?? 0
    const code = codeNamed(scene.text.slice(start, start + cut))
    if (code !== undefined) return [code]
  }
  const own = forcesOf(scene, noun)
  if (own.length > 0) return own
  const backer = backerOf(scene, noun)
  if (backer.length > 0) return backer
  const bare =
    BARE.has(tokens[noun.to - 1]) &&
    noun.to - noun.from <= 2 &&
    memory.target !== undefined &&
    !FOREIGN.has(tokens[noun.from])
  return bare ? [memory.target as string] : armedGroup(scene, noun)
}

/** "in Libya, where the armed forces attacked": those of the place. */
export function placeOf(scene: Scene, noun: NounChunk): readonly string[] | undefined {
  const { chunks } = scene.clauses
  const at = chunks.indexOf(noun)
  const link = standsAt(chunks, at - 1)
  if (noun.owner !== undefined || (link?.kind !== 'relative' && link?.kind !== 'subordinator') || link.word !== 'where')
    return undefined
  const place = chunks[at - 2]?.kind === 'comma' ? chunks[at - 3] : chunks[at - 2]
  const codes = place?.kind === 'noun' ? (place.entity?.codes ?? place.owner?.codes ?? []) : []
  return codes.length === 1 && !isBody(codes[0] ?? '') && BARE_FORCE.has(scene.tokens[noun.to - 1]) ? codes : undefined
}
const BARE_FORCE = new WordSet('forces troops soldiers army police military government regime authorities'.split(' '))

/** "coalition forces led by France": whose lead they follow. */
function leaderOf(scene: Scene, noun: NounChunk): readonly string[] | undefined {
  const { chunks } = scene.clauses
  const led = chunks[chunks.indexOf(noun) + 1]
  if (led?.kind !== 'verb' || led.lemma !== 'lead' || led.form !== 'participle') return undefined
  const codes = led.agent?.entity?.codes ?? []
  return codes.length > 0 ? codes : undefined
}

/** "militias backed by Khartoum" */
function backerOf(scene: Scene, noun: NounChunk): readonly string[] {
  if (!/^(?:militias?|militiamen|gunmen|fighters|forces)$/.test(scene.tokens[noun.to - 1]?.lower ?? '')) return []
  const { chunks } = scene.clauses
  const backed = chunks[chunks.indexOf(noun) + 1]
  if (backed?.kind !== 'verb' || !/^(?:back|arm|support|sponsor|lead|command)$/.test(backed.lemma)) return []
  return backed.agent?.entity?.codes ?? []
}

/** The state of an armed group that is named. */
function armedGroup(scene: Scene, noun: NounChunk): readonly string[] {
  for (const mention of scene.mentions) {
    if (mention.from < noun.from || mention.to > noun.to) continue
    for (const named of mention.named) if (named.kind === 'armed') return [named.code]
  }
  return []
}
