import { aboutOf } from './about.js'
import type { NounChunk } from './chunks.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** A text that is law already: "Resolution 1970", "a 2006 resolution", "a resolution adopted in December", "earlier resolutions". */
export function isLaw(scene: Scene, noun: NounChunk, index: number): boolean {
  for (let at = noun.from; at < noun.to; at++) {
    const token = scene.tokens[at]
    if (DRAFTED.has(token)) return false
    if (ADOPTED.has(token)) return true
    // "150 countries" are no text
    if (token?.kind !== 'number' || aboutOf(noun, scene.tokens)?.about !== 'resolution') continue
    if (/^[12]\d{3}$|^\d{3}$/.test(token.lower)) return true
  }
  const { chunks } = scene.clauses
  // "will comply with the resolution"
  const heeding = chunks[chunks[index - 1]?.kind === 'preposition' ? index - 2 : index - 1]
  if (heeding?.kind === 'verb' && HEEDING.hasVerb(heeding) && aboutOf(noun, scene.tokens)?.about === 'resolution')
    return true
  const next = chunks[index + 1]
  if (next?.kind !== 'verb' || !PASSING.hasVerb(next)) return false
  // "a follow-up to a resolution adopted in December": what a preposition governs does nothing itself
  return next.form === 'participle' || (noun.preposition !== undefined && next.past && next.modal === undefined)
}
const DRAFTED = new WordSet(['draft', 'drafted', 'proposed', 'new'])
const ADOPTED = new WordSet(['adopted', 'passed', 'approved', 'existing', 'previous', 'earlier', 'past', 'current'])
export const PASSING = new WordSet(['adopt', 'pass', 'approve'])
/** What is heeded is law. */
export const HEEDING = new WordSet(['comply', 'abide'])
