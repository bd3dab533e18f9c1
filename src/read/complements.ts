import { standsAt } from './before.js'
import { bids, isAlsoAsked, isCalledUpon, PARTIES } from './bidders.js'
import type { NounChunk, VerbChunk } from './chunk.js'
import { isHappening } from './happening.js'
import { saysBeyond } from './meanwhile.js'
import { asks } from './reporting.js'
import { acts, findAgent, isJoined, settle, top, type Walk } from './walk.js'
import { isReducedToo, wishedNoun } from './wished-done.js'
import { WordSet } from './wordset.js'

/** "sanctions imposed by": the noun before is what is done to. */
export function placeParticiple(walk: Walk, verb: VerbChunk, index: number): void {
  const { chunks } = walk
  const { lastVerb } = walk
  if (isHelpedToo(walk, index)) {
    verb.form = 'finite'
    verb.passive = false
    verb.subject = lastVerb?.subject
    settle(walk, verb)
    return
  }
  if (lastVerb?.form === 'participle' && lastVerb.subject !== undefined && isJoined(walk, index))
    // "proposed by Britain and backed by Peru"
    verb.subject = lastVerb.subject
  else if (walk.lastNoun !== undefined) verb.subject = wishedNoun(walk, verb, index) ?? walk.lastNoun
  else {
    // "Backed by Britain, the draft …"
    let comma = index + 1
    while (comma < chunks.length && chunks[comma]?.kind !== 'comma') comma++
    const noun = chunks[comma + 1]
    if (noun?.kind === 'noun') verb.subject = noun
  }
  // "drawn up by Britain and sponsored by France": the same text
  const earlier = walk.lastVerb
  const link = standsAt(chunks, index - 1)?.kind
  if (link === 'conjunction' && earlier?.form === 'participle' && earlier.subject !== undefined)
    verb.subject = earlier.subject
  // "texts put before the Council and rejected by Cuba"
  if (link === 'conjunction' && earlier !== undefined && (isReducedToo(walk, earlier) || isPassive(earlier)))
    verb.subject = earlier.subject
  const { subject } = top(walk)
  if (link === 'comma' && subject !== undefined) verb.subject = subject
  findAgent(walk, verb, index)
  walk.lastVerb = verb
}

/** "was drawn up by Britain and sponsored by France" */
function isPassive({ form, passive, subject }: VerbChunk): boolean {
  return form === 'finite' && passive && subject !== undefined
}

/** "had closed the border and frozen its accounts": the helper of the first is the second's too. */
function isHelpedToo({ chunks, lastVerb }: Walk, index: number): boolean {
  if (lastVerb?.form !== 'finite' || !lastVerb.perfect || lastVerb.passive) return false
  if (standsAt(chunks, index - 1)?.kind !== 'conjunction') return false
  const next = chunks[index + 1]
  return next?.kind === 'noun' && next.preposition === undefined
}

/** "to impose", "imposing": completes the verb before, and mostly shares its subject. */
export function placeComplement(walk: Walk, verb: VerbChunk, index: number): void {
  const sibling = verb.form === 'to' ? infinitiveBefore(walk, index) : undefined
  const controller = sibling === undefined ? walk.lastVerb : sibling.parent
  if (controller !== undefined) verb.parent = controller
  const subject =
    sibling !== undefined
      ? sibling.subject
      : verb.form === 'to'
        ? subjectOfTo(walk, verb, index)
        : subjectOfIng(walk, verb, index)
  if (subject !== undefined) verb.subject = subject
  if (verb.form === 'ing' && isInstead(walk, index)) verb.negated = true
  if (verb.form === 'to' && IMPROBABLE.has(walk.tokens[verb.from - 1]) && !controller?.negated)
    verb.negated = !verb.negated
  findAgent(walk, verb, index)
  settle(walk, verb)
}

/** "voted to bar those who hinder peace from travelling and to freeze their assets": the second hangs on what the first does. */
function infinitiveBefore({ chunks, lastVerb }: Walk, index: number): VerbChunk | undefined {
  if (lastVerb === undefined || standsAt(chunks, index - 1)?.kind !== 'conjunction') return undefined
  if (lastVerb.form !== 'ing' && lastVerb.relative !== true) return undefined
  for (let at = index - 2; at >= Math.max(0, index - REACH); at--) {
    const verb = chunks[at]
    if (verb?.kind !== 'verb') continue
    if (verb.form === 'to') return verb.parent === undefined ? undefined : verb
    if (verb.form === 'finite' && verb.relative !== true) return undefined
  }
  return undefined
}
/** So far before it the first infinitive may stand. */
const REACH = 16

/** "is unlikely to back it": what it will not do. */
const IMPROBABLE = new WordSet(['unlikely', 'improbable'])

function subjectOfTo(walk: Walk, verb: VerbChunk, index: number): NounChunk | undefined {
  const { chunks, tokens, lastVerb } = walk
  const before = standsAt(chunks, index - 1)
  // "time for the Council to act", "hard for us to accept"
  if (
    before?.kind === 'noun' &&
    before.preposition === 'for' &&
    (before.entity !== undefined || tokens[before.from]?.lower === 'us')
  )
    return before
  // "pressure on Khartoum to begin talks"
  if (before?.kind === 'noun' && isCalledUpon(walk, before, index)) return before
  // "called for the sanctions to end"
  if (
    before?.kind === 'noun' &&
    (before.preposition === 'for' || lastVerb === chunks[index - 2]) &&
    isHappening(chunks, verb)
  )
    return before
  // "urged the government to stop, and the rebels to talk"
  if (before?.kind === 'noun' && before.preposition === undefined && isAlsoAsked(walk, before, index)) return before
  const bidder = bids(walk, index)
  if (bidder !== undefined) return bidder
  if (lastVerb !== undefined && (asks(lastVerb) || (verb.passive && WISHING.hasVerb(lastVerb)))) {
    const object = objectBetween(walk, lastVerb.index, index)
    if (object !== undefined && (object.entity !== undefined || verb.passive || PARTIES.has(tokens[object.head])))
      return object
  }
  return lastVerb?.subject ?? shared(walk)
}

/** Of these an object may be spoken: "would like the embargo to be eased". */
const WISHING = new WordSet(['like', 'prefer', 'love', 'hate'])

function subjectOfIng(walk: Walk, verb: VerbChunk, place: number): NounChunk | undefined {
  const { chunks, lastVerb } = walk
  // "for once again vetoing"
  let index = place
  while (standsAt(chunks, index - 1)?.kind === 'adverb' && chunks[index - 2]?.kind !== 'comma') index--
  const before = standsAt(chunks, index - 1)
  if (before?.kind === 'preposition' && lastVerb !== undefined) {
    const object = objectBetween(walk, lastVerb.index, index)
    // "kept it from testing"
    if (before.word === 'from' && object !== undefined) return undefined
    // "quoted the minister as saying": it is the minister who says it
    if (before.word === 'as' && isSaying(verb)) return (lastVerb.passive ? undefined : object) ?? lastVerb.subject
    // "criticised the move as undermining the talks": what is criticised.
    if (before.word === 'as' && chunks[index - 2]?.kind === 'noun') return chunks[index - 2] as NounChunk
    // "denounced Russia for vetoing": the one who is blamed did it.
    // "accused NATO of going too far by seeking to oust him"
    if (before.word === 'by' && object?.entity !== undefined && ACCUSING.hasVerb(lastVerb)) return object
    if (
      (before.word === 'for' || before.word === 'of') &&
      object?.entity !== undefined &&
      object.preposition === undefined &&
      chunks[index - 2] === object
    )
      return object
  }
  // "a statement backed by France and calling for", "a text backed by Paris calling for"
  if (before?.kind === 'noun' && lastVerb?.form === 'participle' && lastVerb.agent === before) return lastVerb.subject
  // "wrote to the Council asking it to act": whoever wrote asks
  if (before?.kind === 'noun' && before.preposition === 'to' && acts(before) && asks(verb) && acts(lastVerb?.subject))
    return lastVerb?.subject
  if (before?.kind === 'noun') return before
  const beyond = saysBeyond(walk, verb, index)
  if (beyond !== undefined) return beyond
  if (lastVerb?.subject !== undefined && !walk.commaSince) return lastVerb.subject
  const subject = shared(walk)
  if (subject === undefined && lastVerb === undefined) walk.leading.push(verb)
  return subject
}

const ACCUSING = new WordSet(['accuse', 'blame', 'charge', 'suspect'])

/** "was quoted as saying" */
function isSaying(verb: VerbChunk): boolean {
  return verb.lemma === 'say' || verb.lemma === 'tell' || verb.lemma === 'describe' || verb.lemma === 'call'
}

/** The subject of the clause that is open, or of the sentence. */
function shared(walk: Walk): NounChunk | undefined {
  return top(walk).subject ?? walk.stack[0]?.subject ?? walk.candidate ?? walk.held?.noun
}

const ADDRESSING = new Set<string | undefined>([undefined, 'on', 'upon', 'to', 'for', 'with'])

/** The object of a verb, before another verb or clause begins. */
function objectBetween(walk: Walk, from: number, to: number): NounChunk | undefined {
  for (let at = from + 1; at < to; at++) {
    const chunk = walk.chunks[at]
    if (chunk?.kind === 'noun' && ADDRESSING.has(chunk.preposition)) return chunk
    if (chunk?.kind === 'verb' || chunk?.kind === 'subordinator') return undefined
  }
  return undefined
}

/** "instead of seeking", "rather than imposing": what is not done. */
function isInstead(walk: Walk, index: number): boolean {
  const { chunks, tokens } = walk
  const from = chunks[index]?.from ?? 0
  const before = tokens[from - 1]?.lower
  const earlier = tokens[from - 2]?.lower
  return (before === 'of' && earlier === 'instead') || (before === 'than' && earlier === 'rather')
}
