import { aboutOf } from './about.js'
import { isOfUN } from './bodies.js'
import type { Chunk, NounChunk } from './chunk.js'
import type { About, Stance } from './claim.js'
import { canHold, type Entity } from './entity.js'
import { issueFrom } from './issues.js'
import { lexicon } from './lexicon.js'
import { councilNamed, type FoundStance, ofText, type Scene } from './scene.js'
import type { Need } from './stock.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'
import { WordSet } from './wordset.js'

const camps = new Trie<Stance>()
for (const each of lexicon.camps.sides)
  for (const noun of each.nouns) for (const form of [noun, `${noun}s`]) camps.add(keysOf(form), each.stance)
const LISTING = new WordSet(lexicon.camps.listing)

/** Without one of these nothing is found. */
export const CAMPS: readonly Need[] = [camps]

/** Nouns for those on a side: "Russia, an opponent of the war, …", "supporters of the text include Peru", "critics such as Cuba". */
export function campsIn(scene: Scene, into: FoundStance[]): void {
  const { chunks } = scene.clauses
  for (let at = 0; at < chunks.length; at++) {
    const noun = chunks[at]
    if (noun?.kind !== 'noun') continue
    const stance = campOf(scene, noun)
    if (stance === undefined) continue
    const about = atIssue(scene, noun, at, stance)
    const members = about === undefined ? undefined : membersOf(scene, noun, at)
    if (about === undefined || members === undefined) continue
    if (about === 'conduct' && stance !== 'opposes') continue
    const { target } = scene.memory
    const codes = members.entity.codes.filter((code) => !isOfUN(code))
    if (codes.length === 0) continue
    into.push({
      actors: codes,
      stance: stance === 'sponsors' && about !== 'resolution' ? 'supports' : stance,
      about,
      from: Math.min(at, members.at),
      to: Math.max(at, members.at),
      rule: `camp:${stance}`,
      words: [noun.from, noun.to],
      ...(target === undefined || codes.includes(target) ? {} : { target }),
    })
  }
}

function campOf(scene: Scene, noun: NounChunk): Stance | undefined {
  let stance: Stance | undefined
  for (let at = Math.max(noun.from, noun.to - 3); at < noun.to; at++)
    for (const { value, length } of camps.at(scene.tokens, at)) if (at + length === noun.to) stance = value
  return stance
}

/** "of the draft", "the draft's backers"; alone, those of a text. */
function atIssue(scene: Scene, noun: NounChunk, at: number, stance: Stance): About | undefined {
  const { chunks } = scene.clauses
  const own = aboutOf(noun, scene.tokens)
  if (own !== undefined) return own.about
  const link = chunks[at + 1]
  if (link?.kind === 'preposition' && (link.word === 'of' || link.word === 'to')) {
    const of = chunks[at + 2]
    // "a defender of the president against pressure"
    if (of?.kind === 'noun' && of.entity !== undefined && aboutOf(of, scene.tokens) === undefined) return undefined
    const issue = issueFrom(chunks, at + 2, scene.tokens, 5)
    return issue === undefined || issue.sign === -1 ? undefined : issue.about
  }
  return stance === 'undeclared' || (stance === 'sponsors' && (councilNamed(scene) || ofText(scene)))
    ? 'resolution'
    : undefined
}

/** Who they are: the phrase that they rename, or those listed behind them. */
function membersOf(scene: Scene, noun: NounChunk, at: number): { entity: Entity; at: number } | undefined {
  const { chunks } = scene.clauses
  const before = chunks[at - 2]
  const comma = chunks[at - 1]
  if ((comma?.kind === 'comma' || comma?.kind === 'dash') && named(before))
    return { entity: before.entity as Entity, at: at - 2 }
  let listed = scene.tokens[noun.from - 1]?.lower === 'among'
  for (let next = at + 1; next < Math.min(chunks.length, at + 10); next++) {
    const chunk = chunks[next] as Chunk
    if (chunk.kind === 'relative' || chunk.kind === 'subordinator') return undefined
    if (chunk.kind === 'dash' || (chunk.kind === 'mark' && (chunk.word === ':' || chunk.word === '('))) listed = true
    else if (chunk.kind === 'verb') {
      const lists = LISTING.hasVerb(chunk) || (chunk.lemma === 'lead' && chunk.form === 'participle')
      if (!lists && !(chunk.copula && chunk.to === chunk.from + 1)) return undefined
      listed = lists || listed || chunk.copula
    } else if (
      chunk.kind === 'preposition' &&
      (chunk.word === 'like' || chunk.word === 'among' || chunk.word === 'including')
    )
      listed = true
    else if (chunk.kind === 'preposition' && chunk.word === 'as' && scene.tokens[chunk.from - 1]?.lower === 'such')
      listed = true
    else if (listed && named(chunk)) return { entity: chunk.entity as Entity, at: next }
  }
  return undefined
}

function named(chunk: Chunk | undefined): chunk is NounChunk {
  return chunk?.kind === 'noun' && canHold(chunk.entity)
}
