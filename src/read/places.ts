import { standsAt } from './before.js'
import type { Chunk, VerbChunk } from './chunk.js'
import { lexicon } from './lexicon.js'
import { stateOf } from './mention-codes.js'
import type { Mention } from './mentions.js'
import { quotes } from './reporting.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

const HEARERS = new WordSet(lexicon.speech.hearers)

const CITES = new WordSet(['quote', 'cite'])

/** "SANA quoted a foreign ministry source": those whom a state's agency quotes without saying whose they are. */
function mediaBefore(verb: VerbChunk, mentions: readonly Mention[]): string | undefined {
  const named = mentions.find((each) => each.to === verb.from)?.named[0]
  return named?.kind === 'media' ? named.code : undefined
}

const PLACES = new Set<string | undefined>(['capital', 'state'])

/**
 * The state of the capital where someone speaks: "In Paris, the foreign ministry said", "Speaking in Ankara, he",
 * "told reporters in Khartoum"; or of the agency that quotes him. Who speaks there and is of no state by name is mostly of that one.
 */
export function placeTold(
  chunks: readonly Chunk[],
  tokens: readonly Token[],
  mentions: readonly Mention[],
): string | undefined {
  for (let at = 0; at + 1 < chunks.length; at++) {
    const chunk = chunks[at] as Chunk
    const media = chunk.kind === 'verb' && CITES.hasVerb(chunk) ? mediaBefore(chunk, mentions) : undefined
    if (media !== undefined) return media
    if (chunk.kind !== 'preposition' || chunk.word !== 'in') continue
    const before = standsAt(chunks, at - 1)
    const opens = at === 0 && chunks[2]?.kind === 'comma'
    const spoken = before?.kind === 'verb' && quotes(before)
    const heard = before?.kind === 'noun' && HEARERS.has(tokens[before.head])
    if (!opens && !spoken && !heard) continue
    const place = chunks[at + 1] as Chunk
    for (const mention of mentions)
      if (mention.from === place.from && mention.to === place.to && PLACES.has(mention.named[0]?.kind))
        return stateOf(mention)
  }
  return undefined
}
