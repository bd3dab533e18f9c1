import { actorOf } from './actor-of.js'
import type { Chunk, NounChunk, VerbChunk } from './chunk.js'
import { canHold, type Entity } from './entity.js'
import { lexicon } from './lexicon.js'
import { bodyOf, stateOf } from './mention-codes.js'
import type { FoundStance, Scene } from './scene.js'
import { hyphenated } from './sponsor-compounds.js'
import { isText, pushSponsors } from './sponsor-found.js'
import { authored, mayNameAuthors } from './sponsor-nouns.js'
import { WordSet } from './wordset.js'

const GIVING = new WordSet(lexicon.sponsors.giving)

/** Who stands behind a text, where it is told by an adjective, a possessor or a noun: "the US-drafted resolution", "Britain's draft", "Kenya, co-author of the text". */
export function sponsorsIn(scene: Scene, found: readonly FoundStance[]): FoundStance[] {
  const into: FoundStance[] = []
  const { chunks, verbs } = scene.clauses
  const { stock } = scene
  const authors = mayNameAuthors(stock)
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index] as Chunk
    if (chunk.kind !== 'noun') continue
    if (stock.compound) hyphenated(scene, chunk, index, into)
    if (chunk.owner !== undefined) owned(scene, chunk, chunk.owner, index, into)
    byWhom(scene, chunk, index, into)
    if (authors) authored(scene, chunk, index, into)
  }
  for (const verb of verbs) if (GIVING.hasVerb(verb)) given(scene, verb, into)
  const own = into.length
  for (const each of found) if (each.stance === 'sponsors') joined(scene, each, into)
  for (let at = 0; at < own; at++) if (into[at]?.stance === 'sponsors') joined(scene, into[at] as FoundStance, into)
  if (into.length === 0) return into
  const told = new Set(found.filter((each) => each.about === 'resolution').flatMap((each) => each.actors))
  return into.filter((each) => !each.actors.every((actor) => told.has(actor)))
}

/** "Britain's draft resolution", "the French draft". */
function owned(scene: Scene, noun: NounChunk, owner: Entity, index: number, into: FoundStance[]): void {
  if (owner.pronoun === true || !isText(scene, noun)) return
  const draft = scene.tokens.slice(noun.from, noun.to).some((token) => token.lower === 'draft')
  const theirs = noun.owned === undefined && scene.tokens[noun.head]?.lower === 'text' && noun.to - noun.from <= 4
  if (!draft && !theirs) return
  // "the previous US draft", the headline "Russia and China veto draft": told of for something else.
  if (scene.tokens.slice(noun.from, noun.to).some((token) => PASSED.has(token))) return
  if (noun.owned === undefined && !named(scene, noun, owner.codes)) return
  // "the six powers' draft": told of in passing
  if (owner.codes.length > 4) return
  pushSponsors(scene, into, owner.codes, { rule: 'draft-of', from: index, to: index })
}

const PASSED = new WordSet(['previous', 'earlier', 'veto', 'vetoes', 'vetoed', 'failed', 'old', 'defeated'])

/** "the Russian draft", not "the Syria draft": an adjective, or the very first name of the phrase. */
function named(scene: Scene, noun: NounChunk, codes: readonly string[]): boolean {
  return scene.mentions.some(
    (mention) =>
      mention.from >= noun.from &&
      mention.to <= noun.to &&
      codes.includes(stateOf(mention) ?? bodyOf(mention) ?? '') &&
      mention.named.some((each) => each.kind === 'demonym' || each.kind === 'state'),
  )
}

/** "a draft resolution by Gabon". */
function byWhom(scene: Scene, noun: NounChunk, index: number, into: FoundStance[]): void {
  const next = scene.clauses.chunks[index + 2]
  if (next?.kind !== 'noun' || (next.preposition !== 'by' && next.preposition !== 'from') || !isText(scene, noun))
    return
  if (scene.clauses.chunks[index + 1]?.kind !== 'preposition' || next.entity === undefined) return
  pushSponsors(scene, into, next.entity.codes, { rule: 'draft-by', from: index, to: index + 2 })
}

/** "presented the Council with a draft", "gave the other members the text of a resolution". */
function given(scene: Scene, verb: VerbChunk, into: FoundStance[]): void {
  if (verb.form !== 'finite' || verb.passive || verb.modal !== undefined || verb.negated || verb.subject === undefined)
    return
  const holder = actorOf(scene, verb.subject)
  if (holder === undefined || holder.codes.length === 0) return
  const { chunks } = scene.clauses
  for (let at = verb.index + 2; at < Math.min(chunks.length, verb.index + 6); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator' || chunk?.kind === 'comma') return
    if (chunk?.kind !== 'noun') continue
    const word = scene.tokens[chunk.from]?.lower
    const fresh = word === 'a' || word === 'an' || word === 'its' || scene.tokens[chunk.head]?.lower === 'text'
    const draft = scene.tokens
      .slice(chunk.from, chunk.to)
      .some((token) => /^(?:draft|text|resolution)$/.test(token.lower))
    if (fresh && draft && isText(scene, chunk)) {
      pushSponsors(scene, into, holder.codes, { rule: 'given', from: verb.index, to: at })
      return
    }
  }
}

/** "tabled the text with Britain and France", "sponsored the measure together with Washington". */
function joined(scene: Scene, each: FoundStance, into: FoundStance[]): void {
  const { chunks } = scene.clauses
  for (let at = each.from + 1; at < Math.min(chunks.length, each.from + 7); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return
    if (chunk?.kind !== 'noun' || chunk.preposition !== 'with' || chunk.entity === undefined) continue
    if (canHold(chunk.entity))
      pushSponsors(scene, into, chunk.entity.codes, { rule: 'jointly', from: each.from, to: at })
    return
  }
}
