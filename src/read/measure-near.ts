import { actorOf } from './actor-of.js'
import { standsAt } from './before.js'
import { isBody } from './bodies.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { isDone } from './done.js'
import type { FoundMeasure, NamedMeasure } from './measure-found.js'
import { MAKING } from './measure-making.js'
import type { Mood } from './measure-mood.js'
import { isNational, nationalIssuer } from './measure-national.js'
import { asBody, councilIn, isText, ownersOf } from './measure-owners.js'
import { isProspect, isWanted } from './measure-prospects.js'
import { imposedBy, labelOf } from './measure-relative.js'
import { bodySaying } from './measure-saying.js'
import { isStanding, LIFTING } from './measure-standing.js'
import {
  blocActing,
  bodyWeighing,
  governorOf,
  HINTING,
  isTexts,
  isWarnedOf,
  pressedInto,
  pursuedBy,
} from './measure-weighed.js'
import { isPlain, textOfTokens } from './measure-words.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Who imposes, or would, a measure that a noun phrase names: its owner, the Council for a text, who considers it. */
export function issuerNear(
  scene: Scene,
  { noun, index, types, text }: NamedMeasure,
  mood: Mood,
  before: readonly FoundMeasure[],
): readonly string[] | undefined {
  // "the sanctions bill", "a bill with tough sanctions"
  const law = isNational(scene, noun) ? noun : nationalOver(scene, index)
  if (law !== undefined) return nationalIssuer(scene, law)
  if (text || /\bresolution\b/.test(textOfTokens(scene, noun.from, noun.to))) return ['UNSC']
  // "The statement called for expanded sanctions"
  const asking = governorOf(scene, index)
  if (asking?.subject !== undefined && !asking.negated && isWanted(scene, asking) && isText(scene, asking.subject))
    return ['UNSC']
  // "demanded that Washington lift its restrictions": whoever is to lift them
  const lifter = asking === undefined || !LIFTING.hasVerb(asking) ? [] : liftedBy(scene, asking)
  if (lifter.length > 0) return ownersOf(scene, noun).length > 0 ? asBody(ownersOf(scene, noun)) : lifter
  // "a resolution that hinted at sanctions"
  if (asking !== undefined && !asking.negated && HINTING.hasVerb(asking) && isTexts(scene, asking)) return ['UNSC']
  // "a vote on sanctions"
  const upon = standsAt(scene.clauses.chunks, index - 2)
  if (
    noun.preposition === 'on' &&
    upon?.kind === 'noun' &&
    /^(?:vote|resolution|draft|text)$/.test(scene.tokens[upon.to - 1]?.lower ?? '') &&
    ownersOf(scene, noun).length === 0
  )
    return ['UNSC']
  const owners = ownersOf(scene, noun)
  if (owners.length > 0) return asBody(owners)
  const agent = imposedBy(scene, index) ?? agentAfter(scene, noun, index)
  if (agent !== undefined) return asBody(agent)
  const from = ownerTold(scene, noun, index)
  if (from !== undefined) return from
  const taken = noun.preposition === 'including' ? takenBy(scene, index) : undefined
  if (taken !== undefined) return taken
  // "gave Bamako a week to comply or face sanctions"
  const held = asking?.form === 'to' || asking?.modal !== undefined
  if ((asking?.lemma === 'face' || asking?.lemma === 'risk') && held && !asking.negated) {
    const bloc = councilIn(scene) ? ['UNSC'] : blocActing(scene, index)
    if (bloc !== undefined) return bloc
  }
  const label = labelOf(scene, index)
  if (label !== undefined) return label
  const weighing = types.includes('no-fly-zone') ? undefined : bodyWeighing(scene, index)
  if (weighing !== undefined) return weighing
  const plain = isPlain(types)
  const pressed = plain || types.includes('no-fly-zone') ? undefined : pressedInto(scene, index)
  if (pressed !== undefined) return pressed
  // "The EU slapped sanctions on …, adding travel bans": as what was told just before
  if (!plain && !councilIn(scene) && !types.includes('no-fly-zone')) {
    const told = before.findLast((each) => each.sure) ?? { by: blocActing(scene, index) ?? scene.memory.imposers.last }
    if (told.by !== undefined) return told.by
  }
  const verb = [...scene.clauses.verbs].reverse().find((each) => each.index < index)
  const close = verb !== undefined && index - verb.index < 3 ? verb : governorOf(scene, index)
  const near = close?.negated === true ? undefined : close
  if (!councilIn(scene)) {
    if (plain)
      return scene.memory.council === true &&
        INTERNATIONAL.test(textOfTokens(scene, noun.from, noun.to)) &&
        !scene.memory.imposers.last?.some(isBody)
        ? ['UNSC']
        : near !== undefined && OWN_PLANS.hasVerb(near)
          ? wishedBy(scene, near)
          : pursuedBy(scene, index)
    if (scene.memory.council === true && isStanding(scene, noun, index)) return ['UNSC']
    const wished = near === undefined ? undefined : wishedBy(scene, near)
    const saying = types.includes('no-fly-zone') ? undefined : bodySaying(scene)
    // a no-fly zone is spoken of in many halls
    return wished ?? saying ?? (scene.memory.council === true && !types.includes('no-fly-zone') ? ['UNSC'] : undefined)
  }
  if (
    !plain ||
    (mood === 'open' && isTakenUp(scene, index)) ||
    (isProspect(scene, noun.from, noun.to) && verb?.negated !== true)
  )
    return ['UNSC']
  if (isWarnedOf(scene, index)) return ['UNSC']
  const governing = governorOf(scene, index)
  if (governing === undefined || governing.negated || !GOVERNING.hasVerb(governing)) return undefined
  // "called the threat of sanctions a plot"
  const names = governing.lemma === 'call' && !/^(?:for|on|upon)$/.test(scene.tokens[governing.to]?.lower ?? '')
  return names ? undefined : ['UNSC']
}

/** Who is to lift a measure, where it is neither the one at issue nor one who is only asked to agree. */
function liftedBy(scene: Scene, verb: VerbChunk): readonly string[] {
  if (verb.passive || verb.subject === undefined || isNational(scene, verb.subject)) return []
  const codes = actorOf(scene, verb.subject)?.codes ?? []
  if (isText(scene, verb.subject) || codes.includes(scene.memory.target ?? '')) return []
  return codes.length > 2 ? [] : asBody(codes)
}

/** "sanctions by the EU", "curbs imposed on Iran by Washington", "an embargo of its own" */
function agentAfter(scene: Scene, noun: NounChunk, index: number): readonly string[] | undefined {
  const { chunks } = scene.clauses
  const { target } = scene.memory
  for (let at = index + 1; at < Math.min(chunks.length, index + 9); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' && !MAKING.hasVerb(chunk)) return undefined
    if (chunk?.kind === 'verb' && chunk.subject !== undefined && chunk.subject !== noun) return undefined
    if (chunk?.kind === 'comma' || chunk?.kind === 'relative' || chunk?.kind === 'subordinator') return undefined
    if (chunk?.kind !== 'noun') continue
    const own = at === index + 2 && chunk.preposition === 'of' && scene.tokens[chunk.to - 1]?.lower === 'own'
    const codes = (own ? chunk.owner : chunk.entity)?.codes.filter((code) => code !== target) ?? []
    const linked = chunk.preposition === 'by' || (chunk.preposition === 'from' && at === index + 2)
    if ((own || linked) && codes.length > 0) return asBody(codes)
  }
  return undefined
}

/** "the sanctions are from the EU", "the measures were Washington's": whose they are said to be. */
function ownerTold(scene: Scene, noun: NounChunk, index: number): readonly string[] | undefined {
  const { chunks, verbs } = scene.clauses
  const verb = verbs.find((each) => each.subject === noun && each.index > index)
  if (verb?.copula !== true || verb.negated) return undefined
  const whose = chunks.slice(verb.index + 1, verb.index + 5).find((chunk): chunk is NounChunk => chunk.kind === 'noun')
  if (whose?.preposition !== 'from' && whose?.preposition !== 'by') return undefined
  const codes = whose.entity?.codes ?? []
  return codes.length > 0 ? asBody(codes) : undefined
}

/** "Norway has taken steps to isolate it, including a ban": whoever took them; nobody where the one at issue took them against others. */
function takenBy(scene: Scene, index: number): readonly string[] | undefined {
  const verb = scene.clauses.verbs.findLast((each) => each.index < index && TAKING.hasVerb(each) && isDone(each))
  const steps = verb === undefined ? undefined : scene.clauses.chunks[verb.index + 1]
  if (verb?.subject === undefined || steps?.kind !== 'noun' || !STEPS.has(scene.tokens[steps.to - 1])) return undefined
  const codes = actorOf(scene, verb.subject)?.codes ?? []
  return codes.length === 0 ? undefined : asBody(codes.filter((code) => code !== scene.memory.target))
}
const TAKING = new WordSet(['take', 'adopt', 'announce', 'unveil', 'introduce'])
const STEPS = new WordSet(['step', 'steps', 'measures', 'moves', 'action', 'actions'])

/** "lawmakers agreed on new sanctions", "a law with sanctions": whose law or chamber governs it. */
function nationalOver(scene: Scene, index: number): NounChunk | undefined {
  const over = standsAt(scene.clauses.chunks, index - 2)
  if (over?.kind === 'noun' && scene.clauses.chunks[index - 1]?.kind === 'preposition' && isNational(scene, over))
    return over
  const verb = governorOf(scene, index)
  const said =
    verb?.subject?.entity?.pronoun === true || isThey(scene, verb?.subject) ? verb?.reported?.subject : undefined
  const subject = said !== undefined && isNational(scene, said) ? said : verb?.subject
  return subject !== undefined && isNational(scene, subject) ? subject : undefined
}

function isThey(scene: Scene, noun: NounChunk | undefined): boolean {
  return noun !== undefined && noun.to === noun.from + 1 && scene.tokens[noun.from]?.lower === 'they'
}

const INTERNATIONAL = /\b(?:international|worldwide|multilateral) (?:\S+ )?sanctions$/

/** "the consideration of sanctions", "agreement on a round of sanctions" */
function isTakenUp(scene: Scene, index: number): boolean {
  const { chunks } = scene.clauses
  for (let at = index - 2; at >= Math.max(0, index - 4); at -= 2) {
    const over = chunks[at]
    if (over?.kind !== 'noun' || chunks[at + 1]?.kind !== 'preposition') return false
    if (TAKEN_UP.has(scene.tokens[over.to - 1]?.lower ?? '')) return true
  }
  return false
}
const TAKEN_UP = new Set(
  'consideration introduction adoption imposition agreement deal accord consensus tightening toughening expansion elements outline work vote drafting'.split(
    ' ',
  ),
)

/** "is considering an oil embargo": one's own; "proposed an oil embargo": a state proposes it to the Council. */
function wishedBy(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  const { subject } = verb
  if (subject === undefined) return undefined
  // "the EU said it was considering"
  const sayer = subject.entity?.pronoun === true ? verb.reported?.subject : undefined
  const said = sayer === undefined ? undefined : actorOf(scene, sayer)
  const entity = said?.codes.length === 1 ? said : (actorOf(scene, subject) ?? subject.owner)
  const codes = entity !== undefined && entity.codes.length > 0 ? entity.codes : ownersOf(scene, subject)
  if (codes.length === 0 || codes.includes(scene.memory.target ?? '')) return undefined
  if (OWN_PLANS.hasVerb(verb) || verb.lemma === 'study' || verb.lemma === 'discuss') return asBody(codes)
  if (ASKED_OF_OTHERS.hasVerb(verb)) return ['UNSC']
  if (!PROPOSING.hasVerb(verb)) return undefined
  return codes.every(isBody) ? asBody(codes) : ['UNSC']
}
const OWN_PLANS = new WordSet(['consider', 'weigh', 'mull', 'plan', 'prepare', 'contemplate', 'threaten', 'pursue'])
const ASKED_OF_OTHERS = new WordSet(['call', 'appeal', 'urge', 'demand', 'lobby', 'recommend', 'request'])
/** What a body may propose to itself. */
const PROPOSING = new WordSet('propose seek want suggest float push press campaign advocate'.split(' '))

const GOVERNING = new WordSet(
  'demand seek want urge request call push take debate examine review consider include propose discuss weigh draft prepare contemplate mull carry contain'.split(
    ' ',
  ),
)
