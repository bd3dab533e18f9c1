import type { VerbChunk } from './chunks.js'
import type { EventType } from './claim.js'
import { awaited } from './council-awaited.js'
import { FAILING, failed } from './council-failures.js'
import { isCouncil } from './council-nouns.js'
import { CARRYING, carried } from './council-told.js'
import { USING, vetoed } from './council-vetoes.js'
import { VOTING, voted } from './council-votes.js'
import { isDone } from './done.js'
import type { FoundEvent } from './event-found.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** What the Council does in a statement. */
const SAYING = new WordSet(
  'condemn deplore denounce call urge demand warn express voice say press welcome reaffirm reiterate'.split(' '),
)

/** What the Council does by other verbs is still to come. */
const DOING = WordSet.of(VOTING, CARRYING, FAILING, USING, SAYING)

/** What the Council does with a text where a construction tells it and no word alone: votes, tallies, failures, vetoes, votes to come. */
export function councilActs(scene: Scene, into: FoundEvent[]): void {
  for (const verb of scene.clauses.verbs) {
    if (verb.conditional === true) continue
    const done = DOING.hasVerb(verb) ? doneBy(scene, verb) : undefined
    const type = done ?? (awaited(scene, verb) ? 'vote-expected' : undefined)
    if (type !== undefined) push(scene, into, type, verb.index, verb.index + 2, [verb.from, verb.to])
  }
  tallied(scene, into)
}

function doneBy(scene: Scene, verb: VerbChunk): EventType | undefined {
  return voted(scene, verb) ?? carried(scene, verb) ?? failed(scene, verb) ?? vetoed(scene, verb) ?? said(scene, verb)
}

function push(
  scene: Scene,
  into: FoundEvent[],
  type: EventType,
  from: number,
  to: number,
  words: readonly [number, number],
): void {
  if (into.some((each) => each.type === type && each.actors[0] === 'UNSC')) return
  if (type === 'vote-expected' && into.some((each) => each.type === 'adopted')) return
  const speaker = scene.clauses.speakerAt(from)
  into.push({
    type,
    actors: ['UNSC'],
    from,
    to: Math.min(to, scene.clauses.chunks.length - 1),
    rule: `council:${type}`,
    words,
    ...(type === 'vote-expected' ? { planned: true, passing: true } : {}),
    ...(speaker === undefined ? {} : { speaker }),
  })
}

/** "The Council condemned the bombing in a statement": the statement is what it adopted. */
function said(scene: Scene, verb: VerbChunk): EventType | undefined {
  if (verb.negated || verb.passive || !isDone(verb) || !SAYING.hasVerb(verb) || !isCouncil(scene, verb.subject))
    return undefined
  const { chunks } = scene.clauses
  for (let at = Math.max(0, verb.index - 8); at < Math.min(chunks.length, verb.index + 9); at++) {
    const chunk = chunks[at]
    if (chunk?.kind !== 'noun' || chunk.preposition !== 'in') continue
    if (/^statements?$/.test(scene.tokens[chunk.to - 1]?.lower ?? '') && chunk.entity === undefined)
      return 'statement-adopted'
  }
  return undefined
}

/** "13-0-2", "by 14 votes to none", "12 votes in favour, two against": the tally of a vote of the Council. */
function tallied(scene: Scene, into: FoundEvent[]): void {
  const { tokens } = scene
  for (let at = scene.from; at < scene.to - 2; at++) {
    if (tokens[at]?.kind !== 'number' || tokens[at + 2]?.kind !== 'number') continue
    if (!/^[-–]$/.test(tokens[at + 1]?.lower ?? '') || tokens[at + 1]?.gap !== 0) continue
    const parts = [tokens[at], tokens[at + 2], tokens[at + 3]?.lower === '-' ? tokens[at + 4] : undefined]
    const sum = parts.reduce((all, part) => all + (part?.kind === 'number' ? Number(part.lower) : 0), 0)
    if (!(sum >= 9 && sum <= 15) || !/^\d{1,2}$/.test(tokens[at]?.lower ?? '')) continue
    if (
      !scene.tokens
        .slice(scene.from, scene.to)
        .some((token) => /^(?:vote|votes|voted|adopted|passed|approved|abstentions?|abstaining)$/.test(token.lower))
    )
      continue
    const index = scene.clauses.chunks.findIndex((chunk) => chunk.from <= at && at < chunk.to)
    push(scene, into, 'vote-held', Math.max(0, index - 2), Math.max(0, index), [at, at + 3])
    return
  }
}
