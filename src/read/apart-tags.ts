import { smallOf, verbOf } from './lexicon.js'
import type { Tag } from './tag.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

const QUARRELLING = new WordSet(['warring', 'feuding', 'fighting', 'competing', 'rivalling', 'contending'])

/** "with Chile and Peru both opposing it": behind those who do it. */
export function isDoing(tokens: readonly Token[], at: number, last: Tag | undefined): boolean {
  if (last !== 'K' && !(last === 'Y' && tokens[at - 1]?.key === ',')) return false
  const next = tokens[at + 1]
  return verbOf(next)?.forms.includes('ing') === true && !QUARRELLING.has(next)
}

const LAID = new WordSet('put laid placed brought lay bring taken take go goes gone went'.split(' '))
const BENCHES = new WordSet(['council', 'assembly', 'court', 'tribunal', 'committee'])

/** "texts put before the Council and voted down" tells a place; "before the Council met" does not. */
export function isBeforeCouncil(tokens: readonly Token[], at: number, to: number): boolean {
  if (!LAID.has(tokens[at - 1]) && !LAID.has(tokens[at - 2])) return false
  for (let i = at + 1; i < Math.min(to, at + 6); i++) {
    if (!BENCHES.has(tokens[i])) continue
    const next = tokens[i + 1]
    if (next === undefined || i + 1 >= to || next.kind !== 'word') return true
    const small = smallOf(next)
    return small !== undefined && small !== 'modal' && verbOf(next) === undefined
  }
  return false
}
