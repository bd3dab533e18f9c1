import type { Judged } from './judged.js'
import { inflected, lexicon } from './lexicon.js'
import type { Scene } from './scene.js'
import { keysOf, type Token } from './tokens.js'
import { Trie } from './trie.js'
import { WordSet } from './wordset.js'

interface Verdict {
  readonly of: readonly Judged[]
  readonly side: 1 | -1
}

export const verdicts = new Trie<Verdict>()
for (const each of lexicon.verdicts) {
  const verdict: Verdict = { of: each.of, side: each.side === 'for' ? 1 : -1 }
  for (const words of each.verbs ?? []) for (const keys of inflected(words)) verdicts.add(keys, verdict)
  for (const word of each.adjectives ?? []) verdicts.add(keysOf(word), verdict)
  for (const word of each.nouns ?? []) {
    verdicts.add(keysOf(word), verdict)
    if (!word.endsWith('s'))
      verdicts.add(keysOf(/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`), verdict)
  }
}

const NOT = new WordSet("not n't no never nothing neither nor hardly without cannot nobody none".split(' '))
const HARMING = new WordSet(
  'threaten threatens threatening threatened endanger endangers endangering endangered undermining damaging destroying wrecking'.split(
    ' ',
  ),
)

/** Above zero for words of praise, below for blame; a "not" before them turns them over. */
export function moodIn(scene: Scene, from: number, to: number, judged: readonly Judged[], denied: boolean): number {
  const { tokens } = scene
  let mood = 0
  let turn = denied ? -1 : 1
  let blamedTo = -1
  for (let at = from; at < to; at++) {
    // "nothing but a piece of paper" denies nothing.
    if (!denied && NOT.has(tokens[at]) && tokens[at + 1]?.lower !== 'but') turn = -1
    let length = 0
    let side = 0
    let foretold = false
    for (const { value: verdict, length: size } of verdicts.at(tokens, at)) {
      if (size < length || at + size > to || !verdict.of.some((of) => judged.includes(of))) continue
      length = size
      side = verdict.side
      foretold = verdict.of[0] === 'prospect'
    }
    if (length === 0) continue
    // "threatening its unity"
    if (side > 0 && (HARMING.has(tokens[at - 1]) || HARMING.has(tokens[at - 2]))) side = -1
    // Of conduct and prospects there are only words of blame; denied, they say nothing.
    if (side === 1 && helps(scene, at + length, to)) side = -1
    // "a historic mistake", "a strong disappointment": the adjective goes with its noun
    if (side > 0 && isBlame(tokens, at + length, to, judged)) side = 0
    // "an unfriendly step"
    if (side > 0 && blamedTo === at) side = 0
    if (side < 0) blamedTo = at + length
    mood += turn < 0 && (judged.includes('conduct') || foretold) ? 0 : side * turn
    at += length - 1
  }
  return mood
}

/** The word there is one of blame. */
function isBlame(tokens: readonly Token[], at: number, to: number, judged: readonly Judged[]): boolean {
  if (at >= to) return false
  for (const { value, length } of verdicts.at(tokens, at))
    if (at + length <= to && value.side < 0 && value.of.some((of) => judged.includes(of))) return true
  return false
}

const EVIL = new WordSet(
  'terrorists terrorist terrorism extremists extremist extremism militants gunmen killers murderers criminals aggressors aggressor aggression'.split(
    ' ',
  ),
)

/** "a message of support to terrorists": praise for the wrong ones. */
function helps({ tokens }: Scene, from: number, to: number): boolean {
  if (tokens[from]?.lower !== 'to' && tokens[from]?.lower !== 'for' && tokens[from]?.lower !== 'of') return false
  return EVIL.stands(tokens, from + 1, Math.min(to, from + 7))
}
