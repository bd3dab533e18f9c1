import { aboutOf } from './about.js'
import { actorOf } from './actor-of.js'
import type { Chunk, NounChunk, VerbChunk } from './chunks.js'
import type { Stance } from './claim.js'
import { canHold } from './entity.js'
import { lexicon } from './lexicon.js'
import { bodyOf, stateOf } from './mention-codes.js'
import { codeNamed } from './mentions.js'
import type { FoundStance, Scene } from './scene.js'
import { keysOf } from './tokens.js'
import { Trie } from './trie.js'
import { WordSet } from './wordset.js'

const { drafted, backed, prefixes } = lexicon.sponsors
const DRAFTED = new Set(drafted)
const BACKED = new Set(backed)
const GIVING = new WordSet(lexicon.sponsors.giving)
const MADE = new WordSet(['brainchild', 'work', 'handiwork', 'product', 'initiative', 'creation', 'draft', 'idea'])
const authors = new Trie<true>()
for (const noun of lexicon.sponsors.authors) for (const form of [noun, `${noun}s`]) authors.add(keysOf(form), true)
const texts = new Trie<true>()
for (const noun of lexicon.sponsors.texts) texts.add(keysOf(noun), true)

/** Who stands behind a text, where it is told by an adjective, a possessor or a noun: "the US-drafted resolution", "Britain's draft", "Kenya, co-author of the text". */
export function sponsorsIn(scene: Scene, found: readonly FoundStance[]): FoundStance[] {
  const into: FoundStance[] = []
  const { chunks, verbs } = scene.clauses
  chunks.forEach((chunk, index) => {
    if (chunk.kind !== 'noun') return
    hyphenated(scene, chunk, index, into)
    owned(scene, chunk, index, into)
    byWhom(scene, chunk, index, into)
    authored(scene, chunk, index, into)
  })
  for (const verb of verbs) if (GIVING.hasVerb(verb)) given(scene, verb, into)
  const own = into.length
  for (const each of found) if (each.stance === 'sponsors') joined(scene, each, into)
  for (let at = 0; at < own; at++) if (into[at]?.stance === 'sponsors') joined(scene, into[at] as FoundStance, into)
  if (into.length === 0) return into
  const told = new Set(found.filter((each) => each.about === 'resolution').flatMap((each) => each.actors))
  return into.filter((each) => !each.actors.every((actor) => told.has(actor)))
}

function put(
  scene: Scene,
  into: FoundStance[],
  codes: readonly string[],
  stance: Stance,
  rule: string,
  from: number,
  to = from,
): void {
  const { target } = scene.memory
  const actors = [...new Set(codes)].filter((code) => code !== 'UN' && code !== 'UNSC' && code !== target)
  if (actors.length === 0) return
  if (rule === 'compound' || rule === 'draft-of') {
    // "the Chinese-Russian draft" tells it the first time.
    const { drafts } = scene.memory
    const key = actors.join()
    const place = scene.clauses.chunks[from]?.from ?? scene.from
    if ((drafts.get(key) ?? place) !== place) return
    drafts.set(key, place)
  }
  const chunk = scene.clauses.chunks[from] as Chunk
  into.push({
    actors,
    stance,
    about: 'resolution',
    from,
    to,
    rule,
    words: [chunk.from, chunk.to],
    ...(target === undefined ? {} : { target }),
  })
}

/** The states in "US", "Franco-British", "Russian-Chinese"; empty where a part is no state. */
function statesIn(words: string): string[] {
  const whole = codeNamed(words)
  if (whole !== undefined) return [whole]
  const codes: string[] = []
  for (const part of words.split(/[-–/]/)) {
    const code = codeNamed(part) ?? prefixes[part.toLowerCase()]
    if (code === undefined) return []
    codes.push(code)
  }
  return codes
}

/** "a US-sponsored resolution", "the Russian-Chinese draft", "an American-backed text". */
function hyphenated(scene: Scene, noun: NounChunk, index: number, into: FoundStance[]): void {
  for (let at = noun.from; at < noun.to; at++) {
    const token = scene.tokens[at]
    if (token === undefined || !token.word.compound || token.kind === 'mark') continue
    const word = scene.text.slice(token.start, token.end)
    const cut = Math.max(word.lastIndexOf('-'), word.lastIndexOf('–'))
    const last = word.slice(cut + 1).toLowerCase()
    const stance = DRAFTED.has(last) ? 'sponsors' : BACKED.has(last) ? 'supports' : undefined
    const states = statesIn(stance === undefined ? word : word.slice(0, cut))
    if (states.length === 0 || (stance === undefined && (states.length < 2 || !isText(scene, noun)))) continue
    if (aboutOf(noun, scene.tokens)?.about !== 'resolution') continue
    put(scene, into, states, stance ?? 'sponsors', 'compound', index)
  }
}

/** Who wrote a text by its compound: "the French-drafted resolution", "a British-French text"; empty where none is told. */
export function authorsIn(scene: Scene, noun: NounChunk): readonly string[] {
  for (let at = noun.from; at < noun.to; at++) {
    const token = scene.tokens[at]
    if (token?.kind !== 'word' || !token.word.compound) continue
    const word = scene.text.slice(token.start, token.end)
    const cut = Math.max(word.lastIndexOf('-'), word.lastIndexOf('–'))
    const last = word.slice(cut + 1).toLowerCase()
    const drafts = DRAFTED.has(last) && last !== 'sponsored'
    const states = statesIn(drafts ? word.slice(0, cut) : word)
    if (states.length > 0 && (drafts || (states.length > 1 && isText(scene, noun)))) return states
  }
  return []
}

/** The phrase ends in a draft or a text, and is no sanctions or peace proposal. */
function isText(scene: Scene, noun: NounChunk): boolean {
  let text = false
  for (let at = noun.from; at < noun.to; at++)
    for (const { length } of texts.at(scene.tokens, at)) if (at + length === noun.to) text = true
  return text && aboutOf(noun, scene.tokens)?.about === 'resolution'
}

/** "Britain's draft resolution", "the French draft". */
function owned(scene: Scene, noun: NounChunk, index: number, into: FoundStance[]): void {
  const { owner } = noun
  if (owner === undefined || owner.pronoun === true || !isText(scene, noun)) return
  const draft = scene.tokens.slice(noun.from, noun.to).some((token) => token.lower === 'draft')
  const theirs = noun.owned === undefined && scene.tokens[noun.head]?.lower === 'text' && noun.to - noun.from <= 4
  if (!draft && !theirs) return
  // "the previous US draft", the headline "Russia and China veto draft": told of for something else.
  if (scene.tokens.slice(noun.from, noun.to).some((token) => PASSED.has(token))) return
  if (noun.owned === undefined && !named(scene, noun, owner.codes)) return
  // "the six powers' draft": told of in passing
  if (owner.codes.length > 4) return
  put(scene, into, owner.codes, 'sponsors', 'draft-of', index)
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
  put(scene, into, next.entity.codes, 'sponsors', 'draft-by', index, index + 2)
}

/** "Kenya, co-author of the draft, …", "the sponsors of the resolution were Ghana and Peru". */
function authored(scene: Scene, noun: NounChunk, index: number, into: FoundStance[]): void {
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
      put(scene, into, whose.entity.codes, 'sponsors', 'author', Math.max(0, index - 2), index + 2)
    return
  }
  if (!author) return
  if (noun.entity === undefined && listedAuthors(scene, index, into)) return
  const text = chunks[index + 2]
  if (text?.kind !== 'noun' || text.preposition !== 'of') return
  if (aboutOf(text, scene.tokens)?.about !== 'resolution') return
  // "the sponsors of the text, Ghana and Peru, …"
  if (noun.owner === undefined && canHold(noun.entity))
    put(scene, into, noun.entity.codes, 'sponsors', 'author', index, index + 2)
  const comma = chunks[index - 1]
  const before = chunks[index - 2]
  if (comma?.kind === 'comma' && before?.kind === 'noun' && before.entity !== undefined) {
    put(scene, into, before.entity.codes, 'sponsors', 'author', index - 2, index + 2)
    return
  }
  const verb = verbs.find((each) => each.copula && Math.abs(each.index - index) <= 3)
  if (verb === undefined) return
  const other = verb.index > index ? chunks[verb.index + 1] : verb.subject
  if (other?.kind === 'noun' && other.entity !== undefined && other.entity.silent !== true)
    put(scene, into, other.entity.codes, 'sponsors', 'author', Math.min(index, verb.index), index + 2)
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
  if (after?.kind !== edge.kind || names.entity === undefined || names.entity.silent === true) return false
  put(scene, into, names.entity.codes, 'sponsors', 'author', index, of ? index + 4 : index + 2)
  return names.entity.codes.length > 0
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
      put(scene, into, holder.codes, 'sponsors', 'given', verb.index, at)
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
    if (chunk.entity.silent !== true) put(scene, into, chunk.entity.codes, 'sponsors', 'jointly', each.from, at)
    return
  }
}
