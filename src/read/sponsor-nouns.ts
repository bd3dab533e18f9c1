import { aboutOf } from './about.js'
import type { NounChunk } from './chunk.js'
import { canHold } from './entity.js'
import { lexicon } from './lexicon.js'
import type { FoundStance, Scene } from './scene.js'
import { pushSponsors } from './sponsor-found.js'
import type { Stock } from './stock.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'
import { WordSet } from './wordset.js'

const MADE = new WordSet(
  ['brainchild', 'work', 'handiwork', 'product', 'initiative', 'creation', 'draft', 'idea'],
  true,
)
const authors = new Trie<true>()
for (const noun of lexicon.sponsors.authors) for (const form of [noun, `${noun}s`]) authors.add(keysOf(form), true)

/** Whether a sentence has a word by which an author is told. */
export function mayNameAuthors(stock: Stock): boolean {
  return authors.mayStandIn(stock) || MADE.mayStandIn(stock)
}

/** "Kenya, co-author of the draft, …", "the sponsors of the resolution were Ghana and Peru". */
export function authored(scene: Scene, noun: NounChunk, index: number, into: FoundStance[]): void {
  const { chunks, verbs } = scene.clauses
  let author = false
  for (let at = noun.from; at < noun.to; at++)
    for (const { length } of authors.at(scene.tokens, at)) if (at + length === noun.to) author = true
  // "The draft, the brainchild of Mexico, …", "… is the work of Chile"
  const whose = chunks[index + 2]
  if (
    MADE.has(scene.tokens[noun.head]) &&
    whose?.kind === 'noun' &&
    whose.preposition === 'of' &&
    whose.entity !== undefined
  ) {
    const made = chunks[index - 2]
    const being = chunks[index - 1]
    const subject =
      being?.kind === 'verb' && being.copula
        ? being.subject
        : being?.kind === 'comma' && made?.kind === 'noun'
          ? made
          : undefined
    if (subject !== undefined && whose.entity.silent !== true && aboutOf(subject, scene.tokens)?.about === 'resolution')
      pushSponsors(scene, into, whose.entity.codes, { rule: 'author', from: Math.max(0, index - 2), to: index + 2 })
    return
  }
  if (!author) return
  if (noun.entity === undefined && listedAuthors(scene, index, into)) return
  const text = chunks[index + 2]
  if (text?.kind !== 'noun' || text.preposition !== 'of') return
  if (aboutOf(text, scene.tokens)?.about !== 'resolution') return
  // "the sponsors of the text, Ghana and Peru, …"
  if (noun.owner === undefined && canHold(noun.entity))
    pushSponsors(scene, into, noun.entity.codes, { rule: 'author', from: index, to: index + 2 })
  const comma = chunks[index - 1]
  const before = chunks[index - 2]
  if (comma?.kind === 'comma' && before?.kind === 'noun' && before.entity !== undefined) {
    pushSponsors(scene, into, before.entity.codes, { rule: 'author', from: index - 2, to: index + 2 })
    return
  }
  const verb = verbs.find((each) => each.copula && Math.abs(each.index - index) <= 3)
  if (verb === undefined) return
  const other = verb.index > index ? chunks[verb.index + 1] : verb.subject
  if (other?.kind === 'noun' && canHold(other.entity))
    pushSponsors(scene, into, other.entity.codes, { rule: 'author', from: Math.min(index, verb.index), to: index + 2 })
}

/** "the sponsors of the text - Chile and Peru -", "the draft's co-sponsors, Chile and Peru,": those who are named behind. */
function listedAuthors(scene: Scene, index: number, into: FoundStance[]): boolean {
  const { chunks } = scene.clauses
  const text = chunks[index + 2]
  const of = text?.kind === 'noun' && text.preposition === 'of'
  if (of && aboutOf(text, scene.tokens)?.about !== 'resolution') return false
  const edge = chunks[of ? index + 3 : index + 1]
  const names = chunks[of ? index + 4 : index + 2]
  if ((edge?.kind !== 'comma' && edge?.kind !== 'dash') || names?.kind !== 'noun') return false
  const after = chunks[of ? index + 5 : index + 3]
  if (after?.kind !== edge.kind || !canHold(names.entity)) return false
  pushSponsors(scene, into, names.entity.codes, { rule: 'author', from: index, to: of ? index + 4 : index + 2 })
  return true
}
