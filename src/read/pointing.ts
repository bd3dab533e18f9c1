import { aboutOf } from './about.js'
import { standsAt } from './before.js'
import type { NounChunk } from './chunk.js'
import type { About, Stance } from './claim.js'
import { heldBefore, type Progress } from './memory.js'
import { type FoundStance, ofText, type Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** Nouns that name what was told before: "rejected the idea", "welcomed the move". */
const POINTING = new WordSet(
  `move step idea plan proposal suggestion call offer initiative decision request appeal prospect notion possibility approach bid push invitation scheme
  formula moves steps ideas plans proposals suggestions calls offers`.split(/\s+/),
)
const DETERMINED = new WordSet(['the', 'this', 'that', 'these', 'those', 'such', 'any', 'its', 'their', 'his', 'her'])
const PRONOUNS = new WordSet(['it', 'this', 'that', 'so'])
const MANY = new WordSet(['them', 'these', 'those'])
const SAME = new WordSet([
  'such',
  'a',
  'any',
  'latest',
  'whole',
  'very',
  'u.s.',
  'american',
  'western',
  'french',
  'british',
  'russian',
  'chinese',
])

/** Whether a noun or pronoun only points at a thing at issue, so that what stands before must be read first. */
export function pointsBack(scene: Scene): boolean {
  const { chunks } = scene.clauses
  for (let at = 0; at < chunks.length; at++) {
    const noun = chunks[at]
    if (noun?.kind === 'noun' && (pointsByNoun(scene, noun, at) || pointsByPronoun(scene, noun, at))) return true
  }
  return false
}

/** Gives nouns and pronouns that only point at a thing at issue what they point at: named before in the sentence, or raised last. */
export function point(scene: Scene): void {
  const { chunks } = scene.clauses
  for (let at = 0; at < chunks.length; at++) {
    const noun = chunks[at]
    if (noun?.kind !== 'noun' || !(pointsByNoun(scene, noun, at) || pointsByPronoun(scene, noun, at))) continue
    const about =
      noun.to === noun.from + 1 && MANY.has(scene.tokens[noun.from]) ? manyRaised(scene, at) : raisedAt(scene, at)
    if (about !== undefined && about !== 'conduct') noun.about = { about, weak: true }
  }
}

function pointsByNoun({ tokens, clauses }: Scene, noun: NounChunk, at: number): boolean {
  if (!POINTING.has(tokens[noun.head]) || noun.to !== noun.head + 1) return false
  if (!DETERMINED.has(tokens[noun.from]) && noun.owner === undefined) return false
  for (let i = noun.from + 1; i < noun.head; i++) {
    const token = tokens[i]
    if (!SAME.has(token) && !(noun.owned !== undefined && i < noun.owned)) return false
  }
  // "the idea of", "the plan to", "the proposal that" tell themselves what they are.
  const next = clauses.chunks[at + 1]
  if (next?.kind === 'verb') return next.form === 'finite' || next.form === 'participle'
  if (next?.kind === 'subordinator') return next.word !== 'that'
  return next?.kind !== 'preposition' || !/^(?:of|to|for|on|against|from|by)$/.test(next.word)
}

/** "rejected it", "is against it", not "it rejected". */
function pointsByPronoun({ tokens, clauses }: Scene, noun: NounChunk, at: number): boolean {
  if (noun.to !== noun.from + 1 || !(PRONOUNS.has(tokens[noun.from]) || MANY.has(tokens[noun.from]))) return false
  const before = standsAt(clauses.chunks, at - 1)
  const after = clauses.chunks[at + 1]
  if (after?.kind === 'verb' && after.subject === noun) return false
  if (before?.kind === 'verb') return !before.copula
  return before?.kind === 'preposition'
}

/** "opposed the sanctions but now backs them": the last plural named before, where that is at issue. */
function manyRaised(scene: Scene, before: number): About | undefined {
  const { chunks } = scene.clauses
  for (let at = before - 1; at >= 0; at--) {
    const noun = chunks[at]
    if (noun?.kind !== 'noun') continue
    const issue = aboutOf(noun, scene.tokens)
    const many = /[^s]s$/.test(scene.tokens[noun.head]?.lower ?? '')
    if (issue !== undefined && !issue.weak && many) return issue.about
    if (many || (noun.entity?.codes.length ?? 0) > 1) return undefined
  }
  return undefined
}

/** The thing at issue that was named last before a place: what others hold of it before what someone does. */
export function raisedAt(scene: Scene, before: number): About | undefined {
  const here = raisedIn(scene, before)
  if (here !== undefined && here !== 'conduct') return here
  scene.memory.asked = true
  return scene.memory.raised ?? here
}

/** A text is spoken of, in the sentence or before it. */
export function isOnText(scene: Scene, at: number): boolean {
  return ofText(scene) || raisedAt(scene, at) === 'resolution'
}

/** Whether an actor took that side of a thing in an earlier sentence. */
export function heldEarlier({ memory }: Scene, actor: string, about: About, stance: Stance): boolean {
  memory.asked = true
  return heldBefore(memory, actor, about, stance)
}

/** The same in this sentence alone. */
export function raisedIn(scene: Scene, before: number): About | undefined {
  const { chunks } = scene.clauses
  let deed: About | undefined
  for (let at = before - 1; at >= 0; at--) {
    const chunk = chunks[at]
    const issue = chunk?.kind === 'noun' ? aboutOf(chunk, scene.tokens) : undefined
    if (issue === undefined || issue.weak || issue.about === 'implementation') continue
    if (issue.about !== 'conduct') return issue.about
    deed ??= issue.about
  }
  return toldOf(scene, before) ?? deed
}

/** '"We will not support it," he said of the draft', "when asked about sanctions". */
function toldOf(scene: Scene, after: number): About | undefined {
  const { chunks, verbs } = scene.clauses
  for (const verb of verbs) {
    const link = chunks[verb.index + 1]
    const noun = chunks[verb.index + 2]
    if (verb.index <= after || link?.kind !== 'preposition' || noun?.kind !== 'noun' || !SAID.hasVerb(verb)) continue
    if (link.word !== 'of' && link.word !== 'about') continue
    const issue = aboutOf(noun, scene.tokens)
    if (issue !== undefined && issue.about !== 'conduct') return issue.about
  }
  return undefined
}

const SAID = new WordSet(['say', 'ask', 'tell', 'speak', 'question'])

/** Remembers what a sentence put at issue: what was held of last, else what it names. */
export function raise(scene: Scene, stances: readonly FoundStance[], progress: Progress): void {
  if (scene.headline) return
  let last: FoundStance | undefined
  for (const each of stances)
    if (each.about !== 'conduct' && each.about !== 'implementation' && (last === undefined || each.to >= last.to))
      last = each
  const now = last?.about ?? namedIn(scene)
  if (now !== undefined) {
    progress.raised = now
    progress.raisedAgo = 0
  } else if (++progress.raisedAgo > 3) progress.raised = undefined
}

function namedIn(scene: Scene): About | undefined {
  let named: About | undefined
  for (const chunk of scene.clauses.chunks) {
    const issue = chunk.kind === 'noun' ? aboutOf(chunk, scene.tokens) : undefined
    if (issue === undefined || issue.weak || issue.about === 'implementation') continue
    if (issue.about === 'resolution') return issue.about
    if (named === undefined || named === 'conduct') named = issue.about
  }
  return named
}
