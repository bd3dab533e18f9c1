import { doersOf } from './attack-doers.js'
import { isBody } from './bodies.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { isDoubted } from './done.js'
import { isForce } from './event-doers.js'
import type { FoundEvent } from './event-found.js'
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
  'kill attack hit strike shoot sink target destroy burn seize capture wound murder execute level crush rout quell overpower retake recapture encircle bombard injure disperse'.split(
    ' ',
  ),
)
/** "rolled into Hama", "crossed the border into Kuwait", "advanced on the capital". */
const MOVING = new WordSet(
  'roll push cross thrust move march advance enter sweep drive pour charge surge pass storm'.split(' '),
)
const INTO = new WordSet('into on across onto upon'.split(' '))
/** "opened fire", "fired on monks", "dropped barrel bombs". */
const FIRING = new WordSet(
  'open fire drop lob rain hurl launch use lay carry conduct mount begin start resume unleash turn train step intensify renew escalate press keep widen'.split(
    ' ',
  ),
)
const SHOTS = new WordSet(
  'fire bombs bomb shells rockets mortars grenades explosives gas chlorine sarin munitions siege assault offensive attack attacks raid raids strikes airstrikes bombardment bombing shelling bombings offensives assaults onslaught'.split(
    ' ',
  ),
)
const AT = new WordSet('on upon at into against in'.split(' '))
/** Arms that are turned on someone: "unleashed helicopters against its people", "used chemical weapons on a suburb". */
const WEAPONS = new WordSet(
  'tanks tank artillery gas sarin chlorine munitions bombs napalm helicopters warplanes gunships jets planes missiles missile guns weapons cannons howitzers snipers drones'.split(
    ' ',
  ),
)
const AIRCRAFT = new WordSet(
  'jet jets plane planes warplane helicopter helicopters aircraft airliner fighter bomber'.split(' '),
)
const TURNING = new WordSet('turn train unleash use launch fire deploy send direct'.split(' '))
const OPEN_AIR = new WordSet('sea seas ocean waters space orbit pacific'.split(' '))
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

const LAUNCHING = new WordSet(['launch', 'begin', 'start', 'carry', 'conduct', 'mount', 'resume'])
const SLAUGHTERING = new WordSet('kill massacre bomb shell slaughter gas murder butcher shoot bombard'.split(' '))
const GOING = new WordSet(['go'])
/** No other verb tells an attack. */
const ARMS = WordSet.of(STRIKING, HURTING, MOVING, FIRING, TURNING, LAUNCHING, SLAUGHTERING, GOING)

/** Attacks told by verbs of arms: "Syrian helicopters dropped barrel bombs", "tanks rolled into Hama", "were killed by the fire of security forces". */
export function attacksIn(scene: Scene, into: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) {
    if (!ARMS.hasVerb(verb) || verb.negated || verb.conditional === true) continue
    const charged = blamed(scene, verb)
    if (charged === undefined && !(isDoneOrGoing(verb) || isTheirs(scene, verb))) continue
    if (isDoubted(verb) || isAwaited(verb)) continue
    // "seized a freighter": searched
    if (into.some((each) => each.type === 'inspection' && each.from === verb.index)) continue
    const doers = charged ?? (verb.passive ? undergone(scene, verb) : done(scene, verb))
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
  const { parent } = verb
  if (parent === undefined || parent.modal !== undefined || parent.negated || parent.conditional === true) return false
  // "continued to shell the town", "have moved to retake it"
  if (verb.form === 'to')
    return parent.form === 'finite' && /^(?:begin|start|continue|move|proceed)$/.test(parent.lemma)
  // "it would be hard for it to begin bombing"
  if (parent.form === 'to' && (parent.parent === undefined || parent.parent.modal !== undefined)) return false
  return verb.form === 'ing' && /^(?:begin|start|resume|continue|keep)$/.test(parent.lemma)
}

/** "will go on until its troops crush them" */
function isAwaited({ subject, past, perfect }: VerbChunk): boolean {
  return subject?.preposition === 'until' && !past && !perfect
}

/** "Gaddafi has killed thousands of his own people": a leader's doing, where it is done to people. */
function isSlaughter(scene: Scene, verb: VerbChunk): boolean {
  if (!SLAUGHTERING.hasVerb(verb)) return false
  const next = scene.clauses.chunks[verb.index + 1]
  const end = Math.min(verb.to + 7, scene.to)
  return (
    next?.kind === 'noun' && verb.subject?.entity?.codes.length === 1 && PEOPLE.stands(scene.tokens, next.from, end)
  )
}

/** "denounced Syria for unleashing tanks on its people" */
function blamed(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  const { chunks } = scene.clauses
  if (verb.form !== 'ing' || verb.index < 2) return undefined
  const link = chunks[verb.index - 1]
  const whom = chunks[verb.index - 2]
  if (link?.kind !== 'preposition' || link.word !== 'for' || whom?.kind !== 'noun') return undefined
  if (!(STRIKING.hasVerb(verb) || (TURNING.hasVerb(verb) && isTurned(scene, verb)) || isSlaughter(scene, verb)))
    return undefined
  const codes = doersOf(scene, whom)
  return codes.length === 1 ? codes : undefined
}

/** "after months of his forces firing on protesters", "with its troops shelling the town" */
function isTheirs(scene: Scene, verb: VerbChunk): boolean {
  if (verb.form !== 'ing' || verb.passive) return false
  const before = scene.clauses.chunks[verb.index - 1]
  if (
    before?.kind !== 'noun' ||
    before !== verb.subject ||
    !/^(?:of|with|by|amid|after)$/.test(before.preposition ?? '')
  )
    return false
  return isForce(scene, before) || ARMED.has(scene.tokens[before.to - 1])
}

function done(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  // "said that those who slaughter them": not who says so
  const subject = verb.subject ?? (verb.form === 'finite' ? undefined : verb.parent?.subject)
  if (subject === undefined || !isArms(scene, verb, subject)) return undefined
  return doersOf(scene, subject)
}

/** Whether what the verb tells is done with arms. */
function isArms(scene: Scene, verb: VerbChunk, subject: NounChunk): boolean {
  const { tokens, clauses } = scene
  const armed = isForce(scene, subject) || ARMED.has(tokens[subject.to - 1])
  const next = clauses.chunks[verb.index + 1]
  const object = next?.kind === 'noun' ? next : undefined
  // "carried out a bomb test", "launched military exercises"
  const over = object ?? clauses.chunks[verb.index + 2]
  if (over?.kind === 'noun' && REHEARSING.has(tokens[over.to - 1])) return false
  if (isSlaughter(scene, verb) || isMilitary(scene, verb) || (TURNING.hasVerb(verb) && isTurned(scene, verb)))
    return true
  if (!armed && (subject.entity?.person === true || subject.entity?.unnamed === true)) return false
  // "shot down a jet"
  if (verb.lemma === 'shoot' && tokens[verb.to]?.lower === 'down')
    return AIRCRAFT.stands(tokens, verb.to + 1, Math.min(verb.to + 5, scene.to))
  if (STRIKING.hasVerb(verb)) return object !== undefined || armed
  if (HURTING.hasVerb(verb))
    return armed ? object !== undefined : object !== undefined && PEOPLE.stands(tokens, object.from, object.to)
  const end = Math.min(verb.to + 5, scene.to)
  if (FIRING.hasVerb(verb)) {
    if (verb.lemma === 'fire' && AT.has(tokens[verb.to])) return true
    return SHOTS.stands(tokens, verb.to, end) && (armed || verb.lemma !== 'use')
  }
  // "went into action over the north"
  if (armed && GOING.hasVerb(verb) && tokens[verb.to]?.lower === 'into')
    return /^(?:action|battle)$/.test(tokens[verb.to + 1]?.lower ?? '')
  return armed && MOVING.hasVerb(verb) && INTO.stands(tokens, verb.to, end)
}

const REHEARSING = new WordSet('test tests exercise exercises drill drills manoeuvres maneuvers'.split(' '))

/** "launched military action", "began air strikes": whoever gives the order. */
function isMilitary(scene: Scene, verb: VerbChunk): boolean {
  if (!LAUNCHING.hasVerb(verb)) return false
  const { tokens } = scene
  for (let at = verb.to; at < Math.min(verb.to + 5, scene.to - 1); at++) {
    const next = tokens[at + 1]?.lower ?? ''
    if (tokens[at]?.lower === 'military' && /^(?:action|strikes|operations?)$/.test(next)) return true
    if (
      /^air(?:strikes?)?$/.test(tokens[at]?.lower ?? '') &&
      (tokens[at]?.lower !== 'air' || /^(?:strikes?|attacks?|raids?)$/.test(next))
    )
      return true
  }
  return false
}

/** Arms, and at whom, which is not the sea. */
function isTurned(scene: Scene, verb: VerbChunk): boolean {
  const { tokens } = scene
  const end = Math.min(verb.to + 9, scene.to)
  for (let at = verb.to, armed = false; at < end; at++) {
    if (WEAPONS.has(tokens[at])) armed = true
    else if (armed && /^(?:on|upon|at|against)$/.test(tokens[at]?.lower ?? ''))
      return (
        !OPEN_AIR.stands(tokens, at, Math.min(at + 4, scene.to)) &&
        !/day$/.test(tokens[at + 1]?.lower ?? '') &&
        tokens[at + 1]?.kind !== 'number'
      )
  }
  return false
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
