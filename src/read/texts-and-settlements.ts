import type { Chunk, NounChunk } from './chunks.js'
import type { IssueWord } from './lexicon.js'
import type { Token } from './tokens.js'

/** "the decision by the Security Council": a text. */
export function ofCouncil(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): IssueWord | undefined {
  const link = chunks[at + 1]
  const council = chunks[at + 2]
  if (
    link?.kind !== 'preposition' ||
    (link.word !== 'by' && link.word !== 'of' && link.word !== 'from') ||
    council?.kind !== 'noun'
  )
    return undefined
  if (council.entity?.codes.length !== 1 || council.entity.codes[0] !== 'UNSC') return undefined
  return /^(?:decision|action|move|vote|response|step|reaction|answer|signal|message|stand|help|resolution|condemnation|demand|deadline|ultimatum|call|order|appeal|request|edict)s?$/.test(
    tokens[(chunks[at] as NounChunk).head]?.lower ?? '',
  )
    ? { about: 'resolution', weak: true }
    : undefined
}

/** "the resolution of the crisis": no text, but its settlement. */
export function ofMatter(chunks: readonly Chunk[], at: number, tokens: readonly Token[]): IssueWord | undefined {
  const link = chunks[at + 1]
  const matter = chunks[at + 2]
  if (link?.kind !== 'preposition' || link.word !== 'of' || matter?.kind !== 'noun') return undefined
  if (tokens[(chunks[at] as NounChunk).head]?.lower !== 'resolution') return undefined
  return /^(?:crisis|conflict|dispute|problem|issue|question|matter|concern|case|standoff|situation|war|difference|disagreement|impasse)s?$/.test(
    tokens[matter.head]?.lower ?? '',
  )
    ? { about: 'talks', weak: false }
    : undefined
}
