import type { About } from './claim.js'
import type { Entity } from './entity.js'
import { plainWord, type Word } from './words.js'

interface Span {
  /** First token and the one after the last. */
  readonly from: number
  readonly to: number
}
/** A noun phrase. */
export interface NounChunk extends Span {
  readonly kind: 'noun'
  readonly head: number
  /** Token after a possessive 's, where the phrase has one. */
  readonly owned: number | undefined
  /** What it is about, once asked (`aboutOf`); null for nothing. */
  about: { about: About; weak: boolean } | null | undefined
  /** The preposition that governs it. */
  preposition: string | undefined
  /** Who is meant, where someone is. */
  entity: Entity | undefined
  /** Who acts or speaks where it is a subject, once asked (`actorOf`); null for no one. */
  actor: Entity | null | undefined
  /** Whose: possessor or adjective ("Beijing's opposition", "Russian resistance"). */
  owner: Entity | undefined
}
/** A verb with its helpers. */
export interface VerbChunk extends Span {
  readonly kind: 'verb'
  /** The main verb's token. */
  readonly at: number
  readonly lemma: string
  /** The word of its lemma. */
  readonly root: Word
  form: 'finite' | 'to' | 'ing' | 'participle'
  negated: boolean
  modal: string | undefined
  readonly perfect: boolean
  readonly had: boolean
  passive: boolean
  readonly past: boolean
  /** "be" itself, with a predicate after it. */
  readonly copula: boolean
  subject: NounChunk | undefined
  /** The NP after "by" of a passive. */
  agent: NounChunk | undefined
  /** The verb that this one completes (infinitive, -ing, reported clause). */
  parent: VerbChunk | undefined
  /** In a reported clause: the verb that reports. */
  reported: VerbChunk | undefined
  /** In a relative clause with a subject of its own: the relative pronoun's chunk, before which the object stands. */
  antecedent: number | undefined
  /** A relative clause's verb. */
  relative: boolean | undefined
  /** Under "if", "unless", "whether". */
  conditional: boolean | undefined
  index: number
}
export interface OtherChunk extends Span {
  readonly kind:
    | 'preposition'
    | 'conjunction'
    | 'subordinator'
    | 'relative'
    | 'comma'
    | 'dash'
    | 'open'
    | 'close'
    | 'adverb'
    | 'adjective'
    | 'mark'
  readonly word: string
}
export type Chunk = NounChunk | VerbChunk | OtherChunk

export type Writable<T> = { -readonly [K in keyof T]: T[K] }
// biome-ignore lint/correctness/noUnusedVariables: the class below has these fields
interface AnyChunk extends Writable<Omit<NounChunk, 'kind'> & Omit<VerbChunk, 'kind'> & Omit<OtherChunk, 'kind'>> {
  kind: Chunk['kind']
}

const NO_WORD = plainWord('')

/**
 * All chunks have one shape in memory, whatever their kind and wherever they are made: the stages read them several times faster so. And they are
 * made by a constructor: where literals outlive one collection of young garbage, the engine makes all later ones among the old, and they pile up there.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: fields that are declared in the class would be set twice
class AnyChunk {
  constructor(kind: Chunk['kind'], from: number, to: number) {
    this.kind = kind
    this.from = from
    this.to = to
    this.word = ''
    this.head = 0
    this.owned = undefined
    this.about = undefined
    this.preposition = undefined
    this.entity = undefined
    this.actor = undefined
    this.owner = undefined
    this.at = 0
    this.lemma = ''
    this.root = NO_WORD
    this.form = 'finite'
    this.negated = false
    this.modal = undefined
    this.perfect = false
    this.had = false
    this.passive = false
    this.past = false
    this.copula = false
    this.subject = undefined
    this.agent = undefined
    this.parent = undefined
    this.reported = undefined
    this.antecedent = undefined
    this.relative = undefined
    this.conditional = undefined
    this.index = 0
  }
}

function chunk(kind: Chunk['kind'], from: number, to: number): AnyChunk {
  return new AnyChunk(kind, from, to)
}

export function nounChunk(from: number, to: number, head: number, owned?: number): NounChunk {
  const made = chunk('noun', from, to)
  made.head = head
  made.owned = owned
  return made as NounChunk
}

export function otherChunk(kind: OtherChunk['kind'], from: number, to: number, word: string): OtherChunk {
  const made = chunk(kind, from, to)
  made.word = word
  return made as OtherChunk
}

/** A plain finite verb, to be told more of. */
export function verbChunk(from: number, to: number, at: number): Writable<VerbChunk> {
  const made = chunk('verb', from, to)
  made.at = at
  return made as Writable<VerbChunk>
}

/** Who does what the verb tells: its subject, or behind a passive the agent. */
export function doerOf(verb: VerbChunk): NounChunk | undefined {
  return verb.passive ? verb.agent : verb.subject
}

/** The place of a chunk among those of its sentence, or of the one that holds it (a group of many is one chunk and has parts); -1 for none. */
export function placeIn(chunks: readonly Chunk[], chunk: Span): number {
  const { from, to } = chunk
  for (let at = 0; at < chunks.length; at++) if (chunks[at] === chunk) return at
  for (let at = 0; at < chunks.length; at++) {
    const each = chunks[at] as Chunk
    if (each.from <= from && to <= each.to) return at
  }
  return -1
}

/** The place of the chunk that holds a token; -1 for none. */
export function placeOver(chunks: readonly Chunk[], token: number): number {
  for (let at = 0; at < chunks.length; at++) {
    const each = chunks[at] as Chunk
    if (each.from <= token && token < each.to) return at
  }
  return -1
}

/** The place of the first chunk that ends behind a token; -1 for none. */
export function placeBehind(chunks: readonly Chunk[], token: number): number {
  for (let at = 0; at < chunks.length; at++) if ((chunks[at] as Chunk).to > token) return at
  return -1
}

/** The place of the first chunk that begins at a token or behind it; -1 for none. */
export function placeFrom(chunks: readonly Chunk[], token: number): number {
  for (let at = 0; at < chunks.length; at++) if ((chunks[at] as Chunk).from >= token) return at
  return -1
}

/** The last verb before a place. */
export function verbBefore(verbs: readonly VerbChunk[], index: number): VerbChunk | undefined {
  for (let at = verbs.length - 1; at >= 0; at--) if ((verbs[at] as VerbChunk).index < index) return verbs[at]
  return undefined
}

/** A copy to be changed. */
export function sameNoun(noun: NounChunk): Writable<NounChunk> {
  const made = chunk('noun', noun.from, noun.to)
  made.head = noun.head
  made.owned = noun.owned
  made.about = noun.about
  made.preposition = noun.preposition
  made.entity = noun.entity
  made.owner = noun.owner
  return made as Writable<NounChunk>
}

/** A copy to be changed. */
export function sameVerb(verb: VerbChunk): Writable<VerbChunk> {
  const made = verbChunk(verb.from, verb.to, verb.at)
  made.lemma = verb.lemma
  made.root = verb.root
  made.form = verb.form
  made.negated = verb.negated
  made.modal = verb.modal
  made.perfect = verb.perfect
  made.had = verb.had
  made.passive = verb.passive
  made.past = verb.past
  made.copula = verb.copula
  made.subject = verb.subject
  made.agent = verb.agent
  made.parent = verb.parent
  made.reported = verb.reported
  made.antecedent = verb.antecedent
  made.relative = verb.relative
  made.conditional = verb.conditional
  made.index = verb.index
  return made
}

/** The same verb without its negation. */
export function affirmed(verb: VerbChunk): VerbChunk {
  const made = sameVerb(verb)
  made.negated = false
  return made
}
