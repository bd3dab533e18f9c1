import { standsAt } from './before.js'
import { type NounChunk, placeIn, type VerbChunk } from './chunk.js'
import { asks, reports } from './reporting.js'
import { UNCONVINCED } from './unconvinced.js'
import { acts, frameOf, isJoined, top, type Walk } from './walk.js'
import { WordSet } from './wordset.js'

/** The verb's subject: the noun before it, or that of the clause to which the walk returns. */
export function findSubject(walk: Walk, verb: VerbChunk, index: number): void {
  const { chunks, stack, commaSince } = walk
  const before = standsAt(chunks, index - 1)
  const joined = isJoined(walk, index)
  const frame = top(walk)
  const over = before?.kind === 'adverb' ? chunks[index - 2] : before
  // "but X, the envoy of Y, rejected it": what renames stands before the comma
  if (over?.kind === 'comma' && frame.verb !== undefined && frame.kind !== 'sub' && !isRenewed(walk))
    walk.candidate = undefined
  const { candidate } = walk
  const relative = frame.kind === 'relative'
  // "the launch, which Japan said was a violation"
  if (relative && frame.verb !== undefined && before === frame.verb && reports(frame.verb) && candidate === undefined) {
    const noun = antecedentOf(walk, frame.antecedent)
    if (noun !== undefined && frame.verb.subject !== noun) {
      verb.subject = noun
      return
    }
  }
  if (relative && frame.verb === undefined) {
    // "which Tokyo demanded": an own subject inside the relative clause.
    if (candidate !== undefined && frame.antecedent !== undefined) verb.antecedent = frame.antecedent
    verb.subject = candidate ?? frame.subject
    verb.relative = true
    if (!verb.negated && isDenied(walk, frame.antecedent)) verb.negated = true
  } else if (
    frame.verb !== undefined &&
    (candidate === undefined || (commaSince && relative && !isFresh(walk, index))) &&
    (commaSince || relative) &&
    !joined
  ) {
    // The relative or subordinate clause ends here: back to the clause that holds it.
    while (stack.length > 1 && top(walk).verb !== undefined) stack.pop()
    verb.subject = top(walk).subject ?? candidate ?? verb.subject
  } else if (
    relative &&
    frame.verb !== undefined &&
    candidate !== undefined &&
    !joined &&
    before === candidate &&
    chunks[index - 2]?.kind !== 'comma' &&
    chunks[index - 2]?.kind !== 'close' &&
    stack.length > 1 &&
    !reports(frame.verb)
  ) {
    stack.pop()
    verb.subject = top(walk).subject ?? verb.subject
  } else if (candidate !== undefined) {
    openOrClose(walk, candidate)
    verb.subject = candidate
  } else if (frame.subject !== undefined) verb.subject = frame.subject
  else if (frame.kind !== 'main') verb.subject = stack[stack.length - 2]?.subject ?? verb.subject
  // "ministers meeting in Brussels on Monday voted": those who meet
  else if (walk.lastVerb?.form === 'ing' && walk.lastVerb.parent === undefined) verb.subject ??= walk.lastVerb.subject
}

/** "…, but X, the envoy of Y, rejected it": a new subject, renamed behind its comma. */
function isRenewed({ chunks, candidate, apposed }: Walk): boolean {
  return apposed && candidate !== undefined && chunks[placeIn(chunks, candidate) - 1]?.kind === 'conjunction'
}

/** "this is not a text that we can accept", "there is nothing in it that we can accept" */
function isDenied(walk: Walk, antecedent: number | undefined): boolean {
  if (antecedent === undefined) return false
  let noun = antecedent - 1
  while (walk.chunks[noun]?.kind === 'noun' && walk.chunks[noun - 1]?.kind === 'preposition') noun -= 2
  // "is not among those who oppose it"
  const among = walk.chunks[noun]
  const verb = among?.kind === 'verb' ? among : standsAt(walk.chunks, noun - 1)
  if (verb?.kind !== 'verb' || !verb.copula) return false
  return verb.negated || walk.tokens[walk.chunks[noun]?.from ?? -1]?.lower === 'nothing'
}

/** The noun before a relative pronoun. */
export function antecedentOf({ chunks }: Pick<Walk, 'chunks'>, relative: number | undefined): NounChunk | undefined {
  if (relative === undefined) return undefined
  const before = chunks[relative - 1]
  const noun = before?.kind === 'comma' ? chunks[relative - 2] : before
  return noun?.kind === 'noun' ? noun : undefined
}

/** A noun and a verb behind a verb: "said Russia would" opens what is reported; after "when X did, Y did" the clause has ended. */
function openOrClose(walk: Walk, candidate: NounChunk): void {
  const { kind, verb } = top(walk)
  if (verb === undefined) return
  // "a text demanding Chad comply"
  if (candidate === walk.chunks[(walk.lastVerb?.index ?? -2) + 1] && askingThat(walk) !== undefined) {
    walk.stack.push(frameOf('reported', candidate))
    return
  }
  if ((reports(verb) || asks(verb)) && candidate.from >= verb.to) walk.stack.push(frameOf('reported', candidate))
  else if (kind === 'relative' && supposed(walk, candidate)) return
  else if (kind === 'sub' && (walk.commaSince || walk.chunks[placeIn(walk.chunks, candidate) - 1]?.kind === 'comma'))
    walk.stack.pop()
}

const BELIEVING = new WordSet(['believe', 'think', 'expect', 'feel', 'suppose', 'reckon', 'imagine', 'consider'])

/** "Unless it gives up arms in a way that can be checked, Seoul warned": behind the comma the condition is over. */
function supposed(walk: Walk, candidate: NounChunk): boolean {
  if (walk.chunks[walk.chunks.indexOf(candidate) - 1]?.kind !== 'comma') return false
  const sub = walk.stack.findIndex((each) => each.kind === 'sub' && each.conditional && each.verb !== undefined)
  if (sub < 1) return false
  walk.stack.length = sub
  return true
}

/** The verb becomes the verb of its clause. */
export function enter(walk: Walk, verb: VerbChunk): void {
  const frame = top(walk)
  if (frame.kind === 'reported') {
    const holder = askingThat(walk) ?? enclosing(walk)
    if (holder !== undefined && holder !== verb) verb.reported = holder
    // "did not believe that it would work": what is denied is what is believed
    if (holder?.negated && BELIEVING.hasVerb(holder) && !verb.negated) verb.negated = true
  }
  if (!verb.negated && isDoubtful(walk, verb)) verb.negated = true
  if (walk.stack.some((each) => each.conditional)) verb.conditional = true
  frame.subject = verb.subject ?? frame.subject
  frame.verb = verb
  if (walk.leading.length === 0 || !acts(verb.subject)) return
  for (const each of walk.leading) if (each.subject === undefined) each.subject = verb.subject
  walk.leading.length = 0
}

const CONVINCED = new WordSet(['convinced', 'persuaded', 'sure', 'certain', 'confident', 'satisfied', 'clear'])
const HARDLY = new WordSet(['not', 'never', 'yet', 'hardly', 'neither', 'far', 'nor', 'no'])
/** So many words before "convinced" a denial may stand: "has yet to be convinced". */
const DENIAL = 4

/** "is not convinced that it would work", "has yet to be convinced", "is unsure that". */
function isDoubtful({ tokens }: Walk, { subject }: VerbChunk): boolean {
  if (subject === undefined) return false
  const { from } = subject
  // "not sure sanctions would work": taken for "sure sanctions"
  const at = CONVINCED.has(tokens[from]) ? from : from - (standsAt(tokens, from - 1)?.lower === 'that' ? 2 : 1)
  const word = standsAt(tokens, at)
  if (UNCONVINCED.has(word)) return true
  return CONVINCED.has(word) && HARDLY.stands(tokens, Math.max(0, at - DENIAL), at)
}

/** "adopted a text demanding that Chad comply": what is demanded stands there. */
function askingThat({ chunks, lastVerb }: Walk): VerbChunk | undefined {
  if (lastVerb?.form !== 'ing' || !asks(lastVerb)) return undefined
  const that = chunks[lastVerb.index + 1]
  return that?.kind === 'noun' || (that?.kind === 'subordinator' && that.word === 'that') ? lastVerb : undefined
}

function enclosing(walk: Walk): VerbChunk | undefined {
  for (let at = walk.stack.length - 2; at >= 0; at--) {
    const verb = walk.stack[at]?.verb
    if (verb !== undefined) return verb
  }
  return walk.lastVerb
}

/** A fresh noun phrase right before the verb, without a comma between. */
function isFresh(walk: Walk, index: number): boolean {
  const before = walk.chunks[index - 1]
  return before?.kind === 'noun' && before.preposition === undefined
}
