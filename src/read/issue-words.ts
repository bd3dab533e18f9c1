import type { Chunk, NounChunk } from './chunks.js'
import { lexicon } from './lexicon.js'
import { keysOf, type Token } from './tokens.js'
import { Trie } from './trie.js'
import { WordSet } from './wordset.js'

const STOP_NOUNS = new Trie<true>()

for (const each of lexicon.actions)
  if (each.effect === 'stop') for (const noun of each.nouns ?? []) STOP_NOUNS.add(keysOf(noun), true)

const MEND_NOUNS = new Trie<true>()

for (const each of lexicon.actions)
  if (each.effect === 'mend') for (const noun of each.nouns ?? []) MEND_NOUNS.add(keysOf(noun), true)

/** A wording of one word stands at a token. */
function isAlone(words: Trie<true>, tokens: readonly Token[], at: number): boolean {
  return words.at(tokens, at)[0]?.length === 1
}

export function isMendNoun(noun: NounChunk, tokens: readonly Token[]): boolean {
  for (let at = Math.max(noun.from, noun.to - 3); at < noun.to; at++)
    for (const { length } of MEND_NOUNS.at(tokens, at)) if (at + length === noun.to) return true
  return false
}

export function isStopNoun(noun: NounChunk, tokens: readonly Token[]): boolean {
  return isAlone(STOP_NOUNS, tokens, noun.to - 1)
}

/** What one seeks who is not for a text as it is. */
export const CHANGES = new WordSet([
  'amendment',
  'amendments',
  'changes',
  'revisions',
  'modifications',
  'reservations',
  'objections',
])

export const VETOES = new WordSet(['veto', 'vetoes'])

const CALLS = new WordSet(['call', 'calls', 'appeal', 'appeals', 'request', 'plea'])

export const TROOPS = new WordSet(['troops', 'forces', 'soldiers'])

const LIKENING = new WordSet(['look', 'smack', 'resemble', 'amount', 'sound', 'hint', 'smell'])

export function isLikening(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'verb' && LIKENING.hasVerb(chunk)
}

const PASSING = new Set([
  'of',
  'for',
  'on',
  'to',
  'over',
  'about',
  'against',
  'toward',
  'towards',
  'between',
  'from',
  'with',
  'regarding',
  'concerning',
  'at',
  'in',
])

/** Through the word behind a noun the issue may still come: "a round of", "a bid to end"; "a call by the League for talks". */
export function leadsOn(noun: NounChunk, next: Chunk | undefined, tokens: readonly Token[]): boolean {
  if (next?.kind === 'verb') return next.form !== 'finite'
  if (next?.kind !== 'preposition') return false
  return PASSING.has(next.word) || (next.word === 'by' && CALLS.has(tokens[noun.head]))
}

const ARMIES = new WordSet(['forces', 'troops', 'soldiers', 'army', 'fighters', 'mercenaries'])

const PEACEFUL = new WordSet([
  'un',
  'u.n.',
  'international',
  'peacekeeping',
  'hybrid',
  'african',
  'nations',
  'multinational',
])

/** Forces of states, and none that keep a peace. */
export function isArmy(noun: NounChunk, tokens: readonly Token[]): boolean {
  if (!ARMIES.has(tokens[noun.head])) return false
  return !PEACEFUL.stands(tokens, noun.from, noun.to)
}

const RESISTANCE = new WordSet(['opposition', 'resistance', 'objection', 'objections', 'rejection', 'defiance'])

const EXEMPTIONS = new WordSet([
  'exemption',
  'exemptions',
  'exception',
  'exceptions',
  'waiver',
  'waivers',
  'carve-outs',
])

/** "urged resistance to the sanctions", "favours exemptions from them": what is wanted is against them. */
export function isResistance(noun: NounChunk, next: Chunk | undefined, tokens: readonly Token[]): boolean {
  if (next?.kind !== 'preposition') return false
  const leads = next.word === 'to' || next.word === 'of'
  if (EXEMPTIONS.has(tokens[noun.head])) return leads || next.word === 'from'
  return leads && RESISTANCE.has(tokens[noun.head])
}
