import { standsAt } from './before.js'
import type { Chunk, NounChunk } from './chunk.js'
import { antecedentOf } from './subjects.js'
import type { Token } from './tokens.js'
import type { Walk } from './walk.js'
import { WordSet } from './wordset.js'

const TEXTS = new WordSet('resolution resolutions draft text measure motion proposal statement'.split(' '))
const ON = new Set(['on', 'against', 'about', 'over', 'concerning', 'regarding', 'for'])

/** What texts do, and states hardly. */
const OF_TEXTS = new WordSet(
  'impose authorise authorize contain include provide extend establish mandate stipulate invoke envisage require renew call urge demand refer'.split(
    ' ',
  ),
)

/** What is done to texts. */
const TO_TEXTS = new WordSet(
  'veto adopt pass draft sponsor cosponsor co-sponsor table circulate block back approve introduce propose defeat reject support oppose'.split(
    ' ',
  ),
)

/** "a resolution on Cuba, which would have endorsed the plan": the text, and not the state that it is on. */
export function textBefore(chunks: readonly Chunk[], tokens: readonly Token[], index: number): NounChunk | undefined {
  const last = index - (chunks[index - 1]?.kind === 'comma' ? 2 : 1)
  const noun = chunks[last]
  const text = standsAt(chunks, last - 2)
  if (last < 2 || noun?.kind !== 'noun' || noun.entity === undefined || !ON.has(noun.preposition ?? ''))
    return undefined
  if (text?.kind !== 'noun' || !TEXTS.has(tokens[text.head])) return undefined
  const next = chunks[index + 1]
  const verb = next?.kind === 'adverb' ? chunks[index + 2] : next
  if (verb?.kind !== 'verb') return undefined
  const itsOwn = verb.passive
    ? TO_TEXTS.hasVerb(verb)
    : OF_TEXTS.hasVerb(verb) || (verb.modal === 'would' && verb.perfect)
  return itsOwn ? text : undefined
}

/** "the text, which Peru drafted and which calls for talks": the second clause is of the same noun. */
export function sameBefore(walk: Walk, index: number): NounChunk | undefined {
  const { chunks, stack } = walk
  if (standsAt(chunks, index - 1)?.kind !== 'conjunction') return undefined
  const open = stack.findLast(
    (each) => each.kind === 'relative' && each.antecedent !== undefined && each.verb !== undefined,
  )
  return antecedentOf(walk, open?.antecedent)
}
