import { isNumber, nameWords, type Romaniser, weightOf } from './spelling.js'

/** A name, cut into what it is compared by: as it stands, or as one language's spellings have it in common. */
export interface NameKeys {
  readonly words: readonly string[]
  readonly weights: readonly number[]
  /** The words in alphabetical order: names alike but for word order. */
  readonly sorted: string
  /** The words run together: names alike but for spacing. */
  readonly compact: string
  readonly numbers: string
}

export function nameKeys(text: string): NameKeys {
  return wordKeys(nameWords(text))
}

export function wordKeys(words: readonly string[]): NameKeys {
  return keysOf(words, words.map(weightOf))
}

export function romanised(keys: NameKeys, romaniser: Romaniser): NameKeys {
  const { drops, same } = romaniser
  if (drops.size === 0 || !keys.words.some((word) => drops.has(word))) return keysOf(keys.words.map(same), keys.weights)
  const kept = keys.words.map((word, at) => ({ word, at })).filter(({ word }) => !drops.has(word))
  if (kept.length === 0) return keysOf(keys.words.map(same), keys.weights)
  return keysOf(
    kept.map(({ word }) => same(word)),
    kept.map(({ at }) => keys.weights[at] ?? 1),
  )
}

function keysOf(words: readonly string[], weights: readonly number[]): NameKeys {
  const numbers = words.some(isNumber) ? words.filter(isNumber).sort().join(' ') : ''
  const sorted = words.length < 2 ? words.join('') : words.toSorted().join(' ')
  return { words, weights, sorted, compact: words.join(''), numbers }
}

const BASE = 1_000_003
/** Engines look up integers of 30 bits fastest. */
const SMALL = 0x3fffffff

/**
 * A number for the text and for each text that is left when one of its letters goes: two texts one edit apart share one
 * (and now and then two others do, so compare what is found).
 */
export function deletions(text: string): number[] {
  const ahead = [0]
  const powers = [1]
  for (let at = 0; at < text.length; at++) {
    ahead.push((Math.imul(ahead[at] ?? 0, BASE) + text.charCodeAt(at)) | 0)
    powers.push(Math.imul(powers[at] ?? 1, BASE))
  }
  const all = [(ahead[text.length] ?? 0) & SMALL]
  let behind = 0
  for (let at = text.length - 1; at >= 0; at--) {
    const length = text.length - 1 - at
    all.push((Math.imul(ahead[at] ?? 0, powers[length] ?? 1) + behind) & SMALL)
    behind = (behind + Math.imul(text.charCodeAt(at), powers[length] ?? 1)) | 0
  }
  return all
}

/** One letter more, less or other, or two neighbours swapped. */
export function isOneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  const room = Math.min(a.length, b.length) - start
  while (end < room && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** Words of less weight than this together tell nothing ("bank", "korea"). */
const LEAST_TELLING = 0.8

/** The weight of the words that both have, of the weight of the words that either has: 0 to 1; 0 where they tell nothing. */
export function sharedWeight(a: NameKeys, b: NameKeys): number {
  let both = 0
  let all = 0
  for (let at = 0; at < a.words.length; at++) {
    const weight = a.weights[at] ?? 1
    all += weight
    if (b.words.includes(a.words[at] ?? '')) both += weight
  }
  for (let at = 0; at < b.words.length; at++) {
    if (!a.words.includes(b.words[at] ?? '')) all += b.weights[at] ?? 1
  }
  return both < LEAST_TELLING ? 0 : both / all
}

/** Whether the words of `part` stand in `whole` one after another. */
export function isWithinWords(part: readonly string[], whole: readonly string[]): boolean {
  if (part.length >= whole.length) return false
  for (let start = 0; start + part.length <= whole.length; start++) {
    if (part.every((word, at) => whole[start + at] === word)) return true
  }
  return false
}
