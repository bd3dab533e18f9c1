import { codesOf } from './actor-of.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { isCouncil, isDraft } from './council-nouns.js'
import { forcesOf, isForce } from './event-doers.js'
import { eventAt, type FoundEvent } from './event-found.js'
import { OUTCOME_WORDS } from './outcomes.js'
import { type Scene, speakerOf } from './scene.js'
import { CIVIL } from './threats.js'
import { WordSet } from './wordset.js'

/** What one who is pressed says it may do. */
const STEPS = new WordSet(
  'end bar expel withdraw quit suspend stop resume restart retaliate respond reconsider leave start begin restore boycott abandon scrap cut rupture break close strengthen bolster boost reprocess weaponize weaponise unleash attack strike pull walk expand accelerate halt cease shut block hit fight crush defend resist review revise limit reduce downgrade test fire launch conduct carry detonate invade seize target bury destroy'.split(
    ' ',
  ),
)
/** Who warns, hints or announces. */
const WARNING = new WordSet('warn threaten caution hint signal suggest vow swear announce declare'.split(' '))
/** What says that something may come. */
export const MIGHT = new Set(['could', 'may', 'might', 'would', 'will', "'ll"])
/** What one does to another who moves first. */
const ANSWERING = new WordSet('retaliate respond react reply answer hit strike fight act'.split(' '))
const ALONE = new WordSet('alone unilaterally ourselves itself'.split(' '))
/** What comes of it: "would produce a military response", "warned of further steps". */
const OUTCOMES = new WordSet(OUTCOME_WORDS)
const HEAVY = new WordSet(
  'follow-up military stronger strong tough tougher further additional serious grave severe dire physical merciless necessary appropriate harsh harsher stern resolute decisive retaliatory nuclear armed corresponding grievous catastrophic unspecified'.split(
    ' ',
  ),
)
/** What forces do that is no threat. */
const PEACEFUL = new WordSet(
  'pacify protect secure withdraw leave stay help keep guard return disarm pull police remain defend monitor'.split(
    ' ',
  ),
)
const BRINGING = new WordSet(
  'produce provoke trigger bring draw prompt face meet invite cause warn promise mean follow entail'.split(' '),
)
/** Pictures of ruin. */
const RUIN = new WordSet(
  'graveyard graveyards ashes hell inferno quagmire bloodbath cemetery vietnam rubble furnace'.split(' '),
)

/** Verbs that tell of what may come without a "may" or "will". */
const PLAIN = new WordSet(['warn', 'promise', 'take', 'hint'])

/** What a voice says it will do, or that will come, if it is crossed: "Moscow would respond to a strike", "our troops will enter the city", "the text warns of further steps". */
export function menacesIn(scene: Scene, into: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) {
    if (verb.modal === undefined && !PLAIN.hasVerb(verb)) continue
    if (into.some((each) => each.type === 'threat')) return
    const actors =
      answers(scene, verb) ??
      takes(scene, verb) ??
      mayGo(scene, verb) ??
      brings(scene, verb) ??
      comes(scene, verb) ??
      hints(scene, verb)
    if (actors === undefined || actors.length === 0) continue
    into.push(eventAt(scene, verb, 'threat', actors.slice(0, 2), verb.index + 3, 'menace'))
  }
}

/** "Moscow would respond to any strike", "will act alone" */
function answers(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  if (verb.negated || verb.passive || !MIGHT.has(verb.modal ?? '') || !ANSWERING.hasVerb(verb)) return undefined
  const { tokens } = scene
  const end = Math.min(verb.to + 6, scene.to)
  if (verb.lemma === 'act') {
    const own =
      ALONE.stands(tokens, verb.to, end) || (tokens[verb.to]?.lower === 'on' && tokens[verb.to + 2]?.lower === 'own')
    if (!own) return undefined
  } else if (verb.lemma !== 'retaliate') {
    // "respond to the offer": only to arms, sanctions, a move
    if (!/^(?:to|against|with|in|back|at)$/.test(tokens[verb.to]?.lower ?? '') || !HOSTILE.stands(tokens, verb.to, end))
      return undefined
  }
  const codes = codesOf(scene, verb.subject)
  return codes.length > 0 ? codes : speakerOf(scene, verb.index)?.codes
}
const HOSTILE = new WordSet(
  'attack attacks strike strikes action aggression invasion provocation provocations sanctions force military intervention raid raids move fire kind war'.split(
    ' ',
  ),
)

/** "The North will take stronger measures, its ministry said", "the council warned it could take further action" */
function takes(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  if (verb.lemma !== 'take' || verb.negated || verb.passive || !MIGHT.has(verb.modal ?? '')) return undefined
  const next = scene.clauses.chunks[verb.index + 1]
  if (next?.kind !== 'noun' || !isOutcome(scene, next)) return undefined
  const codes = codesOf(scene, verb.subject)
  const speaker = speakerOf(scene, verb.index)
  const { target } = scene.memory
  if (speaker === undefined || !codes.some((code) => speaker.codes.includes(code))) {
    const last = scene.clauses.verbs.at(-1)
    const own = target !== undefined && codes.includes(target) && codesOf(scene, last?.subject).includes(target)
    return own ? [target] : undefined
  }
  return codes.filter((code) => code === target || code === 'UNSC')
}

/** "warned it could pull out of the treaty", "our troops will enter the city tonight": the one at issue */
function mayGo(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  const { target } = scene.memory
  if (target === undefined || verb.negated || verb.passive || verb.form !== 'finite' || !MIGHT.has(verb.modal ?? ''))
    return undefined
  const speaker = speakerOf(scene, verb.index)
  if (speaker === undefined || !speaker.codes.includes(target) || verb.subject === undefined) return undefined
  const { subject } = verb
  if (isForce(scene, subject)) {
    if (PEACEFUL.hasVerb(verb)) return undefined
    const ours = scene.tokens[subject.from]?.lower === 'our' || forcesOf(scene, subject).includes(target)
    return ours || codesOf(scene, subject).includes(target) ? [target] : undefined
  }
  if (!codesOf(scene, subject).includes(target) || !STEPS.hasVerb(verb)) return undefined
  return WARNING.hasVerb(verb.reported) ? [target] : undefined
}

/** "any statement would produce a military response", "the text warns of further steps" */
function brings(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  if (verb.negated || !BRINGING.hasVerb(verb)) return undefined
  const future = MIGHT.has(verb.modal ?? '')
  const plain = verb.form === 'finite' && verb.modal === undefined && /^(?:warn|promise)$/.test(verb.lemma)
  if ((!future && !plain) || scene.tokens[verb.to]?.lower === 'against') return undefined
  const { chunks } = scene.clauses
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 5); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return undefined
    if (chunk?.kind !== 'noun' || !isOutcome(scene, chunk)) continue
    const codes = future ? speakerOf(scene, verb.index)?.codes : codesOf(scene, verb.subject)
    // "could face civil war", an envoy said
    if (CIVIL.stands(scene.tokens, chunk.from, chunk.to) && !codes?.includes(scene.memory.target ?? ''))
      return undefined
    if (future) return codes
    return verb.subject !== undefined && (isDraft(scene, verb.subject) || isCouncil(scene, verb.subject))
      ? ['UNSC']
      : codes
  }
  return undefined
}

/** "further steps", "serious consequences", "a military response" */
function isOutcome(scene: Scene, noun: NounChunk): boolean {
  if (!OUTCOMES.has(scene.tokens[noun.to - 1])) return false
  const last = scene.tokens[noun.to - 1]?.lower ?? ''
  return (
    HEAVY.stands(scene.tokens, noun.from, noun.to) ||
    /^(?:retaliation|countermeasures|reprisals?|war|repercussions)$/.test(last)
  )
}

/** "serious consequences would follow", "follow-up measures will be taken by our forces", "Darfur will become their graveyard" */
function comes(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  if (verb.negated || !MIGHT.has(verb.modal ?? '') || verb.subject === undefined) return undefined
  const speaker = speakerOf(scene, verb.index)
  if (verb.lemma === 'become' || verb.lemma === 'turn' || verb.lemma === 'be') {
    if (!RUIN.stands(scene.tokens, verb.to, Math.min(verb.to + 8, scene.to))) return undefined
    return speaker?.codes.includes(scene.memory.target ?? '') ? speaker.codes : undefined
  }
  const follows =
    /^(?:follow|come|ensue|result)$/.test(verb.lemma) || (verb.passive && /^(?:take|carry|meet)$/.test(verb.lemma))
  if (!follows || !isOutcome(scene, verb.subject)) return undefined
  if (speaker !== undefined) return speaker.codes
  const { chunks } = scene.clauses
  return chunks.some((chunk) => chunk.kind === 'noun' && isDraft(scene, chunk)) ? ['UNSC'] : undefined
}

/** "hinted at a fourth test", "expressed its determination to take further action" */
function hints(scene: Scene, verb: VerbChunk): readonly string[] | undefined {
  const { chunks } = scene.clauses
  if (verb.form !== 'finite' || verb.negated || verb.modal !== undefined) {
    if (verb.form !== 'to' || verb.lemma !== 'take') return undefined
    const resolve = chunks[verb.index - 1]
    if (
      resolve?.kind !== 'noun' ||
      !/^(?:determination|resolve|readiness|intention)$/.test(scene.tokens[resolve.to - 1]?.lower ?? '')
    )
      return undefined
    const steps = chunks[verb.index + 1]
    const council = isCouncil(scene, verb.subject) && OUTCOMES.has(scene.tokens[(steps?.to ?? 0) - 1])
    return steps?.kind === 'noun' && (council || isOutcome(scene, steps)) ? codesOf(scene, verb.subject) : undefined
  }
  if (verb.lemma !== 'hint') return undefined
  const what = chunks[verb.index + 2]
  const test =
    what?.kind === 'noun' &&
    /^(?:tests?|launch|launches|strikes?|retaliation|war)$/.test(scene.tokens[what.to - 1]?.lower ?? '')
  return test ? codesOf(scene, verb.subject) : undefined
}
