import { standsAt } from './before.js'
import type { NounChunk } from './chunk.js'
import { acts, frameOf, top, type Walk } from './walk.js'

/** So many chunks what is said in passing may have. */
const LONG = 14

/**
 * "…, but Italy, keen to keep its trade, rejected it", "…, while Italy, invited late, rejected it": behind the comma that closes what is said in
 * passing, the one who opened the clause acts. Makes it the next subject; whether there is one.
 */
export function resumeClause(walk: Walk, index: number): boolean {
  const { chunks, stack } = walk
  if (standsAt(chunks, index - 1)?.kind !== 'comma') return false
  for (let at = index - 2; at > Math.max(0, index - LONG); at--) {
    const chunk = chunks[at]
    if (chunk?.kind === 'verb' && chunk.form === 'finite') return false
    if (chunk?.kind === 'relative' || chunk?.kind === 'mark' || chunk?.kind === 'open' || chunk?.kind === 'close')
      return false
    if (chunk?.kind !== 'conjunction' && chunk?.kind !== 'subordinator') continue
    const noun = opener(walk, at)
    if (noun === undefined) return false
    walk.candidate = noun
    if (chunk.kind === 'subordinator') return top(walk).verb === undefined
    stack.length = 1
    stack[0] = frameOf('main')
    return true
  }
  return false
}

/** ", but Italy,": who is named between the word that opens a clause and a comma. */
function opener({ chunks }: Walk, at: number): NounChunk | undefined {
  const noun = chunks[at + 1]
  if (standsAt(chunks, at - 1)?.kind !== 'comma' || chunks[at + 2]?.kind !== 'comma') return undefined
  return noun?.kind === 'noun' && noun.preposition === undefined && acts(noun) ? noun : undefined
}
