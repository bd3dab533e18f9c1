import { actorOf } from './actor-of.js'
import { isBody } from './bodies.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { forcesOf, isForce } from './event-doers.js'
import type { FoundEvent } from './event-found.js'
import { codeNamed } from './mentions.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Verbs of arms that need no object to be told by. */
const STRIKING = new WordSet(
  'bomb shell bombard strafe raid invade torpedo massacre overrun annex pound storm ambush besiege slaughter torch raze firebomb machine-gun rocket mortar gas blast blitz flatten occupy recapture'.split(
    ' ',
  ),
)
/** Verbs of arms where those who do it are armed, or it is done to people. */
const HURTING = new WordSet(
  'kill attack hit strike shoot sink target destroy burn seize capture wound murder execute level'.split(' '),
)
/** "rolled into Hama", "crossed the border into Kuwait", "advanced on the capital". */
const MOVING = new WordSet(
  'roll push cross thrust move march advance enter sweep drive pour charge surge pass storm close'.split(' '),
)
const INTO = new WordSet('into on across onto upon'.split(' '))
/** "opened fire", "fired on monks", "dropped barrel bombs". */
const FIRING = new WordSet(
  'open fire drop lob rain hurl launch use lay carry conduct mount begin start resume unleash'.split(' '),
)
const SHOTS = new WordSet(
  'fire bombs bomb shells rockets mortars grenades explosives gas chlorine sarin munitions siege assault offensive attack attacks raid raids strikes airstrikes bombardment bombing shelling bombings'.split(
    ' ',
  ),
)
const AT = new WordSet('on upon at into against in'.split(' '))
const PEOPLE = new WordSet(
  'people civilians protesters demonstrators residents villagers sailors soldiers monks students peacekeepers women children refugees worshippers mourners marines policemen workers journalists others prisoners rebels targets positions villages village town city homes houses hospital market ship vessel convoy camp base corvette warship'.split(
    ' ',
  ),
)
/** Those who fight, and what they fight with. */
const ARMED = new WordSet(
  'gunners snipers submarine submarines torpedo militias militia militiamen paratroopers infantry battalions brigades tank bulldozers navy airforce missiles shells rockets gunmen guards guard commandos coalition armour armor column columns convoys garrison'.split(
    ' ',
  ),
)
/** Forces that are the target's own where no other is named. */
const BARE = new WordSet('tanks troops soldiers warplanes helicopters jets gunships army snipers artillery'.split(' '))

/** Attacks told by verbs of arms: "Syrian helicopters dropped barrel bombs", "tanks rolled into Hama", "were killed by the fire of security forces". */
export function attacksIn(scene: Scene, into: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) {
    if (verb.negated || verb.conditional === true || !isDoneOrGoing(verb)) continue
    const doers = verb.passive ? undergone(scene, verb) : done(scene, verb)
    if (doers === undefined || doers.length === 0) continue
    if (into.some((each) => each.type === 'attack' && doers.some((code) => each.actors.includes(code)))) continue
    const against = whom(scene, verb, doers)
    into.push({
      type: 'attack',
      actors: doers,
      from: verb.index,
      to: Math.min(verb.index + 3, scene.clauses.chunks.length - 1),
      ...(against === undefined ? {} : { against }),
      rule: 'attack:arms',
      words: [verb.from, verb.to],
    })
  }
}

/** Told as done: finite without a modal, or "began bombing". */
function isDoneOrGoing(verb: VerbChunk): boolean {
  if (verb.modal !== undefined) return false
  if (verb.form === 'finite') return verb.reported === undefined || verb.past || verb.perfect || verb.passive
  if (verb.form === 'participle') return verb.passive || verb.agent !== undefined
  return (
    verb.form === 'ing' &&
    verb.parent?.modal === undefined &&
    /^(?:begin|start|resume|continue|keep)$/.test(verb.parent?.lemma ?? '')
  )
}

function done(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  const subject = verb.subject ?? verb.parent?.subject
  if (subject === undefined || !isArms(scene, verb, subject)) return undefined
  return doersOf(scene, subject)
}

/** Whether what the verb tells is done with arms. */
function isArms(scene: Scene, verb: VerbChunk, subject: NounChunk): boolean {
  const { tokens, clauses } = scene
  const armed = isForce(scene, subject) || ARMED.has(tokens[subject.to - 1])
  if (!armed && (subject.entity?.person === true || subject.entity?.unnamed === true)) return false
  const next = clauses.chunks[verb.index + 1]
  const object = next?.kind === 'noun' ? next : undefined
  if (STRIKING.hasVerb(verb)) return object !== undefined || armed
  if (HURTING.hasVerb(verb))
    return armed ? object !== undefined : object !== undefined && PEOPLE.stands(tokens, object.from, object.to)
  const end = Math.min(verb.to + 5, scene.to)
  if (FIRING.hasVerb(verb)) {
    if (verb.lemma === 'fire' && AT.has(tokens[verb.to])) return true
    return SHOTS.stands(tokens, verb.to, end) && (armed || verb.lemma !== 'use')
  }
  return armed && MOVING.hasVerb(verb) && INTO.stands(tokens, verb.to, end)
}

/** "were killed by the fire of security forces" */
function undergone(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  if (!STRIKING.hasVerb(verb) && !HURTING.hasVerb(verb)) return undefined
  const { agent } = verb
  if (agent === undefined) return undefined
  const { chunks } = scene.clauses
  const at = chunks.indexOf(agent)
  const of = chunks[at + 2]
  const shot =
    SHOTS.has(scene.tokens[agent.to - 1]) && of?.kind === 'noun' && /^(?:of|from|by)$/.test(of.preposition ?? '')
  const doer = shot ? of : agent
  if (doer.entity?.person === true) return undefined
  return doersOf(scene, doer)
}

/** Who they are: a state, whose forces, who backs or leads them; the target's own where no one is named. */
function doersOf(scene: Scene, noun: NounChunk): readonly string[] {
  const { tokens, memory } = scene
  if (noun.entity?.silent === true && !isForce(scene, noun)) return armedGroup(scene, noun)
  const entity = actorOf(scene, noun)
  const codes = (entity?.codes.length ?? 0) > 0 ? (entity?.codes ?? []) : (noun.owner?.codes ?? [])
  const states = codes.filter((code) => !isBody(code) || code === 'NATO' || code === 'AU')
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
  const bare = BARE.has(tokens[noun.to - 1]) && noun.to - noun.from <= 2 && memory.target !== undefined
  return bare ? [memory.target as string] : armedGroup(scene, noun)
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

/** The state that is named after the verb. */
function whom(scene: Scene, verb: VerbChunk, doers: readonly string[]): string | undefined {
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 6); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return undefined
    if (chunk?.kind !== 'noun' || chunk.preposition === 'by') continue
    const code = chunk.owner?.codes[0] ?? chunk.entity?.codes[0]
    if (code !== undefined && !isBody(code) && !doers.includes(code)) return code
  }
  return undefined
}
