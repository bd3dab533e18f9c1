import type { Article } from './article.js'

const SHINGLE = 5
const SKETCH = 64
const BANDS = 16
const ROWS = SKETCH / BANDS
/** Share of shingles in common from which two texts count as one report. */
const ALIKE = 0.6
const MIN_WORDS = 20
/** Characters of a text that are compared: more than any article has. */
const COMPARED = 200_000

/** The least hashes of a text's five-word shingles (MinHash, 64 of them): alike for texts that are alike. */
export type Sketch = Uint32Array

/**
 * Groups of articles that carry the same report: the same wire in two outlets, a repeated file, a text with a new
 * headline or tail. Each group lists ids in the order of the input; an article that stands alone is in none.
 * Linear: each text is sketched by the least hashes of its five-word shingles (MinHash), only texts that share a band
 * of the sketch are compared, and a group is compared by its first member.
 */
export function nearDuplicates(articles: readonly Article[]): string[][] {
  return alikeSketches(articles.map((article) => ({ id: article.id, sketch: sketchOf(article.prose ?? article.text) })))
}

/** The groups of `nearDuplicates` from sketches that were made before; what has no sketch is in no group. */
export function alikeSketches(
  items: Iterable<{ readonly id: string; readonly sketch: Sketch | undefined }>,
): string[][] {
  const groups: { readonly ids: string[]; readonly sketch: Sketch }[] = []
  const bands = new Map<string, number[]>()
  for (const { id, sketch } of items) {
    if (sketch === undefined) continue
    const keys = bandKeys(sketch)
    const near = new Set(keys.flatMap((key) => bands.get(key) ?? []))
    const found = [...near].find((index) => resemblance(groups[index]?.sketch, sketch) >= ALIKE)
    if (found !== undefined) {
      groups[found]?.ids.push(id)
      continue
    }
    groups.push({ ids: [id], sketch })
    for (const key of keys) {
      const filed = bands.get(key)
      if (filed === undefined) bands.set(key, [groups.length - 1])
      else if (filed.length < 8) filed.push(groups.length - 1)
    }
  }
  return groups.map((group) => group.ids).filter((ids) => ids.length > 1)
}

function resemblance(a: Sketch | undefined, b: Sketch): number {
  if (a === undefined) return 0
  let same = 0
  for (let index = 0; index < SKETCH; index++) if (a[index] === b[index]) same++
  return same / SKETCH
}

function bandKeys(sketch: Sketch): string[] {
  return Array.from({ length: BANDS }, (_, band) => `${band}:${sketch.subarray(band * ROWS, (band + 1) * ROWS).join()}`)
}

/** The sketch of a text; undefined for one of fewer than twenty words, which is too short to tell. */
export function sketchOf(text: string): Sketch | undefined {
  const words =
    text
      .slice(0, COMPARED)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < MIN_WORDS) return undefined
  const hashes = Uint32Array.from(words, hashWord)
  const sketch = new Uint32Array(SKETCH).fill(0xffffffff)
  const seen = new Set<number>()
  for (let at = 0; at + SHINGLE <= hashes.length; at++) {
    let shingle = 0
    for (let k = 0; k < SHINGLE; k++) shingle = (Math.imul(shingle, 31) + (hashes[at + k] as number)) >>> 0
    if (seen.has(shingle)) continue
    seen.add(shingle)
    for (let k = 0; k < SKETCH; k++) {
      const mixed = mix(shingle ^ (SALTS[k] as number))
      if (mixed < (sketch[k] as number)) sketch[k] = mixed
    }
  }
  return sketch
}

/** What makes 64 hashes of one. */
const SALTS = Int32Array.from({ length: SKETCH }, (_, k) => Math.imul(k + 1, 0x9e3779b1))

/** FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
