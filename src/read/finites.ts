import { standsAt } from './before.js'
import { type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import { withCodes } from './entity.js'
import { interpose, isInterposed, takeUp } from './interposed.js'
import { alignJoined } from './joined.js'
import { asks, quotes, reports } from './reporting.js'
import { resumeClause } from './second-clauses.js'
import { isInverted, isTrailing, leaveQuotation, trailingBefore } from './spoken.js'
import { enter, findSubject } from './subjects.js'
import { acts, findAgent, frameOf, isBare, isJoined, nounAfter, settle, tense, top, type Walk } from './walk.js'
import { wishedNoun } from './wished-done.js'
import { WordSet } from './wordset.js'

/** A finite verb: which clause it is the verb of, and who is its subject. */
export function placeFinite(walk: Walk, verb: VerbChunk, index: number): void {
  const { chunks, stack } = walk
  const before = standsAt(chunks, index - 1)
  if (before?.kind === 'comma' && top(walk).phrase && top(walk).verb === undefined && stack.length > 1) {
    // "who spoke after the vote, rejected it": no clause had begun.
    stack.pop()
    walk.candidate = undefined
  }
  if (doesAlike(walk, verb, index)) {
    settle(walk, verb)
    return
  }
  if (isInterposed(walk, verb, index)) {
    interpose(walk, verb)
    return
  }
  takeUp(walk, index)
  if (isJoined(walk, index) && top(walk).verb !== undefined) alignJoined(walk, verb)
  if (isCaused(walk, verb, index)) {
    verb.parent = walk.lastVerb
    verb.form = 'to'
    verb.subject = walk.candidate
    settle(walk, verb)
    return
  }
  if (verb.form !== 'finite') {
    followLast(walk, verb)
    return
  }
  takeGroup(walk, index)
  const wished = wishedNoun(walk, verb, index)
  if (before?.kind === 'noun' && opensClause(walk, before)) {
    // "as France and Germany say …": a clause of its own.
    walk.candidate = before
    stack.push(frameOf('sub'))
  } else if (before?.kind === 'noun' && (wished !== undefined || isReduced(walk, verb))) {
    // "In its statement adopted on Monday, …"
    verb.form = 'participle'
    verb.subject = wished ?? before
    verb.passive ||= wished !== undefined
    findAgent(walk, verb, index)
    walk.lastVerb = verb
    return
  }
  if (placeBeside(walk, verb, index)) return
  if (sharesNoun(walk)) {
    shareNoun(walk, verb, index)
    return
  }
  // "…," he said, "stop the killing": whoever is spoken to
  if (before?.kind === 'open' && walk.candidate === undefined && verb.modal === undefined && isBare(walk, verb))
    stack.push(frameOf('reported'))
  else {
    resumeClause(walk, index)
    findSubject(walk, verb, index)
  }
  if (!verb.negated && isNeither(walk, verb)) verb.negated = true
  verb.modal ??= modalListed(walk, verb, index)
  enter(walk, verb)
  findAgent(walk, verb, index)
  settle(walk, verb)
  walk.commaSince = false
}

/** "would ban coal, stop the sale of fuel, and close": the verbs behind the first have its helper. */
function modalListed(walk: Walk, verb: VerbChunk, index: number): string | undefined {
  const before = standsAt(walk.chunks, index - 1)
  const link = before?.kind === 'conjunction' ? standsAt(walk.chunks, index - 2) : before
  if (link?.kind !== 'comma' || verb.copula || !isBare(walk, verb)) return undefined
  return walk.verbs.findLast((each) => each !== verb && each.form === 'finite' && each.subject === verb.subject)?.modal
}

/** Joined to an infinitive or a participle: it has the subject of that one, and stands under the same verb. */
function followLast(walk: Walk, verb: VerbChunk): void {
  const { lastVerb } = walk
  const parent = lastVerb?.form === 'to' ? lastVerb.parent : undefined
  if (parent !== undefined) verb.parent = parent
  if (lastVerb?.subject !== undefined) verb.subject = lastVerb.subject
  walk.lastVerb = verb
}

/** The subject is told by its place beside the verb, before what is said or behind; whether it is. */
function placeBeside(walk: Walk, verb: VerbChunk, index: number): boolean {
  const before = standsAt(walk.chunks, index - 1)
  if (before?.kind === 'noun' && isTrailing(walk, verb, before, index)) {
    // "…," the minister said.
    verb.subject = before
    settle(walk, verb)
    leaveQuotation(walk, verb, index - 1)
    return true
  }
  if (verb.copula && walk.leading.length > 0 && walk.candidate === undefined && acts(nounAfter(walk, index))) {
    // "Voting against it were Chile and Peru"
    verb.subject = nounAfter(walk, index)
    enter(walk, verb)
    settle(walk, verb)
    return true
  }
  const named = trailingBefore(walk, verb, index)
  if (named !== undefined) {
    // "…," the minister, X, said.
    verb.subject = named
    settle(walk, verb)
    leaveQuotation(walk, verb, placeIn(walk.chunks, named))
    return true
  }
  if (!isInverted(walk, verb, index)) return false
  // "…," said X.
  verb.subject = nounAfter(walk, index) ?? verb.subject
  walk.lastVerb = verb
  leaveQuotation(walk, verb, index)
  return true
}

/** "hoping the resolution condemning the tests will …": the noun before the participle is the subject. */
function shareNoun(walk: Walk, verb: VerbChunk, index: number): void {
  const holder = walk.lastVerb?.parent
  verb.subject = walk.lastVerb?.subject
  if (holder !== undefined && (reports(holder) || asks(holder))) verb.reported = holder
  top(walk).verb ??= verb
  findAgent(walk, verb, index)
  settle(walk, verb)
}

/** "Neither Russia nor China would back it". */
function isNeither(walk: Walk, verb: VerbChunk): boolean {
  const from = verb.subject?.from
  if (from === undefined) return false
  return (
    walk.tokens[from]?.lower === 'neither' ||
    standsAt(walk.tokens, from - 1)?.lower === 'neither' ||
    // "neither the president nor I": the nearest is the subject
    standsAt(walk.tokens, from - 1)?.lower === 'nor' ||
    walk.tokens[from]?.lower === 'none' ||
    // "not even Russia backs it"
    (standsAt(walk.tokens, from - 1)?.lower === 'even' && walk.tokens[from - 2]?.lower === 'not')
  )
}

/** "as France says"; "Russia rather than China opposes it" tells of the first. */
function opensClause({ tokens }: Walk, { from, preposition }: NounChunk): boolean {
  return CLAUSAL.has(preposition ?? '') && !(preposition === 'than' && tokens[from - 2]?.lower === 'rather')
}

const CLAUSAL = new Set(['as', 'than', 'until'])

/** "resistance from Moscow and Beijing has slowed …": several named right before a verb without a subject. */
function takeGroup(walk: Walk, index: number): void {
  const { chunks } = walk
  if (walk.candidate !== undefined || top(walk).verb !== undefined) return
  const nearest = standsAt(chunks, standsAt(chunks, index - 1)?.kind === 'adverb' ? index - 2 : index - 1)
  if (nearest?.kind === 'noun' && (nearest.entity?.codes.length ?? 0) > 1) walk.candidate = nearest
}

/** Looks finite, and is what was done to the noun before: "its statement adopted on Monday"; not so "officials visiting Vienna said". */
function isReduced(walk: Walk, verb: VerbChunk): boolean {
  const { lastVerb } = walk
  if (quotes(verb) && lastVerb?.form === 'ing' && lastVerb.parent === undefined) return false
  return (
    walk.candidate === undefined &&
    top(walk).verb === undefined &&
    !(top(walk).kind === 'relative' && top(walk).subject !== undefined) &&
    verb.modal === undefined &&
    !verb.copula &&
    verb.from === verb.at &&
    tense(walk, verb) === 'past'
  )
}

/** "opposed it, as did Germany": who does the same holds the same. */
function doesAlike(walk: Walk, verb: VerbChunk, index: number): boolean {
  const word = walk.tokens[(walk.chunks[index]?.from ?? 0) - 1]?.lower
  if (word !== 'as' && word !== 'so') return false
  const next = nounAfter(walk, index)
  const first = walk.lastVerb?.subject
  if (verb.to !== verb.from + 1 || !(verb.lemma === 'do' || verb.lemma === 'be' || verb.lemma === 'have')) return false
  if (!acts(next) || !acts(first) || first?.entity === undefined || next?.entity === undefined) return false
  first.entity = withCodes(first.entity, [...new Set([...first.entity.codes, ...next.entity.codes])])
  verb.subject = next
  return true
}

const CAUSING = new WordSet(['make', 'let', 'help', 'have', 'see'])

/** "must make Iran comply", "let inspectors return". */
function isCaused(walk: Walk, verb: VerbChunk, index: number): boolean {
  const { lastVerb, candidate, chunks } = walk
  if (lastVerb === undefined || candidate === undefined || !CAUSING.hasVerb(lastVerb)) return false
  let before = index - 1
  while (chunks[before]?.kind === 'adverb' || chunks[before]?.kind === 'conjunction') before--
  return chunks[before] === candidate && candidate.from >= lastVerb.to && isBare(walk, verb) && verb.modal === undefined
}

/** A participle between a noun and its verb: "the resolution condemning the tests will". */
function sharesNoun(walk: Walk): boolean {
  const { candidate, lastVerb, commaSince } = walk
  // "the measures being discussed in Vienna include"
  const undergone = candidate === undefined && lastVerb?.passive === true
  return (
    (candidate !== undefined || undergone) &&
    lastVerb?.form === 'ing' &&
    // "released a statement saying conditions are worse": a clause of its own
    !reports(lastVerb) &&
    lastVerb.subject !== undefined &&
    walk.chunks[lastVerb.index - 1] === lastVerb.subject &&
    !commaSince &&
    (candidate === undefined || (candidate.from > lastVerb.from && !isCutOff(walk, lastVerb, candidate))) &&
    lastVerb.subject.preposition === undefined
  )
}

/** "…, and Peru voting against, the text passed": a comma ends what the participle says. */
function isCutOff({ chunks }: Walk, from: VerbChunk, to: NounChunk): boolean {
  for (let at = from.index + 1; at < chunks.length; at++) {
    const chunk = chunks[at]
    if (chunk === to) return false
    if (chunk?.kind === 'comma') return true
  }
  return false
}
