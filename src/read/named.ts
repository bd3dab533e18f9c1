import { stateOf } from './mention-codes.js'
import { mentionsIn } from './mentions.js'
import { tokensOf } from './tokens.js'

/** The states that a phrase names by name, demonym or capital ("the British-French draft"), once each, in its order. */
export function statesNamed(phrase: string): string[] {
  const tokens = tokensOf(phrase)
  return [...new Set(mentionsIn(tokens, 0, tokens.length).flatMap((mention) => stateOf(mention) ?? []))]
}
