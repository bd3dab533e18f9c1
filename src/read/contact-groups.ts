import type { NounChunk } from './chunks.js'
import { bodyOf } from './mention-codes.js'
import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

const PEOPLE = new WordSet(
  'ministers leaders diplomats ambassadors envoys negotiators officials heads counterparts nations countries states'.split(
    ' ',
  ),
)
/** Adjectives of a region whose states' people meet others as a body; the narrower first. */
const REGIONS = new Map([
  ['gulf', 'GCC'],
  ['arab', 'LAS'],
  ['african', 'AU'],
  ['european', 'EU'],
])
const REGIONAL = new WordSet(REGIONS.keys())

/** "European leaders", "Arab and African diplomats": the bodies of those regions, for who meets whom; none where a state is named. */
export function groupsAt(scene: Scene, noun: NounChunk): readonly string[] {
  const { tokens, clauses } = scene
  if (!PEOPLE.has(tokens[noun.to - 1])) return NONE
  const { chunks } = clauses
  const own = regionIn(scene, noun.from, noun.to)
  if (own === undefined) return NONE
  const at = chunks.indexOf(noun)
  const first = chunks[at - 2]
  const beside =
    chunks[at - 1]?.kind === 'conjunction' && first?.kind === 'adjective'
      ? regionIn(scene, first.from, first.to)
      : undefined
  return beside === undefined || beside === own ? [own] : [beside, own]
}
const NONE: readonly string[] = []

function regionIn({ tokens }: Scene, from: number, to: number): string | undefined {
  if (!REGIONAL.stands(tokens, from, to)) return undefined
  for (const [word, code] of REGIONS) for (let at = from; at < to; at++) if (tokens[at]?.lower === word) return code
  return undefined
}

/** One of the parties is told by its region alone: "the ministers" of the next sentence may be only they. */
export function isByRegion({ tokens, mentions, from, to }: Scene, parties: readonly string[]): boolean {
  if (!REGIONAL.stands(tokens, from, to)) return false
  return parties.some((code) => BODIES.has(code) && !mentions.some((mention) => bodyOf(mention) === code))
}
const BODIES: ReadonlySet<string> = new Set(REGIONS.values())

/** "They (Arab and African diplomats) will meet …": whom an editor's brackets name for a pronoun; none where they name no one. */
export function bracketedAt(scene: Scene, index: number): readonly string[] | undefined {
  const { chunks } = scene.clauses
  const open = chunks[index + 1]
  if (open?.kind !== 'mark' || open.word !== '(') return undefined
  for (let at = index + 2; at < Math.min(chunks.length, index + 8); at++) {
    const chunk = chunks[at]
    if (chunk?.kind === 'mark' || chunk?.kind === 'verb') break
    if (chunk?.kind !== 'noun') continue
    const groups = groupsAt(scene, chunk)
    if (groups.length > 0) return groups
    if ((chunk.entity?.codes.length ?? 0) > 0) return chunk.entity?.codes
  }
  return NONE
}
