import type { VerbChunk } from './chunk.js'
import { type Entry, entryTrie, measureTrie, ROLES, rolesAt } from './lexicon.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

/** The longest wording of a role (one of `ROLES`) at a verb with its particles; those that count only denied are left out where the verb is not `denied`. */
export function entriesAt(
  tokens: readonly Token[],
  at: number,
  end: number,
  bits: number,
  denied = true,
): { entry: Entry; length: number } | undefined {
  if ((rolesAt(tokens, at) & bits) === 0) return undefined
  let best: { entry: Entry; length: number } | undefined
  for (const { value: entry, length } of entryTrie.at(tokens, at))
    if (
      entry.bit === bits &&
      (denied || entry.negated !== true) &&
      at + length <= end &&
      (best === undefined || length > best.length) &&
      entry.part === 'verb'
    )
      best = { entry, length }
  return best
}

export const HARMING = new WordSet(
  'interfere meddle undermine disrupt obstruct hinder jeopardize jeopardise endanger derail sabotage threaten violate block hamper impede'.split(
    ' ',
  ),
)

const RANKS = ['spoil', 'mend', 'make', 'stop', 'comply']

function rankOf(effect: string | undefined): number {
  return effect === undefined ? 0 : Math.max(0, RANKS.indexOf(effect))
}

/** The longest action at the verb; a longer wording beats a shorter one, `stop` and `make` beat `mend` and `spoil` at the same length. */
export function actionAt(tokens: readonly Token[], verb: VerbChunk, end: number): string | undefined {
  if ((rolesAt(tokens, verb.at) & ROLES.action) === 0) return undefined
  let best: string | undefined
  let longest = 0
  for (const { value: entry, length } of entryTrie.at(tokens, verb.at)) {
    if (entry.role !== 'action' || entry.part !== 'verb' || length < longest || verb.at + length > end) continue
    const effect = entry.effect ?? ''
    if (length === longest && rankOf(effect) <= rankOf(best)) continue
    best = effect
    longest = length
  }
  return best
}

/** "resolve the crisis peacefully", "through dialogue"; a crisis or dispute that is to be resolved is to be talked over. */
export function byTalks(tokens: readonly Token[], from: number, to: number, lemma: string): boolean {
  for (let at = from; at < Math.min(to, from + 14); at++) {
    const word = tokens[at]?.lower ?? ''
    if (/^(?:peacefully|diplomatically|politically|negotiations?|diplomacy|dialogue|dialog|talks)$/.test(word))
      return true
    if (
      lemma !== 'end' &&
      lemma !== 'address' &&
      /^(?:crisis|disputes?|conflict|standoff|stand-off|issues?|problems?|impasse|tensions?|differences)$/.test(word)
    )
      return true
  }
  return false
}

/** "cut off oil supplies", "halt arms sales": a measure in other words. */
export function bans(tokens: readonly Token[], verb: VerbChunk, end: number): boolean {
  const match = entriesAt(tokens, verb.at, end, ROLES.measure)
  if (match?.entry.effect !== 'ban') return false
  let found = false
  for (let at = verb.at + match.length; at < Math.min(end, verb.at + match.length + 5) && !found; at++) {
    measureTrie.each(tokens, at, end, (word, length) => {
      if (
        word.type !== 'sanctions' &&
        word.type !== 'diplomatic' &&
        word.type !== 'wmd-items' &&
        (length > 1 || word.type === 'oil')
      )
        found = true
    })
  }
  return found
}
