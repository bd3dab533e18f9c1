import { standsAt } from './before.js'
import { placeIn } from './chunk.js'
import type { NounChunk } from './chunks.js'
import { lexicon } from './lexicon.js'
import type { Scene } from './scene.js'
import type { Token } from './tokens.js'
import { WordSet } from './wordset.js'

const OWN_NAME = new WordSet(['the', 'this', 'security', 'un', 'u.n', 'u.n.', 'nations'])

/** "the Transitional Council", "the Supreme Political Council": another one by name. */
export function isOtherCouncil(tokens: readonly Token[], { from, to }: NounChunk): boolean {
  const last = tokens[to - 1]
  const name = tokens[to - 2]
  if (to - from < 2 || last?.lower !== 'council' || !last.capital || name?.capital !== true) return false
  return !OWN_NAME.has(name)
}

const PARLIAMENTS = new WordSet(lexicon.who.parliaments)
const BEHIND = 4

/** "the parliament adopted a resolution", "a resolution by the Transitional Council": no word of the Security Council's. */
export function isOthersText({ clauses, tokens }: Scene, noun: NounChunk): boolean {
  const { chunks } = clauses
  const at = placeIn(chunks, noun)
  const before = standsAt(chunks, at - 1)
  const adopter = before?.kind === 'verb' && !before.passive ? before.subject : undefined
  if (adopter !== undefined) return isHall(tokens, adopter)
  for (let next = at + 1; next < Math.min(chunks.length, at + BEHIND); next++) {
    const chunk = chunks[next]
    if (chunk?.kind === 'verb' && chunk.form !== 'participle') return false
    if (chunk?.kind === 'noun')
      return (
        (chunk.preposition === 'by' && isHall(tokens, chunk)) ||
        (chunk.preposition === 'of' && LAWS.has(tokens[chunk.head]))
      )
  }
  return false
}

/** "the text of the bill" */
const LAWS = new WordSet(['bill', 'law', 'legislation', 'constitution', 'treaty', 'act'])

function isHall(tokens: readonly Token[], noun: NounChunk): boolean {
  return PARLIAMENTS.has(tokens[noun.to - 1]) || isOtherCouncil(tokens, noun)
}
