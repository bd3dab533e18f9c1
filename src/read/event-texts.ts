import { aboutOf } from './about.js'
import { isBody } from './bodies.js'
import type { NounChunk, VerbChunk } from './chunks.js'
import type { FoundEvent } from './event-found.js'
import type { EventObject } from './event-objects.js'
import { isInverted } from './event-told.js'
import type { Scene } from './scene.js'
import { authorsIn } from './sponsor-compounds.js'
import { WordSet } from './wordset.js'

/** "the French-drafted resolution": tabled, where nothing told it before. */
export function drafted(scene: Scene, noun: NounChunk, index: number, into: FoundEvent[]): void {
  if (aboutOf(noun, scene.tokens)?.about !== 'resolution') return
  const actors = [...authorsIn(scene, noun), ...byAuthor(scene, noun, index)].filter(
    (code) => !isBody(code) && !into.some((each) => each.type === 'draft-tabled' && each.actors.includes(code)),
  )
  if (actors.length === 0 || into.some((each) => each.type === 'draft-expected')) return
  into.push({
    type: 'draft-tabled',
    actors,
    from: index,
    to: index,
    passing: true,
    rule: 'draft-tabled:compound',
    words: [noun.from, noun.to],
  })
}

/** "a draft resolution by Saudi Arabia" */
function byAuthor(scene: Scene, noun: NounChunk, index: number): readonly string[] {
  const { chunks } = scene.clauses
  const by = chunks[index + 2]
  if (chunks[index + 1]?.kind !== 'preposition' || by?.kind !== 'noun' || by.preposition !== 'by') return []
  return /^(?:drafts?|resolutions?|texts?)$/.test(scene.tokens[noun.to - 1]?.lower ?? '')
    ? ((by.entity ?? by.owner)?.codes ?? [])
    : []
}

const AWAITED = new WordSet(
  'push press seek want call ask hope demand schedule expect plan postpone delay await set put defer wait prepare aim urge force move'.split(
    ' ',
  ),
)

const VOTE = new WordSet(['vote'])

/** "pushing for a vote tomorrow", "the vote was put off until Thursday": a vote that is still to come. */
export function vote(scene: Scene, noun: NounChunk, index: number, into: FoundEvent[]): void {
  if (!VOTE.stands(scene.tokens, noun.from, noun.to)) return
  const { chunks, verbs } = scene.clauses
  let at = index - 1
  // "delayed until Thursday a vote"
  while (at > 1 && chunks[at]?.kind === 'adverb') at--
  if (at < index - 1) while (at > 1 && chunks[at]?.kind === 'preposition') at--
  const before = chunks[at]
  const governing = before?.kind === 'preposition' && /^(?:for|on|to|off)$/.test(before.word) ? chunks[at - 1] : before
  const after = verbs.filter((verb) => verb.subject === noun && verb.index > index)
  const awaited = [governing, ...after].find(
    (verb) => verb?.kind === 'verb' && AWAITED.hasVerb(verb) && !verb.negated && verb.conditional !== true,
  )
  if (awaited?.kind === 'verb' && isInverted(scene, awaited)) return
  // "no date has been set for a vote"
  const date = awaited?.kind === 'verb' ? awaited.subject : undefined
  if (date !== undefined && scene.tokens[date.from]?.lower === 'no') return
  if (awaited === undefined || into.some((each) => each.type === 'vote-expected' || each.rule === 'vote-held:put'))
    return
  // "called for a vote, knowing it would fail": it was held.
  const { told } = scene.memory
  if (told.has('not-adopted UNSC') || told.has('vetoed UNSC') || told.has('adopted UNSC')) return
  into.push({
    type: 'vote-expected',
    actors: ['UNSC'],
    from: index,
    to: index,
    planned: true,
    passing: true,
    rule: 'vote-expected:noun',
    words: [noun.from, noun.to],
  })
}

/** What is given is a text only where it is the object itself. */
export function isGiven(verb: VerbChunk, object: EventObject): boolean {
  return (
    !object.undergone &&
    object.noun.preposition !== undefined &&
    /^(?:give|hand|send|deliver|write|offer)$/.test(verb.lemma)
  )
}

const CASES = new WordSet(
  'case cases file dossier matter dispute issue situation crackdown it regime leader leaders government crimes programme program country standoff'.split(
    ' ',
  ),
)
/** "sent the file to the Council", no letter. */
export function isCase(scene: Scene, verb: VerbChunk, object: EventObject): boolean {
  if (verb.lemma === 'refer' || verb.lemma === 'report') return true
  const from = object.undergone ? object.noun.from : verb.to
  return (
    CASES.stands(scene.tokens, from, Math.min(from + 5, scene.to)) || scene.clauses.chunks[verb.index + 1] === undefined
  )
}
