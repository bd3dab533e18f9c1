import type { Chunk } from './chunk.js'
import type { Token } from './tokens.js'
import { UNTOLD } from './wordset.js'

/**
 * What the words of a sentence are, all taken together. Most stages look for words that few sentences have; one look here tells that none is there,
 * and the stage is spared. A bit may be set without its word standing there by itself (a verb counts as it stands and as its lemma), never the reverse.
 */
export interface Stock {
  /** The word sets that are sought and that some word is in, or the lemma of some verb. */
  readonly sought: number
  /** The dictionaries that have a wording which begins with some word. */
  readonly starts: number
  /** The roles of the lexicon's entries that begin at some word. */
  readonly roles: number
  /** Whether a word has a hyphen, a dash or a slash. */
  readonly compound: boolean
}

/** A word set or a dictionary, of which a sentence may have something or surely has nothing. */
export interface Need {
  mayStandIn(stock: Stock): boolean
}

/** The roles of entries, as something that a sentence may have. */
export function entriesOf(roles: number): Need {
  return { mayStandIn: (stock) => (stock.roles & roles) !== 0 }
}

export function stockOf(tokens: readonly Token[], from: number, to: number, chunks: readonly Chunk[]): Stock {
  let sought = UNTOLD
  let starts = 0
  let roles = 0
  let compound = false
  for (let at = from; at < to; at++) {
    const { word, roles: own } = tokens[at] as Token
    sought |= word.sets[0] as number
    starts |= word.starts
    roles |= own
    compound ||= word.compound
  }
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk
    if (chunk.kind === 'verb') sought |= chunk.root.sets[0] as number
  }
  return { sought, starts, roles, compound }
}
