import { isOtherBody } from './bodies.js'
import { placeIn } from './chunk.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import { isCouncil } from './council-nouns.js'
import { agentAfter } from './event-doers.js'
import type { EventObject } from './event-objects.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** "the Security Council statement" */
export function isOfCouncil(scene: Scene, noun: NounChunk): boolean {
  if (noun.owner?.codes.includes('UNSC') === true) return true
  for (let at = noun.from; at < noun.to; at++) if (scene.tokens[at]?.lower === 'council') return true
  return false
}

/** The General Assembly, a board or a parliament, which adopt texts of their own. */
export function isOtherHall(scene: Scene, verb: VerbChunk, undergone: boolean): boolean {
  const agent = verb.agent ?? (undergone ? agentAfter(scene, verb) : undefined)
  const hall = undergone ? agent : verb.subject
  // "a League resolution passed on Sunday"
  const owner = undergone ? verb.subject?.owner?.codes[0] : undefined
  if (owner !== undefined && isOtherBody(owner)) return true
  if (hall === undefined) return false
  if (HALLS.stands(scene.tokens, hall.from, hall.to)) return true
  if (isLarger(scene)) return true
  // "by a 10-0 vote"
  if (scene.tokens[hall.to - 1]?.kind === 'number') return false
  const codes = hall.entity?.codes ?? hall.owner?.codes ?? []
  // "a statement made by the republic"
  return (
    undergone && hall.preposition === 'by' && codes.length === 0 && !BALLOTS.stands(scene.tokens, hall.from, hall.to)
  )
}
const BALLOTS = new WordSet(
  'votes vote consensus acclamation margin majority unanimity members council nations countries states 15 fifteen all body panel'.split(
    ' ',
  ),
)
export const HALLS = new WordSet(
  'watchdog assembly parliament congress senate board committee commission rights knesset majlis house'.split(' '),
)

/** "In a statement released after the vote, the Secretary-General": the one who speaks issued it. */
export function isOthersStatement(scene: Scene, object: EventObject): boolean {
  const { chunks } = scene.clauses
  const at = placeIn(chunks, object.noun)
  const link = chunks[at + 1]
  const whose = chunks[at + 2]
  // "a statement from him was read out"
  if (object.undergone && link?.kind === 'preposition' && /^(?:from|of)$/.test(link.word) && whose?.kind === 'noun')
    return !isCouncil(scene, whose)
  if (!object.undergone || object.noun.preposition !== 'in' || object.noun.owner !== undefined) return false
  const main = scene.clauses.verbs.find((each) => each.form === 'finite' && each.index > object.at)
  return main?.subject?.entity !== undefined && !isCouncil(scene, main.subject)
}

/** "In a statement read out by an ambassador, the Council urged …": the one who speaks issued it. */
export function isInCouncils(scene: Scene, { at, noun }: EventObject): boolean {
  if (noun.preposition !== 'in') return false
  const main = scene.clauses.verbs.find((each) => each.form === 'finite' && each.index > at)
  return isCouncil(scene, main?.subject)
}

/** "by 137 votes to 12", "voted 114-17": no hall of fifteen. */
export function isLarger({ tokens, from, to }: Scene): boolean {
  for (let at = from; at < to - 1; at++) {
    const count = tokens[at]?.kind === 'number' ? Number(tokens[at]?.lower) : 0
    if (!(count > 15 && count < 200)) continue
    const next = tokens[at + 1]
    if (/^votes?$/.test(next?.lower ?? '')) return true
    if (/^[-–]$/.test(next?.lower ?? '') && next?.gap === 0 && tokens[at + 2]?.kind === 'number') return true
  }
  return false
}
