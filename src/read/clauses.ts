import { isApposition, isWhose, nameAmong } from './appositions.js'
import { isBareRelative } from './bare-relatives.js'
import { standsAt } from './before.js'
import type { Chunk, NounChunk, OtherChunk, VerbChunk } from './chunk.js'
import { placeComplement, placeParticiple } from './complements.js'
import { joinsCrowd } from './crowds.js'
import type { Entity } from './entity.js'
import { isExpletive } from './expletives.js'
import { placeFinite } from './finites.js'
import { resumeQuotation } from './spoken.js'
import { subordinate } from './subordinate.js'
import type { Token } from './tokens.js'
import { voices } from './voices.js'
import { acts, type Frame, frameOf, top, type Walk, walkOver } from './walk.js'
import { sameBefore, textBefore } from './which.js'
import { WordSet } from './wordset.js'

/** The clause's reading of one sentence: who is the subject of each verb, what reports what, and who speaks at each place. */
export interface Clauses {
  readonly chunks: readonly Chunk[]
  readonly verbs: readonly VerbChunk[]
  /** Speaker of the words at a chunk, where they are ascribed to someone. */
  speakerAt(index: number): Entity | undefined
  /** Whether the chunk stands inside quotation marks. */
  quotedAt(index: number): boolean
  /** Whether any words of the sentence are ascribed to someone. */
  readonly voiced: boolean
  /** A trailing or leading attribution of the whole sentence, where there is one. */
  readonly attribution: Entity | undefined
  /** The attribution is of words that somebody else tells of: "criticised Ban for suggesting that …". */
  readonly inPassing: boolean
}

/** Walks over a sentence's chunks once and gives each verb its subject; `carried` is who speaks where a quotation goes on. */
export function clausesOf(
  chunks: readonly Chunk[],
  tokens: readonly Token[],
  quoteOpen: boolean,
  carried: Entity | undefined,
): Clauses {
  const walk = walkOver(chunks, tokens)
  const quoted: boolean[] = []
  let inside = quoteOpen
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'open') {
      inside = true
      resumeQuotation(walk)
    }
    quoted[at] = inside
    if (chunk.kind === 'close') {
      inside = false
      if (top(walk).verb === undefined && walk.lastVerb === undefined) walk.broken = walk.candidate
    } else if (chunk.kind === 'verb') place(walk, chunk, at)
    else if (chunk.kind === 'noun') meetNoun(walk, chunk, at)
    else meetWord(walk, chunk, at)
  }
  for (const verb of walk.verbs) {
    if (verb.subject !== undefined && isExpletive(chunks, tokens, verb)) verb.subject.entity = undefined
    const teller = shownBy(walk, verb) ?? verb.reported
    if (teller !== undefined && isUnseen(walk, teller)) verb.negated = !verb.negated
  }
  return voices(chunks, tokens, walk.verbs, quoted, carried)
}

function place(walk: Walk, verb: VerbChunk, index: number): void {
  walk.verbs.push(verb)
  if (verb.form === 'participle') placeParticiple(walk, verb, index)
  else if (verb.form === 'to' || verb.form === 'ing') placeComplement(walk, verb, index)
  else {
    placeFinite(walk, verb, index)
    if (!verb.negated && isNor(walk, index)) verb.negated = true
  }
}

/** "nor does it authorise force", "neither did Peru back it" */
function isNor({ chunks, tokens }: Walk, index: number): boolean {
  if (index < 2) return false
  const helper = chunks[index - 2]
  if (chunks[index - 1]?.kind !== 'noun' || helper?.kind !== 'verb') return false
  const nor = tokens[helper.from - 1]?.lower
  return nor === 'nor' || nor === 'neither'
}

function meetNoun(walk: Walk, noun: NounChunk, index: number): void {
  const governed =
    (noun.preposition !== undefined && noun.preposition !== 'according') ||
    standsAt(walk.tokens, noun.from - 1)?.lower === 'of'
  if (!governed && isDoneTo(walk, index)) walk.candidate = walk.lastVerb?.subject
  else if (!governed) {
    if (isWhose(walk, noun, index)) noun.entity = top(walk).subject?.entity
    if (isBareRelative(walk.chunks, walk.tokens, noun, index))
      walk.stack.push(frameOf('relative', walk.lastNoun, index))
    walk.apposed = isApposition(walk, noun, index) || nameAmong(walk, noun, index)
    if (!walk.apposed && !joinsCrowd(walk, noun, index)) {
      walk.candidate = noun
      if (opensClause(walk, noun, index)) renew(walk)
    }
    walk.commaSince = false
  }
  walk.lastNoun = noun
}

/** "A proposal to widen the embargo was dropped": what the infinitive of a subject is done to is not the subject. */
function isDoneTo({ chunks, stack, lastVerb }: Walk, index: number): boolean {
  if (lastVerb?.form !== 'to' || lastVerb.parent !== undefined || lastVerb.subject === undefined) return false
  if (lastVerb.subject.from > lastVerb.from || lastVerb.subject.entity !== undefined) return false
  if (stack[stack.length - 1]?.verb !== undefined) return false
  for (let at = lastVerb.index + 1; at < index; at++) {
    const kind = chunks[at]?.kind
    if (kind === 'comma' || kind === 'mark' || kind === 'dash' || kind === 'conjunction') return false
  }
  return true
}

function meetWord(walk: Walk, chunk: OtherChunk, index: number): void {
  switch (chunk.kind) {
    case 'comma':
      walk.commaSince = true
      if (walk.candidate !== undefined && top(walk).verb === undefined && walk.lastVerb === undefined)
        walk.held ??= { noun: walk.candidate, depth: walk.stack.length }
      return
    case 'dash':
      meetAside(walk)
      walk.commaSince = true
      return
    case 'mark':
      if (chunk.word === '(' || chunk.word === ')') meetAside(walk)
      if (chunk.word !== ';' && chunk.word !== ':') return
      while (walk.stack.length > 1) walk.stack.pop()
      walk.stack[0] = frameOf('main')
      break
    case 'relative': {
      const frame = top(walk)
      if (frame.subject === undefined && frame.verb === undefined && walk.candidate !== undefined)
        frame.subject = walk.candidate
      const elsewhere = chunk.word === 'where' || chunk.word === 'whom'
      const meant = walk.apposed ? walk.candidate : (textBefore(walk.chunks, walk.tokens, index) ?? walk.lastNoun)
      const subject = elsewhere ? undefined : (sameBefore(walk, index) ?? meant)
      walk.stack.push(frameOf('relative', subject, index))
      break
    }
    case 'subordinator':
      // "China, even as it voted for the text, warned": taken up again
      if (walk.held?.depth === walk.stack.length && (chunk.word !== 'that' || walk.lastVerb === undefined))
        top(walk).subject ??= walk.held.noun
      walk.stack.push(subordinate(walk, chunk, index))
      break
    default:
      return
  }
  walk.candidate = undefined
  walk.commaSince = false
}

/** "Annan - in a speech before the Council - urged …": the subject is taken up again. */
function meetAside(walk: Walk): void {
  const { aside, candidate, stack } = walk
  if (aside !== undefined) {
    if (top(walk).verb === undefined || stack.length > aside.depth) {
      while (stack.length > aside.depth) stack.pop()
      walk.candidate = aside.candidate
    }
    walk.aside = undefined
  } else if (candidate !== undefined && top(walk).verb === undefined) walk.aside = { candidate, depth: stack.length }
}

/** "…, but Javad Zarif, the ambassador, rejected it", "…, and Russia, which …, opposed it": a clause of its own. */
function opensClause(walk: Walk, noun: NounChunk, index: number): boolean {
  const { chunks } = walk
  const link = standsAt(chunks, index - 1)
  if (link?.kind !== 'conjunction' || standsAt(chunks, index - 2)?.kind !== 'comma' || !acts(noun)) return false
  if (top(walk).verb === undefined) return false
  const next = chunks[index + 1]
  if (next?.kind === 'comma' && chunks[index + 2]?.kind === 'relative') return true
  if (next?.kind !== 'comma' && next?.kind !== 'dash') return false
  for (let at = index + 1; at < Math.min(chunks.length, index + 14); at++) {
    if (chunks[at]?.kind === 'verb' && chunks[at - 1]?.kind !== 'comma' && chunks[at - 1]?.kind !== 'adverb')
      return false
    if (chunks[at]?.kind !== next.kind) continue
    const after = chunks[chunks[at + 1]?.kind === 'adverb' ? at + 2 : at + 1]
    if (after?.kind === 'verb' && after.form === 'finite') return true
  }
  return false
}

/** The clause before has ended; one of the same kind begins. */
function renew({ stack }: Walk): void {
  const ended = (frame: Frame | undefined) => frame?.kind === 'relative' || frame?.kind === 'sub'
  while (stack.length > 1 && ended(stack[stack.length - 1])) stack.pop()
  stack[stack.length - 1] = frameOf(stack[stack.length - 1]?.kind ?? 'main')
}

const SIGNS = new WordSet(
  'sign signs indication indications hint evidence proof suggestion prospect chance likelihood'.split(' '),
)

const UNLIKELY = new WordSet(['unlikely', 'improbable', 'doubtful', 'inconceivable', 'unthinkable'])

/** "There was no sign that Moscow was ready": it was not. */
function isUnseen(walk: Walk, verb: VerbChunk): boolean {
  if (verb.lemma === 'doubt') return !verb.negated && !isFew(walk, verb)
  // "it is unlikely that Chile will back it"
  if (verb.copula && UNLIKELY.has(walk.tokens[verb.to])) return !verb.negated
  const { chunks, tokens } = walk
  for (let at = verb.index + 1; at < Math.min(chunks.length, verb.index + 3); at++) {
    const noun = chunks[at]
    if (noun?.kind !== 'noun' || !SIGNS.has(tokens[noun.head])) continue
    return verb.negated || DENYING.has(tokens[noun.from])
  }
  return false
}

/** "there is no evidence to show it did": what there is none of. */
function shownBy({ chunks, verbs }: Walk, verb: VerbChunk): VerbChunk | undefined {
  if (verb.form !== 'finite') return undefined
  const shown = standsAt(verbs, verbs.indexOf(verb) - 1)
  if (shown?.form !== 'to' || !SHOWING.hasVerb(shown)) return undefined
  return chunks[shown.index + 1] === verb.subject ? shown.parent : undefined
}

const SHOWING = new WordSet(['show', 'suggest', 'prove', 'indicate', 'support', 'confirm'])

/** "few doubt that Moscow will block it" */
function isFew({ tokens }: Walk, { subject }: VerbChunk): boolean {
  return subject !== undefined && NOBODY.has(tokens[subject.from])
}

const NOBODY = new WordSet(['no', 'few', 'nobody', 'none', 'hardly'])
const DENYING = new WordSet(['no', 'little', 'scant', 'few'])
