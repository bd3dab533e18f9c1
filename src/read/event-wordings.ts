import { actorOf } from './actor-of.js'
import { isOfUN } from './bodies.js'
import type { Chunk, NounChunk, VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import { isCouncil } from './council-nouns.js'
import { courtOf } from './court.js'
import type { Entity } from './entity.js'
import type { FoundEvent } from './event-found.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const MISSILES = new WordSet(
  'missiles missile rockets rocket satellites satellite projectiles projectile icbms icbm warheads warhead'.split(' '),
)
const FLYING = new WordSet(
  'fly fall drop lift blast streak land splash plunge crash travel soar overfly explode overshoot'.split(' '),
)
const FINDING = new WordSet('report conclude find confirm say note state accuse reveal show detail'.split(' '))
const INQUIRERS = new WordSet(
  'panel experts expert inspectors inspector investigators investigator monitors monitor agency watchdog commission inquiry team rapporteur'.split(
    ' ',
  ),
)

/** Events that neither verb and object nor one noun tells: a missile that flies, a body that says something in a report, a case sent on. */
export function wordedEvents(scene: Scene, into: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) {
    const court = courtOf(scene, verb)
    if (court !== undefined) push(scene, into, 'referral', 'UNSC', verb, court)
    if (verb.negated || verb.conditional === true || verb.form !== 'finite' || verb.modal !== undefined) continue
    flown(scene, verb, into)
    reported(scene, verb, into)
    referred(scene, verb, into)
    protested(scene, verb, into)
  }
}

/** "Damascus protested to the Council over the raid"; no crowd in a street. */
function protested(scene: Scene, verb: VerbChunk, into: FoundEvent[]): void {
  if (verb.lemma !== 'protest' || verb.passive || verb.subject === undefined) return
  const entity = actorOf(scene, verb.subject)
  if (entity === undefined || entity.crowd === true || entity.silent === true || entity.codes.length !== 1) return
  const crowd = scene.mentions.some(
    (mention) => mention.to === verb.subject?.to && mention.named.some((named) => named.kind === 'demonym'),
  )
  const next = scene.tokens[verb.to]?.lower ?? ''
  if (!crowd && /^(?:to|over|that|about)$/.test(next))
    push(scene, into, 'protest', entity.codes[0] as string, verb, verb.index + 3)
}

function push(scene: Scene, into: FoundEvent[], type: EventType, actor: string, verb: VerbChunk, to: number): void {
  if (into.some((each) => each.type === type)) return
  into.push({
    type,
    actors: [actor],
    from: verb.index,
    to: Math.min(to, scene.clauses.chunks.length - 1),
    rule: `worded:${type}`,
    words: [verb.from, verb.to],
  })
}

/** "A North Korean missile flew over Hokkaido." */
function flown(scene: Scene, verb: VerbChunk, into: FoundEvent[]): void {
  if (!FLYING.hasVerb(verb) || verb.subject === undefined || !(verb.past || verb.perfect)) return
  const { subject } = verb
  if (!MISSILES.has(scene.tokens[subject.to - 1])) return
  const actor = subject.owner?.codes[0] ?? scene.memory.target
  if (actor !== undefined) push(scene, into, 'missile-launch', actor, verb, verb.index + 2)
}

function inquirerOf(entity: Entity | undefined): string | undefined {
  return entity?.codes.find((code) => code === 'IAEA' || isOfUN(code))
}

/** "the agency", "the nuclear watchdog", no news agency. */
function isWatchdog(scene: Scene, noun: NounChunk): boolean {
  if (!/^(?:agency|watchdog)$/.test(scene.tokens[noun.to - 1]?.lower ?? '')) return false
  return noun.to - noun.from === 2 || /^(?:nuclear|atomic)$/.test(scene.tokens[noun.to - 2]?.lower ?? '')
}

/** "The IAEA said in a report …", "a U.N. panel of experts reported that …". */
function reported(scene: Scene, verb: VerbChunk, into: FoundEvent[]): void {
  if (!FINDING.hasVerb(verb) || verb.passive || verb.subject === undefined) return
  const { chunks } = scene.clauses
  const { subject } = verb
  const watchdog = isWatchdog(scene, subject) ? 'IAEA' : undefined
  const body =
    inquirerOf(subject.entity) ?? inquirerOf(subject.owner) ?? inquirerOf(actorOf(scene, subject)) ?? watchdog
  if (body === undefined) return
  const { tokens } = scene
  const inquirer = body === 'IAEA' || INQUIRERS.stands(tokens, subject.from, verb.from)
  if (!inquirer && isCouncil(scene, subject)) return
  for (let at = Math.max(0, verb.index - 6); at < Math.min(chunks.length, verb.index + 6); at++) {
    const chunk = chunks[at]
    if (at > verb.index && (chunk?.kind === 'verb' || chunk?.kind === 'subordinator')) break
    if (
      chunk?.kind === 'noun' &&
      chunk.preposition === 'in' &&
      /^reports?$/.test(scene.tokens[chunk.to - 1]?.lower ?? '')
    ) {
      push(scene, into, 'report', body, verb, at)
      return
    }
  }
  if (!/^(?:report|conclude|find)$/.test(verb.lemma) || !isThat(chunks, verb.index + 1)) return
  if (inquirer) push(scene, into, 'report', body === 'UNSC' ? 'UN' : body, verb, verb.index + 4)
}

/** "reported in March that" */
function isThat(chunks: readonly Chunk[], at: number): boolean {
  for (let next = at; next < at + 4; next++) {
    const chunk = chunks[next]
    if (chunk?.kind === 'subordinator') return true
    if (chunk?.kind === 'noun' ? chunk.entity !== undefined : chunk?.kind !== 'preposition' && chunk?.kind !== 'adverb')
      return false
  }
  return false
}

const CASES = new WordSet('case cases file dossier matter dispute issue situation crackdown'.split(' '))

/** "The agency's board referred the case to the Security Council": who sent it may go without a name. */
function referred(scene: Scene, verb: VerbChunk, into: FoundEvent[]): void {
  if (!/^(?:refer|send|take|report)$/.test(verb.lemma) || verb.subject === undefined) return
  if (verb.lemma !== 'refer' && !CASES.stands(scene.tokens, verb.subject.from, Math.min(verb.to + 4, scene.to))) return
  const { chunks, verbs } = scene.clauses
  // "recommended that the Council refer it": wished
  if (!verb.passive && scene.tokens[verb.at]?.lower === verb.lemma) return
  if (!verb.passive && chunks[verb.index + 1]?.kind !== 'noun') return
  const next = verbs.find((each) => each.index > verb.index)
  for (
    let at = verb.index + (verb.passive ? 1 : 2);
    at < Math.min(chunks.length, verb.index + 8, next?.index ?? chunks.length);
    at++
  ) {
    const chunk = chunks[at]
    if (chunk?.kind !== 'noun' || chunk.preposition !== 'to') continue
    const words = scene.tokens.slice(chunk.from, chunk.to)
    if (!words.some((token) => /^(?:council|court|icc)$/.test(token.lower))) continue
    const board = scene.tokens
      .slice(verb.subject.from, verb.subject.to)
      .some((token) => /^(?:agency|board|watchdog)$/.test(token.lower))
    const sender = verb.passive ? verb.agent : verb.subject
    const court = words.some((token) => /^(?:court|icc)$/.test(token.lower))
    const voted = court && sender?.entity?.codes[0] === 'UN' ? 'UNSC' : undefined
    const actor =
      voted ??
      sender?.entity?.codes[0] ??
      sender?.owner?.codes[0] ??
      (board ? 'IAEA' : verb.passive ? (court ? 'UNSC' : 'IAEA') : undefined)
    if (actor !== undefined) push(scene, into, 'referral', actor, verb, at)
    return
  }
}
