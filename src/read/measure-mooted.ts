import type { Scene } from './scene.js'
import { WordSet } from './wordset.js'

/** "with an embargo on the table", "sanctions are on the agenda" */
export function isTabled(scene: Scene, index: number): boolean {
  const { chunks } = scene.clauses
  for (let at = index + 1; at < Math.min(chunks.length - 1, index + 9); at++) {
    const [link, noun] = [chunks[at], chunks[at + 1]]
    if (link?.kind === 'comma' || link?.kind === 'subordinator' || link?.kind === 'relative') return false
    if (
      link?.kind === 'preposition' &&
      /^(?:on|under)$/.test(link.word) &&
      noun?.kind === 'noun' &&
      TABLE.has(scene.tokens[noun.to - 1])
    )
      return true
  }
  return false
}
const TABLE = new WordSet(['table', 'discussion', 'consideration', 'agenda', 'review'])

const MOOTED = new Set(
  'discussed considered proposed mooted envisaged contemplated possible weighed debated options option ideas floated suggested studied sought demanded'.split(
    ' ',
  ),
)

/** "among the steps being discussed are": the sentence speaks of what may come. */
export function isMooted(scene: Scene): boolean {
  for (let at = scene.from; at < scene.to; at++) if (MOOTED.has(scene.tokens[at]?.lower ?? '')) return true
  return false
}
