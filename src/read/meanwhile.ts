import { standsAt } from './before.js'
import type { NounChunk, VerbChunk } from './chunk.js'
import { asks, reports } from './reporting.js'
import { acts, type Walk } from './walk.js'
import { WordSet } from './wordset.js'

const MEANWHILE = new WordSet(['as', 'after', 'when', 'while', 'before', 'since'])

const ADDS = new WordSet(['say', 'add', 'stress', 'note', 'insist'])

/** "condemned the raids as Sudan crushed the revolt, telling reporters": who did the one says the other. */
export function saysBeyond(
  { chunks, tokens, verbs, lastVerb }: Walk,
  verb: VerbChunk,
  index: number,
): NounChunk | undefined {
  const meanwhile = lastVerb?.subject
  if (standsAt(chunks, index - 1)?.kind !== 'comma' || meanwhile === undefined || lastVerb?.form !== 'finite')
    return undefined
  const first = verbs[0]
  // "rejected the charge that Sudan was at war, saying"
  const told = ADDS.hasVerb(verb) && tokens[meanwhile.from - 1]?.lower === 'that'
  if (!told && (!MEANWHILE.has(tokens[meanwhile.from - 1]) || !(reports(verb) || asks(verb)))) return undefined
  if (!told && first?.subject?.entity?.person !== true) return undefined
  return first !== lastVerb && first?.form === 'finite' && acts(first.subject) && first.index < lastVerb.index
    ? first.subject
    : undefined
}
