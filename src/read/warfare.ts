import { type NounChunk, placeIn } from './chunk.js'
import type { Entity } from './entity.js'
import { type Issue, issueOf } from './issue.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const BLOWS = new WordSet(
  'attack attacks strike strikes assault assaults offensive operation operations campaign raid raids action bombing bombardment bombardments incursion'.split(
    ' ',
  ),
)
const AIMING = new Set(['on', 'against', 'in', 'at'])

/** "an attack on Iraq", where Iraq is the state that the article is about: force that others may use, and not what it does. */
export function atForce(scene: Scene, issue: Issue | undefined): Issue | undefined {
  if (issue?.noun === undefined || issue.about !== 'conduct') return issue
  const { noun } = issue
  const { chunks } = scene.clauses
  const target = scene.memory.target
  if (target === undefined) return issue
  if (MEDDLING.has(scene.tokens[noun.head]))
    return isInAffairs(scene, noun, target)
      ? issueOf('force', issue.sign, false, noun, issue.effect, issue.sure)
      : issue
  if (!BLOWS.has(scene.tokens[noun.head])) return issue
  const at = placeIn(chunks, noun)
  const link = chunks[at + 1]
  const whom = chunks[at + 2]
  if (link?.kind !== 'preposition' || !AIMING.has(link.word) || whom?.kind !== 'noun') return issue
  const hit = whom.entity
  if (hit?.codes.includes(target) !== true || noun.owner?.codes.includes(target) === true) return issue
  return issueOf('force', issue.sign, false, noun, issue.effect, issue.sure)
}

const MEDDLING = new WordSet(['interference', 'meddling'])

/** "interference in its internal affairs", of the state that the article is about or of states as such, by nobody named. */
function isInAffairs({ clauses: { chunks }, tokens }: Scene, noun: NounChunk, target: string): boolean {
  if (noun.owner !== undefined) return false
  for (let at = placeIn(chunks, noun) + 1; at < Math.min(chunks.length, placeIn(chunks, noun) + 5); at++) {
    const whose = chunks[at]
    if (whose?.kind === 'verb' || whose?.kind === 'comma') return false
    if (whose?.kind !== 'noun') continue
    const of = whose.owner ?? whose.entity
    if (of?.codes.includes(target)) return true
    if (AFFAIRS.has(tokens[whose.head])) return of === undefined || of.codes.length === 0
  }
  return false
}

const AFFAIRS = new WordSet(['affairs', 'matters', 'sovereignty'])

/** "demanded that Sudan halt its air strikes": the force of the one whom the matter concerns is its conduct. */
export function byItself({ memory }: Scene, doer: Entity | undefined, issue: Issue): Issue {
  if (issue.about !== 'force' || issue.sign === 1 || doer?.codes.includes(memory.target ?? '') !== true) return issue
  return issueOf('conduct', -1, issue.weak, issue.noun, issue.effect, issue.sure)
}

/** What others do to the state at issue: "denounced the military intervention". */
const FROM_OUTSIDE = new WordSet(
  'intervention interventions interference meddling zone zones invasion occupation involvement plan proposal'.split(
    ' ',
  ),
)
const OTHERS = new WordSet('western foreign allied coalition nato european outside imperialist'.split(' '))
const WHERE = new Set(['against', 'on', 'in', 'over', 'of'])

/** Whether the force that an object of blame names is what others use against the state at issue: "deplored the scope of the air strikes on Libya". */
export function usedByOthers(scene: Scene, noun: NounChunk, objectAt: number): boolean {
  const { chunks } = scene.clauses
  const { tokens } = scene
  const target = scene.memory.target ?? ''
  const at = placeIn(chunks, noun)
  if (noun.owner?.codes.includes(target) === true) return false
  // "accused Iran of …", "angry at the regime's …": another is blamed before
  for (let i = objectAt; i < at; i++) {
    const before = chunks[i]
    if (
      before?.kind === 'verb' ||
      (before?.kind === 'noun' && (before.entity !== undefined || before.owner !== undefined))
    )
      return false
  }
  if (FROM_OUTSIDE.has(tokens[noun.head])) return true
  if (isOthers(tokens, noun)) return true
  const link = chunks[at + 1]
  const whom = chunks[at + 2]
  if (link?.kind !== 'preposition' || whom?.kind !== 'noun') return false
  if (link.word !== 'by') return WHERE.has(link.word) && whom.entity?.codes.includes(target) === true
  return isOthers(tokens, whom)
}

/** "the Western jets", "a NATO-led campaign": others than the government use it. */
function isOthers(tokens: Scene['tokens'], { from, to }: NounChunk): boolean {
  for (let at = from; at < to; at++) if (OTHERS.has(tokens[at]) || tokens[at]?.lower.endsWith('-led')) return true
  return false
}
