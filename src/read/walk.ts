import { standsAt } from './before.js'
import type { Chunk, NounChunk, OtherChunk, VerbChunk } from './chunk.js'
import { alsoBy } from './companions.js'
import { LONG_MONTHS } from './date-names.js'
import { withCodes } from './entity.js'
import { smallOf, verbOf } from './lexicon.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** A clause that is open where the walk over the sentence stands. */
export interface Frame {
  readonly kind: 'main' | 'relative' | 'reported' | 'sub'
  subject: NounChunk | undefined
  verb: VerbChunk | undefined
  /** Index of the relative pronoun. */
  readonly antecedent: number | undefined
  readonly conditional: boolean
  /** Opened by a word that is a preposition as often: "after the vote". */
  readonly phrase: boolean
}

/** Where the walk over a sentence's chunks stands: which clauses are open, and what the next verb may find as its subject. */
export interface Walk {
  readonly chunks: readonly Chunk[]
  readonly tokens: readonly Token[]
  /** All verbs met so far. */
  readonly verbs: VerbChunk[]
  /** Open clauses, the innermost last; never empty. */
  readonly stack: Frame[]
  /** The noun phrase that the next verb takes as its subject. */
  candidate: NounChunk | undefined
  lastNoun: NounChunk | undefined
  lastVerb: VerbChunk | undefined
  /** A comma since the last free noun phrase. */
  commaSince: boolean
  /** The last free noun phrase renames the one before. */
  apposed: boolean
  /** What stood before an opening dash or bracket, to be taken up behind the closing one. */
  aside: { readonly candidate: NounChunk; readonly depth: number } | undefined
  /** The one before a comma and what is said in passing: "Norway, speaking first, …". */
  held: { readonly noun: NounChunk; readonly depth: number } | undefined
  /** The subject of a quotation that breaks off before its verb: "Sudan," he said, "will …". */
  broken: NounChunk | undefined
  /** The clauses of a quotation that ended with its comma: they go on where it does. */
  quotation: readonly Frame[] | undefined
  /** Leading participles whose subject comes with the main clause: "While welcoming the offer, Russia said". */
  readonly leading: VerbChunk[]
}

export function walkOver(chunks: readonly Chunk[], tokens: readonly Token[]): Walk {
  return {
    chunks,
    tokens,
    verbs: [],
    stack: [frameOf('main')],
    candidate: undefined,
    lastNoun: undefined,
    lastVerb: undefined,
    commaSince: false,
    apposed: false,
    aside: undefined,
    held: undefined,
    broken: undefined,
    quotation: undefined,
    leading: [],
  }
}

/** A clause that opens. */
export function frameOf(
  kind: Frame['kind'],
  subject?: NounChunk,
  antecedent?: number,
  conditional = false,
  phrase = false,
): Frame {
  return { kind, subject, verb: undefined, antecedent, conditional, phrase }
}

/** The innermost open clause. */
export function top(walk: Walk): Frame {
  return walk.stack[walk.stack.length - 1] as Frame
}

/** A verb has found its place, and the noun before it is used up. */
export function settle(walk: Walk, verb: VerbChunk): void {
  walk.lastVerb = verb
  walk.candidate = undefined
}

/** Someone who can hold a stance. */
export function acts(noun: NounChunk | undefined): boolean {
  return noun?.entity !== undefined && noun.entity.codes.length > 0
}

/** Whether a verb's form is an -s form, a past, bare, or has a modal: what is joined by "and" agrees. */
export function tense(walk: Walk, verb: VerbChunk): 'modal' | 'past' | 's' | 'bare' {
  if (verb.modal !== undefined) return 'modal'
  const forms = verbOf(walk.tokens[verb.at])?.forms
  if (verb.perfect || verb.copula || forms === undefined) return verb.past || verb.had ? 'past' : 's'
  return forms.includes('past') ? 'past' : forms.includes('s') ? 's' : 'bare'
}

/** "must stop and return": the form without an ending, which is no past as well ("put"). */
export function isBare(walk: Walk, verb: VerbChunk): boolean {
  const forms = verbOf(walk.tokens[verb.at])?.forms
  if (verb.from !== verb.at && smallOf(walk.tokens[verb.from] as Token) === 'do') return false
  return forms?.includes('base') === true && !forms.includes('past')
}

/** The free noun phrase right after a chunk. */
export function nounAfter(walk: Walk, index: number): NounChunk | undefined {
  const next = walk.chunks[index + 1]
  return next?.kind === 'noun' && next.preposition === undefined ? next : undefined
}

/** A chunk joined by "and", perhaps over an adverb or a quotation mark: "and later rejected", 'and "will never" return'. */
export function isJoined(walk: Walk, index: number): boolean {
  let at = index - 1
  // "turned to the cameras and, in Korean, urged"
  if (standsAt(walk.chunks, at)?.kind === 'comma') {
    const aside = standsAt(walk.chunks, at - 1)
    if (aside?.kind !== 'noun' || aside.preposition === undefined || standsAt(walk.chunks, at - 3)?.kind !== 'comma')
      return false
    return standsAt(walk.chunks, at - 4)?.kind === 'conjunction'
  }
  const nearest = standsAt(walk.chunks, at)?.kind
  if (nearest === 'open' || nearest === 'close') at--
  if (standsAt(walk.chunks, at)?.kind === 'adverb') at--
  // "and on Saturday spoke", "and in May vetoed it"
  const time = standsAt(walk.chunks, at)
  if (time?.kind === 'noun' && isMonth(walk.tokens[time.head])) at--
  if (at < index - 1 && standsAt(walk.chunks, at)?.kind === 'preposition') at--
  return standsAt(walk.chunks, at)?.kind === 'conjunction'
}

function isMonth(token: Token | undefined): boolean {
  return token?.capital === true && MONTHS.has(token)
}
const MONTHS = new WordSet(LONG_MONTHS)

const BRIEF = new Set(['after', 'before', 'since', 'until', 'as'])

/** "after the vote", "after it voted": opens a clause or governs a noun. */
export function isBrief(chunk: OtherChunk): boolean {
  return BRIEF.has(chunk.word)
}

/** "by, among others, Norway" */
function isAmongOthers(chunks: readonly Chunk[], at: number): boolean {
  const by = standsAt(chunks, at - 5)
  return (
    by?.kind === 'preposition' &&
    by.word === 'by' &&
    chunks[at - 4]?.kind === 'comma' &&
    chunks[at - 1]?.kind === 'comma'
  )
}

/** Finds who did what a passive tells, in the "by …" that follows. */
export function findAgent(walk: Walk, verb: VerbChunk, index: number): void {
  if (!verb.passive) return
  const { chunks } = walk
  for (let at = index + 1; at < Math.min(chunks.length, index + 14); at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'verb' || chunk.kind === 'relative') return
    if (chunk.kind === 'subordinator' && !isBrief(chunk)) return
    if (at > index + 7 && chunk.kind === 'conjunction') return
    if (chunk.kind === 'noun' && (chunk.preposition === 'by' || isAmongOthers(chunks, at))) {
      verb.agent = chunk
      const also = chunk.entity === undefined ? undefined : alsoBy(chunks, at + 1)
      if (also !== undefined && chunk.entity !== undefined)
        chunk.entity = withCodes(chunk.entity, [...new Set([...chunk.entity.codes, ...also.codes])])
      return
    }
  }
}
