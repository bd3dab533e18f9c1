import { type Entity, unnamedOne } from './entity.js'
import type { Mention } from './mentions.js'

/** The one state or body that a mention means as a name or an adjective. */
export function stateOf(mention: Mention): string | undefined {
  for (const named of mention.named) {
    if (
      named.kind === 'state' ||
      named.kind === 'demonym' ||
      named.kind === 'capital' ||
      named.kind === 'government' ||
      named.kind === 'contextual' ||
      named.kind === 'description' ||
      named.kind === 'force'
    )
      return named.code
  }
  return undefined
}

/** The body that a mention names. */
export function bodyOf(mention: Mention): string | undefined {
  for (const named of mention.named) if (named.kind === 'body') return named.code
  return undefined
}

export function namesCouncil(mentions: readonly Mention[]): boolean {
  return mentions.some((mention) => bodyOf(mention) === 'UNSC')
}

/** State media: what they say by themselves is their state's word. */
export function mediaOf(mention: Mention): Entity | undefined {
  const named = mention.named[0]
  return named !== undefined && 'code' in named ? unnamedOne([named.code]) : undefined
}
