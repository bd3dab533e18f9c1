import { authorOf } from './authors.js'
import { type Chunk, type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import type { Clauses } from './clauses.js'
import { asPronoun, canHold, type Entity } from './entity.js'
import { HOME } from './refer.js'
import { quotes, reports } from './reporting.js'
import { saidUpTo } from './said-until.js'
import { isBehindQuotation, isClosed, isMeanwhile } from './spoken.js'
import { isSome, stranger } from './strangers.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** A sentence while it is told who speaks where. */
interface Voices {
  readonly chunks: readonly Chunk[]
  readonly tokens: readonly Token[]
  readonly verbs: readonly VerbChunk[]
  readonly speakers: (Entity | undefined)[]
  readonly quoted: readonly boolean[]
  /** Whose words the quotation is with which the sentence opens, as far as those before tell. */
  readonly opener: Entity | undefined
  attribution: Entity | undefined
  inPassing: boolean
}

/** Who speaks where: reported clauses, leading and trailing attributions, quotations that go on from the sentence before. */
export function voices(
  chunks: readonly Chunk[],
  tokens: readonly Token[],
  verbs: readonly VerbChunk[],
  quoted: readonly boolean[],
  carried: Entity | undefined,
): Clauses {
  const speakers: (Entity | undefined)[] = new Array(chunks.length)
  const opener = quoted[0] === true ? carried : undefined
  const here: Voices = { chunks, tokens, verbs, speakers, quoted, opener, attribution: undefined, inPassing: false }
  for (const verb of verbs) if ((reports(verb) || quotes(verb)) && !isSelf(verb, tokens)) tellBy(here, verb)
  for (let at = 2; at < chunks.length; at++) tellAccording(here, at)
  for (let at = 0; at < chunks.length; at++) tellView(here, at)
  if (here.attribution === undefined && carried !== undefined) {
    for (let at = 0; at < chunks.length; at++) if (quoted[at] === true) speakers[at] = speakers[at] ?? carried
  }
  for (const verb of verbs)
    if (speakers[verb.index] === undefined && isSelf(verb, tokens) && (reports(verb) || quotes(verb)))
      tellBy(here, verb)
  const { attribution, inPassing } = here
  for (let at = 0; at < chunks.length; at++) meanSpeaker(here, at)
  return {
    chunks,
    verbs,
    speakerAt: (index) => speakers[index],
    quotedAt: (index) => quoted[index] === true,
    voiced: speakers.some(isSomeone),
    attribution,
    inPassing,
  }
}

/** Gives the words from a chunk on, before another, to someone where they are nobody's yet. */
function give(speakers: (Entity | undefined)[], from: number, to: number, who: Entity): void {
  for (let at = from; at < to; at++) speakers[at] = speakers[at] ?? who
}

/** "Peru said that …", "…," Peru said, "issued a statement declaring that …" */
function tellBy(here: Voices, verb: VerbChunk): void {
  const { chunks, tokens, verbs, speakers } = here
  const { subject } = verb
  // whoever issued the statement
  const author = subject === undefined || subject.entity !== undefined ? undefined : authorOf(subject, chunks, tokens)
  const who =
    quotedBy(verb, chunks) ??
    subject?.entity ??
    author ??
    stranger(subject, chunks, tokens, verb) ??
    (verb.form === 'ing' ? verb.parent?.subject?.entity : undefined)
  if (who !== undefined && subject !== undefined && isSome(subject, tokens)) return
  if (who === undefined || !reports(verb) || verb.form === 'participle') return
  const tail = quotes(verb) && isTail(chunks, verb)
  const behind = !tail && quotes(verb) && isBehindQuotation(chunks, firstOf(chunks, verb))
  if (tail || behind) {
    give(speakers, 0, subject !== undefined && subject.from < verb.from ? placeIn(chunks, subject) : verb.index, who)
    here.attribution = who
    here.inPassing = false
  }
  if (verb.index + 1 >= chunks.length) return
  const end = saidUpTo(chunks, verb)
  // '"…," he said after the talks failed': what follows the quotation is said again only in marks
  let said = !behind
  for (let at = verb.index + 1; at < end; at++) {
    if (tail && isMeanwhile(chunks[at])) said = false
    if (said || here.quoted[at] === true) speakers[at] = who
  }
  if (isInside(here, verb)) return
  if (here.attribution === undefined) here.inPassing = isNested(verb, verbs)
  here.attribution ??= who
}

/** "we believe", "my government asks": whoever speaks there. */
function isSelf({ subject }: VerbChunk, tokens: readonly Token[]): boolean {
  if (subject === undefined || !SELF.has(tokens[subject.from])) return false
  return subject.to === subject.from + 1 || HOME.has(tokens[subject.head])
}

const SELF = new WordSet(['we', 'i', 'my', 'our'])

/** '"Iran agrees that it …"': told by whoever speaks the quotation, whose words these stay. */
function isInside({ chunks, opener, quoted }: Voices, { index, subject }: VerbChunk): boolean {
  if (opener === undefined || quoted[index] !== true) return false
  return subject === undefined || quoted[placeIn(chunks, subject)] === true
}

/** "according to X", "according to a statement by X" */
function tellAccording(here: Voices, at: number): void {
  const { chunks, speakers } = here
  const noun = chunks[at]
  const according = chunks[at - 2]
  if (noun?.kind !== 'noun' || noun.preposition !== 'to' || chunks[at - 1]?.kind !== 'preposition') return
  if (according?.kind !== 'preposition' || according.word !== 'according') return
  const who = noun.entity ?? noun.owner ?? chunks.slice(at + 1, at + 7).find(isAuthor)?.entity
  if (who === undefined) return
  give(speakers, 0, chunks.length, who)
  here.attribution ??= who
}

/** "In Moscow's view", "Turkey's position is that …" */
function tellView(here: Voices, at: number): void {
  const { chunks, tokens, verbs, speakers } = here
  const noun = chunks[at]
  if (noun?.kind !== 'noun' || !VIEWS.has(tokens[noun.head])) return
  const of = chunks[at + 2]
  const who =
    noun.owner ?? (of?.kind === 'noun' && tokens[of.from - 1]?.lower === 'of' ? (of.entity ?? of.owner) : undefined)
  if (!canHold(who)) return
  const verb = copulaOf(verbs, noun, at)
  if (noun.preposition === 'in') {
    // "in the words of its ambassador"
    give(speakers, 0, chunks.length, who)
    here.attribution ??= who
  } else if (verb !== undefined) {
    // "it is Russia's belief that …"
    give(speakers, Math.max(at, verb.index) + 1, chunks.length, who)
  }
}

/** "We" is whoever speaks there. */
function meanSpeaker({ chunks, tokens, speakers }: Voices, at: number): void {
  const noun = chunks[at]
  const speaker = speakers[at]
  if (noun?.kind !== 'noun' || speaker === undefined) return
  const word = tokens[noun.from]?.lower
  // "Our delegation will vote against it."
  if (word === 'my' || word === 'our') {
    const home = HOME.has(tokens[noun.head])
    if (home || noun.entity?.codes.length === 1) noun.entity = asPronoun(speaker)
    noun.owner = home ? undefined : asPronoun(speaker)
  }
  if (noun.to !== noun.from + 1) return
  if (word === 'we' || word === 'i' || word === 'us') noun.entity = asPronoun(speaker)
}

/** "criticised Ban for suggesting that …": words of one whom somebody else speaks of. */
function isNested({ form, subject }: VerbChunk, verbs: readonly VerbChunk[]): boolean {
  if (form === 'finite' || subject === undefined) return false
  const main = verbs.find((each) => each.form === 'finite' && each.reported === undefined)?.subject
  return main?.entity !== undefined && main !== subject && main.to <= subject.from
}

/** "…," state television quoted the minister as saying: the minister's words. */
function quotedBy(verb: VerbChunk, chunks: readonly Chunk[]): Entity | undefined {
  const object = verb.lemma === 'quote' && !verb.passive ? chunks[verb.index + 1] : undefined
  return object?.kind === 'noun' && object.preposition === undefined ? object.entity : undefined
}

function isSomeone(entity: Entity | undefined): boolean {
  return entity !== undefined
}

function isAuthor(chunk: Chunk): chunk is NounChunk {
  return (
    chunk.kind === 'noun' && (chunk.preposition === 'by' || chunk.preposition === 'from') && chunk.entity !== undefined
  )
}

/** "Turkey's position is that …", "it is Turkey's position that …" */
function copulaOf(verbs: readonly VerbChunk[], noun: NounChunk, at: number): VerbChunk | undefined {
  return verbs.find((each) => each.copula && (each.subject === noun || each.index === at - 1))
}

const VIEWS = new WordSet([
  'view',
  'opinion',
  'position',
  'belief',
  'line',
  'stance',
  'words',
  'argument',
  'contention',
  'conviction',
  'assessment',
  'judgment',
  'judgement',
  'message',
  'stand',
  'hope',
  'feeling',
  'policy',
  'eyes',
])

/** Where a verb and its subject begin. */
function firstOf(chunks: readonly Chunk[], verb: VerbChunk): number {
  const at = verb.subject === undefined ? verb.index : placeIn(chunks, verb.subject)
  return Math.min(at < 0 ? verb.index : at, verb.index)
}

/** After a trailing "X said" come only when, where and to whom. */
function isTail(chunks: readonly Chunk[], verb: VerbChunk): boolean {
  const first = firstOf(chunks, verb)
  if (first <= 0) return false
  const before = chunks[first - 1]
  if (before?.kind !== 'comma' && before?.kind !== 'close' && before?.kind !== 'mark') return false
  if (isClosed(chunks, verb.index)) return true
  for (let at = verb.index + 1; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'open') return true
    // '…," told reporters as he left'
    if (before.kind === 'close' && isMeanwhile(chunk))
      return !chunks.slice(at).some((each) => each.kind === 'subordinator' && each.word === 'that')
    if (chunk.kind === 'verb' && chunk.form === 'finite' && !chunk.relative) return false
    if (chunk.kind === 'subordinator' && chunk.word === 'that') return false
  }
  return true
}
