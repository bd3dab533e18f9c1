import { standsAt } from './before.js'
import type { VerbChunk } from './chunk.js'
import { acts, isBare, tense, top, type Walk } from './walk.js'

/** A finite verb behind "and": goes back to the clause whose verb it agrees with, and shares that verb's helpers. */
export function alignJoined(walk: Walk, verb: VerbChunk): void {
  const { stack } = walk
  walk.candidate = undefined
  // "stood by Damascus, whose forces are accused of crimes, and have vetoed": behind a comma the relative clause is over.
  const outer = standsAt(stack, stack.length - 2)
  if (top(walk).kind === 'relative' && outer?.verb !== undefined && acts(outer.subject) && isCut(walk, verb))
    stack.pop()
  // "said that force is no choice and pushed for talks": the one who acts goes on.
  while (
    stack.length > 1 &&
    !(verb.passive && verb.modal !== undefined) &&
    top(walk).kind !== 'relative' &&
    top(walk).subject !== undefined &&
    !acts(top(walk).subject) &&
    acts(stack[stack.length - 2]?.subject)
  )
    stack.pop()
  const form = tense(walk, verb)
  const { kind, verb: held } = top(walk)
  // "would demand that it disarm and would threaten sanctions": a wish is not joined to what will be
  const agrees =
    form === 'modal' ? held !== undefined && held.modal === undefined && isBare(walk, held) : form !== 'bare'
  if (agrees && kind === 'reported' && held !== undefined && tense(walk, held) !== form) {
    let outer = stack.length - 2
    for (; outer >= 0; outer--) {
      const reporting = stack[outer]?.verb
      if (reporting !== undefined && tense(walk, reporting) === form) break
    }
    if (outer >= 0) stack.length = outer + 1
  }
  shareHelpers(walk, verb)
}

/** A comma before the "and". */
function isCut({ chunks }: Walk, verb: VerbChunk): boolean {
  let at = chunks.indexOf(verb) - 1
  while (chunks[at]?.kind === 'adverb' || chunks[at]?.kind === 'open') at--
  return chunks[at]?.kind === 'conjunction' && chunks[at - 1]?.kind === 'comma'
}

/** "must stop and return", "to end X and begin Y": the second verb shares the first one's helper. */
function shareHelpers(walk: Walk, verb: VerbChunk): void {
  const { lastVerb, verbs } = walk
  if (lastVerb === undefined || verb.modal !== undefined || verb.copula || !isBare(walk, verb)) return
  const noun = walk.chunks[lastVerb.index - 1]
  const qualifies =
    lastVerb.form === 'to' && noun?.kind === 'noun' && noun.entity === undefined && lastVerb.parent?.modal !== undefined
  if (qualifies) verb.modal = lastVerb.parent?.modal
  else if (lastVerb.form === 'to') verb.form = 'to'
  else if (lastVerb.modal !== undefined) verb.modal = lastVerb.modal
  else verb.modal = verbs.findLast((each) => each !== verb && each.form === 'finite')?.modal
}
